/** A register of 100,000 people: opened, read, sought in, narrowed by criteria. The goals are those of its issue. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { officeFlags } from '../../scripts/office-flags.ts'
import { type Figures, inTurn } from '../measure.ts'
import { type Line, line } from '../table.ts'
import type { Area } from './area.ts'

/** The goals are for as many, however many people the other areas are asked for. */
const PEOPLE = 100_000
const TWINS = 20_000
/** In ms. */
const OPEN = 1000
const PAGE = 30
const SEARCH = 30
const HOLD = 50
const DUPLICATES = 10_000
/** In MB. */
const MEMORY = 400

export const register: Area = async ({ folder, people, rounds, say }) => {
  const run = async (count: number): Promise<Figures | undefined> => {
    const place = join(folder, `register-${count}`)
    say(`inventing ${count} people in a register`)
    execFileSync(process.execPath, [join(import.meta.dirname, '../work/register-make.ts'), String(count), place])
    const figures = await inTurn(
      [{ name: 'register', work: 'register-use.ts', arguments: [place], flags: officeFlags }],
      rounds,
      say,
    )
    return figures.get('register')
  }
  // Fewer are for trying the area itself.
  const many = await run(people < 1000 ? people : PEOPLE)
  const few = await run(Math.min(people, TWINS))
  const of =
    (figures: Figures | undefined) =>
    (figure: string, name: string, goal?: number, unit: Line['unit'] = 'ms') =>
      line({
        area: 'register',
        name,
        value: figures?.[figure] ?? Number.NaN,
        unit,
        ...(goal === undefined ? {} : { goal }),
      })
  const [all, twins] = [of(many), of(few)]
  const held = (figure: string, name = figure) => [
    all(figure, name),
    all(`${figure} hold`, `${name}: longest hold of the office`, HOLD),
    all(`${figure} computing`, `${name}: longest hold, our own processor time`),
  ]
  return [
    all('open', `open the folder, ${PEOPLE} people`, OPEN),
    all('first page', 'first page of the list, cold', PAGE),
    all('page p95', 'page of the list anywhere, p95', PAGE),
    all('search p50', 'search as you type, p50'),
    all('search p95', 'search as you type, p95', SEARCH),
    all('used memory', 'memory of the office', MEMORY, 'MB'),
    ...held('criteria: no e-mail'),
    ...held('criteria: city and group'),
    ...held('criteria: ten, joined by any'),
    ...held('sort by city'),
    ...held('letters', 'where the letters begin'),
    ...held('bulk preview', 'preview of a change to everybody'),
    twins('duplicates', `duplicates of ${TWINS}`, DUPLICATES),
    twins('duplicates hold', 'duplicates: longest hold of the office', HOLD),
    twins('duplicates computing', 'duplicates: longest hold, our own processor time'),
  ]
}
