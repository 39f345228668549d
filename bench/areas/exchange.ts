/** Lists coming in, beside the streaming reader of exceljs. The goals are those of their issue. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { inTurn } from '../measure.ts'
import { type Line, line } from '../table.ts'
import type { Area } from './area.ts'

/** Lines of the list that is read, of 25 columns. */
const PEOPLE = 100_000
/** Ours divided by exceljs's. */
const READ = 0.4
/** In MB, the whole process. */
const MEMORY = 300

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
  const [ours, exceljs] = [figures.get('ours'), figures.get('exceljs')]
  const against = (figure: string, name: string, unit: Line['unit'], goal?: number): Line => {
    const peerValue = exceljs?.[figure]
    return line({
      area: 'exchange',
      name,
      value: ours?.[figure] ?? Number.NaN,
      unit,
      peer: 'exceljs',
      ...(peerValue === undefined ? {} : { peerValue }),
      ...(goal === undefined ? {} : { goal }),
    })
  }
  const name = `read an XLSX of ${count} × 25`
  return [
    against('reading', name, 'ms', READ),
    against('reading processor', `${name}, processor time`, 'ms'),
    against('memory', `${name}, memory`, 'MB'),
    line({
      area: 'exchange',
      name: `${name}, memory`,
      value: ours?.memory ?? Number.NaN,
      unit: 'MB',
      goal: MEMORY,
    }),
  ]
}
