/** A table on its way to a file, and what the two kinds of workbook have in common. */
import type { SheetColumn } from './export-columns.ts'

export type Table = {
  /** What the sheet is called. */
  readonly name: string
  /** Said as the author. */
  readonly association: string
  /** The only date of the file, `YYYY-MM-DD`. */
  readonly day: string
  readonly columns: readonly Pick<SheetColumn, 'header' | 'kind'>[]
  /** How many rows there are, and what stands in one of them. */
  readonly count: number
  readonly row: (at: number) => readonly string[]
  /** Told when a row is written. */
  readonly written: (row: number) => void
}

/** In characters. */
const WIDEST = 60
/** Rows looked at for the widths: all of most lists. */
const LOOKED_AT = 2000

/** Widths in characters, by the longest line of the content, with room for the filter's arrow in the header. */
export function widths({ columns, count, row }: Table): readonly number[] {
  const widths = columns.map(({ header }) => header.length + 4)
  const step = Math.max(1, Math.ceil(count / LOOKED_AT))
  for (let at = 0; at < count; at += step)
    for (const [column, text] of row(at).entries()) {
      if (text.length < (widths[column] ?? 0)) continue
      const longest = text.includes('\n') ? Math.max(...text.split('\n').map((line) => line.length)) : text.length
      widths[column] = Math.max(widths[column] ?? 0, Math.min(longest + 1, WIDEST))
    }
  return widths
}

/** What XML 1.0 has no place for (2.2): controls, halves of characters. Written so that no control stands in the source. */
const UNKNOWN_TO_XML = String.raw`[\u0000-\u0008\u000b-\u001f\ufffe\uffff]`
const HALF = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`
const NEEDS_CARE = new RegExp(`[&<>"]|${UNKNOWN_TO_XML}|[\\ud800-\\udfff]`)
const NO_XML = new RegExp(`${UNKNOWN_TO_XML}|${HALF}`, 'g')

/** A text as it may stand in XML, between tags or quotes. */
export const xmlText = (text: string): string =>
  NEEDS_CARE.test(text)
    ? text
        .replace(NO_XML, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function letters(column: number): string {
  let text = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text
  return text
}
