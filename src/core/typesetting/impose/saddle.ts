import type { Op, Page } from '../list/display.ts'
import { mm } from '../list/units.ts'
import { BLEED, cropMarks, type Sheet, sheetFor } from './sheet.ts'

/** Thickness of one sheet of 80 g paper, which pushes the inner sheets outwards when the booklet is folded. */
const PAPER = mm(0.1)
const TICK = 6
/** Room beside the spread from which it is worth marking where to cut. */
const CUT = mm(2)

/** Two pages side by side on one side of a sheet, 1-based; `sheet` counts from the outside of its cahier. */
type SheetSide = { readonly sheet: number; readonly left: number; readonly right: number }

/** Pages of a cahier when the book is sewn or glued rather than stapled through. */
type Signature = 16 | 32

/**
 * Order of the pages of a stapled booklet: sheet 1 carries N and 1, then 2 and N − 1. `pages` is a multiple of four. With
 * `signature` the book is made of cahiers of so many pages, one after the other; the last may be thinner.
 */
export function saddleOrder(pages: number, signature: number = pages): readonly SheetSide[] {
  if (pages % 4 !== 0) throw new RangeError(`A booklet needs a multiple of four pages, not ${pages}`)
  const sides: SheetSide[] = []
  for (let before = 0; before < pages; before += signature) {
    const count = Math.min(signature, pages - before)
    for (let sheet = 0; sheet < count / 4; sheet++) {
      const [first, last] = [before + 2 * sheet, before + count - 2 * sheet]
      sides.push({ sheet, left: last, right: first + 1 })
      sides.push({ sheet, left: first + 2, right: last - 1 })
    }
  }
  return sides
}

/**
 * Pages two by two on sheets of twice their size, to print on both sides (turned on the short edge), fold and staple.
 * Inner sheets are moved towards the fold by the thickness of the paper around them; each half is clipped at the fold, and
 * where the sheet is larger than the spread, marks say where to cut.
 */
export function saddle(pages: readonly Page[], signature?: Signature): readonly Page[] {
  const [first] = pages
  if (first === undefined) return []
  const sheet = sheetFor(first)
  const middle = sheet.width / 2
  const marks = cuts(first, sheet)
  return saddleOrder(pages.length, signature).map(({ sheet: depth, left, right }) => {
    const creep = depth * PAPER
    return {
      width: sheet.width,
      height: sheet.height,
      ops: [
        half(pages[left - 1]!, middle - pages[left - 1]!.width + creep, sheet, 'left'),
        half(pages[right - 1]!, middle - creep, sheet, 'right'),
        tick(middle, 0),
        tick(middle, sheet.height - TICK),
        ...marks,
      ],
    }
  })
}

function half(page: Page, dx: number, sheet: Sheet, side: 'left' | 'right'): Op {
  const [middle, dy] = [sheet.width / 2, (sheet.height - page.height) / 2]
  // What runs off the page is cut there, and shows no further.
  const edge = Math.max(0, middle - page.width - BLEED)
  const top = Math.max(0, dy - BLEED)
  const clip = { x: side === 'left' ? edge : middle, y: top, width: middle - edge, height: sheet.height - 2 * top }
  return { kind: 'place', page, dx, dy, clip }
}

function cuts(page: Page, sheet: Sheet): readonly Op[] {
  const [beside, above] = [sheet.width / 2 - page.width, (sheet.height - page.height) / 2]
  if (Math.max(beside, above) < CUT) return []
  const trim = { x: beside, y: above, width: page.width * 2, height: page.height }
  return cropMarks(trim, BLEED, mm(5))
}

function tick(x: number, y: number): Op {
  return { kind: 'rule', x1: x, y1: y, x2: x, y2: y + TICK, weight: 0.25, colour: '#000000' }
}
