import type { Database } from 'better-sqlite3'

/** Tables that are neither virtual nor a shadow of a virtual one. */
export const ordinaryTables = (database: Database): readonly string[] =>
  (database.pragma('table_list') as readonly { schema: string; name: string; type: string }[])
    .filter(({ schema, type, name }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort()

/** Rows of each table that is neither virtual nor a shadow of a virtual one. */
export const rowCounts = (database: Database): ReadonlyMap<string, number> =>
  new Map(
    ordinaryTables(database).map((name) => [
      name,
      Number(database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()),
    ]),
  )

/** What SQLite finds wrong with a table and its indexes, and how many of its rows refer to nothing. */
export function lookOver(
  database: Database,
  table: string,
): { readonly integrity: readonly string[]; readonly foreignKeys: number } {
  const found = database.pragma(`integrity_check("${table}")`) as readonly { integrity_check: string }[]
  return {
    integrity: found.map(({ integrity_check }) => integrity_check).filter((words) => words !== 'ok'),
    foreignKeys: (database.pragma(`foreign_key_check("${table}")`) as readonly unknown[]).length,
  }
}
