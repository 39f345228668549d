/** The log of answers and the association's choices, read and written by kept statements. */
import type { Register } from '../../register/register.ts'
import {
  byMedium,
  type ConsentAnswer,
  type PublicationDefaults,
  type PublicationMedium,
  type PublishedField,
  publishedFields,
} from './consents.rules.ts'

export type KeptAnswer = ConsentAnswer & { readonly id: number; readonly contact: number }

export type ConsentsStore = {
  /** The answers of these contacts, by contact, in the order they were recorded. */
  readonly answersOf: (contacts: readonly number[]) => ReadonlyMap<number, readonly KeptAnswer[]>
  readonly defaults: () => PublicationDefaults
  readonly setDefaults: (medium: PublicationMedium, fields: readonly PublishedField[]) => boolean
  readonly insert: (contact: number, answer: ConsentAnswer) => void
}

export function consentsStore(register: Register): ConsentsStore {
  const several = register.prepare(
    `SELECT id, contact_id AS contact, medium, field, value, basis, day, source, proof FROM consent
     WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
  const chosen = register.prepare('SELECT medium, field FROM publication_default')
  const choose = register.prepare('INSERT INTO publication_default (medium, field) VALUES (?, ?)')
  const drop = register.prepare('DELETE FROM publication_default WHERE medium = ? AND field = ?')
  const insertion = register.prepare(
    'INSERT INTO consent (contact_id, medium, field, value, basis, day, source, proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const defaults = (): PublicationDefaults => {
    const rows = chosen.all() as { medium: PublicationMedium; field: PublishedField }[]
    return byMedium((medium) =>
      publishedFields.filter((field) => rows.some((row) => row.medium === medium && row.field === field)),
    )
  }
  return {
    answersOf: (contacts) => {
      const found = new Map<number, KeptAnswer[]>()
      for (const row of several.all(JSON.stringify(contacts)) as KeptAnswer[]) {
        const own = found.get(row.contact)
        if (own === undefined) found.set(row.contact, [row])
        else own.push(row)
      }
      return found
    },
    defaults,
    setDefaults: (medium, fields) => {
      const before = defaults()[medium]
      const gone = before.filter((field) => !fields.includes(field))
      const come = [...new Set(fields)].filter((field) => !before.includes(field))
      for (const field of gone) drop.run(medium, field)
      for (const field of come) choose.run(medium, field)
      return gone.length + come.length > 0
    },
    insert: (contact, { medium, field, value, basis, day, source, proof }) => {
      insertion.run(contact, medium, field, value, basis, day, source, proof)
    },
  }
}
