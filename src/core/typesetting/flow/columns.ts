/** One unbreakable block of a column. Points. */
export type Block = {
  readonly height: number
  /** White before it, unless it opens a column. */
  readonly gap: number
  /** Share of that white in vertical justification; 1 for an ordinary gap, 0 for none. */
  readonly give: number
  /** Stays in the column of the block that follows. */
  readonly keepWithNext: boolean
  /** Room that must be left below its foot in the column. */
  readonly clear: number
}

export type Placed = { readonly block: number; readonly column: number; readonly top: number }

type ColumnRules = {
  readonly height: number
  /** Columns of a page, which should end at the same height. */
  readonly perPage: number
  /** Most that one gap may lose or gain, in points per unit of give. */
  readonly shrink: number
  readonly stretch: number
}

/** `mostExtra`: points per unit of give beyond which a block in it would lose the room it asked for below. */
type Column = { readonly from: number; to: number; used: number; give: number; mostExtra: number }

/**
 * Fills columns in order, then justifies them vertically. A block that only just misses a column is let in by
 * tightening its gaps; a column that ends early is opened to the foot, or else the columns of one page are brought
 * to a common foot; what would have to be opened too far stays short. The columns of the last page are of like height.
 * Blocks taller than a column must be parted before (a taller one overflows the foot).
 */
export function flowColumns(blocks: readonly Block[], rules: ColumnRules): readonly Placed[] {
  const columns = balancedEnd(blocks, fillColumns(blocks, 0, rules), rules)
  const placed: Placed[] = []
  for (let first = 0; first < columns.length; first += rules.perPage) {
    const page = columns.slice(first, first + rules.perPage)
    const last = first + rules.perPage >= columns.length
    for (const [index, extra] of extras(page, rules, last).entries())
      placed.push(...placeColumn(blocks, page[index]!, first + index, extra))
  }
  return placed
}

/** Steps in which the common height of the last page is looked for, in points. */
const BALANCE_STEP = 4

/** The columns with those of the last page filled again to the least height that holds them. */
function balancedEnd(blocks: readonly Block[], columns: readonly Column[], rules: ColumnRules): readonly Column[] {
  const before = columns.length - (columns.length % rules.perPage || rules.perPage)
  const from = columns[before]?.from
  if (from === undefined) return columns
  const whole = columns.slice(before).reduce((sum, column) => sum + column.used, 0)
  for (let height = whole / rules.perPage; height < rules.height; height += BALANCE_STEP) {
    const filled = fillColumns(blocks, from, { ...rules, height, shrink: 0 })
    if (filled.length <= rules.perPage && filled.every((column) => column.used <= rules.height))
      return [...columns.slice(0, before), ...filled]
  }
  return columns
}

function fillColumns(blocks: readonly Block[], from: number, { height, shrink }: ColumnRules): readonly Column[] {
  const columns: Column[] = []
  let column: Column | null = null
  for (let at = from; at < blocks.length; ) {
    const group = keptTogether(blocks, at)
    if (column === null || !fits(blocks, at, group, column, height, shrink)) {
      column = { from: at, to: at, used: 0, give: 0, mostExtra: Number.POSITIVE_INFINITY }
      columns.push(column)
    }
    for (; at < group; at++) {
      const block = blocks[at]!
      const opens = at === column.from
      column.used += block.height + (opens ? 0 : block.gap)
      column.give += opens ? 0 : block.give
      column.to = at + 1
      if (block.clear > 0 && column.give > 0)
        column.mostExtra = Math.min(column.mostExtra, (height - block.clear - column.used) / column.give)
    }
  }
  return columns
}

function keptTogether(blocks: readonly Block[], from: number): number {
  let to = from
  while (blocks[to]!.keepWithNext && to + 1 < blocks.length) to++
  return to + 1
}

function fits(
  blocks: readonly Block[],
  from: number,
  to: number,
  column: Column,
  height: number,
  shrink: number,
): boolean {
  let used = column.used
  let give = column.give
  for (let at = from; at < to; at++) {
    const block = blocks[at]!
    used += block.gap + block.height
    give += block.give
    if (block.clear > 0 && used + block.clear > height) return false
  }
  return used - give * shrink <= height + 1e-6
}

/** Points added per unit of give in each column of a page. */
function extras(page: readonly Column[], { height, stretch }: ColumnRules, lastPage: boolean): readonly number[] {
  const reach = page.map((column) => column.used + column.give * Math.max(0, Math.min(stretch, column.mostExtra)))
  const longest = Math.max(...page.map((column) => column.used))
  const common = Math.min(height, ...reach)
  return page.map((column, index) => {
    if (column.give === 0) return 0
    const over = column.used > height
    const foot = over || reach[index]! >= height ? height : common >= longest ? common : column.used
    return lastPage && !over ? 0 : (foot - column.used) / column.give
  })
}

function placeColumn(blocks: readonly Block[], column: Column, index: number, extra: number): readonly Placed[] {
  const placed: Placed[] = []
  let top = 0
  for (let at = column.from; at < column.to; at++) {
    const block = blocks[at]!
    if (at > column.from) top += block.gap + block.give * extra
    placed.push({ block: at, column: index, top })
    top += block.height
  }
  return placed
}
