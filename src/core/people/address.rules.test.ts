import { describe, expect, it } from 'vitest'
import { countryCodes } from '../kit/country-codes.ts'
import { addressLines, addressOn, holdsOn, type PostalAddress, timeOf } from './address.rules.ts'
import { countryCode, countryName, countryTyped } from './country.rules.ts'

const none: PostalAddress = {
  ...{ complement: '', street: '', locality: '', postcode: '', city: '', region: '', country: '', override: '' },
}
const paper = { language: 'fr', home: 'FR' } as const

describe('addresses in a paper', () => {
  it.each<[Partial<PostalAddress>, readonly string[]]>([
    [
      { complement: 'Bât. B', street: '12 rue de l’Église', postcode: '75005', city: 'Paris', country: 'FR' },
      ['Bât. B', '12 rue de l’Église', '75005 Paris'],
    ],
    [
      { street: '1 rue X', locality: 'BP 90', postcode: '75231', city: 'Paris CEDEX 05', country: 'FR' },
      ['1 rue X', 'BP 90', '75231 Paris CEDEX 05'],
    ],
    [{ street: '1 rue X', postcode: '97400', city: 'Saint-Denis', country: 'RE' }, ['1 rue X', '97400 Saint-Denis']],
    [
      { street: 'Unter den Linden 6', postcode: '10099', city: 'Berlin', country: 'DE' },
      ['Unter den Linden 6', '10099 Berlin', 'Allemagne'],
    ],
    [
      { street: '10 Downing Street', postcode: 'SW1A 2AA', city: 'London', country: 'GB' },
      ['10 Downing Street', 'London', 'SW1A 2AA', 'Royaume-Uni'],
    ],
    [
      { street: '1600 Pennsylvania Ave', postcode: '20500', city: 'Washington', region: 'DC', country: 'US' },
      ['1600 Pennsylvania Ave', 'Washington, DC 20500', 'États-Unis'],
    ],
    [
      { street: '1 rue X', postcode: 'H2X 1Y4', city: 'Montréal', region: 'QC', country: 'CA' },
      ['1 rue X', 'Montréal, QC H2X 1Y4', 'Canada'],
    ],
    [
      { street: 'Via X 1', postcode: '20121', city: 'Milano', region: 'MI', country: 'IT' },
      ['Via X 1', '20121 Milano MI', 'Italie'],
    ],
    [
      { street: 'Rua X 1', postcode: '01310-100', city: 'São Paulo', region: 'SP', country: 'BR' },
      ['Rua X 1', 'São Paulo - SP', '01310-100', 'Brésil'],
    ],
    [{ city: 'Washington', country: 'US' }, ['Washington', 'États-Unis']],
    [{ postcode: '20500', country: 'US' }, ['20500', 'États-Unis']],
    [{ city: 'Paris', region: 'Somewhere' }, ['Paris', 'Somewhere']],
    [{ country: 'CI' }, ['Côte d’Ivoire']],
    [{ street: 'a', country: 'DE', override: ' 1 X \n\n2 Y\n' }, ['1 X', '2 Y']],
    [{}, []],
  ])('%j', (address, lines) => {
    expect(addressLines({ ...none, ...address }, paper)).toEqual(lines)
  })

  it('leaves out the association’s own country, and names it elsewhere in the language of the paper', () => {
    const address = { ...none, city: 'Bern', postcode: '3000', country: 'CH' }
    expect(addressLines(address, { language: 'en', home: 'CH' })).toEqual(['3000 Bern'])
    expect(addressLines(address, { language: 'en', home: 'FR' })).toEqual(['3000 Bern', 'Switzerland'])
  })
})

describe('the address of a day', () => {
  const usual = { since: '', until: '', seasonFrom: '', seasonUntil: '', returned: '', kind: 'home' }
  it.each<[Partial<typeof usual>, string, boolean]>([
    [{}, '2026-03-01', true],
    [{ since: '2026-03-01' }, '2026-03-01', true],
    [{ since: '2026-03-02' }, '2026-03-01', false],
    [{ since: '2026' }, '2026-01-01', true],
    [{ since: '2026-02' }, '2026-01-31', false],
    [{ until: '2026-02-28' }, '2026-02-28', true],
    [{ until: '2026-02-28' }, '2026-03-01', false],
    [{ until: '2026' }, '2026-12-31', true],
    [{ until: '2025' }, '2026-01-01', false],
    [{ seasonFrom: '05-01', seasonUntil: '09-30' }, '2026-09-30', true],
    [{ seasonFrom: '05-01', seasonUntil: '09-30' }, '2026-10-01', false],
    [{ seasonFrom: '11-15', seasonUntil: '03-15' }, '2026-12-31', true],
    [{ seasonFrom: '11-15', seasonUntil: '03-15' }, '2027-01-01', true],
    [{ seasonFrom: '11-15', seasonUntil: '03-15' }, '2027-03-16', false],
    [{ seasonFrom: '11-15', seasonUntil: '03-15' }, '2026-11-14', false],
    [{ seasonFrom: '07-01' }, '2026-06-30', false],
    [{ seasonUntil: '02-29' }, '2026-03-01', false],
    [{ since: '2027', seasonFrom: '01-01', seasonUntil: '12-31' }, '2026-03-01', false],
  ])('%j on %s: %s', (time, day, holds) => {
    expect(holdsOn({ ...usual, ...time }, day)).toBe(holds)
  })

  const named = (name: string, time: Partial<typeof usual> = {}) => ({ ...usual, ...time, name })
  const chosen = (day: string, purpose: 'mail' | 'shown', ...addresses: ReturnType<typeof named>[]) =>
    addressOn(addresses, day, purpose)?.name

  it('is the season’s before the usual one, then the first of the sheet', () => {
    const winter = named('winter', { seasonFrom: '11-15', seasonUntil: '03-15' })
    expect(chosen('2026-01-10', 'mail', named('home'), named('work'), winter)).toBe('winter')
    expect(chosen('2026-06-10', 'mail', named('home'), named('work'), winter)).toBe('home')
    expect(chosen('2026-06-10', 'mail', named('home'), named('abroad', { kind: 'temporary', until: '2026' }))).toBe(
      'abroad',
    )
    expect(chosen('2027-06-10', 'mail', named('home'), named('abroad', { kind: 'temporary', until: '2026' }))).toBe(
      'home',
    )
  })

  it('is not written to after mail came back, and is still shown', () => {
    const back = named('back', { returned: '2026-02-01' })
    expect(chosen('2026-03-01', 'mail', back)).toBeUndefined()
    expect(chosen('2026-03-01', 'shown', back)).toBe('back')
    expect(chosen('2026-03-01', 'mail', back, named('next'))).toBe('next')
    expect(chosen('2026-03-01', 'shown', back, named('next'))).toBe('next')
  })

  it('is none when all have ended or none has begun', () => {
    expect(chosen('2026-03-01', 'shown', named('old', { until: '2025' }), named('new', { since: '2027' }))).toBe(
      undefined,
    )
    expect(chosen('2026-03-01', 'mail')).toBeUndefined()
  })
})

describe('countries', () => {
  it.each([
    ...[
      ['Allemagne', 'DE'],
      ['ALLEMAGNE', 'DE'],
      ['Deutschland', 'DE'],
      ['Germany', 'DE'],
      ['de', 'DE'],
      ['DEU', 'DE'],
      ['D', 'DE'],
    ],
    ...[
      ['la Suisse', 'CH'],
      ['Suisse', 'CH'],
      ['Royaume Uni', 'GB'],
      ['Angleterre', 'GB'],
      ['UK', 'GB'],
      ['Écosse', 'GB'],
    ],
    ...[
      ['Etats-Unis', 'US'],
      ['USA', 'US'],
      ['U.S.A.', 'US'],
      ['COTE D’IVOIRE', 'CI'],
      ["Côte d'Ivoire", 'CI'],
    ],
    ...[
      ['Corée du Sud', 'KR'],
      ['Corée', 'KR'],
      ['Tchéquie', 'CZ'],
      ['République tchèque', 'CZ'],
      ['Viêt Nam', 'VN'],
    ],
    ...[
      ['Россия', 'RU'],
      ['Ελλάδα', 'GR'],
      ['中国', 'CN'],
      ['Türkiye', 'TR'],
      ['Turkey', 'TR'],
      ['Île Maurice', 'MU'],
    ],
    ...[
      ['RDC', 'CD'],
      ['Congo', 'CG'],
      ['La Réunion', 'RE'],
      ['Réunion', 'RE'],
      ['Pays-Bas', 'NL'],
      ['España', 'ES'],
    ],
  ])('%s is %s', (written, code) => {
    expect(countryCode(written)).toBe(code)
  })

  it('knows every country by its French and English names, and its code', () => {
    const lost = countryCodes.filter((code) =>
      [countryName(code, 'fr'), countryName(code, 'en'), countryName(code, 'fr').toUpperCase(), code].some(
        (name) => countryCode(name) !== code,
      ),
    )
    expect(lost).toEqual([])
    expect(new Set(countryCodes).size).toBe(250)
  })

  it('typed in a field is a code, or stays as typed to be refused', () => {
    expect(['Liban', 'liban', 'Lebanon', 'LB', ' LB ', 'FRA', ''].map(countryTyped)).toEqual([
      ...Array(5).fill('LB'),
      'FR',
      '',
    ])
    for (const text of ['FranceLiban', 'li', 'Fra', 'Li', 'Atlantide']) expect(countryTyped(text)).toBe(text)
  })

  it('does not guess', () => {
    expect(['', 'Paris', 'Fran', 'ZZ', 'XX', '?', 'constructor', '__proto__'].map(countryCode)).toEqual(
      Array(8).fill(undefined),
    )
    expect([countryName('', 'fr'), countryName('ZZZ', 'fr')]).toEqual(['', 'ZZZ'])
  })
})

it('an address is of now, of before or of later', () => {
  const at = (since: string, until: string) => timeOf({ since, until }, '2026-03-01')
  expect([at('', ''), at('2020', ''), at('', '2026'), at('2026-03-01', '2026-03-01')]).toEqual(Array(4).fill('now'))
  expect([at('', '2025'), at('2020', '2026-02'), at('', '2026-02-28')]).toEqual(Array(3).fill('former'))
  expect([at('2027', ''), at('2026-03-02', '')]).toEqual(Array(2).fill('coming'))
})
