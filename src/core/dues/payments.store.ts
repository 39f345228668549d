/** The rows of money that came in: a payment and its lines. */
import { asCents, type Cents, sumOf } from '../kit/money.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Register } from '../register/register.ts'
import type { LineInput, Payment, PaymentInput, PaymentLine } from './dues.requests.ts'

/** Which payments are wanted; an empty text or nothing asks for any. */
export type PaymentFilter = {
  readonly from: string
  readonly until: string
  readonly mode?: string | undefined
  readonly contact?: number | undefined
  readonly year?: number | undefined
  readonly unassigned: boolean
}

type Line = Pick<LineInput, 'kind' | 'contact' | 'year' | 'label'> & { readonly cents: number }

const columns = `p.id, p.revision, p.payer_id AS payer, coalesce(c.display_name, p.payer) AS payerName, p.mode,
  p.received_on AS receivedOn, p.credited_on AS creditedOn, p.reference, p.drawer, p.bank, p.currency,
  p.foreign_amount AS foreignAmount, p.charges, p.note, p.reversal_of AS reversalOf,
  (SELECT id FROM payment WHERE reversal_of = p.id) AS reversedBy, p.deposit_id AS deposit,
  coalesce((SELECT number FROM deposit WHERE id = p.deposit_id), '') AS depositNumber`

export type PaymentsStore = ReturnType<typeof paymentsStore>

export function paymentsStore(register: Register) {
  const some = register.prepare(
    `SELECT ${columns} FROM json_each(?) j JOIN payment p ON p.id = j.value LEFT JOIN contact c ON c.id = p.payer_id
     ORDER BY j.key`,
  )
  const linesOf = register.prepare(
    `SELECT l.payment_id AS payment, l.id, l.kind, l.contact_id AS contact, coalesce(c.display_name, '') AS contactName,
       l.year_id AS year, coalesce(y.name, '') AS yearName, l.cents, l.label
     FROM json_each(?) j JOIN payment_line l ON l.payment_id = j.value LEFT JOIN contact c ON c.id = l.contact_id
       LEFT JOIN due_year y ON y.id = l.year_id ORDER BY j.key, l.position, l.id`,
  )
  const made = register.prepare(
    `INSERT INTO payment (payer_id, payer, mode, received_on, credited_on, reference, drawer, bank, currency,
       foreign_amount, charges, reversal_of, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const lineMade = register.prepare(
    'INSERT INTO payment_line (payment_id, position, kind, contact_id, year_id, cents, label) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const lineGone = register.prepare('DELETE FROM payment_line WHERE id = ?')
  const lineShrunk = register.prepare('UPDATE payment_line SET cents = ? WHERE id = ?')
  const paid = register
    .prepare('SELECT coalesce(sum(cents), 0) FROM payment_line WHERE year_id = ? AND contact_id = ?')
    .pluck()
  const credited = register.prepare(
    'UPDATE payment SET revision = revision + 1, credited_on = ? WHERE id = ? AND credited_on <> ?',
  )
  // The same payment again: from the same payer, on the same day, with the same reference, not taken back. `+`: by its day,
  // for nearly every payment is the reversal of none.
  const twins = register
    .prepare(
      `SELECT p.id FROM payment p WHERE p.received_on = ? AND p.payer_id IS ? AND p.payer = ? AND p.reference = ?
         AND p.mode = ? AND +p.reversal_of IS NULL AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reversal_of = p.id)
         AND (SELECT sum(cents) FROM payment_line WHERE payment_id = p.id) = ? LIMIT 1`,
    )
    .pluck()

  const condition = ({ from, until, mode, contact, year, unassigned }: PaymentFilter) => {
    const parts = ['1']
    const values: (string | number)[] = []
    const ask = (sql: string, ...asked: (string | number)[]): void => {
      parts.push(sql)
      values.push(...asked)
    }
    if (from !== '') ask('p.received_on >= ?', from)
    if (until !== '') ask('p.received_on <= ?', until)
    if (mode !== undefined) ask('p.mode = ?', mode)
    if (contact !== undefined)
      ask(
        `p.id IN (SELECT id FROM payment WHERE payer_id = ? UNION SELECT payment_id FROM payment_line WHERE contact_id = ?)`,
        contact,
        contact,
      )
    if (year !== undefined) ask('p.id IN (SELECT payment_id FROM payment_line WHERE year_id = ?)', year)
    if (unassigned) ask("p.id IN (SELECT payment_id FROM payment_line WHERE kind = 'unassigned')")
    return { sql: parts.join(' AND '), values }
  }

  const read = (ids: readonly number[]): readonly Payment[] => {
    const asked = JSON.stringify(ids)
    const lines = Map.groupBy(linesOf.all(asked) as (PaymentLine & { payment: number })[], ({ payment }) => payment)
    return (some.all(asked) as Omit<Payment, 'lines' | 'total'>[]).map((payment) => {
      const own = (lines.get(payment.id) ?? []).map(({ payment: _payment, ...line }) => line)
      return { ...payment, lines: own, total: sumOf(own.map(({ cents }) => cents)) }
    })
  }
  const addLines = (payment: number, from: number, lines: readonly Line[]): void => {
    for (const [at, { kind, contact, year, cents, label }] of lines.entries())
      lineMade.run(payment, from + at, kind, contact, year, cents, label)
  }

  return {
    /** Payments in the order of their numbers as given. */
    read,
    /** Refuses `notFound`, naming the field. */
    found: (id: number, field = 'payment'): Payment => {
      const [payment] = read([id])
      if (payment === undefined) throw new Refusal('notFound', { id }, field)
      return payment
    },
    insert: (facts: Omit<PaymentInput, 'lines'>, lines: readonly Line[], reversalOf: number | null = null): number => {
      const { lastInsertRowid } = made.run(
        ...[facts.payer, facts.payer === null ? facts.payerName : '', facts.mode, facts.receivedOn, facts.creditedOn],
        ...[facts.reference, facts.drawer, facts.bank, facts.currency, facts.foreignAmount, facts.charges],
        ...[reversalOf, facts.note],
      )
      addLines(Number(lastInsertRowid), 0, lines)
      return Number(lastInsertRowid)
    },
    /** Puts lines in the place of unassigned money, `rest` of which stays so; the sums agree, the caller sees to it. */
    assign: (payment: Payment, lines: readonly Line[], rest: Cents): void => {
      const [first, ...others] = payment.lines.filter(({ kind }) => kind === 'unassigned')
      for (const { id } of others) lineGone.run(id)
      if (first !== undefined && rest === 0) lineGone.run(first.id)
      if (first !== undefined && rest !== 0) lineShrunk.run(rest, first.id)
      addLines(payment.id, payment.lines.length, lines)
    },
    /** What came in for the dues of a contact for a year. */
    paidFor: (contact: number, year: number): Cents => asCents(Number(paid.get(year, contact))),
    credit: (id: number, day: string): boolean => credited.run(day, id, day).changes > 0,
    /** The number of a payment that says the same, if there is one. */
    twin: (facts: Omit<PaymentInput, 'lines'>, total: number): number | undefined =>
      twins.get(
        ...[
          facts.receivedOn,
          facts.payer,
          facts.payer === null ? facts.payerName : '',
          facts.reference,
          facts.mode,
          total,
        ],
      ) as number | undefined,
    /** Numbers of a page of payments, the latest first. */
    page: (filter: PaymentFilter, offset: number, limit: number): readonly number[] => {
      const { sql, values } = condition(filter)
      return register
        .prepare(`SELECT p.id FROM payment p WHERE ${sql} ORDER BY p.received_on DESC, p.id DESC LIMIT ? OFFSET ?`)
        .pluck()
        .all(...values, limit, offset) as number[]
    },
    /** How many payments from a number to another, and their sum. */
    counted: (filter: PaymentFilter, from: number, to: number): { readonly count: number; readonly sum: number } => {
      const { sql, values } = condition(filter)
      return register
        .prepare(
          `SELECT count(*) AS count, coalesce(sum((SELECT sum(cents) FROM payment_line WHERE payment_id = p.id)), 0) AS sum
           FROM payment p WHERE p.id > ? AND p.id <= ? AND ${sql}`,
        )
        .get(from, to, ...values) as { count: number; sum: number }
    },
  }
}
