/** The first hundred bytes of a register, read as plain bytes before SQLite touches anything. */
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { Refusal } from '../kit/refusal.ts'
import type { FolderPaths } from './folder.ts'
import { applicationId } from './pragmas.ts'
import { readingFailure } from './storage-failure.ts'

const headerLength = 100
const magic = Buffer.from('SQLite format 3\0', 'latin1')

export type Header = {
  /** Migrations the register went through. */
  readonly version: number
  /** Moves at each transaction. */
  readonly changeCounter: number
}

function firstBytes(path: string): Buffer {
  const bytes = Buffer.alloc(headerLength)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, headerLength, 0))
  } finally {
    closeSync(file)
  }
}

/**
 * Reads what the file says it is, and changes nothing.
 *
 * Never call it on a register this process has open: on POSIX systems, closing the file drops SQLite's own locks.
 * Refuses `folderMissing`, `folderUnreadable`, `folderForeign`, `folderDamaged`, and `folderFromTheFuture` above `newest`.
 */
export function readHeader(paths: FolderPaths, newest: number): Header {
  try {
    return header(paths, newest)
  } catch (error) {
    throw readingFailure(error, paths.folder)
  }
}

function header(paths: FolderPaths, newest: number): Header {
  const { folder } = paths
  const what = statSync(folder, { throwIfNoEntry: false })
  if (what === undefined) throw new Refusal('folderMissing', { folder })
  if (!what.isDirectory()) throw new Refusal('folderForeign', { folder })
  const file = lstatSync(paths.register, { throwIfNoEntry: false })
  const ours = existsSync(paths.documents) && existsSync(paths.editions)
  if (file === undefined) {
    // A folder of ours without its register was not fully copied or synchronised: nothing may be created in its place.
    if (ours) throw new Refusal('folderDamaged', { folder, what: 'registerAbsent' })
    const empty = readdirSync(folder).length === 0
    throw new Refusal(empty ? 'folderMissing' : 'folderForeign', { folder })
  }
  if (!file.isFile()) throw new Refusal('folderForeign', { folder })
  const bytes = firstBytes(paths.register)
  const sqlite = bytes.length === headerLength && bytes.subarray(0, magic.length).equals(magic)
  if (!sqlite) throw new Refusal(ours || bytes.length === 0 ? 'folderDamaged' : 'folderForeign', { folder })
  if (bytes.readUInt32BE(68) !== applicationId) throw new Refusal('folderForeign', { folder })
  const version = bytes.readUInt32BE(60)
  if (version > newest) throw new Refusal('folderFromTheFuture', { folder, version, newest })
  return { version, changeCounter: bytes.readUInt32BE(24) }
}
