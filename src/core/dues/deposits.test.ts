import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { client, office, person, refused, undoLatest } from '../office.fixture.ts'
import { countedSum, nextNumber } from './deposits.rules.ts'

let year = 0
beforeEach(async () => {
  const facts = { name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' } as const
  year = (await client.dues.createYear({ ...facts, rates: [{ category: 'Actif', cents: 4000 }] })).id
})

const pay = async (name: string, cents: number, more: Record<string, unknown> = {}): Promise<number> => {
  const contact = await person(name, { category: 'Actif' })
  const payment = {
    ...{ mode: 'cheque', receivedOn: '2026-02-10', reference: `7${cents}`, confirmed: ['overpaid'], ...more },
    lines: [{ kind: 'due', contact, year, cents }],
  }
  return (await client.dues.recordPayment(payment as never)).id
}
const creditedOn = (id: number): unknown =>
  office.register.prepare('SELECT credited_on FROM payment WHERE id = ?').pluck().get(id)

test('numbers follow one another within a year', () => {
  expect(nextNumber('2026', [])).toBe('2026-01')
  expect(nextNumber('2026', ['2026-09', '2026-10', 'à la main'])).toBe('2026-11')
  expect(
    countedSum([
      { piece: 2000, count: 3 },
      { piece: 50, count: 1 },
    ]),
  ).toBe(6050)
})

test('cheques wait, are brought together, and are locked once the bank has them', async () => {
  const [one, other, third] = [await pay('Roux', 4000), await pay('Blanc', 2500), await pay('Vert', 1000)]
  await pay('Noir', 3000, { mode: 'transfer' })
  expect(await client.dues.depositable({})).toMatchObject({ total: 3, sum: 7500, account: '' })
  const made = await client.dues.makeDeposit({
    payments: [one, other],
    madeOn: '2026-02-20',
    account: 'Banque postale',
  })
  expect(made).toMatchObject({ number: '2026-01', total: 6500 })
  expect(await client.dues.depositable({})).toMatchObject({ total: 1, sum: 1000, account: 'Banque postale' })

  // One is taken out, another brought instead; a payment is never in two of them.
  const { deposit } = await client.dues.deposit({ id: made.id })
  expect(deposit).toMatchObject({ count: 2, total: 6500, creditedOn: '' })
  const changed = await client.dues.changeDeposit({ id: made.id, revision: deposit.revision, payments: [one, third] })
  expect(changed.total).toBe(5000)
  expect(await refused(client.dues.makeDeposit({ payments: [one] }))).toMatchObject({
    ...{ code: 'invalidInput', values: { reason: 'inDeposit', name: '2026-01' }, field: 'payments.0' },
  })
  expect(await refused(client.dues.reverse({ payment: one }))).toMatchObject({ values: { reason: 'inDeposit' } })
  expect(await refused(client.dues.credit({ payments: [one], day: '2026-02-22' }))).toMatchObject({
    values: { reason: 'inDeposit' },
  })

  await client.dues.bankDeposit({ id: made.id, day: '2026-02-23' })
  expect([creditedOn(one), creditedOn(third), creditedOn(other)]).toEqual(['2026-02-23', '2026-02-23', ''])
  const { deposit: banked } = await client.dues.deposit({ id: made.id })
  for (const asked of [
    client.dues.changeDeposit({ id: made.id, revision: banked.revision, payments: [one] }),
    client.dues.bankDeposit({ id: made.id, day: '2026-02-24' }),
    client.dues.removeDeposit({ id: made.id }),
  ])
    expect(await refused(asked)).toMatchObject({ values: { reason: 'depositBanked' } })

  // A cheque that comes back unpaid is a reversal; the deposit stays what the bank had.
  await client.dues.reverse({ payment: third, note: 'Impayé' })
  expect((await client.dues.deposit({ id: made.id })).deposit).toMatchObject({ count: 2, total: 5000 })
  expect(await client.dues.depositable({})).toMatchObject({ total: 1, sum: 2500 })
  await undoLatest()
  expect(await undoLatest()).toBe('dues.bankDeposit')
  expect(creditedOn(one)).toBe('')
  expect(await client.dues.removeDeposit({ id: made.id })).toEqual({ freed: 2 })
  expect(await client.dues.depositable({})).toMatchObject({ total: 3, sum: 7500 })
  await undoLatest()
  expect(await client.dues.depositable({})).toMatchObject({ total: 1 })
})

test('what may not be brought is refused, and nothing is kept', async () => {
  const [cheque, transfer] = [await pay('Roux', 4000), await pay('Noir', 3000, { mode: 'transfer' })]
  const reversed = await pay('Gris', 2000)
  await client.dues.reverse({ payment: reversed })
  const credited = await pay('Bleu', 2100, { creditedOn: '2026-02-11' })
  const reason = async (input: object): Promise<unknown> =>
    (await refused(client.dues.makeDeposit({ payments: [cheque], ...input }))).values.reason
  expect(await reason({ payments: [transfer] })).toBe('otherMode')
  expect(await reason({ payments: [cheque, cheque] })).toBe('twiceInDeposit')
  expect(await reason({ payments: [reversed] })).toBe('alreadyReversed')
  expect(await reason({ payments: [credited] })).toBe('alreadyCredited')
  expect(await reason({ madeOn: '2026-02-30' })).toBe('noSuchDay')
  expect(await reason({ madeOn: '2027-01-01' })).toBe('inTheFuture')
  expect(await reason({ counted: [{ piece: 2000, count: 2 }] })).toBe('chequesUncounted')
  expect((await refused(client.dues.makeDeposit({ payments: [] }))).code).toBe('invalidInput')
  expect((await refused(client.dues.makeDeposit({ payments: [999] }))).code).toBe('notFound')
  expect((await refused(client.dues.deposit({ id: 1 }))).code).toBe('notFound')
  expect((await client.dues.deposits({})).total).toBe(0)
})

test('cash is counted in notes and coins, to the sum of its payments', async () => {
  const cash = [await pay('Roux', 4000, { mode: 'cash' }), await pay('Blanc', 2550, { mode: 'cash' })]
  const counted = [
    { piece: 2000, count: 3 },
    { piece: 500, count: 1 },
  ] as { piece: 2000 | 500 | 50; count: number }[]
  expect(await refused(client.dues.makeDeposit({ mode: 'cash', payments: cash, counted }))).toMatchObject({
    ...{ field: 'counted', values: { reason: 'cashDiffers', counted: 6500, total: 6550 } },
  })
  const { id } = await client.dues.makeDeposit({
    ...{ mode: 'cash', payments: cash },
    counted: [...counted, { piece: 50, count: 1 }],
  })
  expect((await client.dues.deposit({ id })).deposit.counted).toHaveLength(3)
})

test('the slip is a page, the same bytes each time, and many cheques follow on others', async () => {
  const names = ['Tour', 'Lefèvre-Dubois', 'Nguyễn', 'Øster', 'Association des anciens de la Cité internationale']
  const ids: number[] = []
  for (const [at, name] of names.entries())
    ids.push(
      await pay(name, 4000 + at * 125, { bank: 'Crédit coopératif', drawer: at === 1 ? 'M. ou Mme Dubois' : '' }),
    )
  const { id } = await client.dues.makeDeposit({
    payments: ids,
    account: 'Compte courant FR76 3000 4000 0312 3456 7890 143',
  })
  const slip = async (of: number) => {
    const paper = await finish(await client.dues.depositSlip({ id: of }))
    const { chunk } = await client.papers.read({ paper: paper.paper })
    return { paper, bytes: Buffer.from(chunk, 'base64') }
  }
  const { paper, bytes } = await slip(id)
  expect(paper).toMatchObject({ name: 'Remise-2026-01.pdf', pages: 1 })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await slip(id)).bytes.equals(bytes)).toBe(true)

  const many: number[] = []
  for (let at = 0; at < 60; at++) many.push(await pay(`Martin ${at}`, 4000 + at))
  const { id: long } = await client.dues.makeDeposit({ payments: many })
  const second = await slip(long)
  expect(second.paper.pages).toBe(2)
  const shots = process.env.SHOTS
  if (shots !== undefined) {
    writeFileSync(`${shots}/slip.pdf`, bytes)
    writeFileSync(`${shots}/slip-long.pdf`, second.bytes)
  }
})
