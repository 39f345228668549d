import { describe, expect, test } from 'vitest'
import { contactInput } from '../people.requests.ts'
import { reasonWords } from './duplicate-words.rules.ts'
import {
  describedContact,
  likeness,
  nearlyCertainFrom,
  shownFrom,
  traitsOf,
  warnedFrom,
  weights,
} from './duplicates.rules.ts'
import { bareName, forenameLikeness, forenameWords, lettersApart, soundOf, wholeName } from './likeness.rules.ts'

type Given = Record<string, unknown>
const person = (given: Given) =>
  traitsOf(describedContact(contactInput.parse({ kind: 'person', lastName: '', ...given })))
const compared = (one: Given, other: Given, expected?: number) => {
  const { score, reasons } = likeness(person(one), person(other), expected)
  return { score, rules: reasons.map(({ rule }) => rule) }
}
const jean = { firstName: 'Jean', lastName: 'Dupont' }
const reach = {
  phones: [{ label: '', number: '+33612345678' }],
  emails: [{ label: '', address: 'dupont@exemple.org' }],
  addresses: [{ street: '12 rue de la Gare', postcode: '53000', city: 'Laval' }],
} as unknown as Given

describe('names', () => {
  test.each([
    ['Müller', 'Mueller'],
    ['Van der Berg', 'VANDERBERG'],
    ['Le Blanc', 'Leblanc'],
    ['L’Hermitte', 'LHERMITTE'],
    ['Ørsted', 'Orsted'],
    ['Чайковский', 'Chaikovskii'],
  ])('%s is written %s too', (one, other) => expect(wholeName(one)).toBe(wholeName(other)))

  test.each([
    ['de La Fontaine', 'Fontaine'],
    ['von der Leyen', 'Leyen'],
    ['d’Ormesson', 'Ormesson'],
    ['Le', 'Le'],
  ])('%s without its particle is %s', (one, other) => expect(bareName(one)).toBe(bareName(other)))

  test.each([
    ['Chevtchenko', 'Shevchenko'],
    ['Mohammed', 'Muhamad'],
    ['Abdelkarim', 'Abdalkareem'],
    ['Dupont', 'Dupond'],
    ['Lefebvre', 'Lefèvre'],
    ['Papadopoulos', 'Papadopulos'],
    ['Yovanovic', 'Jovanović'],
  ])('%s sounds like %s', (one, other) => expect(soundOf(wholeName(one))).toBe(soundOf(wholeName(other))))

  test('letters apart count an exchange of neighbours as one, and stop early', () => {
    expect(lettersApart('martin', 'matrin', 2)).toBe(1)
    expect(lettersApart('durand', 'durant', 2)).toBe(1)
    expect(lettersApart('durand', 'martin', 2)).toBe(3)
  })

  test.each([
    ['Jean', 'JEAN', 'same'],
    ['Jean', 'J.', 'initial'],
    ['Jean-Pierre', 'J.-P.', 'initial'],
    ['Jean', 'P.', 'other'],
    ['Alexandre', 'Sacha', 'nickname'],
    ['Élisabeth', 'Babeth', 'nickname'],
    ['Jean', 'Jean-Pierre', 'longer'],
    ['Stéphane', 'Stefane', 'spelling'],
    ['Marie', 'Paul', 'other'],
    ['Marie', '', 'unknown'],
  ])('%s and %s: %s', (one, other, how) => expect(forenameLikeness(forenameWords(one), forenameWords(other))).toBe(how))
})

describe('two records', () => {
  test('of one name: common names need something else in common, rare ones do not', () => {
    expect(compared(jean, jean).score).toBeLessThan(shownFrom)
    expect(compared(jean, jean).score).toBeGreaterThanOrEqual(warnedFrom)
    expect(compared(jean, jean, 0.01).score).toBeGreaterThanOrEqual(shownFrom)
    expect(compared({ ...jean, ...reach }, { ...jean, ...reach }).score).toBeGreaterThanOrEqual(nearlyCertainFrom)
  })

  test.each([
    ['a mistyped name with a phone', { lastName: 'Dupomt' }, 'spelledName'],
    ['name and forename exchanged', { firstName: 'Dupont', lastName: 'Jean' }, 'swappedName'],
    ['the name at birth', { lastName: 'Martin', birthName: 'Dupont' }, 'otherName'],
    ['the name when studying', { lastName: 'Martin', studiedName: 'DUPONT' }, 'otherName'],
    ['an alias', { lastName: 'Martin', aliases: [{ name: 'Dupont' }] }, 'otherName'],
    ['a compound name', { lastName: 'Dupont-Martin' }, 'otherName'],
    ['a particle left out', { particle: 'de' }, 'sameName'],
    ['an initial', { firstName: 'J.' }, 'initial'],
  ])('%s', (_, given, rule) => {
    const { score, rules } = compared({ ...jean, ...reach }, { ...jean, phones: reach.phones, ...given } as Given)
    expect(rules).toContain(rule)
    expect(score).toBeGreaterThanOrEqual(shownFrom)
  })

  test('of a couple are two, whatever they share', () => {
    const { score, rules } = compared(
      { ...jean, ...reach, civility: 'M.' },
      { ...jean, ...reach, civility: 'Mme', firstName: 'Anne' },
    )
    expect(rules).toContain('sameEmail')
    expect(score).toBeLessThan(warnedFrom)
    expect(compared({ ...jean, ...reach }, { firstName: 'Anne', lastName: 'Martin', ...reach }).score).toBe(0)
    const letter = compared(
      { ...jean, ...reach, firstName: 'Michel', civility: 'M.' },
      { ...jean, ...reach, firstName: 'Michèle', civility: 'Mme' },
    )
    expect(letter.score).toBeLessThan(shownFrom)
  })

  test('a civility ticked amiss does not part one name at one address', () => {
    const home = { street: '4 rue Haute', postcode: '69001', city: 'Lyon' }
    const { score, rules } = compared(
      { civility: 'M.', firstName: 'Gérard', lastName: 'Lefèvre', addresses: [home] },
      { civility: 'Mme', firstName: 'Gerard', lastName: 'Lefevre', addresses: [home] },
    )
    expect(rules).toContain('otherCivility')
    expect(score).toBeGreaterThanOrEqual(shownFrom)
  })

  test('of father and son are two: births, or what follows the name', () => {
    const home = { ...jean, ...reach }
    expect(compared({ ...home, born: '1930-05-01' }, { ...home, born: '1962-03-12' }).score).toBeLessThan(shownFrom)
    expect(
      compared({ ...jean, suffix: 'père', phones: reach.phones }, { ...jean, suffix: 'fils', phones: reach.phones })
        .score,
    ).toBeLessThan(shownFrom)
  })

  test('births agree as far as both are known, and one figure may be mistyped', () => {
    const rules = (one: string, other: string) => compared({ ...jean, born: one }, { ...jean, born: other }).rules
    expect(rules('1962-05-31', '1962-05-31')).toContain('sameBirth')
    expect(rules('1962', '1962-05-31')).toContain('sameBirthYear')
    expect(rules('1962-05-03', '1962-03-05')).toContain('closeBirth')
    expect(rules('1962-05-31', '1952-05-31')).toContain('closeBirth')
    expect(rules('1962-05-31', '1971-01-02')).toContain('otherBirth')
  })

  test('a person and an organisation never', () => {
    const house = traitsOf(describedContact(contactInput.parse({ kind: 'organisation', name: 'Dupont' })))
    expect(likeness(person(jean), house).score).toBe(0)
  })

  test('every rule has its words, and no weight is nought', () => {
    expect(Object.keys(reasonWords).sort()).toEqual(Object.keys(weights).sort())
    expect(Object.values(weights)).not.toContain(0)
  })
})
