import type { FontFile, FontGlyph, GlyphPosition } from './font-file.ts'

/** Text turned into glyphs of one face. Measures are in thousandths of an em. */
export type Shaped = {
  readonly text: string
  readonly glyphs: readonly number[]
  /** Space added after each glyph beyond its own width (kerning, mark placement); null when there is none. */
  readonly kerns: readonly number[] | null
  /** Displacements of single glyphs (marks); null when there are none. */
  readonly offsets: readonly (readonly [number, number] | undefined)[] | null
  /** What each glyph stands for; null when glyph `n` stands for the text's code unit `n`. */
  readonly codePoints: readonly (readonly number[])[] | null
  readonly width: number
}

type Single = { readonly glyph: number; readonly width: number; readonly index: number }

/** Scripts whose letters neither join nor reorder, and the punctuation between them. */
const SIMPLE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u0259\u0386-\u03ff\u0400-\u0482\u048a-\u04ff\u1e00-\u1eff\u2002\u2003\u2009\u200a\u2010-\u2026\u202f\u2030\u2032\u2039\u203a\u20ac\u2116]*$/
const LONGEST_QUICK = 160
const MOST_PAIRED = 512
const MOST_WORDS = 20_000

const DOTLESS_I = 0x131
const SPACE = 0x20
const THIN = 0x202f
/** U+202F is 100–170/1000 em in fonts, too thin between groups of figures, and often absent: it is a space set to this width. */
export const THIN_SPACE = 170

/**
 * One font file with one set of features, and its memory. A full layout of a word costs 50–90 µs in fontkit; in the
 * scripts above, glyphs and widths are those of the single characters plus the kerning of each adjacent pair, so both
 * are asked of fontkit once and added up (2–6 µs). Where a pair does more than kern (ligature, contextual form), the
 * word goes the long way. `face.test.ts` compares both ways for every bundled Latin face.
 */
export class Face {
  readonly file: FontFile
  readonly name: string
  readonly features: readonly string[]
  readonly unit: number
  readonly ascent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly #singles: (Single | null | undefined)[] = []
  readonly #pairs: (Float64Array | undefined)[] = []
  readonly #words = new Map<string, Shaped | null>()
  readonly #layouts = new Map<string, Shaped>()
  #paired = 0

  constructor(file: FontFile, name: string, features: readonly string[]) {
    this.file = file
    this.name = name
    this.features = features
    this.unit = 1000 / file.unitsPerEm
    this.ascent = file.ascent * this.unit
    this.capHeight = (file.capHeight || 0.7 * file.unitsPerEm) * this.unit
    this.xHeight = (file.xHeight || 0.48 * file.unitsPerEm) * this.unit
  }

  has(codePoint: number): boolean {
    return this.file.hasGlyphForCodePoint(codePoint)
  }

  /** Width of a short known text, in thousandths of an em. */
  width(text: string): number {
    return (this.quick(text) ?? this.layout(text)).width
  }

  /**
   * Glyphs by adding up pairs; null when the text needs the long way or a character is not in this face. A thin fixed
   * space (U+202F) is a space of `THIN_SPACE`, and read back as a space.
   */
  quick(text: string): Shaped | null {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const shaped = this.#addUp(text)
    if (this.#words.size >= MOST_WORDS) this.#words.clear()
    this.#words.set(text, shaped)
    return shaped
  }

  /** Full layout by fontkit, remembered. The script tag and direction are those of OpenType (`arab`, `rtl`). */
  layout(text: string, script?: string, direction?: 'ltr' | 'rtl'): Shaped {
    const key = script === undefined ? text : `${text}\u0000${script}${direction}`
    let shaped = this.#layouts.get(key)
    if (shaped === undefined) {
      shaped = this.#ask(text, script, direction)
      if (this.#layouts.size >= MOST_WORDS) this.#layouts.clear()
      this.#layouts.set(key, shaped)
    }
    return shaped
  }

  /** The glyph a character has on its own in this face, or null when it has none or needs more than one. */
  glyphOf(character: string): number | null {
    if (character.length !== 1) return null
    return this.#single(character.charCodeAt(0))?.glyph ?? null
  }

  /** Kerning between two characters in thousandths of an em; Infinity when the pair does more than kern. */
  kern(left: string, right: string): number {
    const a = this.#single(left.charCodeAt(0))
    const b = this.#single(right.charCodeAt(0))
    return a && b ? this.#pair(a, b, left.charCodeAt(0), right.charCodeAt(0)) : Number.POSITIVE_INFINITY
  }

  #addUp(text: string): Shaped | null {
    const length = text.length
    if (length > LONGEST_QUICK || !SIMPLE.test(text)) return null
    const glyphs: number[] = new Array(length)
    let kerns: number[] | null = null
    let width = 0
    let previous: Single | null = null
    let previousCode = 0
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i)
      const single = this.#single(code === THIN ? SPACE : code)
      if (single === null) return null
      glyphs[i] = single.glyph
      if (code === THIN) {
        kerns ??= new Array<number>(length).fill(0)
        kerns[i] = THIN_SPACE - single.width
        width += THIN_SPACE
        previous = null
        continue
      }
      width += single.width
      if (previous !== null) {
        const row = this.#pairs[previous.index]
        let kern = row === undefined ? Number.NaN : row[single.index]!
        if (Number.isNaN(kern)) kern = this.#pair(previous, single, previousCode, code)
        if (kern !== 0) {
          if (kern === Number.POSITIVE_INFINITY) return null
          kerns ??= new Array<number>(length).fill(0)
          kerns[i - 1] = kern
          width += kern
        }
      }
      previous = single
      previousCode = code
    }
    return { text: text.replaceAll('\u202f', ' '), glyphs, kerns, offsets: null, codePoints: null, width }
  }

  #single(code: number): Single | null {
    const known = this.#singles[code]
    if (known !== undefined) return known
    let single: Single | null = null
    if (this.has(code) && this.#paired < MOST_PAIRED) {
      const { glyphs, positions } = this.file.layout(String.fromCharCode(code), this.features)
      const glyph = glyphs[0]
      const position = positions[0]
      const plain = glyphs.length === 1 && glyph && position && glyph.id !== 0 && !position.xOffset && !position.yOffset
      // The small capital of both is one glyph, which would be read as the `i` it stands for elsewhere: `Kılıç`.
      const dotless = code === DOTLESS_I && glyph?.id === this.#single(0x69)?.glyph
      if (plain && !dotless && position.xAdvance === glyph.advanceWidth)
        single = { glyph: glyph.id, width: position.xAdvance * this.unit, index: this.#paired++ }
    }
    this.#singles[code] = single
    return single
  }

  #pair(a: Single, b: Single, left: number, right: number): number {
    let row = this.#pairs[a.index]
    if (row === undefined) {
      row = new Float64Array(MOST_PAIRED).fill(Number.NaN)
      this.#pairs[a.index] = row
    }
    const known = row[b.index]!
    if (!Number.isNaN(known)) return known
    const { glyphs, positions } = this.file.layout(String.fromCharCode(left, right), this.features)
    const [first, second] = positions
    let kern = Number.POSITIVE_INFINITY
    if (glyphs.length === 2 && glyphs[0]!.id === a.glyph && glyphs[1]!.id === b.glyph && first && second) {
      const moved = first.xOffset || first.yOffset || second.xOffset || second.yOffset
      const kept = second.xAdvance === glyphs[1]!.advanceWidth
      if (!moved && kept) kern = (first.xAdvance - glyphs[0]!.advanceWidth) * this.unit
    }
    row[b.index] = kern
    return kern
  }

  #ask(text: string, script?: string, direction?: 'ltr' | 'rtl'): Shaped {
    const { glyphs, positions } = faithfulLayout(this.file, text, this.features, script, direction)
    const kerns: number[] = []
    const offsets: (readonly [number, number] | undefined)[] = []
    let moved = false
    let width = 0
    glyphs.forEach((glyph, i) => {
      const position = positions[i]!
      const kern = (position.xAdvance - glyph.advanceWidth) * this.unit
      kerns.push(Math.abs(kern) < 1e-9 ? 0 : kern)
      const offset = this.#offset(glyph, position, glyphs[i - 1])
      if (offset !== undefined) {
        offsets[i] = offset
        moved = true
      }
      width += position.xAdvance * this.unit
    })
    return {
      text,
      glyphs: glyphs.map((glyph) => glyph.id),
      kerns: kerns.some((kern) => kern !== 0) ? kerns : null,
      offsets: moved ? offsets : null,
      codePoints: glyphs.map((glyph) => glyph.codePoints),
      width,
    }
  }

  /**
   * Where a glyph stands beside the pen. In Source Sans, a composed small capital has no anchor for a further mark
   * (`ọ̀`): the mark stays where the pen is, at the height of full capitals, so it is centred and brought down here.
   */
  #offset(glyph: FontGlyph, position: GlyphPosition, before: FontGlyph | undefined): [number, number] | undefined {
    if (position.xOffset || position.yOffset) return [position.xOffset * this.unit, position.yOffset * this.unit]
    const stray = glyph.advanceWidth === 0 && this.features.includes('smcp') && (before?.advanceWidth ?? 0) > 0
    if (!stray || before === undefined) return undefined
    return [(-before.advanceWidth * this.unit) / 2, this.xHeight * 1.11 - this.capHeight]
  }
}

/**
 * fontkit's layout with the characters each glyph stands for at its own place. fontkit keeps one object per glyph, with
 * the characters of the first text that used it: `ب` and `ن`, which share a drawing, would be told as one letter.
 */
function faithfulLayout(
  file: FontFile,
  text: string,
  features: readonly string[],
  script: string | undefined,
  direction: 'ltr' | 'rtl' | undefined,
): ReturnType<FontFile['layout']> {
  const kept = file.getGlyph.bind(file)
  file.getGlyph = (id, characters = []) => Object.create(kept(id), { codePoints: { value: characters } }) as FontGlyph
  try {
    return file.layout(text, features, script, undefined, direction)
  } finally {
    Reflect.deleteProperty(file, 'getGlyph')
  }
}
