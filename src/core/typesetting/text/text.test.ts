import { describe, expect, it } from 'vitest'
import { visualOrder } from './bidi.ts'
import { mailBreaks, textBreaks } from './breaks.ts'
import { cleanText, frenchText } from './clean.ts'
import { hyphenate } from './hyphenate.ts'

describe('clean text', () => {
  it.each([
    ['e\u0301', 'é'],
    ['a\tb\r\nc', 'a b c'],
    ['x\u0000\u0007\u200b\ufeffy\u00adz', 'xyz'],
    ['\u202eabc\u202c', 'abc'],
    ['half \ud83d', 'half \ufffd'],
    ['न\u200dत', 'न\u200dत'],
  ])('%j', (from, to) => {
    expect(cleanText(from)).toBe(to)
  })
})

describe('French typography', () => {
  it.each([
    ["l'art : « oui » ; non !", 'l’art\u00a0: «\u202foui\u202f»\u202f; non\u202f!'],
    ['12 000 € et 5 %...', '12\u202f000\u202f€ et 5\u202f%…'],
    ['https://exemple.org:80', 'https://exemple.org:80'],
  ])('%s', (from, to) => {
    expect(frenchText(from)).toBe(to)
  })
})

describe('hyphenation', () => {
  it.each([
    ['association', ['as', 'so', 'cia', 'tion']],
    ['l’association', ['l’asso', 'cia', 'tion']],
    ['Association', ['Association']],
    ['2026', ['2026']],
    ['aile', ['aile']],
  ])('%s', (word, parts) => {
    expect(hyphenate(word, 'fr')).toEqual(parts)
  })
  it('keeps two letters before and three after', () => {
    for (const word of ['générosité', 'bibliothèque', 'éditions', 'ouverte', 'membres', 'abricot']) {
      const parts = hyphenate(word, 'fr')
      expect(parts.join('')).toBe(word)
      if (parts.length > 1) {
        expect(parts[0]!.length).toBeGreaterThanOrEqual(2)
        expect(parts.at(-1)!.length).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

describe('breaks of short lines', () => {
  it('parts a mail before the at sign and after full stops, adding nothing', () => {
    expect(mailBreaks('jean.dupont@exemple.org')).toEqual(['jean.', 'dupont', '@exemple.', 'org'])
  })
  it('parts Chinese between characters, but no closing mark may begin a line', () => {
    expect(textBreaks('北京、上海')).toEqual(['北', '京、', '上', '海'])
  })
  it('gives back the text', () => {
    for (const text of ['12, rue de la République', 'กรุงเทพมหานคร ถนน', '東京都1-9-1 ビル', ' a  b '])
      expect(textBreaks(text).join('')).toBe(text)
  })
})

describe('lines in two directions', () => {
  it('keeps the country of a Hebrew city at the end of a Latin line', () => {
    expect(visualOrder('ירושלים 9422108, Israël').at(-1)).toEqual({ text: ', Israël', direction: 'ltr' })
  })
  it('lets a line without Latin letters run as its own script does', () => {
    expect(visualOrder('ירושלים 9422108').map(({ direction }) => direction)).toEqual(['ltr', 'rtl'])
  })
})
