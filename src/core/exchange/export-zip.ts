/**
 * Makes ZIP archives (PKWARE APPNOTE 6.3): entries with their sizes ahead of them, which the strictest reader takes, all
 * dated noon of one day, packed by fflate, so that the same content gives the same bytes on every machine. Nothing is
 * larger than 4 GB nor are there more than 65,535 entries: no ZIP64.
 */
import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import { Refusal } from '../kit/refusal.ts'

const LARGEST = 0xffff_ffff
const MOST_ENTRIES = 0xffff
/** Text is turned into bytes piece by piece: a long list would not fit in one string. */
const PIECE = 1 << 17
/** Names are in UTF-8. */
const UTF8 = 1 << 11

/** The content of an entry, packed or as it is. */
export type Packed = {
  readonly pieces: readonly Uint8Array[]
  readonly stored: boolean
  readonly crc: number
  /** Bytes before and after packing. */
  readonly size: number
  readonly packedSize: number
}

export type Packer = {
  readonly write: (text: string) => void
  readonly end: () => Packed
}

/** Packs a text as it is written, never holding the whole of it. */
export function openPacker(): Packer {
  const pieces: Uint8Array[] = []
  let [crc, size, packedSize, waiting] = [0, 0, 0, '']
  const deflate = new Deflate({ level: 6 }, (piece) => {
    pieces.push(piece)
    packedSize += piece.byteLength
  })
  const pack = (last: boolean) => {
    const bytes = Buffer.from(waiting)
    waiting = ''
    crc = crc32(bytes, crc)
    size += bytes.byteLength
    deflate.push(bytes, last)
  }
  return {
    write: (text) => {
      waiting += text
      // A pair of surrogates is never cut in two: pieces end where a writer's text ends.
      if (waiting.length >= PIECE) pack(false)
    },
    end: () => {
      pack(true)
      return { pieces, stored: false, crc, size, packedSize }
    },
  }
}

/** Bytes as they are: pictures and documents are packed already. */
export function stored(pieces: readonly Uint8Array[]): Packed {
  let [crc, size] = [0, 0]
  for (const piece of pieces) {
    crc = crc32(piece, crc)
    size += piece.byteLength
  }
  return { pieces, stored: true, crc, size, packedSize: size }
}

/** A short text, packed. */
export function packed(text: string): Packed {
  const packer = openPacker()
  packer.write(text)
  return packer.end()
}

export type Zip = {
  /** @param name with `/` between folders */
  readonly add: (name: string, content: Packed) => void
  readonly end: () => void
}

/**
 * Writes an archive entry by entry. Refuses `archiveTooLarge` beyond what a ZIP of the plain kind holds.
 *
 * @param day of all entries, `YYYY-MM-DD`
 */
export function openZip(day: string, write: (bytes: Uint8Array) => void): Zip {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const dosDate = ((year - 1980) << 9) | (month << 5) | date
  const directory: Uint8Array[] = []
  let at = 0
  const put = (bytes: Uint8Array) => {
    write(bytes)
    at += bytes.byteLength
  }
  /** What a local header and an entry of the directory have in common. */
  const facts = (name: Uint8Array, content: Packed): Buffer => {
    const bytes = Buffer.alloc(26)
    bytes.writeUInt16LE(20, 0)
    bytes.writeUInt16LE(UTF8, 2)
    bytes.writeUInt16LE(content.stored ? 0 : 8, 4)
    bytes.writeUInt16LE(12 << 11, 6)
    bytes.writeUInt16LE(dosDate, 8)
    bytes.writeUInt32LE(content.crc, 10)
    bytes.writeUInt32LE(content.packedSize, 14)
    bytes.writeUInt32LE(content.size, 18)
    bytes.writeUInt16LE(name.byteLength, 22)
    return bytes
  }
  return {
    add: (name, content) => {
      const named = Buffer.from(name)
      if (content.size > LARGEST || at + content.packedSize > LARGEST - (1 << 24) || directory.length >= MOST_ENTRIES)
        throw new Refusal('archiveTooLarge')
      const shared = facts(named, content)
      const place = Buffer.alloc(14)
      place.writeUInt32LE(at, 10)
      directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), shared, place, named]))
      put(Buffer.concat([signature(0x04034b50), shared, named]))
      for (const piece of content.pieces) put(piece)
    },
    end: () => {
      const begins = at
      for (const entry of directory) put(entry)
      const end = Buffer.alloc(22)
      end.writeUInt32LE(0x06054b50, 0)
      end.writeUInt16LE(directory.length, 8)
      end.writeUInt16LE(directory.length, 10)
      end.writeUInt32LE(at - begins, 12)
      end.writeUInt32LE(begins, 16)
      put(end)
    },
  }
}

function signature(mark: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mark)
  return bytes
}

/** An archive in memory of its own, which can be handed to another thread. */
export function zipped(day: string, entries: Iterable<readonly [string, Packed]>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const zip = openZip(day, (bytes) => pieces.push(bytes))
  for (const [name, content] of entries) zip.add(name, content)
  zip.end()
  return joined(pieces)
}

/** One memory of its own, which can be handed to another thread. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
