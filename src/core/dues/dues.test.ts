/** Dues at the counter of a real office: years, what is asked, what is paid, where each one stands. */
import { describe, expect, it, test } from 'vitest'
import { due, type Line, pay, rates, stateOf, withRates, year } from '../dues.fixture.ts'
import { client, latestAct, office, person, refused, today, undoLatest } from '../office.fixture.ts'

describe('years and rates', () => {
  it('proposes the usual categories, and the year of today, to an empty register', async () => {
    const { years, usual, next } = await client.dues.years({})
    expect(years).toEqual([])
    expect(usual.map(({ category }) => category)).toEqual([
      ...['Actif', 'Couple', 'Étudiant', 'Bienfaiteur', 'Honoraire', 'À vie', 'Personne morale'],
    ])
    expect(next).toEqual({ name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' })
    const id = await year('2026')
    await client.dues.setRates({ year: id, rates: usual.map((rate) => ({ ...rate })) })
    const known = await client.dues.years({})
    expect(known.years[0]?.rates.map(({ id: _id, ...rate }) => rate)).toEqual(usual)
    expect(known.next.name).toBe('2027')
  })

  it('keeps past years, seasons and the decision that set a rate; opens with its rates', async () => {
    const past = await year('1998')
    await client.dues.setRates({
      year: past,
      rates: [{ category: 'Actif', cents: 12_195, decision: 'AG du 16 mai 1997', decidedOn: '1997-05-16' }],
    })
    await client.dues.createYear({
      name: '2025-2026',
      kind: 'season',
      starts: '2025-09-01',
      ends: '2026-08-31',
      rates: [{ category: 'Actif', cents: 3000 }],
    })
    const { years, next } = await client.dues.years({})
    expect(years.map(({ name, rates: [rate] }) => [name, rate?.cents, rate?.decision])).toEqual([
      ['2025-2026', 3000, ''],
      ['1998', 12_195, 'AG du 16 mai 1997'],
    ])
    expect(next).toMatchObject({ name: '2026-2027', starts: '2026-09-01', ends: '2027-08-31' })
  })

  it.each([
    ['name', { name: '2026' }, 'nameTaken'],
    ['ends', { starts: '2027-12-31', ends: '2027-01-01' }, 'endBeforeBeginning'],
    ['starts', { starts: '2027-02-30' }, 'noSuchDay'],
    ['dueBy', { dueBy: '2027-13-01' }, 'noSuchDay'],
    ['name', { name: ' ' }, 'custom'],
  ])('a year with a bad %s is refused there', async (field, more, reason) => {
    await year('2026')
    const given = { name: '2027', kind: 'calendar' as const, starts: '2027-01-01', ends: '2027-12-31', ...more }
    expect(await refused(client.dues.createYear(given))).toMatchObject({
      code: 'invalidInput',
      field,
      values: { reason },
    })
  })

  it('refuses a rate without an amount, twice the same category, and to take away one that was asked', async () => {
    const id = await withRates('2026')
    const set = (given: object[]) => refused(client.dues.setRates({ year: id, rates: given as never }))
    expect(await set([{ category: 'Actif' }])).toMatchObject({ field: 'rates.0.cents' })
    expect(await set([...rates, { category: 'ACTIF', cents: 1 }])).toMatchObject({ field: 'rates.5.category' })
    expect(await set([{ category: 'Honoraire', exempt: true, cents: 5 }])).toMatchObject({ field: 'rates.0.cents' })
    expect(await set([{ category: 'Actif', cents: 1_000_000_001 }])).toMatchObject({ field: 'rates.0.cents' })
    await person('Durand', { category: 'Actif' })
    expect(await client.dues.ask({ year: id })).toEqual({ asked: 1, covered: 0, without: 0 })
    expect(await set(rates.slice(1))).toMatchObject({ field: 'rates', values: { reason: 'rateUsed', name: 'Actif' } })
    // What was asked stays as it was asked.
    await client.dues.setRates({ year: id, rates: [{ category: 'Actif', cents: 5000 }, ...rates.slice(1)] })
    expect((await client.dues.year({ year: id })).totals.asked).toBe(4000)
  })

  it('a closed year takes no payment, no rate and no call until it is opened again', async () => {
    const id = await withRates('2025')
    const anne = await person('Durand', { category: 'Actif' })
    const { revision } = await client.dues.updateYear({ id, revision: 1, closed: true })
    for (const [field, asked] of [
      ['lines.0.year', pay([due(anne, id, 4000)])],
      ['year', client.dues.setRates({ year: id, rates: [] })],
      ['year', client.dues.ask({ year: id })],
      ['year', client.dues.setDue({ contact: anne, year: id, said: 'exempt' })],
    ] as const) {
      expect(await refused(asked)).toMatchObject({ field, values: { reason: 'yearClosed' } })
    }
    await client.dues.updateYear({ id, revision, closed: false })
    await pay([due(anne, id, 4000)])
    expect(await stateOf(anne, id)).toBe('upToDate')
  })

  it('of two who record the same cheque at once from two doors, the second is asked; one is recorded', async () => {
    const id = await withRates('2026')
    const anne = await person('Durand', { category: 'Actif' })
    const both = await Promise.allSettled([1, 2].map(() => pay([due(anne, id, 2000)], { reference: '1234567' })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await client.dues.payments({})).toMatchObject({ total: 1, sum: 2000 })
  })

  it('ten and twenty cents are thirty, a thousand times', async () => {
    const id = await withRates('2026')
    const anne = await person('Durand', { category: 'Actif' })
    for (let at = 0; at < 10; at++)
      await pay(
        Array.from({ length: 100 }, (_, line) => ({ kind: 'gift', contact: anne, cents: line % 2 === 0 ? 10 : 20 })),
        { reference: String(at) },
      )
    await pay([due(anne, id, 30)])
    expect((await client.dues.payments({})).sum).toBe(15_030)
    expect((await client.dues.accounts({})).years).toMatchObject([
      { total: 15_030, sources: { gift: 15_000, due: 30 } },
    ])
    expect((await client.dues.ofContact({ contact: anne })).paid).toBe(15_030)
  })
})

describe('where a contact stands', () => {
  it('is told apart from being a member, on any past day', async () => {
    const id = await withRates('2025', { dueBy: '2025-03-31' })
    const anne = await person('Durand', { category: 'Actif', status: 'resigned' })
    await client.dues.setDue({ contact: anne, year: id, said: 'owed' })
    await pay([due(anne, id, 1500)], { receivedOn: '2025-02-10' })
    const { id: rest } = await pay([due(anne, id, 2500)], { receivedOn: '2025-05-20' })
    const on = (day: string) => client.dues.state({ contact: anne, year: id, day })
    expect(await on('2025-02-09')).toMatchObject({ state: 'owes', owed: 4000, paid: 0, inGoodStanding: false })
    expect(await on('2025-02-10')).toMatchObject({ state: 'partly', paid: 1500 })
    expect(await on('2025-05-20')).toMatchObject({ state: 'upToDate', paid: 4000, inGoodStanding: true })
    // The cheque bounces: from that day on, and not before.
    await client.dues.reverse({ payment: rest, day: '2025-06-15' })
    expect(await on('2025-06-14')).toMatchObject({ state: 'upToDate' })
    expect(await on('2025-06-15')).toMatchObject({ state: 'partly', paid: 1500 })
    expect((await on('')).state).toBe('partly')
    // The year of a day is found by itself.
    expect(await client.dues.state({ contact: anne, day: '2025-07-01' })).toMatchObject({ yearName: '2025' })
    expect(await client.dues.state({ contact: anne, day: '2019-07-01' })).toMatchObject({ year: null, state: '' })
  })

  it('says who is late, exempt, paid for life, was not asked, stopped, or left a gap', async () => {
    const [first, second, third] = [await withRates('2024'), await withRates('2025'), await withRates('2026')]
    const late = await person('Late', { category: 'Actif' })
    const honorary = await person('Honorary', { category: 'Honoraire' })
    const life = await person('Life', { category: 'À vie' })
    const nobody = await person('Nobody')
    await client.dues.ask({ year: first })
    await pay([due(life, first, 60_000)])
    await client.dues.ask({ year: third, contacts: [late, honorary, life, nobody] })
    await client.dues.setDue({ contact: nobody, year: third, said: 'stopped', reason: 'Parti à l’étranger' })
    const states = async (of: number) =>
      Promise.all([late, honorary, life, nobody].map((contact) => stateOf(contact, of)))
    expect(await states(first)).toEqual(['late', 'exempt', 'life', 'notAsked'])
    expect(await states(second)).toEqual(['gap', 'gap', 'life', 'notAsked'])
    expect(await states(third)).toEqual(['owes', 'exempt', 'life', 'stopped'])
    const { years } = await client.dues.ofContact({ contact: late })
    expect(years.map(({ name, state }) => [name, state])).toEqual([
      ['2024', 'late'],
      ['2025', 'gap'],
      ['2026', 'owes'],
    ])
    const of2025 = await client.dues.year({ year: second })
    expect(of2025.totals.states).toEqual({ gap: 2, life: 1, notAsked: 1 })
    expect((await client.dues.year({ year: second, states: ['gap'], search: 'honor' })).lines).toMatchObject([
      { displayName: 'Honorary', state: 'gap' },
    ])
  })

  it('a couple pays once: one cheque, both up to date', async () => {
    const id = await withRates('2026')
    const paris = { street: '1 rue A', postcode: '75005', city: 'Paris', country: 'FR' }
    const anne = await person('Tour', { firstName: 'Anne', category: 'Couple', addresses: [paris] })
    const paul = await person('Tour', { firstName: 'Paul', category: 'Couple' })
    await client.households.make({
      members: [{ contact: anne }, { contact: paul }],
      address: { contact: anne, position: 0 },
    })
    const { lines } = await client.dues.propose({ contact: paul })
    expect(lines).toMatchObject([{ cents: 6000, why: 'rate', covers: ['Tour Anne'] }])
    expect(await client.dues.ask({ year: id })).toEqual({ asked: 1, covered: 1, without: 0 })
    // Paid in the name of the one who is covered: it is the same due.
    expect((await client.dues.propose({ contact: paul })).lines).toMatchObject([{ contact: anne, why: 'owed' }])
    const { stillOwed } = await pay([due(paul, id, 5000)])
    expect(stillOwed).toBe(1000)
    expect([await stateOf(anne, id), await stateOf(paul, id)]).toEqual(['partly', 'partly'])
    await pay([due(anne, id, 1000)])
    expect([await stateOf(anne, id), await stateOf(paul, id)]).toEqual(['upToDate', 'upToDate'])
    expect((await client.dues.year({ year: id })).totals).toEqual({
      asked: 6000,
      received: 6000,
      stillOwed: 0,
      states: { upToDate: 2 },
    })
    expect((await client.dues.ofContact({ contact: paul })).years[0]).toMatchObject({ coveredBy: 'Tour Anne' })
  })
})

describe('what is proposed', () => {
  it('is what is owed, else the rate, else the next year; and who joins late pays for the next', async () => {
    const first = await withRates('2025')
    const now = await withRates('2026', { lateFrom: '2026-10-01' })
    const next = await withRates('2027')
    const anne = await person('Durand', { category: 'Actif' })
    const proposed = async (contact: number, day = '') => {
      const { lines, earlier } = await client.dues.propose({ contact, day })
      return [...lines, ...earlier].map(({ year: of, cents, why }) => [of, cents, why])
    }
    expect(await proposed(anne)).toEqual([[now, 4000, 'rate']])
    expect(await proposed(anne, '2026-10-02')).toEqual([[next, 4000, 'next']])
    await client.dues.ask({ year: first })
    expect(await proposed(anne, '2026-10-02')).toEqual([
      [now, 4000, 'rate'],
      [first, 4000, 'owed'],
    ])
    await pay([due(anne, now, 1000)])
    expect(await proposed(anne)).toEqual([
      [now, 3000, 'owed'],
      [first, 4000, 'owed'],
    ])
    await pay([due(anne, now, 3000), due(anne, first, 4000)])
    expect(await proposed(anne)).toEqual([[next, 4000, 'next']])
    const free = await person('Riche', { category: 'Bienfaiteur' })
    await pay([due(free, now, 25_000)])
    expect(await client.dues.state({ contact: free, year: now })).toMatchObject({ owed: 25_000, state: 'upToDate' })
  })
})

describe('what does not suit is refused, and nothing is kept', () => {
  it.each([
    ['lines.0.cents', { cents: 0 }, {}],
    ['lines.0.cents', { cents: -4000 }, {}],
    ['lines.0.cents', { cents: 30.000000000000004 }, {}],
    ['lines.0.cents', { cents: 1_000_000_001 }, {}],
    ['lines.0.contact', { contact: null }, {}],
    ['lines.0.contact', { contact: 9999 }, {}],
    ['lines.0.year', { year: null }, {}],
    ['lines.0.year', { year: 9999 }, {}],
    ['lines.0.year', { kind: 'gift' }, {}],
    ['receivedOn', {}, { receivedOn: '2026-02-30' }],
    ['receivedOn', {}, { receivedOn: '2026-03-02' }],
    ['creditedOn', {}, { creditedOn: '2027-01-01' }],
    ['mode', {}, { mode: 'barter' }],
    ['currency', {}, { currency: 'francs' }],
  ])('%s', async (field, line, more) => {
    const id = await withRates('2026')
    const anne = await person('Durand', { category: 'Actif' })
    const refusal = await refused(pay([{ ...due(anne, id, 4000), ...line } as Line], more))
    expect(refusal.field).toBe(field)
    expect((await client.dues.payments({})).total).toBe(0)
    expect(await stateOf(anne, id)).toBe('notAsked')
  })

  it('a record in the trash or merged takes no money; the dead, the same cheque twice and too much are to be confirmed', async () => {
    const id = await withRates('2026')
    const [anne, gone, double] = [
      await person('Durand', { category: 'Actif' }),
      await person('Gone'),
      await person('Durand', { category: 'Actif' }),
    ]
    const dead = await person('Mort', { category: 'Actif', died: '2026-01' })
    await client.people.trash({ ids: [gone] })
    expect(await refused(pay([due(gone, id, 100)]))).toMatchObject({ values: { reason: 'inTrash' } })
    await client.duplicates.merge({ keep: anne, absorb: double })
    expect(await refused(pay([due(double, id, 100)]))).toMatchObject({ code: 'cannotMerge', field: 'lines.0.contact' })
    expect(await refused(pay([due(dead, id, 4000)]))).toMatchObject({
      code: 'paymentDoubtful',
      field: 'lines.0.contact',
      values: { what: 'deceased' },
    })
    await pay([due(dead, id, 4000)], { confirmed: ['deceased'] })
    expect(await refused(pay([due(anne, id, 4001)]))).toMatchObject({
      field: 'lines.0.cents',
      values: { what: 'overpaid', owed: 4000 },
    })
    const cheque = { reference: '1234567' }
    await pay([due(anne, id, 2000)], cheque)
    expect(await refused(pay([due(anne, id, 2000)], cheque))).toMatchObject({ values: { what: 'twice' } })
    await pay([due(anne, id, 2000)], { ...cheque, confirmed: ['twice'] })
    expect(await stateOf(anne, id)).toBe('upToDate')
  })
})

test('one cheque for several people and years, with a gift and money to assign, agrees with its parts everywhere', async () => {
  const [before, now] = [await withRates('2025'), await withRates('2026')]
  const people = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => person(name, { category: 'Actif' })))
  const [a = 0, b = 0, c = 0] = people
  const { id, total } = await pay([
    ...people.map((one) => due(one, now, 4000)),
    due(a, before, 4000),
    { kind: 'gift', contact: a, cents: 5000, label: 'Bourses' },
    { kind: 'unassigned', cents: 10_000 },
  ])
  expect(total).toBe(39_000)
  expect((await client.dues.payments({ unassigned: true })).payments).toMatchObject([{ id, total: 39_000 }])
  expect(await refused(client.dues.assign({ payment: id, lines: [due(b, before, 10_001)] }))).toMatchObject({
    values: { reason: 'moreThanUnassigned' },
  })
  expect(await client.dues.assign({ payment: id, lines: [due(b, before, 4000), due(c, before, 4000)] })).toEqual({
    rest: 2000,
  })
  expect((await client.dues.year({ year: before })).totals).toMatchObject({ received: 12_000, asked: 12_000 })
  await client.dues.assign({ payment: id, lines: [{ kind: 'event', cents: 2000, label: 'Dîner' }] })
  expect((await client.dues.payments({ unassigned: true })).total).toBe(0)
  expect(await client.dues.payments({})).toMatchObject({ total: 1, sum: 39_000 })
  expect((await client.dues.ofContact({ contact: b })).payments[0]).toMatchObject({ id, total: 39_000, payer: a })
  const { id: back } = await client.dues.reverse({ payment: id })
  expect(await client.dues.payments({})).toMatchObject({ total: 2, sum: 0 })
  expect(await refused(client.dues.reverse({ payment: id }))).toMatchObject({ values: { reason: 'alreadyReversed' } })
  expect(await refused(client.dues.reverse({ payment: back }))).toMatchObject({ values: { reason: 'isReversal' } })
  expect((await client.dues.year({ year: now })).totals).toMatchObject({ received: 0, stillOwed: 20_000 })
  expect(await undoLatest()).toBe('dues.reverse')
  expect((await client.dues.year({ year: now })).totals).toMatchObject({ received: 20_000, stillOwed: 0 })
  expect(office.register.today()).toBe(today)
})

test('the columns of a list become years, dues and payments, once; they stay on the records', async () => {
  const extras = (value: string) => ({ extras: [{ name: 'Cotisation 2024', value }] })
  const [a, b, c, d, e] = await Promise.all(
    ['35,00', 'oui', 'exonéré', '40 € le 12/01/2024', 'voir avec Paul'].map((value, at) =>
      person(`N${at}`, extras(value)),
    ),
  )
  expect(await client.dues.columns({})).toEqual({
    columns: [{ name: 'Cotisation 2024', year: '2024', filled: 5, taken: false }],
  })
  const columns = ['Cotisation 2024']
  expect(await client.dues.takeOver({ columns })).toEqual({ years: 1, dues: 4, payments: 2, unread: 1, known: 0 })
  const [known] = (await client.dues.years({})).years
  const of = known?.id ?? 0
  expect(known).toMatchObject({ name: '2024', starts: '2024-01-01' })
  expect(await Promise.all([a, b, c, d, e].map((contact) => stateOf(contact ?? 0, of)))).toEqual([
    ...['upToDate', 'upToDate', 'exempt', 'upToDate', 'notAsked'],
  ])
  expect(await stateOf(d ?? 0, of, '2024-01-11')).not.toBe('upToDate')
  expect((await client.dues.year({ year: of })).totals).toMatchObject({ received: 7500, stillOwed: 0 })
  expect(await client.dues.takeOver({ columns })).toMatchObject({ dues: 0, payments: 0, known: 4 })
  expect((await client.people.read({ id: a ?? 0 })).extras).toHaveLength(1)
  expect(await refused(client.dues.takeOver({ columns: ['Chambre'] }))).toMatchObject({ field: 'columns.0' })
})

test('several columns make their years at once', async () => {
  const extras = [2023, 2024, 2025].map((year) => ({ name: `Cotisation ${year}`, value: '35' }))
  await person('Tour', { extras })
  const columns = extras.map(({ name }) => name)
  expect(await client.dues.takeOver({ columns })).toMatchObject({ years: 3, payments: 3 })
})

test('asking again when everybody was asked leaves nothing in the history', async () => {
  const id = await withRates('2026')
  await person('Durand', { category: 'Actif' })
  await client.dues.ask({ year: id })
  const act = await latestAct()
  expect(await client.dues.ask({ year: id })).toEqual({ asked: 0, covered: 0, without: 0 })
  expect((await latestAct())?.id).toBe(act?.id)
})

describe('a payment and its reversal stay opposite: what would part them is not undone before the reversal is', () => {
  const anneAnd = async (name: string): Promise<readonly [number, number, number]> => [
    await withRates('2026'),
    await person('Durand', { category: 'Actif' }),
    await person(name, { category: 'Actif' }),
  ]

  it.each(['assign', 'merge'] as const)('%s', async (what) => {
    const [id, anne, other] = await anneAnd('Durand')
    const { id: payment } = await pay(
      what === 'assign' ? [{ kind: 'unassigned', contact: anne, cents: 10_000 }] : [due(other, id, 4000)],
    )
    if (what === 'assign') await client.dues.assign({ payment, lines: [due(anne, id, 4000)] })
    else await client.duplicates.merge({ keep: anne, absorb: other })
    const act = (await latestAct())?.id ?? 0
    await client.dues.reverse({ payment })
    expect(await refused(client.history.undo({ act }))).toMatchObject({
      code: 'undoConflict',
      values: { name: 'dues.reverse' },
    })
    expect(await client.dues.state({ contact: anne, year: id })).toMatchObject({ state: 'owes', paid: 0 })
    // In their order both are undone.
    expect(await undoLatest()).toBe('dues.reverse')
    await client.history.undo({ act })
    expect((await client.dues.state({ contact: anne, year: id })).paid).toBe(0)
  })
})

test('years that share days are refused, unless they go from date to date; a year with such days is renamed all the same', async () => {
  const facts = { kind: 'calendar', starts: '2030-01-01', ends: '2030-12-31' } as const
  const { id, revision } = await client.dues.createYear({ ...facts, name: '2030' })
  const overlap = { ...facts, kind: 'season', name: 'Saison', starts: '2030-09-01', ends: '2031-08-31' } as const
  expect((await refused(client.dues.createYear(overlap))).values).toMatchObject({
    reason: 'yearOverlaps',
    name: '2030',
  })
  await client.dues.createYear({ ...overlap, kind: 'rolling' })
  await client.dues.updateYear({ id, revision, name: 'Exercice 2030' })
})

test('that nothing is due of who covers others is asked first', async () => {
  const { id: year } = await client.dues.createYear({
    ...{ name: '2031', kind: 'calendar', starts: '2031-01-01', ends: '2031-12-31' },
    rates: [{ category: 'Couple', cents: 6000, persons: 2 }],
  })
  const two = [await person('Lune', { category: 'Couple' }), await person('Marc', { category: 'Couple' })]
  await client.households.make({ members: two.map((contact) => ({ contact })), address: null })
  await client.dues.ask({ year })
  const say = (more: object) => client.dues.setDue({ contact: two[0] ?? 0, year, said: 'exempt', ...more })
  expect((await refused(say({}))).values).toMatchObject({ reason: 'coversOthers', name: 'Marc' })
  await say({ together: true })
  expect((await client.dues.state({ contact: two[1] ?? 0, year })).state).toBe('exempt')
})

test('assigning more than is owed is asked about', async () => {
  const { id: year } = await client.dues.createYear({
    ...{ name: '2032', kind: 'calendar', starts: '2032-01-01', ends: '2032-12-31' },
    rates: [{ category: 'Actif', cents: 4000 }],
  })
  const contact = await person('Nord', { category: 'Actif' })
  const { id: payment } = await client.dues.recordPayment({
    ...{ payer: contact, mode: 'transfer', lines: [{ kind: 'unassigned', cents: 9000 }] },
  })
  const lines = [{ kind: 'due' as const, contact, year, cents: 5000 }]
  expect(await refused(client.dues.assign({ payment, lines }))).toMatchObject({
    ...{ code: 'paymentDoubtful', values: { what: 'overpaid' } },
  })
  expect(await client.dues.assign({ payment, lines, confirmed: ['overpaid'] })).toEqual({ rest: 4000 })
})
