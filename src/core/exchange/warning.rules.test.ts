/** The words of an import's remarks; that none is missing is the compiler's to say. */
import { expect, test } from 'vitest'
import { warningWords } from './warning.rules.ts'

test('a remark stands after the column it is about', () => {
  const warning = { line: 3, column: 'Courriel', code: 'emailInvalid', text: 'pas un courriel' } as const
  expect(warningWords(warning, 'fr')).toBe('Courriel – Courriel à vérifier\u00a0: pas un courriel')
  expect(warningWords({ ...warning, column: '' }, 'en')).toBe('E-mail to check: pas un courriel')
})

test('what is quoted is no pattern', () => {
  expect(warningWords({ code: 'tooLong', text: '$& {text}' }, 'en')).toBe('Too long: $& {text}')
})
