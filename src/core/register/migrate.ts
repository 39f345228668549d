/** Brings a register made by an older version to ours: a verified snapshot first, then all the steps or none. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../kit/refusal.ts'
import type { Migration } from './migrations/migration.ts'
import { rowCounts } from './row-counts.ts'
import { newestVersion, runSteps, shapeDifferences } from './schema.ts'
import { takeSnapshot } from './snapshot.ts'

type MigrationPlace = {
  readonly folder: string
  readonly backups: string
  readonly migrations: readonly Migration[]
  /** Migrations the register went through. */
  readonly version: number
  readonly now: () => Date
}

/**
 * Runs what is missing. Foreign keys are switched off before the transaction begins, because inside one the pragma does
 * nothing, and a rebuilt table would then empty those that refer to it (drizzle-orm #5782).
 */
export function migrate(database: Database, { folder, backups, migrations, version, now }: MigrationPlace): void {
  const newest = newestVersion(migrations)
  if (version === newest) return
  takeSnapshot(database, { folder, backups, label: `before version ${newest}`, version, now })
  database.pragma('foreign_keys = OFF')
  try {
    database.exec('BEGIN EXCLUSIVE')
    const before = rowCounts(database)
    runSteps(database, migrations, version)
    const mayChange = new Set(migrations.slice(version).flatMap(({ changesRowsOf = [] }) => changesRowsOf))
    const after = rowCounts(database)
    for (const [table, count] of before) {
      if (!mayChange.has(table) && after.get(table) !== count) {
        throw new Error(`Migrating would have changed ${table} from ${count} to ${after.get(table) ?? 0} rows`)
      }
    }
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('Migrating would have broken links between rows')
    database.pragma(`user_version = ${newest}`)
    const differences = shapeDifferences(database, migrations, newest)
    if (differences.length > 0) throw new Error(`Migrating would have left another shape: ${differences.join(', ')}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  } finally {
    database.pragma('foreign_keys = ON')
  }
  if (database.pragma('foreign_keys', { simple: true }) !== 1) throw new Refusal('storageUncertain', { folder })
}
