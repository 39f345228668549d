/** Two records made one on a real register: what becomes of their households. */
import { describe, expect, test } from 'vitest'
import {
  all,
  client,
  type Given,
  lastAct,
  marie,
  type PersonGiven,
  person,
  photograph,
  twin,
  writes,
} from '../../merge.fixture.ts'

describe('a merge of people with households', () => {
  test('keeps the chosen photo and household, fixed lists once, and two people two', async () => {
    const [keep, absorb, other] = [await person(marie), await person(twin), await person({ lastName: 'Tiers' })]
    writes(
      "INSERT INTO photo (contact_id, sha256, type, width, height) VALUES (?, 'aa', 'image/png', 1, 1), (?, 'bb', 'image/png', 1, 1)",
      keep,
      absorb,
    )
    writes('INSERT INTO household (id) VALUES (1), (2)')
    writes(
      'INSERT INTO household_member (contact_id, household_id, position) VALUES (?, 1, 0), (?, 2, 0)',
      keep,
      absorb,
    )
    writes("INSERT INTO saved_list (id, name, folded, kind, filter, columns) VALUES (1, 'L', 'l', 'fixed', '{}', '[]')")
    writes('INSERT INTO saved_list_member (list_id, contact_id) VALUES (1, ?), (1, ?)', keep, absorb)
    await client.duplicates.twoPeople({ first: other, second: absorb })
    await client.duplicates.twoPeople({ first: absorb, second: keep })
    const before = photograph()
    await client.duplicates.merge({ keep, absorb, choices: { photo: 'absorb' } })
    expect(all('SELECT contact_id, sha256 FROM photo')).toEqual([{ contact_id: keep, sha256: 'bb' }])
    expect(all('SELECT contact_id, household_id FROM household_member')).toEqual([
      { contact_id: keep, household_id: 1 },
    ])
    expect(all('SELECT contact_id FROM saved_list_member')).toEqual([{ contact_id: keep }])
    expect(all('SELECT first_id, second_id FROM two_people ORDER BY id')).toEqual([
      { first_id: keep, second_id: other },
      { first_id: keep, second_id: absorb },
    ])
    await client.history.undo({ act: await lastAct() })
    expect(photograph()).toBe(before)
  })

  test('of two who shared a household leaves no household of one, and the way back', async () => {
    const home: PersonGiven = { addresses: [{ street: '1 rue Haute', postcode: '53000', city: 'Laval' }] }
    const [keep, absorb, other] = [await person(home), await person(home), await person({ lastName: 'Tiers' })]
    await client.households.make({
      members: [{ contact: keep }, { contact: absorb }],
      address: { contact: keep, position: 0 },
    })
    const before = photograph()
    await client.duplicates.merge({ keep, absorb })
    expect(all('SELECT id FROM household')).toEqual([])
    expect(all('SELECT id FROM address WHERE household_id IS NOT NULL')).toEqual([])
    await client.history.undo({ act: await lastAct() })
    expect(photograph()).toBe(before)
    // With a third person the household goes on.
    await client.households.join({ id: 1, contact: other })
    await client.duplicates.merge({ keep, absorb })
    expect(all('SELECT contact_id FROM household_member ORDER BY contact_id')).toEqual([
      { contact_id: keep },
      { contact_id: other },
    ])
  })

  test('gives the kept record the addresses of the household it comes into, whatever was chosen of them', async () => {
    const laval = { street: '1 rue Haute', postcode: '53000', city: 'Laval', country: 'FR' }
    const lyon = { street: '2 rue Basse', postcode: '69001', city: 'Lyon', country: 'FR' }
    const absorb = await person({ firstName: 'A', addresses: [laval] })
    const other = await person({ firstName: 'B' })
    const members = [{ contact: absorb }, { contact: other }]
    const { id } = await client.households.make({ members, address: { contact: absorb, position: 0 } })
    const copy = (await client.people.read({ id: other })).addresses[0]
    // It lives there already, on its own; it lives elsewhere and the line was left out.
    const cases = [
      { addresses: [laval], choices: {}, after: ['Laval'] },
      { addresses: [lyon], choices: { 'addresses.0': 'keep' as const }, after: ['Laval', 'Lyon'] },
      { addresses: [lyon], choices: {}, after: ['Lyon', 'Laval'] },
    ]
    for (const { addresses, choices, after } of cases) {
      const keep = await person({ firstName: 'A.', addresses })
      const before = photograph()
      await client.duplicates.merge({ keep, absorb, choices })
      const kept = (await client.people.read({ id: keep })).addresses
      expect(kept.map(({ city }) => city)).toEqual(after)
      expect(kept.filter(({ household }) => household === id)).toEqual([copy])
      expect((await client.households.read({ id })).members.map(({ contact }) => contact)).toEqual([keep, other])
      await client.history.undo({ act: await lastAct() })
      expect(photograph()).toBe(before)
    }
    // An address parted on purpose stays apart; of two in one household, the kept one’s copies are kept alone.
    const { revision, ...sheet } = await client.people.read({ id: absorb })
    const { id: _, sortKey, displayName, trashed, ...contact } = sheet
    void [sortKey, displayName, trashed]
    const apart = { ...contact, addresses: [{ ...contact.addresses[0], ...lyon }] } as Given
    await client.people.update({ id: absorb, revision, contact: apart, shared: 'onlyMe' })
    const third = await person({ firstName: 'A.', addresses: [laval] })
    await client.households.join({ id, contact: third })
    await client.duplicates.merge({ keep: third, absorb })
    const together = (await client.people.read({ id: third })).addresses
    expect(together.filter(({ household }) => household === id)).toEqual([copy])
    expect(together.map(({ city }) => city).sort()).toEqual(['Laval', 'Lyon'])
  })
})
