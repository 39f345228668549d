/** Reads every cell of a list: exchange-read-ours.ts FOLDER. */
import { join } from 'node:path'
import { openTable } from '../../src/core/exchange/reading/rows.ts'
import { sayFigures } from './figures.ts'

const path = join(process.argv[2] ?? '.', 'list.xlsx')
let rows = 0
let cells = 0
let characters = 0
const began = performance.now()
const computed = process.cpuUsage()
const table = await openTable({ path, name: 'list.xlsx' }, {})
await table.read({
  row: (row) => {
    rows += 1
    for (const cell of row.cells) {
      if (cell === '') continue
      cells += 1
      characters += cell.length
    }
  },
  note: () => {},
  pause: () => {},
})
table.close()
const { user, system } = process.cpuUsage(computed)
sayFigures({ rows, cells, characters, reading: performance.now() - began, 'reading processor': (user + system) / 1000 })
