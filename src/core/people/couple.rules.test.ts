/** Couples as lists name them; each shape was seen in lists of associations, in French, English or German. */
import { describe, expect, test } from 'vitest'
import { splitCouple, splitCoupleCells } from './couple.rules.ts'
import type { SplitName } from './name-split.rules.ts'

/** `M. Jean de La DUPONT née X` of a person: civility, title, forename, particle, name. */
const said = ({ civility, title, firstName, particle, lastName, birthName }: SplitName): string =>
  [civility, title, firstName, particle, lastName, birthName === '' ? '' : `née ${birthName}`]
    .filter((part) => part !== '')
    .join(' ')

describe('one cell', () => {
  test.each([
    ['M. et Mme Jean DUPONT', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['M. et Mme DUPONT Jean', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['M et Mme DUPONT', 'M. DUPONT', 'Mme DUPONT'],
    ['M. & Mme Dupont', 'M. Dupont', 'Mme Dupont'],
    ['Mr et Mme Dupont', 'M. Dupont', 'Mme Dupont'],
    ['Monsieur et Madame Paul Durand', 'M. Paul Durand', 'Mme Durand'],
    ['M./Mme Jean DUPONT', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['M. ou Mme Jean DUPONT', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['M. Mme DUPONT', 'M. DUPONT', 'Mme DUPONT'],
    ['Mme et M. DUPONT', 'Mme DUPONT', 'M. DUPONT'],
    ['Mme et M. Jean DUPONT', 'Mme DUPONT', 'M. Jean DUPONT'],
    ['M. et Mme Jean et Marie DUPONT', 'M. Jean DUPONT', 'Mme Marie DUPONT'],
    ['M. et Mme DUPONT Jean et Marie', 'M. Jean DUPONT', 'Mme Marie DUPONT'],
    ['M. et Mme Charles de Gaulle', 'M. Charles de Gaulle', 'Mme de Gaulle'],
    ['M. et Mme de La Tour', 'M. de La Tour', 'Mme de La Tour'],
    ['M. et Mme Jean DUPONT née DURAND', 'M. Jean DUPONT', 'Mme DUPONT née DURAND'],
    ['Dr et Mme Pierre MARTIN', 'Dr Pierre MARTIN', 'Mme MARTIN'],
    ['DUPONT M. et Mme', 'M. DUPONT', 'Mme DUPONT'],
    ['DUPONT (M. et Mme)', 'M. DUPONT', 'Mme DUPONT'],
    ['DUPONT, M. et Mme Jean', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['Mr and Mrs John Smith', 'M. John Smith', 'Mme Smith'],
    ['Mr. & Mrs. Smith', 'M. Smith', 'Mme Smith'],
    ['Dr. and Mrs. John Smith', 'Dr John Smith', 'Mme Smith'],
    ['Herr und Frau Müller', 'M. Müller', 'Mme Müller'],
    ['Jean et Marie DUPONT', 'Jean DUPONT', 'Marie DUPONT'],
    ['Jean et Marie Dupont', 'Jean Dupont', 'Marie Dupont'],
    ['Jean & Marie Dupont', 'Jean Dupont', 'Marie Dupont'],
    ['Jean-Paul et Marie-Claude DUPONT', 'Jean-Paul DUPONT', 'Marie-Claude DUPONT'],
    ['Jean Pierre et Marie DUPONT', 'Jean Pierre DUPONT', 'Marie DUPONT'],
    ['JEAN ET MARIE DUPONT', 'JEAN DUPONT', 'MARIE DUPONT'],
    ['DUPONT Jean et Marie', 'Jean DUPONT', 'Marie DUPONT'],
    ['Dupont Jean et Marie', 'Jean Dupont', 'Marie Dupont'],
    ['DUPONT, Jean et Marie', 'Jean DUPONT', 'Marie DUPONT'],
    ['Dupont, Jean & Marie', 'Jean Dupont', 'Marie Dupont'],
    ['DUPONT-DURAND Jean et Marie', 'Jean DUPONT-DURAND', 'Marie DUPONT-DURAND'],
    ['Jean et Marie de La Fontaine', 'Jean de La Fontaine', 'Marie de La Fontaine'],
    ['M. Pierre MARTIN et Mme Claire DURAND', 'M. Pierre MARTIN', 'Mme Claire DURAND'],
    ['Pierre Martin et Claire Durand', 'Pierre Martin', 'Claire Durand'],
    ['Pierre MARTIN et Claire DURAND', 'Pierre MARTIN', 'Claire DURAND'],
    ['MARTIN Pierre et DURAND Claire', 'Pierre MARTIN', 'Claire DURAND'],
    ['Pierre MARTIN / Claire DURAND', 'Pierre MARTIN', 'Claire DURAND'],
    ['M. Jean et Mme Marie DUPONT', 'M. Jean DUPONT', 'Mme Marie DUPONT'],
    ['Mme Marie et M. Jean DUPONT', 'Mme Marie DUPONT', 'M. Jean DUPONT'],
    ['M. Dupont et Mme Durand', 'M. Dupont', 'Mme Durand'],
    ['DUPONT Jean et Marie née DURAND', 'Jean DUPONT', 'Marie DUPONT née DURAND'],
    ['Jean DUPONT et Mme', 'Jean DUPONT', 'Mme DUPONT'],
    ['M. Jean DUPONT et Madame', 'M. Jean DUPONT', 'Mme DUPONT'],
    ['Jean DUPONT et son épouse', 'Jean DUPONT', 'Mme DUPONT'],
    ['MM. Jean et Paul DUPONT', 'M. Jean DUPONT', 'M. Paul DUPONT'],
    ['Mmes Anne et Claire DURAND', 'Mme Anne DURAND', 'Mme Claire DURAND'],
    ['John and Mary Smith', 'John Smith', 'Mary Smith'],
    ['John Smith and Mary Jones', 'John Smith', 'Mary Jones'],
    ['Hans und Greta Müller', 'Hans Müller', 'Greta Müller'],
  ])('%s', (written, one, other) => {
    expect(splitCouple(written)?.map(said)).toEqual([one, other])
  })

  test.each([
    'Jean DUPONT',
    'M. Jean Dupont',
    'José Ortega y Gasset',
    'Martin et Fils',
    'Dupont et Associés',
    'Boulangerie Martin et Durand',
    'Les Amis de la Cité et de la Tour',
    'Ville et banlieue',
    'Famille DUPONT',
    'Jean, Marie et Paul DUPONT et Luc',
    'DUPONT et DURAND',
    'Jean et Marie',
    'Smith & Co',
    'Maître Cube',
    'Me Marie Durand',
    '',
    'et',
  ])('%s is not two people', (written) => {
    expect(splitCouple(written)).toBeUndefined()
  })
})

describe('several cells', () => {
  test.each([
    [{ civility: 'M. et Mme', firstName: 'Jean', lastName: 'DUPONT' }, 'M. Jean DUPONT', 'Mme DUPONT'],
    [{ civility: 'M Mme', firstName: '', lastName: 'Dupont' }, 'M. Dupont', 'Mme Dupont'],
    [{ civility: 'Mr & Mrs', firstName: 'John and Mary', lastName: 'Smith' }, 'M. John Smith', 'Mme Mary Smith'],
    [
      { civility: 'Monsieur et Madame', firstName: 'Jean et Marie', lastName: 'DUPONT' },
      'M. Jean DUPONT',
      'Mme Marie DUPONT',
    ],
    [{ civility: '', firstName: 'Jean et Marie', lastName: 'Dupont' }, 'Jean Dupont', 'Marie Dupont'],
    [
      { civility: '', firstName: 'Jean-Paul & Anne', lastName: 'de La Tour' },
      'Jean-Paul de La Tour',
      'Anne de La Tour',
    ],
    [{ civility: '', firstName: 'Jean / Marie', lastName: 'DUPONT / DURAND' }, 'Jean DUPONT', 'Marie DURAND'],
    [{ civility: '', firstName: 'Jean et Marie', lastName: 'DUPONT et DURAND' }, 'Jean DUPONT', 'Marie DURAND'],
    [{ civility: '', firstName: 'Jean', lastName: 'M. et Mme DUPONT' }, 'M. Jean DUPONT', 'Mme DUPONT'],
  ])('%j', (cells, one, other) => {
    expect(splitCoupleCells(cells)?.map(said)).toEqual([one, other])
  })
  test.each([
    { civility: 'M.', firstName: 'Jean', lastName: 'DUPONT' },
    { civility: '', firstName: 'Jean-Marie', lastName: 'DUPONT' },
    { civility: '', firstName: 'Anne', lastName: 'DUPONT et DURAND' },
    { civility: '', firstName: 'Jean et Marie', lastName: '' },
    { civility: '', firstName: '', lastName: 'Dupont et Fils' },
  ])('%j is one', (cells) => {
    expect(splitCoupleCells(cells)).toBeUndefined()
  })
})
