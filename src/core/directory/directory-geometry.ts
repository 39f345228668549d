import { mm } from '../typesetting/list/units.ts'
import type { DirectoryLook } from './look.rules.ts'

/** Everything of a look that is a measure, in points. */
export type Geometry = ReturnType<typeof geometryOf>

/** Measures of the pages of a look. What stands around the list grows with the paper, more slowly than it. */
export function geometryOf(look: DirectoryLook) {
  const { size, leading, columns, gutter, margins } = look
  const page = {
    width: mm(look.width),
    height: mm(look.height),
    /** At the fold: left on odd pages, right on even ones. */
    inner: mm(margins.inner),
    outer: mm(margins.outer),
    top: mm(margins.top),
    bottom: mm(margins.bottom),
  }
  const text = { width: page.width - page.inner - page.outer, height: page.height - page.top - page.bottom }
  /** The paper beside an A5, and the letters beside those of the classic style. */
  const paper = Math.min(page.width / 419.53, page.height / 595.28)
  const letters = size / 7.5
  const around = Math.max(1 + (paper - 1) * 0.35, letters ** 0.5)
  const lines = Math.floor(text.height / leading)
  const head = look.style === 'large' ? size * 3 : 21 * letters ** 0.6
  return {
    page,
    text,
    /** Growth of the whole page, and of what stands around the list. */
    paper,
    around,
    /** The alphabetical list. */
    list: {
      columns,
      gutter,
      columnWidth: (text.width - (columns - 1) * gutter) / columns,
      leading,
      gap: leading * (look.style === 'classic' ? 0.5 : 0.56),
      hanging: size * 1.07,
      continuation: size * 0.8,
      /** From the foot of a line's own height up to its baseline. */
      rise: size * 0.21,
      /** White between two cross-references that follow each other. */
      referenceGap: leading / 4,
      /** Letter heading: its size, its height from the top of the capital, white above it, room that must stay below it. */
      letter: head,
      letterBaseline: head * (look.style === 'classic' ? 0.767 : 0.98),
      letterHeight: head * (look.style === 'classic' ? 1.014 : 1.32),
      letterGap: leading * 2.2,
      letterClear: 8 * leading,
      /** Lines of the tallest item that is not parted (a letter heading may stand above it), and of its parts. */
      tallest: Math.max(8, lines - Math.ceil((head * 1.32) / leading) - 1),
      part: Math.max(6, lines - 12),
    },
    index: indexGeometry(look, text.width, text.height),
    /** Running text: its size, its leading, and the width of a line that is still read with ease. */
    body: bodyGeometry(look, paper, text.width),
  }
}

function indexGeometry({ size, leading, style, gutter }: DirectoryLook, width: number, height: number) {
  const letters = style === 'large' ? size : size * 0.907
  const step = style === 'large' ? leading : size * 1.147
  const between = Math.max(12, gutter * 0.8)
  const columns = Math.max(1, Math.min(6, Math.floor((width + between) / (15 * letters + between))))
  const titleHeight = Math.max(40, letters * 4)
  return {
    columns,
    gutter: between,
    columnWidth: (width - (columns - 1) * between) / columns,
    size: letters,
    leading: step,
    titleHeight,
    /** Lines of a column under a title, and of a whole one. */
    openingRoom: Math.floor((height - titleHeight) / step),
    fullRoom: Math.floor(height / step),
    /** How far the second line of a name stands in. */
    turnover: letters * 1.18,
  }
}

function bodyGeometry({ size, style }: DirectoryLook, paper: number, width: number) {
  const letters = style === 'large' ? size : 9 * (1 + (paper - 1) * 0.4)
  const leading = letters * (style === 'large' ? 1.3 : 4 / 3)
  return { size: letters, leading, measure: Math.min(width, letters * 42) }
}
