/** What hangs on a contact: e-mails, phones, addresses, extras, belongings. Each kind is a table of the same manner. */
import type { Register } from '../register/register.ts'
import type { Contact } from './people.requests.ts'

type Row = Readonly<Record<string, string | number>>

/** A table of children: its name and the columns that hold what it says, besides id, contact and position. */
type ChildTable = { readonly table: string; readonly columns: readonly string[] }

const addressColumns = [
  'label',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'override',
]

const childTables = {
  emails: { table: 'email', columns: ['label', 'address'] },
  phones: { table: 'phone', columns: ['label', 'number'] },
  addresses: { table: 'address', columns: addressColumns },
  extras: { table: 'extra', columns: ['name', 'value'] },
  groups: { table: 'membership', columns: ['group_id'] },
} as const satisfies Record<string, ChildTable>

type ChildKind = keyof typeof childTables
const childKinds = Object.keys(childTables) as readonly ChildKind[]

/** Rows as they are kept; belongings name their group by its number. */
export type Children = Readonly<Record<ChildKind, readonly Row[]>>

type ChildrenStore = {
  readonly insert: (contact: number, children: Children) => void
  /** Writes only what differs, keeping the rows that stay; says whether anything did. */
  readonly replace: (contact: number, children: Children) => boolean
  /** The children of several contacts, by contact. */
  readonly readMany: (contacts: readonly number[]) => ReadonlyMap<number, ChildrenOf>
}

export type ChildrenOf = Pick<Contact, 'emails' | 'phones' | 'addresses' | 'extras' | 'groups'>

type Kept = { readonly id: number; readonly position: number } & Row

export function childrenStore(register: Register): ChildrenStore {
  const tables = childKinds.map((kind) => {
    const { table, columns } = childTables[kind]
    const insertion = register.prepare(
      `INSERT INTO ${table} (contact_id, position, ${columns.join(', ')}) VALUES (?, ?${', ?'.repeat(columns.length)})`,
    )
    const insertRow = (contact: number, position: number, row: Row): void => {
      insertion.run(contact, position, ...columns.map((column) => row[column] ?? ''))
    }
    const kept = register.prepare(
      `SELECT id, position, ${columns.join(', ')} FROM ${table} WHERE contact_id = ? ORDER BY position, id`,
    )
    const change = register.prepare(
      `UPDATE ${table} SET position = ?, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    )
    const removal = register.prepare(`DELETE FROM ${table} WHERE id = ?`)
    const same = (one: Row, other: Row): boolean =>
      columns.every((column) => (one[column] ?? '') === (other[column] ?? ''))

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
        else change.run(position, ...columns.map((column) => row[column] ?? ''), found.id)
        changed = true
      })
      for (const { id } of left) removal.run(id)
      return changed || left.length > 0
    }
    return { kind, insertRow, replaceRows }
  })

  const many = (sql: string) => {
    const statement = register.prepare(sql)
    return (contacts: string): readonly ({ readonly contact_id: number } & Row)[] => statement.all(contacts) as never
  }
  const among = 'WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, position, c.id'
  const readers = {
    emails: many(`SELECT contact_id, label, address FROM email c ${among}`),
    phones: many(`SELECT contact_id, label, number FROM phone c ${among}`),
    addresses: many(`SELECT contact_id, ${addressColumns.join(', ')} FROM address c ${among}`),
    extras: many(`SELECT contact_id, name, value FROM extra c ${among}`),
    groups: many(`SELECT contact_id, kind, name FROM membership c JOIN contact_group g ON g.id = c.group_id ${among}`),
  } satisfies Record<ChildKind, unknown>

  return {
    insert: (contact, children) => {
      for (const { kind, insertRow } of tables) {
        const rows = children[kind]
        for (let position = 0; position < rows.length; position++) insertRow(contact, position, rows[position] ?? {})
      }
    },
    replace: (contact, children) =>
      tables.map(({ kind, replaceRows }) => replaceRows(contact, children[kind])).includes(true),
    readMany: (contacts) => {
      const list = JSON.stringify(contacts)
      const found = new Map<number, Record<ChildKind, Row[]>>(
        contacts.map((id) => [id, { emails: [], phones: [], addresses: [], extras: [], groups: [] }]),
      )
      for (const kind of childKinds) {
        for (const { contact_id: contact, ...row } of readers[kind](list)) found.get(contact)?.[kind].push(row as Row)
      }
      return found as unknown as ReadonlyMap<number, ChildrenOf>
    },
  }
}
