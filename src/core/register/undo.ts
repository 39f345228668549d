/**
 * Undo of any act, in any order: each of its rows is put back as it was, newest first, unless later acts changed the same
 * facts. Facts are columns: two acts on different columns of one row do not stand in each other's way.
 */
import type { Database, Statement } from 'better-sqlite3'
import { Refusal } from '../kit/refusal.ts'
import { isErased } from './forgetting.ts'
import { type Column, columnsOf, revisionColumn } from './journal-triggers.ts'
import { actValues, type JournalRow, journalColumns, laterActs, placeColumn, undoneBy } from './later-acts.ts'
import type { MigrationHand, MovedColumn } from './migrations/migration.ts'
import { ordinaryTables } from './row-counts.ts'

/** What an undo touched, for those who keep things computed from it. */
export type Undone = {
  readonly act: number
  readonly contacts: readonly number[]
  readonly tables: readonly string[]
}

/** Brings what is computed up to date, a little at each step. */
export type AfterUndo = (undone: Undone) => Generator<{ done: number; total: number }, void>

/** Makes ready what is computed, a little at each step, before the rows of these contacts are put back. */
export type BeforeUndo = (contacts: readonly number[]) => Generator<{ done: number; total: number }, void>

type Facts = Readonly<Record<string, string | number | null>>

/** What a register's migrations say that undoing must know. */
export type UndoRules = {
  /** Tables and `table.column`s that are computed from others. */
  readonly derived: readonly string[]
  /** Tables whose rows are made on the way and stay when others have come to use them. */
  readonly shared: readonly string[]
  /** Columns that a migration turned into rows: acts older than it are undone in those rows. */
  readonly moved: readonly MovedColumn[]
}

type Prepare = (sql: string) => Statement<unknown[]>

/** Acts that make an association's folder: undoing them would leave no association. */
const neverUndone: readonly string[] = ['association.new']

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Table = {
  readonly columns: ReadonlyMap<string, Column>
  readonly read: Statement<unknown[]>
  readonly remove: Statement<unknown[]>
  readonly insert: (facts: Facts, row: number) => void
  readonly update: (facts: Facts, row: number) => void
}

function openTable(database: Database, prepare: Prepare, name: string): Table {
  const columns = new Map(columnsOf(database, name).map((column) => [column.name, column]))
  if (columns.size === 0) throw new Refusal('undoConflict', { what: 'tableGone', table: name })
  const stored = (column: string, value: string | number | null): unknown =>
    columns.get(column)?.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value
  // Columns that later migrations took away are left out; those they added take their default.
  const kept = (facts: Facts) => Object.entries(facts).filter(([column]) => columns.has(column))
  return {
    columns,
    read: prepare(`SELECT * FROM ${quoted(name)} WHERE id = ?`),
    remove: prepare(`DELETE FROM ${quoted(name)} WHERE id = ?`),
    insert: (facts, row) => {
      const entries = kept(facts)
      const names = ['id', ...entries.map(([column]) => quoted(column))]
      const values = entries.map(([column, value]) =>
        column === revisionColumn ? Number(value) + 1 : stored(column, value),
      )
      prepare(`INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
        row,
        ...values,
      )
    },
    update: (facts, row) => {
      const entries = kept(facts)
      const settings = entries.map(([column]) => `${quoted(column)} = ?`)
      if (columns.has(revisionColumn)) settings.push(`${revisionColumn} = ${revisionColumn} + 1`)
      if (settings.length === 0) return
      const values = entries.map(([column, value]) => stored(column, value))
      prepare(`UPDATE ${quoted(name)} SET ${settings.join(', ')} WHERE id = ?`).run(...values, row)
    },
  }
}

const sameFact = (
  column: Column | undefined,
  kept: unknown,
  journalled: string | number | null | undefined,
): boolean => {
  const current = Buffer.isBuffer(kept) ? kept.toString('hex').toUpperCase() : kept
  // An insertion is journalled without its empty values, and older acts without the columns that came after them.
  if (journalled === undefined) {
    if (current === null || (current === '' && column?.type === 'TEXT')) return true
    return column?.standard === (column?.type === 'TEXT' ? `'${current}'` : String(current))
  }
  return current === journalled
}

/** How many rows of the journal are read at a time. */
const batch = 500

/** The contacts an act touched, in ascending order, a part of its rows at each step; none when there is no such act. */
export function* contactsOfAct(
  prepare: Prepare,
  act: number,
): Generator<{ done: number; total: number }, readonly number[]> {
  const found = prepare('SELECT first_row, last_row FROM journal_act WHERE id = ?').get(act) as
    | { first_row: number; last_row: number }
    | undefined
  if (found === undefined) return []
  const total = found.last_row - found.first_row + 1
  const among = prepare(
    'SELECT DISTINCT contact FROM journal_row WHERE id BETWEEN ? AND ? AND contact IS NOT NULL',
  ).pluck()
  const contacts = new Set<number>()
  for (let first = found.first_row; first <= found.last_row; first += batch) {
    const last = Math.min(first + batch - 1, found.last_row)
    for (const contact of among.all(first, last) as number[]) contacts.add(contact)
    yield { done: 0, total }
  }
  return [...contacts].sort((one, other) => one - other)
}

/**
 * Puts back what an act changed, a row of the journal at each step. Must run inside an order, which becomes the act that
 * undid it.
 *
 * Refuses `notFound`, `alreadyUndone`, and `undoConflict` naming the later act that changed the same facts, or saying that
 * somebody it touched was forgotten since.
 */
export function* undoSteps(
  database: Database,
  prepare: Prepare,
  { derived, shared, moved }: UndoRules,
  act: number,
): Generator<{ done: number; total: number }, Undone & { readonly subject: string }> {
  const found = prepare('SELECT name, subject, first_row, last_row FROM journal_act WHERE id = ?').get(act) as
    | { name: string; subject: string; first_row: number; last_row: number }
    | undefined
  if (found === undefined) throw new Refusal('notFound', { what: 'act', id: act }, 'act')
  if (neverUndone.includes(found.name)) throw new Refusal('undoConflict', { what: 'beginning' })
  const undoer = undoneBy(prepare, act)
  if (undoer !== undefined) throw new Refusal('alreadyUndone', { act, by: undoer })

  // Rows come back in an order that may break a link for a moment; what is broken at the end is refused at commit.
  database.pragma('defer_foreign_keys = ON')
  const tables = new Map<string, Table>()
  const tableOf = (name: string): Table => {
    const table = tables.get(name) ?? openTable(database, prepare, name)
    tables.set(name, table)
    return table
  }
  const contacts = new Set<number>()
  const later = laterActs(prepare, found.last_row)
  const conflict = (row: JournalRow, what: string, by?: number): Refusal =>
    new Refusal('undoConflict', {
      what,
      table: row.table_name,
      row: row.row,
      ...(row.contact === null ? {} : { contact: row.contact }),
      ...(by === undefined ? {} : actValues(prepare, by)),
    })
  const used = usersOf(database, prepare)
  const hand: MigrationHand = {
    exec: (sql) => {
      database.exec(sql)
    },
    all: (sql, ...values) => prepare(sql).all(...values) as Record<string, unknown>[],
    run: (sql, ...values) => {
      prepare(sql).run(...values)
    },
  }
  /** What a migration moved out of the row goes back as it was, if it still says what the act made it say. */
  const undoMoved = (row: JournalRow, old: Facts | undefined, made: Facts | undefined): void => {
    for (const { table, column, says, put } of moved) {
      if (table !== row.table_name || (old?.[column] ?? made?.[column]) === undefined) continue
      if (!says(hand, row.row, String(made?.[column] ?? ''))) throw conflict(row, 'changed')
      put(hand, row.row, String(old?.[column] ?? ''))
    }
  }

  const undoRow = (row: JournalRow): void => {
    const table = tableOf(row.table_name)
    if (row.old === null && shared.includes(row.table_name) && used(row.table_name, row.row)) return
    if (isErased(row)) throw new Refusal('undoConflict', { what: 'erased' })
    const by = later(row)
    if (by !== undefined) throw conflict(row, 'changed', by)
    const old = row.old === null ? undefined : (JSON.parse(row.old) as Facts)
    const made = row.new === null ? undefined : (JSON.parse(row.new) as Facts)
    if (made === undefined) {
      if (table.read.get(row.row) !== undefined) throw conflict(row, 'present')
      table.insert(old ?? {}, row.row)
      undoMoved(row, old, made)
      return
    }
    const current = table.read.get(row.row) as Readonly<Record<string, unknown>> | undefined
    if (current === undefined) throw conflict(row, 'gone')
    if (old === undefined) {
      for (const [name, column] of table.columns) {
        if (
          name === 'id' ||
          name === revisionColumn ||
          name === placeColumn ||
          derived.includes(`${row.table_name}.${name}`)
        )
          continue
        if (!sameFact(column, current[name], made[name])) throw conflict(row, 'changed')
      }
      undoMoved(row, old, made)
      table.remove.run(row.row)
      return
    }
    const changed = Object.entries(made)
    for (const [name, value] of changed) {
      const column = table.columns.get(name)
      // A row that only stands elsewhere among its sisters says what it said.
      if (name === placeColumn && changed.length > 1) continue
      if (column !== undefined && !sameFact(column, current[name], value)) throw conflict(row, 'changed')
    }
    undoMoved(row, old, made)
    table.update(old, row.row)
  }

  const total = found.last_row - found.first_row + 1
  const read = prepare(
    `SELECT ${journalColumns} FROM journal_row WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ${batch}`,
  )
  for (let last = found.last_row; last >= found.first_row; ) {
    const rows = read.all(found.first_row, last) as JournalRow[]
    for (const row of rows) {
      if (row.contact !== null) contacts.add(row.contact)
      try {
        undoRow(row)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        throw code.startsWith('SQLITE_CONSTRAINT') ? conflict(row, 'taken') : error
      }
      yield { done: found.last_row - row.id + 1, total }
    }
    const oldest = rows.at(-1)
    if (oldest === undefined) break
    last = oldest.id - 1
  }
  return { act, contacts: [...contacts], tables: [...tables.keys()], subject: found.subject }
}

/** Whether any row refers to a row of a table. */
function usersOf(database: Database, prepare: Prepare): (table: string, row: number) => boolean {
  const links = ordinaryTables(database).flatMap((from) =>
    (database.pragma(`foreign_key_list(${quoted(from)})`) as readonly { table: string; from: string }[]).map(
      (link) => ({ to: link.table, from, column: link.from }),
    ),
  )
  return (table, row) =>
    links.some(
      ({ to, from, column }) =>
        to === table &&
        prepare(`SELECT 1 FROM ${quoted(from)} WHERE ${quoted(column)} = ? LIMIT 1`).get(row) !== undefined,
    )
}

/** Which row would refer to nothing, and the act that wrote it: asked when SQLite refused to commit an undo. */
export function brokenLink(database: Database, prepare: Prepare): Refusal {
  const broken = (database.pragma('foreign_key_check') as readonly { table: string; rowid: number }[])[0]
  if (broken === undefined) return new Refusal('undoConflict', { what: 'linked' })
  const { table, rowid } = broken
  const by = prepare('SELECT act FROM journal_row WHERE table_name = ? AND row = ? ORDER BY id DESC LIMIT 1')
    .pluck()
    .get(table, rowid) as number | undefined
  return new Refusal('undoConflict', {
    what: 'linked',
    table,
    row: rowid,
    ...(by === undefined ? {} : actValues(prepare, by)),
  })
}
