import { describe, expect, it } from 'vitest'
import { countryCodes } from '../kit/country-codes.ts'
import { type Place, placeLines } from './address-layout.rules.ts'

const none: Place = { before: '', street: '', after: '', postcode: '', city: '', region: '', country: '' }

describe('the layout of a place', () => {
  it.each<[Partial<Place>, readonly string[]]>([
    [{ street: '1 rue X', postcode: '69001', city: 'Lyon', country: 'FR' }, ['1 rue X', '69001 Lyon']],
    [
      { before: 'Bât. C', street: '1 rue X', after: 'Le Bourg', postcode: '69001', city: 'Lyon', country: 'FR' },
      ['Bât. C', '1 rue X', 'Le Bourg', '69001 Lyon'],
    ],
    [{ before: 'Mairie', postcode: '69001', city: 'Lyon', country: 'FR' }, ['Mairie', '69001 Lyon']],
    [{ after: 'BP 12', postcode: '69001', city: 'Lyon', country: 'FR' }, ['BP 12', '69001 Lyon']],
    // Towns before streets, as their countries write.
    [{ street: 'Fő utca 1', postcode: '1011', city: 'Budapest', country: 'HU' }, ['1011 Budapest', 'Fő utca 1']],
    [
      { before: '2. em.', street: 'Fő utca 1', postcode: '1011', city: 'Budapest', country: 'HU' },
      ['1011 Budapest', '2. em.', 'Fő utca 1'],
    ],
    // One order for Latin letters, another for the country's own.
    [
      { street: '1 Jianguo Road', postcode: '100022', city: 'Beijing', country: 'CN' },
      ['1 Jianguo Road', 'Beijing', '100022'],
    ],
    [{ street: '建国路1号', postcode: '100022', city: '北京', country: 'CN' }, ['100022', '北京', '建国路1号']],
    [
      { street: '1-1 Chiyoda', postcode: '100-8111', city: 'Chiyoda-ku', region: 'Tokyo', country: 'JP' },
      ['1-1 Chiyoda', 'Chiyoda-ku, Tokyo 100-8111'],
    ],
    // Regions that a country calls a province, a county.
    [
      { street: 'Via X 1', postcode: '20121', city: 'Milano', region: 'MI', country: 'IT' },
      ['Via X 1', '20121 Milano MI'],
    ],
    [
      { street: '1 Main Street', postcode: 'D02 X285', city: 'Bray', region: 'Co. Wicklow', country: 'IE' },
      ['1 Main Street', 'Bray', 'Co. Wicklow', 'D02 X285'],
    ],
    // Where a template has no place for them, town and postcode are kept nevertheless.
    [{ street: '1 Nathan Road', city: 'Kowloon', country: 'HK' }, ['1 Nathan Road', 'Kowloon']],
    [{ street: 'Rua X 1', city: 'Macau', country: 'MO' }, ['Rua X 1', 'Macau']],
    [{ street: '1 X', postcode: '999', city: 'Kaboul', country: 'AF' }, ['1 X', '999 Kaboul']],
    [{ street: 'Calle 1', postcode: '0201', city: 'La Paz', country: 'BO' }, ['Calle 1', '0201 La Paz']],
    // Map data are tidied by the package; what a secretary typed is not.
    [{ street: 'A & B <i>', city: 'Paris 7e Arrondissement', country: 'FR' }, ['A & B <i>', 'Paris 7e Arrondissement']],
    [{ street: 'Monaco', postcode: '98000', city: 'Monaco', country: 'MC' }, ['Monaco', '98000 Monaco']],
    [
      { street: 'https://x', postcode: '98000;98001', city: '{{city}}', country: 'MC' },
      ['https://x', '98000;98001 {{city}}'],
    ],
    [{ city: 'Paris', region: 'Somewhere' }, ['Paris', 'Somewhere']],
    [{ street: '1 X', city: 'Paris', region: 'Somewhere' }, ['1 X', 'Paris', 'Somewhere']],
    [{ country: 'FR' }, []],
  ])('%j', (place, lines) => {
    expect(placeLines({ ...none, ...place })).toEqual(lines)
  })

  it('keeps street, town and postcode in every country, whatever else is known', () => {
    const whole = {
      before: 'before',
      street: 'street',
      after: 'after',
      postcode: 'code',
      city: 'town',
      region: 'region',
    }
    const subsets = [...Array(64).keys()].map((bits) =>
      Object.fromEntries(Object.entries(whole).filter((_, at) => (bits >> at) % 2 === 1)),
    )
    const lost = [...countryCodes, 'XX'].flatMap((country) =>
      subsets.flatMap((given) => {
        const text = placeLines({ ...none, ...given, country }).join(' ')
        return Object.values(given)
          .filter((word) => word !== 'region' && text.split(word).length !== 2)
          .map((word) => `${country} ${word} of ${Object.values(given).join(',')}: ${text}`)
      }),
    )
    expect(lost).toEqual([])
  })

  it('leaves no sign of an absent part behind', () => {
    const odd = [...countryCodes, ''].filter((country) =>
      [
        { street: 'street' },
        { city: 'town' },
        { city: 'town', postcode: 'code' },
        { street: 'street', city: 'town' },
      ].some((given) => placeLines({ ...none, ...given, country }).some((line) => !/^[\w ,-]*\w$/.test(line))),
    )
    expect(odd).toEqual([])
  })
})
