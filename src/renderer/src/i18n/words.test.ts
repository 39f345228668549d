/** The words: none missing, none left over, none badly set. */
// biome-ignore-all lint/correctness/noNodejsModules: the test reads the screens' sources; it never runs in the window
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { letterOf } from '../ui/keys.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Phrase } from './phrases.ts'
import { filled } from './phrases.ts'

const sources = join(import.meta.dirname, '..')
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.startsWith('i18n/'))
  .map((name) => readFileSync(join(sources, name), 'utf8'))
  .concat(readFileSync(join(sources, 'i18n', 'words.tsx'), 'utf8'))
  .join('\n')

/** Beginnings of keys asked for by a value of a list: `import.encodings.${value}`; their types hold them to the list. */
const families = [...code.matchAll(/\bt\(`([a-zA-Z.]+\.)\$\{/g)].map(([, beginning]) => beginning ?? '')

const textsOf = (phrase: Phrase): readonly string[] =>
  typeof phrase === 'string' ? [phrase] : [phrase.one, phrase.other]
const placesOf = (phrase: Phrase): readonly string[] =>
  [
    ...new Set(textsOf(phrase).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? ''))),
  ].sort()

const french = Object.entries(fr) as readonly (readonly [keyof typeof fr, Phrase])[]

describe('the dictionaries', () => {
  test('every key is used somewhere', () => {
    const unused = french
      .map(([key]) => key)
      .filter((key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`))
      .filter((key) => !families.some((beginning) => key.startsWith(beginning)))
    expect(unused).toEqual([])
  })

  test('a phrase has the same places in both languages', () => {
    for (const [key, phrase] of french) expect([key, ...placesOf(en[key])]).toEqual([key, ...placesOf(phrase)])
  })

  test('no key is in one language only', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  test('French is set as French is', () => {
    for (const [key, phrase] of french) {
      for (const text of textsOf(phrase)) {
        expect(text, key).not.toMatch(/'/)
        expect(text, key).not.toMatch(/\.\.\./)
        // Before a double sign stands a space that does not break.
        expect(text, key).not.toMatch(/[^\u00a0\u202f][;:!?»]|«[^\u00a0\u202f]/)
      }
    }
  })

  test('no title or sentence names an error', () => {
    for (const words of [fr, en])
      for (const phrase of Object.values(words))
        for (const text of textsOf(phrase)) expect(text).not.toMatch(/\berr(eur|or)s?\b|êtes-vous sûr|are you sure/i)
  })
})

describe('keys of one letter', () => {
  const desks = {
    duplicates: [
      'duplicates.merge',
      'duplicates.twoPeople',
      'duplicates.swap',
      'duplicates.previous',
      'duplicates.next',
    ],
    quality: ['quality.fix', 'quality.edit', 'quality.accept', 'quality.previous', 'quality.next'],
  } as const

  test('no two buttons of a desk begin with the same letter', () => {
    for (const words of [fr, en])
      for (const [desk, keys] of Object.entries(desks)) {
        const letters = keys.map((key) => letterOf(words[key]))
        expect([desk, ...letters]).toEqual([desk, ...new Set(letters)])
      }
  })
})

describe('filling a phrase', () => {
  const plural = { one: '{count} fiche', other: '{count} fiches' }

  test('takes the plural of the language: nought is one in French, many in English', () => {
    expect(filled(plural, 'fr', { count: 0 })).toBe('0 fiche')
    expect(filled(plural, 'en', { count: 0 })).toBe('0 fiches')
    expect(filled(plural, 'fr', { count: 2 })).toBe('2 fiches')
  })

  test('writes numbers as the language does', () => {
    expect(filled(plural, 'fr', { count: 2000 })).toBe('2\u202f000 fiches')
    expect(filled(plural, 'en', { count: 2000 })).toBe('2,000 fiches')
  })

  test('never reads a value as a place', () => {
    expect(filled('{name} et {other}', 'fr', { name: '{other}', other: '$&' })).toBe('{other} et $&')
  })
})
