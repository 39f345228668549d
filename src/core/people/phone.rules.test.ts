import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { formatPhone, isMobile, keptPhone, phoneCountry, phonesIn, phoneWords } from './phone.rules.ts'

const narrow = (text: string): string => text.replaceAll(' ', '\u202f')

describe('phones kept as E.164', () => {
  it.each([
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['0612345678', 'FR', '+33612345678'],
    ['06\u202f12\u00a034 56 78', 'FR', '+33612345678'],
    ['+33 (0)6 12 34 56 78', 'FR', '+33612345678'],
    ['0033 6 12 34 56 78', 'FR', '+33612345678'],
    ['0033 6 12 34 56 78', '', '+33612345678'],
    ['+33 6 12 34 56 78', 'US', '+33612345678'],
    ['612345678', 'FR', '+33612345678'],
    ['01 23 45 67 89 poste 12', 'FR', '+33123456789;ext=12'],
    ['01 23 45 67 89 ext. 12', 'FR', '+33123456789;ext=12'],
    ['022 731 02 28', 'CH', '+41227310228'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['030 901820', 'DE', '+4930901820'],
    ['０６ １２ ３４ ５６ ７８', 'FR', '+33612345678'],
    ['+33612345678', '', '+33612345678'],
    // not numbers of their country: as written
    ['12345', 'FR', '12345'],
    ['06 12 34 56', 'FR', '06 12 34 56'],
    ['06 12 34 56 78', '', '06 12 34 56 78'],
    ['06 12 34 56 78', 'XX', '06 12 34 56 78'],
    ['demander à la gardienne', 'FR', 'demander à la gardienne'],
    ['', 'FR', ''],
  ])('%s in %s is %s', (written, country, kept) => {
    expect(keptPhone(written, country)).toBe(kept)
    expect(keptPhone(kept, country)).toBe(kept)
  })

  it('reads plain French numbers as the library does', () => {
    for (let start = 0; start < 1000; start++) {
      const national = `0${String(start).padStart(3, '0')}45678`.slice(0, 10).padEnd(10, '1')
      const number = parsePhoneNumberFromString(national, 'FR')
      expect(keptPhone(national, 'FR')).toBe(number?.isValid() ? number.number : national)
    }
  })
})

describe('phones shown', () => {
  it.each([
    ['+33612345678', 'FR', '06 12 34 56 78'],
    ['+33612345678', 'DE', '+33 6 12 34 56 78'],
    ['+4930901820', 'FR', '+49 30 901820'],
    ['+12125550123', 'US', '(212) 555-0123'],
    ['+12125550123', 'FR', '+1 212 555 0123'],
    ['+442079460958', 'GB', '020 7946 0958'],
    ['+33123456789;ext=12', 'FR', '01 23 45 67 89 poste 12'],
  ])('%s from %s is %s', (kept, home, shown) => {
    expect(formatPhone(kept, home)).toBe(narrow(shown))
  })

  it('gives back as it is what was kept as written', () => {
    expect(formatPhone('poste 12, le matin', 'FR')).toBe('poste 12, le matin')
  })

  it('tells mobiles and countries', () => {
    expect([isMobile('+33612345678'), isMobile('+33123456789'), isMobile('n’importe')]).toEqual([true, false, false])
    expect([phoneCountry('+15142345678'), phoneCountry('+12125550123'), phoneCountry('x')]).toEqual(['CA', 'US', ''])
  })

  it('is found by whatever form one types', () => {
    expect(phoneWords('+33612345678', 'FR')).toEqual(['33612345678', '612345678', '0612345678'])
    expect(phoneWords('+12125550123', 'FR')).toContain('2125550123')
    expect(phoneWords('non', 'FR')).toEqual([])
    // Kept as written, for no such number is given out: found by the same forms all the same.
    expect(phoneWords('04 00 12 34 56', 'FR')).toEqual(['0400123456', '33400123456', '400123456'])
    expect(phoneWords('04 00 12', 'FR')).toEqual(['040012', '33040012', '3340012', '40012'])
    expect(phoneWords('0033 4 00 12 34 56', '')).toEqual(['0033400123456', '33400123456', '400123456', '0400123456'])
    expect(phoneWords('poste 12', 'FR')).toEqual(['12'])
  })

  it('are sought by the digits of their country in every country, as the library reads them', () => {
    const numbers = getCountries().map((country) => getExampleNumber(country, examples))
    const read = numbers.filter((number) => number !== undefined)
    expect(read.length).toBeGreaterThan(200)
    for (const { number } of read) {
      expect(phoneWords(number, '')[1]).toBe(parsePhoneNumberFromString(number)?.nationalNumber)
    }
  })

  it.each([
    ['06 12 34 56 78 / 01 23 45 67 89', ['06 12 34 56 78', '01 23 45 67 89']],
    ['06 12 34 56 78 ou 01 23 45 67 89', ['06 12 34 56 78', '01 23 45 67 89']],
    ['01 23 45 67 89, poste 12', ['01 23 45 67 89, poste 12']],
    ['01/23/45/67/89', ['01/23/45/67/89']],
    ['', []],
  ])('cuts the cell %s', (cell, phones) => {
    expect(phonesIn(cell)).toEqual(phones)
  })
})
