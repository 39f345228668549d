/** Two records made one on a real register: what moves, and what is refused. */
import { describe, expect, test } from 'vitest'
import { all, client, edited, lastAct, marie, person, photograph, refused, twin, writes } from '../../merge.fixture.ts'

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

  test('is refused when one record could not hold it all, naming the list', async () => {
    const emails = (from: string) => Array.from({ length: 15 }, (_, at) => ({ address: `${from}${at}@exemple.org` }))
    const [keep, absorb] = [await person({ emails: emails('a') }), await person({ emails: emails('b') })]
    expect(await refused(client.duplicates.merge({ keep, absorb }))).toMatchObject({
      code: 'invalidInput',
      field: 'emails',
    })
  })
})
