/** Groups, bodies, stays and support on a real office. */
import { describe, expect, test } from 'vitest'
import { client, latestAct, person, refused, reopen, undoLatest } from '../../office.fixture.ts'

type Made = Parameters<typeof client.groups.create>[0]
const make = async (name: string, more: Partial<Made> = {}) =>
  (await client.groups.create({ kind: 'section', name, ...more })).id
const tree = async (day = '') => (await client.groups.tree({ day })).groups
const node = async (id: number) => {
  const found = (await tree()).find((group) => group.id === id)
  if (found === undefined) throw new Error(`There is no group ${id}`)
  return found
}
const change = async (id: number, more: Record<string, unknown>) =>
  client.groups.update({ id, revision: (await node(id)).revision, ...more })
const names = async (group: number, more: Record<string, unknown> = {}) =>
  (await client.groups.members({ group, ...more })).members.map(({ displayName }) => displayName)
const groupsOf = async (id: number) => (await client.people.read({ id })).groups

describe('the tree', () => {
  test('counts who belongs today, who no longer does, and those below once', async () => {
    const europe = await make('Europe')
    const nord = await make('Nord', { parent: europe })
    await person('Ici', { groups: [{ kind: 'section', name: 'Nord', since: '2020' }] })
    await person('Deux', {
      groups: [
        { kind: 'section', name: 'Nord' },
        { kind: 'section', name: 'Europe' },
      ],
    })
    await person('Parti', { groups: [{ kind: 'section', name: 'Nord', since: '2001', until: '2005' }] })
    await person('Mort', { status: 'deceased', groups: [{ kind: 'section', name: 'Nord' }] })
    const jeté = await person('Jeté', { groups: [{ kind: 'section', name: 'Nord' }] })
    await client.people.trash({ ids: [jeté] })
    expect(await node(nord)).toMatchObject({ present: 2, former: 2, presentBelow: 2, parent: europe })
    await person('Élue', { mandates: [{ body: 'Conseil', since: '2024' }] })
    expect((await tree()).find(({ name }) => name === 'Conseil')).toMatchObject({ present: 1, former: 0 })
    expect(await node(europe)).toMatchObject({ present: 1, former: 0, presentBelow: 2 })
    expect((await tree('2003-06-01')).find(({ id }) => id === nord)).toMatchObject({ present: 2 })
    expect(await names(nord)).toEqual(['Deux', 'Ici'])
    expect(await names(nord, { who: 'former' })).toEqual(['Mort', 'Parti'])
    expect(await names(nord, { day: '2003-06-01' })).toEqual(['Deux', 'Parti'])
    expect((await names(europe, { below: true })).sort()).toEqual(['Deux', 'Deux', 'Ici'])
  })

  test('made, moved, closed; each undone', async () => {
    const [europe, nord] = [await make('Europe'), await make('Nord')]
    await change(nord, { parent: europe })
    await change(nord, { closed: '2019-05', notes: 'Faute de membres', declared: true })
    await reopen()
    expect(await node(nord)).toMatchObject({ parent: europe, closed: '2019-05', declared: true })
    await undoLatest()
    expect(await node(nord)).toMatchObject({ parent: europe, closed: '', declared: false, notes: '' })
    await undoLatest()
    expect((await node(nord)).parent).toBeNull()
    expect(await undoLatest()).toBe('groups.create')
    expect((await tree()).map(({ id }) => id)).toEqual([europe])
  })

  test('a loop is refused, naming the field; so are a name that is taken, a day that is none, another revision', async () => {
    const a = await make('A')
    const b = await make('B', { parent: a })
    const c = await make('C', { parent: b })
    const before = await latestAct()
    expect(await refused(change(a, { parent: c }))).toEqual({
      code: 'invalidInput',
      values: { reason: 'loop' },
      field: 'parent',
    })
    expect(await refused(change(a, { parent: a }))).toMatchObject({ values: { reason: 'loop' }, field: 'parent' })
    expect(await refused(change(c, { name: 'á' }))).toMatchObject({ values: { reason: 'nameTaken' }, field: 'name' })
    expect(await refused(make('b'))).toMatchObject({ values: { reason: 'nameTaken' }, field: 'name' })
    expect(await refused(make('\u200b'))).toMatchObject({ code: 'invalidInput', field: 'name' })
    expect(await refused(change(c, { closed: '2019-02-30' }))).toMatchObject({ field: 'closed' })
    expect(await refused(change(c, { founded: '2020', closed: '2019' }))).toMatchObject({ field: 'closed' })
    expect(await refused(change(c, { parent: 999 }))).toMatchObject({ code: 'notFound', field: 'parent' })
    expect(await refused(client.groups.update({ id: c, revision: 99, name: 'D' }))).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await latestAct()).toEqual(before)
  })

  test('renamed: the records follow, are found by the new name, and a form open since is told; undone', async () => {
    const id = await person('Durand', { groups: [{ kind: 'house', name: 'Maison du Nord' }], stays: [] })
    const before = await client.people.read({ id })
    const group = (await tree())[0]?.id ?? 0
    await change(group, { name: 'Maison de Norvège' })
    expect(await groupsOf(id)).toEqual([{ kind: 'house', name: 'Maison de Norvège', since: '', until: '' }])
    expect((await client.people.list({ search: 'norvege' })).total).toBe(1)
    const { id: _id, revision, sortKey: _key, displayName: _name, trashed: _trashed, ...sheet } = before
    expect(await refused(client.people.update({ id, revision, contact: sheet }))).toMatchObject({
      code: 'changedMeanwhile',
    })
    await undoLatest()
    expect((await groupsOf(id))[0]?.name).toBe('Maison du Nord')
    expect((await client.people.list({ search: 'norvege' })).total).toBe(0)
    expect((await client.people.list({ search: 'maison nord' })).total).toBe(1)
  })

  test('another kind is refused while stays depend on it; a group nobody refers to goes', async () => {
    await person('Durand', { stays: [{ house: 'Norvège', since: '1999', until: '2001' }] })
    const house = (await tree())[0]?.id ?? 0
    expect(await refused(change(house, { kind: 'section' }))).toMatchObject({
      values: { reason: 'otherKind' },
      field: 'kind',
    })
    expect(await refused(client.groups.remove({ id: house }))).toMatchObject({ values: { reason: 'stillUsed' } })
    const spare = await make('Vide')
    await client.groups.remove({ id: spare })
    expect(await tree()).toHaveLength(1)
    await undoLatest()
    expect(await tree()).toHaveLength(2)
  })
})

describe('of two groups, one', () => {
  test('members, stays, mandates and what stands under it go to the one kept; undone', async () => {
    const dated = { since: '1999', until: '2001' }
    const id = await person('Durand', {
      groups: [
        { kind: 'house', name: 'Norvège', ...dated },
        { kind: 'house', name: 'Norwege', since: '2005' },
      ],
      stays: [{ house: 'Norwege', ...dated, room: '12' }],
    })
    const other = await person('Petit', { groups: [{ kind: 'house', name: 'Norwege' }] })
    const groups = await tree()
    const of = (name: string) => groups.find((group) => group.name === name)?.id ?? 0
    const [keep, absorb] = [of('Norvège'), of('Norwege')]
    const child = await make('Amis de Norwege', { parent: absorb })
    await change(keep, { parent: child })
    expect(await client.groups.merge({ keep, absorb })).toEqual({ id: keep, moved: 2 })
    expect(await groupsOf(id)).toEqual([
      { kind: 'house', name: 'Norvège', ...dated },
      { kind: 'house', name: 'Norvège', since: '2005', until: '' },
    ])
    expect(await client.people.read({ id })).toMatchObject({ stays: [{ house: 'Norvège', room: '12' }] })
    expect((await groupsOf(other))[0]?.name).toBe('Norvège')
    expect((await tree()).map((group) => [group.id, group.parent]).sort()).toEqual(
      [
        [child, keep],
        [keep, null],
      ].sort(),
    )
    expect((await client.people.list({ search: 'norwege' })).total).toBe(0)
    await undoLatest()
    expect((await groupsOf(other))[0]?.name).toBe('Norwege')
    expect((await node(child)).parent).toBe(absorb)
    expect((await node(keep)).parent).toBe(child)
    expect((await client.people.list({ search: 'norwege' })).total).toBe(2)
  })

  test('refused: with itself, or into a kind its stays cannot have', async () => {
    await person('Durand', { stays: [{ house: 'Norvège', since: '1999' }] })
    const house = (await tree())[0]?.id ?? 0
    const section = await make('Section')
    expect(await refused(client.groups.merge({ keep: house, absorb: house }))).toMatchObject({ field: 'absorb' })
    expect(await refused(client.groups.merge({ keep: section, absorb: house }))).toMatchObject({
      values: { reason: 'otherKind' },
      field: 'keep',
    })
    expect(await refused(client.groups.merge({ keep: section, absorb: 99 }))).toMatchObject({ field: 'absorb' })
  })
})

describe('belonging', () => {
  test('begun and ended for many at once, come back to, and undone', async () => {
    const ids = [await person('Durand'), await person('Petit')]
    const group = await make('Chorale', { kind: 'committee' })
    expect(await client.groups.join({ group, contacts: ids, since: '2020-09' })).toEqual({ changed: 2 })
    const before = await latestAct()
    expect(await client.groups.join({ group, contacts: ids, since: '2021' })).toEqual({ changed: 0 })
    expect(await latestAct()).toEqual(before)
    expect(await client.groups.leave({ group, contacts: ids.slice(0, 1), until: '2022-06-30' })).toEqual({ changed: 1 })
    expect(await client.groups.join({ group, contacts: ids, since: '2024' })).toEqual({ changed: 1 })
    expect(await groupsOf(ids[0] ?? 0)).toEqual([
      { kind: 'committee', name: 'Chorale', since: '2020-09', until: '2022-06-30' },
      { kind: 'committee', name: 'Chorale', since: '2024', until: '' },
    ])
    expect(await names(group, { day: '2023-01-01' })).toEqual(['Petit'])
    expect(await names(group)).toEqual(['Durand', 'Petit'])
    expect((await client.people.list({ search: 'chorale' })).total).toBe(2)
    await undoLatest()
    expect(await names(group)).toEqual(['Petit'])
    expect(await names(group, { who: 'former' })).toEqual(['Durand'])
  })

  test('refused: to leave before having come, a day that is none, somebody who is not there', async () => {
    const id = await person('Durand')
    const group = await make('Chorale')
    await client.groups.join({ group, contacts: [id], since: '2020' })
    const ask = { group, contacts: [id] }
    expect(await refused(client.groups.leave({ ...ask, until: '2019' }))).toMatchObject({ field: 'until' })
    expect(await refused(client.groups.join({ ...ask, since: '2019-02-30' }))).toMatchObject({ field: 'since' })
    expect(await refused(client.groups.join({ ...ask, contacts: [id, 77] }))).toMatchObject({
      code: 'notFound',
      field: 'contacts.1',
    })
    expect(await refused(client.groups.join({ ...ask, group: 77 }))).toMatchObject({ field: 'group' })
  })
})

describe('bodies', () => {
  const board = async () => {
    const body = await make('Conseil', { kind: 'body', declared: true })
    const mandate = (since: string, until = '', more = {}) => ({
      body: 'Conseil',
      function: 'membre',
      since,
      until,
      ...more,
    })
    const durand = await person('Durand', {
      mandates: [mandate('2020-06-13', '2023-06-10', { declared: '2020-07-01' })],
    })
    const petit = await person('Petit', { mandates: [mandate('2023-06-10', '', { election: 'AG 2023' })] })
    const roux = await person('Roux', { mandates: [mandate('2026-01-20', '2026-06-30')] })
    return { body, durand, petit, roux }
  }
  const held = async (body: number, day: string) =>
    (await client.groups.holders({ body, day })).holders.map(({ displayName }) => displayName)

  test('who held what on any day, without a president; the succession; what ends soon', async () => {
    const { body, petit } = await board()
    expect(await held(body, '2021-01-01')).toEqual(['Durand'])
    expect(await held(body, '2024-01-01')).toEqual(['Petit'])
    expect(await held(body, '')).toEqual(['Roux', 'Petit'])
    const { holders } = await client.groups.holders({})
    expect(holders.find(({ contact }) => contact === petit)).toMatchObject({ bodyName: 'Conseil', election: 'AG 2023' })
    const succession = await client.groups.succession({ body, function: 'Membre' })
    expect(succession.holders.map(({ displayName }) => displayName)).toEqual(['Roux', 'Petit', 'Durand'])
    const soon = await client.groups.expiring({ months: 4 })
    expect(soon.holders.map(({ displayName }) => displayName)).toEqual(['Roux'])
    expect((await client.groups.expiring({ months: 3 })).holders).toEqual([])
  })

  test('mandates that overlap, go on in a closed body, or are held by the dead are said', async () => {
    const { body } = await board()
    const twice = { body: 'Conseil', function: 'trésorier' }
    await person('Double', {
      mandates: [
        { ...twice, since: '2020' },
        { ...twice, since: '2022', until: '2024' },
      ],
    })
    await person('Mort', { status: 'deceased', mandates: [{ body: 'Conseil', since: '2020' }] })
    await change(body, { closed: '2025-12-31' })
    const { holders } = await client.groups.succession({ body })
    const remarks = Object.fromEntries(
      holders.map(({ displayName, since, remarks }) => [`${displayName} ${since}`, remarks]),
    )
    expect(remarks).toEqual({
      'Double 2020': ['overlap', 'closed'],
      'Double 2022': ['overlap'],
      'Durand 2020-06-13': [],
      'Mort 2020': ['deceased', 'closed'],
      'Petit 2023-06-10': ['closed'],
      'Roux 2026-01-20': ['closed'],
    })
  })

  test('what is to be declared, by when, how late; marked on the sheets; undone', async () => {
    const { durand, roux } = await board()
    const { declarations } = await client.groups.toDeclare({})
    expect(declarations.map(({ displayName, what, deadline, late }) => [displayName, what, deadline, late])).toEqual([
      ['Petit', 'beginning', '2023-09-10', 903],
      ['Durand', 'end', '2023-09-10', 903],
      ['Roux', 'beginning', '2026-04-20', -50],
    ])
    const changes = declarations.filter(({ late }) => late > 0).map(({ mandate, what }) => ({ mandate, what }))
    expect(await client.groups.markDeclared({ changes, day: '2026-02-01' })).toEqual({ changed: 2 })
    expect((await client.people.read({ id: durand })).mandates[0]).toMatchObject({ endDeclared: '2026-02-01' })
    expect((await client.groups.toDeclare({})).declarations.map(({ contact }) => contact)).toEqual([roux])
    expect((await latestAct())?.subject).toBe('Conseil')
    await undoLatest()
    expect((await client.groups.toDeclare({})).declarations).toHaveLength(3)
  })

  test('refused: declared tomorrow, or before it was decided, or of a mandate that is none', async () => {
    await board()
    const { declarations } = await client.groups.toDeclare({})
    const { mandate = 0 } = declarations[2] ?? {}
    const changes = [{ mandate, what: 'beginning' as const }]
    expect(await refused(client.groups.markDeclared({ changes, day: '2026-03-02' }))).toMatchObject({ field: 'day' })
    expect(await refused(client.groups.markDeclared({ changes, day: '2026-01-01' }))).toMatchObject({ field: 'day' })
    const { mandate: still = 0 } = declarations[0] ?? {}
    expect(await refused(client.groups.markDeclared({ changes: [{ mandate: still, what: 'end' }] }))).toMatchObject({
      values: { reason: 'notEnded' },
      field: 'changes.0.mandate',
    })
    expect(await refused(client.groups.markDeclared({ changes: [{ mandate: 999, what: 'end' }] }))).toMatchObject({
      code: 'notFound',
      field: 'changes.0.mandate',
    })
  })
})

test('who stayed in a House in a year', async () => {
  await person('Ancien', { stays: [{ house: 'Norvège', since: '1961', until: '1963', room: '214' }] })
  await person('Mort', { status: 'deceased', stays: [{ house: 'Norvège', since: '1962-10', until: '1962-12' }] })
  await person('Ouvert', { stays: [{ house: 'Norvège', since: '1960' }] })
  await person('Autre', { stays: [{ house: 'Suède', since: '1962' }] })
  const house = (await tree()).find(({ name }) => name === 'Norvège')?.id ?? 0
  const { stays } = await client.groups.stays({ house, year: '1962' })
  expect(stays.map(({ displayName, room, status }) => [displayName, room, status])).toEqual([
    ['Ancien', '214', 'member'],
    ['Mort', '', 'deceased'],
  ])
  expect((await client.groups.stays({ house })).total).toBe(3)
})

test('who offers what to others: the living, until the day they said', async () => {
  const offer = { way: 'offers', subject: 'rereading', field: 'Thèse de géologie', languages: ['fr', 'es'] }
  await person('Géologue', { supports: [offer] })
  await person('Passé', { supports: [{ ...offer, until: '2025' }] })
  await person('Encore', { supports: [{ ...offer, until: '2026', languages: ['de'] }] })
  await person('Mort', { status: 'deceased', supports: [offer] })
  await person('Étudiante', { supports: [{ way: 'asks', subject: 'hosting', field: 'Lyon, en mai' }] })
  const found = async (asked: Parameters<typeof client.groups.support>[0]) =>
    (await client.groups.support(asked)).supports.map(({ displayName }) => displayName)
  expect(await found({})).toEqual(['Étudiante', 'Encore', 'Géologue'])
  expect(await found({ way: 'offers' })).toEqual(['Encore', 'Géologue'])
  expect(await found({ language: 'es' })).toEqual(['Géologue'])
  expect(await found({ words: 'geol these' })).toEqual(['Encore', 'Géologue'])
  expect(await found({ subject: 'hosting', words: 'lyon' })).toEqual(['Étudiante'])
})
