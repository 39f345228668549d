import { existsSync, readFileSync } from 'node:fs'
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

const posts = '../shared/samples/5-names-addresses/libaddressinput/countryinfo.txt'
if (!existsSync(posts)) console.warn(`Skipped: ${posts} is absent`)
it.skipIf(!existsSync(posts))('agrees with the examples of libaddressinput, and with its patterns', () => {
  const countries = readFileSync(posts, 'utf8')
    .split('\n')
    .map((row) => /^data\/([A-Z]{2})=(.*)$/.exec(row))
    .filter((found) => found !== null)
    .map(([, country = '', json = '{}']) => ({ country, ...(JSON.parse(json) as { zip?: string; zipex?: string }) }))
  const examples = countries.flatMap(({ country, zip = '', zipex = '' }) =>
    zipex.split(',').map((example) => ({ country, zip, example: example.trim() })),
  )
  const given = examples.filter(({ example, zip }) => example !== '' && new RegExp(`^(?:${zip})$`).test(example))
  expect(given.filter(({ country, example }) => !postcodeFits(country, example))).toEqual([])
  expect(given.length).toBeGreaterThan(280)
  const unknown = countries.filter(({ country, zip }) => zip !== undefined && !postcodeCountries.includes(country))
  expect(unknown.map(({ country }) => country)).toEqual([])
  // The control: a postcode of another land is refused nearly everywhere.
  const foreign = countries.filter(({ country }) => postcodeCountries.includes(country) && postcodeFits(country, 'Z1'))
  expect(foreign).toEqual([])
})
