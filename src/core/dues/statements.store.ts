/** The rows of statements: lines, and whose a label was said to be. */
import { createHash } from 'node:crypto'
import { Refusal } from '../kit/refusal.ts'
import type { Register } from '../register/register.ts'
import type { FoundLine } from './statement-reading.rules.ts'
import type { StatementLine, StatementState } from './statements.requests.ts'

export type StatementRow = Omit<StatementLine, 'proposals' | 'payout'>

const columns = `id, account, day, label, cents, mode, reference, payer, beneficiary, email, state,
  payment_id AS payment, deposit_id AS deposit`

export type StatementsStore = ReturnType<typeof statementsStore>

export function statementsStore(register: Register) {
  const one = register.prepare(`SELECT ${columns} FROM statement_line WHERE id = ?`)
  const page = register.prepare(
    `SELECT ${columns} FROM statement_line WHERE state = ? ORDER BY day, id LIMIT ? OFFSET ?`,
  )
  const counts = register.prepare('SELECT state, count(*) AS count FROM statement_line GROUP BY state')
  const made = register.prepare(
    `INSERT INTO statement_line (account, day, label, cents, identity, mode, reference, payer, beneficiary, email)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING`,
  )
  const settled = register.prepare('UPDATE statement_line SET state = ?, payment_id = ?, deposit_id = ? WHERE id = ?')
  const remembered = register.prepare('SELECT contact_id FROM statement_label WHERE folded = ?').pluck()
  const learnt = register.prepare(
    `INSERT INTO statement_label (folded, contact_id) VALUES (?, ?)
     ON CONFLICT (folded) DO UPDATE SET contact_id = excluded.contact_id WHERE contact_id <> excluded.contact_id`,
  )

  return {
    /** Refuses `notFound`. */
    found: (id: number): StatementRow => {
      const row = one.get(id) as StatementRow | undefined
      if (row === undefined) throw new Refusal('notFound', { id }, 'line')
      return row
    },
    page: (state: StatementState, offset: number, limit: number): readonly StatementRow[] =>
      page.all(state, limit, offset) as StatementRow[],
    counts: (): Record<StatementState, number> => ({
      ...{ waiting: 0, matched: 0, skipped: 0 },
      ...Object.fromEntries(
        (counts.all() as { state: StatementState; count: number }[]).map(({ state, count }) => [state, count]),
      ),
    }),
    /** Keeps a line unless it is known; says whether it was new. */
    insert: (line: FoundLine, account: string, mode: string, identity: string): boolean =>
      made.run(
        ...[account, line.day, line.label, line.cents, identity, mode],
        ...[line.reference, line.payer, line.beneficiary, line.email],
      ).changes > 0,
    settle: (id: number, state: StatementState, payment: number | null, deposit: number | null): void => {
      settled.run(state, payment, deposit, id)
    },
    remembered: (folded: string): number | undefined => remembered.get(folded) as number | undefined,
    learn: (folded: string, contact: number): void => {
      learnt.run(folded, contact)
    },
  }
}

/**
 * What makes each line itself, so that the same statement, or one that overlaps it, brings it once: account, day, amount,
 * label, the bank's number, and its place among lines that say the same.
 */
export function identities(lines: readonly FoundLine[], account: string, mode: string): readonly string[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const facts = [mode, line.accountKey || line.account || account, line.day, line.cents, line.bankId]
    // A number of the bank’s own is enough, whatever the label is cut to; without one the label tells lines apart.
    const said = line.bankId === '' ? [line.label, line.reference, line.payer, line.beneficiary] : []
    const key = JSON.stringify([...facts, ...said])
    const place = seen.get(key) ?? 0
    seen.set(key, place + 1)
    return createHash('sha256').update(`${key} ${place}`).digest('hex').slice(0, 40)
  })
}
