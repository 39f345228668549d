import type { Op, Tag } from '../typesetting/list/display.ts'
import { joinedLines, type Line, narrowed, setLine } from '../typesetting/para/line.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import type { DirectoryIndex } from './directory.rules.ts'
import { INDEX, PAGE, TEXT } from './directory-design.ts'
import { itemName, typographic } from './directory-entry.ts'
import { furniture, leftEdge, type PaintContext } from './directory-furniture.ts'

type Row =
  | { readonly kind: 'heading'; readonly text: string; readonly continued: boolean }
  | { readonly kind: 'name'; readonly item: number }

type PlacedRow = Row & { readonly column: number; readonly row: number }

export type IndexPage = { readonly title: string; readonly opens: boolean; readonly rows: readonly PlacedRow[] }

const TITLE_HEIGHT = 40
/** As little as a name of an index may be narrowed before its forenames become initials. */
const TIGHTEST = 0.88
const DOT_STEP = 0.42
/** A leader of fewer dots leads nowhere. */
const FEWEST_DOTS = 3

const OPENING_ROOM = Math.floor((TEXT.height - TITLE_HEIGHT) / INDEX.leading)
const FULL_ROOM = Math.floor(TEXT.height / INDEX.leading)

/** Rows of an index in three columns, those of its last page of like height. */
export function flowIndex(index: DirectoryIndex): readonly IndexPage[] {
  const full = (page: number) => (page === 0 ? OPENING_ROOM : FULL_ROOM)
  const pages = flowRows(index, full)
  const last = pages.length - 1
  const rows = pages[last]?.rows.length ?? 0
  for (let room = Math.max(4, Math.ceil(rows / INDEX.columns)); room < full(last); room++) {
    const balanced = flowRows(index, (page) => (page === last ? room : full(page)))
    if (balanced.length === pages.length) return balanced
  }
  return pages
}

/**
 * A heading keeps at least two names below it; where its names go on in the next column it is repeated there, and
 * never for a single name.
 */
function flowRows(index: DirectoryIndex, roomOf: (page: number) => number): readonly IndexPage[] {
  const pages: { title: string; opens: boolean; rows: PlacedRow[] }[] = []
  let column: number = INDEX.columns
  let row = 0
  let room = 0
  const nextColumn = () => {
    column++
    row = 0
    if (column >= INDEX.columns) {
      room = roomOf(pages.length)
      pages.push({ title: index.title, opens: pages.length === 0, rows: [] })
      column = 0
    }
  }
  const put = (placed: Row) => pages.at(-1)!.rows.push({ ...placed, column, row: row++ })
  nextColumn()
  for (const { heading, members } of index.headings) {
    if (members.length === 0) continue
    const opening = (row > 0 ? 1 : 0) + 1 + Math.min(members.length > 3 ? 2 : 3, members.length)
    if (row + opening > room) nextColumn()
    else if (row > 0) row++
    put({ kind: 'heading', text: heading, continued: false })
    for (const [at, item] of members.entries()) {
      const nextWouldBeAlone = at === members.length - 2 && row + 1 === room
      if (row >= room || nextWouldBeAlone) {
        nextColumn()
        put({ kind: 'heading', text: heading, continued: true })
      }
      put({ kind: 'name', item })
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
  const left = leftEdge(number)
  const ops: Op[] = []
  const top = PAGE.top + (page.opens ? TITLE_HEIGHT : 0)
  if (page.opens) {
    const title = abridged([{ text: typographic(page.title), style: design.indexTitle }], TEXT.width, quiet)
    ops.push({ kind: 'begin', tag: { role: 'H1', parent: section } })
    ops.push({ kind: 'line', x: left, y: PAGE.top + 14, pieces: title.pieces }, { kind: 'end' })
    ops.push({
      kind: 'rule',
      x1: left,
      y1: PAGE.top + 22,
      x2: left + TEXT.width,
      y2: PAGE.top + 22,
      weight: 0.4,
      colour: '#000000',
    })
  }
  const widest = setLine([{ text: '0'.repeat(digits(pageOf)), style: design.indexPage }], quiet).width
  for (const row of page.rows) {
    const x = left + row.column * (INDEX.columnWidth + INDEX.gutter)
    const y = top + (row.row + 1) * INDEX.leading - 2
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
  const line = abridged(spans, INDEX.columnWidth, quiet)
  const op: Op = { kind: 'line', x, y, pieces: line.pieces }
  return continued ? [op] : [{ kind: 'begin', tag: { role: 'H2', parent: section } }, op, { kind: 'end' }]
}

/** Figures of the highest page number: the leaders of an index all end before as many. */
function digits(pageOf: readonly number[]): number {
  return String(pageOf.at(-1) ?? 0).length
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
  const folio = setLine([{ text: String(page), style: design.indexPage }], quiet)
  const line = indexedName(item, INDEX.columnWidth - widest - 4, context)
  const folioX = x + INDEX.columnWidth - folio.width
  const step = design.indexName.size * DOT_STEP
  const from = Math.ceil((x + line.width + 2) / step) * step
  const room = Math.floor((x + INDEX.columnWidth - widest - 2 - from) / step)
  const count = room < FEWEST_DOTS ? 0 : room
  return [
    { kind: 'begin', tag: { role: 'P', parent: section } },
    { kind: 'line', x, y, pieces: line.pieces },
    { kind: 'line', x: folioX, y, pieces: folio.pieces },
    { kind: 'end' },
    { kind: 'dots', x: from, y, count, step, face: design.dots, size: design.indexName.size, colour: '#777777' },
  ]
}

/** A name with what tells it from its namesakes; where there is no room for all of it, the forenames as initials. */
function indexedName(item: number, width: number, { items, design, quiet, namesakes }: PaintContext): Line {
  const named = items[item]!
  const apart = namesakes.get(item)
  const beside = apart === undefined ? [] : [{ text: `, ${apart}`, style: design.indexApart }]
  const room = width - setLine(beside, quiet).width
  const full = setLine([{ text: itemName(named), style: design.indexName }], quiet)
  const short = { text: itemName({ ...named, forename: initials(named.forename) }), style: design.indexName }
  const name = full.width * TIGHTEST <= room ? narrowed(full, room) : abridged([short], room, quiet)
  return beside.length === 0 ? name : joinedLines(name, setLine(beside, quiet))
}

/** `Marie-Thérèse (de)` as `M.-Th. (de)`. */
function initials(forename: string): string {
  return forename.replace(
    /(?<![(\p{L}\p{M}’'])\p{Lu}\p{M}*\p{L}+/gu,
    (name) => `${/^(Ch|Ph|Th)/.exec(name)?.[0] ?? name.match(/^\p{L}\p{M}*/u)![0]}.`,
  )
}
