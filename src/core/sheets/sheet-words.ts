/** Words fitted into a cell: narrowed a little, then smaller, then over a second line, then reported. Never cut. */
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { cleanText } from '../typesetting/text/clean.ts'

/** As far as capitals may be narrowed before one sees it. */
export const NARROWEST = 0.88
/** Under 7 points an address is no more read by everybody (rules-fr.md 6.3). */
export const SMALLEST = 7
const LARGEST = 10.5
/** From one line to the next, of the size. */
export const LEADING = 1.2
/** Mean width of a capital line, of the size (rules-fr.md 6.3). */
const CAPITAL = 0.6
/** Characters of a long line as most addresses have it; the norm of the posts allows 38. */
const USUAL = 32
/** Six lines and the country (rules-fr.md 5.1). */
const LINES = 7
const STEP = 0.5
/** Points a block is set smaller before one of its lines is parted: the posts read a line as one. */
const SMALLER = 2

/** Points. */
export type Room = { readonly width: number; readonly height: number }

/** Lines that hold in a room, at which size. */
export type FittedWords = { readonly lines: readonly Line[]; readonly size: number }

/** The size of a whole run: the one at which usual addresses hold, between 7 and 10.5 points by half points. */
export function sizeFor({ width, height }: Room): number {
  const wanted = Math.min(width / (USUAL * CAPITAL * NARROWEST), height / (LINES * LEADING), LARGEST)
  return Math.max(SMALLEST, Math.floor(wanted / STEP) * STEP)
}

/** How high lines stand, from the top of the first capital to the lowest tail. */
export const heightOf = (lines: number, size: number): number => (lines - 1) * size * LEADING + size * 0.95

/** The text on one line, or on several parted at spaces; undefined when a word alone is too wide. */
function parted(text: string, style: Style, width: number, setting: Setting): readonly Line[] | undefined {
  const set = (words: string): Line => setLine([{ text: words, style }], setting)
  const holds = (line: Line): boolean => line.width * NARROWEST <= width
  const whole = set(text)
  if (holds(whole)) return [narrowed(whole, width)]
  const lines: Line[] = []
  let kept = ''
  for (const word of text.split(' ')) {
    const longer = kept === '' ? word : `${kept} ${word}`
    if (holds(set(longer))) {
      kept = longer
      continue
    }
    if (kept === '') return undefined
    lines.push(narrowed(set(kept), width))
    kept = word
    if (!holds(set(word))) return undefined
  }
  return [...lines, narrowed(set(kept), width)]
}

/** The texts as lines of a room, from the size of the style down to 7 points; undefined when they do not hold even so. */
export function fitted(texts: readonly string[], room: Room, style: Style, setting: Setting): FittedWords | undefined {
  const clean = texts.map(cleanText)
  const least = Math.min(SMALLEST, style.size)
  const at = (size: number, most: number): FittedWords | undefined => {
    const lines: Line[] = []
    for (const text of clean) {
      const some = parted(text, { ...style, size }, room.width, setting)
      if (some === undefined || some.length > most) return undefined
      lines.push(...some)
    }
    return heightOf(lines.length, size) <= room.height ? { lines, size } : undefined
  }
  for (let size = style.size; size >= Math.max(least, style.size - SMALLER); size -= STEP) {
    const whole = at(size, 1)
    if (whole !== undefined) return whole
  }
  for (let size = style.size; size >= least; size -= STEP) {
    const overLines = at(size, clean.length + 4)
    if (overLines !== undefined) return overLines
  }
  return undefined
}
