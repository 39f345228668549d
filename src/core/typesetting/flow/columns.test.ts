import { describe, expect, it } from 'vitest'
import { type Block, flowColumns, type Placed } from './columns.ts'

const RULES = { height: 100, perPage: 2, shrink: 1, stretch: 3 }

function entry(height: number): Block {
  return { height, gap: 4, give: 1, keepWithNext: false, clear: 0 }
}

const heading: Block = { height: 10, gap: 8, give: 3, keepWithNext: true, clear: 30 }

function foot(placed: readonly Placed[], blocks: readonly Block[], column: number): number {
  return Math.max(...placed.filter((one) => one.column === column).map((one) => one.top + blocks[one.block]!.height))
}

describe('columns', () => {
  it('keeps order, opens each column at the top, never parts or overlaps a block', () => {
    const blocks = Array.from({ length: 60 }, (_, index) => entry(9 + ((index * 7) % 31)))
    const placed = flowColumns(blocks, RULES)
    expect(placed.map((one) => one.block)).toEqual(blocks.map((_, index) => index))
    for (const [at, one] of placed.entries()) {
      const before = placed[at - 1]
      if (before === undefined || before.column !== one.column) expect(one.top).toBe(0)
      else expect(one.top - (before.top + blocks[before.block]!.height)).toBeGreaterThanOrEqual(3 - 1e-9)
      expect(one.top + blocks[one.block]!.height).toBeLessThanOrEqual(100 + 1e-6)
    }
  })
  const rest = [entry(95), entry(95)]
  it('opens gaps to the foot when little is lacking', () => {
    const blocks = [entry(30), entry(30), entry(27), entry(50), entry(48), ...rest]
    const placed = flowColumns(blocks, RULES)
    expect(foot(placed, blocks, 0)).toBeCloseTo(100, 6)
  })
  it('tightens gaps to let in a block that just misses', () => {
    const blocks = [entry(30), entry(30), entry(33.5), entry(50), entry(45), ...rest]
    const placed = flowColumns(blocks, RULES)
    expect(placed.filter((one) => one.column === 0)).toHaveLength(3)
    expect(foot(placed, blocks, 0)).toBeCloseTo(100, 6)
  })
  it('brings the columns of a page to a common foot when they cannot reach the page’s', () => {
    const blocks = [entry(40), entry(40), entry(43), entry(40), ...rest]
    const placed = flowColumns(blocks, RULES)
    expect(foot(placed, blocks, 0)).toBeCloseTo(foot(placed, blocks, 1), 6)
    expect(foot(placed, blocks, 0)).toBeLessThan(100)
  })
  it('gives the last page columns of like height, as they come', () => {
    const blocks = [...rest, ...Array.from({ length: 6 }, () => entry(10))]
    const placed = flowColumns(blocks, RULES)
    expect(placed.slice(2).map((one) => [one.column, one.top])).toEqual([
      [2, 0],
      [2, 14],
      [2, 28],
      [3, 0],
      [3, 14],
      [3, 28],
    ])
  })
  it('never leaves a heading alone or low in a column', () => {
    for (let before = 5; before < 95; before++) {
      const blocks = [entry(before), heading, entry(20), entry(20), entry(90), ...rest]
      const placed = flowColumns(blocks, RULES)
      const [, head, next] = placed
      expect(next!.column).toBe(head!.column)
      if (head!.column === 0) expect(head!.top + heading.height).toBeLessThanOrEqual(100 - heading.clear + 1e-6)
    }
  })
  it('takes nothing, and one block taller than a column', () => {
    expect(flowColumns([], RULES)).toEqual([])
    expect(flowColumns([entry(150), entry(10)], RULES).map((one) => one.column)).toEqual([0, 1])
  })
})
