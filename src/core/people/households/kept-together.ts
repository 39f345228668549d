/**
 * What an undo may not do to a household: the facts it puts back are nobody else's, so that the journal lets it pass, and
 * yet the copies of a shared address part when somebody joined, left or changed one meanwhile.
 */
import { Refusal } from '../../kit/refusal.ts'
import { actValues } from '../../register/later-acts.ts'
import type { Register } from '../../register/register.ts'
import type { AfterUndo } from '../../register/undo.ts'
import type { Contact } from '../people.requests.ts'

/** Rows of the journal looked at in one step. */
const batch = 500
const watched: readonly string[] = ['address', 'household_member']

/** The households of journalled rows: as a row said before or after, or says now when the change was of another column. */
const households = `SELECT json_extract(j.old, '$.household_id') AS household, j.act FROM rows j
  UNION SELECT json_extract(j.new, '$.household_id'), j.act FROM rows j
  UNION SELECT a.household_id, j.act FROM rows j JOIN address a ON j.table_name = 'address' AND a.id = j.row
  UNION SELECT m.household_id, j.act FROM rows j JOIN household_member m
    ON j.table_name = 'household_member' AND m.id = j.row`

/**
 * Refuses `undoConflict` (what: `household`, naming it and the later act) when the undone act touched a household that
 * others changed since, and its people no longer carry the same copies, or one is left alone in it.
 */
export function keptTogether(
  register: Pick<Register, 'prepare' | 'undoneBy'>,
  readMany: (ids: readonly number[]) => readonly Contact[],
): AfterUndo {
  const span = register.prepare('SELECT first_row, last_row FROM journal_act WHERE id = ?')
  const touched = register
    .prepare(
      `WITH rows AS MATERIALIZED (SELECT * FROM journal_row WHERE id BETWEEN ? AND ?
         AND table_name IN ('address', 'household_member'))
       SELECT DISTINCT household FROM (${households}) WHERE household IN (SELECT id FROM household)`,
    )
    .pluck()
  const laterOnes = register
    .prepare(
      `WITH rows AS MATERIALIZED (SELECT * FROM journal_row WHERE contact IN (SELECT value FROM json_each(?)) AND id > ?
         AND table_name IN ('address', 'household_member') AND act <> (SELECT act FROM journal_now))
       SELECT DISTINCT act FROM (${households}) WHERE household = ? ORDER BY act DESC`,
    )
    .pluck()
  const undone = register.prepare('SELECT undoes FROM journal_act WHERE id = ?').pluck()
  const membersOf = register
    .prepare('SELECT contact_id FROM household_member WHERE household_id = ? ORDER BY position, id')
    .pluck()
  // A record that went into another keeps the copies the other had already.
  const ownersOf = register
    .prepare(
      `SELECT DISTINCT a.contact_id FROM address a JOIN contact c ON c.id = a.contact_id
       WHERE a.household_id = ? AND c.merged_into IS NULL`,
    )
    .pluck()

  const whole = (household: number, members: readonly number[], owners: readonly number[]): boolean => {
    if (members.length < 2) return members.length === 0 && owners.length === 0
    if (owners.some((owner) => !members.includes(owner))) return false
    const copies = readMany(members).map(({ addresses }) =>
      JSON.stringify(
        addresses
          .filter((address) => address.household === household)
          .map((address) => JSON.stringify(address))
          .sort(),
      ),
    )
    return new Set(copies).size <= 1
  }
  /** The newest act that counts: an act and its undoing are as if neither had been, when both came later. */
  const laterAct = (act: number, after: number, household: number, contacts: readonly number[]): number | undefined =>
    (laterOnes.all(JSON.stringify(contacts), after, household) as number[]).find((later) => {
      const undoes = undone.get(later) as number | null
      return register.undoneBy(later) === undefined && (undoes === null || undoes <= act)
    })

  return function* ({ act, tables }) {
    if (!tables.some((table) => watched.includes(table))) return
    const { first_row: first, last_row: last } = span.get(act) as { first_row: number; last_row: number }
    const found = new Set<number>()
    for (let from = first; from <= last; from += batch) {
      for (const household of touched.all(from, Math.min(from + batch - 1, last)) as number[]) found.add(household)
      yield { done: from - first, total: last - first + 1 }
    }
    for (const household of found) {
      const members = membersOf.all(household) as number[]
      const owners = ownersOf.all(household) as number[]
      if (!whole(household, members, owners)) {
        const by = laterAct(act, last, household, [...members, ...owners])
        if (by !== undefined) {
          const names = readMany(members).map(({ displayName }) => displayName)
          throw new Refusal('undoConflict', {
            what: 'household',
            household: names.join(', ').slice(0, 200),
            ...actValues(register.prepare, by),
          })
        }
      }
      yield { done: last - first + 1, total: last - first + 1 }
    }
  }
}
