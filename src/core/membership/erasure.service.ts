/**
 * Erasing people for good: what is known of them goes from the records, the search, the documents and the journal. What the
 * law wants kept stays, and is said before (rules-fr.md 4.2 and 4.3).
 */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { refusingAbsorbed } from '../people/absorbed.ts'
import type { consentsRequests, ErasurePlan } from '../people/consents/consents.requests.ts'
import { bookTables, erasedTables, forgotten, keptYears, type NameFate } from '../people/consents/erasure.rules.ts'
import { fieldsByName } from '../people/fields/fields.rules.ts'
import { fieldsStore } from '../people/fields/fields.store.ts'
import { householdsAnswers } from '../people/households/households.service.ts'
import type { ContactStatus } from '../people/people.requests.ts'
import { foldedName } from '../people/people.rules.ts'
import { peopleStore } from '../people/people.service.ts'
import { searchIndex } from '../people/search-index.store.ts'
import { documentsNamed, dropDocuments } from '../register/documents.ts'
import { draftShelf } from '../register/drafts.ts'
import { actsTouching, forgetFacts, forgetSubjects, forgetThing } from '../register/forgetting.ts'
import type { Register } from '../register/register.ts'

type Person = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  readonly trashed: number
}
type Link = { readonly table: string; readonly column: string }
type Books = Pick<ErasurePlan['stays'], 'payments' | 'receipts'> & { readonly until: number }

export function erasureAnswers(register: Register): Pick<Answers<typeof consentsRequests>, 'erasure' | 'erase'> {
  const { prepare } = register
  const people = peopleStore(register)
  const households = householdsAnswers(register)
  const refuseAbsorbed = refusingAbsorbed(register)
  const named = prepare('SELECT id, display_name AS displayName, status, trashed FROM contact WHERE id = ?')
  const absorbed = prepare(
    `WITH RECURSIVE those(id) AS (SELECT ? UNION SELECT c.id FROM contact c JOIN those ON c.merged_into = those.id)
     SELECT id FROM those`,
  ).pluck()

  /** Every column of another table that leads to a contact: a feature made later is not forgotten. */
  const links = prepare(
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = 'contact' AND m.name <> 'contact'`,
  ).all() as readonly Link[]
  const bookLinks = links.filter(({ table }) => bookTables.includes(table))
  const bears = bookLinks.map(({ table, column }) => prepare(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`))

  const those = 'WITH those(id) AS (SELECT value FROM json_each(?))'
  const booked = prepare(
    `${those} SELECT (SELECT count(DISTINCT payment_id) FROM payment_line WHERE contact_id IN those)
         + (SELECT count(*) FROM due WHERE contact_id IN those OR covered_by_id IN those) AS payments,
       (SELECT count(*) FROM receipt WHERE contact_id IN those) AS receipts,
       max(coalesce((SELECT max(substr(issued_on, 1, 4)) FROM receipt WHERE contact_id IN those) + ${keptYears.receipts}, 0),
         coalesce((SELECT max(substr(p.received_on, 1, 4)) FROM payment p JOIN payment_line l ON l.payment_id = p.id
           WHERE l.contact_id IN those OR p.payer_id IN those) + ${keptYears.payments}, 0),
         coalesce((SELECT max(substr(y.ends, 1, 4)) FROM due d JOIN due_year y ON y.id = d.year_id
           WHERE d.contact_id IN those OR d.covered_by_id IN those) + ${keptYears.payments}, 0)) AS until`,
  )
  const booksOf = (ids: readonly number[]): Books => booked.get(JSON.stringify(ids)) as Books
  const counted = (table: string, column = 'contact_id'): string =>
    `(SELECT count(*) FROM ${table} WHERE ${column} IN those)`
  const goes = prepare(
    `${those} SELECT ${counted('email')} AS emails, ${counted('phone')} AS phones, ${counted('address')} AS addresses,
       ${counted('extra')} AS extras, ${counted('photo')} AS photo,
       (SELECT count(*) FROM contact WHERE id IN those AND notes <> '') AS notes,
       (SELECT count(*) FROM contact WHERE id IN those AND status <> 'deceased' AND (born <> '' OR birth_place <> '')) AS birth,
       ${['honour', 'alias', 'contact_tag', 'support', 'household_member', 'saved_list_member'].map((table) => counted(table)).join(' + ')}
         + (SELECT count(*) FROM representative WHERE contact_id IN those OR person_id IN those)
         + (SELECT count(*) FROM contact WHERE id IN those AND profession <> '') AS others`,
  )
  const stays = prepare(
    `${those} SELECT ${['membership', 'stay', 'mandate'].map((table) => counted(table)).join(' + ')} AS belonging,
       ${counted('consent')} AS answers`,
  )

  /** Refuses whoever cannot be erased so. @returns them, and the records they absorbed, which go the same way. */
  const chosen = (
    contacts: readonly number[],
    name: NameFate,
  ): { all: readonly number[]; persons: readonly Person[] } => {
    const persons = [...new Set(contacts)].map((id): Person => {
      const person = named.get(id) as Person | undefined
      if (person === undefined) throw new Refusal('notFound', { id }, 'contacts')
      refuseAbsorbed(id, 'contacts')
      if (person.status === 'member' && person.trashed === 0)
        throw new Refusal('cannotErase', { what: 'member', name: person.displayName }, 'contacts')
      return person
    })
    const own = persons.map(({ id, displayName }) => {
      const ids = absorbed.all(id) as number[]
      if (name === 'erased' && ids.some((one) => bears.some((found) => found.get(one) !== undefined)))
        throw new Refusal('cannotErase', { what: 'books', name: displayName, until: booksOf(ids).until }, 'name')
      return ids
    })
    return { all: own.flat(), persons }
  }

  const remove = links
    .filter(({ table }) => erasedTables.includes(table))
    .map(({ table, column }) => prepare(`DELETE FROM ${table} WHERE ${column} = ?`))
  const removeAll = links
    .filter(({ table }) => !bookTables.includes(table))
    .map(({ table, column }) => prepare(`DELETE FROM ${table} WHERE ${column} = ?`))
  const removeContact = prepare('DELETE FROM contact WHERE id = ?')
  const householdOf = prepare('SELECT household_id FROM household_member WHERE contact_id = ?').pluck()
  const unword = prepare(
    `UPDATE household SET addressee = '', salutation = '', revision = revision + 1
     WHERE id = ? AND (addressee <> '' OR salutation <> '')`,
  )
  const filed = prepare(
    `${those} SELECT sha256 FROM photo WHERE contact_id IN those UNION ALL SELECT value FROM extra WHERE contact_id IN those`,
  ).pluck()
  const used = prepare(
    `WITH document(name) AS (SELECT ?) SELECT 1 FROM document
     WHERE name IN (SELECT sha256 FROM photo) OR name IN (SELECT sha256 FROM receipt)
       OR name IN (SELECT emblem FROM letterhead)
       OR EXISTS (SELECT 1 FROM extra WHERE name IN (SELECT value FROM json_each(?)) AND value LIKE document.name || '%')`,
  )
  const headings = prepare('SELECT DISTINCT name FROM extra').pluck()
  /** Which of these documents nothing names any more; only fields of files are looked at, for there may be many others. */
  const unused = (documents: readonly string[]): readonly string[] => {
    if (documents.length === 0) return []
    const fields = fieldsByName(fieldsStore(register).all())
    const filed = (headings.all() as string[]).filter((name) => fields.get(foldedName(name))?.type === 'file')
    return documents.filter((document) => used.get(document, JSON.stringify(filed)) === undefined)
  }

  /** Leaves the household, whose own words may say this name; those who stay keep what they share. */
  const leaveHousehold = (id: number): void => {
    const household = householdOf.get(id) as number | undefined
    if (household === undefined) return
    households.leave({ contact: id, address: { kind: 'none' }, others: 'keep', day: undefined })
    unword.run(household)
    forgetThing(prepare, 'household', household)
  }

  return {
    erasure: async ({ contacts, name }) => {
      const { all, persons } = chosen(contacts, name)
      const ids = JSON.stringify(all)
      const { until, ...books } = booksOf(all)
      return {
        asOf: register.changeCount(),
        people: persons.length,
        names: persons.slice(0, 3).map(({ displayName }) => displayName),
        goes: goes.get(ids) as ErasurePlan['goes'],
        stays: { ...(stays.get(ids) as Pick<ErasurePlan['stays'], 'belonging' | 'answers'>), ...books },
        booksUntil: until,
        acts: actsTouching(prepare, all).length,
      }
    },

    erase: async ({ contacts, name, asOf }, desk) => {
      const { all, persons } = chosen(contacts, name)
      if (register.changeCount() !== asOf) throw new Refusal('bulkStale')
      const total = persons.length
      function* steps() {
        const acts = name === 'erased' ? actsTouching(prepare, all) : []
        const files = new Set((filed.all(JSON.stringify(all)) as string[]).flatMap(documentsNamed))
        let done = 0
        for (const { id } of persons) {
          leaveHousehold(id)
          const contact = people.read(id)
          if (contact !== undefined) people.update(id, forgotten(contact), 'onlyMe')
          for (const one of (absorbed.all(id) as number[]).reverse()) {
            for (const statement of name === 'erased' ? removeAll : remove) statement.run(one)
            if (name === 'erased') removeContact.run(one)
          }
          yield { done: ++done, total }
        }
        const forgetting = forgetFacts(prepare, all, name === 'erased' ? 'all' : ['contact', ...erasedTables])
        for (let step = forgetting.next(); ; step = forgetting.next()) {
          if (step.done) {
            for (const file of step.value) files.add(file)
            break
          }
          yield { done, total }
        }
        if (name === 'erased') forgetSubjects(prepare, acts)
        for (const _ of searchIndex(register).purge()) yield { done, total }
        return [...files]
      }
      const subject = name === 'erased' ? '' : namesOf(persons)
      const { answer: files } = await register.orderInSlices('consents.erase', subject, steps, desk, 'working')
      dropDocuments(register.folder, unused(files))
      for (const id of all) draftShelf(register.folder).forget(String(id))
      return { erased: total }
    },
  }
}

function namesOf(persons: readonly Person[]): string {
  const names = persons.slice(0, 3).map(({ displayName }) => displayName)
  return persons.length > 3 ? `${names.join(', ')} + ${persons.length - 3}` : names.join(', ')
}
