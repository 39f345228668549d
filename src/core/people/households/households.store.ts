/** Households' rows, and the answers that read them. */
import { Refusal } from '../../kit/refusal.ts'
import { fold } from '../../kit/text.ts'
import type { Register } from '../../register/register.ts'
import type { Contact } from '../people.requests.ts'
import { addresseeOf, type HouseholdRole } from './addressee.rules.ts'
import { attentionOf, type HouseholdWords, isWrittenTo, type Reached, wordsFor } from './envelopes.rules.ts'
import type { Household, HouseholdRow } from './households.requests.ts'

type Row = Pick<Household, 'id' | 'revision' | 'addressee' | 'salutation' | 'notes'>
type Member = { readonly household: number; readonly contact: number; readonly role: HouseholdRole }

/** A household of the list before the words on its envelope are composed. */
export type FoundHousehold = Omit<HouseholdRow, 'addressee'>

export type HouseholdsStore = {
  /** Refuses `notFound`. */
  readonly read: (id: number) => Household
  readonly list: (search: string, offset: number, limit: number) => { total: number; rows: FoundHousehold[] }
  /** The households of these contacts, with all their members, as `envelopes` wants them. */
  readonly wordsOf: (contacts: readonly number[], day: string) => readonly HouseholdWords[]
  /** For whose attention the mail of the organisations among these contacts goes; those who are dead are passed over. */
  readonly attentionsOf: (contacts: readonly number[], day: string) => ReadonlyMap<number, Contact>
}

export function householdsStore(
  register: Register,
  readMany: (ids: readonly number[]) => readonly Contact[],
): HouseholdsStore {
  const one = register.prepare('SELECT id, revision, addressee, salutation, notes FROM household WHERE id = ?')
  const several = register.prepare(
    'SELECT id, revision, addressee, salutation, notes FROM household WHERE id IN (SELECT value FROM json_each(?))',
  )
  const members = register.prepare(
    `SELECT household_id AS household, contact_id AS contact, role FROM household_member
     WHERE household_id IN (SELECT value FROM json_each(?)) ORDER BY household_id, position, id`,
  )
  const living = register.prepare(
    `SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?)) AND trashed = 0
       AND CASE died WHEN '' THEN status <> 'deceased' ELSE died > ? END`,
  )
  const representatives = register.prepare(
    `SELECT r.contact_id AS contact, r.person_id AS person, r.rank, r.since, r.until FROM representative r
     JOIN contact o ON o.id = r.person_id
     WHERE r.contact_id IN (SELECT value FROM json_each(?)) AND o.trashed = 0
       AND CASE o.died WHEN '' THEN o.status <> 'deceased' ELSE o.died > ? END
     ORDER BY r.contact_id, r.position`,
  )
  const householdsOf = register
    .prepare('SELECT DISTINCT household_id FROM household_member WHERE contact_id IN (SELECT value FROM json_each(?))')
    .pluck()
  const names = register.prepare(
    `SELECT m.household_id AS household, c.id AS contact, c.display_name AS name FROM household_member m
     JOIN contact c ON c.id = m.contact_id WHERE m.household_id IN (SELECT value FROM json_each(?))
     ORDER BY m.household_id, m.position, m.id`,
  )
  const found = (words: number): string =>
    `FROM household h WHERE 1 ${`AND h.id IN (SELECT household_id FROM household_member
       WHERE contact_id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?))`.repeat(words)}`
  const first = `(SELECT c.sort_key FROM household_member m JOIN contact c ON c.id = m.contact_id
     WHERE m.household_id = h.id ORDER BY m.position, m.id LIMIT 1)`
  const place = register.prepare(
    'SELECT city, country FROM address WHERE household_id = ? ORDER BY contact_id, position LIMIT 1',
  )

  const read = (id: number): Household => {
    const row = one.get(id) as Row | undefined
    if (row === undefined) throw new Refusal('notFound', { id }, 'id')
    const belonging = members.all(JSON.stringify([id])) as Member[]
    const contacts = new Map(readMany(belonging.map(({ contact }) => contact)).map((contact) => [contact.id, contact]))
    const today = register.today()
    const people = belonging.flatMap(({ contact: number, role }) => {
      const contact = contacts.get(number)
      return contact === undefined ? [] : [{ contact, role, present: isWrittenTo(contact, today) }]
    })
    const present = people.filter((person) => person.present)
    const words: HouseholdWords = {
      ...row,
      members: people.map(({ contact, ...rest }) => ({ contact: contact.id, ...rest })),
    }
    const there = present.map(({ contact }) => contact)
    const [first] = there
    const composed = (language: 'fr' | 'en') =>
      addresseeOf(
        present.map(({ contact, role }) => ({ ...contact, ...(present.length > 1 ? { role } : {}) })),
        language,
      )
    return {
      ...row,
      members: people.map(({ contact, role, present: here }) => ({
        contact: contact.id,
        name: contact.displayName,
        role,
        trashed: contact.trashed,
        deceased: !here && !contact.trashed,
      })),
      shared: Math.max(
        0,
        ...people.map(({ contact }) => contact.addresses.filter(({ household }) => household === id).length),
      ),
      words:
        first === undefined
          ? { fr: composed('fr'), en: composed('en') }
          : { fr: wordsFor(there, words, 'fr'), en: wordsFor(there, words, 'en') },
      composed: { fr: composed('fr'), en: composed('en') },
    }
  }

  return {
    read,
    list: (search, offset, limit) => {
      const words = fold(search)
        .split(' ')
        .filter((word) => word !== '')
        .slice(0, 8)
        .map((word) => `"${word}" *`)
      const total = Number(
        register
          .prepare(`SELECT count(*) ${found(words.length)}`)
          .pluck()
          .get(...words),
      )
      const ids = register
        .prepare(`SELECT h.id ${found(words.length)} ORDER BY ${first}, h.id LIMIT ? OFFSET ?`)
        .pluck()
        .all(...words, limit, offset) as number[]
      const named = names.all(JSON.stringify(ids)) as {
        household: number
        contact: number
        name: string
      }[]
      const peopleOf = Map.groupBy(named, ({ household }) => household)
      return {
        total,
        rows: ids.map((id) => ({
          id,
          names: (peopleOf.get(id) ?? []).map(({ name }) => name),
          contacts: (peopleOf.get(id) ?? []).map(({ contact }) => contact),
          ...((place.get(id) as { city: string; country: string } | undefined) ?? { city: '', country: '' }),
        })),
      }
    },
    attentionsOf: (contacts, day) => {
      const rows = representatives.all(JSON.stringify(contacts), day) as (Reached & { readonly contact: number })[]
      const chosen = [...Map.groupBy(rows, ({ contact }) => contact)].flatMap(([contact, reached]) => {
        const person = attentionOf(reached, day)
        return person === undefined ? [] : [{ contact, person }]
      })
      const people = new Map(readMany(chosen.map(({ person }) => person)).map((person) => [person.id, person]))
      return new Map(
        chosen.flatMap(({ contact, person }) => {
          const found = people.get(person)
          return found === undefined ? [] : [[contact, found] as const]
        }),
      )
    },
    wordsOf: (contacts, day) => {
      const ids = JSON.stringify(householdsOf.all(JSON.stringify(contacts)))
      const belonging = members.all(ids) as Member[]
      const alive = new Set(
        (living.all(JSON.stringify(belonging.map(({ contact }) => contact)), day) as { id: number }[]).map(
          ({ id }) => id,
        ),
      )
      return (several.all(ids) as Row[]).map(({ id, addressee, salutation }) => ({
        id,
        addressee,
        salutation,
        members: belonging
          .filter(({ household }) => household === id)
          .map(({ contact, role }) => ({ contact, role, present: alive.has(contact) })),
      }))
    },
  }
}
