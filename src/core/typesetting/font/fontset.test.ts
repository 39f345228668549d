import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../text/clean.ts'
import { runsOf } from './fontset.ts'
import { openFonts } from './registry.ts'

const fonts = openFonts(join(import.meta.dirname, '../../../../resources/fonts'))
const sans = fonts.face('sans')

function runs(text: string) {
  const missing: string[] = []
  const found = runsOf(cleanText(text), sans, fonts, (cluster) => missing.push(cluster))
  return { faces: found.map((run) => run.face.name), texts: found.map((run) => run.text), missing, found }
}

describe('fallback, cluster by cluster', () => {
  it.each([
    ['Nguyễn Thị Ánh', ['sans']],
    ['Αθήνα', ['sans']],
    ['Москва', ['sans']],
    ['القاهرة', ['arabic']],
    ['ירושלים', ['hebrew']],
    ['กรุงเทพ', ['thai']],
    ['दिल्ली', ['noto-sans']],
    ['თბილისი', ['georgian']],
    ['Երևան', ['armenian']],
    ['Łukasz 王伟', ['sans', 'chinese']],
    ['☎', ['symbols']],
  ])('%s', (text, faces) => {
    expect(runs(text)).toMatchObject({ faces, missing: [] })
  })

  it('draws Han characters as the rest of the text asks', () => {
    expect(runs('東京').faces).toEqual(['chinese'])
    expect(runs('東京タワー').faces).toEqual(['japanese'])
    expect(new Set(runs('서울 鐘路').faces)).toEqual(new Set(['korean']))
  })

  it('keeps a base and its marks in one face', () => {
    const { faces, found } = runs('Adébáyọ̀')
    expect(faces).toEqual(['sans'])
    expect(found[0]?.shaped?.offsets).not.toBeNull()
  })

  it('reports what nobody can draw, whole clusters, and shapes no empty box', () => {
    const { missing, found } = runs('a 👨‍👩‍👧 𓀀 \ud800z')
    expect(missing).toEqual(['👨‍👩‍👧', '𓀀', '\ufffd'])
    expect(found.filter((run) => run.shaped === null)).toHaveLength(3)
    for (const run of found) expect(run.shaped?.glyphs ?? []).not.toContain(0)
  })
})

describe('directions', () => {
  it('puts the words of a right-to-left line in the order they stand on the page', () => {
    const { texts } = runs('רחוב יפו 45')
    expect(texts[0]).toBe('45')
    expect(texts.join('')).toContain('רחוב')
  })
  it('mirrors brackets in right-to-left text', () => {
    const { texts } = runs('(בית)')
    expect(texts[0]).toBe('בית(')
    expect(texts[1]).toBe(')')
  })
  it('joins Arabic letters and keeps its figures in reading order', () => {
    const { found } = runs('شارع ١٢')
    const figures = found.find((run) => run.text.includes('١٢'))
    expect(figures?.shaped?.codePoints?.flat()).toEqual([0x661, 0x662])
  })
  it('drops overrides hidden in a name', () => {
    expect(runs('Dup\u202eont').texts).toEqual(['Dupont'])
  })
})
