/** Dues as a list going out has them: of each contact, the years in which something was asked or paid. */
import { duesJoins, duesPaid, duesState } from '../people/lists/dues-state.sql.ts'
import type { Register } from '../register/register.ts'
import type { DueSaid } from './dues.rules.ts'
import type { ListedState } from './dues-list.rules.ts'

/** A year of a contact. Amounts in cents; `paid` is what was paid for the contact alone, `owed` absent where nothing is said. */
export type DuesOut = {
  readonly year: string
  readonly state: ListedState | ''
  readonly owed?: number
  readonly paid: number
  /** When it was last paid for, or since when it is so; empty when nobody said. */
  readonly day: string
}

type Row = {
  readonly contact: number
  readonly year: string
  readonly state: ListedState | ''
  readonly said: DueSaid | null
  readonly since: string | null
  readonly cents: number | null
  readonly coveredBy: number | null
  readonly paid: number
  readonly day: string | null
}

/** Makes the reader: a few contacts at a time, the years of each from the first. */
export function duesGoingOut(
  register: Register,
): (contacts: readonly number[]) => ReadonlyMap<number, readonly DuesOut[]> {
  // `+`: from the lines of the contact, for nearly every payment is the reversal of none.
  const rows = register.prepare(
    `SELECT c.id AS contact, y.name AS year, ${duesState} AS state, d.said, d.said_on AS since, d.cents,
       d.covered_by_id AS coveredBy, ${duesPaid('c.id', 'y.id')} AS paid,
       (SELECT max(p.received_on) FROM payment_line l JOIN payment p ON p.id = l.payment_id
        WHERE l.year_id = y.id AND l.contact_id = c.id AND l.cents > 0 AND +p.reversal_of IS NULL
          AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reversal_of = p.id)) AS day
     FROM json_each(?) j CROSS JOIN (SELECT '' AS day, ? AS now) asked CROSS JOIN due_year y
       JOIN contact c ON c.id = j.value ${duesJoins}
     WHERE d.id IS NOT NULL
       OR EXISTS (SELECT 1 FROM payment_line l WHERE l.year_id = y.id AND l.contact_id = c.id)
     ORDER BY j.key, y.starts, y.id`,
  )
  return (contacts) => {
    const found = new Map<number, DuesOut[]>()
    for (const row of rows.all(JSON.stringify(contacts), register.today()) as Row[]) {
      const { contact, year, said, since, cents, coveredBy, paid, day } = row
      const state = said === 'waived' && row.state === 'exempt' ? 'waived' : row.state
      // What is settled has no amount, and who is covered owes nothing of their own.
      const owed = said === 'owed' && coveredBy === null ? (cents ?? 0) : undefined
      const one = { year, state, paid, day: (paid > 0 ? day : since) ?? '', ...(owed === undefined ? {} : { owed }) }
      const known = found.get(contact)
      if (known === undefined) found.set(contact, [one])
      else known.push(one)
    }
    return found
  }
}
