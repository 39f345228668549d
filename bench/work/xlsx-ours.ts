/** Writes a workbook with our writer: xlsx-ours.ts ROWS FOLDER [ods]. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOds } from '../../src/core/exchange/export-ods.ts'
import { writeXlsx } from '../../src/core/exchange/export-xlsx.ts'
import { sayFigures } from './figures.ts'
import { benchColumns, benchRow } from './xlsx-rows.ts'

const [rows = '100000', folder = '.', format = 'xlsx'] = process.argv.slice(2)
const write = format === 'ods' ? writeOds : writeXlsx
const began = performance.now()
const computed = process.cpuUsage()
const bytes = write({
  name: 'Fiches',
  association: 'Anciens de la Cité',
  day: '2026-03-01',
  columns: benchColumns,
  count: Number(rows),
  row: benchRow,
  written: () => {},
})
writeFileSync(join(folder, `ours.${format}`), bytes)
const { user, system } = process.cpuUsage(computed)
sayFigures({
  writing: performance.now() - began,
  'writing processor': (user + system) / 1000,
  size: bytes.byteLength / 1e6,
})
