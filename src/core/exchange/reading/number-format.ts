/**
 * What a number in a spreadsheet means once its format is known: a day, an hour, a share, a code with leading zeros.
 * Serial numbers and built-in formats: ECMA-376 part 1, 18.8.30 and 18.17.4.1.
 */

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'day' }
  | { readonly kind: 'time' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'percent' }
  /** Digits laid in a pattern, `00000` or `0# ## ## ## ##`. */
  | { readonly kind: 'digits'; readonly pattern: string }

const plain: NumberFormat = { kind: 'plain' }

const builtIn: Readonly<Record<number, NumberFormat['kind']>> = {
  9: 'percent',
  10: 'percent',
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'day',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'moment',
  45: 'time',
  46: 'duration',
  47: 'time',
}
const localDays = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** The meaning of a format: its number when built in, else its code. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code)
  const kind = builtIn[id] ?? (localDays.has(id) ? 'day' : 'plain')
  return kind === 'digits' ? plain : { kind }
}

/** The meaning of a format code: only its first section counts, quoted words are literal. */
export function formatOfCode(code: string): NumberFormat {
  const section = firstSection(code.slice(0, 300))
  const bare = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' }
  const words = bare.replace(/\[[^\]]*\]/g, '').replace(/general|standard/gi, '')
  const day = /[dyj]/i.test(words) || /a{2,}/i.test(words)
  const hour = /[hs]/i.test(words) || /am\/pm|a\/p/i.test(words)
  const month = /m/i.test(words)
  if (/[0#?]/.test(words) && !day && !/[hs]/i.test(words) && !month) return formatOfDigits(section, words)
  if (day || (month && !hour)) return { kind: hour ? 'moment' : 'day' }
  if (hour) return { kind: 'time' }
  return plain
}

function formatOfDigits(section: string, words: string): NumberFormat {
  if (words.includes('%')) return { kind: 'percent' }
  const pattern = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/"([^"]*)"/g, (_, literal: string) => literal)
    .replace(/\\(.)/g, '$1')
    .trim()
  const zeros = (pattern.match(/0/g) ?? []).length
  // Only codes: several forced zeros, no decimals, no thousands. Amounts stay numbers.
  return zeros >= 2 && /^[0#? ./\-()\u00a0\u202f]+$/.test(pattern) && !/\.0|\.#/.test(pattern.replace(/00\.00/g, ''))
    ? { kind: 'digits', pattern }
    : /^0#( ##)+$/.test(pattern)
      ? { kind: 'digits', pattern }
      : plain
}

function firstSection(code: string): string {
  let quoted = false
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at]
    if (character === '"') quoted = !quoted
    else if (character === '\\') at += 1
    else if (character === ';' && !quoted) return code.slice(0, at)
  }
  return code
}

const two = (value: number) => String(value).padStart(2, '0')
const daysFrom1900To1970 = 25_569
const daysBetweenSystems = 1462

/** A serial number as `YYYY-MM-DD`, with its hour when it has one; nothing outside years 1900 to 9999. */
export function serialDay(serial: number, from1904: boolean, kind: 'day' | 'time' | 'moment'): string | undefined {
  const shifted = from1904 ? serial + daysBetweenSystems : serial
  if (!(shifted >= 0 && shifted < 2_958_466)) return undefined
  // The 1900 system believes in a 29 February 1900 (ECMA-376 18.17.4.1): before it, days are one off.
  const corrected = !from1904 && shifted < 60 ? shifted + 1 : shifted
  const seconds = Math.round((corrected - daysFrom1900To1970) * 86_400)
  const moment = new Date(seconds * 1000)
  const hour = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())}`
  if (kind === 'time' && serial < 1) return hour
  const text = `${String(moment.getUTCFullYear()).padStart(4, '0')}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`
  return hour === '00:00:00' ? text : `${text} ${hour}`
}

/** The digits of a whole number laid from the right in the pattern's places. */
export function laidDigits(value: number, pattern: string): string {
  const digits = [...String(Math.abs(Math.round(value)))]
  const places = [...pattern]
  const laid: string[] = []
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at] as string
    if (place !== '0' && place !== '#' && place !== '?') {
      if (digits.length > 0 || places.slice(0, at).includes('0')) laid.unshift(place)
      continue
    }
    const digit = digits.pop()
    if (digit !== undefined) laid.unshift(digit)
    else if (place === '0') laid.unshift('0')
  }
  return `${value < 0 ? '-' : ''}${digits.join('')}${laid.join('')}`.trim()
}

/** `2021-01-01T10:10:10.5` as `2021-01-01 10:10:10`; midnight is a day. */
export const isoMoment = (written: string): string =>
  written
    .trim()
    .replace(/T00:00(:00([.,]0+)?)?Z?$/, '')
    .replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?Z?$/, '$1 $2')

/** A number without the noise of binary fractions, never in powers of ten when it is whole. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

/** What a number reads as under its format. `value` is the text of the file. */
export function formattedNumber(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  switch (format.kind) {
    case 'day':
    case 'time':
    case 'moment':
      return serialDay(number, from1904, format.kind) ?? plainNumber(number)
    case 'duration': {
      const minutes = Math.round(number * 1440)
      return `${minutes < 0 ? '-' : ''}${Math.floor(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
    }
    case 'percent':
      return `${plainNumber(number * 100)}%`
    case 'digits':
      return Math.abs(number) < 1e15 ? laidDigits(number, format.pattern) : plainNumber(number)
    case 'plain':
      return plainNumber(number)
  }
}
