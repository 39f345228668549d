import type { Op, Page } from '../list/display.ts'
import { mm } from '../list/units.ts'

const SHEET = { width: mm(297), height: mm(210) }
/** Thickness of one sheet of 80 g paper, which pushes the inner sheets outwards when the booklet is folded. */
const PAPER = mm(0.1)
const TICK = 6

/** Two pages side by side on one side of a sheet, 1-based; `sheet` counts from the outside. */
type SheetSide = { readonly sheet: number; readonly left: number; readonly right: number }

/** Order of the pages of a stapled booklet: sheet 1 carries N and 1, then 2 and N − 1. `pages` is a multiple of four. */
export function saddleOrder(pages: number): readonly SheetSide[] {
  if (pages % 4 !== 0) throw new RangeError(`A booklet needs a multiple of four pages, not ${pages}`)
  const sides: SheetSide[] = []
  for (let sheet = 0; sheet < pages / 4; sheet++) {
    sides.push({ sheet, left: pages - 2 * sheet, right: 2 * sheet + 1 })
    sides.push({ sheet, left: 2 * sheet + 2, right: pages - 2 * sheet - 1 })
  }
  return sides
}

/**
 * A5 pages two by two on landscape A4, to print on both sides (turned on the short edge), fold and staple. Inner
 * sheets are moved towards the fold by the thickness of the paper around them; each half is clipped at the fold.
 */
export function saddle(pages: readonly Page[]): readonly Page[] {
  const middle = SHEET.width / 2
  return saddleOrder(pages.length).map(({ sheet, left, right }) => {
    const creep = sheet * PAPER
    return {
      ...SHEET,
      ops: [
        half(pages[left - 1]!, middle - pages[left - 1]!.width + creep, 0),
        half(pages[right - 1]!, middle - creep, middle),
        tick(middle, 0),
        tick(middle, SHEET.height - TICK),
      ],
    }
  })
}

function half(page: Page, dx: number, clipFrom: number): Op {
  const clip = { x: clipFrom, y: 0, width: SHEET.width / 2, height: SHEET.height }
  return { kind: 'place', page, dx, dy: (SHEET.height - page.height) / 2, clip }
}

function tick(x: number, y: number): Op {
  return { kind: 'rule', x1: x, y1: y, x2: x, y2: y + TICK, weight: 0.25, colour: '#000000' }
}
