/** Households on a real register: made, joined, left, dissolved; shared addresses kept alike; what is refused; undone. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Refusal } from '../../kit/refusal.ts'
import { refusalWords } from '../../kit/refusal-words.ts'
import { duplicatesAnswers } from '../duplicates/duplicates.service.ts'
import {
  create,
  createAll,
  type Draft,
  found,
  lastAct,
  answers as people,
  read,
  refusal,
  register,
  rowsOf,
  trash,
  undo,
  update,
} from '../people.fixture.ts'
import { type addressInput, contactInput } from '../people.requests.ts'
import { householdsRequests } from './households.requests.ts'
import { householdsAnswers } from './households.service.ts'

type Answers = ReturnType<typeof householdsAnswers>
let answers: Answers
beforeEach(() => {
  answers = householdsAnswers(register)
})

type OrderName = 'make' | 'join' | 'leave' | 'dissolve' | 'change' | 'share'
type Input<K extends keyof typeof householdsRequests> = z.input<
  NonNullable<(typeof householdsRequests)[K]['~orpc']['inputSchema']>
>
const parsed = <K extends keyof typeof householdsRequests>(name: K, input: Input<K>) =>
  (householdsRequests[name]['~orpc'].inputSchema as z.ZodType).parse(input) as never
const place = <K extends OrderName>(name: K, input: Input<K>): ReturnType<Answers[K]> =>
  register.order(`households.${name}`, '', () =>
    (answers[name] as (input: never) => unknown)(parsed(name, input)),
  ) as never
const asked = <K extends 'compose' | 'list'>(name: K, input: Input<K>) =>
  (answers[name] as (input: never) => unknown)(parsed(name, input)) as ReturnType<Answers[K]>
const householdOf = (id: number) => {
  const household = answers.ofContact({ id })
  if (household === null || household instanceof Promise) throw new Error('In no household')
  return household
}
const inNone = (id: number): boolean => answers.ofContact({ id }) === null

type Place = Partial<z.output<typeof addressInput>>
const paris: Place = { street: '1 rue X', postcode: '75005', city: 'Paris', country: 'FR' }
const lyon: Place = { street: '2 rue Y', postcode: '69001', city: 'Lyon', country: 'FR' }
const jean: Draft = { civility: 'M.', firstName: 'Jean', lastName: 'Martin', addresses: [paris] }
const anne: Draft = { civility: 'Mme', firstName: 'Anne', lastName: 'Durand', addresses: [lyon] }
const leo: Draft = { firstName: 'Léo', lastName: 'Martin' }

const two = (): readonly [number, number, number] => {
  const [one = 0, other = 0] = createAll(jean, anne)
  const { id } = place('make', {
    members: [{ contact: one }, { contact: other }],
    address: { contact: one, position: 0 },
  })
  return [id, one, other]
}
const cities = (id: number): string[] => read(id).addresses.map(({ city }) => city)
const sheetOf = (id: number, addresses: (address: Place, at: number) => Place) => {
  const { id: _, revision: __, sortKey: ___, displayName: ____, trashed: _____, ...sheet } = read(id)
  return { ...sheet, addresses: sheet.addresses.map(addresses) } as Draft
}
const editAddress = (id: number, city: string, shared?: 'all' | 'onlyMe' | 'leaveHousehold') =>
  update(
    id,
    sheetOf(id, (address) => (address.household == null ? address : { ...address, city })),
    undefined,
    shared,
  )

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

describe('a shared address changed on one sheet', () => {
  it('changes on all of them in one act, which one undo takes back', async () => {
    const [, one, other] = two()
    const revision = read(other).revision
    editAddress(one, 'Versailles')
    const act = lastAct()
    expect([cities(one), cities(other)]).toEqual([['Versailles'], ['Versailles', 'Lyon']])
    expect(found('versailles')).toEqual([other, one])
    expect(found('paris')).toEqual([])
    // A form open on the other sheet will be told.
    expect(read(other).revision).toBe(revision + 1)
    expect(rowsOf(act).filter(({ table_name }) => table_name === 'address')).toHaveLength(2)
    await undo(act)
    expect([cities(one), cities(other)]).toEqual([['Paris'], ['Paris', 'Lyon']])
    expect(found('paris')).toEqual([other, one])
  })

  it('follows additions and removals, and leaves own addresses where they are', () => {
    const [id, one, other] = two()
    update(one, {
      ...sheetOf(one, (address) => address),
      addresses: [{ ...paris, household: id }, { city: 'Nice', household: id }, { city: 'Metz' }],
    })
    expect([cities(one), cities(other)]).toEqual([
      ['Paris', 'Nice', 'Metz'],
      ['Paris', 'Nice', 'Lyon'],
    ])
    update(
      other,
      sheetOf(other, (address) => address),
    )
    expect(cities(one)).toEqual(['Paris', 'Nice', 'Metz'])
    update(other, { ...sheetOf(other, (address) => address), addresses: [{ city: 'Nice', household: id }, lyon] })
    expect([cities(one), cities(other)]).toEqual([
      ['Nice', 'Metz'],
      ['Nice', 'Lyon'],
    ])
  })

  it('is one’s own when the order says so, or when one leaves with it', async () => {
    const [id, one, other] = two()
    editAddress(one, 'Versailles', 'onlyMe')
    expect([cities(one), cities(other)]).toEqual([['Versailles'], ['Paris', 'Lyon']])
    expect(read(one).addresses[0]?.household).toBe(null)
    expect(householdOf(one).id).toBe(id)
    await undo(lastAct())
    editAddress(one, 'Versailles', 'leaveHousehold')
    expect([cities(one), cities(other)]).toEqual([['Versailles'], ['Paris', 'Lyon']])
    expect([inNone(one), inNone(other)]).toEqual([true, true])
    await undo(lastAct())
    expect(householdOf(other).members).toHaveLength(2)
  })

  it('follows what the copies said, not where they stand, after one was kept apart', () => {
    const [id, one, other] = two()
    place('share', { id, address: { contact: other, position: 1 } })
    const [first, second] = read(one).addresses
    const kept = sheetOf(one, (address) => address)
    update(one, { ...kept, addresses: [{ ...first, city: 'Versailles' }, second ?? {}] as never }, undefined, 'onlyMe')
    update(
      one,
      sheetOf(one, (address) => (address.city === 'Lyon' ? { ...address, city: 'Nice' } : address)),
    )
    expect([cities(one), cities(other)]).toEqual([
      ['Versailles', 'Nice'],
      ['Paris', 'Nice'],
    ])
    // The other's Paris has no copy here any more: changing it leaves Versailles and Nice alone.
    update(
      other,
      sheetOf(other, (address) => (address.city === 'Paris' ? { ...address, city: 'Metz' } : address)),
    )
    expect([cities(one), cities(other)]).toEqual([
      ['Versailles', 'Nice'],
      ['Metz', 'Nice'],
    ])
  })

  it('is refused when another’s sheet would have too many addresses', () => {
    const [id, one, other] = two()
    const mine = read(other).addresses
    const more = Array.from({ length: 18 }, (_, at) => ({ city: `Ville ${at}` }))
    update(other, { ...sheetOf(other, (address) => address), addresses: [...mine, ...more] as never })
    const added = {
      ...sheetOf(one, (address) => address),
      addresses: [...read(one).addresses, { city: 'Nice', household: id }],
    }
    expect(refusal(() => update(one, added as never))).toMatchObject({
      code: 'invalidInput',
      field: 'contact.addresses',
      values: { reason: 'too_big', maximum: 20 },
    })
    expect([cities(one), cities(other).length]).toEqual([['Paris'], 20])
  })

  it('does not follow what is said by a form of a household one is not in', () => {
    const [id, one] = two()
    const stranger = create({ ...leo, addresses: [{ city: 'Nice', household: id }] })
    expect(read(stranger).addresses[0]?.household).toBe(null)
    expect(cities(one)).toEqual(['Paris'])
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

describe('envelopes', () => {
  const lines = async (input: Input<'compose'>) =>
    (await asked('compose', input)).envelopes.map(({ contacts, postal }) => [contacts.length, ...postal.lines])

  it('are one for each household, composed from those who are in the run', async () => {
    const [id, one, other] = two()
    const alone = create({ ...leo, addresses: [{ ...lyon, street: 'Cours Z' }] })
    expect(await lines({ id })).toEqual([[2, 'Mme Anne Durand et M. Jean Martin', '1 RUE X', '75005 PARIS']])
    expect(await lines({ contacts: [one, alone, other] })).toEqual([
      [2, 'Mme Anne Durand et M. Jean Martin', '1 RUE X', '75005 PARIS'],
      [1, 'Léo Martin', 'COURS Z', '69001 LYON'],
    ])
    expect(await lines({ contacts: [other] })).toEqual([[1, 'Mme Anne Durand', '1 RUE X', '75005 PARIS']])
    expect(await lines({ contacts: [one, other], byHousehold: false })).toEqual([
      [1, 'M. Jean Martin', '1 RUE X', '75005 PARIS'],
      [1, 'Mme Anne Durand', '1 RUE X', '75005 PARIS'],
    ])
    expect((await asked('compose', { id, language: 'en' })).envelopes[0]).toMatchObject({
      addressee: ['Ms Anne Durand and Mr Jean Martin'],
      salutation: 'Dear Ms Durand and Mr Martin,',
      address: ['1 rue X', '75005 Paris'],
    })
  })

  it('keep to a household’s own words only when its partners are there', async () => {
    const [id, one, other] = two()
    place('change', { id, revision: householdOf(one).revision, addressee: 'Les Durand-Martin' })
    expect((await lines({ contacts: [one, other] }))[0]?.[1]).toBe('Les Durand-Martin')
    expect((await lines({ contacts: [one] }))[0]?.[1]).toBe('M. Jean Martin')
  })

  it('leave the dead out, and the survivor has the words of one', async () => {
    const [id, one, other] = two()
    update(other, { ...anne, addresses: [{ ...paris, household: id }], died: '2026-01-15' })
    expect(await lines({ id })).toEqual([[1, 'M. Jean Martin', '1 RUE X', '75005 PARIS']])
    expect((await lines({ id, day: '2026-01-10' }))[0]?.[0]).toBe(2)
    expect(await lines({ contacts: [other] })).toEqual([])
    expect(householdOf(one).words.fr.salutation).toBe('Monsieur,')
    expect(householdOf(one).members.map(({ deceased }) => deceased)).toEqual([false, true])
    trash([one])
    expect(await lines({ id })).toEqual([])
    expect(householdOf(one).words.fr.lines).toEqual([])
  })

  it('part for who winters elsewhere, and go nowhere when mail came back', async () => {
    const [id, one, other] = two()
    const winter = { city: 'Nice', seasonFrom: '11-15', seasonUntil: '03-15' }
    update(other, { ...anne, addresses: [{ ...paris, household: id }, winter] })
    expect(
      (await lines({ contacts: [one, other], day: '2026-01-10' })).map(([count, , place]) => [count, place]),
    ).toEqual([
      [1, '1 RUE X'],
      [1, 'NICE'],
    ])
    expect((await lines({ contacts: [one, other], day: '2026-06-10' }))[0]?.[0]).toBe(2)
    update(one, { ...jean, addresses: [{ ...paris, household: id, returned: '2026-02-01' }] })
    expect((await asked('compose', { id, day: '2026-06-10' })).envelopes).toMatchObject([
      { contacts: [one, other], address: [] },
    ])
  })
})

it('the input of a household is bounded', async () => {
  expect(contactInput.safeParse({ kind: 'person', lastName: 'x' }).success).toBe(true)
  const { inputSchema } = householdsRequests.make['~orpc']
  const members = (count: number) => ({ members: Array.from({ length: count }, (_, at) => ({ contact: at + 1 })) })
  expect([0, 20, 21].map((count) => inputSchema?.safeParse(members(count)).success)).toEqual([false, true, false])
})

describe('an undo that would part the copies', () => {
  const refused = async (act: number): Promise<Partial<Refusal>> =>
    undo(act).then(
      () => ({}),
      (error: Refusal) => error,
    )
  const state = () =>
    JSON.stringify([
      register.prepare('SELECT contact_id, household_id, city FROM address ORDER BY contact_id, position').all(),
      register.prepare('SELECT contact_id, household_id FROM household_member ORDER BY contact_id').all(),
    ])
  /** What is done and would be undone, then what somebody did since. */
  const cases: Readonly<Record<string, (of: { id: number; one: number; other: number; child: number }) => number>> = {
    'a change, before somebody joined': ({ id, one, child }) => {
      editAddress(one, 'Versailles')
      const act = lastAct()
      place('join', { id, contact: child })
      return act
    },
    'a leave, before a change': ({ id, one, child }) => {
      place('join', { id, contact: child })
      place('leave', { contact: child })
      const act = lastAct()
      editAddress(one, 'Versailles')
      return act
    },
    'a leave that dissolved it, before one edited the former copy': ({ one, other }) => {
      place('leave', { contact: other })
      const act = lastAct()
      update(
        one,
        sheetOf(one, (address) => ({ ...address, city: 'Versailles' })),
      )
      return act
    },
    'a second address shared, before somebody joined': ({ id, other, child }) => {
      place('share', { id, address: { contact: other, position: 1 } })
      const act = lastAct()
      place('join', { id, contact: child })
      return act
    },
    'a merge of its two people, before the kept record was edited': ({ one, other }) => {
      const merged = duplicatesAnswers(register)
      register.order('duplicates.merge', '', () => merged.merge({ keep: one, absorb: other, choices: {} }))
      const act = lastAct()
      update(
        one,
        sheetOf(one, (address) => ({ ...address, city: 'Versailles' })),
      )
      return act
    },
  }
  it.each(Object.entries(cases))('is refused whole: %s', async (_, done) => {
    const [id, one, other] = two()
    const act = done({ id, one, other, child: create(leo) })
    const before = state()
    const later = lastAct()
    const error = await refused(act)
    expect(error).toMatchObject({ code: 'undoConflict', values: { what: 'household', act: later } })
    expect(String(error.values?.household)).toContain('Martin Jean, Durand Anne')
    expect(refusalWords({ code: 'undoConflict', values: error.values ?? {} }, 'fr')).toContain('le foyer « Martin')
    expect(refusalWords({ code: 'undoConflict', values: error.values ?? {} }, 'en')).toContain('the household “Martin')
    expect(state()).toBe(before)
    // In the other order both go back.
    await undo(later)
    await undo(act)
  })

  it('is let through in order, even where one was kept apart on purpose', async () => {
    const [id, one, other] = two()
    place('share', { id, address: { contact: other, position: 1 } })
    const [first, second] = read(one).addresses
    const sheet = sheetOf(one, (address) => address)
    update(one, { ...sheet, addresses: [{ ...first, city: 'Versailles' }, second ?? {}] as never }, undefined, 'onlyMe')
    const apart = state()
    update(
      one,
      sheetOf(one, (address) => (address.city === 'Lyon' ? { ...address, city: 'Nice' } : address)),
    )
    await undo(lastAct())
    expect(state()).toBe(apart)
  })
})
