/** What SQLite and the file system refuse, said as refusals. Anything else stays a fault. */
import { Refusal } from '../kit/refusal.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Places where nothing can be made: names too long, files taken for folders, folders of the system's own. */
const noSuchPlace = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'])

/**
 * The refusal a storage failure amounts to, or the failure itself when it is none of the known ones.
 *
 * @param folder where it happened, named in the sentence.
 */
export function storageFailure(error: unknown, folder: string): unknown {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  const refused = (refusal: ConstructorParameters<typeof Refusal>[0], values: Record<string, string> = {}) =>
    new Refusal(refusal, { folder, ...values })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refused('diskFull')
  if (code === 'SQLITE_READONLY_DBMOVED') return refused('folderReplaced')
  if (code === 'SQLITE_BUSY' || code.startsWith('SQLITE_BUSY_') || code.startsWith('SQLITE_LOCKED')) {
    return refused('folderInUse', { holder: 'anotherProgram' })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return refused('folderDamaged')
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return refused('folderReadOnly')
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return refused('storageUncertain')
  if (code === 'SQLITE_CANTOPEN') return refused('folderMissing')
  return error
}

/** What its owner, or the disk, forbids. */
const forbidden = new Set(['EACCES', 'EPERM', 'EROFS'])

/** The same for a folder that is only looked at: a path that leads through a file, in circles or nowhere is refused too. */
export function readingFailure(error: unknown, folder: string): unknown {
  if (forbidden.has(codeOf(error))) return new Refusal('folderUnreadable', { folder })
  return noSuchPlace.has(codeOf(error)) ? new Refusal('folderMissing', { folder }) : storageFailure(error, folder)
}

/** The same for a folder being made: a place where none can be is refused too. */
export const makingFailure = (error: unknown, folder: string): unknown =>
  noSuchPlace.has(codeOf(error)) || forbidden.has(codeOf(error))
    ? new Refusal('folderNotMade', { folder })
    : storageFailure(error, folder)
