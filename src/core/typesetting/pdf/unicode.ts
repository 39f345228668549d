import type { FontFile } from '../font/font-file.ts'
import type { Piece } from '../list/display.ts'

const backwards = new WeakMap<FontFile, Map<number, number>>()

/**
 * What a glyph means when text is copied from the page. fontkit hands the composed letter to the base glyph of a
 * decomposition (`ọ̀` in `Adébáyọ̀`), and the first meaning seen would hold for the whole file: every later `o` would
 * be copied as `ọ`. So a decomposable letter is believed only when the glyph is really its own.
 */
export function meaningOf(glyph: number, piece: Piece, index: number): readonly number[] {
  const { face, shaped } = piece
  const given = shaped!.codePoints === null ? [shaped!.text.charCodeAt(index)] : shaped!.codePoints[index]!
  if (given.length > 1) return given
  const only = given[0]
  if (only !== undefined) {
    const letters = [...String.fromCodePoint(only).normalize('NFD')]
    if (letters.length < 2 || face.glyphOf(String.fromCodePoint(only)) === glyph) return given
    const base = letters[0]!
    if (face.glyphOf(base) === glyph) return [base.codePointAt(0)!]
  }
  const known = reverse(face.file).get(glyph)
  return known === undefined ? given : [known]
}

function reverse(file: FontFile): Map<number, number> {
  let map = backwards.get(file)
  if (map === undefined) {
    map = new Map()
    for (const codePoint of file.characterSet) {
      const { id } = file.glyphForCodePoint(codePoint)
      if (!map.has(id)) map.set(id, codePoint)
    }
    backwards.set(file, map)
  }
  return map
}
