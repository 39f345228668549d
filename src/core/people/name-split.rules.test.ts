import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayName } from './name.rules.ts'
import { type SplitName, splitName, unshouted } from './name-split.rules.ts'

const said = (name: string): Partial<SplitName> =>
  Object.fromEntries(Object.entries(splitName(name)).filter(([, value]) => value !== ''))

describe('splitting a full name', () => {
  it.each<[string, Partial<SplitName>]>([
    ['Jean de La Fontaine', { firstName: 'Jean', particle: 'de La', lastName: 'Fontaine' }],
    ['La Fontaine, Jean de', { firstName: 'Jean', particle: 'de La', lastName: 'Fontaine' }],
    ['La Fontaine Jean (de)', { firstName: 'Jean', particle: 'de La', lastName: 'Fontaine' }],
    ['La Fontaine (Jean de)', { firstName: 'Jean', particle: 'de La', lastName: 'Fontaine' }],
    ['DE LA FONTAINE Jean', { firstName: 'Jean', particle: 'de La', lastName: 'FONTAINE' }],
    ['DUPONT Marie-Claire', { firstName: 'Marie-Claire', lastName: 'DUPONT' }],
    ['Marie-Claire DUPONT', { firstName: 'Marie-Claire', lastName: 'DUPONT' }],
    ['SAINT-MARTIN Luc', { firstName: 'Luc', lastName: 'SAINT-MARTIN' }],
    ['Luc SAINT MARTIN', { firstName: 'Luc', lastName: 'SAINT MARTIN' }],
    ['DUPONT MARTIN Luc', { firstName: 'Luc', lastName: 'DUPONT MARTIN' }],
    ['Charles de GAULLE', { firstName: 'Charles', particle: 'de', lastName: 'GAULLE' }],
    ['de GAULLE Charles', { firstName: 'Charles', particle: 'de', lastName: 'GAULLE' }],
    ['de Gaulle Charles', { firstName: 'Charles', particle: 'de', lastName: 'Gaulle' }],
    ["D'ALEMBERT Jean", { firstName: 'Jean', particle: "d'", lastName: 'ALEMBERT' }],
    ['Jean d’Alembert', { firstName: 'Jean', particle: 'd’', lastName: 'Alembert' }],
    ['Robert McDONALD', { firstName: 'Robert', lastName: 'McDONALD' }],
    ['VAN DEN BERG Jan', { firstName: 'Jan', particle: 'Van Den', lastName: 'BERG' }],
    ['Ludwig van Beethoven', { firstName: 'Ludwig', particle: 'van', lastName: 'Beethoven' }],
    ['Ursula von der Leyen', { firstName: 'Ursula', particle: 'von der', lastName: 'Leyen' }],
    ['María José de los Ríos', { firstName: 'María José', particle: 'de los', lastName: 'Ríos' }],
    ['Ahmed Ben Ali', { firstName: 'Ahmed', particle: 'Ben', lastName: 'Ali' }],
    ['Le Gall Yann', { firstName: 'Yann', particle: 'Le', lastName: 'Gall' }],
    ['El Hadji Diop', { firstName: 'El Hadji', lastName: 'Diop' }],
    ['Van Nguyen', { firstName: 'Van', lastName: 'Nguyen' }],
    ['Antoine de Saint-Exupéry', { firstName: 'Antoine', particle: 'de', lastName: 'Saint-Exupéry' }],
    ['Juan Velasquez y Garcia', { firstName: 'Juan', lastName: 'Velasquez y Garcia' }],
    ['Jill St. John', { firstName: 'Jill', lastName: 'St. John' }],
    ['Jane Mac Beth', { firstName: 'Jane', lastName: 'Mac Beth' }],
    ['de Gaulle', { particle: 'de', lastName: 'Gaulle' }],
    ['J. R. R. Tolkien', { firstName: 'J. R. R.', lastName: 'Tolkien' }],
    ['M. Jean Dupont', { civility: 'M.', firstName: 'Jean', lastName: 'Dupont' }],
    ['Monsieur Paul Martin', { civility: 'M.', firstName: 'Paul', lastName: 'Martin' }],
    ['Pr. Anne L’Huillier', { title: 'Pr', firstName: 'Anne', lastName: 'L’Huillier' }],
    ['Mme le Dr', { civility: 'Mme', particle: 'le', lastName: 'Dr' }],
    ['Mme Marie DUPONT née MARTIN', { civility: 'Mme', firstName: 'Marie', lastName: 'DUPONT', birthName: 'MARTIN' }],
    ['Marie Dupont (née de Gaulle)', { firstName: 'Marie', lastName: 'Dupont', birthName: 'de Gaulle' }],
    ['DUPONT Marie épouse MARTIN', { firstName: 'Marie', lastName: 'MARTIN', birthName: 'DUPONT' }],
    ['John Doe, Jr.', { firstName: 'John', lastName: 'Doe', suffix: 'Jr.' }],
    ['Smith Jr., John', { firstName: 'John', lastName: 'Smith', suffix: 'Jr.' }],
    ['John Doe III', { firstName: 'John', lastName: 'Doe', suffix: 'III' }],
    ['M. et Mme Dupont', { lastName: 'M. et Mme Dupont', doubt: 'couple' }],
    ['M et Mme DUPONT Jean', { lastName: 'M et Mme DUPONT Jean', doubt: 'couple' }],
    ['M. & Mme Dupont', { lastName: 'M. & Mme Dupont', doubt: 'couple' }],
    ['Jean et Marie Dupont', { lastName: 'Jean et Marie Dupont', doubt: 'couple' }],
    ['Sœur Claire', { title: 'Sœur', firstName: 'Claire' }],
    ['The Rt Hon John Jones', { title: 'The Rt Hon', firstName: 'John', lastName: 'Jones' }],
    ['Marie Dupont (Mimi)', { firstName: 'Marie (Mimi)', lastName: 'Dupont' }],
    ['Larry James Johnson V', { firstName: 'Larry James', lastName: 'Johnson', suffix: 'V' }],
    ['Reine Dupont', { firstName: 'Reine', lastName: 'Dupont' }],
    ['Sam Smith 😊', { firstName: 'Sam', lastName: 'Smith' }],
    ['Madonna', { lastName: 'Madonna', doubt: 'oneWord' }],
    ['山田太郎', { lastName: '山田太郎', doubt: 'oneWord' }],
    ['DUPONT MARTIN', { firstName: 'DUPONT', lastName: 'MARTIN', doubt: 'order' }],
    ['', {}],
    ['  ', {}],
  ])('%s', (name, expected) => {
    expect(said(name)).toEqual(expected)
  })

  it('gives back every name it shows', () => {
    for (const name of [
      'La Fontaine Jean (de)',
      'Alembert Jean (d’)',
      'Leyen Ursula (von der)',
      'Ríos José (de los)',
    ]) {
      expect(displayName({ kind: 'person', ...splitName(name) })).toBe(name)
    }
  })

  it('loses no letter and does not fail, whatever it is given', () => {
    const letters = (text: string): string =>
      [...text.toLowerCase().matchAll(/\p{L}/gu)]
        .map(([one]) => one)
        .sort()
        .join('')
    const word = fc.constantFrom(
      'Jean',
      'DUPONT',
      'de',
      'La',
      'd’',
      'van',
      'J.',
      'Ben',
      'Marie-Claire',
      ',',
      '(',
      ')',
      'DE',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (parts) => {
        const { doubt: _doubt, ...fields } = splitName(parts.join(' '))
        expect(letters(Object.values(fields).join(''))).toBe(letters(parts.join('')))
      }),
      { numRuns: 2000 },
    )
  })
})

it('puts a name typed in capitals in ordinary letters, and no other', () => {
  const names = ['DUPONT-MARTIN', 'MCDONALD', 'O’BRIEN', 'ÉTIENNE', 'LI', 'LE GALL', 'Dupont', 'McDONALD', 'J.']
  expect(names.map(unshouted)).toEqual([
    ...['Dupont-Martin', 'McDonald', 'O’Brien', 'Étienne', 'Li', 'Le Gall', 'Dupont', 'McDONALD', 'J.'],
  ])
})
