import fc from 'fast-check'
import { expect, test } from 'vitest'
import { client, latestAct, office, person } from '../office.fixture.ts'

const refusedOr = async <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined)
const rows = (sql: string): readonly Record<string, number | string | null>[] =>
  office.register.prepare(sql).all() as Record<string, number | string | null>[]
const at = fc.nat({ max: 9 })
const step = fc.oneof(
  fc.record({ do: fc.constant('pay' as const), who: fc.nat({ max: 2 }), cents: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({ do: fc.constant('deposit' as const), at, also: at }),
  fc.record({ do: fc.constant('change' as const), at, drop: at }),
  fc.record({ do: fc.constant('bank' as const), at }),
  fc.record({ do: fc.constant('remove' as const), at }),
  fc.record({ do: fc.constant('reverse' as const), at }),
  fc.record({
    do: fc.constant('bring' as const),
    cents: fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('confirm' as const), at, who: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('skip' as const), at }),
  fc.record({ do: fc.constant('undo' as const), back: fc.nat({ max: 3 }) }),
)

/** What must hold whatever was done: no cent is in two deposits, none is lost, a matched line is what it was matched to. */
function sound(): void {
  const sums = new Map(
    rows('SELECT payment_id AS id, sum(cents) AS sum FROM payment_line GROUP BY 1').map(({ id, sum }) => [id, sum]),
  )
  const payments = rows('SELECT id, deposit_id, credited_on, reversal_of FROM payment')
  for (const { id, credited_on } of rows('SELECT id, credited_on FROM deposit')) {
    const inside = payments.filter(({ deposit_id }) => deposit_id === id)
    expect(inside.length).toBeGreaterThan(0)
    // Credited together, or none of them.
    for (const payment of inside) expect(payment.credited_on).toBe(credited_on)
    for (const payment of inside) expect(payment.reversal_of).toBeNull()
  }
  for (const payment of payments) {
    if (payment.reversal_of === null) continue
    expect(sums.get(payment.id as number)).toBe(-(sums.get(payment.reversal_of) as number))
  }
  for (const line of rows('SELECT * FROM statement_line')) {
    const [payment, deposit] = [line.payment_id, line.deposit_id]
    expect([payment, deposit].filter((one) => one !== null)).toHaveLength(line.state === 'matched' ? 1 : 0)
    if (payment !== null) expect(sums.get(payment as number)).toBe(line.cents)
  }
}

test('deposits and statements neither make nor lose money, whatever is undone', { timeout: 300_000 }, async () => {
  await client.dues.createYear({
    ...{ name: '2026', kind: 'calendar', starts: '2026-01-01', ends: '2026-12-31' },
    rates: [{ category: 'Actif', cents: 4000 }],
  })
  const people = [
    await person('Dupont', { category: 'Actif' }),
    await person('Martin', { category: 'Actif' }),
    await person('Lune', { category: 'Actif' }),
  ]
  const who = (one: number): number => people[one] ?? 0
  let [told, files] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
      for (const asked of steps) {
        const deposits = (await client.dues.deposits({})).deposits
        const deposit = deposits[asked.do === 'pay' ? 0 : 'at' in asked ? asked.at % Math.max(1, deposits.length) : 0]
        const waiting = (await client.dues.depositable({})).payments
        const nth = (of: number): number => waiting[of % Math.max(1, waiting.length)]?.id ?? 0
        if (asked.do === 'pay')
          await client.dues.recordPayment({
            ...{ mode: 'cheque', receivedOn: '2026-02-01', confirmed: ['twice'] },
            lines: [{ kind: 'gift', contact: who(asked.who), cents: asked.cents }],
          })
        else if (asked.do === 'deposit')
          await refusedOr(
            client.dues.makeDeposit({
              payments: [...new Set([nth(asked.at), nth(asked.also)])],
              madeOn: '2026-02-02',
            }),
          )
        else if (asked.do === 'change' && deposit !== undefined) {
          const { payments } = await client.dues.deposit({ id: deposit.id })
          const kept = payments.map(({ id }) => id).filter((_, index) => index !== asked.drop % payments.length)
          const { id, revision } = deposit
          await refusedOr(client.dues.changeDeposit({ id, revision, payments: kept }))
        } else if (asked.do === 'bank' && deposit !== undefined)
          await refusedOr(client.dues.bankDeposit({ id: deposit.id, day: '2026-02-05' }))
        else if (asked.do === 'remove' && deposit !== undefined)
          await refusedOr(client.dues.removeDeposit({ id: deposit.id }))
        else if (asked.do === 'reverse') {
          const all = (await client.dues.payments({})).payments
          await refusedOr(client.dues.reverse({ payment: all[asked.at % Math.max(1, all.length)]?.id ?? 0 }))
        } else if (asked.do === 'bring') {
          const text = asked.cents.map((cents) => `06/02/2026;VIR ${files};;${(cents / 100).toFixed(2)}`).join('\n')
          files++
          const chunk = Buffer.from(`Date;Libellé;Débit;Crédit\n${text}`).toString('base64')
          const { staging } = await client.exchange.stage({ name: 'r.csv', chunk })
          const first = await refusedOr(client.dues.bringStatement({ staging }))
          const again = await refusedOr(client.dues.bringStatement({ staging }))
          expect(again?.added ?? 0).toBe(0)
          if (first !== undefined) expect(again?.known).toBe(first.added)
        } else if (asked.do === 'confirm' || asked.do === 'skip') {
          const { lines } = await client.dues.statementLines({})
          const line = lines[asked.at % Math.max(1, lines.length)]
          if (line === undefined) continue
          const [likely] = line.proposals
          const what = likely?.what === 'deposit' ? { deposit: likely.id } : { contact: who(asked.at % 3) }
          if (asked.do === 'skip') await client.dues.skipLine({ line: line.id })
          else if (
            (await refusedOr(
              client.dues.confirmLine({ line: line.id, ...what, confirmed: ['twice', 'overpaid', 'deceased'] }),
            )) !== undefined
          )
            told++
        } else if (asked.do === 'undo') {
          const act = ((await latestAct())?.id ?? 0) - asked.back
          const name = office.register.prepare('SELECT name FROM journal_act WHERE id = ?').pluck().get(act)
          if (String(name).startsWith('dues.') && name !== 'dues.createYear')
            await refusedOr(client.history.undo({ act }))
        }
        sound()
      }
    }),
    { numRuns: 15, seed: 20_260_301 },
  )
  expect(told).toBeGreaterThan(3)
})
