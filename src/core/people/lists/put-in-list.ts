/** Puts records into a fixed list of that name, which is made when there is none. */
import type { Register } from '../../register/register.ts'
import { contactFilter } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { byName, usualColumns } from './columns.requests.ts'

/** Records put in at a time: about a millisecond. */
const handful = 100

/** The number of the list, once everybody is in it. A live list has its name: then one more than it. */
export function* putInList(register: Register, name: string, contacts: readonly number[]): Generator<void, number> {
  const list = fixedList(register, name)
  const putting = register.prepare('INSERT OR IGNORE INTO saved_list_member (list_id, contact_id) VALUES (?, ?)')
  for (let from = 0; from < contacts.length; from += handful) {
    for (const contact of contacts.slice(from, from + handful)) putting.run(list, contact)
    yield
  }
  return list
}

function fixedList(register: Register, name: string): number {
  const known = register.prepare('SELECT id, kind FROM saved_list WHERE folded = ?')
  let free = name
  for (let rank = 2; ; rank += 1) {
    const found = known.get(foldedName(free)) as { readonly id: number; readonly kind: string } | undefined
    if (found?.kind === 'fixed') return found.id
    if (found === undefined) break
    free = `${name} (${rank})`
  }
  const made = register
    .prepare(`INSERT INTO saved_list (name, folded, kind, filter, columns, sort) VALUES (?, ?, 'fixed', ?, ?, ?)`)
    .run(
      free,
      foldedName(free),
      JSON.stringify(contactFilter.parse({})),
      JSON.stringify(usualColumns),
      JSON.stringify(byName),
    )
  return Number(made.lastInsertRowid)
}
