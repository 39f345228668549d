/** Parts of archives and flat files as XML: their bytes made text strictly, then scanned. */
import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { Refusal } from '../../kit/refusal.ts'
import { type XmlHandlers, xmlReader } from './xml-scanner.ts'
import { type Archive, unpackedPieces } from './zip.ts'

/** Makes text of bytes piece by piece, without the byte order mark; a byte that does not fit is refused. */
export type StrictDecoder = {
  readonly piece: (bytes: Buffer) => string
  readonly end: () => string
  /** A sign of ASCII takes more than its one byte. */
  readonly wide: boolean
}

/** The decoder an XML part needs, from its first bytes (XML 1.0, appendix F): UTF-8, UTF-16, or Latin 1. */
export function xmlDecoder(first: Buffer, part: string): StrictDecoder {
  const utf16 =
    (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0x3c && first[1] === 0)
      ? 'utf-16le'
      : (first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0 && first[1] === 0x3c)
        ? 'utf-16be'
        : undefined
  if (utf16 !== undefined) return platformDecoder(utf16, part, true)
  const declared = /^[\s\S]{0,3}<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{1,40})["']/.exec(
    first.toString('latin1', 0, 400),
  )?.[1]
  if (declared !== undefined && !/^(utf-?8|us-ascii|ascii|iso-8859-1|windows-1252|utf-?16(le|be)?)$/i.test(declared))
    throw new Refusal('fileDangerous', { reason: 'xmlEncoding', part })
  return /^(iso-8859-1|windows-1252)$/i.test(declared ?? '')
    ? platformDecoder('windows-1252', part, false)
    : utf8Decoder(part)
}

function strictly(part: string, decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new Refusal('fileMalformed', { reason: 'encoding', part })
  }
}

function platformDecoder(encoding: string, part: string, wide: boolean): StrictDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return {
    wide,
    piece: (bytes) => strictly(part, () => decoder.decode(bytes, { stream: true })),
    end: () => strictly(part, () => decoder.decode()),
  }
}

/** Whole pieces are decoded without a stream, several times faster: a character that is cut waits for its end. */
function utf8Decoder(part: string): StrictDecoder {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let cut: Buffer = Buffer.alloc(0)
  let first = true
  return {
    wide: false,
    piece: (bytes) => {
      const all = cut.length === 0 ? bytes : Buffer.concat([cut, bytes])
      const end = wholeCharacters(all)
      cut = Buffer.from(all.subarray(end))
      const whole = all.subarray(0, end)
      const text = isAscii(whole) ? whole.toString('latin1') : strictly(part, () => decoder.decode(whole))
      if (first && text !== '') {
        first = false
        if (text.charCodeAt(0) === 0xfeff) return text.slice(1)
      }
      return text
    },
    end: () => strictly(part, () => decoder.decode(cut)),
  }
}

/** How many bytes do not cut the last character of UTF-8. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Reads XML from its bytes to its end. `pause` is awaited between pieces. */
export async function readXmlBytes(
  pieces: AsyncIterable<Buffer>,
  part: string,
  handlers: XmlHandlers,
  pause: (bytes: number) => Promise<void> | void = () => {},
): Promise<void> {
  const reader = xmlReader(handlers, part)
  let decoder: StrictDecoder | undefined
  for await (const piece of pieces) {
    decoder ??= xmlDecoder(piece, part)
    reader.write(decoder.piece(piece))
    await pause(piece.length)
  }
  if (decoder === undefined) throw new Refusal('fileMalformed', { reason: 'xml', part })
  reader.write(decoder.end())
  reader.end()
}

/** Reads one part of the archive to its end; false when there is none of that name. */
export async function readXml(
  archive: Archive,
  part: string,
  handlers: XmlHandlers,
  pause: (bytes: number) => Promise<void> | void = () => {},
): Promise<boolean> {
  const entry = archive.find(part)
  if (entry === undefined) return false
  await readXmlBytes(unpackedPieces(archive, entry), part, handlers, pause)
  return true
}

/** Reads a document whole, as often as it is asked. */
export type XmlSource = {
  readonly read: (handlers: XmlHandlers, pause?: (bytes: number) => Promise<void> | void) => Promise<void>
  /** Bytes. */
  readonly size: number
}

/** A part of an archive; one that is not there is refused as `fileMalformed`. */
export const partSource = (archive: Archive, part: string): XmlSource => ({
  size: archive.find(part)?.uncompressedSize ?? 0,
  read: async (handlers, pause) => {
    if (!(await readXml(archive, part, handlers, pause)))
      throw new Refusal('fileMalformed', { reason: 'archive', part })
  },
})

/** A file that is one document. */
export const flatSource = (path: string, size: number, name: string): XmlSource => ({
  size,
  read: (handlers, pause) =>
    readXmlBytes(createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>, name, handlers, pause),
})
