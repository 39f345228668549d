import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryCodes } from '../kit/country-codes.ts'
import type { PostalAddress } from './address.rules.ts'
import { addresseeOf } from './households/addressee.rules.ts'
import { organisationLines, plainCapitals, postalLines } from './postal.rules.ts'

const none: PostalAddress = {
  ...{ complement: '', street: '', locality: '', postcode: '', city: '', region: '', country: 'FR', override: '' },
}
const paper = { language: 'fr', home: 'FR' } as const
const lines = (address: Partial<PostalAddress>, addressee: readonly string[] = []) =>
  postalLines(addressee, { ...none, ...address }, paper).lines

describe('French envelopes (NF Z 10-011)', () => {
  it.each<[Partial<PostalAddress>, readonly string[]]>([
    [{ street: '12, rue de l’Église', postcode: '75005', city: 'Paris' }, ['12 RUE DE L EGLISE', '75005 PARIS']],
    [{ street: '5 bis, rue Haute', postcode: '21000', city: 'Dijon' }, ['5 B RUE HAUTE', '21000 DIJON']],
    [{ street: '5bis rue Haute', city: 'Dijon' }, ['5 B RUE HAUTE', 'DIJON']],
    [{ street: '7 ter place X' }, ['7 T PLACE X']],
    [{ street: '9 quater rue X' }, ['9 Q RUE X']],
    [{ street: '12/14 rue Basse' }, ['12 RUE BASSE']],
    [{ street: '12-14, rue Basse' }, ['12 RUE BASSE']],
    [{ street: '4 à 8 rue Basse' }, ['4 RUE BASSE']],
    [{ street: '3 et 5 rue Basse' }, ['3 RUE BASSE']],
    [{ street: '8 rue du 11 Novembre' }, ['8 RUE DU 11 NOVEMBRE']],
    [{ street: 'Rue du 8 mai 1945' }, ['RUE DU 8 MAI 1945']],
    [{ street: '1 rue Saint-Jacques' }, ['1 RUE SAINT JACQUES']],
    [{ locality: 'Saint-Hilaire', postcode: '42000', city: 'Saint-Étienne' }, ['ST HILAIRE', '42000 ST ETIENNE']],
    [{ postcode: '83120', city: 'Sainte-Maxime' }, ['83120 STE MAXIME']],
    [{ city: 'Saintes', postcode: '17100' }, ['17100 SAINTES']],
    [{ postcode: '94240', city: 'L’Haÿ-les-Roses' }, ['94240 L HAY LES ROSES']],
    [{ postcode: '62000', city: 'Œuf-en-Ternois' }, ['62000 OEUF EN TERNOIS']],
    [
      { street: 'Bd X', locality: 'BP 90', postcode: '75231', city: 'Paris Cedex 5' },
      ['BD X', 'BP 90', '75231 PARIS CEDEX 05'],
    ],
    [{ postcode: '75231', city: 'PARIS CEDEX 15' }, ['75231 PARIS CEDEX 15']],
    [{ postcode: '38054', city: 'Grenoble Cedex' }, ['38054 GRENOBLE CEDEX']],
    // Lines 1 to 3 may carry any sign.
    [{ complement: 'Bât. B, esc. 2', street: '1 rue X' }, ['Bât. B, esc. 2', '1 RUE X']],
    [
      { complement: 'Appartement 12, Résidence des Bords de Loire', street: '1 rue X' },
      ['Appartement 12', 'Résidence des Bords de Loire', '1 RUE X'],
    ],
    // Shortened beyond 32 characters without the number, and not before.
    [{ street: '12 avenue du Maréchal Foch' }, ['12 AVENUE DU MARECHAL FOCH']],
    [{ street: '112 avenue du Maréchal de Lattre de Tassigny' }, ['112 AV DU MAL DE LATTRE DE TASSIGNY']],
    [{ postcode: '97400', city: 'Saint-Denis', country: 'RE' }, ['97400 ST DENIS']],
    [{ postcode: '98000', city: 'Monaco', country: 'MC' }, ['98000 MONACO']],
    [{ override: 'Chez X\n1, rue Étroite' }, ['Chez X', '1, rue Étroite']],
    [{ region: 'Bretagne', postcode: '35000', city: 'Rennes' }, ['35000 RENNES']],
    [{}, []],
  ])('%j', (address, expected) => {
    expect(lines(address)).toEqual(expected)
  })

  it('begins with a person as written', () => {
    const person = {
      kind: 'person',
      civility: 'Mme',
      firstName: 'Hélène',
      particle: 'de',
      lastName: 'La Tour',
    } as const
    expect(lines({ street: '1 rue X', postcode: '75005', city: 'Paris' }, addresseeOf([person], 'fr').lines)).toEqual([
      'Mme Hélène de La Tour',
      '1 RUE X',
      '75005 PARIS',
    ])
  })

  it('begins with an organisation, then the person or department', () => {
    const organisation = { kind: 'organisation', name: 'Fondation d’Été' } as const
    const place = {
      complement: 'ZI Nord',
      street: '1 rue X',
      locality: 'BP 3',
      postcode: '75731',
      city: 'Paris Cedex 15',
    }
    expect(postalLines(organisationLines(organisation, 'Service des bourses'), { ...none, ...place }, paper)).toEqual({
      lines: ['Fondation d’Été', 'Service des bourses', 'ZI Nord', '1 RUE X', 'BP 3', '75731 PARIS CEDEX 15'],
      warnings: [],
    })
    expect(organisationLines(organisation)).toEqual(['Fondation d’Été'])
  })
})

describe('envelopes abroad (UPU)', () => {
  it.each<[Partial<PostalAddress>, readonly string[]]>([
    [
      { street: 'Königstraße 6', postcode: '50667', city: 'Köln', country: 'DE' },
      ['Königstraße 6', '50667 KÖLN', 'ALLEMAGNE'],
    ],
    [
      { street: '10 Downing Street', postcode: 'sw1a 2aa', city: 'London', country: 'GB' },
      ['10 Downing Street', 'LONDON', 'SW1A 2AA', 'ROYAUME UNI'],
    ],
    [{ street: '1 X', city: 'Abidjan', country: 'CI' }, ['1 X', 'ABIDJAN', 'COTE D IVOIRE']],
    [{ street: '1 X', postcode: '35000', city: 'İzmir', country: 'TR' }, ['1 X', '35000 İZMİR', 'TURQUIE']],
    [{ street: '1 X', postcode: '10558', city: 'Αθήνα', country: 'GR' }, ['1 X', '10558 ΑΘΗΝΑ', 'GRECE']],
    [{ street: '1 X', postcode: '1000', city: 'Bruxelles', country: 'BE' }, ['1 X', '1000 BRUXELLES', 'BELGIQUE']],
    [
      { street: '1600 X Ave', postcode: '20500', city: 'Washington', region: 'dc', country: 'US' },
      ['1600 X Ave', 'WASHINGTON, DC 20500', 'ETATS UNIS'],
    ],
    [{ street: 'Fő utca 1', postcode: '9021', city: 'Győr', country: 'HU' }, ['9021 GYŐR', 'Fő utca 1', 'HONGRIE']],
  ])('%j', (address, expected) => {
    expect(lines(address)).toEqual(expected)
  })

  it('leaves the association’s own country out, and names France from elsewhere', () => {
    const swiss = { ...none, street: 'Rue X 1', postcode: '1200', city: 'Genève', country: 'CH' }
    expect(postalLines([], swiss, { language: 'fr', home: 'CH' }).lines).toEqual(['Rue X 1', '1200 GENÈVE'])
    const french = { ...none, postcode: '97400', city: 'Saint-Denis', country: 'RE' }
    expect(postalLines([], french, { language: 'en', home: 'CH' }).lines).toEqual(['97400 ST DENIS', 'REUNION'])
    expect(postalLines([], { ...none, city: 'Paris' }, { language: 'en', home: 'CH' }).lines).toEqual([
      'PARIS',
      'FRANCE',
    ])
  })

  it('has the country alone on the last line, in capitals, in French or English, for every country', () => {
    const wrong = countryCodes.flatMap((country) =>
      (['fr', 'en'] as const).filter((language) => {
        const block = postalLines([], { ...none, street: '1 X', city: 'y', country }, { language, home: 'XX' })
        return !/^[A-Z][A-Z ]+$/.test(block.lines.at(-1) ?? '')
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('what does not fit', () => {
  it('is said, line by line, and nothing is cut', () => {
    const street = '1 rue de la Grande Bibliothèque Municipale des Sciences'
    const block = postalLines(
      ['X'.repeat(39), 'Y'.repeat(38)],
      { ...none, street, city: 'Paris', postcode: '75005' },
      paper,
    )
    expect(block.lines).toEqual([
      'X'.repeat(39),
      'Y'.repeat(38),
      '1 RUE DE LA GRANDE BIBLIOTHEQUE MUNICIPALE DES SCIENCES',
      '75005 PARIS',
    ])
    expect(block.warnings).toEqual([
      { kind: 'longLine', line: 1, length: 39, most: 38 },
      { kind: 'longLine', line: 3, length: 55, most: 38 },
    ])
  })

  it('counts lines: six inland, seven abroad', () => {
    const three = ['A', 'B', 'C']
    const place = { complement: 'c', street: 's', locality: 'l', postcode: '1', city: 'v' }
    expect(postalLines(three, { ...none, ...place }, paper).warnings).toEqual([
      { kind: 'manyLines', count: 7, most: 6 },
    ])
    expect(postalLines(three, { ...none, ...place, complement: '' }, paper).warnings).toEqual([])
    expect(postalLines(three, { ...none, ...place, complement: '', country: 'BE' }, paper).warnings).toEqual([])
  })

  it('never loses a letter or a figure of a street or town, but for what the norm shortens', () => {
    const word = fc.constantFrom('Été', 'GRAND', 'L’Isle', 'Œuvre', 'n°', '27', 'Ålesund', 'ßtrasse', 'Ðor', '&')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { maxLength: 4 }),
        (city, addressee) => {
          const block = postalLines(addressee, { ...none, city: city.join(' ') }, paper)
          expect(block.lines.at(-1)).toBe(plainCapitals(city.join(' ')))
          expect(block.lines.slice(0, -1)).toEqual(addressee)
          expect(block.lines.at(-1)).toMatch(/^[A-Z0-9 ]*$/)
        },
      ),
    )
  })
})
