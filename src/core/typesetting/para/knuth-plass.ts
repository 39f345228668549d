import { FORBIDDEN, FORCED, type Item } from './items.ts'
import { protrusion } from './protrusion.ts'

/** One line of the solution: items from `from` up to the break at `to`. */
export type LineBreak = { readonly from: number; readonly to: number }

type BreakOptions = {
  readonly widthOfLine: (line: number) => number
  /** Hang punctuation into the margins. */
  readonly optical: boolean
  /** Share by which glyphs may be widened or narrowed, 0 for none. */
  readonly scaling: number
  /** A last line should be at least this long, in points. */
  readonly shortestLast: number
}

type Node = {
  readonly position: number
  readonly start: number
  readonly line: number
  readonly fitness: number
  readonly demerits: number
  readonly flagged: boolean
  readonly previous: Node | null
}

const DOUBLE_HYPHEN = 40_000
const HYPHEN_BEFORE_LAST = 60_000
const SHORT_LAST = 60_000
const UNEVEN = 5000
/** Stretch ratios tried one after the other; the last one takes whatever comes. */
const TOLERANCES = [1.2, 3.5, 12, Number.POSITIVE_INFINITY]

/**
 * Breaks a paragraph into lines as a whole (D. E. Knuth, M. F. Plass, Breaking Paragraphs into Lines, 1981): of all
 * ways to break, the one whose lines are least loose or tight, with few hyphens, none on two lines running nor before
 * the last line, and neighbours of like density.
 */
export function breakLines(items: readonly Item[], options: BreakOptions): readonly LineBreak[] {
  if (items.length === 0) return []
  const sums = new Sums(items)
  for (const tolerance of TOLERANCES) {
    const end = solve(items, sums, options, tolerance)
    if (end !== null) return path(end)
  }
  throw new Error('A paragraph must end with a forced break')
}

function solve(items: readonly Item[], sums: Sums, options: BreakOptions, tolerance: number): Node | null {
  let active: Node[] = [
    { position: -1, start: sums.nextBox(0), line: 0, fitness: 1, demerits: 0, flagged: false, previous: null },
  ]
  const desperate = tolerance === Number.POSITIVE_INFINITY
  for (let at = 0; at < items.length; at++) {
    if (!mayBreak(items, at)) continue
    const forced = isForced(items, at)
    const staying: Node[] = []
    const best: (Node | null)[] = [null, null, null, null]
    let leaving: Node | null = null
    for (const node of active) {
      const ratio = stretchRatio(items, sums, node, at, options)
      if (ratio < -1 || forced) leaving = leaving === null || node.demerits < leaving.demerits ? node : leaving
      else staying.push(node)
      if (ratio < -1 || ratio > tolerance) continue
      const next = nodeAt(items, sums, node, at, ratio, options)
      const known = best[next.fitness]
      if (known === null || known === undefined || next.demerits < known.demerits) best[next.fitness] = next
    }
    const found = best.filter((node): node is Node => node !== null)
    if (staying.length + found.length === 0) {
      if (!desperate || leaving === null) return null
      found.push({ ...nodeAt(items, sums, leaving, at, 0, options), demerits: leaving.demerits + 1e8 })
    }
    active = [...staying, ...found]
  }
  return active.reduce<Node | null>(
    (best, node) =>
      node.position === items.length - 1 && (best === null || node.demerits < best.demerits) ? node : best,
    null,
  )
}

function nodeAt(
  items: readonly Item[],
  sums: Sums,
  from: Node,
  at: number,
  ratio: number,
  options: BreakOptions,
): Node {
  const item = items[at]!
  const cost = item.kind === 'penalty' ? item.cost : 0
  const flagged = item.kind === 'penalty' && item.flagged
  const forced = isForced(items, at)
  const badness = 100 * Math.abs(Math.min(ratio, 1000)) ** 3
  let demerits = forced || cost < 0 ? (10 + badness) ** 2 : (10 + badness + cost) ** 2
  if (flagged && from.flagged) demerits += DOUBLE_HYPHEN
  if (forced && from.flagged) demerits += HYPHEN_BEFORE_LAST
  if (forced && from.line > 0 && sums.width(from.start, at) < options.shortestLast) demerits += SHORT_LAST
  const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
  if (Math.abs(fitness - from.fitness) > 1) demerits += UNEVEN
  const start = sums.nextBox(item.kind === 'box' ? at : at + 1)
  return {
    position: at,
    start,
    line: from.line + 1,
    fitness,
    demerits: from.demerits + demerits,
    flagged,
    previous: from,
  }
}

/** How much of its glue's stretch (positive) or shrink (negative) a line needs; below −1 it does not fit. */
function stretchRatio(items: readonly Item[], sums: Sums, from: Node, at: number, options: BreakOptions): number {
  const available = options.widthOfLine(from.line)
  const item = items[at]!
  let width = sums.width(from.start, at) + (item.kind === 'penalty' ? item.width : 0)
  if (options.optical) width -= hanging(items, from.start, at)
  const ink = options.scaling * sums.ink(from.start, at)
  if (width < available) {
    const stretch = sums.stretch(from.start, at) + ink
    return stretch > 0 ? (available - width) / stretch : 1e5
  }
  if (width <= available + 1e-6) return 0
  const shrink = sums.shrink(from.start, at) + ink
  return shrink > 0 ? (available - width) / shrink : Number.NEGATIVE_INFINITY
}

/** Points by which a line hangs out of both margins. */
export function hanging(items: readonly Item[], from: number, to: number): number {
  const [left, right] = margins(items, from, to)
  return left + right
}

/** What hangs out on the left and on the right of a line. */
export function margins(items: readonly Item[], from: number, to: number): readonly [number, number] {
  const end = items[to]!
  let first = from
  while (first < to && items[first]!.kind !== 'box') first++
  let last = to
  while (last > first && items[last]!.kind !== 'box') last--
  const opening = items[first]
  const closing = items[last]
  const left = opening?.kind === 'box' ? protrusion(opening.text[0], 0, opening.style) : 0
  if (end.kind === 'penalty' && end.hyphen) return [left, protrusion('-', 1, end.style)]
  return [left, closing?.kind === 'box' ? protrusion(closing.text.at(-1), 1, closing.style) : 0]
}

function mayBreak(items: readonly Item[], at: number): boolean {
  const item = items[at]!
  if (item.kind === 'penalty') return item.cost < FORBIDDEN
  return item.kind === 'glue' && item.breakable && at > 0 && items[at - 1]!.kind === 'box'
}

function isForced(items: readonly Item[], at: number): boolean {
  const item = items[at]!
  return item.kind === 'penalty' && item.cost <= FORCED
}

function path(end: Node): readonly LineBreak[] {
  const lines: LineBreak[] = []
  for (let node: Node = end; node.previous !== null; node = node.previous)
    lines.unshift({ from: node.previous.start, to: node.position })
  return lines
}

/** Running sums over the items, so that any line's measures are two subtractions. */
class Sums {
  readonly #width: Float64Array
  readonly #stretch: Float64Array
  readonly #shrink: Float64Array
  readonly #ink: Float64Array
  readonly #next: Int32Array

  constructor(items: readonly Item[]) {
    const length = items.length
    this.#width = new Float64Array(length + 1)
    this.#stretch = new Float64Array(length + 1)
    this.#shrink = new Float64Array(length + 1)
    this.#ink = new Float64Array(length + 1)
    this.#next = new Int32Array(length + 1).fill(length - 1)
    for (const [i, item] of items.entries()) {
      this.#width[i + 1] = this.#width[i]! + (item.kind === 'penalty' ? 0 : item.width)
      this.#stretch[i + 1] = this.#stretch[i]! + (item.kind === 'glue' ? item.stretch : 0)
      this.#shrink[i + 1] = this.#shrink[i]! + (item.kind === 'glue' ? item.shrink : 0)
      this.#ink[i + 1] = this.#ink[i]! + (item.kind === 'box' ? item.width : 0)
    }
    for (let i = length - 1; i >= 0; i--)
      this.#next[i] = items[i]!.kind === 'box' || isForced(items, i) ? i : this.#next[i + 1]!
  }

  width(from: number, to: number): number {
    return this.#width[to]! - this.#width[from]!
  }
  stretch(from: number, to: number): number {
    return this.#stretch[to]! - this.#stretch[from]!
  }
  shrink(from: number, to: number): number {
    return this.#shrink[to]! - this.#shrink[from]!
  }
  ink(from: number, to: number): number {
    return this.#ink[to]! - this.#ink[from]!
  }
  /** First box (or forced break) at or after an item: where a line that starts there begins. */
  nextBox(from: number): number {
    return this.#next[Math.min(from, this.#next.length - 1)]!
  }
}
