/**
 * Phone numbers: kept as E.164 (ITU-T), shown as their country writes them. The `max` metadata of libphonenumber-js is
 * used, not `min`: only it checks the digits themselves, so that a mistyped number stays as written instead of becoming
 * another one, and tells mobiles from landlines; it costs 80 kB and no time (7 ms to load).
 */
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

const countryOf = (country: string): CountryCode | undefined => (isSupportedCountry(country) ? country : undefined)

/** The words French and English write before an extension, in the one form the library reads. */
const extension = /[\s,;]*\b(?:poste|int(?:erne|\.)|ext(?:ension|\.)?|x)\s*[:.]?\s*(\d{1,7})\s*$/iu

function parsed(written: string, country: string): PhoneNumber | undefined {
  const text = written.normalize('NFKC').trim().replace(extension, ';ext=$1')
  const number = parsePhoneNumberFromString(text, { ...defaultCountry(country), extract: false })
  if (number?.isValid()) return number
  // 00 is how most of the world dials out, also where the address's country is unknown or dials otherwise.
  const abroad = text.startsWith('00') ? parsePhoneNumberFromString(`+${text.slice(2)}`, { extract: false }) : undefined
  return abroad?.isValid() ? abroad : undefined
}

/** A number that has a country, given out or not. */
function readable(written: string, country: string): PhoneNumber | undefined {
  const text = written.normalize('NFKC').trim().replace(extension, ';ext=$1')
  const international = text.startsWith('00') ? `+${text.slice(2)}` : text
  return parsePhoneNumberFromString(international, { ...defaultCountry(country), extract: false })
}

const defaultCountry = (country: string): { readonly defaultCountry?: CountryCode } => {
  const known = countryOf(country)
  return known === undefined ? {} : { defaultCountry: known }
}

/** French numbers as most are typed, on ranges that are whole: read without the library, a test checks that it agrees. */
const plainFrench = /^0(?:[13]\d|2[0-57-9]|4[1-9]|5[0-8]|6[0-24-8])\d{7}$/

const alreadyKept = /^\+[1-9]\d{6,14}(?:;ext=\d{1,7})?$/

/**
 * A number as the register keeps it: `+33612345678`, `+33123456789;ext=12`; as written (trimmed) when it is not a number
 * of its country. `country` (ISO 3166-1 alpha-2) reads the numbers written without a prefix.
 */
export function keptPhone(written: string, country: string): string {
  if (alreadyKept.test(written)) return written
  if (country === 'FR') {
    const digits = written.replace(/[ .\u00a0\u202f-]/g, '')
    if (plainFrench.test(digits)) return `+33${digits.slice(1)}`
  }
  const number = parsed(written, country)
  if (number === undefined) return written.trim()
  return number.number + (number.ext === undefined ? '' : `;ext=${number.ext}`)
}

/** Whether a text is a kept number written as in its own country: `06 12 34 56 78` for `+33612345678`. */
export const isNationalForm = (written: string, kept: string): boolean =>
  kept.startsWith('+') && !written.startsWith('+') && keptPhone(written, phoneCountry(kept)) === kept

const thin = (text: string): string => text.replaceAll(' ', '\u202f')
const extensionWord = { fr: 'poste', en: 'ext.' } as const

/**
 * A kept number as it is printed: in the national form when it belongs to `home` (`06 12 34 56 78`), else in the
 * international one (`+49 30 123456`), groups parted by narrow no-break spaces. One kept as written comes back as it is.
 */
export function formatPhone(kept: string, home: string, language: 'fr' | 'en' = 'fr'): string {
  if (!kept.startsWith('+')) return kept
  const number = parsePhoneNumberFromString(kept)
  if (number === undefined) return kept
  const own = number.country === undefined ? false : number.country === home
  const { ext } = number
  if (ext !== undefined) number.ext = undefined as never
  const shown = own ? number.formatNational() : number.formatInternational()
  return thin(ext === undefined ? shown : `${shown} ${extensionWord[language]} ${ext}`)
}

/** Whether a kept number is a mobile; false when its country's numbers do not tell. */
export const isMobile = (kept: string): boolean => parsePhoneNumberFromString(kept)?.getType() === 'MOBILE'

/** The country of a kept number, or empty: of several that share a prefix, the one its digits belong to. */
export const phoneCountry = (kept: string): string => parsePhoneNumberFromString(kept)?.country ?? ''

let callingCodes: ReadonlySet<string> | undefined

/**
 * The digits of a kept number after its country's code. No code begins another (ITU-T E.164), so that its digits tell
 * it without the library, which is ten times slower; undefined for a code of no country.
 */
function nationalDigits(digits: string): string | undefined {
  callingCodes ??= new Set(getCountries().map((country) => getCountryCallingCode(country) as string))
  for (let length = 1; length <= 3; length++) {
    if (callingCodes.has(digits.slice(0, length))) return digits.slice(length)
  }
  return undefined
}

/**
 * What somebody may type to find a kept number: all its digits, those of its country, and those after a zero. One kept as
 * written, since no such number is given out, is found by the same forms where it can be read at all; `country` reads it.
 */
export function phoneWords(kept: string, country: string): readonly string[] {
  const digits = kept.replace(/;ext=.*$/, '').replace(/\D/g, '')
  if (!kept.startsWith('+')) {
    if (digits === '') return []
    const read = readable(kept, country)
    if (read === undefined) return [digits]
    // Of a number too short or too long, the library leaves the zero that is dialled at home.
    const code = String(read.countryCallingCode)
    const bare = read.nationalNumber.replace(/^0/, '')
    return [...new Set([digits, `${code}${read.nationalNumber}`, `${code}${bare}`, bare, `0${bare}`])]
  }
  const quick = alreadyKept.test(kept) ? nationalDigits(digits) : undefined
  const national = quick ?? parsePhoneNumberFromString(kept)?.nationalNumber
  return national === undefined ? [digits] : [digits, national, `0${national}`]
}

/** The numbers of a cell that holds several: parted by a slash, a semicolon, a bar, a comma, a line, `:::`, or « ou ». */
export function phonesIn(text: string): readonly string[] {
  const parts = text.split(/\s*(?::::|[;/|\n])\s*|\s*,\s*|\s+(?:ou|or|et|and)\s+/iu).map((part) => part.trim())
  const whole = parts.every((part) => part.replace(/\D/g, '').length >= 6)
  return whole ? parts : text.trim() === '' ? [] : [text.trim()]
}
