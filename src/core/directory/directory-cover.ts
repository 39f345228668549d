import type { Op, Tag } from '../typesetting/list/display.ts'
import { type Line, narrowed, type Setting, type Style, setLine, tracked } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import type { Design } from './directory-design.ts'
import { type FrontContext, prose, tagged } from './directory-front.ts'
import { OVERHANG } from './directory-furniture.ts'

/** What a cover says. */
type Sayings = {
  readonly association: string
  readonly title: string
  readonly edition: string
  /** Empty: none. */
  readonly subtitle: string
  /** Empty when nobody is counted. */
  readonly count: string
}

type Cover = (sayings: Sayings, design: Design, section: Tag, setting: Setting) => readonly Op[]

/** Association, title, edition, subtitle and number of people (0: not said), as the style has its cover. */
export function coverOps(subtitle: string, members: number, context: FrontContext): readonly Op[] {
  const { model, design, words } = context
  const edition = cleanText(model.edition).trim()
  // The edition stands below the title: there it is taken off its end, and from nowhere else.
  const whole = cleanText(model.title).trim()
  const title = whole.endsWith(` ${edition}`) ? whole.slice(0, -edition.length).replace(/[\s:,–—-]+$/u, '') : whole
  const sayings = {
    association: prose(model.association, model),
    title,
    edition,
    subtitle: prose(subtitle, model),
    count: members > 0 ? words.people(members) : '',
  }
  const section: Tag = { role: 'Sect', parent: context.root }
  return COVERS[design.look.style](sayings, design, section, context.settingFor('cover'))
}

/** Nearly nothing: the back of a book says whose it is. */
export function backCoverOps(context: FrontContext): readonly Op[] {
  const { model, design } = context
  const { page, text } = design.geometry
  const section: Tag = { role: 'Sect', parent: context.root }
  const said = [prose(model.association, model), cleanText(model.edition)].filter((part) => part !== '').join(' · ')
  const plain = design.look.style === 'classic' ? design.bodyItalic : design.body
  const line = narrowed(setLine([{ text: said, style: plain }], context.settingFor('cover')), text.width)
  return tagged('P', section, centred(line, page.height * 0.86, page.width))
}

/** Everything in the middle, between two double rules. */
const classic: Cover = ({ association, title, edition, subtitle, count }, design, section, setting) => {
  const { page, paper, text } = design.geometry
  const width = text.width - 24 * paper
  const high = page.height / 595.28
  const middle = (line: Line, y: number) => centred(line, y, page.width)
  const rule = (y: number, order: 1 | -1): readonly Op[] => {
    const [x1, x2] = [(page.width - width) / 2, (page.width + width) / 2]
    const other = y + 4.2 * order * paper
    return [
      { kind: 'rule', x1, y1: y, x2, y2: y, weight: 2.2 * paper, colour: design.ink },
      { kind: 'rule', x1, y1: other, x2, y2: other, weight: 0.4, colour: design.ink },
    ]
  }
  const ops: Op[] = []
  const names = fittedLines(association, design.coverAssociation, width, 0, setting)
  const step = design.coverAssociation.size * 1.19
  for (const [at, line] of names.entries())
    ops.push(...tagged('P', section, middle(line, 118 * high - (names.length - 1 - at) * step)))
  ops.push(...rule(138 * high, 1))
  const titles = fittedLines(title.toLowerCase(), design.coverTitle, width, 2.2 * paper, setting)
  let y = (titles.length === 1 ? 226 : 205) * high
  for (const line of titles) {
    ops.push(...tagged('H1', section, middle(line, y)))
    y += (titles.length > 2 ? 30 : 42) * paper
  }
  const [figures] = fittedLines(edition, design.coverEdition, width, 0, setting)
  if (figures !== undefined) ops.push(...tagged('P', section, middle(figures, y + 60 * paper)))
  ops.push(...rule(y + 100.2 * paper, -1))
  const under = { ...design.coverAssociation, size: design.coverAssociation.size * 0.85 }
  for (const [at, line] of fittedLines(subtitle, under, width, 0, setting).entries())
    ops.push(...tagged('P', section, middle(line, y + (134 + at * 18) * paper)))
  if (count !== '') {
    const line = setLine([{ text: count, style: design.coverCount }], setting)
    ops.push(...tagged('P', section, middle(line, page.height - 84 * high)))
  }
  return ops
}

/** Where the lines of a cover set on the left begin, and how wide they may be. */
function leftColumn({ geometry: { page } }: Design): { readonly x: number; readonly width: number } {
  return { x: page.inner, width: page.width - page.inner - page.outer }
}

/** A field of the edition's colour down to the foot of the figures, white letters in it on the left. */
const modern: Cover = ({ association, title, edition, subtitle, count }, design, section, setting) => {
  const { page } = design.geometry
  const { x, width } = leftColumn(design)
  const field = page.height * 0.66
  const ops: Op[] = [
    {
      kind: 'rect',
      x: -OVERHANG,
      y: -OVERHANG,
      width: page.width + 2 * OVERHANG,
      height: field + OVERHANG,
      colour: design.ink,
    },
  ]
  const step = design.coverAssociation.size * 1.25
  for (const [at, line] of fittedLines(association, design.coverAssociation, width, 0, setting).entries())
    ops.push(...tagged('P', section, { kind: 'line', x, y: page.height * 0.13 + at * step, pieces: line.pieces }))
  const [figures] = fittedLines(edition, design.coverEdition, width, 0, setting)
  const titles = fittedLines(title, design.coverTitle, width, 0, setting)
  const foot = field - page.height * 0.055
  const figuresHeight = figures === undefined ? 0 : design.coverEdition.size * 0.95
  const lead = design.coverTitle.size * 1.05
  for (const [at, line] of titles.entries()) {
    const y = foot - figuresHeight - (titles.length - 1 - at) * lead
    ops.push(...tagged('H1', section, { kind: 'line', x, y, pieces: line.pieces }))
  }
  // Figures have a little white before them: without it they would stand further in than the letters above.
  if (figures !== undefined)
    ops.push(
      ...tagged('P', section, {
        kind: 'line',
        x: x - 0.035 * design.coverEdition.size,
        y: foot,
        pieces: figures.pieces,
      }),
    )
  const under = { ...design.coverCount, size: design.coverCount.size * 1.3 }
  for (const [at, line] of fittedLines(subtitle, under, width, 0, setting).entries())
    ops.push(
      ...tagged('P', section, { kind: 'line', x, y: field + under.size * (2.2 + at * 1.3), pieces: line.pieces }),
    )
  if (count !== '') {
    const line = setLine([{ text: count, style: design.coverCount }], setting)
    ops.push(...tagged('P', section, { kind: 'line', x, y: page.height - page.bottom - 4, pieces: line.pieces }))
  }
  return ops
}

/** Black on white, as large as the page allows, under a heavy bar. */
const large: Cover = ({ association, title, edition, subtitle, count }, design, section, setting) => {
  const { page, paper } = design.geometry
  const { x, width } = leftColumn(design)
  const bar = (y: number): Op => ({ kind: 'rect', x, y, width, height: 7 * paper, colour: design.ink })
  const ops: Op[] = [bar(page.height * 0.1)]
  let y = page.height * 0.1 + 24 * paper
  for (const line of fittedLines(association, design.coverAssociation, width, 0, setting)) {
    y += design.coverAssociation.size * 1.25
    ops.push(...tagged('P', section, { kind: 'line', x, y, pieces: line.pieces }))
  }
  const titles = fittedLines(title, design.coverTitle, width, 0, setting)
  const [figures] = fittedLines(edition, design.coverEdition, width, 0, setting)
  const under = fittedLines(subtitle, design.coverCount, width, 0, setting)
  // Three lines are of smaller letters.
  const lead = design.coverTitle.size * (titles.length > 2 ? 0.8 : 1.1)
  // What stands below the first line of the title begins higher when there is much of it.
  const needed =
    titles.length * lead +
    design.coverEdition.size * 0.42 +
    (under.length + (count === '' ? 0 : 1.5)) * design.coverCount.size * 1.7
  const latest = Math.min(page.height * 0.46, page.height * 0.9 - 16 * paper - needed)
  y = Math.max(y + design.coverTitle.size * 1.6, latest)
  for (const line of titles) {
    ops.push(...tagged('H1', section, { kind: 'line', x, y, pieces: line.pieces }))
    y += lead
  }
  if (figures !== undefined) {
    y += design.coverEdition.size * 0.42
    ops.push(
      ...tagged('P', section, { kind: 'line', x: x - 0.035 * design.coverEdition.size, y, pieces: figures.pieces }),
    )
  }
  for (const line of under) {
    y += design.coverCount.size * 1.7
    ops.push(...tagged('P', section, { kind: 'line', x, y, pieces: line.pieces }))
  }
  if (count !== '') {
    const line = setLine([{ text: count, style: design.coverCount }], setting)
    ops.push(...tagged('P', section, { kind: 'line', x, y: page.height * 0.9 - 16 * paper, pieces: line.pieces }))
  }
  ops.push(bar(page.height * 0.9))
  return ops
}

const COVERS: Readonly<Record<Design['look']['style'], Cover>> = { classic, modern, large }

/** Text on one line, set smaller when it is long, on several when that would be too small. */
function fittedLines(text: string, style: Style, width: number, track: number, setting: Setting): readonly Line[] {
  if (text === '') return []
  const whole = tracked(setLine([{ text, style }], setting), track)
  if (whole.width <= width) return [whole]
  const smaller = { ...style, size: Math.max(style.size * 0.62, (style.size * width) / whole.width) }
  const refit = tracked(setLine([{ text, style: smaller }], setting), track)
  if (refit.width <= width + 0.01) return [refit]
  const options = { language: 'fr', align: 'ragged', widthOfLine: () => width } as const
  let lines: readonly Line[] = []
  // Never cut: what four lines do not hold is set smaller still.
  for (let { size } = smaller; size > style.size * 0.25; size *= 0.88) {
    lines = setParagraph([{ text, style: { ...style, size } }], options, setting)
    if (lines.length <= 4) break
  }
  return lines.map((line) => narrowed(line, width))
}

function centred(line: Line, y: number, width: number): Op {
  return { kind: 'line', x: (width - line.width) / 2, y, pieces: line.pieces }
}
