/** What somebody corrected in a record, by the value that was taken away: a list that still says it is behind. */
import type { Register } from '../../register/register.ts'

/** When a value was taken away, and by whom. */
export type Correction = { readonly at: string; readonly by: string }

/**
 * The values a record lost by somebody's hand, with who took each away last; notes may be parts of longer ones. Neither what an
 * import wrote over nor what was put back counts, since nobody judged the value.
 *
 * @returns for a contact, a function from the value a list says to its correction, if it is one
 */
export function correctionsIn(register: Register): (contact: number) => (said: string) => Correction | undefined {
  const rows = register.prepare(
    `SELECT r.old, a.at, a.by FROM journal_row r JOIN journal_act a ON a.id = r.act
     WHERE r.contact = ? AND r.old IS NOT NULL AND a.name <> 'exchange.import' AND a.undoes IS NULL ORDER BY r.id`,
  )
  return (contact) => {
    const found = rows.all(contact) as readonly (Correction & { readonly old: string })[]
    const taken = new Map<string, Correction>()
    const notes: (Correction & { readonly text: string })[] = []
    for (const { old, at, by } of found) {
      for (const [column, value] of Object.entries(JSON.parse(old) as Readonly<Record<string, unknown>>)) {
        if (value === null || value === '') continue
        if (column === 'notes') notes.push({ text: String(value), at, by })
        taken.set(String(value), { at, by })
      }
    }
    return (said) => taken.get(said) ?? notes.findLast(({ text }) => text.includes(said))
  }
}
