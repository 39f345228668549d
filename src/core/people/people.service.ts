/** The answers of the people's room. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import type { Register } from '../register/register.ts'
import { refusingAbsorbed } from './absorbed.ts'
import { fittedExtras } from './fields/fields.rules.ts'
import { fieldsStore } from './fields/fields.store.ts'
import { displayName, type Named } from './name.rules.ts'
import { sheetChecks } from './people.checks.ts'
import { contactQueries, whenFound } from './people.queries.ts'
import type { Contact, ContactInput, ContactStatus, GroupKind, peopleRequests, Tie } from './people.requests.ts'
import { unseenFields } from './people.rules.ts'
import { peopleStore } from './people.store.ts'
import { photoAnswers } from './photo.service.ts'
import { returnedAnswers } from './returned.service.ts'

export { type Matchable, type PeopleStore, peopleStore } from './people.store.ts'

/** Those the association counts and writes to. */
const living = "contact.trashed = 0 AND contact.status <> 'deceased'"

/** A household is joined by the households' requests alone: an address from a form keeps only the one it was already of. */
function withoutForeignHouseholds(contact: ContactInput, own: ReadonlySet<number>): ContactInput {
  if (contact.addresses.every(({ household }) => household === null || own.has(household))) return contact
  const addresses = contact.addresses.map((address) =>
    address.household === null || own.has(address.household) ? address : { ...address, household: null },
  )
  return { ...contact, addresses }
}

/** A few names, then how many more: what the history says an act was about. */
function subjectOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} + ${names.length - 3}` : shown
}

export function peopleAnswers(register: Register): Answers<typeof peopleRequests> {
  const store = peopleStore(register)
  const queries = contactQueries(register)
  const fields = fieldsStore(register)
  const checks = sheetChecks(register)
  const found = (id: number): Contact => {
    const contact = store.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id }, 'id')
    return contact
  }
  const refuseAbsorbed = refusingAbsorbed(register)
  /** Values in the form their fields keep. */
  const inForm = (contact: ContactInput): ContactInput => ({
    ...contact,
    extras: fittedExtras(contact.extras, fields.all()),
  })
  const all = <Row>(sql: string): readonly Row[] => register.prepare(sql).all() as Row[]

  return {
    list: ({ offset, limit, sort, columns, ...filter }) =>
      whenFound(queries.window(filter, sort, offset, limit), ({ total, deceased, ids }) => ({
        total,
        deceased,
        rows: queries.rows(ids, columns),
      })),
    ids: ({ offset, limit, sort, ...filter }) =>
      whenFound(queries.window(filter, sort, offset, limit), ({ total, ids }) => ({ total, ids })),
    letters: ({ sort, ...filter }) => whenFound(queries.letters(filter, sort), (letters) => ({ letters })),

    read: ({ id }) => found(id),

    choices: () => ({
      categories: all<{ name: string; count: number }>(
        `SELECT k.name, coalesce(c.count, 0) AS count FROM member_category k
         LEFT JOIN (SELECT category_id, count(*) AS count FROM contact WHERE ${living} GROUP BY category_id) c
           ON c.category_id = k.id
         ORDER BY k.folded`,
      ),
      groups: all<{ kind: GroupKind; name: string; count: number }>(
        `SELECT g.kind, g.name, coalesce(c.count, 0) AS count FROM contact_group g
         LEFT JOIN (SELECT m.group_id, count(DISTINCT m.contact_id) AS count FROM membership m
                    JOIN contact ON contact.id = m.contact_id WHERE ${living} GROUP BY m.group_id) c
           ON c.group_id = g.id
         ORDER BY g.kind, g.folded`,
      ),
      statuses: all<{ status: ContactStatus; count: number }>(
        'SELECT status, count(*) AS count FROM contact WHERE trashed = 0 GROUP BY status ORDER BY count DESC, status',
      ),
      extras: all<{ name: string }>('SELECT DISTINCT name FROM extra ORDER BY name').map(({ name }) => name),
      tags: all<{ name: string; count: number }>(
        `SELECT t.name, count(contact.id) AS count FROM tag t LEFT JOIN contact_tag c ON c.tag_id = t.id
         LEFT JOIN contact ON contact.id = c.contact_id AND ${living} GROUP BY t.id ORDER BY t.folded`,
      ),
      honours: all<{ name: string }>('SELECT DISTINCT name FROM honour ORDER BY name').map(({ name }) => name),
      functions: all<{ name: string }>(
        "SELECT DISTINCT function AS name FROM mandate WHERE function <> '' ORDER BY name",
      ).map(({ name }) => name),
      total: Number(register.prepare(`SELECT count(*) FROM contact WHERE ${living}`).pluck().get()),
    }),

    ties: ({ id }) => {
      found(id)
      const tie = (own: string, other: string) =>
        register
          .prepare(
            `SELECT o.id, o.display_name AS displayName, r.rank, r.role, r.since, r.until
             FROM representative r JOIN contact o ON o.id = r.${other} WHERE r.${own} = ? AND o.trashed = 0
             ORDER BY r.until <> '', r.position, o.sort_key`,
          )
          .all(id) as Tie[]
      return { organisations: tie('person_id', 'contact_id'), people: tie('contact_id', 'person_id') }
    },

    ...photoAnswers(register),
    ...returnedAnswers(register),

    create: ({ contact }) => {
      const sheet = withoutForeignHouseholds(contact, new Set())
      checks.refuse(sheet)
      register.subject(displayName(sheet as Named))
      const made = store.wouldMake(sheet)
      return { id: store.insert(inForm(sheet)), unseen: unseenFields(contact), made }
    },

    update: ({ id, revision, contact, shared }) => {
      const old = found(id)
      refuseAbsorbed(id, 'id')
      if (old.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const own = old.addresses.flatMap(({ household }) => (household === null ? [] : [household]))
      const sheet = withoutForeignHouseholds(contact, new Set(own))
      checks.refuse(sheet, old)
      register.subject(displayName(sheet as Named))
      const made = store.wouldMake(sheet)
      store.update(id, inForm(sheet), shared)
      return { id, revision: found(id).revision, unseen: unseenFields(contact), made }
    },

    trash: ({ ids, trashed }) => {
      const contacts = store.readMany(ids)
      const known = new Set(contacts.map(({ id }) => id))
      const missing = ids.findIndex((id) => !known.has(id))
      if (missing >= 0) throw new Refusal('notFound', { id: ids[missing] ?? 0 }, `ids.${missing}`)
      const absorbed = trashed ? undefined : contacts.find(({ mergedInto }) => mergedInto !== undefined)
      if (absorbed !== undefined)
        throw new Refusal('cannotMerge', { what: 'absorbed', name: absorbed.displayName }, 'ids')
      register.subject(subjectOf(contacts.map((contact) => contact.displayName)))
      return { changed: store.trash(ids, trashed) }
    },
  }
}
