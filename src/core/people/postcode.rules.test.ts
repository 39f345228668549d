import { expect, it } from 'vitest'
import { countryCodes } from '../kit/country-codes.ts'
import { postcodeCountries, postcodeFits } from './postcode.rules.ts'

it.each([
  ['FR', '75005', true],
  ['FR', '75 005', true],
  ['FR', 'F-75005', true],
  ['FR', '7500', false],
  ['FR', '75O05', false],
  ['CA', '53000', false],
  ['CA', 'h7x 1a1', true],
  ['GB', 'SW1A 2AA', true],
  ['GB', '75005', false],
  ['CH', '1200', true],
  ['CH', '75005', false],
  ['PT', '2725-079', true],
  ['PL', '00‑950', true],
  ['IE', 'D02 X285', true],
  ['IE', 'D6W XY00', true],
  ['RE', '97400', true],
  ['RE', '75005', false],
  ['AE', '00000', true],
  ['', '75005', true],
  ['FR', ' ', true],
  ['constructor', '1', true],
])('in %s, %j fits: %s', (country, postcode, fits) => {
  expect(postcodeFits(country, postcode)).toBe(fits)
})

it('knows countries by their codes', () => {
  expect(postcodeCountries.filter((code) => !countryCodes.includes(code))).toEqual(['AC', 'TA'])
  expect(postcodeCountries.length).toBeGreaterThan(175)
})
