/** Files on their way in: kept in `staging/` of the association's folder, for its owner alone, and forgotten at every start. */
import { randomBytes } from 'node:crypto'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../kit/refusal.ts'
import { cleanLine } from '../kit/text.ts'
import { makePrivateFolder } from '../register/folder.ts'
import { limits } from './reading/limits.ts'
import type { StagedFile } from './reading/reading.types.ts'

type Staging = {
  readonly stage: (input: { readonly staging?: string | undefined; readonly name: string; readonly chunk: string }) => {
    readonly staging: string
    readonly size: number
  }
  readonly discard: (staging: string) => boolean
  /** Refuses `fileMissing`. */
  readonly file: (staging: string) => StagedFile
}

/** Files waiting at once: beyond it the oldest is forgotten. */
const most = 8

export function openStaging(folder: string): Staging {
  const place = join(folder, 'staging')
  rmSync(place, { recursive: true, force: true })
  const files = new Map<string, StagedFile & { size: number }>()
  const forget = (staging: string): boolean => {
    const file = files.get(staging)
    if (file === undefined) return false
    files.delete(staging)
    rmSync(file.path, { force: true })
    if (files.size === 0) rmSync(place, { recursive: true, force: true })
    return true
  }
  const begin = (name: string) => {
    makePrivateFolder(place)
    for (const oldest of [...files.keys()].slice(0, Math.max(0, files.size - most + 1))) forget(oldest)
    const staging = randomBytes(16).toString('hex')
    // The name only serves to be shown: the file itself is named by chance.
    const file = {
      path: join(place, staging),
      name: cleanLine(basename(name.replaceAll('\\', '/'))) || 'file',
      size: 0,
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
    file: (staging) => {
      const file = files.get(staging)
      if (file === undefined) throw new Refusal('fileMissing')
      return { path: file.path, name: file.name }
    },
  }
}
