/** Writes the same workbook with exceljs's streaming writer, one style object per kind: xlsx-exceljs.ts ROWS FOLDER. */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { sayFigures } from './figures.ts'
import { benchColumns, benchRow } from './xlsx-rows.ts'

const [rows = '100000', folder = '.'] = process.argv.slice(2)
const font = { name: 'Calibri', size: 11, family: 2 } as const
const styles = {
  text: { font, numFmt: '@' },
  day: { font, numFmt: 'yyyy\\-mm\\-dd' },
  number: { font, numFmt: '0' },
} as const

const began = performance.now()
const computed = process.cpuUsage()
const book = new ExcelJS.stream.xlsx.WorkbookWriter({
  filename: join(folder, 'exceljs.xlsx'),
  useStyles: true,
  useSharedStrings: true,
})
const sheet = book.addWorksheet('Fiches', { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] })
sheet.columns = benchColumns.map(({ kind }) => ({ width: 20, style: styles[kind] }))
sheet.addRow(benchColumns.map(({ header }) => header)).commit()
sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: benchColumns.length } }
for (let at = 0; at < Number(rows); at++) {
  const row = sheet.addRow([])
  for (const [column, text] of benchRow(at).entries()) {
    if (text === '') continue
    const kind = benchColumns[column]?.kind ?? 'text'
    const cell = row.getCell(column + 1)
    cell.value = kind === 'number' ? Number(text) : kind === 'day' ? new Date(`${text}T00:00:00Z`) : text
    cell.style = styles[kind]
  }
  row.commit()
}
sheet.commit()
await book.commit()
const { user, system } = process.cpuUsage(computed)
sayFigures({ writing: performance.now() - began, 'writing processor': (user + system) / 1000 })
