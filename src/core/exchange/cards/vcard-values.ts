/** Decodes what stands in a property: parameters, transfer encodings, charsets, escapes, parts and lists. */
import type { RawProperty } from './vcard-lines.ts'

export type Property = {
  readonly line: number
  /** `item1` of `item1.TEL`, in small letters; empty for none. */
  readonly group: string
  /** In capitals. */
  readonly name: string
  readonly params: readonly (readonly [name: string, value: string])[]
  /** Decoded from its charset and from quoted-printable; escapes stand. Base64 stays as it is. */
  readonly value: string
  readonly base64: boolean
  readonly version: '2.1' | '3.0' | '4.0'
  readonly cut: boolean
  readonly joined: boolean
  /** Its bytes were in no charset it named, nor UTF-8: read as Windows-1252. */
  readonly guessed: boolean
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
type Decoder = InstanceType<typeof TextDecoder>
const utf8 = new TextDecoder('utf-8', { fatal: true })
const decoders = new Map<string, Decoder | undefined>()

/** The decoder of a charset by its label; undefined for one nobody knows. */
function decoder(label: string): Decoder | undefined {
  const name = label.trim().toLowerCase()
  if (!decoders.has(name)) {
    let found: Decoder | undefined
    try {
      found = new TextDecoder(name)
    } catch {
      found = undefined
    }
    if (decoders.size < 100) decoders.set(name, found)
    return found
  }
  return decoders.get(name)
}

const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}

const lenient = new TextDecoder('utf-8')

/** Bytes, as Latin-1 text, read in the charset they name, else as UTF-8, else as Windows-1252. */
function decoded(bytes: string, charset: string | undefined): { readonly text: string; readonly guessed: boolean } {
  if (isPlain(bytes) && !/iso-2022|utf-16|utf-7/i.test(charset ?? '')) return { text: bytes, guessed: false }
  const named = charset === undefined || /^utf-?8$/i.test(charset) ? undefined : decoder(charset)
  if (named !== undefined) return { text: named.decode(latin1(bytes)), guessed: false }
  try {
    return { text: utf8.decode(latin1(bytes)), guessed: false }
  } catch {
    // A text cut amid a character is what it says all the same.
    const cut = lenient.decode(latin1(bytes))
    if (charset !== undefined && (cut.match(/\ufffd/g) ?? []).length === 1)
      return { text: cut.replace('\ufffd', ''), guessed: false }
    return { text: (decoder('windows-1252') as Decoder).decode(latin1(bytes)), guessed: true }
  }
}

/** Quoted-printable (RFC 2045, 6.7) without its soft breaks, which the lines were joined by. What is no pair of figures stands. */
const unquoted = (text: string): string =>
  text.replace(/=\r?\n?$/, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The parameters of a head, each value by itself: `TYPE=home,work` is two. A word alone is a type, as in 2.1. */
function paramsOf(text: string, version: Property['version']): Property['params'] {
  const params: (readonly [string, string])[] = []
  let at = 0
  while (at < text.length && params.length < 100) {
    // Each begins after a semicolon.
    const found = /^;\s*([^=;":,]*?)\s*(=|(?=;|$))/.exec(text.slice(at, at + 500))
    if (found === null) {
      const next = text.indexOf(';', at + 1)
      if (next < 0) break
      at = next
      continue
    }
    at += found[0].length
    const name = (found[1] as string).toUpperCase()
    if (found[2] === '') {
      if (name !== '') params.push(wordAlone(name, found[1] as string))
      continue
    }
    for (;;) {
      const quoted = text[at] === '"'
      const end = quoted ? text.indexOf('"', at + 1) : endOfValue(text, at)
      const stop = end < 0 ? text.length : end
      const written = text.slice(quoted ? at + 1 : at, stop)
      const value = decoded(version === '2.1' ? written : unhatted(written), undefined).text.trim()
      // A quoted list of types is written both ways: TYPE="work,voice".
      for (const one of name === 'TYPE' ? value.split(',') : [value])
        if (params.length < 100) params.push([name, one.trim()])
      at = quoted ? stop + 1 : stop
      if (text[at] !== ',') break
      at += 1
    }
  }
  return params
}

const endOfValue = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) if (text[at] === ';' || text[at] === ',') return at
  return text.length
}

/** RFC 6868: a caret before `n`, an apostrophe or a caret. */
const unhatted = (text: string): string =>
  text.replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))

const encodings = /^(QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/
const wordAlone = (name: string, written: string): readonly [string, string] =>
  encodings.test(name)
    ? ['ENCODING', name]
    : name === 'URL' || name === 'URI' || name === 'INLINE' || name === 'CID'
      ? ['VALUE', name]
      : ['TYPE', written]

/** A property whose value can be read, or nothing when its head is none. */
export function readProperty(raw: RawProperty, version: Property['version']): Property | undefined {
  const named = /^(?:([\w-]+)\.)?([A-Za-z][\w/-]*)\s*/.exec(raw.head)
  if (named === null) return undefined
  const params = paramsOf(raw.head.slice(named[0].length), version)
  const of = (name: string) => params.find(([one]) => one === name)?.[1]
  const encoding = (of('ENCODING') ?? '').toUpperCase()
  const base64 = encoding === 'B' || encoding === 'BASE64'
  const bytes = encoding === 'QUOTED-PRINTABLE' ? unquoted(raw.value) : raw.value
  const { text, guessed } = base64 ? { text: bytes, guessed: false } : decoded(bytes, of('CHARSET'))
  return {
    line: raw.line,
    group: (named[1] ?? '').toLowerCase(),
    name: (named[2] as string).toUpperCase(),
    params,
    value: text.replace(/\r\n?/g, '\n'),
    base64,
    version,
    cut: raw.cut,
    joined: raw.joined,
    guessed,
  }
}

export const paramOf = ({ params }: Property, name: string): string => params.find(([one]) => one === name)?.[1] ?? ''
export const typesOf = ({ params }: Property): readonly string[] =>
  params.filter(([name]) => name === 'TYPE').map(([, value]) => value.toLowerCase())

/** Whether a property is the one to reach somebody by first: 1 for the preferred, 101 for the others (RFC 6350, 5.3). */
export function preference(property: Property): number {
  const written = paramOf(property, 'PREF')
  if (/^\d{1,3}$/.test(written)) return Number(written)
  return typesOf(property).includes('pref') ? 1 : 101
}

/**
 * Takes the escapes off a text. A text of 2.1 has semicolons of its own, so that a backslash before one stands there;
 * line breaks and commas are read as in 3.0, since programs wrote them so.
 */
export function unescaped(text: string, version: Property['version']): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\([\s\S])/g, (whole, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n'
    return (version === '2.1' ? /[,\\]/ : /[,;:"\\]/).test(sign) ? sign : whole
  })
}

/** The parts of a value between semicolons that are not escaped, each a list of values between commas. */
export function partsOf({ value, version }: Property): readonly (readonly string[])[] {
  const parts: string[][] = []
  let values: string[] = []
  let text = ''
  for (let at = 0; at < value.length && parts.length < 64; at += 1) {
    const sign = value[at] as string
    if (sign === '\\' && at + 1 < value.length) {
      const next = value[at + 1] as string
      at += 1
      if (next === 'n' || next === 'N') text += '\n'
      else text += /[\\,;:]/.test(next) ? next : `\\${next}`
    } else if (sign === ';') {
      parts.push([...values, text])
      values = []
      text = ''
    } else if (sign === ',' && version !== '2.1' && values.length < 64) {
      values.push(text)
      text = ''
    } else text += sign
  }
  parts.push([...values, text])
  return parts
}

/** A value that is one text. */
export const textOf = ({ value, version }: Property): string => unescaped(value, version)

/** A value that is a list: parted by commas, in 2.1 by semicolons as well. */
export const listOf = (property: Property): readonly string[] =>
  partsOf(property)
    .flatMap((values) => (property.version === '2.1' ? values.flatMap((value) => value.split(',')) : values))
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** The bytes of an image that came inside the file, or undefined: base64, or a `data:` address (RFC 2397). */
export function bytesInside(property: Property): Buffer | undefined {
  if (property.base64) return Buffer.from(property.value, 'base64')
  const data = /^\s*data:[\w/+.-]*(?:;[\w=-]+)*;base64\\?,/i.exec(property.value.slice(0, 300))
  return data === null ? undefined : Buffer.from(property.value.slice(data[0].length), 'base64')
}
