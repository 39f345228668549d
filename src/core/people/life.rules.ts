/**
 * What a sheet may not say, beyond the shape of its fields: days that cannot be, ends before beginnings, a person of an
 * organisation who is none. Pure: the form says the same as the office, beside the same field.
 */
import { fuse } from '../kit/text.ts'
import { isBefore, isInCalendar } from './day.rules.ts'
import { displayName, headword, type Named, spokenName } from './name.rules.ts'
import type { ContactInput } from './people.requests.ts'

/** Nobody alive, nor anybody an association of today remembers in person, was born before; nor did anything it writes down. */
export const earliestBirth = '1850'

export const sheetReasons = [
  'noSuchDay',
  'tooLongAgo',
  'inTheFuture',
  'deathBeforeBirth',
  'endBeforeBeginning',
  'unknownPerson',
  'notAPerson',
  'itself',
] as const
export type SheetReason = (typeof sheetReasons)[number]

/** A field of the sheet, `stays.0.until`, and why it does not suit. */
export type SheetTrouble = { readonly field: string; readonly reason: SheetReason }

type Dated = Readonly<Record<string, unknown>>

/** The lists whose lines have days, and those days: of a time that may lie ahead, and of what was done. */
const datedLists: Readonly<Record<string, { readonly days: readonly string[]; readonly done?: readonly string[] }>> = {
  addresses: { days: ['since', 'until'], done: ['returned'] },
  groups: { days: ['since', 'until'] },
  stays: { days: ['since', 'until'] },
  mandates: { days: ['since', 'until'], done: ['declared', 'endDeclared'] },
  supports: { days: ['until'] },
  representatives: { days: ['since', 'until'] },
}

const textOf = (record: Dated, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

/** Leap day included: a season is of every year. */
const isDayOfYear = (day: string): boolean => day === '' || isInCalendar(`2000-${day}`)

/**
 * Why a day on which something was done cannot be: it is to come, or lies before anybody's memory. A day known in part, or
 * nothing. Asked wherever such a day is given: a sheet, an answer, mail that came back, a declaration.
 */
export function pastDayReason(day: string, today: string): SheetReason | undefined {
  if (day === '') return undefined
  if (!isInCalendar(day)) return 'noSuchDay'
  if (isBefore(today, day)) return 'inTheFuture'
  return isBefore(day, earliestBirth) ? 'tooLongAgo' : undefined
}

/** Everything a sheet says that cannot be, in the order of the sheet. `today` is `YYYY-MM-DD`. */
export function sheetTroubles(contact: ContactInput, today: string): SheetTrouble[] {
  const troubles: SheetTrouble[] = []
  const sheet: Dated = contact
  const exists = (field: string, day: string): boolean => {
    if (day === '' || isInCalendar(day)) return day !== ''
    troubles.push({ field, reason: 'noSuchDay' })
    return false
  }
  const past = (field: string, day: string): void => {
    const reason = pastDayReason(day, today)
    if (reason !== undefined) troubles.push({ field, reason })
  }
  if (contact.kind === 'person') {
    const { born, died } = contact
    past('born', born)
    if (isBefore(died, born)) troubles.push({ field: 'died', reason: 'deathBeforeBirth' })
    else past('died', died)
  }
  exists('left', contact.left)
  if (isBefore(contact.left, contact.joined)) troubles.push({ field: 'left', reason: 'endBeforeBeginning' })
  past('confirmed', contact.confirmed)
  for (const [list, { days, done = [] }] of Object.entries(datedLists)) {
    const lines = (sheet[list] ?? []) as readonly Dated[]
    for (const [at, line] of lines.entries()) {
      for (const day of days) exists(`${list}.${at}.${day}`, textOf(line, day))
      for (const day of done) past(`${list}.${at}.${day}`, textOf(line, day))
      if (isBefore(textOf(line, 'until'), textOf(line, 'since'))) {
        troubles.push({ field: `${list}.${at}.until`, reason: 'endBeforeBeginning' })
      }
    }
  }
  for (const [at, { seasonFrom, seasonUntil }] of contact.addresses.entries()) {
    if (!isDayOfYear(seasonFrom)) troubles.push({ field: `addresses.${at}.seasonFrom`, reason: 'noSuchDay' })
    if (!isDayOfYear(seasonUntil)) troubles.push({ field: `addresses.${at}.seasonUntil`, reason: 'noSuchDay' })
  }
  return troubles
}

/**
 * Aliases that lead somewhere else than the name itself, each once: `Dupont` on the record of `Jean Dupont` leads
 * nowhere new.
 */
export function aliasesElsewhere<A extends { readonly name: string }>(contact: Named, aliases: readonly A[]): A[] {
  if (aliases.length === 0) return []
  const seen = new Set(['', ...[headword(contact), displayName(contact), spokenName(contact)].map(fuse)])
  return aliases.filter(({ name }) => {
    const key = fuse(name)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
