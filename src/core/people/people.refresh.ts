/** Keeps what is computed from a contact in step when an undo changed its facts: the journal leaves such columns aside. */
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { displayName, type Named, sortKey } from './name.rules.ts'
import { searchText } from './people.rules.ts'
import { peopleStore } from './people.store.ts'

/** Contacts brought up to date at a time. */
const handful = 50

/** Brings sort key, displayed name and sought text up to date after each undo, inside its order. */
export function refreshAfterUndo(register: Register): void {
  const people = peopleStore(register)
  const write = register.prepare('UPDATE contact SET sort_key = ?, display_name = ?, search_text = ? WHERE id = ?')
  register.afterUndo(function* ({ contacts }) {
    const home = readAssociation(register).country
    for (let from = 0; from < contacts.length; from += handful) {
      for (const contact of people.readMany(contacts.slice(from, from + handful))) {
        const named = contact as Named
        write.run(sortKey(named), displayName(named), searchText(contact, home), contact.id)
      }
      yield { done: Math.min(from + handful, contacts.length), total: contacts.length }
    }
  })
}
