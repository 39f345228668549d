/** Reads XML as it comes: no document type, no entities of its own, no depth, nothing fetched. */
import type { TextDecoder as Decoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import { type Archive, unpackedPieces } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: spreadsheet programs choose their own. */
type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const localNames = new Map<string, string>()
/** The name without its namespace prefix. Few different names come: they are remembered. */
function localName(name: string): string {
  const known = localNames.get(name)
  if (known !== undefined) return known
  const local = name.slice(name.indexOf(':') + 1)
  if (localNames.size < 2000) localNames.set(name, local)
  return local
}

/** An attribute whatever its prefix. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  if (Object.hasOwn(attributes, local)) return attributes[local]
  for (const name of Object.keys(attributes)) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

type XmlReader = { readonly write: (text: string) => void; readonly end: () => void }

export function xmlReader(handlers: XmlHandlers, part: string): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  parser.on('doctype', () => {
    throw new Refusal('fileDangerous', { reason: 'doctype', part })
  })
  parser.on('error', () => {
    throw new Refusal('fileMalformed', { reason: 'xml', part, line: parser.line })
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > limits.depth) throw new Refusal('fileDangerous', { reason: 'depth', part })
    handlers.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  return { write: (text) => void parser.write(text), end: () => void parser.close() }
}

/** The decoder an XML part needs, from its first bytes (XML 1.0, appendix F): UTF-8 or UTF-16, nothing else. */
export function xmlDecoder(first: Buffer, part: string): Decoder {
  const utf16 =
    (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0x3c && first[1] === 0)
      ? 'utf-16le'
      : (first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0 && first[1] === 0x3c)
        ? 'utf-16be'
        : undefined
  if (utf16 !== undefined) return new TextDecoder(utf16, { fatal: true })
  const declared = /^[\s\S]{0,3}<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{1,40})["']/.exec(
    first.toString('latin1'),
  )?.[1]
  if (declared !== undefined && !/^(utf-?8|us-ascii|ascii|iso-8859-1|utf-?16(le|be)?)$/i.test(declared))
    throw new Refusal('fileDangerous', { reason: 'xmlEncoding', part })
  return new TextDecoder(/^iso-8859-1$/i.test(declared ?? '') ? 'windows-1252' : 'utf-8', { fatal: true })
}

/** Reads one part of the archive to its end. `pause` is awaited between pieces. */
export async function readXml(
  archive: Archive,
  part: string,
  handlers: XmlHandlers,
  pause: (bytes: number) => Promise<void> | void = () => {},
): Promise<boolean> {
  const entry = archive.find(part)
  if (entry === undefined) return false
  const reader = xmlReader(handlers, part)
  let decoder: Decoder | undefined
  for await (const piece of unpackedPieces(archive, entry)) {
    decoder ??= xmlDecoder(piece, part)
    reader.write(decoded(decoder, part, piece))
    await pause(piece.length)
  }
  if (decoder === undefined) throw new Refusal('fileMalformed', { reason: 'xml', part })
  reader.write(decoded(decoder, part))
  reader.end()
  return true
}

function decoded(decoder: Decoder, part: string, piece?: Buffer): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new Refusal('fileMalformed', { reason: 'encoding', part })
  }
}
