/** What a row was called at a moment of the journal: a group renamed or gone since keeps, in a history, the name it had. */
import type { Register } from '../../register/register.ts'
import { type LinkColumn, linkColumns } from './history.rules.ts'

/** How a row that `column` leads to was called when row `at` of the journal was written; empty when nobody knows. */
export type NamesThen = (column: LinkColumn, row: number, at: number) => string

export function namesThen(register: Register): NamesThen {
  const contactName = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()
  const members = register
    .prepare(
      `SELECT c.display_name FROM household_member m JOIN contact c ON c.id = m.contact_id
       WHERE m.household_id = ? ORDER BY m.position, m.id LIMIT 4`,
    )
    .pluck()
  const nearby = register
    .prepare(
      `SELECT DISTINCT c.display_name FROM journal_row r JOIN contact c ON c.id = r.contact
       WHERE r.act = (SELECT act FROM journal_row WHERE id = ?) AND r.id BETWEEN ? - 200 AND ? + 200
         AND r.table_name = 'household_member' AND json_extract(coalesce(r.new, r.old), '$.household_id') = ? LIMIT 4`,
    )
    .pluck()
  const before = register
    .prepare(
      `SELECT json_extract(new, '$.name') FROM journal_row
       WHERE contact IS NULL AND table_name = ? AND row = ? AND id <= ? AND new LIKE '%"name":%' ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
  const after = register
    .prepare(
      `SELECT json_extract(old, '$.name') FROM journal_row
       WHERE contact IS NULL AND table_name = ? AND row = ? AND id > ? AND old LIKE '%"name":%' ORDER BY id LIMIT 1`,
    )
    .pluck()
  return (column, row, at) => {
    const table = linkColumns[column]
    if (table === 'contact') return String(contactName.get(row) ?? '')
    if (table === 'household') {
      const now = members.all(row) as string[]
      return (now.length > 0 ? now : (nearby.all(at, at, at, row) as string[])).join(', ')
    }
    const then = before.get(table, row, at) ?? after.get(table, row, at)
    if (then !== undefined && then !== null) return String(then)
    return String(register.prepare(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(row) ?? '')
  }
}
