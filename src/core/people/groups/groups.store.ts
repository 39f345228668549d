/** The groups' own rows, and the sheets that name them: an act on a group goes through the sheets of those it touches. */
import { Refusal } from '../../kit/refusal.ts'
import type { Register } from '../../register/register.ts'
import type { Contact, ContactInput, GroupKind } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'

export type GroupRow = {
  readonly id: number
  readonly revision: number
  readonly kind: GroupKind
  readonly name: string
  readonly parent: number | null
  readonly founded: string
  readonly closed: string
  readonly declared: number
  readonly notes: string
}

export type GroupFacts = Omit<GroupRow, 'id' | 'revision' | 'declared'> & { readonly declared: boolean }

type Step = { done: number; total: number }

export type GroupsStore = {
  readonly all: () => readonly GroupRow[]
  /** Refuses `notFound`, naming the field. */
  readonly found: (id: number, field?: string) => GroupRow
  /** Refuses a name another group of the same kind has. */
  readonly insert: (facts: GroupFacts) => number
  readonly update: (id: number, facts: GroupFacts) => void
  readonly remove: (id: number) => void
  /** How many rows of each table name the group. */
  readonly uses: (id: number) => { readonly membership: number; readonly stay: number; readonly mandate: number }
  /** Contacts whose sheet names the group in any way. */
  readonly namedBy: (id: number) => readonly number[]
  /** Rewrites the sheets of contacts, one at each step; `changed` counts those that differ. */
  readonly rewrite: (contacts: readonly number[], anew: (contact: Contact) => ContactInput) => Generator<Step, number>
}

const columns = 'id, revision, kind, name, parent_id AS parent, founded, closed, declared, notes'
const tables = ['membership', 'stay', 'mandate'] as const

export function groupsStore(register: Register): GroupsStore {
  const people = peopleStore(register)
  const every = register.prepare(`SELECT ${columns} FROM contact_group ORDER BY kind, folded`)
  const one = register.prepare(`SELECT ${columns} FROM contact_group WHERE id = ?`)
  const twin = register.prepare('SELECT id FROM contact_group WHERE kind = ? AND folded = ? AND id <> ?').pluck()
  const insertion = register.prepare(
    `INSERT INTO contact_group (kind, name, folded, parent_id, founded, closed, declared, notes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const change = register.prepare(
    `UPDATE contact_group SET revision = revision + 1, kind = ?, name = ?, folded = ?, parent_id = ?, founded = ?,
       closed = ?, declared = ?, notes = ? WHERE id = ?`,
  )
  const removal = register.prepare('DELETE FROM contact_group WHERE id = ?')
  const counts = tables.map((table) => register.prepare(`SELECT count(*) FROM ${table} WHERE group_id = ?`).pluck())
  const naming = register
    .prepare(
      `SELECT contact_id FROM membership WHERE group_id = @id UNION SELECT contact_id FROM stay WHERE group_id = @id
       UNION SELECT contact_id FROM mandate WHERE group_id = @id ORDER BY 1`,
    )
    .pluck()

  const values = ({ kind, name, parent, founded, closed, declared, notes }: GroupFacts) =>
    [kind, name, foldedName(name), parent, founded, closed, declared ? 1 : 0, notes] as const
  const refuseTaken = ({ kind, name }: GroupFacts, id: number): void => {
    const other = twin.get(kind, foldedName(name), id) as number | undefined
    if (other !== undefined) throw new Refusal('invalidInput', { reason: 'nameTaken', id: other }, 'name')
  }

  return {
    all: () => every.all() as GroupRow[],
    found: (id, field = 'id') => {
      const row = one.get(id) as GroupRow | undefined
      if (row === undefined) throw new Refusal('notFound', { id }, field)
      return row
    },
    insert: (facts) => {
      refuseTaken(facts, 0)
      return Number(insertion.run(...values(facts)).lastInsertRowid)
    },
    update: (id, facts) => {
      refuseTaken(facts, id)
      change.run(...values(facts), id)
    },
    remove: (id) => {
      removal.run(id)
    },
    uses: (id) => {
      const [membership, stay, mandate] = counts.map((count) => Number(count.get(id)))
      return { membership: membership ?? 0, stay: stay ?? 0, mandate: mandate ?? 0 }
    },
    namedBy: (id) => naming.all({ id }) as number[],
    rewrite: function* (contacts, anew) {
      let changed = 0
      for (const [done, id] of contacts.entries()) {
        const contact = people.read(id)
        if (contact !== undefined && people.update(id, anew(contact))) changed++
        yield { done: done + 1, total: contacts.length }
      }
      return changed
    },
  }
}
