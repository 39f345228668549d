/** Ten years of dues of 100,000 people, a million payments: the state of a year, a payment kept. The goals are those of its issue. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { officeFlags } from '../../scripts/office-flags.ts'
import { inTurn } from '../measure.ts'
import { line } from '../table.ts'
import type { Area } from './area.ts'

/** However many people the other areas are asked for; fewer are for trying the area itself. */
const PEOPLE = 100_000
/** In ms. */
const YEAR = 300
const PAYMENT = 20
const HOLD = 50
/** 2,000 reminder letters typeset. */
const LETTERS = 2000
const TYPESET = 5000

export const dues: Area = async ({ folder, people, rounds, say }) => {
  const count = people < 1000 ? people : PEOPLE
  const place = join(folder, 'dues')
  say(`inventing ${count} people and ${count * 10} payments`)
  const work = (name: string) => join(import.meta.dirname, '../work', name)
  execFileSync(process.execPath, [work('register-make.ts'), String(count), place])
  execFileSync(process.execPath, [work('dues-make.ts'), place])
  const measured = await inTurn(
    [
      { name: 'dues', work: 'dues-use.ts', arguments: [place], flags: officeFlags },
      { name: 'reminders', work: 'reminders-use.ts', arguments: [place, String(LETTERS)], flags: officeFlags },
    ],
    rounds,
    say,
  )
  const figures = { ...measured.get('dues'), ...measured.get('reminders') }
  const of = (figure: string, name: string, goal?: number) =>
    line({
      ...{ area: 'dues', name, value: figures[figure] ?? Number.NaN, unit: 'ms' },
      ...(goal === undefined ? {} : { goal }),
    })
  const held = (figure: string, name: string) => [
    of(`${figure} hold`, `${name}: longest hold of the office`, HOLD),
    of(`${figure} computing`, `${name}: longest hold, our own processor time`),
  ]
  return [
    of('year', `state of a year, ${count} people, ${count * 10} payments`, YEAR),
    ...held('year', 'state of a year'),
    of('year again', 'another page of it'),
    of('day', 'state of a year on a past day'),
    ...held('day', 'on a past day'),
    of('ledger', 'the ledger of one person'),
    of('payment p95', 'one payment recorded durably, p95', PAYMENT),
    of('payment p95 processor', 'one payment, p95 of our own processor time'),
    of('due', 'who is to be reminded'),
    ...held('due', 'who is to be reminded'),
    of('reminders painting', `${figures.letters} reminder letters typeset`, TYPESET),
    of('reminders', 'the whole run: found, addressed, typeset, noted'),
    of('reminders processor', 'processor time of it, both threads'),
    ...held('reminders', 'a run of reminders'),
  ]
}
