/**
 * Every order of the router, and every work that places an act: done on a small office, undone, done again. An order that is
 * added without a case here fails the first test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusalWords } from './kit/refusal-words.ts'
import { finish, type RequestMeta } from './kit/request.ts'
import { newOffice, type Office, type OfficeClient } from './office.ts'
import { whole } from './people/people.fixture.ts'
import { officeRequests } from './requests.ts'

const resources = join(import.meta.dirname, '../../resources')
let place = ''
let office: Office
let client: OfficeClient
let count = 0

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-undo-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(async () => {
  office = newOffice(join(place, `${++count}.amicale`), { name: 'Amis' }, options)
  client = office.client
  await people()
})
afterEach(() => office.close())

const options = { door: 'test', by: 'tester', today: () => '2026-03-01', resources } as const
/** One dot. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Numbers of those every case finds: a person of whom much is known, two more, an organisation. */
const [anne, paul, zoe, townHall] = [1, 2, 3, 4] as const
const paris = { street: '1 rue A', postcode: '75005', city: 'Paris', country: 'FR' }

async function people(): Promise<void> {
  const person = (more: object) =>
    client.people.create({ contact: { kind: 'person', lastName: 'Durand', ...more } as never })
  await person({ ...whole, status: 'member', lastName: 'Tour', stays: [{ house: 'Maison du Lac', since: '1985' }] })
  await person({ firstName: 'Paul', addresses: [paris], emails: [{ address: 'paul@exemple.org' }], tags: ['Ami'] })
  await person({ firstName: 'Zoé', mandates: [{ body: 'Conseil', function: 'membre', since: '2025' }] })
  await client.people.create({
    contact: { kind: 'organisation', name: 'Mairie', representatives: [{ person: paul }] } as never,
  })
}

async function sheetOf(id: number): Promise<{ revision: number; contact: never }> {
  const { id: _id, revision, sortKey, displayName, trashed, ...contact } = await client.people.read({ id })
  void [sortKey, displayName, trashed]
  return { revision, contact: contact as never }
}
const changed = async (id: number, more: object) => {
  const { revision, contact } = await sheetOf(id)
  await client.people.update({ id, revision, contact: { ...(contact as object), ...more } as never })
}
const groupOf = async (name: string) => (await client.groups.tree({})).groups.find((group) => group.name === name)
const group = async (name: string): Promise<number> => (await groupOf(name))?.id ?? 0
const home = async (): Promise<number> =>
  (
    await client.households.make({
      members: [{ contact: paul }, { contact: zoe }],
      address: { contact: paul, position: 0 },
    })
  ).id
const field = () => client.fields.define({ name: 'Chambre préférée', type: 'text' })
const fixedList = () => client.lists.save({ name: 'Choix', kind: 'fixed', filter: { ids: [anne, paul] } })

const year = async (name: string): Promise<number> => {
  const { id } = await client.dues.createYear({
    name,
    kind: 'calendar',
    starts: `${name}-01-01`,
    ends: `${name}-12-31`,
  })
  await client.dues.setRates({ year: id, rates: [{ category: 'Actif', cents: 4000 }] })
  return id
}
const pay = (of: number) =>
  client.dues.recordPayment({
    payer: paul,
    mode: 'cheque',
    reference: '0001',
    lines: [
      { kind: 'due', contact: paul, year: of, cents: 4000 },
      { kind: 'gift', contact: paul, cents: 1000, label: 'Bourses' },
    ],
  })

/** What is done before, and the order itself with what came of that. */
type Case = () => Promise<() => Promise<unknown>>
const at =
  (act: () => Promise<unknown>): Case =>
  () =>
    Promise.resolve(act)

const cases: Readonly<Record<string, Case>> = {
  'association.update': at(() =>
    client.association.update({ name: 'Autres', language: 'en', country: 'BE', accent: '#123456' }),
  ),
  'people.create': at(() => client.people.create({ contact: { ...whole, kind: 'person', lastName: 'Neuf' } as never })),
  'people.update': async () => {
    const { revision, contact } = await sheetOf(anne)
    return () =>
      client.people.update({
        id: anne,
        revision,
        contact: {
          ...(contact as object),
          lastName: 'Autre',
          emails: [],
          groups: [{ name: 'Nouvelle' }],
          tags: ['X'],
        } as never,
      })
  },
  'people.setPhoto': at(() => client.people.setPhoto({ id: anne, bytes: picture })),
  'people.removePhoto': async () => {
    await client.people.setPhoto({ id: anne, bytes: picture })
    return () => client.people.removePhoto({ id: anne })
  },
  'people.markReturned': at(() => client.people.markReturned({ id: paul, position: 0 } as never)),
  'people.trash': at(() => client.people.trash({ ids: [anne, paul] })),
  'lists.save': at(() => client.lists.save({ name: 'Parisiens', kind: 'fixed', filter: { search: 'paris' } })),
  'lists.rename': async () => {
    const { id } = await fixedList()
    return () => client.lists.rename({ id, name: 'Autre choix' })
  },
  'lists.remove': async () => {
    const { id } = await fixedList()
    return () => client.lists.remove({ id })
  },
  'lists.add': async () => {
    const { id } = await fixedList()
    return () => client.lists.add({ id, filter: { ids: [zoe] } })
  },
  'lists.take': async () => {
    const { id } = await fixedList()
    return () => client.lists.take({ id, filter: { ids: [anne] } })
  },
  'lists.bulk': async () => {
    const { preview } = await finish(
      await client.lists.bulkPreview({ filter: {}, change: { do: 'addTag', name: 'Revu' } }),
    )
    return async () => finish(await client.lists.bulk({ preview, evenIfSweeping: true }))
  },
  'households.make': at(home),
  'households.join': async () => {
    const id = await home()
    return () => client.households.join({ id, contact: anne })
  },
  'households.leave': async () => {
    await home()
    return () => client.households.leave({ contact: zoe })
  },
  'households.dissolve': async () => {
    const id = await home()
    return () => client.households.dissolve({ id })
  },
  'households.change': async () => {
    const id = await home()
    const { revision } = await client.households.read({ id })
    return () => client.households.change({ id, revision, addressee: 'Zoé et Paul', salutation: 'Chers amis,' })
  },
  'households.share': async () => {
    const id = await home()
    return () => client.households.share({ id, address: { contact: paul, position: 0 }, shared: false })
  },
  'duplicates.twoPeople': at(() => client.duplicates.twoPeople({ first: paul, second: zoe })),
  'duplicates.merge': at(() => client.duplicates.merge({ keep: anne, absorb: paul })),
  'quality.fix': async () => {
    const { revision } = await sheetOf(paul)
    return () =>
      client.quality.fix({ contact: paul, revision, changes: [{ field: 'addresses.0.city', value: 'Lyon' }] })
  },
  'quality.accept': at(() => client.quality.accept({ contact: paul, remark: 'unconfirmed', said: 'x' } as never)),
  'groups.create': at(() => client.groups.create({ kind: 'section', name: 'Section Sud', founded: '', closed: '' })),
  'groups.update': async () => {
    const found = await groupOf('Maison de Norvège')
    return () =>
      client.groups.update({ id: found?.id ?? 0, revision: found?.revision ?? 0, name: 'Maison du Nord', notes: 'Bis' })
  },
  'groups.merge': async () => {
    await changed(paul, { groups: [{ name: 'Maison du Sud' }] })
    const [keep, absorb] = [await group('Maison de Norvège'), await group('Maison du Sud')]
    return () => client.groups.merge({ keep, absorb })
  },
  'groups.remove': async () => {
    const { id } = await client.groups.create({ kind: 'section', name: 'Vide', founded: '', closed: '' })
    return () => client.groups.remove({ id })
  },
  'groups.join': async () => {
    const id = await group('Maison de Norvège')
    return () => client.groups.join({ group: id, contacts: [paul, zoe], since: '2026' })
  },
  'groups.leave': async () => {
    const id = await group('Maison de Norvège')
    return () => client.groups.leave({ group: id, contacts: [anne], until: '2026' })
  },
  'groups.markDeclared': async () => {
    const { holders } = await client.groups.holders({})
    return () => client.groups.markDeclared({ changes: [{ mandate: holders[0]?.id ?? 0, what: 'beginning' }] })
  },
  'consents.record': at(() =>
    client.consents.record({ contacts: [anne, paul], answers: [{ medium: 'web', field: 'name', value: 'yes' }] }),
  ),
  'consents.mode': at(() => client.consents.mode({ contacts: [anne], media: ['paper'], mode: 'nameOnly' })),
  'consents.oppose': at(() => client.consents.oppose({ contact: anne })),
  'consents.setDefaults': at(() => client.consents.setDefaults({ media: ['web'], fields: ['name'] })),
  'fields.define': at(() => client.fields.define({ name: 'Chambre', type: 'number' })),
  'fields.update': async () => {
    const { id, revision } = await client.fields.define({ name: 'Chambre', type: 'text' })
    return () => client.fields.update({ id, revision, name: 'Logement' })
  },
  'fields.order': async () => {
    const one = await field()
    const other = await client.fields.define({ name: 'Arrivée', type: 'day' })
    return () => client.fields.order({ ids: [other.id, one.id] })
  },
  'fields.remove': async () => {
    const { id } = await field()
    return () => client.fields.remove({ id })
  },
  'forms.answer': async () => {
    const { revision, contact } = await sheetOf(anne)
    return () =>
      client.forms.answer({
        contact: anne,
        revision,
        sheet: { ...(contact as object), profession: 'Luthière' } as never,
        answers: [{ medium: 'paper', field: 'email', value: 'yes' }],
      })
  },
  'dues.createYear': at(() =>
    client.dues.createYear({
      ...{ name: '2027', kind: 'calendar', starts: '2027-01-01', ends: '2027-12-31' },
      rates: [{ category: 'Jeune', cents: 1500 }],
    }),
  ),
  'dues.updateYear': async () => {
    const id = await year('2026')
    return () => client.dues.updateYear({ id, revision: 1, name: 'Exercice 2026', closed: true })
  },
  'dues.setRates': async () => {
    const id = await year('2026')
    return () => client.dues.setRates({ year: id, rates: [{ category: 'Soutien', cents: 5000 }] })
  },
  'dues.ask': async () => {
    const id = await year('2026')
    await changed(paul, { category: 'Actif' })
    return () => client.dues.ask({ year: id })
  },
  'dues.setDue': async () => {
    const id = await year('2026')
    return () => client.dues.setDue({ contact: anne, year: id, said: 'exempt', reason: 'Honoraire' })
  },
  'dues.recordPayment': async () => {
    const id = await year('2026')
    return () => pay(id)
  },
  'dues.reverse': async () => {
    const { id } = await pay(await year('2026'))
    return () => client.dues.reverse({ payment: id })
  },
  'dues.assign': async () => {
    const id = await year('2026')
    const { id: payment } = await client.dues.recordPayment({
      payer: paul,
      mode: 'transfer',
      lines: [{ kind: 'unassigned', cents: 5000 }],
    })
    return () => client.dues.assign({ payment, lines: [{ kind: 'due', contact: zoe, year: id, cents: 4000 }] })
  },
  'dues.takeOver': async () => {
    await changed(paul, { extras: [{ name: 'Cotisation 2024', value: '35,00' }] })
    return () => client.dues.takeOver({ columns: ['Cotisation 2024'] })
  },
  'dues.credit': async () => {
    const { id } = await pay(await year('2026'))
    return () => client.dues.credit({ payments: [id], day: '2026-02-20' })
  },
  'exchange.import': async () => {
    const list = 'Nom;Prénom;Courriel\nDurand;Paul;paul@exemple.com\nNeuf;Luc;luc@exemple.org\n'
    const { staging } = await client.exchange.stage({ name: 'l.csv', chunk: Buffer.from(list).toString('base64') })
    const { columns } = await finish(await client.exchange.look({ staging }))
    const mapping = columns.map(({ target }) => target)
    const { preview } = await finish(await client.exchange.preview({ staging, mapping }))
    return async () => finish(await client.exchange.import({ preview, leaveRefused: true, evenIfSweeping: true }))
  },
  'exchange.invent': at(async () => finish(await client.exchange.invent({ people: 20, seed: 3 }))),
  'history.undo': async () => {
    await changed(paul, { profession: 'Luthier' })
    const act = await latest()
    return () => client.history.undo({ act })
  },
  'history.revertField': async () => {
    await changed(paul, { profession: 'Luthier' })
    const act = await latest()
    return () => client.history.revertField({ contact: paul, act, table: 'contact', row: paul, column: 'profession' })
  },
}

/** Orders that keep a file and no fact: there is nothing to undo. */
const withoutAct = ['fields.keepFile']
/** Works that only read. */
const readings = [
  ...['lists.bulkPreview', 'duplicates.find', 'quality.find', 'forms.print', 'directory.typeset', 'history.check'],
  ...['exchange.look', 'exchange.preview', 'exchange.export'],
]

const latest = async (): Promise<number> => (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0

/** Every fact of the register; revisions only count writings, and `search_hold` is the index's own. */
function facts(): Readonly<Record<string, readonly unknown[]>> {
  const tables = office.register.tables().filter((table) => !table.startsWith('journal_') && table !== 'search_hold')
  return Object.fromEntries(
    tables.map((table) => {
      const rows = office.register.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Record<string, unknown>[]
      return [table, rows.map(({ revision: _revision, ...row }) => row)]
    }),
  )
}

type Contract = { readonly '~orpc': { readonly meta: RequestMeta } }
const asked = (kinds: readonly (string | undefined)[]): readonly string[] =>
  Object.entries(officeRequests).flatMap(([room, requests]) =>
    Object.entries(requests)
      .filter(([, contract]) => {
        expect(isContractProcedure(contract)).toBe(true)
        return kinds.includes((contract as unknown as Contract)['~orpc'].meta.kind)
      })
      .map(([name]) => `${room}.${name}`),
  )

test('every order and every work of the router is here', () => {
  const known = [...Object.keys(cases), ...withoutAct, ...readings].sort()
  expect(known).toEqual([...asked(['order', 'work'])].sort())
})

test('a refusal names every act in words, in both languages', () => {
  for (const name of Object.keys(cases)) {
    const data = { code: 'undoConflict', values: { what: 'changed', name, subject: 'Durand' } } as const
    expect(refusalWords(data, 'fr'), name).not.toContain('une opération')
    expect(refusalWords(data, 'en'), name).not.toContain('a later act')
  }
})

test.each(Object.entries(cases))('%s is undone, and done again', async (name, prepare) => {
  const act = await prepare()
  const before = facts()
  const last = await latest()
  await act()
  const after = facts()
  expect(after, 'it changed something').not.toEqual(before)
  const { acts } = await client.history.list({ limit: 200 })
  const made = acts.filter(({ id }) => id > last)
  expect(made.map((one) => one.name)).toEqual([name])
  await client.history.undo({ act: made[0]?.id ?? 0 })
  expect(facts()).toEqual(before)
  await client.history.undo({ act: await latest() })
  expect(facts()).toEqual(after)
})

test('what a later act has built upon is refused, and the refusal names that act', async () => {
  await changed(paul, { profession: 'Luthier' })
  const act = await latest()
  await client.forms.answer({
    contact: paul,
    ...(await sheetOf(paul).then(({ revision, contact }) => ({
      revision,
      sheet: { ...(contact as object), profession: 'Organiste' } as never,
    }))),
  })
  const before = facts()
  const refused = await client.history.undo({ act }).then(
    () => undefined,
    (error: { data?: unknown }) => error.data,
  )
  expect(refused).toMatchObject({
    code: 'undoConflict',
    values: { name: 'forms.answer', subject: 'Durand Paul', act: await latest() },
  })
  expect(facts()).toEqual(before)
})

test('an order that keeps a file leaves no act', async () => {
  const before = await latest()
  await client.fields.keepFile({ name: 'lettre.txt', bytes: Buffer.from('Bonjour').toString('base64') })
  expect(await latest()).toBe(before)
  expect(townHall).toBe(4)
})
