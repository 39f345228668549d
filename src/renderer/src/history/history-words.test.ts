import { expect, test } from 'vitest'
import { fr } from '../i18n/fr.ts'
import { lineWords, valueWords } from './history-words.ts'

const words = { language: 'fr', locale: 'fr-FR', t: (key: keyof typeof fr) => fr[key] } as unknown as Parameters<
  typeof valueWords
>[3]

test('codes are said in words, and the times of a line together', () => {
  expect(valueWords('remark', 'phoneUnread', 'FR', words)).toBe('Téléphones à revoir')
  expect(valueWords('seasonFrom', '11-01', 'FR', words)).toBe('1er novembre')
  const line = [
    { field: 'street', value: '9 chemin du Lac' },
    { field: 'city', value: 'Annecy' },
    { field: 'addressKind', value: 'home' },
    { field: 'since', value: '2026-11-29' },
    { field: 'until', value: '' },
    { field: 'seasonFrom', value: '11-01' },
    { field: 'seasonUntil', value: '03-31' },
  ] as const
  expect(lineWords(line, 'FR', words).replaceAll('\u00a0', ' ')).toBe(
    '9 chemin du Lac, Annecy, depuis le 29 novembre 2026, 1er novembre – 31 mars',
  )
})
