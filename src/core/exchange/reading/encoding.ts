/** Finds in which encoding a text was written, and reads it strictly: a byte that does not fit is never replaced. */
import { isAscii } from 'node:buffer'
import { Refusal } from '../../kit/refusal.ts'
import type { Encoding } from './reading.types.ts'

/** High half of code page 850, which the platform's decoders do not know. */
const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

type TextReader = { readonly piece: (bytes: Buffer) => string; readonly end: () => string }

const wrong = (encoding: Encoding) => new Refusal('fileWrongEncoding', { encoding }, 'reading.encoding')

/** Reads bytes in that encoding, piece by piece, without the byte order mark. Refuses `fileWrongEncoding`. */
export function textReader(encoding: Encoding): TextReader {
  if (encoding === 'ibm850') return { piece: (bytes) => singleBytes(bytes), end: () => '' }
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Reader(encoding)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const strictly = (decode: () => string): string => {
    try {
      return decode()
    } catch {
      throw wrong(encoding)
    }
  }
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be'
  let first = true
  /** The last piece may have ended amid a character. */
  let cut = wide
  return {
    piece: (bytes) => {
      // The same bytes are the same signs in every encoding but the wide ones, and the decoder is slow with pieces.
      if (!first && !cut && isAscii(bytes)) return bytes.toString('latin1')
      first &&= bytes.length === 0
      cut = wide || (bytes.at(-1) ?? 0) > 127
      return strictly(() => decoder.decode(bytes, { stream: true }))
    },
    end: () => strictly(() => decoder.decode()),
  }
}

function singleBytes(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : ibm850[byte - 128]
  return text
}

function utf32Reader(encoding: 'utf-32le' | 'utf-32be'): TextReader {
  let carried: Buffer = Buffer.alloc(0)
  let first = true
  return {
    piece: (bytes) => {
      const all = Buffer.concat([carried, bytes])
      const whole = all.length - (all.length % 4)
      let text = ''
      for (let at = 0; at < whole; at += 4) {
        const code = encoding === 'utf-32le' ? all.readUInt32LE(at) : all.readUInt32BE(at)
        if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw wrong(encoding)
        if (!(first && code === 0xfeff)) text += String.fromCodePoint(code)
        first = false
      }
      carried = Buffer.from(all.subarray(whole))
      return text
    },
    end: () => {
      if (carried.length > 0) throw wrong(encoding)
      return ''
    },
  }
}

/** The encoding a byte order mark announces. */
export function markedEncoding(first: Buffer): Encoding | undefined {
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return 'utf-8'
  if (first[0] === 0xff && first[1] === 0xfe)
    return first[2] === 0 && first[3] === 0 && first.length > 3 ? 'utf-32le' : 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  if (first[0] === 0 && first[1] === 0 && first[2] === 0xfe && first[3] === 0xff) return 'utf-32be'
  return undefined
}

/** The wide encoding that the places of the zero bytes betray. */
export function wideEncoding(sample: Buffer): Encoding | undefined {
  const zeros = [0, 0, 0, 0]
  const length = Math.min(sample.length - (sample.length % 4), 4096)
  if (length < 8) return undefined
  for (let at = 0; at < length; at += 1) if (sample[at] === 0) zeros[at % 4]! += 1
  const quarter = length / 4
  const many = zeros.map((count) => count > quarter * 0.7)
  const few = zeros.map((count) => count < quarter * 0.3)
  if (few[0] && many[2] && many[3]) return 'utf-32le'
  if (many[0] && many[1] && few[3]) return 'utf-32be'
  const half = quarter * 2
  const even = zeros[0]! + zeros[2]!
  const odd = zeros[1]! + zeros[3]!
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return undefined
}

const legacy = ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850'] as const satisfies readonly Encoding[]

/** The one-byte encoding in which the accented letters stand where French and its neighbours put them. */
export function legacyEncoding(sample: Buffer): Encoding {
  let best: Encoding = 'windows-1252'
  let bestScore = Number.NEGATIVE_INFINITY
  const excerpt = aroundHighBytes(sample)
  for (const encoding of legacy) {
    const score = likelihood(textReader(encoding).piece(excerpt))
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** The bytes above 127 with their neighbours: the only ones the encodings disagree about. */
function aroundHighBytes(sample: Buffer): Buffer {
  const kept: number[] = []
  for (let at = 0; at < sample.length && kept.length < 60_000; at += 1) {
    if ((sample[at] as number) < 128) continue
    for (let near = Math.max(0, at - 2); near <= Math.min(sample.length - 1, at + 2); near += 1)
      kept.push(sample[near] as number)
    kept.push(10)
    at += 2
  }
  return Buffer.from(kept)
}

const usualLower = new Set('éèàçêôîùûâëïüöäñœæßåøáíóúãõìòšžčćłęąńśźżýřěů')
const usualUpper = new Set('ÉÈÀÇÊÔÎÙÛÂËÏÜÖÄÑŒÆÅØÁÍÓÚŠŽ')
const usualSigns = new Set('’‘“”«»–—…€°º²\u00a0')

function likelihood(text: string): number {
  let score = 0
  const letter = /\p{L}/u
  const lower = /\p{Ll}/u
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string
    const code = character.charCodeAt(0)
    if (code < 128) continue
    const before = text[at - 1] ?? '\n'
    const after = text[at + 1] ?? '\n'
    if ((code >= 0x80 && code < 0xa0) || code === 0xfffd) score -= 10
    else if (usualLower.has(character))
      score += frenchWeight(character) - (/[A-Z]/.test(before) && /[A-Z]/.test(after) ? 2 : 0)
    else if (usualUpper.has(character))
      score += lower.test(before) ? -3 : /[\p{L}]/u.test(after) || letter.test(before) ? 2 : 1
    else if (usualSigns.has(character)) score += signWeight(character, before, after)
    else if (letter.test(character)) score -= lower.test(before) && !lower.test(character) ? 3 : 1
    else score -= letter.test(before) && letter.test(after) ? 4 : 2
  }
  return score
}

const frenchWeight = (character: string) => (character === 'é' ? 4 : 'èàçêôœ'.includes(character) ? 3 : 2)

function signWeight(character: string, before: string, after: string): number {
  const between = /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)
  if (character === '’') return between ? 3 : 1
  if (character === '€') return /[\d\s]/.test(before) ? 3 : between ? -4 : 1
  if (character === '«' || character === '“') return between ? -4 : 1
  return between ? -4 : 0.5
}
