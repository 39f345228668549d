/** Files on their way in: kept in `staging/` of the association's folder, for its owner alone, and forgotten at every start. */
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../kit/refusal.ts'
import { cleanLine } from '../kit/text.ts'
import { pictureOf } from '../people/photo.rules.ts'
import { makePrivateFolder } from '../register/folder.ts'
import type { WaitingPhoto } from './draft.ts'
import { limits } from './reading/limits.ts'
import type { StagedFile } from './reading/reading.types.ts'

export type Staging = {
  readonly stage: (input: { readonly staging?: string | undefined; readonly name: string; readonly chunk: string }) => {
    readonly staging: string
    readonly size: number
  }
  readonly discard: (staging: string) => boolean
  /** Keeps a file from being forgotten to make room for others; answers what lets it go. */
  readonly hold: (staging: string) => () => void
  /** Refuses `fileMissing`. */
  readonly file: (staging: string) => StagedFile
  /** A place for the photos a preview meets; it goes with its file. */
  readonly photos: (staging: string) => PhotoShelf
}

/** Photos wait in a file beside the one they came in, since thousands would not fit in memory. */
export type PhotoShelf = {
  /** Keeps a photo given in base64; undefined for what is none after all. */
  readonly keep: (base64: string) => WaitingPhoto | undefined
  readonly read: (photo: WaitingPhoto) => Buffer
  readonly discard: () => void
}

/** Files waiting at once: beyond it the oldest is forgotten. */
const most = 8

export function openStaging(folder: string): Staging {
  const place = join(folder, 'staging')
  rmSync(place, { recursive: true, force: true })
  const files = new Map<string, StagedFile & { size: number; readonly beside: Set<string> }>()
  const held = new Set<string>()
  const forget = (staging: string): boolean => {
    const file = files.get(staging)
    if (file === undefined) return false
    files.delete(staging)
    for (const path of [file.path, ...file.beside]) rmSync(path, { force: true })
    if (files.size === 0) rmSync(place, { recursive: true, force: true })
    return true
  }
  const begin = (name: string) => {
    makePrivateFolder(place)
    const idle = [...files.keys()].filter((one) => !held.has(one))
    for (const oldest of idle.slice(0, Math.max(0, files.size - most + 1))) forget(oldest)
    const staging = randomBytes(16).toString('hex')
    // The name only serves to be shown: the file itself is named by chance.
    const file = {
      path: join(place, staging),
      name: cleanLine(basename(name.replaceAll('\\', '/'))) || 'file',
      size: 0,
      beside: new Set<string>(),
    }
    writeFileSync(file.path, '', { mode: 0o600, flag: 'wx' })
    files.set(staging, file)
    return { staging, file }
  }
  return {
    stage: ({ staging, name, chunk }) => {
      const known = staging === undefined ? undefined : files.get(staging)
      if (staging !== undefined && known === undefined) throw new Refusal('fileMissing', { name })
      const { staging: id, file } =
        staging !== undefined && known !== undefined ? { staging, file: known } : begin(name)
      const bytes = Buffer.from(chunk, 'base64')
      if (file.size + bytes.length > limits.fileBytes) {
        forget(id)
        throw new Refusal('fileTooLarge', { name: file.name, limit: limits.fileBytes })
      }
      try {
        appendFileSync(file.path, bytes)
      } catch (error) {
        forget(id)
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new Refusal('diskFull') : error
      }
      file.size += bytes.length
      return { staging: id, size: file.size }
    },
    discard: forget,
    hold: (staging) => {
      held.add(staging)
      return () => {
        held.delete(staging)
      }
    },
    file: (staging) => {
      const file = files.get(staging)
      if (file === undefined) throw new Refusal('fileMissing')
      return { path: file.path, name: file.name }
    },
    photos: (staging) => {
      const file = files.get(staging)
      if (file === undefined) throw new Refusal('fileMissing')
      const path = `${file.path}-${randomBytes(8).toString('hex')}`
      const shelf = photoShelf(path)
      file.beside.add(path)
      return {
        ...shelf,
        discard: () => {
          file.beside.delete(path)
          rmSync(path, { force: true })
        },
      }
    },
  }
}

function photoShelf(path: string): Omit<PhotoShelf, 'discard'> {
  let end = 0
  return {
    keep: (base64) => {
      const bytes = Buffer.from(base64, 'base64')
      const picture = pictureOf(bytes)
      if (typeof picture === 'string') return undefined
      appendFileSync(path, bytes, { mode: 0o600 })
      const at = end
      end += bytes.length
      const { width, height } = picture
      return { at, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), width, height }
    },
    read: ({ at, size }) => {
      const bytes = Buffer.alloc(size)
      const file = openSync(path, 'r')
      try {
        return bytes.subarray(0, readSync(file, bytes, 0, size, at))
      } finally {
        closeSync(file)
      }
    },
  }
}
