/** Receipts on a real office: off by default, gapless, kept as they were, cancelled and never unmade, declared. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { bytesOf, client, latestAct, office, person, refused, undoLatest } from '../office.fixture.ts'
import { fiscalDay, isIssuerNumber, receiptNumber } from './receipts.rules.ts'

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-receipts-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

async function textOf(paper: { readonly paper: string }): Promise<string> {
  const file = join(place, 'a.pdf')
  writeFileSync(file, await bytesOf(paper))
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}

const issuer = {
  ...{ name: 'Les Amis de la Cité', number: 'W751234567', street: '17, boulevard Jourdan', postcode: '75014' },
  ...{ city: 'Paris', country: 'FR' as const, purpose: 'Aider les étudiants par des bourses.' },
  ...{ nature: 'publicUtility' as const, decreeOn: '1962-03-12', gazetteOn: '1962-03-20' },
  ...{ signatory: 'Léa Roux', quality: 'La trésorière' },
}
const ruling = { eligible: 'ruling' as const, rulingOn: '2024-05-02', rulingReference: 'R-24-117' }
const lyon = { street: '1 rue A', postcode: '69001', city: 'Lyon', country: 'FR' }
const gift = (contact: number, cents: number, label = 'Bourses', more: object = {}) =>
  client.dues.recordPayment({
    ...{ payer: contact, mode: 'cheque' as const, receivedOn: '2026-02-03' },
    lines: [{ kind: 'gift', contact, cents, label }],
    ...more,
  })
const issue = async (form: 'plain' | 'tax', more: object = {}) =>
  await finish(await client.receipts.issue({ form, year: 2026, ...more }))

describe('rules', () => {
  it.each([
    ['cheque', '2025-12-30', '2026-01-04', '2025-12-30'],
    ['cash', '2025-12-30', '', '2025-12-30'],
    ['transfer', '2025-12-30', '2026-01-02', '2026-01-02'],
    ['card', '2025-12-30', '', ''],
    ['helloAsso', '2025-12-30', '2025-12-31', '2025-12-31'],
  ] as const)('a %s received on %s, credited on %s counts on %s', (mode, receivedOn, creditedOn, day) =>
    expect(fiscalDay({ mode, receivedOn, creditedOn })).toBe(day),
  )
  it.each([
    ['732829320', true],
    ['732829321', false],
    ['W751234567', true],
    ['751234567W', false],
  ])('the number %s: %s', (number, good) => expect(isIssuerNumber(number)).toBe(good))
  it('numbers each form for itself', () => expect(receiptNumber('company', 2026, 12)).toBe('M2026-0012'))
})

describe('tax receipts', () => {
  it('are off until the fund is said to be eligible; recognised of public utility is not enough', async () => {
    const anne = await person('Blanc', { firstName: 'Anne', addresses: [lyon] })
    await gift(anne, 15_000)
    expect(await refused(issue('tax'))).toMatchObject({
      field: 'issuer.number',
      values: { reason: 'issuerIncomplete' },
    })
    await client.receipts.setIssuer(issuer)
    expect(await refused(issue('tax'))).toMatchObject({ code: 'nothingToPrint' })
    expect(
      await refused(client.receipts.setFund({ kind: 'gift', label: 'Bourses', eligible: 'ruling' })),
    ).toMatchObject({
      ...{ field: 'rulingOn', values: { reason: 'rulingMissing' } },
    })
    await client.receipts.setFund({ kind: 'gift', label: 'Bourses', ...ruling })
    const { funds } = await client.receipts.settings({})
    expect(funds.map(({ kind, label, eligible }) => [kind, label, eligible])).toEqual([
      ['due', '', 'no'],
      ['gift', '', 'no'],
      ['gift', 'Bourses', 'ruling'],
    ])
    const made = await issue('tax')
    expect(made).toMatchObject({ issued: 1, cents: 15_000, receipts: [{ number: 'F2026-0001', name: 'Anne Blanc' }] })
    const text = await textOf(made.post as { paper: string })
    for (const mention of [
      ...[
        /F2026-0001/,
        /11580\*05/,
        /W751234567/,
        /Aider les étudiants/,
        /12 mars\s+1962/,
        /Anne Blanc/,
        /Lyon/,
        /FRANCE|France/,
      ],
      ...[
        /\*\*\*150,00\s€\*\*\*/,
        /Cent cinquante euros/,
        /3 février 2026/,
        /[Dd]éclaration de don manuel/,
        /Numéraire/,
        /Chèque/,
      ],
      ...[/sur l’honneur/, /article 200/, /La trésorière\s+Léa Roux/],
    ])
      expect(text).toMatch(mention)
  })

  it('are one a year for a person with an annex, one a gift for a company, only once for a payment', async () => {
    await client.receipts.setIssuer(issuer)
    await client.receipts.setFund({ kind: 'gift', label: 'Bourses', ...ruling })
    const anne = await person('Blanc', { firstName: 'Anne', addresses: [lyon] })
    const { id: works } = await client.people.create({
      contact: { kind: 'organisation', name: 'Forges du Lac' } as never,
    })
    await gift(anne, 10_000)
    await gift(anne, 5050, 'Bourses', { mode: 'transfer', receivedOn: '2026-02-10', creditedOn: '2026-02-12' })
    await gift(anne, 700, 'Fête')
    await gift(anne, 900, 'Bourses', { mode: 'card', reference: 'C9' })
    await gift(works, 100_000)
    await gift(works, 200_000, 'Bourses', { receivedOn: '2026-02-20' })
    const { id: wrong } = await gift(anne, 4200, 'Bourses', { reference: 'X' })
    await client.dues.reverse({ payment: wrong })
    expect(await finish(await client.receipts.look({ form: 'tax', year: 2026 }))).toMatchObject({
      ...{ receipts: 3, cents: 315_050, waiting: 1 },
    })
    const made = await issue('tax')
    expect(made.receipts.map(({ number }) => number)).toEqual(['F2026-0001', 'M2026-0001', 'M2026-0002'])
    const text = await textOf(made.post as { paper: string })
    expect(text).toMatch(/Cumul des versements de l’année 2026/)
    expect(text).toMatch(/Annexe au reçu n°\s*F2026-0001[\s\S]*10 *0?0? ?€|100/)
    expect(text).toMatch(/16216\*02/)
    expect(text).toMatch(/Deux mille euros/)
    expect(await refused(issue('tax'))).toMatchObject({ code: 'nothingToPrint' })
    expect(await client.receipts.declaration({ year: 2026 })).toMatchObject({
      ...{ count: 3, cents: 315_050, cancelled: 0 },
      individuals: { count: 1, cents: 15_050 },
      companies: { count: 2, cents: 300_000 },
    })
  })

  it('are kept as they were, duplicated with the mark, cancelled with their number, never unmade', async () => {
    await client.receipts.setIssuer(issuer)
    await client.receipts.setFund({ kind: 'gift', label: 'Bourses', ...ruling })
    const anne = await person('Blanc', { firstName: 'Anne', addresses: [lyon] })
    const { id: payment } = await gift(anne, 10_000)
    const [receipt] = (await issue('tax')).receipts
    const id = receipt?.id ?? 0
    // Whatever changes afterwards, the file is what was given out.
    const { revision, ...sheet } = await client.people.read({ id: anne })
    const { id: _i, sortKey: _s, displayName: _d, trashed: _t, ...contact } = sheet
    await client.people.update({ id: anne, revision, contact: { ...contact, lastName: 'Noir' } as never })
    const original = await bytesOf(await client.receipts.original({ id }))
    const [{ sha256 } = { sha256: '' }] = office.register.prepare('SELECT sha256 FROM receipt').all() as {
      sha256: string
    }[]
    expect(createHash('sha256').update(original).digest('hex')).toBe(sha256)
    expect(readFileSync(join(office.register.folder, 'documents', sha256)).equals(original)).toBe(true)
    const duplicate = await textOf(await finish(await client.receipts.duplicate({ id })))
    expect(duplicate).toMatch(/Duplicata/)
    expect(duplicate).toMatch(/Anne Blanc/)

    await undoLatest()
    const act = await latestAct()
    void act
    const acts = (await client.history.list({})).acts
    const issuing = acts.find(({ name }) => name === 'receipts.issue')?.id ?? 0
    expect(await refused(client.history.undo({ act: issuing }))).toMatchObject({
      ...{ code: 'undoConflict', values: { what: 'receipt' } },
    })
    const paying = acts.find(({ name }) => name === 'dues.recordPayment')?.id ?? 0
    expect(await refused(client.history.undo({ act: paying }))).toMatchObject({ code: 'undoConflict' })
    const chain = (await client.receipts.ofContact({ contact: anne })).receipts
    expect(chain).toMatchObject([
      { number: 'F2026-0001', parts: [{ payment, cents: 10_000, mode: 'cheque', deposit: '' }] },
    ])

    await client.receipts.cancel({ id, reason: 'Adresse fausse' })
    expect(await refused(client.receipts.cancel({ id, reason: 'Encore' }))).toMatchObject({
      values: { reason: 'alreadyCancelled' },
    })
    expect((await issue('tax')).receipts).toMatchObject([{ number: 'F2026-0002' }])
    expect(await client.receipts.declaration({ year: 2026 })).toMatchObject({ count: 1, cancelled: 1 })
    const { receipts } = await client.receipts.list({})
    expect(receipts.map(({ number, cancelReason }) => [number, cancelReason])).toEqual([
      ['F2026-0002', ''],
      ['F2026-0001', 'Adresse fausse'],
    ])
  })
})

describe('plain receipts', () => {
  it('say what was paid and for whom, without a word of tax, each person named', async () => {
    await client.receipts.setIssuer({ ...issuer, number: '', purpose: '' })
    const { id: year } = await client.dues.createYear({
      ...{ name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' },
    })
    const [anne, paul] = [await person('Blanc', { firstName: 'Anne' }), await person('Blanc', { firstName: 'Paul' })]
    await client.dues.recordPayment({
      ...{ payer: anne, mode: 'cheque', receivedOn: '2026-02-03' },
      lines: [
        { kind: 'due', contact: anne, year, cents: 3550 },
        { kind: 'due', contact: paul, year, cents: 3550 },
      ],
    })
    const made = await issue('plain')
    expect(made).toMatchObject({ issued: 1, cents: 7100, receipts: [{ number: 'A2026-0001' }] })
    const text = await textOf(made.post as { paper: string })
    expect(text).toMatch(/Attestation de paiement/)
    expect(text).toMatch(/Cotisation 2026 – Blanc Paul/)
    expect(text).toMatch(/Soixante et onze euros/)
    expect(text).toMatch(/n’ouvre droit à aucune réduction d’impôt/)
    expect(text).not.toMatch(/cerfa|article 200|dons/i)
  })
})

describe('money that goes back', () => {
  it('names the receipts to cancel; one that stands is said to be unfounded until it is', async () => {
    await client.receipts.setIssuer(issuer)
    await client.receipts.setFund({ kind: 'gift', label: 'Bourses', ...ruling })
    const anne = await person('Tour', { addresses: [lyon] })
    const { id } = await gift(anne, 5000)
    await gift(anne, 2000, 'Bourses', { receivedOn: '2026-02-10', reference: '9' })
    await issue('tax', { consolidated: false })
    await issue('plain')
    const { receipts } = await client.dues.reverse({ payment: id })
    expect(receipts).toEqual(['F2026-0001', 'A2026-0001'])
    expect(await client.receipts.declaration({ year: 2026 })).toMatchObject({ count: 2, cents: 7000, takenBack: 1 })
    const [first] = (await client.receipts.ofContact({ contact: anne })).receipts.filter(
      ({ number }) => number === 'F2026-0001',
    )
    expect(first).toMatchObject({ takenBack: true, cancelledOn: '' })
    await client.receipts.cancel({ id: first?.id ?? 0, reason: 'Chèque impayé' })
    expect(await client.receipts.declaration({ year: 2026 })).toMatchObject({ count: 1, cents: 2000, takenBack: 0 })
    // What went back is receipted no more; the rest of an attestation is.
    expect(await refused(issue('tax'))).toMatchObject({ code: 'nothingToPrint' })
    const [attested] = (await client.receipts.list({})).receipts.filter(({ form }) => form === 'plain')
    await client.receipts.cancel({ id: attested?.id ?? 0, reason: 'Chèque impayé' })
    expect(await issue('plain')).toMatchObject({ issued: 1, cents: 2000 })
  })

  it('is attested from the day it came; for taxes a card waits until it is credited', async () => {
    await client.receipts.setIssuer(issuer)
    await client.receipts.setFund({ kind: 'gift', label: 'Bourses', ...ruling })
    const anne = await person('Tour', { addresses: [lyon] })
    const { id } = await gift(anne, 5000, 'Bourses', { mode: 'helloAsso' })
    expect(await refused(issue('tax'))).toMatchObject({ code: 'nothingToPrint' })
    expect(await issue('plain')).toMatchObject({ issued: 1, waiting: 0 })
    await client.dues.credit({ payments: [id], day: '2026-02-20' })
    expect(await issue('tax')).toMatchObject({ issued: 1, cents: 5000 })
  })
})
