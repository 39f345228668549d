/** Writes resources/samples anew from the generator of invented people. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ExcelJS from 'exceljs'
import { sampleColumns, sampleRows } from '../src/core/exchange/invent-sheet.ts'

const samples = resolve(import.meta.dirname, '../resources/samples')

/** As a French spreadsheet program saves it: semicolons, byte order mark, CRLF. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

async function xlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Secrétariat'
  book.created = new Date(Date.UTC(2026, 0, 10))
  book.modified = book.created
  const sheet = book.addWorksheet('Adhérents', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = sampleColumns.map((column) => ({
    width: column.width,
    style: { numFmt: column.number === 'amount' ? '0.00' : column.number === 'year' ? '0' : '@' },
  }))
  const [header = [], ...lines] = rows
  sheet.addRow([...header]).font = { bold: true }
  for (const line of lines) {
    sheet.addRow(
      line.map((text, at) => {
        if (text === '') return null
        return sampleColumns[at]?.number === undefined ? text : Number(text.replace(',', '.'))
      }),
    )
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length, column: sampleColumns.length } }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const rows = sampleRows()
mkdirSync(samples, { recursive: true })
writeFileSync(resolve(samples, 'amis-de-la-cite.csv'), csv(rows))
writeFileSync(resolve(samples, 'amis-de-la-cite.xlsx'), await xlsx(rows))
console.log(`${rows.length - 1} people written to ${samples}`)
