/**
 * One holder of a folder among all doors, all users and all our programs: an exclusive SQLite lock on `lock.db`, which the
 * system frees the moment the holder dies. The note beside it only says who that is.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { Refusal, type RefusalValues } from '../kit/refusal.ts'
import { type FolderPaths, makePrivateFile, writeFileWhole } from './folder.ts'

export type Door = 'electron' | 'browser' | 'command' | 'test'

const note = z.object({
  door: z.string().max(40),
  since: z.string().max(40),
  host: z.string().max(255),
  by: z.string().max(200),
})

export type FolderLock = {
  /** Writes down who holds the folder, for the sentence others are refused with. */
  readonly sign: () => void
  readonly release: () => void
}

/**
 * How long two that start together may wait for each other, in milliseconds. Without it, each could see the other's
 * attempt and both give up.
 */
const settling = 400

/** Who the note says holds the folder. A note may be stale or absent: it is for words only. */
function holder(paths: FolderPaths): RefusalValues {
  try {
    const { door, since, host, by } = note.parse(JSON.parse(readFileSync(paths.note, 'utf8')))
    return { door, since, host, by }
  } catch {
    return {}
  }
}

/** Takes the folder's lock; refuses `folderInUse` with what the note says, `folderReadOnly`, `folderForeign`. */
export function takeLock(paths: FolderPaths, who: { door: Door; by: string; now: () => Date }): FolderLock {
  if (!existsSync(paths.lock)) {
    try {
      makePrivateFile(paths.lock)
    } catch (error) {
      // Another starter made it meanwhile.
      if (!existsSync(paths.lock)) throw error
    }
  }
  const connection = new Sqlite(paths.lock, { fileMustExist: true, timeout: settling })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new Refusal('folderInUse', { folder: paths.folder, holder: 'amicale', ...holder(paths) })
    }
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new Refusal('folderForeign', { folder: paths.folder })
    }
    throw error
  }
  return {
    sign: () => {
      const words = { door: who.door, since: who.now().toISOString(), host: hostname(), by: who.by }
      writeFileWhole(paths.note, `${JSON.stringify(words)}\n`)
    },
    release: () => {
      rmSync(paths.note, { force: true })
      connection.close()
    },
  }
}
