import { expect, test } from 'vitest'
import { isOfx, readOfx } from './ofx.rules.ts'
import { accountAbove, dayOf, readTableStatement, signedCents } from './statement-reading.rules.ts'
import { keysIn, memoryOf, nameWords } from './statements.rules.ts'

const table = (text: string) => {
  const rows = text
    .trim()
    .split('\n')
    .map((row, at) => ({ line: at + 1, cells: row.split(';') }))
  const [head, ...rest] = rows
  return readTableStatement(head?.cells ?? [], rest)
}

test.each([
  ['31/01/2026', '2026-01-31'],
  ['31-01-26', '2026-01-31'],
  ['2026-01-31 14:05', '2026-01-31'],
  ['20260131', '2026-01-31'],
  ['31/01/2026 14:05', '2026-01-31'],
  ['32/01/2026', undefined],
  ['29/02/2025', undefined],
])('the day %s', (text, day) => expect(dayOf(text)).toBe(day))

test.each([
  ['+40,00', 4000],
  ['-12,50', -1250],
  ['12,50-', -1250],
  ['(1 234,56)', -123_456],
  ['\u221212.50', -1250],
  ['1\u00a0234,56 €', 123_456],
  ['douze', undefined],
  ['=1+1', undefined],
])('the amount %s', (text, cents) => expect(signedCents(text)).toBe(cents))

test('debit and credit apart, one signed amount, a sense beside it', () => {
  const apart = table(
    'Date;Libellé;Débit euros;Crédit euros\n02/01/2026;VIR DUPONT JEAN;;40,00\n03/01/2026;FRAIS;-2,50;\n;Solde au 03/01;;1 200,00',
  )
  expect(apart).toMatchObject({
    debits: 1,
    unread: [],
    lines: [{ day: '2026-01-02', cents: 4000, label: 'VIR DUPONT JEAN' }],
  })
  const signed = table(
    'Date de comptabilisation;Libelle simplifie;Libelle operation;Montant (EUR)\n02/01/2026;DUPONT;VIR DUPONT JEAN;+40,00',
  )
  expect(signed.lines[0]).toMatchObject({ cents: 4000, label: 'DUPONT VIR DUPONT JEAN' })
  const sense = table('Date;Libellé;Montant;Sens\n02/01/2026;A;40,00;C\n02/01/2026;B;12,00;D')
  expect(sense).toMatchObject({ debits: 1, lines: [{ label: 'A' }] })
})

test('headings nobody knows: the columns are told by what they hold', () => {
  const { lines, missing } = table(
    'A;B;C;D\n02/01/2026;VIR DUPONT;40,00;1 000,00\n03/01/2026;VIR MARTIN;35,00;1 035,00',
  )
  expect(missing).toEqual([])
  expect(lines.map(({ cents, label }) => [cents, label])).toEqual([
    [4000, 'VIR DUPONT'],
    [3500, 'VIR MARTIN'],
  ])
  expect(table('Nom;Ville\nDupont;Paris').missing).toEqual(['day', 'amount'])
})

test('HelloAsso: who it is for beside who paid, less the promotion, what was not paid left aside', () => {
  const file = table(
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Tarif;Montant tarif;Code Promo;Montant code promo\n' +
      '81234;05/01/2026 18:22;Validé;Tour;Anne;Tour;Jean;jean@example.org;;Carte bancaire;Actif;40,00;NOEL;5,00\n' +
      '81235;05/01/2026 18:25;Remboursé;Roux;Paul;Roux;Paul;p@example.org;;Carte bancaire;Actif;40,00;;',
  )
  expect(file).toMatchObject({ kind: 'helloAsso', mode: 'helloAsso', others: 1 })
  expect(file.lines).toMatchObject([
    {
      day: '2026-01-05',
      cents: 3500,
      reference: '81234',
      payer: 'Jean Tour',
      beneficiary: 'Anne Tour',
      email: 'jean@example.org',
    },
  ])
})

test.each([
  ['Compte n° 12345678901\nDate;Libellé;Montant', '12345678901'],
  ['"IBAN","FR76 3000 6000 0112 3456 7890 189"\n"Date","Libellé","Montant"', 'FR7630006000011234567890189'],
  ['Relevé de compte du 01/01/2026 au 31/01/2026\nDate;Libellé;Montant', ''],
  ['Date;Libellé;Montant\n05/01/2026;VIR COMPTE 12345678901;40,00', ''],
  ['', ''],
])('the account above the headings of %j', (text, account) => expect(accountAbove(text)).toBe(account))

test('a row that cannot be read is named by its line', () => {
  expect(table('Date;Libellé;Crédit\n31/02/2026;A;40,00\n02/01/2026;B;quarante').unread).toEqual([
    { line: 2, reason: 'day' },
    { line: 3, reason: 'amount' },
  ])
})

const sgml = `OFXHEADER:100
DATA:OFXSGML
ENCODING:USASCII

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><BANKACCTFROM><BANKID>30004<ACCTID>00031234567</BANKACCTFROM><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105<TRNAMT>+40.00<FITID>A1<NAME>VIR DUPONT &amp; FILS<MEMO>COTISATION
</STMTTRN>
<STMTTRN>
<TRNTYPE>DEBIT
<DTPOSTED>20260106120000[0:GMT]
<TRNAMT>-2,50
<FITID>A2
<NAME>FRAIS
</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

test('OFX of both kinds; entities of a declaration are not followed', () => {
  expect(isOfx(sgml)).toBe(true)
  expect(readOfx(sgml)).toMatchObject({
    debits: 1,
    lines: [
      {
        line: 6,
        day: '2026-01-05',
        cents: 4000,
        label: 'VIR DUPONT & FILS COTISATION',
        account: '…4567',
        bankId: 'A1',
      },
    ],
  })
  const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200"?><!DOCTYPE OFX [<!ENTITY x "boum">]><OFX><STMTTRN><DTPOSTED>20260230</DTPOSTED><TRNAMT>40.00</TRNAMT><NAME>&x;</NAME></STMTTRN><STMTTRN><DTPOSTED>20260228</DTPOSTED><TRNAMT>40.00</TRNAMT><FITID>7</FITID><NAME>A&x;</NAME></STMTTRN></OFX>`
  expect(isOfx(xml)).toBe(true)
  expect(readOfx(xml)).toMatchObject({ unread: [{ reason: 'day' }], lines: [{ label: 'A&x;' }] })
  expect(isOfx('Date;Libellé')).toBe(false)
})

test('a statement of millions of tags on one line is read in a moment', () => {
  const text = `<OFX>${'<STMTTRN><DTPOSTED>20260105<TRNAMT>-1.00<FITID>1</STMTTRN>'.repeat(100_000)}`
  const began = process.cpuUsage()
  expect(readOfx(text).debits).toBe(100_000)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000)
})

test('names are sought in labels, not the words of banks', () => {
  expect(nameWords('VIR SEPA RECU DE M. DUPONT JEAN-PAUL REF 12345 COTISATION 2026')).toEqual([
    'dupont',
    'jean',
    'paul',
  ])
  const { whole, alone } = keysIn(['dupont', 'jean', 'paul'])
  expect(whole).toContain('dupont jeanpaul')
  expect(keysIn(['jean', 'de', 'dupont']).alone).toContain('dupont')
  expect(alone).toContain('dupont')
  const plain = { payer: '', beneficiary: '', email: '' }
  expect(memoryOf({ ...plain, label: 'VIR DUPONT JEAN 2025' })).toBe(
    memoryOf({ ...plain, label: 'VIR DUPONT JEAN 2026' }),
  )
  expect(memoryOf({ ...plain, label: 'VIR 2026' })).toBe('')
})
