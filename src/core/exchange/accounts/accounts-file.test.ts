/** Accounts as files on a real office: each cent of the ledger is in them once, and the journal balances entry by entry. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { bytesOf, client, person, refused } from '../../office.fixture.ts'
import { entryOfDeposit, entryOfPayment, fecAmount, type JournalEntry } from './accounts-journal.rules.ts'

type Asked = Parameters<typeof client.exchange.exportAccounts>[0]
const year = { from: '2026-01-01', until: '2026-12-31' }
const file = async (what: Asked['what'], more: Partial<Asked> = {}) =>
  await finish(await client.exchange.exportAccounts({ what, ...year, format: 'csv', csv: 'rfc', ...more }))
const rowsOf = async (paper: { readonly paper: string }): Promise<string[][]> =>
  (await bytesOf(paper))
    .toString()
    .trim()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
const cents = (written: string): number => Math.round(Number(written.replace(',', '.')) * 100)

/** Two cheques brought to the bank together, one of which comes back; a transfer in francs; a gift in cash. */
async function evening(): Promise<void> {
  const { id } = await client.dues.createYear({
    ...{ name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' },
    rates: [{ category: 'Actif', cents: 4000 }],
  })
  const [anne, bruno] = [await person('Albe', { category: 'Actif' }), await person('Bruc', { category: 'Actif' })]
  const cheque = (contact: number, reference: string, receivedOn: string) =>
    client.dues.recordPayment({
      ...{ mode: 'cheque', receivedOn, reference },
      lines: [
        { kind: 'due', contact, year: id, cents: 4000 },
        { kind: 'gift', contact, cents: 10, label: 'Bourses' },
      ],
    })
  const first = await cheque(anne, '111', '2026-01-10')
  const second = await cheque(bruno, '222', '2026-01-11')
  const { id: deposit } = await client.dues.makeDeposit({ payments: [first.id, second.id], madeOn: '2026-01-15' })
  await client.dues.bankDeposit({ id: deposit, day: '2026-01-17' })
  await client.dues.reverse({ payment: second.id, day: '2026-02-03' })
  await client.dues.recordPayment({
    ...{ payerName: 'Fondation "A", Bâle', mode: 'transfer', receivedOn: '2026-02-10', creditedOn: '2026-02-10' },
    ...{ currency: 'CHF', foreignAmount: 10_000, charges: 250 },
    lines: [{ kind: 'grant', cents: 10_400 }],
  })
  await client.dues.recordPayment({
    ...{ payer: anne, mode: 'cash', receivedOn: '2025-12-31' },
    lines: [{ kind: 'gift', contact: anne, cents: 20 }],
  })
}

test('lines say each thing money was for; their sum is that of the ledger, 0.1 + 0.2 among it', async () => {
  await evening()
  const { sum } = await client.dues.payments({ from: year.from, until: year.until })
  const paper = await file('lines')
  expect(paper).toMatchObject({ name: 'Reglements-2026-01-01-2026-12-31.csv', rows: 7, cents: sum })
  const [head, ...rows] = await rowsOf(paper)
  expect(head?.slice(0, 8)).toEqual([
    'Reçu le',
    'Crédité le',
    'Payeur',
    'Pour',
    'Origine',
    'Exercice',
    'Objet',
    'Montant',
  ])
  expect(rows[0]?.slice(0, 11)).toEqual([
    ...['2026-01-10', '2026-01-17', 'Albe', 'Albe', 'Cotisations', '2026', '', '40.00', 'Chèque', '111', '2026-01'],
  ])
  expect(rows.reduce((all, row) => all + cents(row[7] ?? ''), 0)).toBe(sum)
  expect(rows.filter((row) => row[11] !== '')).toHaveLength(2)
  const sheet = await finish(await client.exchange.exportAccounts({ what: 'lines', ...year }))
  expect((await bytesOf(sheet)).subarray(0, 2).toString()).toBe('PK')
})

test('sources by month, beside the same time a year earlier', async () => {
  await evening()
  const [head, ...rows] = await rowsOf(await file('months', { until: '2026-03-31' }))
  expect(head).toEqual(['Origine', '2026-01', '2026-02', '2026-03', 'Total', 'Un an plus tôt'])
  expect(rows).toEqual([
    ['Cotisations', '80.00', '-40.00', '0.00', '40.00', '0.00'],
    ['Dons', '0.20', '-0.10', '0.00', '0.10', '0.00'],
    ['Subventions', '0.00', '104.00', '0.00', '104.00', '0.00'],
    ['Total', '80.20', '63.90', '0.00', '144.10', '0.00'],
  ])
  const { months } = await client.dues.accounts({ year: 2026 })
  expect(months.slice(0, 2).map(({ total }) => total)).toEqual([8020, 6390])
})

test('the journal has the columns of a FEC, one entry for each payment and deposit, each balanced', async () => {
  await evening()
  const [head, ...rows] = await rowsOf(await file('journal', { accounts: { bank: '512A' } }))
  expect(head).toEqual(
    'JournalCode,JournalLib,EcritureNum,EcritureDate,CompteNum,CompteLib,CompAuxNum,CompAuxLib,PieceRef,PieceDate,EcritureLib,Debit,Credit,EcritureLet,DateLet,ValidDate,Montantdevise,Idevise'.split(
      ',',
    ),
  )
  const entries = Map.groupBy(rows, (row) => row[2])
  expect([...entries.keys()]).toEqual(['1', '2', '3', '4', '5'])
  const said = [...entries.values()].map((lines) => [
    lines[0]?.[3],
    lines.map((row) => `${row[4]} ${row[11]} ${row[12]}`).join(' | '),
  ])
  expect(said).toEqual([
    ['10/01/2026', '5112 40,10 0,00 | 756 0,00 40,00 | 7541 0,00 0,10'],
    ['11/01/2026', '5112 40,10 0,00 | 756 0,00 40,00 | 7541 0,00 0,10'],
    ['17/01/2026', '512A 80,20 0,00 | 5112 0,00 80,20'],
    // What comes back was in the account already.
    ['03/02/2026', '512A 0,00 40,10 | 756 40,00 0,00 | 7541 0,10 0,00'],
    ['10/02/2026', '512A 101,50 0,00 | 627 2,50 0,00 | 740 0,00 104,00'],
  ])
  expect(rows.at(-3)?.slice(8, 18)).toEqual([
    ...['P4', '10/02/2026', 'Fondation "A", Bâle', '101,50', '0,00', '', '', '10/02/2026', '100,00', 'CHF'],
  ])
})

test('a span the wrong way round, too long, or in which nothing came in is refused', async () => {
  await evening()
  expect(await refused(file('lines', { until: '2025-01-01' }))).toMatchObject({ field: 'until' })
  expect(await refused(file('lines', { until: '2029-01-01' }))).toMatchObject({ field: 'until' })
  expect(await refused(file('lines', { from: '2020-01-01', until: '2020-12-31' }))).toMatchObject({
    code: 'nothingToPrint',
  })
  expect(await refused(file('journal', { accounts: { bank: '=1+1' } }))).toMatchObject({ code: 'invalidInput' })
})

test('whatever the payment, its entry balances, and the places of money hold what came in', () => {
  const line = fc.record({
    kind: fc.constantFrom('due' as const, 'gift' as const, 'unassigned' as const),
    cents: fc.integer({ min: 1, max: 1_000_000 }),
  })
  const payment = fc.record({
    mode: fc.constantFrom(
      'cheque' as const,
      'cash' as const,
      'transfer' as const,
      'helloAsso' as const,
      'other' as const,
    ),
    charges: fc.nat({ max: 1_000_000 }),
    fromBank: fc.boolean(),
    back: fc.boolean(),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  const balance = ({ lines }: JournalEntry): number => lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  fc.assert(
    fc.property(payment, ({ back, lines, ...more }) => {
      const entry = entryOfPayment({
        ...{ id: 1, receivedOn: '2026-01-01', reference: '', payerName: '', currency: '', foreignAmount: 0, ...more },
        lines: lines.map(({ kind, cents: one }) => ({ kind, cents: back ? -one : one })),
      })
      expect(balance(entry)).toBe(0)
      expect(entry.lines.every(({ debit, credit }) => debit >= 0 && credit >= 0 && debit * credit === 0)).toBe(true)
      const moved = entry.lines
        .filter(({ account }) => lines.every(({ kind }) => kind !== account))
        .reduce((sum, { debit, credit }) => sum + debit - credit, 0)
      expect(moved).toBe((back ? -1 : 1) * lines.reduce((sum, one) => sum + one.cents, 0))
    }),
    { seed: 20_260_301 },
  )
  expect(balance(entryOfDeposit({ mode: 'cash', number: '2026-01', creditedOn: '2026-01-01', total: 12 }))).toBe(0)
  expect([fecAmount(0), fecAmount(5), fecAmount(-1234)]).toEqual(['0,00', '0,05', '-12,34'])
})
