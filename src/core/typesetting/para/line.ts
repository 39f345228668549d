import { type Face, type Shaped, THIN_SPACE } from '../font/face.ts'
import { runsOf } from '../font/fontset.ts'
import type { Fonts } from '../font/registry.ts'
import type { Colour, Piece } from '../list/display.ts'

export type Style = { readonly face: Face; readonly size: number; readonly colour: Colour }

export type Span = { readonly text: string; readonly style: Style }

/** Pieces from left to right, starting at x = 0. */
export type Line = { readonly pieces: readonly Piece[]; readonly width: number }

/** What the setter needs besides the text: the open fonts, and whom to tell about clusters without a glyph. */
export type Setting = { readonly fonts: Fonts; readonly missing: (cluster: string) => void }

/** Width of the box that stands for a missing cluster, in thousandths of an em. */
const BOX_WIDTH = 600
const THIN = '\u202f'
/** Letters that fill their em look too large beside Latin of the same size: they are set a little smaller. */
const OPTICAL_SIZES: Readonly<Record<string, number>> = {
  chinese: 0.91,
  japanese: 0.91,
  korean: 0.91,
  georgian: 0.95,
  devanagari: 0.95,
}

/** Sets one span in a single line from `x` on, appends its pieces, and returns where it ends. */
export function setSpan(pieces: Piece[], x: number, { text, style }: Span, setting: Setting): number {
  const quick = style.face.quick(text)
  if (quick !== null) return setQuick(pieces, x, quick, style)
  if (!text.includes(THIN)) return setRuns(pieces, x, text, style, setting)
  const thin = (style.size * THIN_SPACE) / 1000
  for (const [index, group] of text.split(THIN).entries()) {
    if (index > 0) {
      pieces.push(fixedSpace(x, thin, style))
      x += thin
    }
    if (group !== '') x = setRuns(pieces, x, group, style, setting)
  }
  return x
}

function setQuick(pieces: Piece[], x: number, shaped: Shaped, { face, size, colour }: Style): number {
  const width = (shaped.width * size) / 1000
  pieces.push({ x, width, face, size, colour, shaped, scale: 1 })
  return x + width
}

function setRuns(pieces: Piece[], x: number, text: string, { face, size, colour }: Style, setting: Setting): number {
  for (const run of runsOf(text, face, setting.fonts, setting.missing)) {
    const fitted = size * (OPTICAL_SIZES[run.face.name] ?? 1)
    const width = ((run.shaped?.width ?? BOX_WIDTH) * fitted) / 1000
    pieces.push({ x, width, face: run.face, size: fitted, colour, shaped: run.shaped, scale: 1 })
    x += width
  }
  return x
}

/** A space glyph of a width of ours, so that extraction still reads a space. */
export function fixedSpace(x: number, width: number, { face, size, colour }: Style): Piece {
  const shaped = face.quick(' ')
  const natural = shaped === null ? 0 : (shaped.width * size) / 1000
  return { x, width, face, size, colour, shaped, scale: 1, space: width - natural }
}

/** Sets spans one after the other on a single line, however long. */
export function setLine(spans: readonly Span[], setting: Setting): Line {
  const pieces: Piece[] = []
  let x = 0
  for (const span of spans) x = setSpan(pieces, x, span, setting)
  return { pieces, width: x }
}

/** The line narrowed to a width by scaling its glyphs; unchanged when it fits. */
export function narrowed(line: Line, width: number): Line {
  if (line.width <= width) return line
  const factor = width / line.width
  const pieces = line.pieces.map((piece) => ({
    ...piece,
    x: piece.x * factor,
    width: piece.width * factor,
    scale: piece.scale * factor,
  }))
  return { pieces, width }
}

/** The line moved to the right. */
export function shifted(line: Line, by: number): Line {
  if (by === 0) return line
  return { pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + by })), width: line.width }
}

/** The line with space added between its glyphs, for capitals of titles. Ligatures are not undone: track plain letters. */
export function tracked(line: Line, track: number): Line {
  if (track === 0) return line
  let x = 0
  const pieces = line.pieces.map((piece) => {
    const shaped = piece.shaped
    if (shaped === null) return piece
    const extra = (track * 1000) / piece.size
    const kerns = shaped.glyphs.map((_, i) => (shaped.kerns?.[i] ?? 0) + extra)
    const spaced = { ...shaped, kerns, width: shaped.width + extra * shaped.glyphs.length }
    const moved = { ...piece, x, width: (spaced.width * piece.size) / 1000, shaped: spaced }
    x += moved.width
    return moved
  })
  return { pieces, width: x - track }
}
