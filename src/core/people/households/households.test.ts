/** Households on a real register: made, joined, left, dissolved; what is refused; undone. */
import { describe, expect, it } from 'vitest'
import {
  create,
  createAll,
  found,
  lastAct,
  answers as people,
  read,
  refusal,
  register,
  trash,
  undo,
  update,
} from '../people.fixture.ts'
import { contactInput } from '../people.requests.ts'
import {
  anne,
  answers,
  asked,
  cities,
  householdOf,
  inNone,
  jean,
  leo,
  type OrderName,
  paris,
  place,
  sheetOf,
  two,
} from './households.fixture.ts'
import { householdsRequests } from './households.requests.ts'

describe('a household', () => {
  it('is made of equals, who share an address of one of them', () => {
    const [id, one, other] = two()
    expect(cities(one)).toEqual(['Paris'])
    expect(cities(other)).toEqual(['Paris', 'Lyon'])
    expect(read(one).addresses[0]?.household).toBe(id)
    expect(read(other).addresses.map(({ household }) => household)).toEqual([id, null])
    expect(found('paris')).toEqual([other, one])
    const household = householdOf(one)
    expect(household).toEqual(householdOf(other))
    expect(household).toMatchObject({ id, shared: 1, words: { fr: { lines: ['Mme Anne Durand et M. Jean Martin'] } } })
    expect(household.members.map(({ name, role }) => [name, role])).toEqual([
      ['Martin Jean', 'partner'],
      ['Durand Anne', 'partner'],
    ])
  })

  it('can end the former homes of those who move in', () => {
    const [one = 0, other = 0] = createAll(jean, anne)
    place('make', {
      members: [{ contact: one }, { contact: other }],
      address: { contact: one, position: 0 },
      former: 'close',
    })
    expect(read(other).addresses.map(({ city, until }) => [city, until])).toEqual([
      ['Paris', ''],
      ['Lyon', '2026-02-28'],
    ])
  })

  it('takes one copy where somebody lived there already', () => {
    const [one = 0, other = 0] = createAll(jean, { ...anne, addresses: [paris] })
    place('make', { members: [{ contact: one }, { contact: other }], address: { contact: one, position: 0 } })
    expect(cities(other)).toEqual(['Paris'])
  })

  it('may share nothing', () => {
    const [one = 0, other = 0] = createAll(jean, anne)
    place('make', { members: [{ contact: one }, { contact: other }] })
    expect([cities(one), cities(other)]).toEqual([['Paris'], ['Lyon']])
    expect(householdOf(one).shared).toBe(0)
  })

  it('is joined, and the newcomer has the address', () => {
    const [id] = two()
    const child = create(leo)
    place('join', { id, contact: child, role: 'child' })
    expect(cities(child)).toEqual(['Paris'])
    expect(householdOf(child).members).toHaveLength(3)
    expect(householdOf(child).words.fr.lines).toEqual(['Mme Anne Durand, M. Jean Martin', 'et famille'])
  })

  it('is left with the right address: the shared one as an own copy, a new one, or none of it', async () => {
    const [id, one, other] = two()
    const child = create(leo)
    place('join', { id, contact: child, role: 'child' })

    expect(place('leave', { contact: child })).toEqual({ dissolved: false })
    expect(read(child).addresses.map(({ city, household }) => [city, household])).toEqual([['Paris', null]])
    await undo(lastAct())
    place('leave', { contact: child, address: { kind: 'new', address: { city: 'Nice' } }, day: '2026-04-01' })
    expect(read(child).addresses.map(({ city, household, since, until }) => [city, household, since, until])).toEqual([
      ['Nice', null, '2026-04-01', ''],
      ['Paris', null, '', '2026-03-31'],
    ])
    await undo(lastAct())
    place('leave', { contact: child, address: { kind: 'none' } })
    expect(read(child).addresses).toEqual([])
    await undo(lastAct())
    expect(cities(child)).toEqual(['Paris'])
    expect([cities(one), cities(other)]).toEqual([['Paris'], ['Paris', 'Lyon']])
  })

  it('is left for a place that says where, on a day that ends nothing before it began', () => {
    const [, one, other] = two()
    const why = refusal(() => place('leave', { contact: one, address: { kind: 'new', address: {} } }))
    expect(why).toMatchObject({ code: 'invalidInput', field: 'address.address.city' })
    update(
      one,
      sheetOf(one, (address) => ({ ...address, since: '2026-02-15' })),
    )
    place('leave', { contact: one, address: { kind: 'new', address: { city: 'Nice' } }, day: '2026-02-01' })
    expect(read(one).addresses.map(({ city, since }) => [city, since])).toEqual([['Nice', '2026-02-01']])
    expect(cities(other)).toEqual(['Paris', 'Lyon'])
  })

  it('ends for the one who is left too, when neither lives there any more', async () => {
    const [, one, other] = two()
    place('leave', { contact: one, address: { kind: 'keep' }, others: 'close', day: '2026-04-01' })
    expect(read(other).addresses.map(({ city, household, until }) => [city, household, until])).toEqual([
      ['Paris', null, '2026-03-31'],
      ['Lyon', null, ''],
    ])
    expect(read(one).addresses.map(({ city, until }) => [city, until])).toEqual([['Paris', '']])
    await undo(lastAct())
    expect(householdOf(one).shared).toBe(1)
  })

  it('of which one person is left is one no more, and nobody loses the address', async () => {
    const [id, one, other] = two()
    expect(place('leave', { contact: other })).toMatchObject({ dissolved: true })
    expect([inNone(one), inNone(other)]).toEqual([true, true])
    expect([cities(one), cities(other)]).toEqual([['Paris'], ['Paris', 'Lyon']])
    expect(read(one).addresses[0]?.household).toBe(null)
    expect(refusal(() => answers.read({ id }))).toMatchObject({ code: 'notFound' })
    await undo(lastAct())
    expect(householdOf(one).members).toHaveLength(2)
    expect(read(one).addresses[0]?.household).toBe(id)
  })

  it('is left by one of two: whatever the one takes along, the other keeps the address as it was', async () => {
    const [id, one, other] = two()
    const third = create(leo)
    const copy = read(other).addresses[0]
    const gone = { one: read(one), other: read(other) }
    const ways = [{ kind: 'keep' }, { kind: 'none' }, { kind: 'new', address: { city: 'Nice' } }] as const
    for (const address of ways) {
      for (const [leaver, stayer] of [
        [one, other],
        [other, one],
      ] as const) {
        expect(place('leave', { contact: leaver, address })).toEqual({ dissolved: true })
        expect(answers.ofContact({ id: stayer })).toBe(null)
        expect(read(stayer).addresses[0]).toEqual({ ...copy, household: null })
        expect(read(leaver).addresses.every(({ household }) => household === null)).toBe(true)
        await undo(lastAct())
        expect(householdOf(one).members).toHaveLength(2)
        expect([read(one).addresses, read(other).addresses]).toEqual([gone.one.addresses, gone.other.addresses])
      }
    }
    // Of three, two go on sharing.
    place('join', { id, contact: third })
    expect(place('leave', { contact: third, address: { kind: 'none' } })).toEqual({ dissolved: false })
    expect([read(one).addresses[0]?.household, read(other).addresses[0]?.household]).toEqual([id, id])
  })

  it('is dissolved: everybody keeps an own copy', async () => {
    const [id, one, other] = two()
    place('dissolve', { id })
    expect([inNone(one), inNone(other)]).toEqual([true, true])
    expect([cities(one), cities(other)]).toEqual([['Paris'], ['Paris', 'Lyon']])
    await undo(lastAct())
    expect(householdOf(other).id).toBe(id)
  })

  it('has its own words when it wants some, order and roles', async () => {
    const [id, one, other] = two()
    const { revision } = householdOf(one)
    place('change', {
      ...{ id, revision, addressee: 'Famille\nDurand-Martin', salutation: 'Chers amis,' },
      members: [{ contact: other }, { contact: one, role: 'other' }],
    })
    const household = householdOf(one)
    expect(household.words.fr).toEqual({ lines: ['Famille', 'Durand-Martin'], salutation: 'Chers amis,' })
    expect(household.words.en.lines).toEqual(['Famille', 'Durand-Martin'])
    expect(household.composed.fr.lines).toEqual(['Mme Anne Durand et M. Jean Martin'])
    expect(household.members.map(({ contact, role }) => [contact, role])).toEqual([
      [other, 'partner'],
      [one, 'other'],
    ])
    expect(refusal(() => place('change', { id, revision }))).toMatchObject({
      code: 'changedMeanwhile',
      field: 'revision',
    })
    await undo(lastAct())
    expect(householdOf(one).words.fr.lines).toEqual(['Mme Anne Durand et M. Jean Martin'])
    // Nothing to change is no act.
    const before = lastAct()
    place('change', { id, revision: householdOf(one).revision })
    expect(lastAct()).toBe(before)
  })

  it('can share a second address, and stop', async () => {
    const [id, one, other] = two()
    place('share', { id, address: { contact: other, position: 1 } })
    expect([cities(one), cities(other)]).toEqual([
      ['Paris', 'Lyon'],
      ['Paris', 'Lyon'],
    ])
    place('share', { id, address: { contact: one, position: 0 }, shared: false })
    expect(read(one).addresses.map(({ household }) => household)).toEqual([null, id])
    expect(read(other).addresses.map(({ household }) => household)).toEqual([null, id])
    await undo(lastAct())
    expect(householdOf(one).shared).toBe(2)
  })

  it('is found by any of its names, with the words on its envelope', async () => {
    const [id, one, other] = two()
    const list = (search: string, language: 'fr' | 'en' = 'fr') =>
      Promise.resolve(asked('list', { search, language })) as Promise<{ total: number; rows: unknown[] }>
    const row = { id, names: ['Martin Jean', 'Durand Anne'], contacts: [one, other], city: 'Paris', country: 'FR' }
    expect(await list('')).toEqual({
      total: 1,
      rows: [{ ...row, addressee: ['Mme Anne Durand et M. Jean Martin'] }],
    })
    expect((await list('', 'en')).rows).toMatchObject([{ addressee: ['Ms Anne Durand and Mr Jean Martin'] }])
    expect((await list('DURA mart')).total).toBe(1)
    expect((await list('urand')).total).toBe(0)
  })
})

describe('what is refused', () => {
  it('more addresses than a sheet may have', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ city: `Ville ${at}` }))
    const [one = 0, other = 0] = createAll(jean, { ...anne, addresses: many })
    const make = () =>
      place('make', { members: [{ contact: one }, { contact: other }], address: { contact: one, position: 0 } })
    expect(refusal(make)).toMatchObject({ code: 'invalidInput', field: 'address', values: { maximum: 20 } })
    expect([inNone(one), inNone(other)]).toEqual([true, true])
  })

  it('names the field', () => {
    const [id, one, other] = two()
    const organisation = contactInput.parse({ kind: 'organisation', name: 'Société' })
    const society = register.order('people.create', '', () => people.create({ contact: organisation })).id
    const [alone = 0, away = 0, merged = 0] = createAll(leo, leo, leo)
    trash([away, merged])
    register.order('test', '', () =>
      register.prepare('UPDATE contact SET merged_into = ? WHERE id = ?').run(alone, merged),
    )
    const why = (name: OrderName, input: unknown) => {
      const { code, values, field } = refusal(() => place(name, input as never))
      return `${code} ${values?.what ?? ''} ${field}`
    }
    const make = (...contacts: number[]) => why('make', { members: contacts.map((contact) => ({ contact })) })
    expect([
      make(alone),
      make(alone, alone),
      make(alone, one),
      make(alone, society),
      make(alone, away),
      make(alone, merged),
      make(alone, 999),
      why('join', { id, contact: other }),
      why('join', { id, contact: society }),
      why('join', { id: 99, contact: alone }),
      why('leave', { contact: alone }),
      why('change', { id, revision: 1, members: [{ contact: one }] }),
      why('change', { id, revision: 1, members: [{ contact: one }, { contact: alone }] }),
      why('share', { id, address: { contact: alone, position: 0 } }),
      why('share', { id, address: { contact: one, position: 7 } }),
      why('dissolve', { id: 99 }),
    ]).toEqual([
      'householdRefused one members',
      'householdRefused twice members.1.contact',
      'householdRefused elsewhere members.1.contact',
      'householdRefused organisation members.1.contact',
      'householdRefused trashed members.1.contact',
      'householdRefused merged members.1.contact',
      'notFound  members.1.contact',
      'householdRefused elsewhere contact',
      'householdRefused organisation contact',
      'notFound  id',
      'householdRefused inNone contact',
      'householdRefused otherPeople members',
      'householdRefused otherPeople members',
      'householdRefused notInside address.contact',
      'notFound  address.position',
      'notFound  id',
    ])
    expect(householdOf(one).members).toHaveLength(2)
  })
})

it('the input of a household is bounded', async () => {
  expect(contactInput.safeParse({ kind: 'person', lastName: 'x' }).success).toBe(true)
  const { inputSchema } = householdsRequests.make['~orpc']
  const members = (count: number) => ({ members: Array.from({ length: count }, (_, at) => ({ contact: at + 1 })) })
  expect([0, 20, 21].map((count) => inputSchema?.safeParse(members(count)).success)).toEqual([false, true, false])
})
