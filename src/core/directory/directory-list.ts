import { type Block, flowColumns } from '../typesetting/flow/columns.ts'
import type { Op, Tag } from '../typesetting/list/display.ts'
import { narrowed, type Span, setLine } from '../typesetting/para/line.ts'
import { typographic } from '../typesetting/text/clean.ts'
import type { DirectoryItem } from './directory.rules.ts'
import type { Design } from './directory-design.ts'
import type { SetItem } from './directory-entry.ts'
import { furniture, leftEdge, type PaintContext } from './directory-furniture.ts'
import type { Geometry } from './directory-geometry.ts'

/** What stands in the columns: a letter heading, or lines of an item (all of them unless taller than a column). */
type Content =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'item'; readonly set: SetItem; readonly from: number; readonly to: number }

type PlacedContent = Content & { readonly column: number; readonly top: number; readonly height: number }

/** One page of the list before painting: what stands where, and between whom it goes. */
export type ListPage = {
  readonly contents: readonly PlacedContent[]
  readonly first: number
  readonly last: number
  readonly letters: readonly string[]
}

/** Feathering of the gaps, in lines: what the eye does not notice (typesetting notes, prototype pages). */
const SHRINK = 0.098
const STRETCH = 0.326

/** Distributes the set items over pages of columns, a heading wherever the letter changes. */
export function flowList(
  items: readonly DirectoryItem[],
  sets: readonly SetItem[],
  { list, text }: Geometry,
): readonly ListPage[] {
  const contents: Content[] = []
  const blocks: Block[] = []
  let letter: string | null = null
  for (const set of sets) {
    const item = items[set.item]!
    const opensLetter = item.letter !== letter
    if (opensLetter) {
      letter = item.letter
      contents.push({ kind: 'letter', letter })
      blocks.push({
        height: list.letterHeight,
        gap: list.letterGap,
        give: 3,
        keepWithNext: true,
        clear: list.letterClear,
      })
    }
    for (let from = 0; from < set.lines.length; ) {
      const to = set.lines.length - from > list.tallest ? from + list.part : set.lines.length
      const run = item.kind === 'reference' && items[set.item - 1]?.kind === 'reference'
      const gap = (opensLetter && from === 0) || from > 0 ? 0 : run ? list.referenceGap : list.gap
      contents.push({ kind: 'item', set, from, to })
      blocks.push({ height: (to - from) * list.leading, gap, give: gap / list.gap, keepWithNext: false, clear: 0 })
      from = to
    }
  }
  const { columns: perPage, leading } = list
  const rules = { height: text.height, perPage, shrink: SHRINK * leading, stretch: STRETCH * leading }
  const pages: PlacedContent[][] = []
  for (const { block, column, top } of flowColumns(blocks, rules)) {
    const page = Math.floor(column / list.columns)
    pages[page] ??= []
    pages[page].push({ ...contents[block]!, column: column % list.columns, top, height: blocks[block]!.height })
  }
  let current = '#'
  return pages.map((placed) => {
    const letters = new Set<string>()
    const found: number[] = []
    for (const content of placed) {
      if (content.kind === 'letter') current = content.letter
      else found.push(content.set.item)
      if (content.kind === 'item') letters.add(current)
    }
    return { contents: placed, first: found[0]!, last: found.at(-1)!, letters: [...letters] }
  })
}

/** Draws one page of the list. */
export function listOps(page: ListPage, number: number, section: Tag, context: PaintContext): readonly Op[] {
  const { items, design, quiet } = context
  const { page: paper, list: columns } = design.geometry
  const left = leftEdge(number, design)
  const step = columns.columnWidth + columns.gutter
  const ops: Op[] = []
  let list: Tag = { role: 'L', parent: section }
  for (const content of page.contents) {
    const x = left + content.column * step
    const y = paper.top + content.top
    if (content.kind === 'letter') {
      ops.push(...letterHeading(content.letter, x, y, section, context))
      list = { role: 'L', parent: section }
      continue
    }
    const body: Tag = { role: 'LBody', parent: { role: 'LI', parent: list } }
    ops.push({ kind: 'begin', tag: body })
    for (let line = content.from; line < content.to; line++) {
      const baseline = y + (line - content.from + 1) * columns.leading - columns.rise
      const set = content.set.lines[line]!
      ops.push({ kind: 'line', x: x + set.x, y: baseline, pieces: set.line.pieces })
    }
    ops.push({ kind: 'end' })
  }
  const foot = Math.max(...page.contents.map((content) => content.top + content.height))
  for (let column = 1; column < columns.columns && design.dress.between > 0; column++) {
    const x = left + column * step - columns.gutter / 2
    const [y1, y2, weight] = [paper.top - 2, paper.top + foot, design.dress.between]
    ops.push({ kind: 'rule', x1: x, y1, x2: x, y2, weight, colour: '#888888' })
  }
  ops.push(...furniture({ number, head: runningHead(page, items, design), thumbs: page.letters }, design, quiet))
  return ops
}

/** First and last item of the page, in the form they have in the list. */
function runningHead(
  { first, last }: ListPage,
  items: readonly DirectoryItem[],
  design: Design,
): readonly (readonly Span[])[] {
  const ends = first === last ? [items[first]!] : [items[first]!, items[last]!]
  const dash: Span = { text: ' – ', style: design.runningForename }
  const full = ends.flatMap((item, index) => [...(index > 0 ? [dash] : []), ...headName(item, design)])
  const short = ends.flatMap((item, index) => [...(index > 0 ? [dash] : []), headName(item, design)[0]!])
  return [full, short]
}

function headName(item: DirectoryItem, design: Design): readonly Span[] {
  const name: Span = { text: typographic(item.headword), style: design.runningName }
  if (item.forename === '') return [name]
  const space: Span = { text: ' ', style: design.runningForename }
  return [name, space, { text: typographic(item.forename), style: design.runningForename }]
}

/** The letter with a line beside it, or under a heavy line over the whole column. */
function letterHeading(
  letter: string,
  x: number,
  y: number,
  section: Tag,
  { design, words, quiet }: PaintContext,
): readonly Op[] {
  const { list } = design.geometry
  const style = letter === '#' ? { ...design.letter, size: list.letter * 0.62 } : design.letter
  const line = narrowed(setLine([{ text: letter === '#' ? words.others : letter, style }], quiet), list.columnWidth)
  const above = design.look.style === 'classic' ? null : list.letter * 0.08
  const baseline = y + list.letterBaseline
  const middle = baseline - (style.face.capHeight * style.size) / 2000
  const [x1, y1, weight] = above === null ? [x + line.width + 5, middle, 0.5] : [x, y + above / 2, above]
  return [
    { kind: 'begin', tag: { role: 'H2', parent: section } },
    { kind: 'line', x, y: baseline, pieces: line.pieces },
    { kind: 'end' },
    ...(x1 < x + list.columnWidth
      ? [{ kind: 'rule', x1, y1, x2: x + list.columnWidth, y2: y1, weight, colour: design.letter.colour } as const]
      : []),
  ]
}
