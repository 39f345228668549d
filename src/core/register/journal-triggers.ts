/**
 * The journal's triggers, generated for every table that holds facts. An insertion keeps what the new row says
 * (empty values left out), a deletion keeps the whole row, an update keeps the old and new values of the changed columns.
 */
import type { Database } from 'better-sqlite3'
import { ordinaryTables } from './row-counts.ts'

/** `standard`: the value of a row that says nothing, as SQL. */
export type Column = { readonly name: string; readonly type: string; readonly standard: string | null }

/** Counts writings; undo moves it forward instead of putting it back. */
export const revisionColumn = 'revision'

const prefix = 'journal_'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Columns of a table, in their order. */
export const columnsOf = (database: Database, table: string): readonly Column[] =>
  (
    database.pragma(`table_info(${quoted(table)})`) as readonly {
      name: string
      type: string
      dflt_value: string | null
    }[]
  ).map(({ name, type, dflt_value: standard }) => ({ name, type, standard }))

/** The tables that hold facts: neither SQLite's own, nor virtual ones and their shadows, nor the journal, nor derived ones. */
function journalledTables(database: Database, derived: readonly string[]): readonly string[] {
  return ordinaryTables(database).filter((name) => !name.startsWith(prefix) && !derived.includes(name))
}

const jsonOf = (row: 'OLD' | 'NEW', { name, type }: Column): string => {
  const value = `${row}.${quoted(name)}`
  if (type === 'BLOB') return `CASE WHEN ${value} IS NULL THEN 'null' ELSE '"' || hex(${value}) || '"' END`
  return type === 'INTEGER' ? `coalesce(${value}, 'null')` : `json_quote(${value})`
}

const object = (members: readonly string[]): string =>
  members.length === 0 ? "'{}'" : `'{' || substr(${members.join(' || ')}, 2) || '}'`

const member = (row: 'OLD' | 'NEW', column: Column): string =>
  `',${text(JSON.stringify(column.name)).slice(1, -1)}:' || ${jsonOf(row, column)}`

function triggersOf(table: string, columns: readonly Column[], derived: readonly string[]): readonly string[] {
  if (!columns.some(({ name }) => name === 'id'))
    throw new Error(`Table ${table} has no id: the journal cannot follow it`)
  const facts = columns.filter(({ name }) => name !== 'id' && !derived.includes(`${table}.${name}`))
  const compared = facts.filter(({ name }) => name !== revisionColumn)
  const contactOf = (row: 'OLD' | 'NEW'): string => {
    if (table === 'contact') return `${row}.id`
    return columns.some(({ name }) => name === 'contact_id') ? `${row}.contact_id` : 'NULL'
  }
  const said = (column: Column): string => {
    const value = `NEW.${quoted(column.name)}`
    const empty = column.type === 'TEXT' ? `${value} IS NULL OR ${value} = ''` : `${value} IS NULL`
    return `CASE WHEN ${empty} THEN '' ELSE ${member('NEW', column)} END`
  }
  const changed = (row: 'OLD' | 'NEW') => (column: Column) =>
    `CASE WHEN OLD.${quoted(column.name)} IS NEW.${quoted(column.name)} THEN '' ELSE ${member(row, column)} END`
  const trigger = (event: string, row: 'OLD' | 'NEW', old: string, new_: string, when = '', first = '') =>
    `CREATE TRIGGER ${quoted(`${prefix}${table}_${event}`)} AFTER ${event.toUpperCase()} ON ${quoted(table)} ${when}
     BEGIN ${first}
       INSERT INTO journal_row (act, table_name, row, contact, old, new)
       VALUES ((SELECT act FROM journal_now WHERE id = 1), ${text(table)}, ${row}.id, ${contactOf(row)}, ${old}, ${new_});
     END`
  return [
    trigger('insert', 'NEW', 'NULL', object(facts.map(said))),
    trigger('delete', 'OLD', object(facts.map((column) => member('OLD', column))), 'NULL'),
    trigger(
      'update',
      'OLD',
      object(compared.map(changed('OLD'))),
      object(compared.map(changed('NEW'))),
      `WHEN ${['id', ...facts.map(({ name }) => name)].map((name) => `OLD.${quoted(name)} IS NOT NEW.${quoted(name)}`).join(' OR ')}`,
      `SELECT CASE WHEN OLD.id <> NEW.id THEN RAISE(ABORT, 'the journal follows rows by their id') END;`,
    ),
  ]
}

/** Takes the journal's triggers away, for the time of a migration. */
export function dropJournalTriggers(database: Database): void {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of names) if (name.startsWith(prefix)) database.exec(`DROP TRIGGER ${quoted(name)}`)
}

/** Puts the journal's triggers on every table that holds facts. */
export function createJournalTriggers(database: Database, derived: readonly string[]): void {
  for (const table of journalledTables(database, derived)) {
    for (const trigger of triggersOf(table, columnsOf(database, table), derived)) database.exec(trigger)
  }
}
