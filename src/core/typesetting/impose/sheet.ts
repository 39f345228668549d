import type { Box, Op } from '../list/display.ts'
import { mm } from '../list/units.ts'

/** Sheets a booklet is printed on, open and lying, in millimetres (ISO 216, ISO 217 for SRA3; ANSI A and B). */
const SHEETS = {
  A4: [297, 210],
  A3: [420, 297],
  SRA3: [450, 320],
  letter: [279.4, 215.9],
  tabloid: [431.8, 279.4],
} as const
/** Where the spread is no sheet of paper itself, it is cut out of one of these, the smallest that holds it. */
const CUT_FROM = ['A4', 'A3', 'SRA3'] as const
/** What runs off the page goes on so far, as print shops ask; marks stop short of it. */
export const BLEED = mm(3)
/** By how much a spread may differ from its sheet, in millimetres: 2 × 148 of A5 on the 297 of A4. */
const SAME = 1.5

export type SheetName = keyof typeof SHEETS | 'spread'
export type Sheet = { readonly name: SheetName; readonly width: number; readonly height: number }

/**
 * The sheet for two pages side by side, in points: the paper sold in that size, else the smallest it can be cut out of, else
 * one of exactly their size, for a print shop.
 */
export function sheetFor(page: { readonly width: number; readonly height: number }): Sheet {
  const [width, height] = [page.width * 2, page.height]
  const same = (name: keyof typeof SHEETS): boolean =>
    Math.abs(mm(SHEETS[name][0]) - width) <= mm(SAME) && Math.abs(mm(SHEETS[name][1]) - height) <= mm(SAME)
  const holds = (name: keyof typeof SHEETS): boolean => mm(SHEETS[name][0]) >= width && mm(SHEETS[name][1]) >= height
  const name = (Object.keys(SHEETS) as (keyof typeof SHEETS)[]).find(same) ?? CUT_FROM.find(holds)
  if (name === undefined) return { name: 'spread', width, height }
  return { name, width: mm(SHEETS[name][0]), height: mm(SHEETS[name][1]) }
}

/** Marks at the corners of what is to be cut out: hair lines, so far `away` from it. */
export function cropMarks(trim: Box, away: number, length: number): readonly Op[] {
  const [left, top, right, bottom] = [trim.x, trim.y, trim.x + trim.width, trim.y + trim.height]
  const mark = (x1: number, y1: number, x2: number, y2: number): Op => ({
    kind: 'rule',
    x1,
    y1,
    x2,
    y2,
    weight: 0.25,
    colour: '#000000',
  })
  const across = [left, right].flatMap((x) => [
    mark(x, top - away, x, top - away - length),
    mark(x, bottom + away, x, bottom + away + length),
  ])
  const along = [top, bottom].flatMap((y) => [
    mark(left - away, y, left - away - length, y),
    mark(right + away, y, right + away + length, y),
  ])
  return [...across, ...along]
}
