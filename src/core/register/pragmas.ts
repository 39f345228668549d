/** How every connection to a register behaves. Each value is set and read back: some are silently refused. */
import type { Database } from 'better-sqlite3'

/** Bytes 68-71 of the file: `Amic`. */
export const applicationId = 0x416d6963

/** How long to wait for another program that reads or writes the file, in milliseconds. */
const patience = 2000

/**
 * The rollback journal with synchronous=EXTRA loses no acknowledged commit in a power cut, and normal locking lets SQLite
 * notice that the file was replaced under it (READONLY_DBMOVED). recursive_triggers makes REPLACE fire the delete triggers.
 */
const expected = {
  busy_timeout: patience,
  locking_mode: 'normal',
  trusted_schema: 0,
  cell_size_check: 1,
  journal_mode: 'truncate',
  synchronous: 3,
  foreign_keys: 1,
  secure_delete: 1,
  temp_store: 2,
  mmap_size: 0,
  recursive_triggers: 1,
  // In KiB. Enough for what a day asks again and again; the rest is read from the system's own memory of the file.
  cache_size: -65_536,
} as const satisfies Record<string, string | number>

export function setPragmas(database: Database): void {
  for (const [name, value] of Object.entries(expected)) {
    database.pragma(`${name} = ${value}`)
    const read = database.pragma(name, { simple: true })
    // An answer is absent where the system has no memory mapping at all.
    if (read !== value && !(name === 'mmap_size' && read === undefined)) {
      throw new Error(`SQLite keeps ${name} at ${String(read)} instead of ${value}`)
    }
  }
  if (process.platform === 'darwin') database.pragma('fullfsync = ON')
}

/**
 * Room for every page a long writing touches, while it lasts. When the cache overflows inside an import, each page written
 * early costs a sync of the journal: 20,000 people took 21 s with 16 MB, 3 s with room for all. Memory is taken only as it
 * is used, and given back afterwards.
 */
export function widenCache(database: Database): () => void {
  database.pragma('cache_size = -262144')
  return () => {
    if (database.open) database.pragma(`cache_size = ${expected.cache_size}`)
  }
}

/**
 * Writes what a long act changed before its commit, a little at each step, so that little is left to the commit itself. SQLite
 * writes one changed page each time it needs room for another: with next to no cache, every page of its own schema, which no
 * act changes, has to be read anew each time it is asked for. Where it finds room nothing is written, and the commit is longer.
 *
 * @param changed rows the act wrote, or more: they bound the pages
 */
export function* writeEarly(database: Database, changed: number): Generator<undefined, void> {
  const size = Number(database.pragma('page_count', { simple: true }))
  const read = database.prepare('SELECT count(*) FROM sqlite_schema')
  const text = Number(database.prepare('SELECT total(length(sql)) FROM sqlite_schema').pluck().get())
  // Pages it has at the least, when all are full.
  const least = Math.max(1, Math.floor(text / Number(database.pragma('page_size', { simple: true }))))
  database.pragma('cache_size = -1024')
  // A row touches its table, its indexes, and its line of the journal.
  for (let pages = Math.min(size, changed * 8); pages > 0; pages -= least) {
    read.get()
    yield
  }
}
