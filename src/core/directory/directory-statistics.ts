/** The association in figures: bars whose length is their number, each number written beside its bar. */
import { setLine } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import { typographic } from '../typesetting/text/clean.ts'
import type { DirectoryChart, DirectorySection } from './directory.rules.ts'
import { type FrontContext, tagged } from './directory-front.ts'
import { type PageRow, type SectionPages, sectionPages } from './directory-rows.ts'

type StatisticsSection = DirectorySection & { readonly kind: 'statistics' }

/** Labels have this share of the width at most. */
const LABELS = 0.4

export function statisticsPages({ title, charts }: StatisticsSection, context: FrontContext): SectionPages {
  const { design } = context
  const { body } = design.geometry
  const rows = charts.flatMap((chart, at) => chartRows(chart, at, context))
  return sectionPages(
    title,
    rows,
    { count: 1, width: body.measure, gutter: 0 },
    design,
    context.settingFor('statistics'),
  )
}

function chartRows({ title, bars }: DirectoryChart, at: number, context: FrontContext): readonly PageRow[] {
  const { design, words } = context
  const { body } = design.geometry
  const setting = context.settingFor('statistics')
  const largest = Math.max(...bars.map(({ value }) => value), 1)
  const heading = abridged(
    [{ text: typographic(title), style: { ...design.bodyStrong, colour: design.ink } }],
    body.measure,
    setting,
  )
  const small = { ...design.body, size: body.size * 0.94 }
  const labels = bars.map(({ label }) =>
    abridged([{ text: typographic(label), style: small }], body.measure * LABELS, setting),
  )
  const figures = bars.map(({ value }) => setLine([{ text: words.count(value), style: small }], setting))
  const left = Math.max(...labels.map(({ width }) => width)) + body.size * 0.8
  const right = Math.max(...figures.map(({ width }) => width)) + body.size * 0.6
  const room = body.measure - left - right
  const step = body.leading * 1.12
  const thick = body.size * 0.72
  return [
    {
      height: body.leading * 1.3,
      before: at === 0 ? 0 : body.leading * 1.4,
      keep: true,
      ops: (x, y, section) =>
        tagged('H2', section, { kind: 'line', x, y: y + body.leading - body.size / 3, pieces: heading.pieces }),
    },
    ...bars.map(
      ({ value }, index): PageRow => ({
        height: step,
        before: 0,
        // A chart stands on one page when a page holds it.
        keep: index < bars.length - 1,
        ops: (x, y, section) => {
          const base = y + step - body.size / 3
          const long = Math.max(0.8, (value / largest) * room)
          const tag = { role: 'P', parent: section }
          const [label, figure] = [labels[index]!, figures[index]!]
          return [
            ...tagged('P', section, { kind: 'line', x, y: base, pieces: label.pieces }, tag),
            ...tagged(
              'P',
              section,
              { kind: 'line', x: x + left + long + body.size * 0.5, y: base, pieces: figure.pieces },
              tag,
            ),
            {
              kind: 'rect',
              x: x + left,
              y: base - thick + body.size * 0.06,
              width: long,
              height: thick,
              colour: design.ink,
            },
          ]
        },
      }),
    ),
  ]
}
