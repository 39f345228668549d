/** Lists coming in and going out, beside the streaming reader and writer of exceljs. The goals are those of their issue. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { inTurn } from '../measure.ts'
import { type Line, line } from '../table.ts'
import type { Area } from './area.ts'

/** Lines of the list that is read, and of the one that is written, of 25 columns. */
const PEOPLE = 100_000
/** Ours divided by exceljs's. */
const READ = 0.4
const WRITE = 1
/** In MB, the whole process that reads. */
const MEMORY = 300
/** In MB, the whole process that writes. */
const WRITE_MEMORY = 350

export const exchange: Area = async ({ folder, people, rounds, say }) => {
  // Fewer are for trying the area itself.
  const count = people < 1000 ? people : PEOPLE
  say(`writing a list of ${count} lines`)
  execFileSync(process.execPath, [join(import.meta.dirname, '../work/exchange-make.ts'), String(count), folder])
  const figures = await inTurn(
    [
      { name: 'ours', work: 'exchange-read-ours.ts', arguments: [folder] },
      { name: 'exceljs', work: 'exchange-read-exceljs.ts', arguments: [folder] },
    ],
    rounds,
    say,
  )
  const written = await inTurn(
    [
      { name: 'ours', work: 'xlsx-ours.ts', arguments: [String(count), folder] },
      { name: 'exceljs', work: 'xlsx-exceljs.ts', arguments: [String(count), folder] },
    ],
    rounds,
    say,
  )
  const against = (from: typeof figures, figure: string, name: string, unit: Line['unit'], goal?: number): Line => {
    const peerValue = from.get('exceljs')?.[figure]
    return line({
      area: 'exchange',
      name,
      value: from.get('ours')?.[figure] ?? Number.NaN,
      unit,
      peer: 'exceljs',
      ...(peerValue === undefined ? {} : { peerValue }),
      ...(goal === undefined ? {} : { goal }),
    })
  }
  const name = `read an XLSX of ${count} × 25`
  const writing = `write an XLSX of ${count} × 25`
  const most = (from: typeof figures, about: string, goal: number): Line =>
    line({
      area: 'exchange',
      name: `${about}, memory`,
      value: from.get('ours')?.memory ?? Number.NaN,
      unit: 'MB',
      goal,
    })
  return [
    against(figures, 'reading', name, 'ms', READ),
    against(figures, 'reading processor', `${name}, processor time`, 'ms'),
    against(figures, 'memory', `${name}, memory`, 'MB'),
    most(figures, name, MEMORY),
    against(written, 'writing', writing, 'ms', WRITE),
    against(written, 'writing processor', `${writing}, processor time`, 'ms'),
    against(written, 'memory', `${writing}, memory`, 'MB'),
    most(written, writing, WRITE_MEMORY),
  ]
}
