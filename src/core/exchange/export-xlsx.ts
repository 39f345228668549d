/** XLSX by exceljs, writing only (it must never read a file from outside: reliability.md, finding 7). */
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { ExportHead } from './export.job.ts'
import type { SheetColumn } from './export-columns.ts'
import { joined } from './export-csv.ts'
import { dateEntries } from './export-zip.ts'

const WIDEST = 60
const FONT = { name: 'Calibri', size: 11, family: 2 } as const
/** One object per kind: exceljs knows a style again by its identity, and works it out anew for every cell otherwise. */
const STYLES = {
  text: { font: FONT, numFmt: '@' },
  day: { font: FONT, numFmt: 'yyyy\\-mm\\-dd' },
  number: { font: FONT, numFmt: '0' },
} as const
const HEADER = { font: { ...FONT, bold: true }, numFmt: '@', border: { bottom: { style: 'thin' } } } as const

/**
 * One sheet: bold frozen header with a filter, widths after the content, every text a text cell (`@`) so that
 * telephone numbers and postcodes keep their zeros and nothing is taken for a formula. Same input, same bytes.
 *
 * @param rows told when a row is written
 */
export async function writeXlsx(
  head: ExportHead,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
  written: (row: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const stream = new Writable({
    write: (piece: Uint8Array, _encoding, done) => {
      pieces.push(piece)
      done()
    },
  })
  const date = new Date(`${head.day}T12:00:00Z`)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  Object.assign(book, { created: date, modified: date, creator: head.association, lastModifiedBy: head.association })
  const sheet = book.addWorksheet(head.language === 'fr' ? 'Fiches' : 'Records', {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }],
  })
  const widths = widest(columns, rows)
  // The style of a column is what a cell has that is filled in later.
  sheet.columns = columns.map(({ kind }, at) => ({ width: widths[at] ?? 10, style: STYLES[kind] }))
  const header = sheet.addRow([])
  for (const [at, column] of columns.entries()) {
    const cell = header.getCell(at + 1)
    cell.value = cellText(column.header)
    cell.style = HEADER
  }
  header.commit()
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } }
  for (const [done, values] of rows.entries()) {
    const row = sheet.addRow([])
    for (const [at, text] of values.entries()) {
      if (text === '') continue
      const kind = columns[at]?.kind ?? 'text'
      const cell = row.getCell(at + 1)
      cell.value = cellValue(kind, text)
      cell.style = STYLES[kind]
    }
    row.commit()
    written(done)
  }
  sheet.commit()
  await book.commit()
  return dateEntries(joined(pieces), head.day)
}

/** Widths in characters, by the longest line of the content, with room for the filter's arrow in the header. */
function widest(columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): readonly number[] {
  const widths = columns.map(({ header }) => header.length + 4)
  for (const row of rows)
    for (const [at, text] of row.entries()) {
      if (text.length < (widths[at] ?? 0)) continue
      const longest = text.includes('\n') ? Math.max(...text.split('\n').map((line) => line.length)) : text.length
      widths[at] = Math.max(widths[at] ?? 0, Math.min(longest + 1, WIDEST))
    }
  return widths
}

function cellValue(kind: SheetColumn['kind'], text: string): string | number | Date {
  if (kind === 'number') return Number(text)
  if (kind === 'day') return new Date(`${text}T00:00:00Z`)
  return cellText(text)
}

/** A text that looks like the format's own escapes (`_x000A_`) would be read as what it escapes. */
const cellText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
