/** A copy of the register that exists only once it was verified. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { makePrivateFile, makePrivateFolder, syncFolder } from './folder.ts'
import { applicationId } from './pragmas.ts'
import { rowCounts } from './row-counts.ts'

type SnapshotPlace = {
  readonly folder: string
  readonly backups: string
  /** Why it was taken: part of the file's name. */
  readonly label: string
  readonly version: number
  readonly now: () => Date
}

/**
 * Copies the register into the backups' place and returns the copy's path. The copy bears its name only after it was
 * reopened, checked, and found to have as many rows in each table: an interrupted VACUUM INTO can leave a file that
 * opens and has no tables.
 */
export function takeSnapshot(database: Database, { folder, backups, label, version, now }: SnapshotPlace): string {
  makePrivateFolder(backups)
  const stamp = now().toISOString().slice(0, 19).replaceAll(':', '-').replace('T', ' ')
  const name = basename(folder).replace(/\.amicale$/i, '')
  let copy = join(backups, `${name} ${stamp} ${label}.register.db`)
  for (let n = 2; existsSync(copy); n += 1) copy = join(backups, `${name} ${stamp} ${label} (${n}).register.db`)
  // Leftovers of this association only: its lock is ours, so nobody is writing them.
  const begun = (found: string): boolean =>
    found.startsWith(`.${name}.`) && /\.[0-9a-f]{16}\.new(-journal)?$/.test(found)
  for (const leftover of readdirSync(backups).filter(begun)) rmSync(join(backups, leftover), { force: true })
  const temporary = join(backups, `.${name}.${randomBytes(8).toString('hex')}.new`)
  try {
    makePrivateFile(temporary)
    database.prepare('VACUUM INTO ?').run(temporary)
    verify(temporary, rowCounts(database), version)
    const file = openSync(temporary, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, copy)
    syncFolder(backups)
  } catch (error) {
    for (const leftover of [temporary, `${temporary}-journal`]) rmSync(leftover, { force: true })
    throw error
  }
  return copy
}

function verify(path: string, counts: ReadonlyMap<string, number>, version: number): void {
  const copy = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    const found = rowCounts(copy)
    const same = found.size === counts.size && [...counts].every(([table, count]) => found.get(table) === count)
    const sound =
      same &&
      copy.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      copy.pragma('application_id', { simple: true }) === applicationId &&
      copy.pragma('user_version', { simple: true }) === version
    if (!sound) throw new Error('The snapshot does not match the register it was taken from')
  } finally {
    copy.close()
  }
}
