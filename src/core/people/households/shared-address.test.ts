/** The address of a household, changed on one sheet, and the undo that would part its copies. */
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../kit/refusal.ts'
import { refusalWords } from '../../kit/refusal-words.ts'
import { duplicatesAnswers } from '../duplicates/duplicates.service.ts'
import { create, found, lastAct, read, refusal, register, rowsOf, undo, update } from '../people.fixture.ts'
import {
  cities,
  editAddress,
  householdOf,
  inNone,
  leo,
  lyon,
  paris,
  place,
  sheetOf,
  two,
} from './households.fixture.ts'

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
