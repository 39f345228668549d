import { beforeEach, expect, test } from 'vitest'
import { client, latestAct, office, person, refused, undoLatest } from '../office.fixture.ts'

let year = 0
beforeEach(async () => {
  const facts = { name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' } as const
  year = (await client.dues.createYear({ ...facts, rates: [{ category: 'Actif', cents: 4000 }] })).id
})
const actif = (lastName: string, more: object = {}) => person(lastName, { category: 'Actif', ...more })
const stage = async (text: string | Buffer, name = 'releve.csv'): Promise<string> =>
  (await client.exchange.stage({ name, chunk: Buffer.from(text).toString('base64') })).staging
const bring = async (text: string | Buffer, more: object = {}) =>
  client.dues.bringStatement({ staging: await stage(text), ...more })
const waiting = async () => (await client.dues.statementLines({})).lines
const head = 'Date;Libellé;Débit;Crédit\n'

test('a statement comes in once; each line is matched, remembered, and undone', async () => {
  const jean = await actif('Dupont', { firstName: 'Jean' })
  await actif('Dupont', { firstName: 'Luc' })
  const text = `${head}05/01/2026;VIR SEPA DUPONT JEAN COTIS 2026;;40,00\n06/01/2026;FRAIS DE TENUE;2,50;\n07/01/2026;VIR INCONNU;;15,00`
  expect(await bring(text)).toEqual({ kind: 'table', added: 2, known: 0, debits: 1, others: 0, unread: 0 })
  expect(await bring(Buffer.from(text, 'latin1'))).toMatchObject({ added: 0, known: 2 })
  const overlapping = `${text}\n08/01/2026;VIR SEPA DUPONT JEAN COTIS 2026;;40,00`
  expect(await bring(overlapping)).toMatchObject({ added: 1, known: 2 })

  const [first, stranger, again] = await waiting()
  expect(first?.proposals[0]).toMatchObject({
    ...{ what: 'contact', id: jean, name: 'Dupont Jean', why: ['name', 'amount'] },
    lines: [{ contact: jean, year, cents: 4000 }],
  })
  expect(first?.proposals).toHaveLength(1)
  expect(stranger?.proposals).toEqual([])
  const { payment } = await client.dues.confirmLine({ line: first?.id ?? 0, contact: jean })
  const { payments } = await client.dues.payments({})
  expect(payments).toMatchObject([
    { id: payment, payer: jean, mode: 'transfer', receivedOn: '2026-01-05', creditedOn: '2026-01-05', total: 4000 },
  ])
  expect((await client.dues.state({ contact: jean, year })).state).toBe('upToDate')
  expect((await refused(client.dues.confirmLine({ line: first?.id ?? 0, contact: jean }))).values.reason).toBe(
    'lineDone',
  )

  // The same label again: remembered. Nothing is owed any more: it waits to be assigned.
  const [, later] = await waiting()
  expect(later?.id).toBe(again?.id)
  expect(later?.proposals[0]).toMatchObject({ id: jean, why: ['remembered', 'name'] })
  await client.dues.confirmLine({ line: later?.id ?? 0, contact: jean })
  expect((await client.dues.payments({ unassigned: true })).sum).toBe(4000)

  await client.dues.skipLine({ line: stranger?.id ?? 0 })
  expect((await client.dues.statementLines({})).counts).toEqual({ waiting: 0, matched: 2, skipped: 1 })
  expect((await client.dues.statementLines({ state: 'skipped' })).lines).toHaveLength(1)
  await client.dues.skipLine({ line: stranger?.id ?? 0, again: true })
  for (const name of ['dues.skipLine', 'dues.skipLine', 'dues.confirmLine', 'dues.confirmLine'])
    expect(await undoLatest()).toBe(name)
  expect((await client.dues.statementLines({})).counts.waiting).toBe(3)
  expect((await client.dues.payments({})).total).toBe(0)
  for (let at = 0; at < 2; at++) expect(await undoLatest()).toBe('dues.bringStatement')
  expect((await client.dues.statementLines({})).counts.waiting).toBe(0)
  expect((await latestAct())?.name).toBe('history.undo')
})

test('two alike on one day are two, whatever the file is called; a number of the bank tells them apart', async () => {
  const twice = `${head}05/01/2026;VIR DUPONT;;40,00\n05/01/2026;VIR DUPONT;;40,00`
  expect(await bring(twice)).toMatchObject({ added: 2 })
  expect(await bring(twice)).toMatchObject({ added: 0, known: 2 })
  const ofx = (name: string) =>
    `<OFX><ACCTID>00031234567<STMTTRN><DTPOSTED>20260105<TRNAMT>40.00<FITID>A1<NAME>${name}</STMTTRN></OFX>`
  expect(await bring(ofx('VIR DUPONT'))).toMatchObject({ kind: 'ofx', added: 1 })
  expect(await bring(ofx('VIR DUPONT JEAN'))).toMatchObject({ added: 0, known: 1 })
  expect((await waiting()).map(({ account }) => account)).toEqual(['', '', '…4567'])
})

test('two accounts that end alike are two; a table says its account above its headings, or whoever brings it does', async () => {
  const ofx = (bank: string) =>
    `<OFX><BANKID>${bank}<ACCTID>00031234567<STMTTRN><DTPOSTED>20260105<TRNAMT>40.00<FITID>A1<NAME>VIR</STMTTRN></OFX>`
  expect(await bring(ofx('30004'))).toMatchObject({ added: 1 })
  expect(await bring(ofx('20041'))).toMatchObject({ added: 1 })
  expect(await bring(ofx('30004'))).toMatchObject({ added: 0, known: 1 })
  const rows = `${head}05/01/2026;VIR DUPONT;;40,00`
  const above = (number: string) => `Numéro de compte;${number};;\nSolde;1 000,00;;\n${rows}`
  expect(await bring(above('11112222345'))).toMatchObject({ added: 1 })
  expect(await bring(above('33332222345'))).toMatchObject({ added: 1 })
  expect(await bring(above('11112222345'))).toMatchObject({ added: 0, known: 1 })
  expect(await bring(rows, { account: 'Livret' })).toMatchObject({ added: 1 })
  expect(await bring(rows, { account: 'Courant' })).toMatchObject({ added: 1 })
  expect((await waiting()).map(({ account }) => account)).toEqual([
    '…4567',
    '…4567',
    '…2345',
    '…2345',
    'Livret',
    'Courant',
  ])
})

test('the crediting of a deposit is proposed first, and credits it', async () => {
  const jean = await actif('Dupont')
  const { id: cheque } = await client.dues.recordPayment({
    ...{ mode: 'cheque', receivedOn: '2026-01-03' },
    lines: [{ kind: 'due', contact: jean, year, cents: 4000 }],
  })
  const { id } = await client.dues.makeDeposit({ payments: [cheque], madeOn: '2026-01-04' })
  await bring(`${head}06/01/2026;REMISE CHEQUES DUPONT;;40,00`)
  const [line] = await waiting()
  expect(line?.proposals[0]).toMatchObject({ what: 'deposit', id, number: '2026-01' })
  expect(await client.dues.confirmLine({ line: line?.id ?? 0, deposit: id })).toEqual({ payment: null, deposit: id })
  expect((await client.dues.deposit({ id })).deposit.creditedOn).toBe('2026-01-06')
  expect((await client.dues.payments({})).sum).toBe(4000)
  expect((await refused(client.dues.removeDeposit({ id }))).values.reason).toBe('depositBanked')
})

test('a transfer recorded already is credited, not recorded twice', async () => {
  const jean = await actif('Dupont')
  const { id } = await client.dues.recordPayment({
    ...{ mode: 'transfer', receivedOn: '2026-01-03' },
    lines: [{ kind: 'due', contact: jean, year, cents: 4000 }],
  })
  await bring(`${head}06/01/2026;VIR DUPONT;;40,00`)
  const [line] = await waiting()
  expect(line?.proposals[0]).toMatchObject({ what: 'payment', id, name: 'Dupont' })
  await client.dues.confirmLine({ line: line?.id ?? 0, payment: id })
  expect((await client.dues.payments({})).payments).toMatchObject([{ id, creditedOn: '2026-01-06' }])
})

test('HelloAsso: by e-mail and by the name of the member; a parent pays; its own transfer is nobody’s', async () => {
  const anne = await actif('Tour', { firstName: 'Anne' })
  const paul = await actif('Martin', { firstName: 'Paul', emails: [{ address: 'Paul@Example.org' }] })
  const columns =
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Tarif;Montant tarif\r\n'
  const text = `\ufeff${columns}81;05/01/2026 18:22;Validé;TOUR;Anne;Tour;Jean;jean@example.org;;Carte;Actif;40,00\r\n82;05/01/2026 18:23;Validé;M;P;Martin;P;paul@example.org;;Carte;Actif;40,00`
  expect(await bring(text)).toMatchObject({ kind: 'helloAsso', added: 2 })
  const [one, other] = await waiting()
  expect(one?.proposals[0]).toMatchObject({ id: anne, why: ['name', 'amount'] })
  expect(other?.proposals[0]).toMatchObject({ id: paul, why: expect.arrayContaining(['email', 'amount']) })
  await client.dues.confirmLine({ line: one?.id ?? 0, contact: anne })
  expect((await client.dues.payments({})).payments[0]).toMatchObject({
    ...{ mode: 'helloAsso', payerName: 'Jean Tour', payer: null, creditedOn: '', reference: '81' },
    lines: [{ contact: anne, kind: 'due' }],
  })
  await bring(`${head}12/01/2026;VIR HELLOASSO TOUR ANNE;;80,00`)
  const payout = (await waiting()).find(({ label }) => label.includes('HELLOASSO'))
  expect(payout).toMatchObject({ payout: true, proposals: [] })
})

test('what cannot be read is refused with its line; nothing is kept', async () => {
  expect(await refused(bring('Nom;Prénom;Ville\nTour;Anne;Paris\nRoux;Paul;Lyon'))).toMatchObject({
    code: 'statementUnread',
  })
  const odd = `${head}31/02/2026;A;;40,00\n03/01/2026;B;;35,00`
  expect(await refused(bring(odd))).toMatchObject({ code: 'statementRow', values: { line: 2, reason: 'day' } })
  expect((await client.dues.statementLines({})).counts.waiting).toBe(0)
  expect(await bring(odd, { leaveUnread: true })).toMatchObject({ added: 1, unread: 1 })
  expect((await refused(bring(Buffer.from('%PDF-1.7 releve')))).code).toBe('fileUnknownFormat')
  expect((await refused(bring(''))).code).toBe('fileEmpty')
  expect((await refused(client.dues.bringStatement({ staging: '0'.repeat(32) }))).code).toBe('fileMissing')
  const many = `${head}${'03/01/2026;VIR;;35,00\n'.repeat(10_001)}`
  expect((await refused(bring(many))).code).toBe('fileTooManyRows')
  const [line] = await waiting()
  expect((await refused(client.dues.confirmLine({ line: line?.id ?? 0 }))).values.reason).toBe('oneOfThree')
  expect((await refused(client.dues.confirmLine({ line: 999, contact: 1 }))).code).toBe('notFound')
})

test('ten thousand lines come in without holding the office', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 9000 }, (_, at) => `03/01/2026;VIR N${at};;${(at % 90) + 1},00`).join('\n')
  expect(await bring(head + rows)).toMatchObject({ added: 9000 })
  expect(office.register.prepare('SELECT count(*) FROM statement_line').pluck().get()).toBe(9000)
})
