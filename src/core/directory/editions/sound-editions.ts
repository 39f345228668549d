/** What an undo may not do to an edition that was printed: change it. Its printing itself can be undone, and done again on the same settings. */
import { Refusal } from '../../kit/refusal.ts'
import { actValues } from '../../register/later-acts.ts'
import type { Register } from '../../register/register.ts'
import type { AfterUndo } from '../../register/undo.ts'
import { editionsStore } from './editions.store.ts'

const watched = ['edition', 'edition_section', 'edition_print']

/**
 * Refuses `undoConflict` when the undone act was on an edition that is printed, or puts back a printing of an edition that
 * was changed since.
 */
export function soundEditions(register: Pick<Register, 'prepare'>): AfterUndo {
  const store = editionsStore(register)
  const frozen = register.prepare(
    `SELECT 1 FROM journal_act a JOIN journal_row j ON j.id BETWEEN a.first_row AND a.last_row
     WHERE a.id = ? AND (
       j.table_name = 'edition' AND j.row IN (SELECT edition_id FROM edition_print)
       OR j.table_name = 'edition_section' AND (
         j.row IN (SELECT s.id FROM edition_section s JOIN edition_print p ON p.edition_id = s.edition_id)
         OR json_extract(j.old, '$.edition_id') IN (SELECT edition_id FROM edition_print)
         OR json_extract(j.new, '$.edition_id') IN (SELECT edition_id FROM edition_print))
       ) LIMIT 1`,
  )
  return function* ({ act, tables }) {
    if (!tables.some((table) => watched.includes(table))) return
    if (frozen.get(act) !== undefined)
      throw new Refusal('undoConflict', { what: 'edition', ...actValues(register.prepare, act) })
    if (!store.asPrinted())
      throw new Refusal('undoConflict', { what: 'editionChanged', ...actValues(register.prepare, act) })
  }
}
