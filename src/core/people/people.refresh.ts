/** Keeps what is computed from a contact in step when an undo changed its facts: the journal leaves such columns aside. */
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { keptTogether } from './households/kept-together.ts'
import { displayName, type Named, sortKey } from './name.rules.ts'
import { searchText } from './people.rules.ts'
import { peopleStore } from './people.store.ts'
import { searchIndex } from './search-index.store.ts'

/** Contacts brought up to date at a time. */
const handful = 50

/**
 * Brings sort key, displayed name and sought text up to date after each undo, inside its order. Its contacts leave the
 * index before their rows are put back and come back after, in ascending order: FTS5 writes a part anew for every row
 * that comes in another. An undo that would part a household is refused before.
 */
export function refreshAfterUndo(register: Register): void {
  const people = peopleStore(register)
  const index = searchIndex(register)
  const write = register.prepare('UPDATE contact SET sort_key = ?, display_name = ?, search_text = ? WHERE id = ?')
  register.beforeUndo(function* (contacts) {
    index.hold(0)
    for (let from = 0; from < contacts.length; from += handful) {
      index.takeOut(contacts.slice(from, from + handful))
      yield { done: 0, total: contacts.length }
    }
  })
  register.afterUndo(keptTogether(register, people.readMany))
  register.afterUndo(function* ({ contacts, tables }) {
    const home = readAssociation(register).country
    const ascending = contacts.toSorted((one, other) => one - other)
    const total = ascending.length
    for (let from = 0; from < total; from += handful) {
      const part = ascending.slice(from, from + handful)
      for (const contact of people.readMany(part)) {
        const named = contact as Named
        write.run(sortKey(named), displayName(named), searchText(contact, home), contact.id)
      }
      yield { done: Math.min(from + handful, total), total }
    }
    // Not between the writings: each has FTS5 write out the little it holds.
    for (let from = 0; from < total; from += handful) {
      index.putIn(ascending.slice(from, from + handful))
      yield { done: total, total }
    }
    for (const _ of index.release()) yield { done: total, total }
    if (tables.includes('association')) yield* soughtFromHome(register)
  })
}

/**
 * Brings the sought text up to date with the association's country, inside the order that changed it: other countries are
 * sought by their names, and phones kept as written are read with the country they are of. Only what differs is written.
 */
export function* soughtFromHome(register: Register): Generator<{ done: number; total: number }, void> {
  const people = peopleStore(register)
  const home = readAssociation(register).country
  const some = register
    .prepare(
      `SELECT id FROM contact c WHERE id > ? AND (EXISTS (SELECT 1 FROM address WHERE contact_id = c.id AND country <> '')
         OR EXISTS (SELECT 1 FROM phone WHERE contact_id = c.id AND number NOT LIKE '+%')) ORDER BY id LIMIT ?`,
    )
    .pluck()
  const text = register.prepare('SELECT search_text FROM contact WHERE id = ?').pluck()
  const write = register.prepare('UPDATE contact SET search_text = ? WHERE id = ?')
  const total = Number(register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck().get())
  const index = searchIndex(register)
  index.wait()
  try {
    for (let ids = some.all(0, handful) as number[]; ids.length > 0; ) {
      for (const contact of people.readMany(ids)) {
        const [now, before] = [searchText(contact, home), String(text.get(contact.id))]
        if (now === before) continue
        index.leaves(contact.id, before)
        write.run(now, contact.id)
      }
      const last = ids.at(-1) ?? total
      yield { done: last, total }
      ids = some.all(last, handful) as number[]
    }
    for (const _ of index.catchUp()) yield { done: total, total }
  } finally {
    index.forget()
  }
}
