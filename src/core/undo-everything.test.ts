/**
 * Every order of the router, and every work that places an act: done on a small office, undone, done again. An order that is
 * added without a case here fails the first test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusalWords } from './kit/refusal-words.ts'
import { finish, type RequestMeta } from './kit/request.ts'
import { newOffice, type Office, type OfficeClient } from './office.ts'
import { whole } from './people/people.fixture.ts'
import { searchText } from './people/people.rules.ts'
import { peopleStore } from './people/people.service.ts'
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

/** One dot without transparency. */
const opaque = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNocFAAAAIkAOGrWWInAAAAAElFTkSuQmCC'
const blankHead = {
  ...{ address: '', reach: '', legal: '', place: '', signatory: '', quality: '', email: '', iban: '', bic: '' },
  window: 'any' as const,
}

const ownSheet = {
  ...{ name: 'Dos de classeur', use: 'labels' as const, page: { width: 210, height: 297 }, columns: 2, rows: 4 },
  ...{ cell: { width: 90, height: 60 }, pitch: { x: 95, y: 65 }, left: 10, top: 10 },
}

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

const deposited = async (): Promise<number> => {
  const { id } = await pay(await year('2026'))
  return (await client.dues.makeDeposit({ payments: [id] })).id
}

const stagedStatement = async (): Promise<string> =>
  (
    await client.exchange.stage({
      name: 'releve.csv',
      chunk: Buffer.from('Date;Libellé;Crédit\n05/01/2026;VIR TOUR ANNE;40,00\n06/01/2026;VIR;12,00').toString(
        'base64',
      ),
    })
  ).staging
const statementLine = async (): Promise<number> => {
  await client.dues.bringStatement({ staging: await stagedStatement() })
  return (await client.dues.statementLines({})).lines[0]?.id ?? 0
}
const issuer = {
  ...{ name: 'Les Amis', number: 'W751234567', street: '1 rue A', postcode: '75005', city: 'Paris' },
  ...{
    country: 'FR' as const,
    purpose: 'Bourses',
    nature: 'generalInterest' as const,
    signatory: 'A. Tour',
    quality: '',
  },
}
const receipt = async () => {
  await client.receipts.setIssuer(issuer)
  await pay(await year('2026'))
  return finish(await client.receipts.issue({ form: 'plain', year: 2026 }))
}

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
  'dues.bringStatement': async () => {
    const staging = await stagedStatement()
    return () => client.dues.bringStatement({ staging })
  },
  'dues.confirmLine': async () => {
    await year('2026')
    const line = await statementLine()
    return () => client.dues.confirmLine({ line, contact: anne })
  },
  'dues.skipLine': async () => {
    const line = await statementLine()
    return () => client.dues.skipLine({ line })
  },
  'dues.makeDeposit': async () => {
    const { id } = await pay(await year('2026'))
    return () => client.dues.makeDeposit({ payments: [id] })
  },
  'dues.changeDeposit': async () => {
    const deposit = await deposited()
    return () => client.dues.changeDeposit({ id: deposit, revision: 1, account: 'Livret', note: 'Deux fois' })
  },
  'dues.bankDeposit': async () => {
    const deposit = await deposited()
    return () => client.dues.bankDeposit({ id: deposit, day: office.register.today() })
  },
  'dues.removeDeposit': async () => {
    const deposit = await deposited()
    return () => client.dues.removeDeposit({ id: deposit })
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
  'letters.setLetterhead': at(() =>
    client.letters.setLetterhead({ ...blankHead, address: '3 quai du Lac\n74000 Annecy', signatory: 'A. Tour' }),
  ),
  'letters.setEmblem': at(() => client.letters.setEmblem({ bytes: opaque })),
  'letters.saveModel': at(() => client.letters.saveModel({ name: 'Vœux', subject: 'Vœux', body: 'Chère {Nom},' })),
  'letters.removeModel': async () => {
    const { id } = await client.letters.saveModel({ name: 'Vœux', subject: 'Vœux', body: 'Bonne année.' })
    return () => client.letters.removeModel({ id })
  },
  'letters.write': at(async () => finish(await client.letters.write({ subject: 'Vœux', body: 'Bonne année.' }))),
  'letters.prefer': at(() => client.letters.prefer({ contact: paul, channel: 'email' })),
  'sheets.saveFormat': at(() => client.sheets.saveFormat(ownSheet)),
  'sheets.removeFormat': async () => {
    const { id } = await client.sheets.saveFormat(ownSheet)
    return () => client.sheets.removeFormat({ id })
  },
  'reminders.setLadder': at(() =>
    client.reminders.setLadder({
      rungs: [{ code: 'call', name: 'Appel', does: 'letter', afterDays: 3, subject: 'Appel', body: 'Merci.' }],
    }),
  ),
  'reminders.write': async () => {
    await changed(paul, { category: 'Actif' })
    const id = await year('2026')
    await client.dues.ask({ year: id })
    return async () => finish(await client.reminders.write({ year: id, rung: 'call' }))
  },
  'receipts.setIssuer': at(() => client.receipts.setIssuer(issuer)),
  'receipts.setFund': at(() => client.receipts.setFund({ kind: 'gift', label: 'Bourses', eligible: 'selfAssessed' })),
  'receipts.cancel': async () => {
    const { receipts } = await receipt()
    return () => client.receipts.cancel({ id: receipts[0]?.id ?? 0, reason: 'Adresse fausse' })
  },
  'exchange.saveModel': at(() => client.exchange.saveModel({ name: 'Envois', columns: ['city', 'lastName'] })),
  'exchange.removeModel': async () => {
    const { id } = await client.exchange.saveModel({ name: 'Envois', columns: ['city'] })
    return () => client.exchange.removeModel({ id })
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
/** Works whose act is never undone: what they gave out is taken back by another order. */
const neverUnmade = ['receipts.issue']
/** Works that only read. */
const readings = [
  ...[
    'lists.bulkPreview',
    'duplicates.find',
    'quality.find',
    'forms.print',
    'dues.depositSlip',
    'directory.typeset',
    'history.check',
  ],
  ...[
    'exchange.look',
    'exchange.preview',
    'exchange.export',
    'exchange.exportEverything',
    'exchange.leftOut',
    'exchange.emailList',
    'exchange.mailMerge',
    'letters.look',
    'letters.gauge',
    'sheets.testPage',
    'receipts.look',
    'receipts.duplicate',
  ],
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
  const known = [...Object.keys(cases), ...withoutAct, ...neverUnmade, ...readings].sort()
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

test('receipts that were issued are not unmade: the undo is refused, and changes nothing', async () => {
  await receipt()
  const before = facts()
  await expect(client.history.undo({ act: await latest() })).rejects.toMatchObject({
    data: { code: 'undoConflict', values: { what: 'receipt' } },
  })
  expect(facts()).toEqual(before)
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

/** Some of what a secretary may ask, about records and with words drawn by lot; most of it suits, some is refused. */
const orders: Readonly<Record<string, (dice: Dice) => Promise<unknown>>> = {
  create: ({ word, place }) => client.people.create({ contact: sheet({ lastName: word(), addresses: place() }) }),
  update: async ({ one, word, place, of }) => {
    const id = one()
    const { revision, contact } = await sheetOf(id)
    const parts = [
      { lastName: word(), category: word() },
      { addresses: place() },
      { emails: [{ address: `${word()}@exemple.org` }], phones: [{ number: '04 00 12 34 56' }] },
      { groups: [{ name: word(), since: '2001' }], tags: [word(), word()] },
      { kind: 'person', died: '2020-02-01', stays: [{ house: word() }] },
      { extras: [{ name: word(), value: word() }], confirmed: '2026-01-01' },
    ]
    const shared = of(['all', 'onlyMe', 'leaveHousehold'] as const)
    return client.people.update({ id, revision, contact: sheet({ ...(contact as object), ...of(parts) }), shared })
  },
  trash: ({ one, of }) => client.people.trash({ ids: [one()], trashed: of([true, false]) }),
  returned: ({ one }) => client.people.markReturned({ id: one(), position: 0 }),
  household: ({ one }) =>
    client.households.make({
      members: [one(), one()].map((contact) => ({ contact })),
      address: { contact: one(), position: 0 },
    }),
  join: async ({ one, of }) =>
    client.households.join({ id: of(await households()), contact: one(), former: of(['keep', 'close'] as const) }),
  leave: ({ one, of, word }) =>
    client.households.leave({
      contact: one(),
      address: of([{ kind: 'keep' }, { kind: 'none' }, { kind: 'new', address: { city: word() } }] as const),
      others: of(['keep', 'close'] as const),
    }),
  dissolve: async ({ of }) => client.households.dissolve({ id: of(await households()) }),
  share: async ({ one, of }) =>
    client.households.share({
      id: of(await households()),
      address: { contact: one(), position: of([0, 1]) },
      shared: of([true, false]),
    }),
  merge: ({ one, of }) =>
    client.duplicates.merge({
      ...{ keep: one(), absorb: one() },
      choices: of([{}, { household: 'absorb' }, { 'addresses.0': 'keep' }] as const),
    }),
  groups: async ({ word, of }) => {
    const parent = of([null, ...(await client.groups.tree({})).groups.map(({ id }) => id)])
    return client.groups.create({ kind: 'section', name: word(), parent })
  },
  groupsMerged: async ({ of }) => {
    const all = (await client.groups.tree({})).groups.map(({ id }) => id)
    return client.groups.merge({ keep: of(all), absorb: of(all) })
  },
  joinGroup: async ({ one, of }) =>
    client.groups.join({ group: of((await client.groups.tree({})).groups).id, contacts: [one(), one()] }),
  consents: ({ one, of }) =>
    client.consents.mode({
      contacts: [one()],
      media: ['paper'],
      mode: of(['complete', 'nameOnly', 'absent'] as const),
    }),
  field: ({ word, of }) => client.fields.define({ name: word(), type: of(['text', 'number', 'yesNo'] as const) }),
  bulk: async ({ word, of }) => {
    const change = of([
      { do: 'addTag', name: word() },
      { do: 'setText', field: 'category', value: word() },
      { do: 'setPlace', field: 'city', value: word() },
      { do: 'join', kind: 'section', name: word() },
      { do: 'trash', trashed: true },
    ] as const)
    const { preview } = await finish(await client.lists.bulkPreview({ filter: {}, change: change as never }))
    return finish(await client.lists.bulk({ preview, evenIfSweeping: true }))
  },
  country: async ({ of }) =>
    client.association.update({ ...(await client.association.read()), country: of(['FR', 'BE', 'DE']) }),
  answer: async ({ one, word }) => {
    const contact = one()
    const { revision, contact: was } = await sheetOf(contact)
    return client.forms.answer({
      contact,
      revision,
      sheet: sheet({ ...(was as object), profession: word() }),
      answers: [],
    })
  },
  undo: async ({ of }) => client.history.undo({ act: of((await client.history.list({ limit: 12 })).acts).id }),
  revert: async ({ one, of }) => {
    const contact = one()
    const { changes } = await client.history.ofContact({ id: contact, limit: 40 })
    const change = of(changes)
    const row = Number(
      office.register
        .prepare('SELECT row FROM journal_row WHERE act = ? AND contact = ? AND table_name = ? LIMIT 1')
        .pluck()
        .get(change.act, contact, change.table),
    )
    const column = Object.keys(change.old ?? {})[0]
    const about = { contact, act: change.act, table: change.table, row }
    return client.history.revertField(change.table === 'contact' && column !== undefined ? { ...about, column } : about)
  },
}
const sheet = (more: object) => ({ kind: 'person', lastName: 'Durand', ...more }) as never
const households = async (): Promise<readonly number[]> => (await client.households.list({})).rows.map(({ id }) => id)

type Dice = {
  readonly of: <T>(list: readonly T[]) => T
  readonly one: () => number
  readonly word: () => string
  readonly place: () => readonly object[]
}
const words = ['Durand', 'Été', 'ete', 'Lac', 'Norvège', 'Chambre', '12', 'oui']
const places = [[], [paris], [paris, { city: 'Lyon', country: 'BE' }], [{ city: 'Gand', country: 'BE', since: '2020' }]]
const diceOf = (seeds: readonly number[]): Dice => {
  let at = 0
  const next = (): number => seeds[at++ % seeds.length] ?? 0
  const of: Dice['of'] = (list) => {
    if (list.length === 0) throw new Error('There is nothing to choose from')
    return list[next() % list.length] as never
  }
  const people = Number(office.register.prepare('SELECT max(id) FROM contact').pluck().get())
  return { of, one: () => (next() % people) + 1, word: () => of(words), place: () => of(places) }
}

/** What must be true whatever was done: everybody is sought by what their sheet says, and nobody is alone in a household. */
function soundness(): readonly unknown[] {
  const { register } = office
  const home = String(register.prepare('SELECT country FROM association').pluck().get())
  const texts = register.prepare('SELECT id, search_text AS text FROM contact ORDER BY id').all() as {
    id: number
    text: string
  }[]
  const store = peopleStore(register)
  return [
    ...texts.filter(({ id, text }) => {
      const contact = store.read(id)
      return contact === undefined || searchText(contact, home) !== text
    }),
    ...register.prepare('SELECT household_id FROM household_member GROUP BY household_id HAVING count(*) < 2').all(),
    ...register.tables().flatMap((table) => register.lookOver(table).integrity),
    ...register
      .prepare(
        `SELECT a.id FROM address a JOIN contact c ON c.id = a.contact_id WHERE a.household_id IS NOT NULL AND c.merged_into IS NULL
           AND a.household_id IS NOT (SELECT household_id FROM household_member m WHERE m.contact_id = a.contact_id)`,
      )
      .all(),
  ]
}

/** `AMICALE_TRIES` for a longer look. */
const tries = Number(process.env.AMICALE_TRIES ?? 4)

test('orders drawn by lot, undone from the last to the first, put every table back', {
  timeout: tries * 60_000,
}, async () => {
  const names = Object.keys(orders)
  const step = fc.tuple(fc.constantFrom(...names), fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }))
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16, size: 'max' }), async (steps) => {
      await office.close()
      office = newOffice(join(place, `${++count}.amicale`), { name: 'Amis' }, options)
      client = office.client
      await people()
      const states: { readonly act: number; readonly before: ReturnType<typeof facts> }[] = []
      for (const [name, seeds] of steps) {
        const [before, last] = [facts(), await latest()]
        try {
          await orders[name]?.(diceOf(seeds))
        } catch (error) {
          // Refused: nothing moved. What is neither a refusal nor an empty choice is a fault.
          if (!(error instanceof Error) || error.message !== 'There is nothing to choose from')
            expect((error as { data?: { code?: string } }).data?.code, `${name}: ${String(error)}`).toBeTypeOf('string')
          expect(facts(), name).toEqual(before)
        }
        expect(soundness(), name).toEqual([])
        const act = await latest()
        if (act !== last) states.push({ act, before })
      }
      done += states.length
      for (const { act, before } of states.toReversed()) {
        await client.history.undo({ act })
        expect(facts()).toEqual(before)
      }
      expect(soundness()).toEqual([])
    }),
    { numRuns: tries },
  )
  expect(done).toBeGreaterThan(tries)
})

test('an order that keeps a file leaves no act', async () => {
  const before = await latest()
  await client.fields.keepFile({ name: 'lettre.txt', bytes: Buffer.from('Bonjour').toString('base64') })
  expect(await latest()).toBe(before)
  expect(townHall).toBe(4)
})
