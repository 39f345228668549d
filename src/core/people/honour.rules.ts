/**
 * Honours: how a list of them is read, ordered and printed. Orders of wear and grades: rules-fr.md 5.3, 11. Only the
 * highest grade of an order is printed; no norm gives abbreviations, so none are made up.
 */
import { fold } from '../kit/text.ts'

export type Honour = { readonly name: string; readonly grade: string; readonly year: string }

/** Orders and medals of France in the order they are worn. */
export const knownHonours: readonly string[] = [
  'Légion d’honneur',
  'ordre de la Libération',
  'Médaille militaire',
  'ordre national du Mérite',
  'croix de guerre 1914-1918',
  'croix de guerre 1939-1945',
  'croix de guerre des théâtres d’opérations extérieurs',
  'croix de la Valeur militaire',
  'Médaille de la Résistance',
  'médaille des évadés',
  'Palmes académiques',
  'Mérite agricole',
  'Mérite maritime',
  'Arts et Lettres',
]

/** Grades and dignities, from the lowest. */
export const honourGrades: readonly string[] = ['chevalier', 'officier', 'commandeur', 'grand officier', 'grand’croix']

const gradeRank = (grade: string): number => honourGrades.findIndex((known) => fold(known) === fold(grade))

const worn: ReadonlyMap<string, number> = new Map(knownHonours.map((name, at) => [fold(name), at]))
const wearRank = (name: string): number => worn.get(fold(name)) ?? knownHonours.length

/** In the order they are worn; honours we do not know follow, in the order given. */
export const inOrderOfWear = <H extends Honour>(honours: readonly H[]): H[] =>
  [...honours].sort((one, other) => wearRank(one.name) - wearRank(other.name))

const yearAtEnd = /[\s,]*\(?\b((?:18|19|20)\d{2})\)?$/u
/** As we write them: `Légion d’honneur (officier, 1998)`, parted by semicolons. */
const inBrackets = /^(.*\S)\s*\((?!\d{4}\))([^(),]+)(?:,\s*((?:18|19|20)\d{2}))?\)$/u
const ownParts = /[;\n]/
const anyParts = /[,;\n](?![^()]*\))(?!\s*\(?\d{4}\)?\s*(?:[,;\n]|$))/
const gradeFirst = new RegExp(
  `^(${honourGrades
    .map((grade) => grade.replace('’', "[’']"))
    .toReversed()
    .join('|')}|chevalière|officière|commandeure)` +
    "(?:\\s+(?:de\\s+la|de\\s+l[’']|de\\s+l[’'](?=\\p{L})|dans\\s+l[’']|des|de|du)\\s*|\\s+)",
  'iu',
)
const feminine: Readonly<Record<string, string>> = {
  chevaliere: 'chevalier',
  officiere: 'officier',
  commandeure: 'commandeur',
}

/** A text such as `officier de la Légion d’honneur (1998), Palmes académiques` as a list. Nothing said is lost. */
export function honoursOf(text: string): Honour[] {
  const parted = /[;\n]/.test(text) && text.includes('(') ? ownParts : anyParts
  return text
    .split(parted)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const bracketed = inBrackets.exec(part)
      if (bracketed !== null) {
        const [, name = '', grade = '', year = ''] = bracketed
        return { name, grade, year }
      }
      const year = yearAtEnd.exec(part)?.[1] ?? ''
      const words = part.replace(yearAtEnd, '').trim()
      const grade = gradeFirst.exec(words)
      if (words === '' || grade === null) return { name: words === '' ? part : words, grade: '', year }
      const written = (grade[1] ?? '').toLowerCase().replace("'", '’')
      const rest = words.slice(grade[0].length).trim()
      return rest === ''
        ? { name: words, grade: '', year }
        : {
            name: rest.replace(/^arts et des lettres$/iu, 'Arts et Lettres'),
            grade: feminine[fold(written)] ?? written,
            year,
          }
    })
}

/** The highest grade of each order, in the order given: what a paper prints. */
export function printedHonours<H extends Honour>(honours: readonly H[]): readonly H[] {
  return honours.filter(
    (honour) =>
      !honours.some(
        (other) =>
          other !== honour &&
          fold(other.name) === fold(honour.name) &&
          gradeRank(other.grade) > gradeRank(honour.grade),
      ),
  )
}

/** Honours as one line, years left out: `Légion d’honneur (officier), Palmes académiques`. */
export const honoursText = (honours: readonly Honour[]): string =>
  honours.map(({ name, grade }) => (grade === '' ? name : `${name} (${grade})`)).join(', ')
