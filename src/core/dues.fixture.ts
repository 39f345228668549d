/** Years, rates and payments as the tests of dues ask for them at the counter. */
import { client } from './office.fixture.ts'

export type Line = Parameters<typeof client.dues.recordPayment>[0]['lines'][number]

export const year = async (name: string, more: object = {}): Promise<number> =>
  (await client.dues.createYear({ name, kind: 'calendar', starts: `${name}-01-01`, ends: `${name}-12-31`, ...more })).id
export const rates = [
  { category: 'Actif', cents: 4000 },
  { category: 'Couple', cents: 6000, persons: 2 },
  { category: 'Honoraire', exempt: true },
  { category: 'À vie', cents: 60_000, life: true },
  { category: 'Bienfaiteur', cents: 10_000, free: true },
]
export const withRates = async (name: string, more: object = {}): Promise<number> => {
  const id = await year(name, more)
  await client.dues.setRates({ year: id, rates })
  return id
}
export const due = (contact: number, of: number, cents: number): Line => ({ kind: 'due', contact, year: of, cents })
export const pay = (lines: readonly Line[], more: object = {}) =>
  client.dues.recordPayment({ mode: 'cheque', lines: [...lines], ...more })
export const stateOf = async (contact: number, of: number, day = '') =>
  (await client.dues.state({ contact, year: of, day })).state
