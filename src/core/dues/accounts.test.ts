import { expect, test } from 'vitest'
import { client, person, refused } from '../office.fixture.ts'

const yearOf = async (name: string): Promise<number> => {
  const facts = { name, kind: 'calendar', starts: `${name}-01-01`, ends: `${name}-12-31` } as const
  return (await client.dues.createYear({ ...facts, rates: [{ category: 'Actif', cents: 4000 }] })).id
}
const pay = (contact: number, year: number, receivedOn: string) =>
  client.dues.recordPayment({
    ...{ mode: 'cheque', receivedOn, confirmed: ['overpaid', 'twice'] },
    lines: [{ kind: 'due', contact, year, cents: 4000 }],
  })

test('receipts by source, year and month agree with the ledger; what is taken back counts on its day', async () => {
  const y2025 = await yearOf('2025')
  const anne = await person('Tour', { category: 'Actif', groups: [{ kind: 'house', name: 'Maison du Japon' }] })
  const { id } = await pay(anne, y2025, '2025-03-10')
  await client.dues.recordPayment({
    ...{ payerName: 'Fondation X', mode: 'transfer', receivedOn: '2026-01-20' },
    lines: [
      { kind: 'grant', cents: 100_000, label: 'Colloque' },
      { kind: 'sale', cents: 2500 },
      { kind: 'gift', contact: anne, cents: 700 },
    ],
  })
  await client.dues.reverse({ payment: id, day: '2026-02-01' })
  const { years, months, year } = await client.dues.accounts({})
  expect(year).toBe(2026)
  expect(years).toEqual([
    { year: 2026, total: 99_200, sources: { grant: 100_000, sale: 2500, gift: 700, due: -4000 } },
    { year: 2025, total: 4000, sources: { due: 4000 } },
  ])
  expect(months.map(({ total }) => total).slice(0, 3)).toEqual([103_200, -4000, 0])
  expect((await client.dues.accounts({ year: 2026 })).months[2]?.before).toBe(4000)
  expect(years.reduce((sum, { total }) => sum + total, 0)).toBe((await client.dues.payments({})).sum)
  expect((await client.dues.accountsByGroup({ year: 2025 })).groups).toMatchObject([
    { name: 'Maison du Japon', people: 1, total: 4000, dues: 4000 },
  ])
  expect((await client.dues.accountsByGroup({ year: 2026 })).groups).toMatchObject([{ total: -3300, dues: -4000 }])
})

test('who was kept, lost and won between two years; cohorts; renewals by the month each pays in', async () => {
  const years = [await yearOf('2024'), await yearOf('2025'), await yearOf('2026')]
  const [y24 = 0, y25 = 0, y26 = 0] = years
  const [a, b, c, d] = [
    await person('Albe', { category: 'Actif' }),
    await person('Bruc', { category: 'Actif' }),
    await person('Cres', { category: 'Actif' }),
    await person('Dune', { category: 'Actif' }),
  ]
  for (const one of [a, b]) await pay(one, y24, '2024-02-01')
  for (const one of [a, c, d]) await pay(one, y25, '2025-03-05')
  await pay(c, y26, '2026-01-05')
  const between = await client.dues.moves({ from: y24, to: y25 })
  expect(between).toEqual({
    counts: { kept: 1, lost: 1, won: 2 },
    people: [{ id: b, displayName: 'Bruc', status: 'member' }],
  })
  expect((await client.dues.moves({ from: y24, to: y25, who: 'won', offset: 1 })).people.map(({ id }) => id)).toEqual([
    d,
  ])
  const { cohorts } = await client.dues.cohorts({})
  expect(cohorts).toEqual([
    { year: y24, name: '2024', kept: [2, 1, 0] },
    { year: y25, name: '2025', kept: [2, 1] },
  ])
  expect(await client.dues.renewals({ year: y26 })).toEqual({
    ...{ before: '2025', usual: 500 },
    months: [{ month: '2026-03', people: 2, owed: 8000 }],
  })
  expect(await client.dues.renewals({ year: y24 })).toEqual({ before: '', months: [], usual: null })
  expect((await refused(client.dues.moves({ from: 99, to: y24 }))).code).toBe('notFound')
  expect((await refused(client.dues.accounts({ year: 99 }))).code).toBe('invalidInput')
})

test('who is covered takes part with the one who pays', async () => {
  const [y25, y26] = [await yearOf('2025'), await yearOf('2026')]
  for (const year of [y25, y26])
    await client.dues.setRates({ year, rates: [{ category: 'Couple', cents: 6000, persons: 2 }] })
  const two = [await person('Lune', { category: 'Couple' }), await person('Marc', { category: 'Couple' })]
  await client.households.make({ members: two.map((contact) => ({ contact })), address: null })
  await pay(two[0] ?? 0, y25, '2025-03-05')
  expect((await client.dues.moves({ from: y25, to: y26 })).counts).toEqual({ kept: 0, lost: 2, won: 0 })
})
