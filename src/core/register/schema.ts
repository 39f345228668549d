/** The shape a register must have: what our own migrations make of an empty file, compared word for word. */
import Sqlite, { type Database } from 'better-sqlite3'
import { createJournalTriggers, dropJournalTriggers } from './journal-triggers.ts'
import type { Migration, MigrationHand } from './migrations/migration.ts'
import type { UndoRules } from './undo.ts'

export const newestVersion = (migrations: readonly Migration[]): number => migrations.length

/** Tables and `table.column`s that are computed from others. */
const derivedFacts = (migrations: readonly Migration[]): readonly string[] =>
  migrations.flatMap(({ derived = [] }) => derived)

const hand = (database: Database): MigrationHand => ({
  exec: (sql) => {
    database.exec(sql)
  },
  all: (sql, ...values) => database.prepare(sql).all(...values) as Record<string, unknown>[],
  run: (sql, ...values) => {
    database.prepare(sql).run(...values)
  },
})

/** Runs the steps after `from` and puts the journal's triggers back. The caller holds the transaction. */
export function runSteps(database: Database, migrations: readonly Migration[], from: number): void {
  dropJournalTriggers(database)
  for (const migration of migrations.slice(from)) migration.up(hand(database))
  createJournalTriggers(database, derivedFacts(migrations))
}

export const undoRules = (migrations: readonly Migration[]): UndoRules => ({
  derived: derivedFacts(migrations),
  shared: migrations.flatMap(({ shared = [] }) => shared),
  moved: migrations.flatMap(({ moved = [] }) => moved),
})

type Shape = ReadonlyMap<string, string>

function shapeOf(database: Database): Shape {
  const rows = database
    .prepare(
      "SELECT type || ' ' || name AS what, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    )
    .all() as { what: string; sql: string }[]
  return new Map(rows.map(({ what, sql }) => [what, sql]))
}

const known = new WeakMap<readonly Migration[], Map<number, Shape>>()

function expectedShape(migrations: readonly Migration[], version: number): Shape {
  const shapes = known.get(migrations) ?? new Map<number, Shape>()
  known.set(migrations, shapes)
  const found = shapes.get(version)
  if (found !== undefined) return found
  const database = new Sqlite(':memory:')
  try {
    runSteps(database, migrations.slice(0, version), 0)
    const shape = shapeOf(database)
    shapes.set(version, shape)
    return shape
  } finally {
    database.close()
  }
}

/** What differs from the shape of that version: tables, triggers, views or indexes added, absent or altered. */
export function shapeDifferences(
  database: Database,
  migrations: readonly Migration[],
  version: number,
): readonly string[] {
  const expected = expectedShape(migrations, version)
  const found = shapeOf(database)
  const names = new Set([...expected.keys(), ...found.keys()])
  return [...names].filter((name) => expected.get(name) !== found.get(name)).sort()
}
