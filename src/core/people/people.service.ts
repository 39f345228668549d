/** The answers of the people's room. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import { displayName, type Named } from './name.rules.ts'
import { contactQueries } from './people.queries.ts'
import type { Contact, ContactInput, ContactStatus, GroupKind, peopleRequests } from './people.requests.ts'
import { isNameless } from './people.rules.ts'
import { peopleStore } from './people.store.ts'

export { type Matchable, type PeopleStore, peopleStore } from './people.store.ts'

function refuseNameless(contact: ContactInput): void {
  if (!isNameless(contact)) return
  const field = contact.kind === 'organisation' ? 'contact.name' : 'contact.lastName'
  throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, field)
}

/** A few names, then how many more: what the history says an act was about. */
function subjectOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} + ${names.length - 3}` : shown
}

export function peopleAnswers(register: Register): Answers<typeof peopleRequests> {
  const store = peopleStore(register)
  const queries = contactQueries(register)
  const found = (id: number): Contact => {
    const contact = store.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id })
    return contact
  }
  const all = <Row>(sql: string): readonly Row[] => register.prepare(sql).all() as Row[]

  return {
    list: ({ offset, limit, ...filter }) => {
      const { total, ids } = queries.window(filter, offset, limit)
      return { total, rows: queries.rows(ids) }
    },

    read: ({ id }) => found(id),

    choices: () => ({
      categories: all<{ name: string; count: number }>(
        `SELECT k.name, coalesce(c.count, 0) AS count FROM member_category k
         LEFT JOIN (SELECT category_id, count(*) AS count FROM contact WHERE trashed = 0 GROUP BY category_id) c
           ON c.category_id = k.id
         ORDER BY k.folded`,
      ),
      groups: all<{ kind: GroupKind; name: string; count: number }>(
        `SELECT g.kind, g.name, coalesce(c.count, 0) AS count FROM contact_group g
         LEFT JOIN (SELECT m.group_id, count(DISTINCT m.contact_id) AS count FROM membership m
                    JOIN contact ON contact.id = m.contact_id WHERE contact.trashed = 0 GROUP BY m.group_id) c
           ON c.group_id = g.id
         ORDER BY g.kind, g.folded`,
      ),
      statuses: all<{ status: ContactStatus; count: number }>(
        'SELECT status, count(*) AS count FROM contact WHERE trashed = 0 GROUP BY status ORDER BY count DESC, status',
      ),
      extras: all<{ name: string }>('SELECT DISTINCT name FROM extra ORDER BY name').map(({ name }) => name),
      total: Number(register.prepare('SELECT count(*) FROM contact WHERE trashed = 0').pluck().get()),
    }),

    create: ({ contact }) => {
      refuseNameless(contact)
      register.subject(displayName(contact as Named))
      return { id: store.insert(contact) }
    },

    update: ({ id, revision, contact }) => {
      refuseNameless(contact)
      if (found(id).revision !== revision) throw new Refusal('changedMeanwhile', { id })
      register.subject(displayName(contact as Named))
      store.update(id, contact)
      return { id, revision: found(id).revision }
    },

    trash: ({ ids, trashed }) => {
      const contacts = store.readMany(ids)
      const missing = ids.find((id) => !contacts.some((contact) => contact.id === id))
      if (missing !== undefined) throw new Refusal('notFound', { id: missing })
      register.subject(subjectOf(contacts.map((contact) => contact.displayName)))
      return { changed: store.trash(ids, trashed) }
    },
  }
}
