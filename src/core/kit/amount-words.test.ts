import { expect, test } from 'vitest'
import { amountInWords, frenchNumber } from './amount-words.ts'

test.each([
  [1, 'un'],
  [21, 'vingt et un'],
  [71, 'soixante et onze'],
  [77, 'soixante-dix-sept'],
  [80, 'quatre-vingts'],
  [81, 'quatre-vingt-un'],
  [91, 'quatre-vingt-onze'],
  [100, 'cent'],
  [200, 'deux cents'],
  [201, 'deux cent un'],
  [280, 'deux cent quatre-vingts'],
  [1000, 'mille'],
  [1080, 'mille quatre-vingts'],
  [2700, 'deux mille sept cents'],
  [80_000, 'quatre-vingt mille'],
  [200_000, 'deux cent mille'],
  [3_200_080, 'trois millions deux cent mille quatre-vingts'],
])('%i is %s (rules-fr.md 1.8)', (count, words) => expect(frenchNumber(count)).toBe(words))

test('the spelling of 1990 has hyphens everywhere but around millions', () => {
  expect(frenchNumber(45_742, 'reformed')).toBe('quarante-cinq-mille-sept-cent-quarante-deux')
  expect(frenchNumber(21, 'reformed')).toBe('vingt-et-un')
  expect(frenchNumber(2_000_200, 'reformed')).toBe('deux millions deux-cents')
})

test.each([
  [0, 'zéro euro', 'zero euros'],
  [1, 'un centime', 'one cent'],
  [100, 'un euro', 'one euro'],
  [4325, 'quarante-trois euros et vingt-cinq centimes', 'forty-three euros and twenty-five cents'],
  [100_000_000, 'un million d’euros', 'one million euros'],
  [123_456, 'mille deux cent trente-quatre euros et cinquante-six centimes', undefined],
  [108_001, undefined, 'one thousand and eighty euros and one cent'],
])('%i cents in words', (cents, french, english) => {
  if (french !== undefined) expect(amountInWords(cents, 'fr')).toBe(french)
  if (english !== undefined) expect(amountInWords(cents, 'en')).toBe(english)
})
