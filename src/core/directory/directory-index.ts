import type { Op, Tag } from '../typesetting/list/display.ts'
import { type Line, narrowed, setLine } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import { textBreaks } from '../typesetting/text/breaks.ts'
import { typographic } from '../typesetting/text/clean.ts'
import type { DirectoryIndex } from './directory.rules.ts'
import { itemName } from './directory-entry.ts'
import { furniture, leftEdge, type PaintContext } from './directory-furniture.ts'
import type { Geometry } from './directory-geometry.ts'
import { titleOps } from './directory-rows.ts'

type Row =
  | { readonly kind: 'heading'; readonly text: string; readonly continued: boolean }
  | { readonly kind: 'name'; readonly item: number }

type PlacedRow = Row & { readonly column: number; readonly row: number }

export type IndexPage = { readonly title: string; readonly opens: boolean; readonly rows: readonly PlacedRow[] }

/** As little as a name of an index may be narrowed before it is turned over. */
const TIGHTEST = 0.88
const DOT_STEP = 0.42
/** A leader of fewer dots leads nowhere. */
const FEWEST_DOTS = 3

type Columns = Geometry['index']

/** Rows of an index in columns, those of its last page of like height. */
export function flowIndex(
  index: DirectoryIndex,
  columns: Columns,
  linesOf: (item: number) => number,
): readonly IndexPage[] {
  const full = (page: number) => (page === 0 ? columns.openingRoom : columns.fullRoom)
  const pages = flowRows(index, columns.columns, full, linesOf)
  const last = pages.length - 1
  const rows = pages[last]?.rows.length ?? 0
  for (let room = Math.max(4, Math.ceil(rows / columns.columns)); room < full(last); room++) {
    const balanced = flowRows(index, columns.columns, (page) => (page === last ? room : full(page)), linesOf)
    if (balanced.length === pages.length) return balanced
  }
  return pages
}

/**
 * A heading keeps at least two names below it; where its names go on in the next column it is repeated there, and
 * never for a single name.
 */
function flowRows(
  index: DirectoryIndex,
  columns: number,
  roomOf: (page: number) => number,
  linesOf: (item: number) => number,
): readonly IndexPage[] {
  const pages: { title: string; opens: boolean; rows: PlacedRow[] }[] = []
  let column = columns
  let row = 0
  let room = 0
  const nextColumn = () => {
    column++
    row = 0
    if (column >= columns) {
      room = roomOf(pages.length)
      pages.push({ title: index.title, opens: pages.length === 0, rows: [] })
      column = 0
    }
  }
  const put = (placed: Row) => pages.at(-1)!.rows.push({ ...placed, column, row: row++ })
  nextColumn()
  for (const { heading, members } of index.headings) {
    if (members.length === 0) continue
    const first = members.slice(0, members.length > 3 ? 2 : 3)
    const opening = (row > 0 ? 1 : 0) + 1 + first.reduce((sum, item) => sum + linesOf(item), 0)
    if (row + opening > room) nextColumn()
    else if (row > 0) row++
    put({ kind: 'heading', text: heading, continued: false })
    for (const [at, item] of members.entries()) {
      const after = row + linesOf(item)
      const nextWouldBeAlone = at === members.length - 2 && after + linesOf(members[at + 1]!) > room
      if (after > room || nextWouldBeAlone) {
        nextColumn()
        put({ kind: 'heading', text: heading, continued: true })
      }
      put({ kind: 'name', item })
      row += linesOf(item) - 1
    }
  }
  return pages
}

/** Draws one page of an index; `pageOf` gives the page each item stands on. */
export function indexOps(
  page: IndexPage,
  number: number,
  pageOf: readonly number[],
  section: Tag,
  context: PaintContext,
): readonly Op[] {
  const { design, quiet } = context
  const { page: paper, index: columns } = design.geometry
  const left = leftEdge(number, design)
  const ops: Op[] = []
  const top = paper.top + (page.opens ? columns.titleHeight : 0)
  if (page.opens) ops.push(...titleOps(page.title, left, section, design, quiet))
  const widest = figureWidth(context.figures, design, quiet)
  for (const row of page.rows) {
    const x = left + row.column * (columns.columnWidth + columns.gutter)
    const y = top + (row.row + 1) * columns.leading - columns.size * 0.29
    if (row.kind === 'heading') ops.push(...headingOps(row, x, y, section, context))
    else ops.push(...nameOps(row.item, pageOf[row.item]!, widest, x, y, section, context))
  }
  const head = page.opens ? [] : [[{ text: typographic(page.title), style: design.runningTitle }]]
  ops.push(...furniture({ number, head, thumbs: [] }, design, quiet))
  return ops
}

function headingOps(
  { text, continued }: Row & { kind: 'heading' },
  x: number,
  y: number,
  section: Tag,
  { design, words, quiet }: PaintContext,
): readonly Op[] {
  const spans = [{ text: typographic(text), style: design.indexHeading }]
  if (continued) spans.push({ text: `, ${words.continued}`, style: design.indexContinued })
  const line = abridged(spans, design.geometry.index.columnWidth, quiet)
  const op: Op = { kind: 'line', x, y, pieces: line.pieces }
  return continued ? [op] : [{ kind: 'begin', tag: { role: 'H2', parent: section } }, op, { kind: 'end' }]
}

function nameOps(
  item: number,
  page: number,
  widest: number,
  x: number,
  y: number,
  section: Tag,
  context: PaintContext,
): readonly Op[] {
  const { design, quiet } = context
  const { columnWidth, leading, turnover } = design.geometry.index
  const folio = setLine([{ text: String(page), style: design.indexPage }], quiet)
  const lines = indexedName(item, context)
  const line = lines.at(-1)!
  const [above] = lines.length > 1 ? lines : []
  const lineX = above === undefined ? x : x + turnover
  const baseline = y + (lines.length - 1) * leading
  const folioX = x + columnWidth - folio.width
  const step = design.indexName.size * DOT_STEP
  const from = Math.ceil((lineX + line.width + 2) / step) * step
  const room = Math.floor((x + columnWidth - widest - 2 - from) / step)
  const count = room < FEWEST_DOTS ? 0 : room
  return [
    { kind: 'begin', tag: { role: 'P', parent: section } },
    ...(above === undefined ? [] : [{ kind: 'line', x, y, pieces: above.pieces } as const]),
    { kind: 'line', x: lineX, y: baseline, pieces: line.pieces },
    { kind: 'line', x: folioX, y: baseline, pieces: folio.pieces },
    { kind: 'end' },
    {
      kind: 'dots',
      x: from,
      y: baseline,
      count,
      step,
      face: design.dots.face,
      size: design.indexName.size,
      colour: '#777777',
    },
  ]
}

/** Rows a name takes in an index. */
export function indexedRows(item: number, context: PaintContext): number {
  return indexedName(item, context).length
}

/** A name with what tells it from its namesakes, turned over to a second line where one does not hold it. */
function indexedName(item: number, { items, design, quiet, namesakes, figures }: PaintContext): readonly Line[] {
  const { columnWidth, turnover } = design.geometry.index
  const apart = namesakes.get(item)
  const style = design.indexName
  const name = { text: itemName(items[item]!), style }
  const spans = apart === undefined ? [name] : [name, { text: `, ${apart}`, style: design.indexApart }]
  const width = columnWidth - figureWidth(figures, design, quiet) - 4
  const whole = setLine(spans, quiet)
  if (whole.width * TIGHTEST <= width) return [narrowed(whole, width)]
  const words = textBreaks(name.text)
  for (let at = words.length - 1; at > 0; at--) {
    const first = setLine([{ text: words.slice(0, at).join('').trimEnd(), style }], quiet)
    if (first.width * TIGHTEST > columnWidth) continue
    const rest = [{ text: words.slice(at).join(''), style }, ...spans.slice(1)]
    return [narrowed(first, columnWidth), abridged(rest, width - turnover, quiet)]
  }
  return [abridged(spans, width, quiet)]
}

/** Room for the highest page number: the leaders of an index all end before as many figures. */
function figureWidth(figures: number, { indexPage }: PaintContext['design'], quiet: PaintContext['quiet']): number {
  return setLine([{ text: '0'.repeat(figures), style: indexPage }], quiet).width
}
