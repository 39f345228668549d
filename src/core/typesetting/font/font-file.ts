/** One parsed font file: the part of fontkit's object this room relies on (fontkit is pinned, tests cover it). */
export type FontFile = {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly postscriptName: string
  readonly characterSet: readonly number[]
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): FontGlyph
  getGlyph(id: number, characters?: readonly number[]): FontGlyph
  layout(
    text: string,
    features?: readonly string[],
    script?: string,
    language?: string,
    direction?: 'ltr' | 'rtl',
  ): { readonly glyphs: readonly FontGlyph[]; readonly positions: readonly GlyphPosition[] }
}

export type FontGlyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }

export type GlyphPosition = { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }
