/** Opens an archive behind the gate: its directory is judged before anything is unpacked. */
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'

export type Archive = {
  /** The entry of that name, compared without case as spreadsheet programs do. */
  readonly find: (name: string) => Entry | undefined
  readonly names: readonly string[]
  /** The unpacked bytes, counted as they come: more than announced is refused. */
  readonly unpack: (entry: Entry, pieceBytes: number) => Promise<Readable>
  readonly close: () => void
}

const dangerous = (reason: string, values: Readonly<Record<string, string | number>> = {}) =>
  new Refusal('fileDangerous', { reason, ...values })

const reservedNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i
const nestedArchive = /\.(zip|7z|rar|gz|tgz|bz2|xz|tar|jar|xlsx|xlsm|xlsb|ods|docx|odt)$/i

/** Says why a name inside an archive is refused, or nothing. */
export function badEntryName(name: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'control character'
  if (name.includes('\\')) return 'backslash'
  if (name.startsWith('/')) return 'absolute path'
  if (/^[a-z]:/i.test(name)) return 'drive letter'
  if (name.length > 512) return 'long name'
  for (const part of name.replace(/\/$/, '').split('/')) {
    if (part === '..' || part === '.') return 'relative path'
    if (part === '') return 'empty name'
    if (reservedNames.test(part)) return 'reserved name'
    if (/[. ]$/.test(part)) return 'trailing dot'
  }
  return undefined
}

function judgeEntry(entry: Entry): void {
  const name = entry.fileName
  const bad = badEntryName(name)
  // An old encoding of names draws control characters as pictures: the bytes themselves are looked at too.
  const drawn = entry.fileNameRaw.some((byte) => byte < 32 || byte === 127)
  if (bad !== undefined || drawn) throw dangerous('entryName', { entry: name.slice(0, 80) })
  if (entry.isEncrypted()) throw dangerous('encrypted', { entry: name })
  const unixType = (entry.externalFileAttributes >>> 16) & 0o170000
  if (unixType === 0o120000) throw dangerous('symbolicLink', { entry: name })
  // Documents embedded in a workbook are legitimate and never opened.
  if (nestedArchive.test(name) && !/(^|\/)embeddings\//i.test(name)) throw dangerous('nestedArchive', { entry: name })
  if (
    entry.uncompressedSize > limits.ratioFromBytes &&
    entry.uncompressedSize > Math.max(1, entry.compressedSize) * limits.ratio
  )
    throw dangerous('ratio', { entry: name })
}

/** Two entries that share bytes are the mark of a bomb (the same data unpacked again and again). */
function judgeLayout(entries: readonly Entry[], fileSize: number): void {
  const spans = entries
    .map((entry) => ({
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    }))
    .sort((one, other) => one.start - other.start)
  let reached = 0
  for (const span of spans) {
    if (span.start < reached) throw dangerous('overlap')
    if (span.end > fileSize) throw new Refusal('fileMalformed', { reason: 'truncated' })
    reached = span.end
  }
}

async function judgedDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw dangerous('entries', { count: zip.entryCount, limit: limits.entries })
  const entries: Entry[] = []
  const names = new Set<string>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    judgeEntry(entry)
    if (entries.length >= limits.entries) throw dangerous('entries', { limit: limits.entries })
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpackedBytes) throw dangerous('unpackedSize', { limit: limits.unpackedBytes })
    const folded = entry.fileName.normalize('NFC').toLowerCase()
    if (names.has(folded)) throw dangerous('doubledName', { entry: entry.fileName })
    names.add(folded)
    entries.push(entry)
  }
  judgeLayout(entries, zip.fileSize)
  return entries
}

/** The refusal an archive library's complaint stands for. */
const archiveRefusal = (error: unknown): Error => {
  if (error instanceof Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/invalid (relative|characters in) |absolute path|invalid characters/i.test(message)) return dangerous('entryName')
  if (/encrypt/i.test(message)) return dangerous('encrypted')
  if (/too many bytes|not enough bytes|size mismatch/i.test(message)) return dangerous('lyingSizes')
  return new Refusal('fileMalformed', { reason: 'archive' })
}

async function unpacked(zip: ZipFile, entry: Entry, pieceBytes: number): Promise<Readable> {
  if (!entry.isCompressed()) return zip.openReadStreamPromise(entry)
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  const inflating = createInflateRaw({ chunkSize: pieceBytes })
  packed.on('error', (error) => inflating.destroy(error))
  inflating.on('close', () => packed.destroy())
  return packed.pipe(inflating)
}

/** Opens the archive and judges its directory. Refuses `fileDangerous` and `fileMalformed`; unpacks nothing. */
export async function openArchive(path: string): Promise<Archive> {
  let zip: ZipFile
  try {
    zip = await yauzl.openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
      decodeStrings: true,
    })
  } catch (error) {
    throw archiveRefusal(error)
  }
  try {
    const entries = await judgedDirectory(zip)
    const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]))
    return {
      names: entries.map((entry) => entry.fileName),
      find: (name) => byName.get(name.toLowerCase()),
      unpack: async (entry, pieceBytes) => {
        try {
          return await unpacked(zip, entry, pieceBytes)
        } catch (error) {
          throw archiveRefusal(error)
        }
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw archiveRefusal(error)
  }
}

/** What a piece has by default: to hand over smaller ones costs more than to unpack them, and the text of larger ones is old memory. */
const textBytes = 64 * 1024

/**
 * Follows an unpacked entry piece by piece; complaints of the archive become refusals.
 *
 * @param pieceBytes what a piece may hold
 */
export async function* unpackedPieces(
  archive: Archive,
  entry: Entry,
  pieceBytes: number = textBytes,
): AsyncGenerator<Buffer> {
  const stream = await archive.unpack(entry, pieceBytes)
  let count = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      count += piece.length
      if (count > entry.uncompressedSize || count > limits.unpackedBytes) throw dangerous('lyingSizes')
      yield piece
    }
    if (count < entry.uncompressedSize) throw dangerous('lyingSizes')
  } catch (error) {
    throw archiveRefusal(error)
  } finally {
    stream.destroy()
  }
}
