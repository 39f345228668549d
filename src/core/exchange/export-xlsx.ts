/** XLSX by exceljs, writing only (it must never read a file from outside: reliability.md, finding 7). */
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { SheetHead } from './export.job.ts'
import type { SheetColumn } from './export-columns.ts'
import { joined } from './export-csv.ts'

const WIDEST = 60
const TEXT = '@'
const DAY = 'yyyy\\-mm\\-dd'
const FONT = { name: 'Calibri', size: 11, family: 2 } as const

/** exceljs gives its zip no way to fix the date of its entries, nor its types the zip. */
type Zip = { append: (source: unknown, entry: { name: string; date?: Date }) => unknown }

/**
 * One sheet: bold frozen header with a filter, widths after the content, every text a text cell (`@`) so that
 * telephone numbers and postcodes keep their zeros and nothing is taken for a formula. Same input, same bytes.
 *
 * @param rows starts the rows over: they are read once for the widths, once to be written
 */
export async function writeXlsx(
  head: SheetHead,
  columns: readonly SheetColumn[],
  rows: () => Iterable<readonly string[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const stream = new Writable({
    write: (piece: Uint8Array, _encoding, done) => {
      pieces.push(piece)
      done()
    },
  })
  const date = new Date(`${head.day}T12:00:00Z`)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 6 } },
  })
  Object.assign(book, { created: date, modified: date, creator: head.association, lastModifiedBy: head.association })
  dateEntries((book as unknown as { zip: Zip }).zip, date)
  const sheet = book.addWorksheet(head.language === 'fr' ? 'Fiches' : 'Records', {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }],
  })
  const widths = widest(columns, rows())
  sheet.columns = columns.map(({ kind }, at) => ({
    width: widths[at] ?? 10,
    style: { font: FONT, numFmt: kind === 'text' ? TEXT : kind === 'day' ? DAY : '0' },
  }))
  const header = sheet.addRow(columns.map((column) => cellText(column.header)))
  header.font = { ...FONT, bold: true }
  header.eachCell((cell) => {
    cell.numFmt = TEXT
    cell.border = { bottom: { style: 'thin' } }
  })
  header.commit()
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } }
  for (const row of rows()) sheet.addRow(row.map((text, at) => cellValue(columns[at]?.kind ?? 'text', text))).commit()
  sheet.commit()
  await book.commit()
  return joined(pieces)
}

function dateEntries(zip: Zip, date: Date): void {
  const append = zip.append.bind(zip)
  zip.append = (source, entry) => append(source, { ...entry, date })
}

/** Widths in characters, by the longest line of the content, with room for the filter's arrow in the header. */
function widest(columns: readonly SheetColumn[], rows: Iterable<readonly string[]>): readonly number[] {
  const widths = columns.map(({ header }) => header.length + 4)
  for (const row of rows)
    for (const [at, text] of row.entries()) {
      if (text.length <= (widths[at] ?? 0) - 1) continue
      const longest = text.includes('\n') ? Math.max(...text.split('\n').map((line) => line.length)) : text.length
      widths[at] = Math.max(widths[at] ?? 0, Math.min(longest + 1, WIDEST))
    }
  return widths
}

type CellValue = string | number | Date | null

function cellValue(kind: SheetColumn['kind'], text: string): CellValue {
  if (text === '') return null
  if (kind === 'number') return Number(text)
  if (kind === 'day') return new Date(`${text}T00:00:00Z`)
  return cellText(text)
}

/** A text that looks like the format's own escapes (`_x000A_`) would be read as what it escapes. */
const cellText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
