/** Finds which row says what the columns are, in lists whose first rows may be titles, two headers, or already people. */
import type { Merge, RawRow, ReadingNote } from './reading.types.ts'

export type FoundHeader = {
  /** Line of the header; 0 when the file has none. */
  readonly line: number
  /** One word or phrase per column, all different, never empty. */
  readonly headers: readonly string[]
  /** Rows up to this index (excluded) are not people. */
  readonly firstRow: number
  readonly notes: readonly ReadingNote[]
}

/** How many rows are looked at before deciding. */
export const headerWindow = 60

/** Whether a cell looks like a fact about someone rather than the name of a column. */
function looksLikeFact(cell: string): boolean {
  const text = cell.trim()
  if (text === '') return false
  if (text.length > 120) return true
  if (/^\S+@\S+\.\S+$/.test(text)) return true
  if (/^https?:\/\//i.test(text)) return true
  const digits = text.replace(/\D/g, '').length
  if (/^[+(]?[\d\s()./,:%€$+-]+$/.test(text) && digits > 0) return true
  if (digits >= 4 && digits * 2 >= text.length) return true
  return /^(true|false|vrai|faux|oui|non|yes|no|#.*[!?]|m\.|mme|mlle|mr|mrs|ms|n\/a)$/i.test(text)
}

const filled = (row: RawRow) => row.cells.filter((cell) => cell.trim() !== '')

/** Column letters as spreadsheets name them. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

type Known = (header: string) => boolean

/**
 * Finds the header among the first rows.
 *
 * @param rows the first rows of the file, at most `headerWindow` unless a later line was asked for
 * @param forced line asked for; 0 for none
 * @param known whether a phrase is a known name of a column
 */
export function findHeader(
  rows: readonly RawRow[],
  merges: readonly Merge[],
  forced: number | undefined,
  known: Known,
): FoundHeader {
  if (forced === 0) return withoutHeader(rows, 0, [])
  if (forced !== undefined) {
    const at = rows.findIndex((row) => row.line >= forced)
    return at < 0 ? withoutHeader(rows, rows.length, []) : headerAt(rows, at, merges, known, [])
  }
  const at = bestRow(rows, known)
  if (at < 0) return withoutHeader(rows, 0, [{ line: rows[0]?.line ?? 1, code: 'noHeader', text: '' }])
  const titles: ReadingNote[] = at > 0 ? [{ line: (rows[0] as RawRow).line, code: 'titleRows', text: String(at) }] : []
  return headerAt(rows, at, merges, known, titles)
}

/** The first row that most looks like names of columns; -1 when the first wide row is already someone. */
function bestRow(rows: readonly RawRow[], known: Known): number {
  const usualWidth = usual(rows.map((row) => filled(row).length))
  let best = -1
  let bestScore = 0
  for (let at = 0; at < Math.min(rows.length, 30); at += 1) {
    // What stands last under a list is no heading.
    if (at > 2 && at === rows.length - 1) break
    const cells = filled(rows[at] as RawRow)
    const words = cells.filter((cell) => known(cell)).length
    const facts = cells.filter((cell) => looksLikeFact(cell)).length
    const wide = cells.length >= Math.min(2, usualWidth) && cells.length >= usualWidth * 0.4
    if (words === 0 || !wide || facts > cells.length * 0.4) continue
    const score = words / cells.length + Math.min(words, 6) / 2 - facts / cells.length
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  if (best >= 0) return best
  // No known word: the first wide row is a header when it holds no fact, and the rows below do.
  const at = rows.findIndex((row) => filled(row).length >= Math.max(1, usualWidth * 0.6))
  const row = rows[at]
  if (row === undefined) return -1
  const cells = filled(row)
  if (cells.some((cell) => looksLikeFact(cell))) return -1
  if (new Set(cells.map((cell) => cell.trim().toLowerCase())).size < cells.length) return -1
  const below = rows.slice(at + 1, at + 21)
  if (below.length === 0) return -1
  return below.some((one) => one.cells.some((cell) => looksLikeFact(cell))) ? at : -1
}

function usual(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  let bestCount = 0
  for (const [width, count] of counts) {
    if (count > bestCount || (count === bestCount && width > best)) {
      best = width
      bestCount = count
    }
  }
  return best
}

function withoutHeader(rows: readonly RawRow[], firstRow: number, notes: readonly ReadingNote[]): FoundHeader {
  const width = tableWidth(
    usual(rows.map((row) => filledWidth(row.cells))),
    rows.map(({ cells }) => cells),
  )
  return { line: 0, headers: Array.from({ length: width }, (_, column) => columnLetters(column)), firstRow, notes }
}

function headerAt(
  rows: readonly RawRow[],
  at: number,
  merges: readonly Merge[],
  known: Known,
  before: readonly ReadingNote[],
): FoundHeader {
  const row = rows[at] as RawRow
  const notes = [...before]
  const above = at > 0 ? groupsAbove(rows[at - 1] as RawRow, row, merges) : []
  const second = secondHeader(rows[at + 1], row, known)
  if (second || above.length > 0) notes.push({ line: row.line, code: 'twoHeaderRows', text: '' })
  const lower = second ? (rows[at + 1] as RawRow).cells : []
  const spread = second ? spreadAcross(row, merges) : row.cells
  const width = tableWidth(
    Math.max(filledWidth(spread), filledWidth(lower)),
    rows.slice(at + (second ? 2 : 1)).map(({ cells }) => cells),
  )
  const plain = Array.from({ length: width }, (_, column) => {
    const first = oneLine(spread[column] ?? '')
    const under = oneLine(lower[column] ?? '')
    if (under === '') return first
    if (first === '' || (known(under) && !known(first))) return under
    if (known(first) && !known(under)) return first
    const both = `${first} ${under}`
    // Two known names of one column, a label and a technical key: the first speaks, unless it stands over several.
    if (known(first) && !known(both)) return spread.filter((word) => oneLine(word) === first).length > 1 ? under : first
    return first === under ? first : both
  })
  const headers = distinct(plain, above, (column, text) =>
    notes.push({ line: row.line, column, code: 'doubledHeader', text }),
  )
  return { line: row.line, headers, firstRow: at + (second ? 2 : 1), notes }
}

/** Up to the last cell that holds something. */
const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/**
 * The width of the table: that of its headings, and the columns without a heading that a third of the rows fill. What
 * one long row has beyond is no column.
 */
function tableWidth(headings: number, rows: readonly (readonly string[])[]): number {
  let width = headings
  const most = Math.max(0, ...rows.map(filledWidth))
  for (let column = headings; column < most; column += 1) {
    const filling = rows.filter((cells) => (cells[column] ?? '').trim() !== '').length
    if (filling >= 2 && filling * 3 >= rows.length) width = column + 1
  }
  return width
}

const oneLine = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s*[:*]+$/, '')
    .trim()
    .slice(0, 80)

/** A second row of names: known words in most of its cells, no fact. Technical keys under labels are such rows. */
function secondHeader(below: RawRow | undefined, row: RawRow, known: Known): boolean {
  if (below === undefined || below.line > row.line + 2) return false
  const cells = filled(below)
  if (cells.length < 2 || cells.some((cell) => looksLikeFact(cell))) return false
  const words = cells.filter((cell) => known(cell)).length
  return words >= 2 && words >= cells.length * 0.6
}

/** Words that stand above several columns, `Domicile`, `Travail`: they tell doubled names apart. */
function groupsAbove(above: RawRow, row: RawRow, merges: readonly Merge[]): readonly string[] {
  const cells = filled(above)
  if (above.line < row.line - 1 || cells.length < 2 || cells.length >= filled(row).length) return []
  return spreadAcross(above, merges)
}

/** A row whose merged or empty cells repeat the word at their left, when the row has merges; else as it is. */
function spreadAcross(row: RawRow, merges: readonly Merge[]): string[] {
  const cells = [...row.cells]
  for (const merge of merges) {
    if (merge.top > row.line) break
    if (merge.bottom < row.line || merge.right === merge.left) continue
    const word = cells[merge.left] ?? ''
    for (let column = merge.left + 1; column <= Math.min(merge.right, 255); column += 1) cells[column] = word
  }
  for (let column = 0; column < cells.length; column += 1) cells[column] ??= ''
  return cells
}

/** Names all different: a doubled one takes the word above it, else its rank. */
function distinct(
  plain: readonly string[],
  above: readonly string[],
  doubled: (column: number, text: string) => void,
): string[] {
  const counts = new Map<string, number>()
  for (const header of plain) counts.set(header.toLowerCase(), (counts.get(header.toLowerCase()) ?? 0) + 1)
  const taken = new Set<string>()
  return plain.map((header, column) => {
    const group = oneLine(above[column] ?? '')
    let name = header === '' ? group || columnLetters(column) : header
    if (header !== '' && (counts.get(header.toLowerCase()) ?? 0) > 1 && group !== '') name = `${header} (${group})`
    const base = name
    for (let rank = 2; taken.has(name.toLowerCase()); rank += 1) name = `${base} (${rank})`
    if (name !== base && header !== '') doubled(column, header)
    taken.add(name.toLowerCase())
    return name
  })
}
