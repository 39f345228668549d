/** Pages of cells: what each one shows is drawn in its box, at its place on the sheet. */

import { drawnPage, type Op, type Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { cellPlace, cellsOf, type Offset, paddingOf, type SheetFormat } from './sheets.rules.ts'

/** In points. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type GridWay = {
  /** The first cell to use on the first page, 1 when the sheet is whole. */
  readonly first: number
  readonly offset: Offset
  readonly side?: 'front' | 'back'
}

/** A cell without its padding. */
export const roomIn = (format: SheetFormat, { x, y, width, height }: Box): Box => {
  const [aside, above] = [mm(paddingOf(format).x), mm(paddingOf(format).y)]
  return { x: x + aside, y: y + above, width: width - 2 * aside, height: height - 2 * above }
}

/** The box of a cell, moved by what the printer is off. */
export function cellBox(format: SheetFormat, at: number, { offset, side = 'front' }: Omit<GridWay, 'first'>): Box {
  const { x, y } = cellPlace(format, at, side)
  const { width, height } = format.cell
  return { x: mm(x + offset.x / 10), y: mm(y + offset.y / 10), width: mm(width), height: mm(height) }
}

/** Pages on which `draw` shows each item in its cell; drawn as they are painted, so that thousands are not kept at once. */
export function gridPages<Item>(
  format: SheetFormat,
  items: readonly Item[],
  way: GridWay,
  draw: (item: Item, box: Box) => readonly Op[],
): readonly Page[] {
  const [each, used] = [cellsOf(format), way.first - 1]
  const count = Math.ceil((used + items.length) / each)
  return Array.from({ length: count }, (_, page) =>
    drawnPage(mm(format.page.width), mm(format.page.height), () => {
      const begins = Math.max(0, page * each - used)
      return items
        .slice(begins, (page + 1) * each - used)
        .flatMap((item, at) => draw(item, cellBox(format, used + begins + at, way)))
    }),
  )
}
