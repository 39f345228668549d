/**
 * Reads the tables of an SQLite file somebody brought, which may be made to harm: it is opened in memory from its bytes, never
 * beside the register, and only plain tables are read, column by column. Nothing of the file is ever executed: no view,
 * no trigger, no virtual table, no computed column, no expression.
 */
import Sqlite from 'better-sqlite3'
import { Refusal } from '../kit/refusal.ts'

export type ForeignValue = string | number | bigint | Buffer | null
export type ForeignDatabase = {
  /** The stored columns of a plain table, in its order; undefined when there is no such table. */
  readonly columns: (table: string) => readonly string[] | undefined
  /** The rows of a plain table, by their rank in the file; at most `most`, then `fileTooManyRows`. */
  readonly rows: (table: string, columns: readonly string[], most: number) => IterableIterator<readonly ForeignValue[]>
}
/** The bytes of the file's own name for "a log stands beside me": a log that was not brought says nothing here. */
const logged = 2
const rollback = 1
/** A check of a table would otherwise be worked out for each row by `quick_check`, and is an expression of the file. */
const settings = [
  'trusted_schema = OFF',
  'query_only = ON',
  'cell_size_check = ON',
  'foreign_keys = OFF',
  'ignore_check_constraints = ON',
]

/** Whether what was last written may stand in a log beside the file, which was not brought. */
export const mayHaveLog = (bytes: Buffer): boolean => bytes[18] === logged

/**
 * Opens the bytes of an SQLite file for `read`, and shuts them after it. Refuses `fileMalformed` for a file that is broken
 * in the tables it is asked for (each is checked before its first row) and `fileDangerous` for a table that is none.
 */
export function withForeignDatabase<Answer>(
  bytes: Buffer,
  name: string,
  read: (database: ForeignDatabase) => Answer,
): Answer {
  // A file in memory can have no log: what is in it is what it says.
  if (mayHaveLog(bytes)) bytes.fill(rollback, 18, 20)
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(bytes, { readonly: true })
    for (const setting of settings) database.pragma(setting)
    return read(reader(database, name))
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) throw new Refusal('fileMalformed', { reason: 'sqlite' })
    throw error
  } finally {
    database?.close()
  }
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

function reader(database: Sqlite.Database, name: string): ForeignDatabase {
  const schema = database.prepare<[string], { type: string; sql: string }>(
    'SELECT type, sql FROM main.sqlite_schema WHERE lower(name) = lower(?)',
  )
  const sound = new Set<string>()
  const columns = (table: string): readonly string[] | undefined => {
    const found = schema.get(table)
    if (found === undefined) return undefined
    if (found.type !== 'table' || !/^CREATE TABLE\b/i.test(found.sql))
      throw new Refusal('fileDangerous', { name, reason: 'table' })
    return (database.pragma(`table_xinfo(${quoted(table)})`) as { name: string; hidden: number }[])
      .filter(({ hidden }) => hidden === 0)
      .map((column) => column.name)
  }
  const check = (table: string) => {
    if (sound.has(table)) return
    // Each page is met once: a tree that leads back to itself ends here, before it is walked.
    if (database.pragma(`quick_check(${quoted(table)})`, { simple: true }) !== 'ok')
      throw new Refusal('fileMalformed', { reason: 'sqlite' })
    sound.add(table)
  }
  return {
    columns,
    rows: function* (table, wanted, most) {
      const known = columns(table) ?? []
      if (!wanted.every((column) => known.includes(column))) throw new Refusal('fileMalformed', { reason: 'sqlite' })
      check(table)
      const statement = database
        .prepare<[], ForeignValue[]>(`SELECT ${wanted.map(quoted).join(', ')} FROM main.${quoted(table)} NOT INDEXED`)
        .raw()
      let count = 0
      for (const row of statement.iterate()) {
        count += 1
        if (count > most) throw new Refusal('fileTooManyRows', { limit: most })
        yield row
      }
    },
  }
}
