import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../font/registry.ts'
import { mailBreaks, textBreaks } from '../text/breaks.ts'
import { frenchText } from '../text/clean.ts'
import type { Line, Style } from './line.ts'
import { setParagraph } from './paragraph.ts'
import { abridged, wrapMail, wrapSpans } from './wrap.ts'

const fonts = openFonts(join(import.meta.dirname, '../../../../resources/fonts'))
const style: Style = { face: fonts.face('serif'), size: 9, colour: '#000000' }
const setting = {
  fonts,
  missing: (cluster: string) => {
    throw new Error(`No glyph for ${cluster}`)
  },
}
const WIDTH = 244.6

const TEXT = frenchText(
  `La présidente a rappelé que l'association fêtera l'an prochain son cinquantième anniversaire ; elle invite chacun à
  rassembler photographies, lettres et programmes, afin que l'exposition préparée par la commission des archives montre
  la vie quotidienne autant que les grandes cérémonies. « Rien n'est trop modeste », a-t-elle ajouté : un billet de
  tombola, une carte de membre, une recette griffonnée suffisent à raconter une époque. Le trésorier précise que les
  frais d'impression, soit 4 318,50 €, seront couverts pour moitié par une subvention municipale et pour le reste par
  une souscription ouverte jusqu'au trente septembre auprès de l'ensemble des adhérents et de leurs correspondants.`.replace(
    /\s+/g,
    ' ',
  ),
)

function ends(line: Line): number {
  const last = line.pieces.at(-1)!
  return last.x + last.width
}

function words(line: Line): string {
  return line.pieces.map((piece) => (piece.softHyphen ? '' : (piece.shaped?.text ?? '?'))).join('')
}

const justified = { language: 'fr', align: 'justified', widthOfLine: () => WIDTH } as const

describe('a justified paragraph', () => {
  const lines = setParagraph([{ text: TEXT, style }], justified, setting)
  const full = lines.slice(0, -1)

  it('loses no word', () => {
    const read = lines.map((line) => words(line) + (line.hyphenated ? '' : ' ')).join('')
    expect(read.replace(/\s+/g, '')).toBe(TEXT.replace(/\s+/g, ''))
  })
  it('fills every line but the last to the margin, hanging only punctuation', () => {
    for (const line of full) {
      expect(ends(line)).toBeGreaterThan(WIDTH - 0.5)
      expect(ends(line)).toBeLessThan(WIDTH + style.size / 2)
    }
  })
  it('keeps word spaces even', () => {
    const ratios = full.map((line) => line.spaceRatio!)
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeLessThan(1.35)
    expect(Math.min(...ratios)).toBeGreaterThan(0.6)
    expect(Math.max(...ratios)).toBeLessThan(2.5)
  })
  it('scales glyphs by two per cent at most, in steps of a quarter', () => {
    for (const piece of full.flatMap((line) => line.pieces)) {
      expect(Math.abs(piece.scale - 1)).toBeLessThanOrEqual(0.02 + 1e-9)
      const steps = (piece.scale - 1) / 0.0025
      expect(steps).toBeCloseTo(Math.round(steps), 6)
    }
  })
  it('has few hyphens, never on the line before the last', () => {
    expect(lines.filter((line) => line.hyphenated).length / lines.length).toBeLessThan(0.3)
    expect(lines.at(-2)?.hyphenated).toBe(false)
  })
  it('is the same at any measure: no overfull line', () => {
    for (let width = 60; width <= 340; width += 20) {
      const narrow = setParagraph([{ text: TEXT, style }], { ...justified, widthOfLine: () => width }, setting)
      for (const line of narrow) expect(ends(line), `${width}: ${words(line)}`).toBeLessThan(width + style.size / 2)
    }
  })
})

describe('a paragraph as a whole', () => {
  it('is set better than line by line: the loosest line is less loose', () => {
    const loosest = (lines: readonly { readonly spaceRatio: number | null }[]) =>
      Math.max(...lines.slice(0, -1).map((line) => line.spaceRatio ?? 0))
    const spans = [{ text: TEXT, style, breaks: textBreaks }]
    const greedy = wrapSpans(spans, () => WIDTH, setting).lines.map((line) => {
      const spaces = words(line).split(' ').length - 1
      const natural = (style.face.width(' ') * style.size) / 1000
      return { spaceRatio: spaces === 0 ? null : 1 + (WIDTH - line.width) / spaces / natural }
    })
    expect(loosest(setParagraph([{ text: TEXT, style }], justified, setting))).toBeLessThan(loosest(greedy))
  })
  it('never hyphenates or stretches ragged text', () => {
    const ragged = setParagraph([{ text: TEXT, style }], { ...justified, align: 'ragged' }, setting)
    for (const line of ragged) {
      expect(line.hyphenated).toBe(false)
      expect(ends(line)).toBeLessThanOrEqual(WIDTH + 1e-6)
      for (const piece of line.pieces) expect(piece.scale).toBe(1)
    }
  })
  it('breaks a word wider than the line rather than let it out', () => {
    const lines = setParagraph([{ text: `un ${'x'.repeat(200)} mot`, style }], justified, setting)
    for (const line of lines) expect(ends(line)).toBeLessThan(WIDTH + 1)
  })
  it('takes nothing, one word, and a first indent', () => {
    expect(setParagraph([], justified, setting)).toEqual([])
    const [line] = setParagraph([{ text: 'Oui', style }], { ...justified, indent: 12 }, setting)
    expect(line?.pieces[0]?.x).toBeCloseTo(12, 6)
  })
})

describe('short lines', () => {
  it('breaks a long mail before its signs, and every line fits', () => {
    const text = 'prenom.de.la.tres.longue.famille@association-des-anciens.exemple.org'
    const { lines, how } = wrapSpans([{ text, style, breaks: mailBreaks }], () => 120, setting)
    expect(how).toBe('wrapped')
    expect(lines.map(words).join('')).toBe(text)
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(120 + 1e-6)
  })
  it('parts a mail that no line holds once, before its sign, or after a full stop when that fits better', () => {
    const mail = (text: string, width: number) => {
      const { lines } = wrapMail({ text, style, breaks: mailBreaks }, () => width, setting)
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 1e-6)
      return lines.map(words)
    }
    expect(mail('jean.dupont@exemple.org', 200)).toEqual(['jean.dupont@exemple.org'])
    expect(mail('contact@association-des-marcheurs.example', 160)).toEqual([
      'contact',
      '@association-des-marcheurs.example',
    ])
    expect(mail('anne.sophie.de.la.tour.blanche@ex.org', 110)).toEqual(['anne.sophie.de.la.tour.', 'blanche@ex.org'])
  })
  it('narrows a word that only just misses', () => {
    const { lines, how } = wrapSpans([{ text: 'Villefranche', style, breaks: textBreaks }], () => 50, setting)
    expect(how).toBe('narrowed')
    expect(lines[0]?.width).toBeCloseTo(50, 6)
  })
  it('parts two lines after a comma rather than within a name', () => {
    const spans = [{ text: 'Professeur de mathématiques, Fondation Marchandier', style, breaks: textBreaks }]
    const { lines } = wrapSpans(spans, () => 170, setting)
    expect(lines.map(words)).toEqual(['Professeur de mathématiques,', 'Fondation Marchandier'])
  })
  it('abridges a head with an ellipsis', () => {
    const line = abridged([{ text: 'Villefranche-sur-Saône et environs', style }], 60, setting)
    expect(words(line)).toMatch(/^Villef.*…$/)
    expect(line.width).toBeLessThanOrEqual(60 + 1e-6)
  })
})
