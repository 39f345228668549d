/** What stands below one another on the pages around the list: rows of one height each, and where a page may end between them. */
import type { Op, Tag } from '../typesetting/list/display.ts'
import type { Setting } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import { typographic } from '../typesetting/text/clean.ts'
import type { Design } from './directory-design.ts'
import { type Draw, tagged } from './directory-front.ts'
import { furniture, leftEdge, titleRule } from './directory-furniture.ts'

/** Points; `before` is white above it, none at the top of a column. `y` is the top of the row. */
export type PageRow = {
  readonly height: number
  readonly before: number
  /** Stays with the row that follows. */
  readonly keep: boolean
  readonly ops: (x: number, y: number, section: Tag) => readonly Op[]
}

type PlacedRow = { readonly row: PageRow; readonly top: number }

/** The pages of a section: how many is known before they are numbered, and each is drawn when it is. */
export type SectionPages = {
  /** As the contents have it; left out: not in the contents. */
  readonly title?: string
  readonly pages: readonly Draw[]
  /** Whether the pages show their number. */
  readonly folios: boolean
}

/** Rows in columns of so much room each. A row higher than a column has one to itself. */
export function rowsInColumns(
  rows: readonly PageRow[],
  roomOf: (column: number) => number,
): readonly (readonly PlacedRow[])[] {
  const columns: PlacedRow[][] = []
  for (let from = 0; from < rows.length; ) {
    const room = roomOf(columns.length)
    const column: PlacedRow[] = []
    let used = 0
    let to = from
    for (; to < rows.length; to++) {
      const row = rows[to]!
      const top = used + (column.length === 0 ? 0 : row.before)
      if (column.length > 0 && top + row.height > room + 0.01) break
      column.push({ row, top })
      used = top + row.height
    }
    // What must stay with what follows goes over with it, unless nothing would be left.
    let kept = to
    if (to < rows.length) while (kept > from + 1 && rows[kept - 1]!.keep) kept--
    if (kept === from + 1 && rows[from]!.keep) kept = to
    columns.push(column.slice(0, kept - from))
    from = kept
  }
  return columns
}

/**
 * Rows on pages of so many columns under a title, those of the last page of like height. The running head of the pages that
 * follow the first is the title again.
 */
export function sectionPages(
  title: string,
  rows: readonly PageRow[],
  columns: { readonly count: number; readonly width: number; readonly gutter: number },
  design: Design,
  setting: Setting,
): SectionPages {
  const { page, text, index } = design.geometry
  const roomOf = (column: number) => text.height - (column < columns.count ? index.titleHeight : 0)
  const placed = balanced(rows, columns.count, roomOf)
  const pages: (readonly (readonly PlacedRow[])[])[] = []
  for (let at = 0; at < placed.length; at += columns.count) pages.push(placed.slice(at, at + columns.count))
  return {
    title,
    folios: true,
    pages: pages.map((shown, at) => (number, section) => {
      const left = leftEdge(number, design)
      const top = page.top + (at === 0 ? index.titleHeight : 0)
      const head = at === 0 ? [] : [[{ text: typographic(title), style: design.runningTitle }]]
      return [
        ...(at === 0 ? titleOps(title, left, section, design, setting) : []),
        ...shown.flatMap((column, which) =>
          column.flatMap(({ row, top: down }) =>
            row.ops(left + which * (columns.width + columns.gutter), top + down, section),
          ),
        ),
        ...furniture({ number, head, thumbs: [] }, design, setting),
      ]
    }),
  }
}

/** The last page's columns as short as they can be while still holding their rows. */
function balanced(
  rows: readonly PageRow[],
  count: number,
  roomOf: (column: number) => number,
): readonly (readonly PlacedRow[])[] {
  const whole = rowsInColumns(rows, roomOf)
  if (count === 1 || whole.length === 0) return whole
  const before = Math.floor((whole.length - 1) / count) * count
  const first = whole.slice(0, before)
  const rest = rows.slice(first.reduce((sum, column) => sum + column.length, 0))
  const height = rest.reduce((sum, row) => sum + row.before + row.height, 0)
  for (let room = height / count; room < roomOf(before); room += 4) {
    const last = rowsInColumns(rest, () => room)
    if (last.length <= count) return [...first, ...last]
  }
  return whole
}

/** The title of a section over the width of its first page, with the line below it. */
export function titleOps(title: string, left: number, section: Tag, design: Design, setting: Setting): readonly Op[] {
  const { page, text, index } = design.geometry
  const line = abridged([{ text: typographic(title), style: design.indexTitle }], text.width, setting)
  return [
    ...tagged('H1', section, { kind: 'line', x: left, y: page.top + index.titleHeight * 0.35, pieces: line.pieces }),
    titleRule(left, left + text.width, page.top + index.titleHeight * 0.55, design),
  ]
}
