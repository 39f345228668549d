/** Every order of the router and every work that places an act: what is done before it, and the order itself. */
import { finish } from './kit/request.ts'
import { whole } from './people/people.fixture.ts'
import { anne, changed, client, latest, office, paul, sheetOf, zoe } from './undo.fixture.ts'

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

const sectionsOfNew = async () => {
  const { id } = await client.editions.create({ name: '2026' })
  return (await client.editions.read({ id })).sections
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
export const receipt = async () => {
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

export const cases: Readonly<Record<string, Case>> = {
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
  'labels.print': at(async () => finish(await client.labels.print({ about: 'Bulletin de mai' }))),
  'letters.prefer': at(() => client.letters.prefer({ contact: paul, channel: 'email' })),
  'sheets.saveFormat': at(() => client.sheets.saveFormat(ownSheet)),
  'sheets.removeFormat': async () => {
    const { id } = await client.sheets.saveFormat(ownSheet)
    return () => client.sheets.removeFormat({ id })
  },
  'editions.create': at(() => client.editions.create({ name: '2026', cutoff: '2026-03-01' })),
  'editions.change': async () => {
    const { id, revision } = await client.editions.create({ name: '2026' })
    return () => client.editions.change({ id, revision, title: 'Livre des membres', template: { lines: [['town']] } })
  },
  'editions.duplicate': async () => {
    const { id } = await client.editions.create({ name: '2026' })
    return () => client.editions.duplicate({ id, name: '2027' })
  },
  'editions.remove': async () => {
    const { id } = await client.editions.create({ name: '2026' })
    return () => client.editions.remove({ id })
  },
  'editions.addSection': async () => {
    const { id } = await client.editions.create({ name: '2026' })
    return () =>
      client.editions.addSection({ edition: id, kind: 'text', at: 1, title: 'Éditorial', body: 'Chers amis,' })
  },
  'editions.changeSection': async () => {
    const [first] = await sectionsOfNew()
    return () => client.editions.changeSection({ id: first?.id ?? 0, shown: false, options: { count: false } })
  },
  'editions.orderSections': async () => {
    const ids = (await sectionsOfNew()).map(({ id }) => id)
    return () => client.editions.orderSections({ edition: 1, ids: ids.toReversed() })
  },
  'editions.print': async () => {
    const { id } = await client.editions.create({ name: '2026' })
    return async () => finish(await client.editions.print({ id }))
  },
  'editions.removeSection': async () => {
    const sections = await sectionsOfNew()
    return () => client.editions.removeSection({ id: sections[2]?.id ?? 0 })
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
export const withoutAct = ['fields.keepFile']
/** Acts that are never undone: receipts that were given out are cancelled; what was erased is no more (erasure.test.ts). */
export const neverUnmade = ['receipts.issue', 'consents.erase']
/** Works that only read. */
export const readings = [
  ...[
    'lists.bulkPreview',
    'duplicates.find',
    'quality.find',
    'consents.printOppositions',
    'forms.print',
    'dues.depositSlip',
    'membership.printRoll',
    'membership.cards',
    'exchange.exportAccounts',
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
    'labels.look',
    'letters.gauge',
    'sheets.testPage',
    'receipts.look',
    'receipts.duplicate',
  ],
]
