/** Names under headings: who does what, who did before, who died, who came. */
import { type Line, type Span, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { typographic } from '../typesetting/text/clean.ts'
import type { DirectorySection, RollPart } from './directory.rules.ts'
import { withOrdinals } from './directory-entry.ts'
import { type FrontContext, tagged } from './directory-front.ts'
import { type PageRow, type SectionPages, sectionPages } from './directory-rows.ts'

type RollSection = DirectorySection & { readonly kind: 'roll' }

/** The column of functions is as wide as the longest, up to this share of the whole. */
const WIDEST_ASIDE = 0.42

/** In one column where functions or years stand before the names, else in as many as the list has. */
export function rollPages({ title, parts }: RollSection, context: FrontContext): SectionPages {
  const { design } = context
  const { body, list } = design.geometry
  const setting = context.settingFor('roll')
  const asides = parts.flatMap(({ rows }) => rows.map(({ aside }) => aside)).filter((aside) => aside !== '')
  const single = asides.length > 0
  const columns = single
    ? { count: 1, width: body.measure, gutter: 0 }
    : { count: list.columns, width: list.columnWidth, gutter: list.gutter }
  const widths = asides.map((aside) => setLine([{ text: typographic(aside), style: design.bodyItalic }], setting).width)
  const widest = single ? Math.min(columns.width * WIDEST_ASIDE, Math.max(...widths) + body.size * 1.6) : 0
  const asideOf = ({ rows }: RollPart) => (rows.some(({ aside }) => aside !== '') ? widest : 0)
  const rows = parts.flatMap((part, at) => partRows(part, at, asideOf(part), columns.width, context))
  return sectionPages(title, rows, columns, design, setting)
}

function partRows(
  { heading, rows }: RollPart,
  at: number,
  aside: number,
  width: number,
  context: FrontContext,
): readonly PageRow[] {
  const { body } = context.design.geometry
  const head: PageRow[] = heading === '' ? [] : [headingRow(heading, at > 0, width, context)]
  const { leading } = body
  return [
    ...head,
    ...rows.map((row, index): PageRow => {
      const { design, model, words } = context
      const setting = context.settingFor('roll')
      const set = (spans: readonly Span[], room: number): readonly Line[] =>
        spans.length === 0
          ? []
          : setParagraph(spans, { language: model.language, align: 'ragged', widthOfLine: () => room }, setting)
      const before = set(
        row.aside === '' ? [] : withOrdinals({ text: typographic(row.aside), style: design.bodyItalic }, design, words),
        aside - body.size,
      )
      const note = row.note === '' ? [] : [{ text: `, ${typographic(row.note)}`, style: design.body }]
      const hanging = aside === 0 ? body.size : 0
      const after = set([{ text: typographic(row.name), style: design.bodyStrong }, ...note], width - aside - hanging)
      const lines = Math.max(before.length, after.length)
      return {
        height: lines * leading,
        before: index === 0 ? leading * 0.25 : leading * 0.12,
        keep: index === 0 && rows.length > 1,
        ops: (x, y, section) => {
          const base = (line: number) => y + (line + 1) * leading - body.size / 3
          const tag = { role: 'P', parent: section }
          const at = (line: Line, index: number, left: number) =>
            tagged('P', section, { kind: 'line', x: left, y: base(index), pieces: line.pieces }, tag)
          return [
            ...before.flatMap((line, index) => at(line, index, x)),
            ...after.flatMap((line, index) => at(line, index, x + aside + (index === 0 ? 0 : hanging))),
          ]
        },
      }
    }),
  ]
}

function headingRow(heading: string, follows: boolean, width: number, context: FrontContext): PageRow {
  const { design, model } = context
  const { body } = design.geometry
  const style = { ...design.bodyStrong, size: design.bodyStrong.size * 1.12, colour: design.ink }
  const leading = body.leading * 1.1
  const lines = setParagraph(
    [{ text: typographic(heading), style }],
    { language: model.language, align: 'ragged', widthOfLine: () => width },
    context.settingFor('roll'),
  )
  return {
    height: lines.length * leading,
    before: follows ? body.leading * 1.2 : 0,
    keep: true,
    ops: (x, y, section) => {
      const tag = { role: 'H2', parent: section }
      return lines.flatMap((line, at) =>
        tagged(
          'H2',
          section,
          { kind: 'line', x, y: y + (at + 1) * leading - style.size / 3, pieces: line.pieces },
          tag,
        ),
      )
    },
  }
}
