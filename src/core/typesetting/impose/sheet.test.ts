import { describe, expect, it } from 'vitest'
import type { Page } from '../list/display.ts'
import { mm } from '../list/units.ts'
import { press } from './press.ts'
import { saddle, saddleOrder } from './saddle.ts'
import { sheetFor } from './sheet.ts'

const page = (width: number, height: number): Page => ({ width: mm(width), height: mm(height), ops: [] })

describe('the sheet of a booklet', () => {
  it.each([
    [148, 210, 'A4'],
    [210, 297, 'A3'],
    [176, 250, 'A3'],
    [139.7, 215.9, 'letter'],
    [215.9, 279.4, 'tabloid'],
    [120, 190, 'A4'],
    [220, 310, 'SRA3'],
    [300, 300, 'spread'],
  ])('for pages of %d × %d mm is %s, and holds them', (width, height, name) => {
    const sheet = sheetFor(page(width, height))
    expect(sheet.name).toBe(name)
    expect(sheet.width).toBeGreaterThanOrEqual(mm(width * 2) - 0.01)
    expect(sheet.height).toBeGreaterThanOrEqual(mm(height) - 0.01)
  })
  it('is marked where to cut only when it is larger than the pages', () => {
    const rules = (width: number, height: number) =>
      saddle(Array.from({ length: 4 }, () => page(width, height)))[0]!.ops.filter(({ kind }) => kind === 'rule').length
    expect(rules(148, 210)).toBe(2)
    expect(rules(176, 250)).toBe(10)
  })
  it('shows what runs off the page as far as the bleed, and nothing across the fold', () => {
    const [side] = saddle(Array.from({ length: 4 }, () => page(176, 250)))
    const [left, right] = side!.ops.flatMap((op) => (op.kind === 'place' ? [op.clip] : []))
    expect(left!.x).toBeCloseTo(mm(210 - 176 - 3), 4)
    expect(left!.x + left!.width).toBeCloseTo(mm(210), 4)
    expect(right!.x).toBeCloseTo(mm(210), 4)
    expect(right!.width).toBeCloseTo(mm(176 + 3), 4)
  })
})

describe('cahiers', () => {
  it('are booklets one after the other, the last as thin as it must be', () => {
    const sides = saddleOrder(40, 16)
    expect(sides).toHaveLength(20)
    expect(sides.slice(0, 2)).toEqual([
      { sheet: 0, left: 16, right: 1 },
      { sheet: 0, left: 2, right: 15 },
    ])
    expect(sides.slice(8, 9)).toEqual([{ sheet: 0, left: 32, right: 17 }])
    expect(sides.slice(16)).toEqual([
      { sheet: 0, left: 40, right: 33 },
      { sheet: 0, left: 34, right: 39 },
      { sheet: 1, left: 38, right: 35 },
      { sheet: 1, left: 36, right: 37 },
    ])
    expect(sides.flatMap(({ left, right }) => [left, right]).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    )
  })
})

describe('pages for a print shop', () => {
  it('stand in the middle of a larger one, with three millimetres of bleed and marks that stop short of it', () => {
    const [made] = press([page(148, 210)])
    expect([made!.width, made!.height]).toEqual([mm(168), mm(230)].map((side) => expect.closeTo(side, 4)))
    expect(made!.trim).toMatchObject({ x: mm(10), y: mm(10), width: mm(148) })
    expect(made!.bleed!.x).toBeCloseTo(mm(7), 4)
    expect(made!.bleed!.width).toBeCloseTo(mm(154), 4)
    const { bleed } = made!
    const inside = (x: number, y: number) =>
      x > bleed!.x && x < bleed!.x + bleed!.width && y > bleed!.y && y < bleed!.y + bleed!.height
    const marks = made!.ops.flatMap((op) => (op.kind === 'rule' ? [op] : []))
    expect(marks).toHaveLength(8)
    for (const { x1, y1, x2, y2 } of marks) expect([inside(x1, y1), inside(x2, y2)]).toEqual([false, false])
  })
})
