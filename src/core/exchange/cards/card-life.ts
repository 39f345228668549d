/** Days of a life as cards write them (RFC 6350, 4.3 and 6.2.5; RFC 6474), known in part or without their year. */
import { isBefore, isInCalendar } from '../../people/day.rules.ts'
import { earliestBirth } from '../../people/life.rules.ts'
import { dayInCell } from '../life-cells.ts'
import type { CardDesk } from './card-desk.ts'
import type { CardWord } from './card-words.ts'
import { type Property, paramOf, textOf } from './vcard-values.ts'

/** `19620531`, `1962-05-31T00:00:00Z`, `1962-05`, `1962`; undefined when no year is said, or it is no day. */
export function dayOfCard(property: Property): string | undefined {
  const text = textOf(property).trim()
  const omitted = paramOf(property, 'X-APPLE-OMIT-YEAR')
  if (omitted !== '' && text.startsWith(omitted)) return undefined
  if (/^text$/i.test(paramOf(property, 'VALUE')) && !/^\d{4}(-?\d\d){0,2}$/.test(text)) return undefined
  const basic = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ]\d\d.*)?$/.exec(text)
  if (basic === null) return dayInCell(text)
  const day = basic
    .slice(1)
    .filter((part) => part !== undefined)
    .join('-')
  return isInCalendar(day) ? day : undefined
}

/** A day of the card; one that cannot be kept stays as written under a word, and is said. */
function dayFrom(desk: CardDesk, properties: readonly Property[], word: CardWord): string {
  let found = ''
  for (const property of properties) {
    const text = textOf(property).trim()
    if (text === '') continue
    const day = dayOfCard(property)
    if (day !== undefined && found === '' && !isBefore(day, earliestBirth)) found = day
    else if (day !== found) {
      desk.warn('dayUnread', property)
      desk.keep(word, text)
    }
  }
  return found
}

export function lifeOfCard(desk: CardDesk) {
  let born = dayFrom(desk, desk.of('BDAY', 'X-AMICALE-BDAY'), 'birth')
  const died = dayFrom(desk, desk.of('DEATHDATE', 'X-DEATHDATE', 'X-AMICALE-DEATHDATE'), 'death')
  if (isBefore(died, born)) {
    desk.warn('dayUnread', desk.of('BDAY')[0])
    desk.keep('birth', born)
    born = ''
  }
  for (const place of desk.of('DEATHPLACE')) desk.keep('deathPlace', textOf(place))
  return {
    born,
    died,
    birthPlace: desk.text('BIRTHPLACE', 120) || desk.text('X-AMICALE-BIRTHPLACE', 120),
    pronoun: desk.text('PRONOUNS', 30) || desk.text('X-AMICALE-PRONOUNS', 30),
  }
}

/** What only people have, kept aside on an organisation. */
export function lifeAside(desk: CardDesk): void {
  for (const property of desk.of('BDAY')) desk.keep('birth', textOf(property))
  for (const property of desk.of('DEATHDATE')) desk.keep('death', textOf(property))
}
