/** The names of a row, and rows that name nobody. Run on the reader's thread. */
import { fold } from '../kit/text.ts'
import { leadingParticle } from '../people/name.rules.ts'
import { knownCivility, splitName } from '../people/name-split.rules.ts'
import type { Cell, Desk } from './draft-desk.ts'

const sumWord = /^((sous|grand|sub) ?)?tota(l|ux)( general)?$|^(somme|effectif|sum)s?( totale?)?$/
/** A count or an amount, not a telephone: a few figures, with signs of money and of arithmetic. */
const longestFigure = 200
const figures = /^(?!(\D*\d){9})[\d\s.,+%€$£-]*$/

/** Whether a row is the sum under a list, which is nobody: a word for a sum, and nothing but figures beside it. */
export function isSum(desk: Desk, names: { readonly firstName: string; readonly lastName: string }): boolean {
  if (names.firstName === '' && /^(sous |grand )?tota(l|ux)\b/.test(fold(names.lastName))) return true
  const [word, ...others] = [...desk.columns]
    .flatMap(desk.of)
    .filter(({ text }) => text.length > longestFigure || !figures.test(text))
  return word !== undefined && others.length === 0 && sumWord.test(fold(word.text).trim())
}

/** The names of a row, a whole name in one cell taken apart; a doubt is said. */
export function namesOf(desk: Desk) {
  const whole = desk.of('fullName')[0]
  const written = {
    civility: desk.one('civility', 30),
    title: desk.one('title', 60),
    firstName: desk.one('firstName', 100),
    particle: desk.one('particle', 30),
    lastName: desk.one('lastName', 120),
    birthName: desk.one('birthName', 120),
  }
  if (written.lastName === '' && written.firstName === '' && whole !== undefined) splitWhole(desk, whole, written)
  // A form of address typed as the forename: `Mr`, `Jones`.
  const civility =
    written.lastName === '' || /^.\.?$/.test(written.firstName) ? undefined : knownCivility(written.firstName)
  if (civility !== undefined && written.civility === '') Object.assign(written, { civility, firstName: '' })
  if (written.lastName === '' && written.birthName !== '') {
    written.lastName = written.birthName
    written.birthName = ''
  }
  // A file with a column of particles says by an empty cell that there is none to be taken off.
  if (written.particle === '' && !desk.columns.has('particle')) {
    const { particle, lastName } = leadingParticle(written.lastName)
    if (particle.length <= 30) Object.assign(written, { particle, lastName })
  }
  return written
}

type WrittenNames = Record<'civility' | 'title' | 'firstName' | 'particle' | 'lastName' | 'birthName', string>

function splitWhole(desk: Desk, cell: Cell, written: WrittenNames): void {
  const nameFirst = /^noms?\b.*\bprenoms?\b|^last\b.*\bfirst|^file as/.test(fold(cell.header))
  const split = splitName(nameFirst ? withComma(cell.text) : cell.text)
  if (split.lastName.length > 120 || split.firstName.length > 100)
    desk.refuse('tooLong', cell, String(cell.text.length))
  if (split.doubt === 'couple') desk.warn('couple', cell)
  written.lastName = split.lastName
  written.firstName = split.firstName
  written.particle ||= split.particle
  written.civility ||= split.civility
  written.title ||= split.title
  written.birthName ||= split.birthName
}

/** Under a header that says the name comes first, two plain words are told apart by a comma. */
const withComma = (text: string): string =>
  /^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*$/u.test(text) ? text.replace(' ', ', ') : text
