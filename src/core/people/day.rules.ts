/** Days known in part: `1962`, `1962-05`, `1962-05-31`. They compare as texts, over what both of them say. */

const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Whether the calendar has such a day, month or year. */
export function isInCalendar(day: string): boolean {
  const [, year, month, date] = parts.exec(day) ?? []
  if (year === undefined) return false
  if (month === undefined) return true
  const found = new Date(Date.UTC(2000, 0, 1))
  found.setUTCFullYear(Number(year), Number(month) - 1, Number(date ?? '1'))
  return found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(date ?? '1')
}

/** Whether a day comes before another for certain: `1962` and `1962-05` may be one and the same. */
export function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length)
  return known > 0 && one.slice(0, known) < other.slice(0, known)
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan janv janvier january',
    'fev fevr fevrier feb february',
    'mar mars march',
    'avr avril apr april',
    'mai may',
    'juin jun june',
    'juil juillet jul july',
    'aou aout aug august',
    'sep sept septembre september',
    'oct octobre october',
    'nov novembre november',
    'dec decembre december',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1])),
)

/**
 * What somebody wrote as a day known in part: `31/05/1962`, `31.5.1962`, `mai 1962`, `1er mai 1962`, `05/1962`, `1962`,
 * `1962-05-31`. Figures are read day first. Undefined when it is none, or is not in the calendar; empty stays empty.
 */
export function dayWritten(text: string): string | undefined {
  const day = dayRead(text)
  return day === '' || (day !== undefined && isInCalendar(day)) ? day : undefined
}

/** The month, `1962-02`, and how many days it has, when what somebody wrote is a day beyond its end. */
export function monthTooShort(text: string): { readonly month: string; readonly days: number } | undefined {
  const [day, year, month, date] = parts.exec(dayRead(text) ?? '') ?? []
  if (day === undefined || date === undefined || date === '00' || isInCalendar(day)) return undefined
  if (!isInCalendar(`${year}-${month}`)) return undefined
  const end = new Date(Date.UTC(2000, 0, 1))
  end.setUTCFullYear(Number(year), Number(month), 0)
  return { month: `${year}-${month}`, days: end.getUTCDate() }
}

/** The same as {@link dayWritten}, whether the calendar has it or not. */
function dayRead(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d)(?:er|st|nd|rd|th)\b/g, '')
    .split(/[\s/.,-]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return ''
  if (words.length > 3) return undefined
  const written = words.map((word) => (/^\d{1,4}$/.test(word) ? word : String(months[word] ?? '')))
  if (written.includes('')) return undefined
  const [first = '', second = '', third = ''] = written
  // `May 31 1962` names its month first; `1962-05-31` its year.
  const ordered =
    first.length === 4
      ? [first, second, third]
      : words.length === 3
        ? /^\d/.test(words[0] ?? '')
          ? [third, second, first]
          : [third, first, second]
        : words.length === 2
          ? [second, first]
          : []
  const [year = '', ...rest] = ordered
  if (year.length !== 4) return undefined
  return [year, ...rest.filter((part) => part !== '').map((part) => part.padStart(2, '0'))].join('-')
}

/** A day known in part as one types it: `31/05/1962`, `05/1962`, `1962`. What is no day stays as it is. */
export const dayTyped = (day: string): string => (parts.test(day) ? day.split('-').toReversed().join('/') : day)

/** Made once: to make one costs more than a thousand days written with it. */
const formsOf = (locale: string) => {
  const month = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const
  return {
    month: new Intl.DateTimeFormat(locale, month),
    day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
  }
}
const forms = { fr: formsOf('fr-FR'), en: formsOf('en-GB') }

/** A day known in part in words: `31 mai 1962`, `mai 1962`, `1962`. What is no day stays as it is. */
export function dayInWords(day: string, language: 'fr' | 'en'): string {
  const [, year, month, date] = parts.exec(day) ?? []
  if (year === undefined || month === undefined || !isInCalendar(day)) return day
  const form = forms[language][date === undefined ? 'month' : 'day']
  const words = form.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? '1'))))
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}

/** Whole years between two days known in part; undefined when either says no year. A day in part counts as its first. */
export function yearsBetween(from: string, to: string): number | undefined {
  if (!parts.test(from) || !parts.test(to)) return undefined
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const known = Math.min(from.length, to.length)
  return to.slice(4, known) < from.slice(4, known) ? years - 1 : years
}

/** A day in words whose parts stay on one line. */
const kept = (day: string, language: 'fr' | 'en'): string => dayInWords(day, language).replaceAll(' ', '\u00a0')

const from = (day: string, language: 'fr' | 'en'): string => {
  const words = kept(day, language)
  if (language === 'en') return `since ${words}`
  return day.length > 'yyyy-mm'.length ? `depuis le\u00a0${words}` : `depuis ${words}`
}
const to = (day: string, language: 'fr' | 'en'): string => {
  const words = kept(day, language)
  if (language === 'en') return `until ${words}`
  return day.length > 'yyyy-mm'.length ? `jusqu’au ${words}` : `jusqu’en ${words}`
}

/** When something was done, a day known in part: `le 12 mai 2021`, `en mai 2021`, `en 2021`; in English `on` or `in`. */
export function whenInWords(day: string, language: 'fr' | 'en'): string {
  const whole = day.length > 'yyyy-mm'.length
  const before = language === 'fr' ? (whole ? 'le' : 'en') : whole ? 'on' : 'in'
  return `${before}\u00a0${kept(day, language)}`
}

/**
 * A time between two days known in part, either unknown (empty): `depuis 1998`, `depuis le 29 novembre 2026`,
 * `jusqu’en mai 2003`, `1998 – mai 2003`; empty when neither is known.
 */
export function periodInWords(since: string, until: string, language: 'fr' | 'en'): string {
  if (since === '' && until === '') return ''
  if (until === '') return from(since, language)
  if (since === '') return to(until, language)
  return since === until ? kept(since, language) : `${kept(since, language)} – ${kept(until, language)}`
}

/** A day of each year, `11-01`, in words: `1er novembre`. Read in a leap year, so that 29 February is one. */
export const dayOfYearInWords = (day: string, language: 'fr' | 'en'): string =>
  /^\d\d-\d\d$/.test(day) ? dayInWords(`2000-${day}`, language).replace(/ 2000$/, '') : day
