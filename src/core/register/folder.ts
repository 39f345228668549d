/** The association folder on disk: where things are, made private, written so that a crash leaves the old or the new. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const folderMode = 0o700
const fileMode = 0o600

export type FolderPaths = {
  readonly folder: string
  readonly register: string
  readonly lock: string
  /** Says in words who holds the lock; it never is the lock. */
  readonly note: string
  readonly documents: string
  readonly editions: string
}

export const folderPaths = (folder: string): FolderPaths => ({
  folder,
  register: join(folder, 'register.db'),
  lock: join(folder, 'lock.db'),
  note: join(folder, 'lock.json'),
  documents: join(folder, 'documents'),
  editions: join(folder, 'editions'),
})

/** Where a path leads behind links, so that one folder has one name; the path itself while it leads nowhere. */
export function realPlace(path: string): string {
  const place = resolve(path)
  try {
    return realpathSync.native(place)
  } catch {
    return place
  }
}

/** Where snapshots of an association go unless told otherwise: beside its folder, outside it. */
export const usualBackups = (folder: string): string =>
  join(dirname(folder), `${basename(folder).replace(/\.amicale$/i, '')} backups`)

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdirSync` never comes back from places
 * that refuse new folders as if they were missing (`/proc`), so each one is made by itself.
 */
export function makeFolders(path: string, mode = 0o777): void {
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolders(above)
  mkdirSync(path, { mode })
}

/** Makes a folder only its owner can read, whatever the umask. */
export function makePrivateFolder(path: string): void {
  makeFolders(path, folderMode)
  chmodSync(path, folderMode)
}

/** Makes an empty file only its owner can read, whatever the umask; fails when there is one. */
export function makePrivateFile(path: string): void {
  const file = openSync(path, 'wx', fileMode)
  chmodSync(path, fileMode)
  closeSync(file)
}

/** Takes back what a copy or another program opened to others. Silent where the file system keeps no permissions. */
export function makePrivateAgain(paths: FolderPaths): void {
  for (const [path, mode] of [
    [paths.folder, folderMode],
    [paths.register, fileMode],
    [paths.lock, fileMode],
  ] as const) {
    try {
      if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode)
    } catch {
      // A stick without permissions, or a file of someone else: opening tells the rest.
    }
  }
}

/** Makes a folder's entries last through a power cut; some systems have no such call. */
export function syncFolder(path: string): void {
  let folder: number | undefined
  try {
    folder = openSync(path, 'r')
    fsyncSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'EISDIR' && code !== 'EACCES') throw error
  } finally {
    if (folder !== undefined) closeSync(folder)
  }
}

/** Writes a whole file, private, so that after a crash it is the old one or the new one, never a piece. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.new`)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const file = openSync(temporary, 'wx', fileMode)
  try {
    chmodSync(temporary, fileMode)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
