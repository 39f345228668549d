/**
 * What an undo may not do to money taken back: the rows it puts back are nobody else's, so that the journal lets it pass,
 * and yet a payment and its reversal would no longer be for the same people and years, and one of them would owe what
 * nobody took.
 */
import { Refusal } from '../kit/refusal.ts'
import { actValues } from '../register/later-acts.ts'
import type { Register } from '../register/register.ts'
import type { AfterUndo } from '../register/undo.ts'

/** Rows of the journal looked at in one step. */
const batch = 500

/** Refuses `undoConflict`, naming the reversal, when the undone act touched a payment whose reversal is no longer its opposite. */
export function soundReversals(register: Pick<Register, 'prepare'>): AfterUndo {
  const span = register.prepare('SELECT first_row, last_row FROM journal_act WHERE id = ?')
  // Rows that are gone say their payment in the journal, the others themselves.
  const touched = register.prepare(
    `WITH touched AS MATERIALIZED (
       SELECT coalesce(l.payment_id, json_extract(j.new, '$.payment_id'), json_extract(j.old, '$.payment_id')) AS payment
       FROM journal_row j LEFT JOIN payment_line l ON l.id = j.row
       WHERE j.id BETWEEN ? AND ? AND j.table_name = 'payment_line')
     SELECT DISTINCT p.id AS payment, r.id AS reversal FROM payment p JOIN payment r ON r.reversal_of = p.id
     WHERE p.id IN (SELECT payment FROM touched) OR r.id IN (SELECT payment FROM touched)`,
  )
  const parted = register.prepare(
    `SELECT 1 FROM payment_line WHERE payment_id IN (?, ?) GROUP BY kind, contact_id, year_id, label
     HAVING sum(cents) <> 0 LIMIT 1`,
  )
  const madeBy = register
    .prepare("SELECT act FROM journal_row WHERE table_name = 'payment' AND row = ? AND old IS NULL ORDER BY id DESC")
    .pluck()
  return function* ({ act, tables }) {
    const found = span.get(act) as { first_row: number; last_row: number } | undefined
    if (found === undefined || !tables.includes('payment_line')) return
    const total = found.last_row - found.first_row + 1
    for (let from = found.first_row; from <= found.last_row; from += batch) {
      const to = Math.min(from + batch - 1, found.last_row)
      for (const { payment, reversal } of touched.all(from, to) as { payment: number; reversal: number }[]) {
        if (parted.get(payment, reversal) === undefined) continue
        const by = madeBy.get(reversal) as number | undefined
        throw new Refusal('undoConflict', {
          what: 'changed',
          table: 'payment_line',
          row: payment,
          ...(by === undefined ? {} : actValues(register.prepare, by)),
        })
      }
      yield { done: to - found.first_row + 1, total }
    }
  }
}
