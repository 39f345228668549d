import type { Database } from 'better-sqlite3'

/** Rows of each table that is neither virtual nor a shadow of a virtual one. */
export function rowCounts(database: Database): ReadonlyMap<string, number> {
  const tables = database.pragma('table_list') as readonly { schema: string; name: string; type: string }[]
  const names = tables
    .filter(({ schema, type, name }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
  return new Map(names.map((name) => [name, Number(database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]))
}
