/** What hangs on a contact: e-mails, phones, addresses, extras, belongings. Each kind is a table of the same manner. */
import type { Register } from '../register/register.ts'
import type { OrganisationInput, PersonInput } from './people.requests.ts'

type Row = Readonly<Record<string, string | number | null>>

/**
 * A table of children: its name, the columns that hold what it says (besides id, contact and position), and, where the
 * sheet speaks otherwise than the table, what is read instead of the columns.
 */
type ChildTable = {
  readonly table: string
  readonly columns: readonly string[]
  readonly read?: string
  readonly join?: string
}

const inGroup = 'JOIN contact_group g ON g.id = c.group_id'
const period = ['since', 'until'] as const
const place = [
  'label',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'override',
] as const

export const childTables = {
  emails: { table: 'email', columns: ['label', 'address'] },
  phones: { table: 'phone', columns: ['label', 'number'] },
  addresses: {
    table: 'address',
    columns: [...place, 'kind', ...period, 'season_from', 'season_until', 'returned', 'household_id'],
    read: `${place.join(', ')}, kind, since, until, season_from AS seasonFrom, season_until AS seasonUntil, returned,
      household_id AS household`,
  },
  extras: { table: 'extra', columns: ['name', 'value', 'occurrence'] },
  groups: {
    table: 'membership',
    columns: ['group_id', ...period],
    read: 'g.kind, g.name, c.since, c.until',
    join: inGroup,
  },
  honours: { table: 'honour', columns: ['name', 'grade', 'year'] },
  aliases: { table: 'alias', columns: ['kind', 'name', 'printed'] },
  tags: { table: 'contact_tag', columns: ['tag_id'], read: 't.name', join: 'JOIN tag t ON t.id = c.tag_id' },
  stays: {
    table: 'stay',
    columns: ['group_id', ...period, 'room', 'programme'],
    read: 'g.name AS house, c.since, c.until, c.room, c.programme',
    join: inGroup,
  },
  mandates: {
    table: 'mandate',
    columns: ['group_id', 'function', ...period, 'election', 'declared', 'end_declared'],
    read: `g.name AS body, c.function, c.since, c.until, c.election, c.declared, c.end_declared AS endDeclared`,
    join: inGroup,
  },
  supports: { table: 'support', columns: ['way', 'subject', 'field', 'languages', 'until', 'notes'] },
  representatives: {
    table: 'representative',
    columns: ['person_id', 'rank', 'role', ...period],
    read: 'person_id AS person, rank, role, since, until',
  },
} as const satisfies Record<string, ChildTable>

type ChildKind = keyof typeof childTables
const childKinds = Object.keys(childTables) as readonly ChildKind[]

/** Rows as they are kept, by column; belongings name their group by its number. */
export type Children = Readonly<Record<ChildKind, readonly Row[]>>

type ChildrenStore = {
  readonly insert: (contact: number, children: Children) => void
  /**
   * Writes only what differs, keeping the rows that stay; says whether anything did. Kinds that say what they said in
   * `had`, the children as they are kept, are not looked at.
   */
  readonly replace: (contact: number, children: Children, had?: Children) => boolean
  /** The children of several contacts, by contact. */
  readonly readMany: (contacts: readonly number[]) => ReadonlyMap<number, ChildrenOf>
}

/** What hangs on a contact as its sheet says it. Stays are people's only, representatives organisations'. */
export type ChildrenOf = Pick<PersonInput, Exclude<ChildKind, 'representatives'>> &
  Pick<OrganisationInput, 'representatives'>

/** Where the sheet says more than a text or a number: the rows of one kind, as the sheet has them. */
const asSheetSays: Partial<Record<ChildKind, (row: Row) => unknown>> = {
  aliases: (row) => ({ ...row, printed: row.printed === 1 }),
  tags: ({ name }) => name,
  supports: (row) => ({ ...row, languages: codesOf(row.languages) }),
}

/** Language codes kept as one text, the preferred first. */
export const codesOf = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split(' ') : [])

/** What a row says in a column: nothing said is the empty text, an absent link is null. */
const said = (row: Row, column: string): string | number | null => {
  const value = row[column]
  return value === undefined ? '' : value
}

type Kept = { readonly id: number; readonly position: number } & Row

export function childrenStore(register: Register): ChildrenStore {
  const tables = childKinds.map((kind) => {
    const { table, columns } = childTables[kind]
    const insertion = register.prepare(
      `INSERT INTO ${table} (contact_id, position, ${columns.join(', ')}) VALUES (?, ?${', ?'.repeat(columns.length)})`,
    )
    const insertRow = (contact: number, position: number, row: Row): void => {
      insertion.run(contact, position, ...columns.map((column) => said(row, column)))
    }
    const kept = register.prepare(
      `SELECT id, position, ${columns.join(', ')} FROM ${table} WHERE contact_id = ? ORDER BY position, id`,
    )
    const change = register.prepare(
      `UPDATE ${table} SET position = ?, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    )
    const removal = register.prepare(`DELETE FROM ${table} WHERE id = ?`)
    const same = (one: Row, other: Row): boolean => columns.every((column) => said(one, column) === said(other, column))

    const replaceRows = (contact: number, wanted: readonly Row[]): boolean => {
      const left = kept.all(contact) as Kept[]
      let changed = false
      // Rows that say the same keep their number, whatever their place; the others take what is left, in order.
      const paired = wanted.map((row) => {
        const at = left.findIndex((candidate) => same(candidate, row))
        return at < 0 ? undefined : left.splice(at, 1)[0]
      })
      wanted.forEach((row, position) => {
        const found = paired[position] ?? left.shift()
        if (found === undefined) insertRow(contact, position, row)
        else if (found.position === position && same(found, row)) return
        else change.run(position, ...columns.map((column) => said(row, column)), found.id)
        changed = true
      })
      for (const { id } of left) removal.run(id)
      return changed || left.length > 0
    }
    const stays = (had: readonly Row[] | undefined, wanted: readonly Row[]): boolean =>
      had?.length === wanted.length && had.every((row, position) => same(row, wanted[position] as Row))
    return { kind, insertRow, replaceRows, stays }
  })

  const readers = childKinds.map((kind) => {
    const { table, columns, read = columns.join(', '), join = '' }: ChildTable = childTables[kind]
    const statement = register.prepare(
      `SELECT c.contact_id, ${read} FROM ${table} c ${join}
       WHERE c.contact_id IN (SELECT value FROM json_each(?)) ORDER BY c.contact_id, c.position, c.id`,
    )
    return {
      kind,
      rows: (contacts: string) => statement.all(contacts) as ({ contact_id: number } & Row)[],
      said: asSheetSays[kind],
    }
  })
  const none = (): Record<ChildKind, unknown[]> =>
    Object.fromEntries(childKinds.map((kind) => [kind, [] as unknown[]])) as Record<ChildKind, unknown[]>

  return {
    insert: (contact, children) => {
      for (const { kind, insertRow } of tables) {
        const rows = children[kind]
        for (let position = 0; position < rows.length; position++) insertRow(contact, position, rows[position] ?? {})
      }
    },
    replace: (contact, children, had) =>
      tables
        .filter(({ kind, stays }) => !stays(had?.[kind], children[kind]))
        .map(({ kind, replaceRows }) => replaceRows(contact, children[kind]))
        .includes(true),
    readMany: (contacts) => {
      const list = JSON.stringify(contacts)
      const found = new Map(contacts.map((id) => [id, none()]))
      for (const { kind, rows, said: inSheet } of readers) {
        for (const { contact_id: contact, ...row } of rows(list)) {
          found.get(contact)?.[kind].push(inSheet === undefined ? row : inSheet(row))
        }
      }
      return found as unknown as ReadonlyMap<number, ChildrenOf>
    },
  }
}
