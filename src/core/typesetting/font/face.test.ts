import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type Face, THIN_SPACE } from './face.ts'
import { type Feature, type FontName, openFonts } from './registry.ts'

const fonts = openFonts(join(import.meta.dirname, '../../../../resources/fonts'))

const LATIN: readonly FontName[] = [
  'serif',
  'serif-italic',
  'serif-semibold',
  'serif-bold',
  'serif-light',
  'sans',
  'sans-italic',
  'sans-semibold',
  'sans-bold',
  'garamond',
  'noto-serif',
  'noto-serif-italic',
  'noto-serif-bold',
  'noto-sans',
  'noto-sans-italic',
  'noto-sans-bold',
  'symbols',
]

/** Words of one script each, as directories have them, and words of random letters. */
function sampledWords(): readonly string[] {
  const known =
    `Abadie Beauchêne d’Aubert O’Brien Þórdís Țăndărică Nguyễn Thị Ánh Łukasz Żółć İstanbul Đặng Çağlar Świętokrzyska
    office fluffy affligé Wolfgang fjord 12, bis rue de l’Abbé-Grégoire 75006 Paris-XVIᵉ a.b@orange.fr jean-luc.d@x.org
    +33 (0)4 78 00 00 00 « œuvre » — n° 12 1 234,50 € AVATAR Type: WAVE. “Tom” T.V.A. L’Aÿ Šćepanović Kőszegi Ħamrun
    Αθήνα Παπαδοπούλου Ερμού Ελένη Москва Соколова Київ Тверская ул. Наталья Цвєтаєва`.split(/\s+/)
  const letters = [
    'abcdefghijklmnopqrstuvwxyzéèêëàâîïôûùüçœæßABCDEFGHIJKLMNOPQRSTUVWXYZÉÀ’-.,',
    'αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔάέήίόύώ',
    'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГД',
  ]
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const random = Array.from({ length: 500 }, (_, index) => {
    const alphabet = [...letters[index % letters.length]!]
    return Array.from({ length: 2 + next(10) }, () => alphabet[next(alphabet.length)]).join('')
  })
  return [...known, ...random]
}

function full(face: Face, text: string): { readonly glyphs: readonly number[]; readonly width: number } {
  const { glyphs, positions } = face.file.layout(text, face.features)
  const width = positions.reduce((sum, position) => sum + position.xAdvance * face.unit, 0)
  return { glyphs: glyphs.map((glyph) => glyph.id), width }
}

describe('a face adds up what a full layout gives', () => {
  const words = sampledWords()
  const sets: readonly (readonly Feature[])[] = [[], ['smcp'], ['onum'], ['tnum']]
  it.each(LATIN)('%s', (name) => {
    let quick = 0
    for (const features of name.startsWith('noto') || name === 'symbols' ? [[]] : sets) {
      const face = fonts.face(name, ...features)
      for (const word of words) {
        const shaped = face.quick(word)
        if (shaped === null) continue
        quick++
        const expected = full(face, word)
        expect(shaped.glyphs, `${word} ${features.join()}`).toEqual(expected.glyphs)
        expect(shaped.width, `${word} ${features.join()}`).toBeCloseTo(expected.width, 6)
      }
    }
    expect(quick).toBeGreaterThan(words.length / 2)
  })
})

describe('a face goes the long way', () => {
  const sans = fonts.face('sans')
  it('for characters it has not, joining marks and other scripts', () => {
    for (const text of ['東京', 'القاهرة', 'm̀bala', '\u{1f600}']) expect(sans.quick(text), text).toBeNull()
  })
  it('for ligatures, whose pairs do more than kern', () => {
    const garamond = fonts.face('garamond')
    expect(full(garamond, 'fi').glyphs).toHaveLength(1)
    expect(garamond.quick('office')).toBeNull()
    expect(garamond.layout('office').glyphs.length).toBeLessThan(6)
  })
})

test('a thin fixed space is a space of one width in every face, and is read back as a space', () => {
  for (const name of LATIN) {
    const face = fonts.face(name)
    const [left, right, both] = ['+33', '478', '+33\u202f478'].map((text) => face.quick(text)!)
    expect(both!.width - left!.width - right!.width, name).toBeCloseTo(THIN_SPACE, 6)
    expect(both!.text).toBe('+33 478')
    expect(both!.glyphs[3]).toBe(face.glyphOf(' '))
  }
})
