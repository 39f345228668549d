/** The same by exceljs's streaming reader: exchange-read-exceljs.ts FOLDER. */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { sayFigures } from './figures.ts'

const reader = new ExcelJS.stream.xlsx.WorkbookReader(join(process.argv[2] ?? '.', 'list.xlsx'), {
  sharedStrings: 'cache',
  hyperlinks: 'ignore',
  styles: 'cache',
  worksheets: 'emit',
  entries: 'ignore',
})
let rows = 0
let cells = 0
let characters = 0
const began = performance.now()
const computed = process.cpuUsage()
for await (const sheet of reader)
  for await (const row of sheet) {
    rows += 1
    row.eachCell((cell) => {
      cells += 1
      characters += String(cell.value).length
    })
  }
const { user, system } = process.cpuUsage(computed)
sayFigures({ rows, cells, characters, reading: performance.now() - began, 'reading processor': (user + system) / 1000 })
