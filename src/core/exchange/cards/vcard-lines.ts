/**
 * Cuts a file of address cards into properties, each with its line: vCard 2.1 (versit, 1996), 3.0 (RFC 2425, RFC 2426)
 * and 4.0 (RFC 6350), as programs really write them. Bytes travel as Latin-1 text until their charset is known, since
 * a line may be folded amid a character.
 */
import { cardLimits } from './vcard-limits.ts'

/** A property before its value is decoded: `head` is all that stands before the colon. */
export type RawProperty = {
  readonly line: number
  readonly head: string
  readonly value: string
  /** Bytes beyond the bound were left. */
  readonly cut: boolean
  /** Text without a name stood below and was taken as its continuation. */
  readonly joined: boolean
}

/** A name, perhaps of a group, then parameters or the value: `item1.TEL;TYPE=cell:`. */
const head = /^[ \t]*(?:[\w-]+\.)?[A-Za-z][\w/-]*[ \t]*[;:]/
const quotedPrintable = /;\s*(?:ENCODING\s*=\s*)?"?QUOTED-PRINTABLE/i
const base64 = /;\s*(?:ENCODING\s*=\s*)?"?(?:BASE64|B)"?\s*(?:;|$)/i
const onlyBase64 = /^[A-Za-z0-9+/=]+$/

/** Where the value begins: the first colon outside quotes; -1 when there is none. */
export function colonOf(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) quoted = !quoted
    else if (code === 58 && !quoted) return at
  }
  // A quote that is never closed is a sign like another.
  return quoted ? text.indexOf(':') : -1
}

type Open = {
  readonly line: number
  readonly pieces: string[]
  size: number
  last: string
  cut: boolean
  joined: boolean
  readonly soft: boolean
  readonly packed: boolean
}

/**
 * Takes physical lines one by one and gives whole properties. Lines that begin with `#` between properties are
 * remarks. Text without a name goes on with the property above, after a line break.
 */
export function unfolder(give: (property: RawProperty) => void) {
  let open: Open | undefined
  /** 2.1 folds before a blank that is kept; later versions add the blank. */
  let keepsBlank = false

  const add = (property: Open, text: string) => {
    property.last = text === '' ? property.last : (text.at(-1) as string)
    if (property.size >= cardLimits.propertyBytes) {
      property.cut ||= text !== ''
      return
    }
    property.pieces.push(text)
    property.size += text.length
  }
  const dropSoftBreak = (property: Open) => {
    for (let at = property.pieces.length - 1; at >= 0; at -= 1) {
      const piece = property.pieces[at] as string
      if (piece === '') continue
      property.pieces[at] = piece.slice(0, -1)
      return
    }
  }
  const flush = () => {
    if (open === undefined) return
    const { line, pieces, cut, joined } = open
    open = undefined
    const text = pieces.join('')
    const colon = colonOf(text)
    if (colon < 0) return
    const property = { line, head: text.slice(0, colon).trim(), value: text.slice(colon + 1), cut, joined }
    if (/^(?:[\w-]+\.)?version$/i.test(property.head)) keepsBlank = property.value.trim() === '2.1'
    if (/^begin$/i.test(property.head)) keepsBlank = false
    give(property)
  }

  return {
    line: (text: string, number: number) => {
      if (open?.soft && open.last === '=') {
        dropSoftBreak(open)
        open.last = ''
        // A line that was folded as well has a blank that says nothing.
        add(open, !keepsBlank && text.startsWith(' ') ? text.slice(1) : text)
        return
      }
      const first = text.charCodeAt(0)
      const blank = first === 32 || first === 9
      if (text.trim() === '') {
        if (open?.packed) flush()
        return
      }
      if (open !== undefined && blank) {
        add(open, keepsBlank && !open.packed ? text : text.slice(1))
        return
      }
      if (first === 35) return
      if (open?.packed && onlyBase64.test(text)) {
        add(open, text)
        return
      }
      if (!head.test(text.slice(0, 300))) {
        if (open === undefined || open.packed) return
        if (open.last === '\\') dropSoftBreak(open)
        open.joined = true
        add(open, '\n')
        add(open, text)
        return
      }
      flush()
      const colon = colonOf(text.slice(0, 4_000))
      const before = colon < 0 ? text.slice(0, 4_000) : text.slice(0, colon)
      open = {
        line: number,
        pieces: [],
        size: 0,
        last: '',
        cut: false,
        joined: false,
        soft: quotedPrintable.test(before),
        packed: base64.test(before),
      }
      add(open, text)
      // Begin and end stand alone: what follows is another property, or the text of another file.
      if (/^[ \t]*(?:begin|end)[ \t]*:/i.test(text)) flush()
    },
    end: flush,
  }
}

/**
 * Gives the lines of some bytes as Latin-1 text, without their ends (any number of CR, then LF; CR alone when the file
 * has no LF). A line longer than the bound of a property is cut there.
 */
export function liner(loneCarriageReturns: boolean, give: (text: string, line: number) => void) {
  const end = loneCarriageReturns ? 13 : 10
  const most = cardLimits.propertyBytes + 10_000
  let pending: string[] = []
  let size = 0
  let number = 1
  const take = (text: string) => {
    if (size < most) pending.push(text.slice(0, most - size))
    size += text.length
  }
  const line = () => {
    const text = pending.length === 1 ? (pending[0] as string) : pending.join('')
    pending = []
    size = 0
    give(text.replace(/\r+$/, ''), number)
    number += 1
  }
  return {
    piece: (bytes: Buffer) => {
      let from = 0
      for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, from)) {
        take(bytes.toString('latin1', from, at))
        line()
        from = at + 1
      }
      if (from < bytes.length) take(bytes.toString('latin1', from))
    },
    end: () => {
      if (size > 0) line()
    },
  }
}
