/** Files that go into the office and come out of it. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../core/kit/refusal.ts'
import type { Progress } from '../core/kit/request.ts'
import type { Paper } from '../core/papers/papers.requests.ts'
import { realPlace } from '../core/register/folder.ts'
import type { CounterClient } from './counter.ts'
import { isOfKind } from './file-kinds.ts'

/** Bytes of a file that travel in one request. */
const piece = 600_000

const code = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What the disk said of a file to read, as a refusal; anything else goes through as it came. */
function readingRefusal(error: unknown, file: string): unknown {
  const name = basename(file)
  if (['ENOENT', 'ENOTDIR'].includes(code(error))) return new Refusal('fileMissing', { file: name })
  if (['EACCES', 'EPERM', 'EISDIR'].includes(code(error))) return new Refusal('fileUnreadable', { file: name })
  if (['ENAMETOOLONG', 'ELOOP'].includes(code(error))) return new Refusal('fileMissing', { file: name })
  if (['EIO', 'ENXIO'].includes(code(error))) return new Refusal('fileUnreadable', { file: name })
  return error
}

/** What the disk said of a place to write in, as a refusal; anything else goes through as it came. */
export function writingRefusal(error: unknown, folder: string): unknown {
  if (code(error) === 'ENOTDIR') return new Refusal('outputFolderMissing', { folder })
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code(error))) {
    return new Refusal('outputUnwritable', { folder, why: 'full' })
  }
  // ENOENT from a folder that is there: the system's own (`/proc`) answer so.
  const closed = ['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EEXIST']
  return closed.includes(code(error)) ? new Refusal('outputUnwritable', { folder }) : error
}

/** Brings a file to the office, piece by piece; answers the name of the staging. Refuses `fileMissing`, `fileUnreadable`, `fileEmpty`. */
export async function stageFile(
  client: CounterClient,
  file: string,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<string> {
  let descriptor: number
  let facts: Stats
  try {
    // A pipe that nobody writes in would be waited for, and no signal heard: opened so, it answers at once.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    facts = fstatSync(descriptor)
  } catch (error) {
    throw readingRefusal(error, file)
  }
  try {
    if (!facts.isFile()) throw new Refusal('fileUnreadable', { file: basename(file) })
    if (facts.size === 0) throw new Refusal('fileEmpty', { file: basename(file) })
    const buffer = Buffer.allocUnsafe(piece)
    let staging: string | undefined
    let done = 0
    for (;;) {
      const length = readSync(descriptor, buffer, 0, piece, null)
      if (length === 0) break
      if (signal.aborted) throw new Refusal('cancelled')
      const name = basename(file).slice(-255)
      const chunk = buffer.toString('base64', 0, length)
      const staged = await client.exchange.stage({ name, chunk, ...(staging === undefined ? {} : { staging }) })
      staging = staged.staging
      done += length
      if (facts.size > piece) progress({ phase: 'staging', done, total: facts.size })
    }
    if (staging === undefined) throw new Refusal('fileEmpty', { file: basename(file) })
    return staging
  } catch (error) {
    throw readingRefusal(error, file)
  } finally {
    closeSync(descriptor)
  }
}

/** What stands at the place of a file to make, behind links: the file that will be replaced, if there is one. */
type Output = { readonly place: string; readonly mode?: number }

/**
 * Refuses to write where there is no folder (`outputFolderMissing`), where nothing can be written (`outputUnwritable`:
 * tried, before any work is done), inside an association's own folder (`outputInside`), and over something else
 * (`outputExists`): a folder, a device, a link to nowhere, or a file of another kind than the one made.
 *
 * @returns where the file really goes, and the permissions of the one that will be replaced, if there is one.
 */
export function checkOutput(file: string): Output {
  const place = realPlace(file)
  const folder = dirname(place)
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Refusal('outputFolderMissing', { folder })
    }
    refuseInside(folder)
    const facts = statSync(place, { throwIfNoEntry: false })
    const taken =
      facts === undefined
        ? lstatSync(place, { throwIfNoEntry: false }) !== undefined
        : !facts.isFile() || !isOfKind(file, place, facts)
    if (taken) throw new Refusal('outputExists', { file: basename(file) })
    tryWriting(folder)
    return { place, ...(facts === undefined ? {} : { mode: facts.mode & 0o777 }) }
  } catch (error) {
    throw writingRefusal(error, folder)
  }
}

/** Writes a little and takes it away: permissions alone tell neither a full disk nor a protected one. */
function tryWriting(folder: string): void {
  const trial = join(folder, `.amicale.${randomBytes(6).toString('hex')}.part`)
  const descriptor = openSync(trial, 'wx', 0o600)
  try {
    writeSync(descriptor, Buffer.alloc(4096))
  } finally {
    closeSync(descriptor)
    rmSync(trial, { force: true })
  }
}

/** Refuses a folder that is an association's own, or within one, behind links too. */
export function refuseInside(folder: string): void {
  if (insideAssociation(realpathSync(folder))) throw new Refusal('outputInside', { folder })
}

/** True within an association's folder: what stands there is the register's, and nobody writes beside it. */
function insideAssociation(folder: string): boolean {
  if (existsSync(join(folder, 'register.db')) && existsSync(join(folder, 'lock.db'))) return true
  return dirname(folder) !== folder && insideAssociation(dirname(folder))
}

/** Writes a file whole or not at all: under a temporary name beside it, to the disk, then by renaming. */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  // Names and addresses: for their owner alone, unless the file that is replaced was already shared.
  const { place, mode = 0o600 } = checkOutput(file)
  const temporary = join(dirname(place), `.${basename(place).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
  let descriptor: number | undefined
  try {
    descriptor = openSync(temporary, 'wx', 0o600)
    for await (const bytes of pieces) {
      for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from)
    }
    fsyncSync(descriptor)
    closeSync(descriptor)
    descriptor = undefined
    chmodSync(temporary, mode)
    renameSync(temporary, place)
    syncFolder(dirname(place))
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor)
    rmSync(temporary, { force: true })
    throw writingRefusal(error, dirname(place))
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder, and needs no such call.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Fetches what the papers' room made and writes it to a file. */
export async function writePaper(client: CounterClient, paper: Paper, file: string): Promise<void> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let offset: number | undefined = 0
    while (offset !== undefined) {
      const part: { readonly chunk: string; readonly next?: number } = await client.papers.read({
        paper: paper.paper,
        offset,
      })
      yield Buffer.from(part.chunk, 'base64')
      offset = part.next
    }
  }
  try {
    await writeWhole(file, pieces())
  } finally {
    await client.papers.discard({ paper: paper.paper })
  }
}
