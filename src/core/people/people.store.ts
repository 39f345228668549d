/**
 * The people's rows: written and read by kept statements, since imports and the directory pass thousands through here.
 * Writings happen inside an order (register.order, register.orderInSlices): the journal refuses them elsewhere.
 */
import { Refusal } from '../kit/refusal.ts'
import { cleanLine } from '../kit/text.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { type Children, type ChildrenOf, childrenStore, codesOf } from './children.store.ts'
import type { SharedChange } from './households/sharing.rules.ts'
import { sharing } from './households/sharing.ts'
import type { ListSort } from './lists/columns.requests.ts'
import { displayName, matchName, type Named, sortKey } from './name.rules.ts'
import { contactQueries } from './people.queries.ts'
import type { Contact, ContactFilter, ContactInput, ContactStatus, GroupKind, Made } from './people.requests.ts'
import { cleanContact, foldedName, searchText } from './people.rules.ts'
import { searchIndex } from './search-index.store.ts'

/** How far a long writing is. */
type Step = { done: number; total: number }

/** What a coming list is compared with, for each contact. */
export type Matchable = {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly trashed: boolean
  /** The record that stands for it since a merge. */
  readonly mergedInto: number | undefined
  readonly memberNumber: string
  /** In the form of `matchName` (name.rules.ts). */
  readonly name: string
  /** In small letters. */
  readonly emails: readonly string[]
}

export type PeopleStore = {
  /** Keeps a new contact, cleaned; its category and groups are found by their folded names, or made. */
  readonly insert: (contact: ContactInput) => number
  /** Keeps a new contact that is clean already: every text as `cleanContact` makes it, which takes a tenth of an import. */
  readonly insertClean: (contact: ContactInput) => number
  /**
   * Writes what differs and nothing else; says whether anything did. Refuses `notFound`. A changed address that a
   * household shares changes on the sheets of all its people, unless `shared` says otherwise. `old` is the record as it
   * is kept now, for who has just read it: what hangs on it and stays is then not looked at again.
   */
  readonly update: (id: number, contact: ContactInput, shared?: SharedChange, old?: Contact) => boolean
  /** As `update`, for the one sheet: for who sets the copies of a shared address by hand. */
  readonly updateAlone: (id: number, contact: ContactInput) => boolean
  /** What keeping a sheet would make beside it, spelt as on the sheet: ask before it is kept. */
  readonly wouldMake: (contact: ContactInput) => Made
  readonly read: (id: number) => Contact | undefined
  /** In the order of the numbers given; those that lead nowhere are left out. */
  readonly readMany: (ids: readonly number[]) => Contact[]
  /** The numbers of the contacts a filter lets through, in the order of the sort key. */
  readonly idsInOrder: (filter: ContactFilter) => number[]
  /** The same in any order, without holding the office: criteria and other orders than the key's take several slices. */
  readonly idsFound: (filter: ContactFilter, sort?: ListSort) => Promise<readonly number[]>
  /** Everybody by number, from the one after `after`, at most `limit`: 2000 take about 10 ms. */
  readonly matchable: (after?: number, limit?: number) => Matchable[]
  /** The greatest member number that is one: at most nine figures and nothing else; 0 when there is none. */
  readonly greatestNumber: () => number
  /**
   * Goes through the steps of a long writing with its contacts left out of the full-text index, then indexes them
   * together: one by one, the index is a third of an import of new people and more than half of one that changes them,
   * for FTS5 writes out what it has at every statement that could be taken back. For `register.orderInSlices`.
   */
  readonly inBulk: <T>(steps: Generator<Step, T>) => Generator<Step, T>
  /** Puts contacts in the trash or out of it; says how many changed. */
  readonly trash: (ids: readonly number[], trashed: boolean) => number
}

/** Columns of a contact that come from its input or are composed from it, in the order they are written; the text it is found by comes last. */
const columns = [
  ...['kind', 'civility', 'title', 'first_name', 'other_names', 'particle', 'last_name', 'birth_name', 'studied_name'],
  ...[
    'nobility',
    'suffix',
    'pronoun',
    'born',
    'birth_place',
    'died',
    'organisation_name',
    'acronym',
    'original_name',
    'sort_override',
    'sort_key',
  ],
  ...[
    'display_name',
    'member_number',
    'status',
    'category_id',
    'joined',
    'profession',
    'notes',
    'left_on',
    'confirmed',
    'languages',
    'search_text',
  ],
] as const

type Values = readonly (string | number | null)[]

function valuesOf(contact: ContactInput, category: number | null, home: string): Values {
  const person = contact.kind === 'person' ? contact : undefined
  const organisation = contact.kind === 'organisation' ? contact : undefined
  const named = contact as Named
  return [
    ...[contact.kind, person?.civility ?? '', person?.title ?? '', person?.firstName ?? '', person?.otherNames ?? ''],
    ...[person?.particle ?? '', person?.lastName ?? '', person?.birthName ?? '', person?.studiedName ?? ''],
    ...[person?.nobility ?? '', person?.suffix ?? '', person?.pronoun ?? ''],
    ...[person?.born ?? '', person?.birthPlace ?? '', person?.died ?? ''],
    ...[organisation?.name ?? '', organisation?.acronym ?? '', contact.originalName, contact.sortOverride],
    ...[sortKey(named), displayName(named), contact.memberNumber, contact.status, category],
    ...[contact.joined, contact.profession, contact.notes, contact.left, contact.confirmed],
    ...[contact.languages.join(' '), searchText(contact, home)],
  ]
}

type ContactRecord = Readonly<Record<string, string>> & {
  readonly id: number
  readonly revision: number
  readonly trashed: number
}

function contactOf(row: ContactRecord, children: ChildrenOf): Contact {
  const text = (column: string): string => row[column] ?? ''
  const common = {
    id: row.id,
    revision: row.revision,
    sortKey: text('sort_key'),
    displayName: text('display_name'),
    trashed: row.trashed === 1,
    memberNumber: text('member_number'),
    status: text('status') as ContactStatus,
    category: text('category'),
    joined: text('joined'),
    profession: text('profession'),
    notes: text('notes'),
    originalName: text('original_name'),
    sortOverride: text('sort_override'),
    left: text('left_on'),
    confirmed: text('confirmed'),
    languages: codesOf(text('languages')),
  }
  const { stays, representatives, ...hanging } = children
  if (text('kind') === 'organisation') {
    return {
      kind: 'organisation',
      name: text('organisation_name'),
      acronym: text('acronym'),
      representatives,
      ...common,
      ...hanging,
    }
  }
  return {
    kind: 'person',
    civility: text('civility'),
    title: text('title'),
    firstName: text('first_name'),
    otherNames: text('other_names'),
    particle: text('particle'),
    lastName: text('last_name'),
    birthName: text('birth_name'),
    studiedName: text('studied_name'),
    nobility: text('nobility'),
    suffix: text('suffix'),
    pronoun: text('pronoun'),
    born: text('born'),
    birthPlace: text('birth_place'),
    died: text('died'),
    stays,
    ...common,
    ...hanging,
  }
}

type Compared = Readonly<Record<'memberNumber' | 'particle' | 'lastName' | 'firstName' | 'name', string>> & {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly trashed: number
  readonly emails: string | null
  readonly merged_into: number | null
}

/** Contacts read at once: enough to be quick, few enough to stay small. */
const handful = 2000

export function peopleStore(register: Register): PeopleStore {
  const children = childrenStore(register)
  const households = sharing(register)
  const queries = contactQueries(register)
  const insertion = register.prepare(
    `INSERT INTO contact (${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length - 1)})`,
  )
  const kept = register.prepare(`SELECT ${columns.join(', ')} FROM contact WHERE id = ?`).raw()
  const change = register.prepare(
    `UPDATE contact SET revision = revision + 1, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  const touch = register.prepare('UPDATE contact SET revision = revision + 1 WHERE id = ?')
  const trashing = register.prepare(
    'UPDATE contact SET revision = revision + 1, trashed = ? WHERE id = ? AND trashed <> ?',
  )
  const several = register.prepare(
    `SELECT c.*, coalesce(k.name, '') AS category FROM contact c LEFT JOIN member_category k ON k.id = c.category_id
     WHERE c.id IN (SELECT value FROM json_each(?))`,
  )
  const index = searchIndex(register)
  const absorber = register.prepare('SELECT merged_into FROM contact WHERE id = ?').pluck()
  /** The record that stands for one that was merged, however many times over. */
  const keptInstead = (id: number, row: { readonly merged_into?: unknown }): number | undefined => {
    let kept = row.merged_into
    for (let next = kept; typeof next === 'number' && next !== id; next = absorber.get(next)) kept = next
    return typeof kept === 'number' ? kept : undefined
  }
  const compared = register.prepare(
    `SELECT id, kind, trashed, merged_into, member_number AS memberNumber, particle, last_name AS lastName, first_name AS firstName,
       organisation_name AS name, (SELECT group_concat(address, ' ') FROM email WHERE contact_id = contact.id) AS emails
     FROM contact WHERE id > ? ORDER BY id LIMIT ?`,
  )
  const greatest = register
    .prepare(
      `SELECT max(CAST(member_number AS INTEGER)) FROM contact
       WHERE member_number <> '' AND length(member_number) <= 9 AND member_number NOT GLOB '*[^0-9]*'`,
    )
    .pluck()
  const categoryFound = register.prepare('SELECT id FROM member_category WHERE folded = ?').pluck()
  const categoryMade = register.prepare('INSERT INTO member_category (name, folded) VALUES (?, ?)')
  const groupFound = register.prepare('SELECT id FROM contact_group WHERE kind = ? AND folded = ?').pluck()
  const tagFound = register.prepare('SELECT id FROM tag WHERE folded = ?').pluck()
  const tagMade = register.prepare('INSERT INTO tag (name, folded) VALUES (?, ?)')
  const groupMade = register.prepare('INSERT INTO contact_group (kind, name, folded) VALUES (?, ?, ?)')

  // Nothing takes a category or a group away while a bulk is written; outside of one they are asked for each time.
  let met: Map<string, number> | undefined
  const once = (key: string, find: () => number): number => {
    const known = met?.get(key)
    if (known !== undefined) return known
    const id = find()
    met?.set(key, id)
    return id
  }
  const categoryOf = (name: string): number | null => {
    if (name === '') return null
    return once(`|${name}`, () => {
      const folded = foldedName(name)
      const found = categoryFound.get(folded) as number | undefined
      return found ?? Number(categoryMade.run(name, folded).lastInsertRowid)
    })
  }
  const groupOf = (kind: GroupKind, name: string): number =>
    once(`${kind}|${name}`, () => {
      const folded = foldedName(name)
      const found = groupFound.get(kind, folded) as number | undefined
      return found ?? Number(groupMade.run(kind, name, folded).lastInsertRowid)
    })
  const tagOf = (name: string): number =>
    once(`#|${name}`, () => {
      const folded = foldedName(name)
      const found = tagFound.get(folded) as number | undefined
      return found ?? Number(tagMade.run(name, folded).lastInsertRowid)
    })
  /** Names that no folded name of the register is, each once. */
  const unknown = (
    names: readonly (readonly [kind: string, name: string])[],
    known: (kind: string, folded: string) => unknown,
  ) => [
    ...new Map(
      names
        .map(([kind, name]) => [kind, cleanLine(name)] as const)
        .filter(([kind, name]) => name !== '' && known(kind, foldedName(name)) === undefined)
        .map(([kind, name]) => [`${kind} ${foldedName(name)}`, name]),
    ).values(),
  ]
  const wouldMake = (contact: ContactInput): Made => ({
    categories: unknown([['', contact.category]], (_, folded) => categoryFound.get(folded)),
    groups: unknown(
      [
        ...contact.groups.map(({ kind, name }) => [kind, name] as const),
        ...(contact.kind === 'person' ? contact.stays : []).map(({ house }) => ['house', house] as const),
        ...contact.mandates.map(({ body }) => ['body', body] as const),
      ],
      (kind, folded) => groupFound.get(kind, folded),
    ),
  })
  const childrenOf = (contact: ContactInput): Children => ({
    emails: contact.emails,
    phones: contact.phones,
    addresses: contact.addresses.map(({ seasonFrom, seasonUntil, household, ...address }) => ({
      ...address,
      season_from: seasonFrom,
      season_until: seasonUntil,
      household_id: household,
    })),
    extras: contact.extras,
    groups: contact.groups.map(({ kind, name, since, until }) => ({ group_id: groupOf(kind, name), since, until })),
    honours: contact.honours,
    aliases: contact.aliases.map((alias) => ({ ...alias, printed: alias.printed ? 1 : 0 })),
    tags: contact.tags.map((tag) => ({ tag_id: tagOf(tag) })),
    stays:
      contact.kind === 'person'
        ? contact.stays.map(({ house, ...stay }) => ({ ...stay, group_id: groupOf('house', house) }))
        : [],
    mandates: contact.mandates.map(({ body, endDeclared, ...mandate }) => ({
      ...mandate,
      group_id: groupOf('body', body),
      end_declared: endDeclared,
    })),
    supports: contact.supports.map((support) => ({ ...support, languages: support.languages.join(' ') })),
    representatives:
      contact.kind === 'organisation'
        ? contact.representatives.map(({ person, ...representative }) => ({ ...representative, person_id: person }))
        : [],
  })

  // The association's country cannot change inside an act, and changes the count when it does.
  let home = { at: -1, country: '' }
  const homeCountry = (): string => {
    const at = register.changeCount()
    if (home.at !== at) home = { at, country: readAssociation(register).country }
    return home.country
  }

  const readMany = (ids: readonly number[]): Contact[] => {
    const contacts: Contact[] = []
    for (let from = 0; from < ids.length; from += handful) {
      const part = ids.slice(from, from + handful)
      const hanging = children.readMany(part)
      const rows = new Map((several.all(JSON.stringify(part)) as ContactRecord[]).map((row) => [row.id, row]))
      for (const id of part) {
        const row = rows.get(id)
        const own = hanging.get(id)
        if (row === undefined || own === undefined) continue
        const kept = keptInstead(id, row as { readonly merged_into?: unknown })
        contacts.push(kept === undefined ? contactOf(row, own) : { ...contactOf(row, own), mergedInto: kept })
      }
    }
    return contacts
  }

  const insertClean = (contact: ContactInput): number => {
    const values = valuesOf(contact, categoryOf(contact.category), homeCountry())
    const id = Number(insertion.run(...values).lastInsertRowid)
    children.insert(id, childrenOf(contact))
    return id
  }

  const write = (id: number, contact: ContactInput, read?: Contact): boolean => {
    const old = kept.get(id) as Values | undefined
    if (old === undefined) throw new Refusal('notFound', { id })
    const values = valuesOf(contact, categoryOf(contact.category), homeCountry())
    const childrenChanged = children.replace(id, childrenOf(contact), read === undefined ? undefined : childrenOf(read))
    if (values.some((value, at) => value !== old[at])) {
      index.leaves(id, String(old.at(-1)))
      change.run(...values, id)
    } else if (childrenChanged) touch.run(id)
    else return false
    return true
  }

  return {
    insert: (given) => insertClean(cleanContact(given, homeCountry())),
    insertClean,
    wouldMake,
    update: (id, given, shared = 'all', old) => {
      const { sheet, others } = households.settled(id, cleanContact(given, homeCountry()), shared, readMany)
      const changed = write(id, sheet, old)
      for (const other of others) write(other.id, other)
      return changed
    },
    updateAlone: (id, given) => write(id, cleanContact(given, homeCountry())),
    read: (id) => readMany([id])[0],
    readMany,
    idsInOrder: queries.idsInOrder,
    idsFound: queries.idsFound,
    matchable: (after = 0, limit = -1) =>
      (compared.all(after, limit) as Compared[]).map(
        ({ id, kind, trashed, merged_into, memberNumber, emails, ...named }) => ({
          id,
          kind,
          trashed: trashed === 1,
          mergedInto: keptInstead(id, { merged_into }),
          memberNumber,
          name: matchName({ kind, ...named }),
          emails: emails === null ? [] : emails.toLowerCase().split(' '),
        }),
      ),
    greatestNumber: () => Number(greatest.get()),
    inBulk: function* (steps) {
      index.wait()
      met = new Map()
      try {
        let step = steps.next()
        let reached: Step = { done: 0, total: 0 }
        for (; !step.done; step = steps.next()) {
          reached = step.value
          yield reached
        }
        for (const _ of index.catchUp()) yield reached
        return step.value
      } finally {
        met = undefined
        index.forget()
      }
    },
    trash: (ids, trashed) => {
      const flag = trashed ? 1 : 0
      return ids.reduce((changed, id) => changed + trashing.run(flag, id, flag).changes, 0)
    },
  }
}
