import { expect, test } from 'vitest'
import { type RefusalCode, refusalCodes } from './refusal.ts'
import { refusalWords } from './refusal-words.ts'

const codes = Object.keys(refusalCodes) as RefusalCode[]
const values = [
  {},
  { folder: '/home/a/Amis.amicale', name: 'membres.xlsx', file: 'membres.xlsx', line: 12, limit: 256, sheet: 'Feuil1' },
  {
    what: 'changed',
    act: 4,
    at: '2026-03-01T10:00:00.000Z',
    name: 'people.update',
    by: 'secretary',
    subject: 'Durand',
  },
  { found: 'text', name: 'membres.xlsx' },
  { found: 'encrypted', name: 'membres.xlsx' },
  { found: 'xls', name: 'membres.xls' },
  { what: 'beginning', holder: 'anotherProgram', text: '𓀀', reason: 'too_big', maximum: 200 },
  {
    door: 'electron',
    since: '2026-03-01T10:00:00.000Z',
    host: 'poste',
    by: 'secretary',
    reason: 'too_small',
    minimum: 1,
  },
]
const sentences = (language: 'fr' | 'en') =>
  codes.flatMap((code) => values.map((given) => ({ code, words: refusalWords({ code, values: given }, language) })))

test('every refusal says what happened, what was kept and what to do next', () => {
  for (const { code, words } of [...sentences('fr'), ...sentences('en')]) {
    expect(words, code).not.toMatch(/undefined|NaN|\[object| {2}|\$\{/)
    expect(words.split(/[.;] |, puis |, then /).length, `${code}: ${words}`).toBeGreaterThanOrEqual(2)
    expect(words.at(-1), code).toBe('.')
  }
})

test('French sentences keep French typography', () => {
  for (const { code, words } of sentences('fr')) {
    expect(words, code).not.toMatch(/['"]|[^\u202f\u00a0][;!?»]|[^\u00a0\d]:|«[^\u00a0]|erreur/i)
  }
})

test('the same refusal reads differently in both languages', () => {
  for (const code of codes)
    expect(refusalWords({ code, values: {} }, 'fr')).not.toBe(refusalWords({ code, values: {} }, 'en'))
})

test('who holds the folder is named', () => {
  const words = refusalWords(
    { code: 'folderInUse', values: { folder: '/a/B.amicale', holder: 'amicale', door: 'command', by: 'Ana' } },
    'fr',
  )
  expect(words).toContain('une commande du terminal (Ana)')
})
