import { describe, expect, it } from 'vitest'
import type { Page } from '../list/display.ts'
import { saddle, saddleOrder } from './saddle.ts'

const A5 = { width: 419.53, height: 595.28 }

describe('a stapled booklet', () => {
  it('pairs the outermost pages first: sheet 1 is 8|1 and 2|7', () => {
    expect(saddleOrder(8)).toEqual([
      { sheet: 0, left: 8, right: 1 },
      { sheet: 0, left: 2, right: 7 },
      { sheet: 1, left: 6, right: 3 },
      { sheet: 1, left: 4, right: 5 },
    ])
  })
  it('has N + 1 on every side and every page once', () => {
    const sides = saddleOrder(84)
    for (const { left, right } of sides) expect(left + right).toBe(85)
    expect(sides.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 84 }, (_, index) => index + 1),
    )
  })
  it('refuses what cannot be folded', () => {
    expect(() => saddleOrder(6)).toThrow(RangeError)
  })
  it('reads in order once folded: unfolding the sheets gives 1 to N', () => {
    const rights = saddleOrder(16).filter((_, index) => index % 2 === 0)
    const lefts = saddleOrder(16).filter((_, index) => index % 2 === 1)
    const first = rights.flatMap(({ right }, sheet) => [right, lefts[sheet]!.left])
    expect(first).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
  it('moves inner sheets towards the fold by the thickness of paper, and clips each half at it', () => {
    const pages: Page[] = Array.from({ length: 8 }, () => ({ ...A5, ops: [] }))
    const sheets = saddle(pages)
    const places = sheets.map((sheet) => sheet.ops.filter((op) => op.kind === 'place'))
    const middle = sheets[0]!.width / 2
    const [outer, , inner] = places
    expect(outer![0]!.dx).toBeCloseTo(middle - A5.width, 6)
    expect(inner![0]!.dx - outer![0]!.dx).toBeCloseTo((0.1 * 72) / 25.4, 6)
    expect(outer![1]!.dx - inner![1]!.dx).toBeCloseTo((0.1 * 72) / 25.4, 6)
    expect(inner![0]!.clip.x + inner![0]!.clip.width).toBeCloseTo(middle, 6)
    expect(inner![1]!.clip.x).toBeCloseTo(middle, 6)
  })
})
