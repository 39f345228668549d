/**
 * Sheets of labels and cards, and envelopes, in millimetres: facts of rules-fr.md 6 (cross-checked there between LibreOffice,
 * gLabels and other tables). No drawing, no database.
 */

export type SheetUse = 'labels' | 'cards' | 'envelopes'

type Size = { readonly width: number; readonly height: number }

/** A sheet cut in columns and rows of equal cells. */
export type SheetFormat = {
  /** What it is sold as, or the name of one's own: `L7163`. */
  readonly code: string
  /** Other codes of the same die. */
  readonly alike: readonly string[]
  readonly use: SheetUse
  readonly page: Size
  readonly columns: number
  readonly rows: number
  readonly cell: Size
  /** From the left edge of a cell to that of the next, and from top to top. */
  readonly pitch: { readonly x: number; readonly y: number }
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}

const A4: Size = { width: 210, height: 297 }

/** `columns × rows`, the cell, then where the first begins and how far to the next; the sheet is the same from either edge. */
const even = (
  use: SheetUse,
  codes: string,
  [columns, rows]: readonly [number, number],
  [width, height]: readonly [number, number],
  [left, top]: readonly [number, number],
  [x, y]: readonly [number, number],
): SheetFormat => {
  const [code = '', ...alike] = codes.split(' ')
  const margins = { left, top, right: left, bottom: top }
  return { code, alike, use, page: A4, columns, rows, cell: { width, height }, pitch: { x, y }, margins }
}

/** An envelope shows its address where a window of 100 × 45 would be (rules-fr.md 6.5 and 6.7). */
const envelope = (code: string, width: number, height: number, bottom: number): SheetFormat => ({
  ...{ code, alike: [], use: 'envelopes', page: { width, height }, columns: 1, rows: 1 },
  ...{ cell: { width: 100, height: 45 }, pitch: { x: 100, y: 45 } },
  margins: { left: width - 120, top: height - bottom - 45, right: 20, bottom },
})

export const sheetFormats: readonly SheetFormat[] = [
  even('labels', 'L7163 J8163', [2, 7], [99.1, 38.1], [4.67, 15.15], [101.6, 38.1]),
  even('labels', 'L7160 J8160 7160', [3, 7], [63.5, 38.1], [7.21, 15.15], [66.04, 38.1]),
  even('labels', 'L7159 J8159', [3, 8], [63.5, 33.9], [7.2, 13], [66, 33.87]),
  even('labels', 'L7162 J8162', [2, 8], [99.1, 33.9], [4.67, 13.02], [101.6, 33.87]),
  even('labels', 'L7173 J8173', [2, 5], [99.1, 57], [4.67, 6], [101.6, 57]),
  even('labels', 'L7165 J8165', [2, 4], [99.1, 67.7], [4.67, 13.04], [101.6, 67.73]),
  even('labels', 'L7161', [3, 6], [63.5, 46.6], [7.21, 8.82], [66.04, 46.56]),
  even('labels', 'L7651', [5, 13], [38.1, 21.2], [4.67, 10.9], [40.64, 21.17]),
  even('labels', '3422', [3, 8], [70, 35], [0, 8.5], [70, 35]),
  even('labels', '3474', [3, 8], [70, 37], [0, 0.5], [70, 37]),
  even('labels', '3475', [3, 8], [70, 36], [0, 4.5], [70, 36]),
  even('cards', 'C32011', [2, 5], [85, 54], [15, 13.5], [95, 54]),
  even('cards', 'C32015', [2, 4], [85, 54], [17, 31.5], [91, 60]),
  even('cards', 'L7414', [2, 5], [90, 52], [15, 18.5], [90, 52]),
  envelope('DL', 220, 110, 20),
  envelope('C5', 229, 162, 60),
]

/** A list of addresses from many countries wants the wide label (rules-fr.md 6.3). */
export const usualFormat = { labels: 'L7163', cards: 'C32011', envelopes: 'DL' } as const satisfies Record<
  SheetUse,
  string
>

/** The format sold under a code, or under one of the same die; case does not matter. */
export const formatNamed = (code: string): SheetFormat | undefined => {
  const sought = code.trim().toUpperCase()
  return sheetFormats.find((format) => format.code === sought || format.alike.includes(sought))
}

export const cellsOf = ({ columns, rows }: Pick<SheetFormat, 'columns' | 'rows'>): number => columns * rows

/** What is measured of a sheet of one's own; the right and lower margins are what is left. */
export type SheetMeasures = {
  readonly page: Size
  readonly columns: number
  readonly rows: number
  readonly cell: Size
  readonly pitch: { readonly x: number; readonly y: number }
  readonly left: number
  readonly top: number
}

/** Tolerance of a ruler, in millimetres. */
const RULER = 0.1

/** Where the cells end, from the left and from the top. */
const extent = ({ columns, rows, cell, pitch, left, top }: SheetMeasures): Size => ({
  width: left + (columns - 1) * pitch.x + cell.width,
  height: top + (rows - 1) * pitch.y + cell.height,
})

/** Why a sheet cannot be so, and the measure that says it; undefined when it can. */
export function sheetTrouble(
  sheet: SheetMeasures,
): { readonly reason: 'sheetTooLarge' | 'cellsOverlap'; readonly field: string } | undefined {
  const { page, columns, rows, cell, pitch } = sheet
  const reached = extent(sheet)
  if (reached.width > page.width + RULER) return { reason: 'sheetTooLarge', field: 'cell.width' }
  if (reached.height > page.height + RULER) return { reason: 'sheetTooLarge', field: 'cell.height' }
  if (columns > 1 && pitch.x < cell.width - RULER) return { reason: 'cellsOverlap', field: 'pitch.x' }
  if (rows > 1 && pitch.y < cell.height - RULER) return { reason: 'cellsOverlap', field: 'pitch.y' }
  return undefined
}

const hundredths = (millimetres: number): number => Math.round(millimetres * 100) / 100

/** The format of one's own measures; ask `sheetTrouble` first. */
export function ownFormat(name: string, use: SheetUse, sheet: SheetMeasures): SheetFormat {
  const { left, top, ...measures } = sheet
  const reached = extent(sheet)
  const right = hundredths(sheet.page.width - reached.width)
  const bottom = hundredths(sheet.page.height - reached.height)
  return { code: name, alike: [], use, ...measures, margins: { left, top, right, bottom } }
}

/** What a printer is off by, in tenths of a millimetre: to the right and down when positive. */
export type Offset = { readonly x: number; readonly y: number }
export const mostOffset = 100

export type CellPlace = { readonly page: number; readonly x: number; readonly y: number }

/**
 * Where the cell `at` (0 for the first) stands, in millimetres from the top left corner, row after row. On a back the columns
 * are mirrored, since a sheet is turned over its long edge.
 */
export function cellPlace(format: SheetFormat, at: number, side: 'front' | 'back' = 'front'): CellPlace {
  const { columns, cell, pitch, margins, page } = format
  const within = at % cellsOf(format)
  const x = margins.left + (within % columns) * pitch.x
  return {
    page: Math.floor(at / cellsOf(format)),
    x: side === 'front' ? x : page.width - x - cell.width,
    y: margins.top + Math.floor(within / columns) * pitch.y,
  }
}

/** Printers leave about 5 mm blank along the edges (rules-fr.md 6.2). */
const BLANK_EDGE = 5

/** Blank inside each cell: 3 mm, less on small ones, and what keeps words 5 mm from the edges of the paper. */
export function paddingOf({ cell, margins }: SheetFormat): { readonly x: number; readonly y: number } {
  const [least, low] = [cell.width < 50 ? 2 : 3, cell.height < 25 ? 1.5 : 3]
  return {
    x: Math.max(least, BLANK_EDGE - Math.min(margins.left, margins.right)),
    y: Math.max(low, BLANK_EDGE - Math.min(margins.top, margins.bottom)),
  }
}
