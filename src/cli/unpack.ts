/** An archive that the office made, laid out as a folder. */

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Unzip, UnzipInflate } from 'fflate'
import { Refusal } from '../core/kit/refusal.ts'
import type { Paper } from '../core/papers/papers.requests.ts'
import { realPlace } from '../core/register/folder.ts'
import type { CounterClient } from './counter.ts'
import { refuseInside, writingRefusal } from './files.ts'

/** Refuses a place that is neither free nor an empty folder (`outputExists`), or is inside an association (`outputInside`). */
export function checkEmptyFolder(out: string): void {
  const place = realPlace(out)
  const facts = lstatSync(place, { throwIfNoEntry: false })
  if (facts !== undefined && (!facts.isDirectory() || readdirSync(place).length > 0))
    throw new Refusal('outputExists', { file: basename(out) })
  if (lstatSync(dirname(place), { throwIfNoEntry: false }) === undefined)
    throw new Refusal('outputFolderMissing', { folder: dirname(place) })
  refuseInside(dirname(place))
}

/**
 * Unpacks an archive of the office's own making, as it comes, into a folder beside `out` that takes its place once all of
 * it is there: whatever goes wrong leaves nothing. The archive's one top folder becomes `out` itself.
 */
export async function unpackPaper(
  client: CounterClient,
  { paper }: Paper,
  out: string,
  signal: AbortSignal,
): Promise<void> {
  const place = realPlace(out)
  const nursery = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.new`)
  const open = new Set<number>()
  const folders = new Set<string>()
  let trouble: unknown
  try {
    mkdirSync(nursery, { mode: 0o700 })
    const unzip = new Unzip((entry) => {
      const parts = entry.name.split('/').slice(1)
      // The office writes plain names alone: anything else is not its archive.
      if (parts.length === 0 || parts.some((part) => part === '' || part === '.' || part === '..'))
        throw new Refusal('fileDangerous', { reason: 'name' })
      const file = join(nursery, ...parts)
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      folders.add(dirname(file))
      const descriptor = openSync(file, 'wx', 0o600)
      open.add(descriptor)
      entry.ondata = (error, bytes, final) => {
        if (error !== null) trouble ??= error
        else writeSync(descriptor, bytes)
        if (!final) return
        fsyncSync(descriptor)
        closeSync(descriptor)
        open.delete(descriptor)
      }
      entry.start()
    })
    unzip.register(UnzipInflate)
    for (let offset: number | undefined = 0; offset !== undefined; ) {
      if (signal.aborted) throw new Refusal('cancelled')
      const answer: { readonly chunk: string; readonly next?: number } = await client.papers.read({ paper, offset })
      offset = answer.next
      unzip.push(Buffer.from(answer.chunk, 'base64'), offset === undefined)
      if (trouble !== undefined) throw trouble
    }
    await client.papers.discard({ paper })
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) rmdirSync(place)
    renameSync(nursery, place)
  } catch (error) {
    throw writingRefusal(error, dirname(place))
  } finally {
    for (const descriptor of open) closeSync(descriptor)
    rmSync(nursery, { recursive: true, force: true })
  }
}
