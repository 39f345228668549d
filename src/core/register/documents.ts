/** Files the association keeps, in `documents/`, named after what they say: SHA-256 of their bytes, in hexadecimal. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderPaths, makePrivateFolder, writeFileWhole } from './folder.ts'

const named = /^[0-9a-f]{64}$/

/** Keeps bytes, once for all: what is there is never altered. @returns their name. */
export function keepDocument(folder: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { documents } = folderPaths(folder)
  const path = join(documents, sha256)
  if (existsSync(path) && readDocument(folder, sha256) !== undefined) return sha256
  if (!existsSync(documents)) makePrivateFolder(documents)
  writeFileWhole(path, bytes)
  return sha256
}

/** The bytes of a document; undefined when they are not there, or are not what they were. */
export function readDocument(folder: string, sha256: string): Buffer | undefined {
  if (!named.test(sha256)) return undefined
  const path = join(folderPaths(folder).documents, sha256)
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
}

/** The names of documents in a text. */
export const documentsNamed = (text: string): readonly string[] => text.match(/\b[0-9a-f]{64}\b/g) ?? []

/** Takes documents away for good. The caller knows that nothing names them any more, and that its act was kept. */
export function dropDocuments(folder: string, names: readonly string[]): void {
  const { documents } = folderPaths(folder)
  for (const name of names) if (named.test(name)) rmSync(join(documents, name), { force: true })
}
