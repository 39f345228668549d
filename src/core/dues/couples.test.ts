/** A couple at the counter: what is owed once, by whom, and what covers the other. */
import { describe, expect, it } from 'vitest'
import { due, pay, stateOf, withRates, year } from '../dues.fixture.ts'
import { client, person, refused } from '../office.fixture.ts'

describe('a couple, and what is owed once', () => {
  const couple = async (category: string): Promise<readonly [number, number]> => {
    const [anne, paul] = [await person('Tour', { category }), await person('Tour', { firstName: 'Paul', category })]
    await client.households.make({ members: [{ contact: anne }, { contact: paul }], address: null })
    return [anne, paul]
  }

  it('that was never asked may pay by halves in one cheque', async () => {
    const id = await withRates('2026')
    const [anne, paul] = await couple('Couple')
    expect(await pay([due(anne, id, 3000), due(paul, id, 3000)])).toMatchObject({ total: 6000, stillOwed: 0 })
    expect([await stateOf(anne, id), await stateOf(paul, id)]).toEqual(['upToDate', 'upToDate'])
    expect((await client.dues.year({ year: id })).totals).toMatchObject({ asked: 6000, received: 6000, stillOwed: 0 })
  })

  it('of whom the covered one owes alone says the amount, which is not the couple’s', async () => {
    const id = await withRates('2026')
    const [, paul] = await couple('Couple')
    await client.dues.ask({ year: id })
    expect(await refused(client.dues.setDue({ contact: paul, year: id, said: 'owed' }))).toMatchObject({
      field: 'cents',
    })
    await client.dues.setDue({ contact: paul, year: id, said: 'owed', cents: 3000 })
    expect((await client.dues.year({ year: id })).totals.asked).toBe(9000)
  })

  it('the same due twice in one payment is more than is owed', async () => {
    const id = await withRates('2026')
    const anne = await person('Durand', { category: 'Actif' })
    expect(await refused(pay([due(anne, id, 4000), due(anne, id, 4000)]))).toMatchObject({
      code: 'paymentDoubtful',
      field: 'lines.1.cents',
      values: { what: 'overpaid', owed: 0 },
    })
    expect(await stateOf(anne, id)).toBe('notAsked')
    // Without a rate, what is owed is all that is paid.
    const free = await person('Libre')
    await pay([due(free, id, 1500), due(free, id, 500)])
    expect(await client.dues.state({ contact: free, year: id })).toMatchObject({ owed: 2000, paid: 2000 })
  })

  it('that paid for life owes nothing the year after, neither of them', async () => {
    const [first, next] = [await year('2025'), await year('2026')]
    for (const of of [first, next])
      await client.dues.setRates({
        year: of,
        rates: [{ category: 'À vie', cents: 60_000, life: true, persons: 2 }],
      })
    const [anne, paul] = await couple('À vie')
    await pay([due(anne, first, 60_000)], { receivedOn: '2025-02-01' })
    expect([await stateOf(anne, next), await stateOf(paul, next)]).toEqual(['life', 'life'])
    expect(await client.dues.ask({ year: next })).toEqual({ asked: 0, covered: 0, without: 0 })
  })

  it('who was exempt owes what the category pays again, and never nothing', async () => {
    const id = await withRates('2026')
    const [anne, honorary] = [await person('Durand'), await person('Honneur', { category: 'Honoraire' })]
    await client.dues.setDue({ contact: anne, year: id, said: 'exempt' })
    for (const contact of [anne, honorary])
      expect(await refused(client.dues.setDue({ contact, year: id, said: 'owed' }))).toMatchObject({ field: 'cents' })
    expect(await refused(client.dues.setDue({ contact: anne, year: id, said: 'owed', cents: 0 }))).toMatchObject({
      values: { reason: 'amountMissing' },
    })
    await client.dues.setDue({ contact: anne, year: id, said: 'owed', cents: 4000 })
    expect(await stateOf(anne, id)).toBe('owes')
  })
})
