/** What an undo may not do to receipts: one that was given out stays given out, with its number; it is cancelled instead. */
import { Refusal } from '../kit/refusal.ts'
import { actValues } from '../register/later-acts.ts'
import type { Register } from '../register/register.ts'
import type { AfterUndo } from '../register/undo.ts'

/** Refuses `undoConflict` when the undone act issued receipts. */
export function soundReceipts(register: Pick<Register, 'prepare'>): AfterUndo {
  const issued = register.prepare(
    `SELECT 1 FROM journal_act a JOIN journal_row j ON j.id BETWEEN a.first_row AND a.last_row
     WHERE a.id = ? AND j.table_name = 'receipt' AND j.old IS NULL LIMIT 1`,
  )
  // biome-ignore lint/correctness/useYield: a single step, of the shape the others have
  return function* ({ act, tables }) {
    if (!tables.includes('receipt') || issued.get(act) === undefined) return
    throw new Refusal('undoConflict', { what: 'receipt', ...actValues(register.prepare, act) })
  }
}
