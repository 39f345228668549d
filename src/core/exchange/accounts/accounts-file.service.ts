/** The answer that takes accounts out: payments read a few at a time in the order of their days, rows made as they are read. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Deposit } from '../../dues/deposits.requests.ts'
import type { Payment } from '../../dues/dues.requests.ts'
import { type LineKind, lineKinds, yearsAfter } from '../../dues/dues.rules.ts'
import { paymentsStore } from '../../dues/payments.store.ts'
import { fileName } from '../../kit/file-name.ts'
import type { Papers } from '../../kit/papers.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { rowsJob } from '../export.job.ts'
import { exportFormats } from '../export.requests.ts'
import type { accountFileRequests } from './accounts-file.requests.ts'
import { accountsFileWords } from './accounts-file-words.ts'
import { entryOfDeposit, entryOfPayment, fecColumns, fecRows, type JournalEntry } from './accounts-journal.rules.ts'

type Span = { readonly from: string; readonly until: string }

/** Payments read at once: a few milliseconds. */
const atOnce = 50
/** Years a file may hold. */
const mostYears = 3

const amount = (cents: number): string => (cents / 100).toFixed(2)
/** `31/01/2026`: how Paheko reads a day, in any of its versions. */
const french = (day: string): string => day.split('-').toReversed().join('/')

export function accountsFileAnswer(register: Register, papers: Papers): Answers<typeof accountFileRequests> {
  const payments = paymentsStore(register)
  const numbers = register
    .prepare(
      `SELECT id FROM payment WHERE (received_on, id) > (?, ?) AND received_on <= ? ORDER BY received_on, id LIMIT ${atOnce}`,
    )
    .pluck()
  const credited = register.prepare(
    `SELECT d.mode, d.number, d.credited_on AS creditedOn, coalesce((SELECT sum(l.cents) FROM payment p
       JOIN payment_line l ON l.payment_id = p.id WHERE p.deposit_id = d.id), 0) AS total
     FROM deposit d WHERE d.credited_on >= ? AND d.credited_on <= ? ORDER BY d.credited_on, d.id`,
  )
  const counted = register.prepare('SELECT count(*) FROM payment WHERE received_on >= ? AND received_on <= ?').pluck()

  async function* within({ from, until }: Span): AsyncGenerator<readonly Payment[]> {
    for (let [day, id] = [from, 0]; ; ) {
      await register.whenFree()
      const ids = numbers.all(day, id, until) as number[]
      const read = payments.read(ids)
      const last = read.at(-1)
      if (last === undefined) return
      yield read
      ;[day, id] = [last.receivedOn, last.id]
      await giveBack()
    }
  }

  return {
    exportAccounts: async ({ what, from, until, format, csv, accounts }, desk) => {
      if (until < from) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'until')
      if (until >= yearsAfter(from, mostYears))
        throw new Refusal('invalidInput', { reason: 'too_big', maximum: mostYears }, 'until')
      await register.whenFree()
      const foreseen = Number(counted.get(from, until))
      if (foreseen === 0) throw new Refusal('nothingToPrint')
      const { language, name: association } = readAssociation(register)
      const said = accountsFileWords[language]
      let [rows, cents] = [0, 0]
      const count = (payment: Payment): void => {
        cents += payment.total
      }

      async function* lines(): AsyncGenerator<readonly string[][]> {
        for await (const some of within({ from, until })) {
          const made = some.flatMap((payment) => {
            count(payment)
            return payment.lines.map((line) => [
              ...[payment.receivedOn, payment.creditedOn, payment.payerName, line.contactName, said.kinds[line.kind]],
              ...[line.yearName, line.label, amount(line.cents), said.modes[payment.mode], payment.reference],
              ...[
                payment.depositNumber,
                payment.reversalOf === null ? '' : String(payment.reversalOf),
                String(payment.id),
              ],
            ])
          })
          rows += made.length
          yield made
        }
      }

      async function* months(): AsyncGenerator<readonly string[][]> {
        const columns = monthsOf(from, until)
        const sums = new Map<LineKind, Map<string, number>>()
        const before = new Map<LineKind, number>()
        for await (const some of within({ from, until }))
          for (const payment of some) {
            count(payment)
            for (const line of payment.lines) {
              const own = sums.get(line.kind) ?? new Map<string, number>()
              const month = payment.receivedOn.slice(0, 7)
              sums.set(line.kind, own.set(month, (own.get(month) ?? 0) + line.cents))
            }
          }
        for await (const some of within({ from: yearsAfter(from, -1), until: yearsAfter(until, -1) }))
          for (const { kind, cents: came } of some.flatMap((payment) => payment.lines))
            before.set(kind, (before.get(kind) ?? 0) + came)
        const row = (name: string, of: (month: string) => number, was: number): string[] => {
          const found = columns.map(of)
          const total = found.reduce((sum, one) => sum + one, 0)
          return [name, ...found.map(amount), amount(total), amount(was)]
        }
        const shown = lineKinds.filter((kind) => sums.has(kind) || before.has(kind))
        const all = (month: string) => shown.reduce((sum, kind) => sum + (sums.get(kind)?.get(month) ?? 0), 0)
        const made = [
          ...shown.map((kind) =>
            row(said.kinds[kind], (month) => sums.get(kind)?.get(month) ?? 0, before.get(kind) ?? 0),
          ),
          row(
            said.total,
            all,
            shown.reduce((sum, kind) => sum + (before.get(kind) ?? 0), 0),
          ),
        ]
        rows += made.length
        yield made
      }

      async function* journal(): AsyncGenerator<readonly (readonly string[])[]> {
        const deposits = credited.all(from, until) as Pick<Deposit, 'mode' | 'number' | 'creditedOn' | 'total'>[]
        let number = 0
        const written = (entry: JournalEntry): readonly (readonly string[])[] => {
          if (entry.lines.length === 0) return []
          number++
          return fecRows(entry, number, accounts, french)
        }
        for await (const some of within({ from, until })) {
          const banked = new Set(
            payments
              .read(some.flatMap(({ reversalOf }) => reversalOf ?? []))
              .flatMap(({ id, deposit, creditedOn }) => (deposit !== null && creditedOn !== '' ? [id] : [])),
          )
          const made = some.flatMap((payment) => {
            count(payment)
            const due: JournalEntry[] = []
            while (deposits[0] !== undefined && deposits[0].creditedOn < payment.receivedOn)
              due.push(entryOfDeposit(deposits.shift() as (typeof deposits)[number]))
            const fromBank = payment.reversalOf !== null && banked.has(payment.reversalOf)
            return [...due, entryOfPayment({ ...payment, fromBank })].flatMap(written)
          })
          rows += made.length
          yield made
        }
        const last = deposits.map(entryOfDeposit).flatMap(written)
        rows += last.length
        yield last
      }

      const tables = {
        lines: {
          headers: said.lines,
          kinds: said.lines.map((_, at) => (at < 2 ? 'day' : at === 7 ? 'amount' : 'text')),
        },
        months: {
          headers: [said.source, ...monthsOf(from, until), said.total, said.before],
          kinds: ['text', ...monthsOf(from, until).map(() => 'amount'), 'amount', 'amount'],
        },
        journal: { headers: fecColumns, kinds: fecColumns.map(() => 'text') },
      } as const satisfies Record<string, { readonly headers: readonly string[]; readonly kinds: readonly string[] }>
      const { headers, kinds } = tables[what]
      const name = said.files[what]
      const { bytes } = await papers.make(
        rowsJob,
        {
          ...{ format, csv, association, day: register.today(), name, headers, rows: foreseen },
          kinds: kinds as readonly ('day' | 'amount' | 'text')[],
        },
        what === 'lines' ? lines() : what === 'months' ? months() : journal(),
        desk,
      )
      const { extension, type } = exportFormats[format]
      return { ...papers.keep(fileName([name, from, until], extension), type, bytes), rows, cents }
    },
  }
}

/** `2026-01`, `2026-02`… from a day to another. */
function monthsOf(from: string, until: string): readonly string[] {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (;;) {
    const said = `${year}-${String(month).padStart(2, '0')}`
    if (said > until.slice(0, 7)) return months
    months.push(said)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}
