/**
 * Reads XML 1.0 as it comes, in one pass and bounded memory: no document type, no entities but the five, no depth,
 * nothing fetched. Ours because a list of 100,000 lines is 12 million events: nothing is cut out of the text that the
 * listener does not ask for. As strict as the standard for whatever may stand in a document without a document type.
 */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'

/** The attributes of the element that opens; to be asked while it does, not afterwards. */
export type Attributes = {
  /** The value by the name without its prefix; an attribute that has no prefix comes first. */
  readonly get: (local: string) => string | undefined
  /** The value by the whole name as it is written, `office:value`. */
  readonly named: (name: string) => string | undefined
  /** Every name as it is written. */
  readonly names: () => readonly string[]
}

/** Names come without their prefix: spreadsheet programs choose their own. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void
  /** A text may come in several pieces. */
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /**
   * Asked at each tag inside `parent`: how far the listener read the text by itself, or the same place. It takes whole
   * elements, of two levels at most, and leaves those in which a sign needs care: `&`, `]`, `\r`.
   */
  readonly shortcut?: (text: string, at: number, parent: string) => number
}

export type XmlReader = { readonly write: (text: string) => void; readonly end: () => void }

type Name = { readonly whole: string; readonly local: string }

/** Characters of a tag, and attributes of an element. */
const longestTag = 1_000_000
const mostAttributes = 1000

const nameCharacters = new Uint8Array(128)
const nameStarts = new Uint8Array(128)
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:') {
  nameCharacters[sign.charCodeAt(0)] = 1
  nameStarts[sign.charCodeAt(0)] = 1
}
for (const sign of '0123456789-.') nameCharacters[sign.charCodeAt(0)] = 1

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters XML forbids are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

const declaration =
  /^<\?xml\s+version\s*=\s*["']1\.\d+["'](\s+encoding\s*=\s*(?:"[A-Za-z0-9][\w.-]*"|'[A-Za-z0-9][\w.-]*'))?(\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** @param part what is read, for the words of a refusal */
export function xmlReader(handlers: XmlHandlers, part: string): XmlReader {
  const { open, text: tell, close, shortcut } = handlers
  let text = ''
  let at = 0
  let mode: 'content' | 'comment' | 'cdata' | 'instruction' = 'content'
  let started = false
  let rooted = false
  let lines = 1
  /** Where the next sign that needs care stands, at or after `at`. */
  let ampersand = 0
  let carriage = 0
  let bracket = 0
  const path: Name[] = []

  const interned: (Name | undefined)[] = Array.from({ length: 512 })
  const names: Name[] = []
  const starts: number[] = []
  const ends: number[] = []
  const special: boolean[] = []
  let count = 0

  const malformed = (): Refusal => {
    let line = lines
    for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1
    return new Refusal('fileMalformed', { reason: 'xml', part, xmlLine: line })
  }

  const next = (sign: string, from: number): number => {
    const found = text.indexOf(sign, from)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  const entity = (whole: string, inside: string | undefined): string => {
    if (inside === undefined) throw malformed()
    if (inside[0] !== '#') {
      if (!Object.hasOwn(entities, inside)) throw malformed()
      return entities[inside] as string
    }
    const hexadecimal = inside[1] === 'x'
    const digits = inside.slice(hexadecimal ? 2 : 1)
    if (!(hexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) throw malformed()
    const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
    const allowed = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && whole.length < 20
    const character = allowed ? String.fromCodePoint(code) : ''
    if (!allowed || forbidden.test(character)) throw malformed()
    return character
  }
  const decoded = (raw: string): string => raw.replace(/&(?:([^;&]{1,16});)?/g, entity)

  const valueAt = (index: number): string => {
    const raw = text.slice(starts[index], ends[index])
    // White space in a value is a space (XML 1.0, 3.3.3), unless it is written as an entity.
    return special[index] ? decoded(raw.replace(/\r\n|[\r\n\t]/g, ' ')) : raw
  }
  const attributes: Attributes = {
    get: (local) => {
      let prefixed = -1
      for (let index = 0; index < count; index += 1) {
        const name = names[index] as Name
        if (name.local !== local) continue
        if (name.whole === local) return valueAt(index)
        if (prefixed < 0) prefixed = index
      }
      return prefixed < 0 ? undefined : valueAt(prefixed)
    },
    named: (whole) => {
      for (let index = 0; index < count; index += 1) if ((names[index] as Name).whole === whole) return valueAt(index)
      return undefined
    },
    names: () => names.slice(0, count).map(({ whole }) => whole),
  }

  /** The end of the name that starts there: the same place when none does. */
  const nameEnd = (start: number): number => {
    let code = text.charCodeAt(start)
    if (!(code >= 128 || nameStarts[code] === 1)) return start
    let end = start + 1
    for (code = text.charCodeAt(end); code >= 128 || nameCharacters[code] === 1; code = text.charCodeAt(end)) end += 1
    return end
  }
  const nameFrom = (start: number, end: number): Name => {
    const slot = (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + (end - start) * 57) & 511
    const known = interned[slot]
    if (known !== undefined && known.whole.length === end - start && text.startsWith(known.whole, start)) return known
    const whole = text.slice(start, end)
    const name = { whole, local: whole.slice(whole.indexOf(':') + 1) }
    interned[slot] = name
    return name
  }
  const spaceEnd = (from: number): number => {
    let end = from
    while (isSpace(text.charCodeAt(end))) end += 1
    return end
  }

  /** Reads the attribute at that place: where it ends, or -1 when more of the text is needed. */
  const readAttribute = (start: number): number => {
    const end = nameEnd(start)
    if (end >= text.length) return -1
    if (end === start) throw malformed()
    const equals = spaceEnd(end)
    if (equals >= text.length) return -1
    if (text.charCodeAt(equals) !== 61) throw malformed()
    const opening = spaceEnd(equals + 1)
    if (opening >= text.length) return -1
    const quote = text.charCodeAt(opening)
    if (quote !== 34 && quote !== 39) throw malformed()
    let closing = opening + 1
    let care = false
    for (let code = text.charCodeAt(closing); code !== quote; code = text.charCodeAt(closing)) {
      if (closing >= text.length) return -1
      if (code === 60) throw malformed()
      if (code === 38 || code < 32) care = true
      closing += 1
    }
    const name = nameFrom(start, end)
    for (let index = 0; index < count; index += 1) if ((names[index] as Name).whole === name.whole) throw malformed()
    if (count >= mostAttributes) throw new Refusal('fileDangerous', { reason: 'attributes', part })
    names[count] = name
    starts[count] = opening + 1
    ends[count] = closing
    special[count] = care
    count += 1
    // An entity nobody asks for must still be one.
    if (care) valueAt(count - 1)
    return closing + 1
  }

  /** Reads the tag that opens at `at`: false when more of the text is needed. */
  const readOpening = (): boolean => {
    const end = nameEnd(at + 1)
    if (end >= text.length) return false
    if (end === at + 1) throw malformed()
    count = 0
    let place = end
    for (;;) {
      const after = spaceEnd(place)
      if (after >= text.length) return false
      const code = text.charCodeAt(after)
      if (code === 62 || code === 47) {
        const empty = code === 47
        if (empty && after + 1 >= text.length) return false
        if (empty && text.charCodeAt(after + 1) !== 62) throw malformed()
        opened(nameFrom(at + 1, end), empty)
        at = after + (empty ? 2 : 1)
        return true
      }
      if (after === place) throw malformed()
      place = readAttribute(after)
      if (place < 0) return false
    }
  }

  const opened = (name: Name, empty: boolean): void => {
    if (path.length === 0) {
      if (rooted) throw malformed()
      rooted = true
    }
    if (path.length >= limits.depth) throw new Refusal('fileDangerous', { reason: 'depth', part })
    open?.(name.local, attributes)
    if (empty) close?.(name.local)
    else path.push(name)
  }

  const readClosing = (): boolean => {
    const name = path.at(-1)
    const end = text.indexOf('>', at + 2)
    if (end < 0) return false
    if (name === undefined || !text.startsWith(name.whole, at + 2) || spaceEnd(at + 2 + name.whole.length) !== end)
      throw malformed()
    path.pop()
    at = end + 1
    close?.(name.local)
    return true
  }

  /** What begins with `<!`: false when more of the text is needed. */
  const readDeclaration = (): boolean => {
    if (text.startsWith('<!--', at)) {
      mode = 'comment'
      at += 4
    } else if (text.startsWith('<![CDATA[', at)) {
      if (path.length === 0) throw malformed()
      mode = 'cdata'
      at += 9
    } else if (/^<!doctype/i.test(text.slice(at, at + 9)))
      throw new Refusal('fileDangerous', { reason: 'doctype', part })
    else if (text.length - at >= 9) throw malformed()
    else return false
    return true
  }

  const readInstruction = (): boolean => {
    const end = text.indexOf('?>', at)
    const named = nameEnd(at + 2)
    if (end < 0 && (named >= text.length || text.length - at < 300)) return false
    if (named === at + 2 || (named !== end && !isSpace(text.charCodeAt(named)))) throw malformed()
    if (text.slice(at + 2, named).toLowerCase() === 'xml') {
      // The declaration stands at the very beginning or nowhere.
      if (started || at > 0 || end < 0 || !declaration.test(text.slice(at, end + 2))) throw malformed()
    }
    mode = 'instruction'
    at = named
    return true
  }

  const textUntil = (end: number): void => {
    if (end <= at) return
    if (path.length === 0) {
      for (; at < end; at += 1) if (!isSpace(text.charCodeAt(at))) throw malformed()
      return
    }
    if (bracket < at) bracket = next(']]>', at)
    if (bracket < end) throw malformed()
    if (ampersand < at) ampersand = next('&', at)
    const care = ampersand < end
    if (tell === undefined) {
      if (care) decoded(text.slice(at, end))
    } else {
      if (carriage < at) carriage = next('\r', at)
      let piece = text.slice(at, end)
      if (carriage < end) piece = piece.replace(/\r\n?/g, '\n')
      tell(care ? decoded(piece) : piece)
    }
    at = end
  }

  /** Tells what can be told of a text whose end has not come: neither a line end nor an entity is cut. */
  const beginningOfText = (): void => {
    if (text.length - at < 4096) return
    let cut = text.length - 40
    const entityStart = text.lastIndexOf('&', cut)
    if (entityStart > cut - 20) cut = entityStart
    if (text.charCodeAt(cut - 1) === 13) cut -= 1
    textUntil(cut)
  }

  /** One thing in a mode of its own: false when more of the text is needed. */
  const readUntil = (mark: string): boolean => {
    const found = text.indexOf(mark, at)
    let end = found < 0 ? Math.max(at, text.length - mark.length) : found
    if (found < 0 && end > at && text.charCodeAt(end - 1) === 13) end -= 1
    if (mode === 'cdata' && end > at) tell?.(text.slice(at, end).replace(/\r\n?/g, '\n'))
    at = end
    if (found < 0) return false
    at += mark.length
    if (mode === 'comment') {
      if (at >= text.length) {
        at -= mark.length
        return false
      }
      if (text.charCodeAt(at) !== 62) throw malformed()
      at += 1
    }
    mode = 'content'
    return true
  }

  const step = (): boolean => {
    if (mode === 'comment') return readUntil('--')
    if (mode === 'cdata') return readUntil(']]>')
    if (mode === 'instruction') return readUntil('?>')
    const start = text.indexOf('<', at)
    if (start < 0) {
      beginningOfText()
      return false
    }
    textUntil(start)
    const inside = path.at(-1)
    if (shortcut !== undefined && inside !== undefined && path.length + 2 <= limits.depth) {
      const reached = shortcut(text, start, inside.local)
      if (reached > start) {
        at = reached
        return true
      }
    }
    const code = text.charCodeAt(start + 1)
    const whole =
      code === 47 ? readClosing() : code === 33 ? readDeclaration() : code === 63 ? readInstruction() : readOpening()
    if (!whole && text.length - at > longestTag) throw malformed()
    return whole
  }

  return {
    write: (piece) => {
      if (piece === '') return
      for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) lines += 1
      if (at > 0) started = true
      text = at < text.length ? text.slice(at) + piece : piece
      at = 0
      ampersand = carriage = bracket = -1
      if (forbidden.test(piece)) throw malformed()
      while (at < text.length && step());
    },
    end: () => {
      if (path.length > 0 || !rooted || mode !== 'content') throw malformed()
      for (; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) throw malformed()
    },
  }
}
