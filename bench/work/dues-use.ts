/** Opens the association of dues-make.ts and asks what a treasurer asks: dues-use.ts FOLDER. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openOffice } from '../../src/core/office.ts'
import { sayFigures } from './figures.ts'
import { openProbe } from './probe.ts'

const PAYMENTS = 100

const [folder = '.'] = process.argv.slice(2)
const office = openOffice(join(folder, 'register.amicale'), {
  ...{ door: 'test', by: 'bench', today: () => '2026-03-01' },
  resources: join(import.meta.dirname, '../../resources'),
})
const { client } = office
const figures: Record<string, number> = {}

async function held(name: string, act: () => Promise<unknown>): Promise<void> {
  await pause(50)
  const probe = openProbe()
  const began = performance.now()
  await act()
  figures[name] = performance.now() - began
  const { hold, computing } = probe.close()
  figures[`${name} hold`] = hold
  figures[`${name} computing`] = computing
}

const { years } = await client.dues.years({})
const [latest, before] = [years[0]?.id ?? 0, years[1]?.id ?? 0]
await held('year', () => client.dues.year({ year: before, limit: 100 }))
await held('year again', () => client.dues.year({ year: before, limit: 100, offset: 500 }))
await held('day', () => client.dues.year({ year: before, day: '2025-02-01', limit: 100 }))
const { rows } = await client.people.list({ limit: PAYMENTS })
await held('ledger', () => client.dues.ofContact({ contact: rows[0]?.id ?? 0 }))
const times: number[] = []
const ours: number[] = []
for (const [at, { id }] of rows.entries()) {
  const [began, before] = [performance.now(), process.threadCpuUsage()]
  await client.dues.recordPayment({
    ...{ mode: 'cheque', reference: `B${process.pid} ${at}`, confirmed: ['overpaid', 'deceased'] },
    lines: [{ kind: 'due', contact: id, year: latest, cents: 100 }],
  })
  times.push(performance.now() - began)
  const { user, system } = process.threadCpuUsage(before)
  ours.push((user + system) / 1000)
}
const p95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN
figures['payment p95'] = p95(times)
figures['payment p95 processor'] = p95(ours)
await office.close()
sayFigures(figures)
