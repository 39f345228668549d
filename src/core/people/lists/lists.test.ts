/** Saved lists and changes to many, on a real office: done, seen, refused, undone. */
import { expect, it, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { client, latestAct, office, person, refused, reopen, undoLatest } from '../../office.fixture.ts'
import type { BulkChange } from './bulk.requests.ts'

const names = async (filter: Parameters<typeof client.people.list>[0]): Promise<readonly string[]> =>
  (await client.people.list(filter)).rows.map(({ displayName }) => displayName)

type Filter = Parameters<typeof client.lists.bulkPreview>[0]['filter']
const preview = async (change: BulkChange, filter: Filter = {}) =>
  finish(await client.lists.bulkPreview({ change, filter: filter ?? {} }))
const bulk = async (change: BulkChange, filter: Filter = {}) => {
  const { preview: name } = await preview(change, filter)
  return finish(await client.lists.bulk({ preview: name, evenIfSweeping: true }))
}
const sheets = async () => {
  const { ids } = await client.people.ids({ deceased: true })
  return Promise.all(ids.map(async (id) => ({ ...(await client.people.read({ id })), revision: 0 })))
}

test('a live list lives, a fixed one stays; both keep their columns, are renamed, removed, and undone', async () => {
  const a = await person('Aubert', { addresses: [{ city: 'Lyon' }] })
  await person('Bernard')
  const criteria = { field: 'city', op: 'is', value: 'lyon' } as const
  const live = await client.lists.save({
    ...{ name: 'À Lyon', kind: 'live', filter: { criteria }, columns: ['city', 'custom:Chambre'] },
    sort: { by: 'city', descending: true },
  })
  const fixed = await client.lists.save({ name: 'Choisis', kind: 'fixed', filter: { ids: [a] } })
  expect((await client.lists.list({})).lists).toMatchObject([
    {
      ...{ id: live.id, name: 'À Lyon', kind: 'live', columns: ['city', 'custom:Chambre'], members: 0 },
      ...{ sort: { by: 'city', descending: true }, filter: { criteria } },
    },
    { id: fixed.id, name: 'Choisis', kind: 'fixed', members: 1 },
  ])
  const b = await person('Chopin', { addresses: [{ city: 'LYON' }] })
  expect(await names({ list: live.id })).toEqual(['Aubert', 'Chopin'])
  expect(await names({ list: fixed.id })).toEqual(['Aubert'])
  expect(await names({ list: live.id, search: 'chop' })).toEqual(['Chopin'])
  expect(await client.lists.add({ id: fixed.id, filter: { ids: [a, b] } })).toEqual({ changed: 1 })
  expect(await names({ list: fixed.id })).toEqual(['Aubert', 'Chopin'])
  expect(await names({ criteria: { field: 'list', id: fixed.id } })).toEqual(['Aubert', 'Chopin'])
  expect(await client.lists.take({ id: fixed.id, filter: { list: live.id, except: [b] } })).toEqual({ changed: 1 })
  expect(await names({ list: fixed.id })).toEqual(['Chopin'])
  await client.lists.rename({ id: fixed.id, name: 'Élus' })
  await client.lists.remove({ id: fixed.id })
  expect((await client.lists.list({})).lists.map(({ name }) => name)).toEqual(['À Lyon'])
  expect(await refused(client.people.list({ list: fixed.id }))).toMatchObject({ code: 'notFound', field: 'list' })
  expect(await undoLatest()).toBe('lists.remove')
  expect(await undoLatest()).toBe('lists.rename')
  expect(await undoLatest()).toBe('lists.take')
  expect(await names({ list: fixed.id })).toEqual(['Aubert', 'Chopin'])
  await reopen()
  expect(await names({ list: fixed.id })).toEqual(['Aubert', 'Chopin'])
})

test('a list is refused, with the field named', async () => {
  const { id } = await client.lists.save({ name: 'Une', kind: 'live' })
  expect(await refused(client.lists.save({ name: ' ÙNE ', kind: 'live' }))).toMatchObject({
    ...{ code: 'invalidInput', field: 'name', values: { reason: 'nameTaken' } },
  })
  expect(await client.lists.save({ id, name: 'UNE', kind: 'live' })).toEqual({ id })
  expect(await refused(client.lists.save({ name: 'B', kind: 'live', filter: { list: id } }))).toMatchObject({
    field: 'filter.list',
  })
  const inside = { any: [{ not: { field: 'list' as const, id } }] }
  expect(await refused(client.lists.save({ name: 'B', kind: 'live', filter: { criteria: inside } }))).toMatchObject({
    field: 'filter.criteria',
  })
  expect(await refused(client.lists.save({ name: 'B', kind: 'live', filter: { ids: [1] } }))).toMatchObject({
    field: 'filter.ids',
  })
  expect(await refused(client.lists.add({ id }))).toMatchObject({ code: 'invalidInput', field: 'id' })
  expect(await refused(client.lists.save({ name: '', kind: 'live' }))).toMatchObject({ field: 'name' })
  const column = 'password' as never
  expect(await refused(client.lists.save({ name: 'C', kind: 'live', columns: [column] }))).toMatchObject({
    field: 'columns.0',
  })
  expect(await refused(client.people.list({ sort: { by: "name'; --" as never } }))).toMatchObject({ field: 'sort.by' })
})

test('columns say what they are asked, and sort: those who say nothing come last, both ways', async () => {
  await person('Aubert', { addresses: [{ city: 'Évry' }], extras: [{ name: 'Chambre', value: '9' }], tags: ['x', 'y'] })
  await person('Bernard', { extras: [{ name: 'chambre', value: '10' }], born: '1962-05' })
  await person('Chopin', { addresses: [{ city: 'Ajaccio' }] })
  await person('Dupont', { addresses: [{ city: 'Zürich' }], extras: [{ name: 'Chambre', value: '100' }] })
  const by = async (column: string, descending = false) =>
    (await names({ sort: { by: column as never, descending } })).map((name) => name[0]).join('')
  expect(await by('city')).toBe('CADB')
  expect(await by('city', true)).toBe('DACB')
  expect(await by('custom:CHAMBRE')).toBe('ABDC')
  expect(await by('name', true)).toBe('DCBA')
  const { rows } = await client.people.list({ columns: ['city', 'custom:Chambre', 'tags', 'born'], search: 'aub' })
  expect(rows[0]?.cells).toEqual(['Évry', '9', 'x, y', ''])
  expect((await client.people.letters({})).letters).toEqual([
    { letter: 'A', at: 0 },
    { letter: 'B', at: 1 },
    { letter: 'C', at: 2 },
    { letter: 'D', at: 3 },
  ])
  expect((await client.people.letters({ sort: { by: 'city' } })).letters).toEqual([])
  expect((await client.people.ids({ sort: { by: 'city' }, offset: 1, limit: 2 })).total).toBe(4)
})

const changes: readonly (readonly [string, BulkChange, string])[] = [
  ['a status', { do: 'setStatus', value: 'friend' }, 'status'],
  ['a category', { do: 'setText', field: 'category', value: 'Nouvelle' }, 'category'],
  ['a profession', { do: 'setText', field: 'profession', value: 'Notaire' }, 'profession'],
  ['a day', { do: 'setDay', field: 'confirmed', value: '2026-02-01' }, 'confirmed'],
  ['a city', { do: 'setPlace', field: 'city', value: 'Lyon' }, 'addresses'],
  ['languages', { do: 'setLanguages', value: ['en'] }, 'languages'],
  ['a field of its own', { do: 'setCustom', name: 'Chambre', value: '3' }, 'extras'],
  ['a note', { do: 'addNote', value: 'Vu en mars' }, 'notes'],
  ['a label', { do: 'addTag', name: 'presse' }, 'tags'],
  ['no label', { do: 'removeTag', name: 'CHORALE' }, 'tags'],
  ['a group', { do: 'join', kind: 'section', name: 'Rhône', since: '2026-01-15' }, 'groups'],
  ['an end in a group', { do: 'leave', kind: 'house', name: 'norvege', until: '2026-01' }, 'groups'],
  ['mail that came back', { do: 'returned', day: '2026-02-02' }, 'addresses'],
  ['the trash', { do: 'trash', trashed: true }, 'trashed'],
]
it.each(changes)('gives everybody %s, as one act, and takes it back', async (_, change, field) => {
  for (const at of [1, 2, 3]) {
    await person(`Nom${at}`, {
      ...{ addresses: [{ city: 'Paris' }], tags: ['chorale'], groups: [{ name: 'Norvège', since: '2001' }] },
      notes: 'Ancienne',
    })
  }
  await person('Dernier', { status: 'deceased', born: '1930' })
  const before = await sheets()
  const shown = await preview(change)
  expect(shown).toMatchObject({ total: 3, changed: 3, unchanged: 0, refused: 0, sweeping: false })
  expect(shown.lines).toHaveLength(3)
  expect(shown.lines[0]?.old).not.toBe(shown.lines[0]?.new)
  // A preview changes nothing.
  expect(await sheets()).toEqual(before)
  const acts = (await latestAct())?.id ?? 0
  expect(await finish(await client.lists.bulk({ preview: shown.preview }))).toEqual({ act: acts + 1, changed: 3 })
  if (change.do === 'trash') expect((await client.people.list({ trashed: true })).total).toBe(3)
  else {
    const after = await sheets()
    const differing = after.map((sheet, at) =>
      Object.keys(sheet).filter(
        (key) => JSON.stringify(sheet[key as 'id']) !== JSON.stringify(before[at]?.[key as 'id']),
      ),
    )
    expect(differing.filter((fields) => fields.length > 0)).toEqual([[field], [field], [field]])
    expect(await preview(change)).toMatchObject({ changed: change.do === 'addNote' ? 3 : 0 })
  }
  expect(await undoLatest()).toBe('lists.bulk')
  expect(await sheets()).toEqual(before)
})

test('a change to a selection is braked when it sweeps, stale when the register moved, and leaves out what cannot be', async () => {
  for (let at = 0; at < 25; at++) await person(`Nom${String(at).padStart(2, '0')}`, { joined: at < 5 ? '1999' : '' })
  const change = { do: 'addTag', name: 'tous' } as const
  const sweeping = await preview(change)
  expect(sweeping.sweeping).toBe(true)
  const asked = { preview: sweeping.preview }
  expect(await refused((async () => finish(await client.lists.bulk(asked)))())).toMatchObject({
    ...{ code: 'bulkTooSweeping', values: { changed: 25, total: 25 } },
  })
  await person('Autre')
  expect(
    await refused((async () => finish(await client.lists.bulk({ ...asked, evenIfSweeping: true })))()),
  ).toMatchObject({
    code: 'bulkStale',
  })
  expect(await bulk(change, { except: [1, 2, 3], search: 'nom' })).toMatchObject({ changed: 22 })
  expect(await names({ criteria: { all: [{ field: 'tag', values: ['tous'] }] }, limit: 3 })).toHaveLength(3)
  const left = await preview({ do: 'setDay', field: 'left', value: '1990' }, { ids: [1, 2, 10] })
  expect(left).toMatchObject({ total: 3, changed: 1, refused: 2, refusedLines: [{ id: 1 }, { id: 2 }] })
  await office.client.people.create({ contact: { kind: 'organisation', name: 'Zoo' } })
  expect(await preview({ do: 'setText', field: 'civility', value: 'Mme' }, { search: 'zoo' })).toMatchObject({
    ...{ total: 1, changed: 0, unchanged: 1 },
  })
})

test.each([
  { do: 'setDay', field: 'died', value: '1990' },
  { do: 'setDay', field: 'born', value: '1990' },
  { do: 'setText', field: 'memberNumber', value: '12' },
  { do: 'setText', field: 'birthPlace', value: 'Laval' },
  { do: 'setStatus', value: 'deceased' },
])('what is one person’s own is given to nobody in bulk: %o', async (change) => {
  await person('Aubert')
  expect(await refused(preview(change as BulkChange))).toMatchObject({ code: 'invalidInput' })
})

test('what is added is shown without what stays: another Maison, another label, a former note', async () => {
  await person('Aubert', {
    groups: [
      { kind: 'house', name: 'Norvège' },
      { kind: 'section', name: 'Rhône', until: '2020' },
    ],
    ...{ tags: ['presse'], notes: 'Vue en mars' },
  })
  const shown = async (change: BulkChange) => (await preview(change)).lines.map((line) => [line.old, line.new])
  expect(await shown({ do: 'join', kind: 'house', name: 'Argonne', since: '' })).toEqual([['', 'Argonne']])
  expect(await shown({ do: 'join', kind: 'section', name: 'rhone', since: '2026' })).toEqual([
    ['Rhône (–2020)', 'Rhône (2026–)'],
  ])
  expect(await shown({ do: 'leave', kind: 'house', name: 'norvege', until: '' })).toEqual([['Norvège', '']])
  expect(await shown({ do: 'addTag', name: 'chorale' })).toEqual([['', 'chorale']])
  expect(await shown({ do: 'addNote', value: 'Revue en mai' })).toEqual([['', 'Revue en mai']])
})

test('a cancelled change leaves everything as it was', async () => {
  for (let at = 0; at < 30; at++) await person(`Nom${at}`)
  const { preview: name } = await preview({ do: 'setStatus', value: 'lost' })
  const running = await client.lists.bulk({ preview: name, evenIfSweeping: true })
  await running.next()
  await running.return?.(undefined as never).catch(() => {})
  const lost = (await client.people.list({ status: ['lost'] })).total
  // Cancelled in time or done whole: never in between.
  expect([0, 30]).toContain(lost)
})

it.each<[string, BulkChange]>([
  ['a civility too long', { do: 'setText', field: 'civility', value: 'x'.repeat(31) }],
  ['a country that is none', { do: 'setPlace', field: 'country', value: 'Narnia' }],
  ['a postcode too long', { do: 'setPlace', field: 'postcode', value: 'p'.repeat(21) }],
  ['a confirmation without its day', { do: 'setDay', field: 'confirmed', value: '1990' }],
])('%s is refused before anybody is looked at', async (_, change) => {
  await person('Aubert', { addresses: [{ city: 'Paris' }] })
  expect(await refused(preview(change))).toMatchObject({ code: 'invalidInput', field: 'change.value' })
})

test('a change leaves out whom it would make impossible: too much of a thing, a number that is none', async () => {
  const tags = Array.from({ length: 40 }, (_, at) => `t${at}`)
  const [full] = [await person('Aubert', { tags }), await person('Bernard')]
  expect(await preview({ do: 'addTag', name: 'tous' })).toMatchObject({ changed: 1, refusedLines: [{ id: full }] })
  await client.fields.define({ name: 'Rang', type: 'number' })
  expect(await preview({ do: 'setCustom', name: 'Rang', value: 'abc' })).toMatchObject({ changed: 0, refused: 2 })
  expect(await preview({ do: 'setCustom', name: 'Rang', value: '3' })).toMatchObject({ changed: 2, refused: 0 })
})

test('a record merged into another is not taken out of the trash with the others', async () => {
  const [keep, absorb, other] = [await person('Aubert'), await person('Aubert'), await person('Bernard')]
  await client.duplicates.merge({ keep, absorb })
  await client.people.trash({ ids: [other] })
  const change = { do: 'trash', trashed: false } as const
  expect(await preview(change, { trashed: true })).toMatchObject({ changed: 1, refusedLines: [{ id: absorb }] })
  expect(await bulk(change, { trashed: true })).toMatchObject({ changed: 1 })
  expect((await client.people.read({ id: absorb })).trashed).toBe(true)
  expect((await client.people.read({ id: other })).trashed).toBe(false)
})

test('a change that changes nobody is no act, and says so', async () => {
  await person('Aubert', { tags: ['presse'] })
  const before = await latestAct()
  const { preview, changed } = await finish(
    await client.lists.bulkPreview({ filter: {}, change: { do: 'addTag', name: 'Presse' } }),
  )
  expect(changed).toBe(0)
  expect(await finish(await client.lists.bulk({ preview }))).toEqual({ act: 0, changed: 0 })
  expect(await latestAct()).toEqual(before)
  expect(await refused(finish(await client.lists.bulk({ preview })))).toMatchObject({ code: 'bulkStale' })
})
