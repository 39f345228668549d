/** The rows of the association's own fields, and of what records say under their names. */
import { Refusal } from '../../kit/refusal.ts'
import type { Register } from '../../register/register.ts'
import { foldedName } from '../people.rules.ts'
import type { CustomField } from './fields.rules.ts'

type FieldRow = Omit<CustomField, 'choices'> & { readonly choices: string }
export type ValueRow = { readonly id: number; readonly contact: number; readonly value: string }

/** Values read at a time: a few milliseconds. */
const handful = 500

export type FieldsStore = {
  /** In their order. */
  readonly all: () => readonly CustomField[]
  readonly found: (id: number) => CustomField
  /** Refuses a name another field has. */
  readonly insert: (field: Omit<CustomField, 'id' | 'revision'>) => number
  readonly update: (field: CustomField) => void
  /** Says whether a field changed place. */
  readonly order: (ids: readonly number[]) => boolean
  readonly remove: (id: number) => void
  /** Every name records say something under, as written. */
  readonly names: () => readonly string[]
  readonly count: (name: string) => number
  /** What is said under a name, whatever its case and accents, a handful at a time. */
  readonly valuesOf: (name: string) => Generator<readonly ValueRow[]>
  readonly rename: (value: ValueRow, name: string) => void
}

const columns = 'id, revision, name, type, applies, choices, repeats_in AS repeatsIn'

export function fieldsStore(register: Register): FieldsStore {
  const every = register.prepare(`SELECT ${columns} FROM custom_field ORDER BY position, id`)
  const one = register.prepare(`SELECT ${columns} FROM custom_field WHERE id = ?`)
  const twin = register.prepare('SELECT id FROM custom_field WHERE folded = ? AND id <> ?').pluck()
  const insertion = register.prepare(
    `INSERT INTO custom_field (position, name, folded, type, applies, choices, repeats_in)
     VALUES ((SELECT coalesce(max(position), -1) + 1 FROM custom_field), ?, ?, ?, ?, ?, ?)`,
  )
  const change = register.prepare(
    `UPDATE custom_field SET revision = revision + 1, name = ?, folded = ?, type = ?, applies = ?, choices = ?,
       repeats_in = ? WHERE id = ?`,
  )
  const place = register.prepare('UPDATE custom_field SET position = ? WHERE id = ? AND position <> ?')
  const removal = register.prepare('DELETE FROM custom_field WHERE id = ?')
  // From name to name through the index: reading every value to find a few names would take as long as there are values.
  const names = register
    .prepare(
      `WITH RECURSIVE named (name) AS (
         SELECT min(name) FROM extra
         UNION ALL SELECT (SELECT min(name) FROM extra WHERE name > named.name) FROM named WHERE named.name IS NOT NULL
       ) SELECT name FROM named WHERE name IS NOT NULL`,
    )
    .pluck()
  const count = register.prepare('SELECT count(*) FROM extra WHERE name = ?').pluck()
  const some = register.prepare(
    `SELECT id, contact_id AS contact, value FROM extra
     WHERE name = ? AND (contact_id, id) > (?, ?) ORDER BY contact_id, id LIMIT ${handful}`,
  )
  const renaming = register.prepare('UPDATE extra SET name = ? WHERE id = ? AND name <> ?')
  const touch = register.prepare('UPDATE contact SET revision = revision + 1 WHERE id = ?')

  const asField = ({ choices, ...row }: FieldRow): CustomField => ({
    ...row,
    choices: choices === '' ? [] : choices.split('\n'),
  })
  const values = ({ name, type, applies, choices, repeatsIn }: Omit<CustomField, 'id' | 'revision'>) =>
    [name, foldedName(name), type, applies, choices.join('\n'), repeatsIn] as const
  const refuseTaken = (name: string, id: number): void => {
    if (twin.get(foldedName(name), id) !== undefined) throw new Refusal('invalidInput', { reason: 'nameTaken' }, 'name')
  }
  const namesLike = (name: string): readonly string[] =>
    (names.all() as string[]).filter((written) => foldedName(written) === foldedName(name))

  return {
    all: () => (every.all() as FieldRow[]).map(asField),
    found: (id) => {
      const row = one.get(id) as FieldRow | undefined
      if (row === undefined) throw new Refusal('notFound', { id }, 'id')
      return asField(row)
    },
    insert: (field) => {
      refuseTaken(field.name, 0)
      return Number(insertion.run(...values(field)).lastInsertRowid)
    },
    update: (field) => {
      refuseTaken(field.name, field.id)
      change.run(...values(field), field.id)
    },
    order: (ids) => ids.map((id, at) => place.run(at, id, at).changes).includes(1),
    remove: (id) => {
      removal.run(id)
    },
    names: () => names.all() as string[],
    count: (name) => namesLike(name).reduce((sum, written) => sum + Number(count.get(written)), 0),
    valuesOf: function* (name) {
      for (const written of namesLike(name)) {
        for (let last: ValueRow = { id: 0, contact: 0, value: '' }; ; ) {
          const rows = some.all(written, last.contact, last.id) as ValueRow[]
          if (rows.length > 0) yield rows
          const next = rows.at(-1)
          if (next === undefined || rows.length < handful) break
          last = next
        }
      }
    },
    rename: ({ id, contact }, name) => {
      if (renaming.run(name, id, name).changes > 0) touch.run(contact)
    },
  }
}
