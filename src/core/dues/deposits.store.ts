/** The rows of deposits. */
import type { Cents } from '../kit/money.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Register } from '../register/register.ts'
import type { Deposit } from './deposits.requests.ts'
import { type Counted, type DepositMode, nextNumber } from './deposits.rules.ts'

export type DepositFacts = Pick<Deposit, 'mode' | 'number' | 'madeOn' | 'account' | 'counted' | 'note'>

const columns = `d.id, d.revision, d.mode, d.number, d.made_on AS madeOn, d.account, d.credited_on AS creditedOn,
  d.counted, d.note, (SELECT count(*) FROM payment WHERE deposit_id = d.id) AS count,
  (SELECT coalesce(sum(l.cents), 0) FROM payment p JOIN payment_line l ON l.payment_id = p.id WHERE p.deposit_id = d.id)
    AS total`

// The partial index answers it: a payment that was taken back is left out by the row of its reversal.
const waiting = `p.deposit_id IS NULL AND p.credited_on = '' AND p.reversal_of IS NULL AND p.mode = ?
  AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reversal_of = p.id)`

export type DepositsStore = ReturnType<typeof depositsStore>

export function depositsStore(register: Register) {
  const one = register.prepare(`SELECT ${columns} FROM deposit d WHERE d.id = ?`)
  const page = register.prepare(
    `SELECT ${columns} FROM deposit d WHERE ? = 0 OR d.credited_on = ''
     ORDER BY d.made_on DESC, d.id DESC LIMIT ? OFFSET ?`,
  )
  const counted = register.prepare("SELECT count(*) FROM deposit WHERE ? = 0 OR credited_on = ''").pluck()
  const numbers = register.prepare('SELECT number FROM deposit WHERE number GLOB ?').pluck()
  const latestAccount = register
    .prepare("SELECT account FROM deposit WHERE account <> '' ORDER BY made_on DESC, id DESC LIMIT 1")
    .pluck()
  const made = register.prepare(
    'INSERT INTO deposit (mode, number, made_on, account, counted, note) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const changed = register.prepare(
    'UPDATE deposit SET revision = revision + 1, made_on = ?, account = ?, counted = ?, note = ? WHERE id = ?',
  )
  const banked = register.prepare('UPDATE deposit SET revision = revision + 1, credited_on = ? WHERE id = ?')
  const gone = register.prepare('DELETE FROM deposit WHERE id = ?')
  const put = register.prepare('UPDATE payment SET revision = revision + 1, deposit_id = ? WHERE id = ?')
  const credited = register.prepare('UPDATE payment SET revision = revision + 1, credited_on = ? WHERE deposit_id = ?')
  const inside = register.prepare('SELECT id FROM payment WHERE deposit_id = ? ORDER BY received_on, id').pluck()
  const waits = register
    .prepare(`SELECT p.id FROM payment p WHERE ${waiting} ORDER BY p.received_on, p.id LIMIT ? OFFSET ?`)
    .pluck()
  const waitingSums = register.prepare(
    `SELECT count(*) AS count, coalesce(sum((SELECT sum(cents) FROM payment_line WHERE payment_id = p.id)), 0) AS sum
     FROM payment p WHERE ${waiting}`,
  )
  const statementOf = register.prepare('SELECT 1 FROM statement_line WHERE deposit_id = ?')

  const depositOf = (row: unknown): Deposit => {
    const { counted: pieces, ...found } = row as Omit<Deposit, 'counted'> & { readonly counted: string }
    return { ...found, counted: pieces === '' ? [] : (JSON.parse(pieces) as Counted) }
  }
  const written = (pieces: Counted): string => (pieces.length === 0 ? '' : JSON.stringify(pieces))

  return {
    /** Refuses `notFound`. */
    found: (id: number): Deposit => {
      const row = one.get(id)
      if (row === undefined) throw new Refusal('notFound', { id }, 'id')
      return depositOf(row)
    },
    page: (unbanked: boolean, offset: number, limit: number): readonly Deposit[] =>
      page.all(unbanked ? 1 : 0, limit, offset).map(depositOf),
    counted: (unbanked: boolean): number => Number(counted.get(unbanked ? 1 : 0)),
    /** The number after those of the year of a day. */
    nextNumber: (madeOn: string): string =>
      nextNumber(madeOn.slice(0, 4), numbers.all(`${madeOn.slice(0, 4)}-*`) as string[]),
    latestAccount: (): string => (latestAccount.get() as string | undefined) ?? '',
    insert: (facts: DepositFacts): number =>
      Number(
        made.run(facts.mode, facts.number, facts.madeOn, facts.account, written(facts.counted), facts.note)
          .lastInsertRowid,
      ),
    update: (id: number, facts: Pick<DepositFacts, 'madeOn' | 'account' | 'counted' | 'note'>): void => {
      changed.run(facts.madeOn, facts.account, written(facts.counted), facts.note, id)
    },
    remove: (id: number): void => {
      gone.run(id)
    },
    put: (payment: number, deposit: number | null): void => {
      put.run(deposit, payment)
    },
    bank: (id: number, day: string): void => {
      banked.run(day, id)
      credited.run(day, id)
    },
    /** Numbers of its payments, in the order they came in. */
    inside: (id: number): readonly number[] => inside.all(id) as number[],
    /** Numbers of what waits to be deposited, the oldest first. */
    waiting: (mode: DepositMode, offset: number, limit: number): readonly number[] =>
      waits.all(mode, limit, offset) as number[],
    waitingSums: (mode: DepositMode): { readonly count: number; readonly sum: Cents } =>
      waitingSums.get(mode) as { count: number; sum: Cents },
    /** Whether a line of a statement was said to be this deposit. */
    onStatement: (id: number): boolean => statementOf.get(id) !== undefined,
  }
}
