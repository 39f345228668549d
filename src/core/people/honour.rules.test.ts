import { describe, expect, it } from 'vitest'
import { honoursOf, honoursText, inOrderOfWear, printedHonours } from './honour.rules.ts'

const honour = (name: string, grade = '', year = '') => ({ name, grade, year })

describe('honours', () => {
  it.each([
    [
      'officier de la Légion d’honneur (1998), Palmes académiques',
      [honour('Légion d’honneur', 'officier', '1998'), honour('Palmes académiques')],
    ],
    ["Chevalier de l'ordre national du Mérite", [honour('ordre national du Mérite', 'chevalier')]],
    [
      'Commandeur des Arts et Lettres, 2004; Prix Invention',
      [honour('Arts et Lettres', 'commandeur', '2004'), honour('Prix Invention')],
    ],
    ['chevalière du Mérite agricole', [honour('Mérite agricole', 'chevalier')]],
    ['Grand’croix de la Légion d’honneur', [honour('Légion d’honneur', 'grand’croix')]],
    ['Officier', [honour('Officier')]],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(honoursOf(text)).toEqual(expected)
  })

  it('orders them as they are worn, and prints the highest grade of an order', () => {
    const all = [
      honour('Arts et Lettres'),
      honour('Légion d’honneur', 'chevalier'),
      honour('Légion d’honneur', 'officier'),
    ]
    expect(honoursText(printedHonours(inOrderOfWear(all)))).toBe('Légion d’honneur (officier), Arts et Lettres')
  })
})
