/** The merges that were made, as the journal tells them. */
import type { Register } from '../../register/register.ts'
import type { MadeMerge, MergedRecord } from './duplicates.requests.ts'

type Row = Pick<MadeMerge, 'act' | 'at' | 'by'> & { readonly kept: number; readonly absorbed: number }

export type MergesStore = {
  readonly count: () => number
  /** The newest first. */
  readonly some: (offset: number, limit: number) => readonly MadeMerge[]
}

export function mergesStore(register: Register): MergesStore {
  const total = register.prepare("SELECT count(*) FROM journal_act WHERE name = 'duplicates.merge'").pluck()
  // The one row by which a merge says which record stands for the other.
  const made = register.prepare(
    `SELECT a.id AS act, a.at, a.by, r.row AS absorbed, json_extract(r.new, '$.merged_into') AS kept
     FROM (SELECT * FROM journal_act WHERE name = 'duplicates.merge' ORDER BY id DESC LIMIT ? OFFSET ?) a
       JOIN journal_row r ON r.id BETWEEN a.first_row AND a.last_row AND r.table_name = 'contact'
         AND json_type(r.new, '$.merged_into') = 'integer'
     ORDER BY a.id DESC`,
  )
  const name = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()
  const record = (id: number): MergedRecord => ({ id, displayName: String(name.get(id) ?? '') })
  return {
    count: () => Number(total.get()),
    some: (offset, limit) =>
      (made.all(limit, offset) as Row[]).map(({ act, at, by, kept, absorbed }) => ({
        ...{ act, at, by, kept: record(kept), absorbed: record(absorbed) },
        undoneBy: register.undoneBy(act) ?? null,
      })),
  }
}
