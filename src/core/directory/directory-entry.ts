import type { Line, Span, Style } from '../typesetting/para/line.ts'
import { setLine, shifted } from '../typesetting/para/line.ts'
import { type BreakableSpan, wrapMail, wrapSpans } from '../typesetting/para/wrap.ts'
import { mailBreaks, textBreaks } from '../typesetting/text/breaks.ts'
import { cleanText, typographic } from '../typesetting/text/clean.ts'
import type { DirectoryItem, DirectoryReport, EntryLine } from './directory.rules.ts'
import type { Design } from './directory-design.ts'
import type { MissingGlyphs } from './directory-missing.ts'
import type { DirectoryWords } from './directory-words.ts'

/** One item of the list as lines from the left edge of a column, one leading apart. */
export type SetItem = { readonly item: number; readonly lines: readonly IndentedLine[] }

/** A line and where it begins. */
type IndentedLine = { readonly x: number; readonly line: Line }

/** What setting an item needs besides the item. */
type EntryContext = {
  readonly design: Design
  readonly words: DirectoryWords
  readonly missing: MissingGlyphs
  readonly shortened: DirectoryReport['shortened'][number][]
}

/** Between a name and its year, in ems. */
const YEAR_GAP = 0.67

/** Sets one member, organisation or cross-reference. */
export function setItem(item: DirectoryItem, index: number, context: EntryContext): SetItem {
  const lines = [...headLines(item, index, context)]
  if (item.kind === 'entry') for (const line of item.lines) lines.push(...detailLines(line, index, context))
  return { item: index, lines }
}

/** The name of an item in the form it has in the list: headword, then forename with the rejected particle. */
export function itemName(item: DirectoryItem): string {
  return typographic(item.forename === '' ? item.headword : `${item.headword} ${item.forename}`)
}

function headLines(item: DirectoryItem, index: number, context: EntryContext): readonly IndentedLine[] {
  const { design, words } = context
  const { columnWidth, hanging } = design.geometry.list
  const space: BreakableSpan = span(' ', design.forename)
  const spans: BreakableSpan[] = []
  const add = (text: string, style: Style, field: string) => {
    context.missing.look(text, style.face, index, field)
    spans.push(span(text, style))
  }
  add(typographic(item.headword), design.headword, 'headword')
  if (item.forename !== '') {
    spans.push(space)
    add(typographic(item.forename), design.forename, 'forename')
  }
  if (item.kind === 'reference') {
    spans.push(span(`, ${words.see} `, design.italic))
    add(typographic(item.see), design.forename, 'see')
  }
  const name = spans.length
  if (item.kind === 'entry' && item.original !== undefined && item.original !== '') {
    spans.push(space, space)
    add(cleanText(item.original), design.original, 'original')
  }
  const year = item.kind === 'entry' && item.year !== undefined ? setYear(cleanText(item.year), index, context) : null
  const reserved = year === null ? 0 : year.width + YEAR_GAP * design.plain.size
  const widthOfLine = (line: number) => columnWidth - (line === 0 ? reserved : hanging)
  const { quiet } = context.missing
  let { lines, how } = wrapSpans(spans, widthOfLine, quiet)
  if (lines.length > 1 && name < spans.length) {
    // A name in its own script is read at one go: it has a line to itself rather than the end of one and the start of another.
    const first = wrapSpans(spans.slice(0, name), widthOfLine, quiet)
    const own = wrapSpans(spans.slice(name + 2), () => columnWidth - hanging, quiet)
    lines = [...first.lines, ...own.lines]
    how = first.how === 'whole' ? own.how : first.how
  }
  note(how, itemName(item), index, context)
  return lines.map((line, at) => {
    if (at > 0) return { x: hanging, line }
    if (year === null) return { x: 0, line }
    const pieces = [...line.pieces, ...shifted(year, columnWidth - year.width).pieces]
    return { x: 0, line: { pieces, width: columnWidth } }
  })
}

function setYear(year: string, index: number, { design, missing }: EntryContext): Line | null {
  return year === '' ? null : setLine([{ text: year, style: design.year }], missing.settingFor(index, 'year'))
}

function detailLines(line: EntryLine, index: number, context: EntryContext): readonly IndentedLine[] {
  const text = cleanText(line.text).trim()
  if (text === '') return []
  const { design } = context
  const { columnWidth, hanging, continuation } = design.geometry.list
  const setting = context.missing.settingFor(index, line.role)
  const widthOfLine = (at: number) => columnWidth - hanging - (at === 0 ? 0 : continuation)
  const set = detailSpan(line.role, text, design)
  const { lines, how } =
    line.role === 'mail'
      ? wrapMail(set, widthOfLine, setting)
      : wrapSpans(line.role === 'phone' ? [set] : withOrdinals(set, design, context.words), widthOfLine, setting)
  note(how, text, index, context)
  return lines.map((set, at) => ({ x: hanging + (at === 0 ? 0 : continuation), line: set }))
}

/** French ordinals with raised letters: `1er étage`, `2e cour`. They stay ordinary letters for whoever searches. */
export function withOrdinals<S extends Span>(
  whole: S,
  { raised }: Pick<Design, 'raised'>,
  { ordinals }: Pick<DirectoryWords, 'ordinals'>,
): readonly S[] {
  const parts = whole.text.split(ordinals)
  if (parts.length === 1) return [whole]
  return parts.map((text, at) => ({ ...whole, text, style: at % 2 === 1 ? raised(whole.style) : whole.style }))
}

function detailSpan(role: EntryLine['role'], text: string, design: Design): BreakableSpan {
  switch (role) {
    case 'function':
    case 'profession':
      return span(typographic(text), design.italic)
    case 'phone':
      return { text: groupedPhones(text), style: design.plain, breaks: phoneBreaks }
    case 'mail':
      return { text, style: design.plain, breaks: mailBreaks }
    case 'address':
    case 'note':
      return span(typographic(text), design.plain)
  }
}

/** Figures of a number hang together by thin fixed spaces; numbers are parted by a point in mid-line. */
export function groupedPhones(text: string): string {
  return text.replace(/(?<=[\d)])[ \u00a0\u2009\u202f]+(?=\d|\(\d)/g, '\u202f').replace(/\s*[·;]\s*|\s*,\s+/g, '  ·  ')
}

function phoneBreaks(text: string): readonly string[] {
  return text.split(/(?<= · {2})/)
}

function span(text: string, style: Style): BreakableSpan {
  return { text, style, breaks: textBreaks }
}

function note(how: 'whole' | 'narrowed' | 'wrapped', text: string, item: number, { shortened }: EntryContext): void {
  if (how !== 'whole') shortened.push({ item, text, how })
}
