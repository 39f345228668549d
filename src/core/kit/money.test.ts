import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsInWords, centsTyped, centsWritten } from './money.ts'

test.each([
  ['30', 3000],
  ['12,5', 1250],
  ['12.50 €', 1250],
  ['1 234,56', 123_456],
  ['1\u202f234,56\u00a0€', 123_456],
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['1.234', 123_400],
  ['0,01', 1],
  ['0', 0],
  ['40 euros', 4000],
  ['10000000', 1_000_000_000],
])('%s is %i cents', (text, cents) => {
  expect(centsWritten(text)).toBe(cents)
})

test.each(['', 'oui', '-5', '0.30000000000000004', '12,345,6', '1e3', '10000000,01', '99999999999999999999', '1,2,3'])(
  '%s is no amount',
  (text) => {
    expect(centsWritten(text)).toBeUndefined()
  },
)

test('an amount is read as it was written, in both languages', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.constantFrom('fr' as const, 'en' as const),
      (cents, as) => {
        expect(centsWritten(centsTyped(cents, as))).toBe(cents)
        expect(centsWritten(centsInWords(cents, as))).toBe(cents)
      },
    ),
  )
})
