import type { FontFile } from '../font/font-file.ts'
import type { Piece } from '../list/display.ts'

const backwards = new WeakMap<FontFile, Map<number, number>>()

/**
 * What a glyph means where it stands, when text is copied from the page or searched. A letter drawn in parts (`ش`, or
 * `ọ` in `Adébáyọ̀`) has its whole meaning on its first part and none on the others.
 */
export function meaningOf(glyph: number, { face, shaped }: Piece, index: number): readonly number[] {
  if (shaped!.codePoints === null) return [shaped!.text.charCodeAt(index)]
  const given = shaped!.codePoints[index]!
  if (given.length > 0 || shaped!.offsets?.[index] !== undefined) return given
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
