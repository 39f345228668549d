import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanLines, fold, fuse } from './text.ts'

describe('folding', () => {
  it.each([
    ['Élodie ÇETİN', 'elodie cetin'],
    ['Đặng Thị Ơn', 'dang thi on'],
    ['Łódź, Żółć', 'lodz zolc'],
    ['Œuvrard', 'oeuvrard'],
    ['Ægir Þórsson Ðuro', 'aegir thorsson duro'],
    ['Straße STRASSE ẞ', 'strasse strasse ss'],
    ['ISPARTA ısparta İstanbul', 'isparta isparta istanbul'],
    ['L’Hermitte', 'l hermitte'],
    ["L'Hermitte", 'l hermitte'],
    ['Jean-Pierre  d’Ormesson', 'jean pierre d ormesson'],
    ['Θεσσαλονίκη', 'thessaloniki'],
    ['Παπαδόπουλος', 'papadopoulos'],
    ['Ευάγγελος Αυγουστής', 'evangelos avgoustis'],
    ['Μπάμπης', 'bampis'],
    ['Ταΰγετος', 'taygetos'],
    ['Москва', 'moskva'],
    ['Щукин Ёлкин', 'shchukin elkin'],
    ['Ђорђевић', 'djordjevic'],
    ['გიორგი', 'giorgi'],
    ['Հայաստան', 'hayastan'],
    ['山田太郎', '山 田 太 郎'],
    ['ガンダム', 'ガ ン ダ ム'],
    ['김민수', '김민수'],
    ['हिन्दी', 'हिन्दी'],
    ['أَحْمَد', 'احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['٠٦ ۱۲', '06 12'],
    ['ﬁn Ⅷ №', 'fin viii no'],
    ['Hawaiʻi', 'hawaii'],
    ['a\u00adb\u200bc', 'abc'],
    ['jean.dupont@exemple.org', 'jean dupont exemple org'],
    ['\ud800x', 'x'],
    ['…!?', ''],
  ])('%s gives %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is the same for composed and decomposed text, and for folded text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text)).not.toMatch(/^ | $| {2}/)
      }),
    )
  })

  it('fuses what people write apart, joined or hyphenated', () => {
    expect(new Set(['Le Blanc', 'Leblanc', 'LE-BLANC', 'l’eblanc'].map(fuse))).toEqual(new Set(['leblanc']))
  })

  it('does not depend on the language of the machine', () => {
    const module = fileURLToPath(new URL('./text.ts', import.meta.url))
    const script = `import(${JSON.stringify(module)}).then(({ fold }) => console.log(fold('ISPARTA İZMİR ılıca Iași')))`
    const said = ['tr_TR.UTF-8', 'C'].map((language) =>
      spawnSync(process.execPath, ['-e', script], {
        encoding: 'utf8',
        env: { ...process.env, LANG: language, LC_ALL: language },
      }).stdout.trim(),
    )
    expect(said).toEqual(['isparta izmir ilica iasi', 'isparta izmir ilica iasi'])
  })
})

describe('cleaning a line', () => {
  it.each([
    ['  Jean   Dupont ', 'Jean Dupont'],
    ['Jean\tDupont\r\nfils', 'Jean Dupont fils'],
    ['E\u0301lodie', 'Élodie'],
    ['a\u0000b\u001bc\u0085', 'abc'],
    ['abc\u202edef\u202c', 'abcdef'],
    ['\ufeffJean\u200b', 'Jean'],
    ['Jean\u200dDupont', 'JeanDupont'],
    ['\u2067x\u2069', 'x'],
    ['\ud800x', 'x'],
    ['a \udc00 b', 'a b'],
    ['e\ud800\u0301', 'é'],
    ['12\u00a0h', '12\u00a0h'],
    ['a \u00a0 b', 'a b'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['क्‍ष', 'क्‍ष'],
    ['a\u{e0041}b', 'ab'],
  ])('%j gives %j', (text, clean) => {
    expect(cleanLine(text)).toBe(clean)
  })

  it('is done once for all, and leaves no control nor override', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanLine(text)
        expect(cleanLine(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(clean.isWellFormed()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the lines of a note', () => {
    expect(cleanLines('\n a \r\n\r\nb\u0000 \n')).toBe('a\n\nb')
  })
})
