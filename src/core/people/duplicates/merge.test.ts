/** Two records made one on a real register: what moves, what is refused, and the way back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newOffice, type Office } from '../../office.ts'
import type { Migration } from '../../register/migrations/migration.ts'
import { migrations } from '../../register/migrations/migrations.ts'

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url))
/** A feature that does not exist yet: it, too, hangs on people. */
const later: Migration = {
  number: migrations.length + 1,
  name: 'a later feature',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE pigeon (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        keeper_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        ring TEXT NOT NULL
      ) STRICT;
      CREATE TABLE pigeon_prize (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL UNIQUE REFERENCES contact (id) ON DELETE RESTRICT,
        prize TEXT NOT NULL
      ) STRICT;
    `),
}

let place = ''
let office: Office
let client: Office['client']
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-merge-'))
  office = newOffice(
    join(place, 'a.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'tester', today: () => '2026-11-22', resources, migrations: [...migrations, later] },
  )
  client = office.client
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

type Given = Parameters<Office['client']['people']['create']>[0]['contact']
type PersonGiven = Partial<Extract<Given, { kind: 'person' }>>
const person = async (given: PersonGiven): Promise<number> =>
  (await client.people.create({ contact: { kind: 'person', lastName: 'Dupont', ...given } })).id
const edited = async (id: number, changes: PersonGiven): Promise<void> => {
  const { id: _, revision, sortKey, displayName, trashed, mergedInto, ...contact } = await client.people.read({ id })
  void [sortKey, displayName, trashed, mergedInto]
  const known = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined))
  await client.people.update({ id, revision, contact: { ...known, ...changes } as Given })
}
const lastAct = async (): Promise<number> => (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0
const refused = async (asked: Promise<unknown>): Promise<unknown> => {
  try {
    return { answered: await asked }
  } catch (error) {
    return (error as { data?: unknown }).data ?? String(error)
  }
}
const all = (sql: string, ...values: unknown[]): unknown[] => office.register.prepare(sql).all(...values)
const writes = (sql: string, ...values: unknown[]): void =>
  office.register.order('test', '', () => void office.register.prepare(sql).run(...values))
/** Every table and row but the journal and what counts writings: two equal photographs are one register. */
const photograph = (): string =>
  JSON.stringify(
    office.register
      .tables()
      .filter((table) => !table.startsWith('journal_') && table !== 'search_hold')
      .map((table) => [
        table,
        (all(`SELECT * FROM ${table} ORDER BY id`) as Record<string, unknown>[]).map(({ revision, ...row }) => {
          void revision
          return row
        }),
      ]),
  )

const marie: PersonGiven = {
  civility: 'Mme',
  firstName: 'Marie',
  profession: 'Médecin',
  emails: [{ address: 'marie@exemple.org' }],
  phones: [{ number: '06 12 34 56 78' }],
  addresses: [{ street: '12 rue de la Gare', postcode: '53000', city: 'Laval' }],
  groups: [{ name: 'Maison du Lys' }],
  tags: ['fidèle'],
  notes: 'Première',
}
const twin: PersonGiven = {
  firstName: 'Marie',
  lastName: 'DUPOND',
  birthName: 'Martin',
  profession: 'Pharmacienne',
  memberNumber: '42',
  born: '1962-05-31',
  emails: [{ address: 'MARIE@exemple.org' }, { address: 'm.dupont@exemple.net' }],
  phones: [{ number: '+33612345678' }, { number: '01 43 29 12 34' }],
  addresses: [
    { street: '12, r. de la Gare', postcode: '53000', city: 'Laval', country: 'FR' },
    { street: '3 quai Sud', postcode: '53000', city: 'Laval' },
  ],
  groups: [{ name: 'maison du lys' }, { kind: 'committee', name: 'Bulletin' }],
  tags: ['Fidèle', 'chorale'],
  extras: [{ name: 'Chambre', value: '214' }],
  notes: 'Seconde',
}

describe('a merge', () => {
  test('unites the lists without repeats, fills what was empty, and leads the other name here', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    const preview = await client.duplicates.mergePreview({ keep, absorb })
    const proposed = Object.fromEntries(preview.fields.map(({ field, proposed }) => [field, proposed]))
    expect(proposed).toMatchObject({
      ...{
        lastName: 'keep',
        profession: 'keep',
        birthName: 'absorb',
        memberNumber: 'absorb',
        born: 'absorb',
        notes: 'both',
      },
    })
    expect(preview.lists.map(({ list, added, repeated }) => [list, added.length, repeated])).toEqual(
      expect.arrayContaining([
        ['emails', 1, 1],
        ['phones', 1, 1],
        ['addresses', 1, 1],
        ['groups', 1, 1],
        ['tags', 1, 1],
        ['extras', 1, 0],
      ]),
    )
    await client.duplicates.merge({ keep, absorb, choices: { profession: 'absorb' } })
    const kept = await client.people.read({ id: keep })
    expect(kept).toMatchObject({
      lastName: 'Dupont',
      birthName: 'Martin',
      profession: 'Pharmacienne',
      memberNumber: '42',
      born: '1962-05-31',
      notes: 'Première\nSeconde',
      trashed: false,
    })
    expect(kept.emails.map(({ address }) => address)).toEqual(['marie@exemple.org', 'm.dupont@exemple.net'])
    expect(kept.phones.map(({ number }) => number)).toEqual(['+33612345678', '+33143291234'])
    expect(kept.addresses.map(({ street, country }) => [street, country])).toEqual([
      ['12 rue de la Gare', 'FR'],
      ['3 quai Sud', ''],
    ])
    expect(kept.groups.map(({ name }) => name)).toEqual(['Maison du Lys', 'Bulletin'])
    expect(kept.tags).toEqual(['fidèle', 'chorale'])
    expect(kept.aliases).toMatchObject([{ name: 'DUPOND', kind: 'spelling', printed: false }])
    expect((await client.people.list({ search: 'dupond' })).rows.map(({ id }) => id)).toEqual([keep])
    expect((await client.people.read({ id: absorb })).trashed).toBe(true)
    expect(all('SELECT id, merged_into FROM contact WHERE merged_into > 0')).toEqual([
      { id: absorb, merged_into: keep },
    ])
  })

  test('is one act, and undoing it puts every row back', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    const before = photograph()
    const acts = await lastAct()
    await client.duplicates.merge({ keep, absorb })
    expect(await lastAct()).toBe(acts + 1)
    expect(photograph()).not.toBe(before)
    const merge = await lastAct()
    await client.history.undo({ act: merge })
    expect(photograph()).toBe(before)
    expect((await client.people.list({ search: 'dupond' })).rows.map(({ id }) => id)).toEqual([absorb])
    // Undoing the undoing merges again.
    await client.history.undo({ act: await lastAct() })
    expect((await client.people.read({ id: keep })).emails).toHaveLength(2)
  })

  test('is undone even after the kept record was edited elsewhere', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { phones: [{ number: '07 81 23 45 67' }, { number: '+33143291234' }], title: 'Dr' })
    await client.history.undo({ act: merge })
    const [kept, back] = [await client.people.read({ id: keep }), await client.people.read({ id: absorb })]
    expect(kept).toMatchObject({ title: 'Dr', birthName: '', memberNumber: '' })
    expect(kept.phones.map(({ number }) => number)).toEqual(['+33781234567'])
    expect(back.trashed).toBe(false)
    expect(back.phones.map(({ number }) => number)).toEqual(['+33612345678', '+33143291234'])
  })

  test('is undone after a line before the moved ones was taken away', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { emails: [{ address: 'm.dupont@exemple.net' }] })
    await client.history.undo({ act: merge })
    expect((await client.people.read({ id: keep })).emails).toEqual([])
    expect((await client.people.read({ id: absorb })).emails.map(({ address }) => address)).toEqual([
      'MARIE@exemple.org',
      'm.dupont@exemple.net',
    ])
  })

  test('names the later act when the same facts were changed since', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    await client.duplicates.merge({ keep, absorb })
    const merge = await lastAct()
    await edited(keep, { memberNumber: '43' })
    const edit = await lastAct()
    const before = photograph()
    expect(await refused(client.history.undo({ act: merge }))).toMatchObject({
      code: 'undoConflict',
      values: { act: edit, name: 'people.update' },
    })
    // A moved line that was taken away later is named too.
    await client.history.undo({ act: edit })
    await edited(keep, { emails: [{ address: 'marie@exemple.org' }] })
    const removal = await lastAct()
    expect(await refused(client.history.undo({ act: merge }))).toMatchObject({
      code: 'undoConflict',
      values: { act: removal },
    })
    await client.history.undo({ act: removal })
    await client.history.undo({ act: merge })
    expect(photograph()).not.toBe(before)
    expect((await client.people.read({ id: absorb })).trashed).toBe(false)
  })

  test('takes along what hangs on any table, those of later features too', async () => {
    const [keep, absorb, other] = [await person(marie), await person(twin), await person({ lastName: 'Tiers' })]
    const house = await client.people.create({
      contact: { kind: 'organisation', name: 'Mairie', representatives: [{ person: absorb, role: 'adjointe' }] },
    })
    writes("INSERT INTO pigeon (keeper_id, ring) VALUES (?, 'FR-1'), (?, 'FR-2')", absorb, other)
    writes("INSERT INTO pigeon_prize (contact_id, prize) VALUES (?, 'or')", absorb)
    writes(
      "INSERT INTO consent (contact_id, medium, field, value, day) VALUES (?, 'paper', 'email', 'no', '2026-01-01')",
      absorb,
    )
    writes("INSERT INTO photo (contact_id, sha256, type, width, height) VALUES (?, 'aa', 'image/png', 1, 1)", absorb)
    const before = photograph()
    expect((await client.duplicates.mergePreview({ keep, absorb })).attached).toEqual([
      { table: 'consent', count: 1 },
      { table: 'photo', count: 1 },
      { table: 'pigeon', count: 1 },
      { table: 'pigeon_prize', count: 1 },
      { table: 'representative', count: 1 },
    ])
    await client.duplicates.merge({ keep, absorb })
    expect(all('SELECT keeper_id FROM pigeon ORDER BY id')).toEqual([{ keeper_id: keep }, { keeper_id: other }])
    expect(all('SELECT contact_id FROM pigeon_prize')).toEqual([{ contact_id: keep }])
    expect(all('SELECT contact_id FROM consent')).toEqual([{ contact_id: keep }])
    expect(all('SELECT contact_id FROM photo')).toEqual([{ contact_id: keep }])
    expect(await client.people.read({ id: house.id })).toMatchObject({ representatives: [{ person: keep }] })
    await client.history.undo({ act: await lastAct() })
    expect(photograph()).toBe(before)
  })

  test('refuses rather than lose what a later feature allows only once', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    writes("INSERT INTO pigeon_prize (contact_id, prize) VALUES (?, 'or'), (?, 'argent')", absorb, keep)
    const before = photograph()
    expect(await refused(client.duplicates.merge({ keep, absorb }))).toMatchObject({
      code: 'cannotMerge',
      values: { what: 'taken', table: 'pigeon_prize' },
    })
    expect(photograph()).toBe(before)
  })

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

  test('are listed, the newest first, with what became of them', async () => {
    const [keep, absorb, third] = [await person(marie), await person(twin), await person({ firstName: 'M.' })]
    expect(await client.duplicates.merges({})).toEqual({ total: 0, merges: [] })
    await client.duplicates.merge({ keep: absorb, absorb: third })
    const first = await lastAct()
    await client.duplicates.merge({ keep, absorb })
    const second = await lastAct()
    const names = async (id: number) => ({ id, displayName: (await client.people.read({ id })).displayName })
    const { total, merges } = await client.duplicates.merges({})
    expect(total).toBe(2)
    expect(merges).toMatchObject([
      { act: second, by: 'tester', kept: await names(keep), absorbed: await names(absorb), undoneBy: null },
      { act: first, kept: await names(absorb), absorbed: await names(third), undoneBy: null },
    ])
    await client.history.undo({ act: second })
    const undoing = await lastAct()
    expect((await client.duplicates.merges({ limit: 1 })).merges).toMatchObject([{ act: second, undoneBy: undoing }])
    expect((await client.duplicates.merges({ offset: 1 })).merges).toMatchObject([{ act: first }])
    await client.history.undo({ act: undoing })
    expect((await client.duplicates.merges({ limit: 1 })).merges).toMatchObject([{ act: second, undoneBy: null }])
  })

  test('leads whoever asks for the absorbed record to the kept one, and does not let it out of the trash alone', async () => {
    const [keep, absorb, third] = [await person(marie), await person(twin), await person({ firstName: 'M.' })]
    await client.duplicates.merge({ keep: absorb, absorb: third })
    await client.duplicates.merge({ keep, absorb })
    expect((await client.people.read({ id: absorb })).mergedInto).toBe(keep)
    expect((await client.people.read({ id: third })).mergedInto).toBe(keep)
    expect((await client.people.read({ id: keep })).mergedInto).toBeUndefined()
    expect(await refused(client.people.trash({ ids: [absorb], trashed: false }))).toMatchObject({
      code: 'cannotMerge',
      values: { what: 'absorbed' },
    })
  })

  test('nothing more is written on the absorbed record: each way is refused, naming the field and who was kept', async () => {
    const [keep, absorb, other] = [await person(marie), await person(twin), await person({ lastName: 'Tiers' })]
    const { id: group } = await client.groups.create({ kind: 'section', name: 'Nord' })
    await client.duplicates.merge({ keep: absorb, absorb: other })
    await client.duplicates.merge({ keep, absorb })
    const before = photograph()
    const answers = [{ medium: 'paper' as const, field: 'name' as const, value: 'no' as const }]
    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['id', () => edited(other, { notes: 'Perdue' })],
      ['id', () => client.people.setPhoto({ id: other, bytes: 'AAAA' })],
      ['id', () => client.people.removePhoto({ id: other })],
      ['contact', () => client.consents.oppose({ contact: other })],
      ['contacts.1', () => client.consents.record({ contacts: [keep, other], answers })],
      ['contacts.0', () => client.consents.mode({ contacts: [other], media: ['paper'], mode: 'absent' })],
      ['contacts.1', () => client.groups.join({ group, contacts: [keep, other] })],
      ['first', () => client.duplicates.twoPeople({ first: other, second: keep })],
      ['second', () => client.duplicates.twoPeople({ first: keep, second: other })],
    ]
    for (const [field, asked] of ways) {
      const values = { what: 'absorbed', kept: keep }
      expect(await refused(asked())).toMatchObject({ code: 'cannotMerge', values, field })
    }
    expect(photograph()).toBe(before)
    // The control: the same on the kept record is written.
    await edited(keep, { notes: 'Gardée' })
    expect(photograph()).not.toBe(before)
  })

  test('is refused with itself, between kinds, with what is in the trash, and into nobody', async () => {
    const [keep, absorb] = [await person(marie), await person(twin)]
    const { id: house } = await client.people.create({ contact: { kind: 'organisation', name: 'Dupont' } })
    const told = async (pair: { keep: number; absorb: number }) => await refused(client.duplicates.merge(pair))
    expect(await told({ keep, absorb: keep })).toMatchObject({ code: 'cannotMerge', values: { what: 'itself' } })
    expect(await told({ keep, absorb: house })).toMatchObject({ code: 'cannotMerge', values: { what: 'kinds' } })
    expect(await told({ keep, absorb: 999 })).toMatchObject({ code: 'notFound', field: 'absorb' })
    expect(await refused(client.duplicates.merge({ keep, absorb, choices: { profession: 'both' } }))).toMatchObject({
      code: 'invalidInput',
      field: 'choices.profession',
    })
    expect(await refused(client.duplicates.merge({ keep, absorb, choices: { pigeon: 'keep' } }))).toMatchObject({
      code: 'invalidInput',
      field: 'choices.pigeon',
    })
    await client.duplicates.merge({ keep, absorb })
    expect(await told({ keep, absorb })).toMatchObject({ code: 'cannotMerge', field: 'absorb' })
    expect(await told({ keep: absorb, absorb: keep })).toMatchObject({ code: 'cannotMerge', field: 'keep' })
  })

  test('follows another: each is undone in its turn', async () => {
    const [first, second, third] = [await person(marie), await person(twin), await person({ firstName: 'M.' })]
    const before = photograph()
    await client.duplicates.merge({ keep: second, absorb: third })
    const one = await lastAct()
    await client.duplicates.merge({ keep: first, absorb: second })
    const two = await lastAct()
    await client.history.undo({ act: two })
    await client.history.undo({ act: one })
    expect(photograph()).toBe(before)
  })

  test('is refused when one record could not hold it all, naming the list', async () => {
    const emails = (from: string) => Array.from({ length: 15 }, (_, at) => ({ address: `${from}${at}@exemple.org` }))
    const [keep, absorb] = [await person({ emails: emails('a') }), await person({ emails: emails('b') })]
    expect(await refused(client.duplicates.merge({ keep, absorb }))).toMatchObject({
      code: 'invalidInput',
      field: 'emails',
    })
  })
})
