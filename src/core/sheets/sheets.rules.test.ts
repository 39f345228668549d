/** Formats and words in a cell: every sheet closes, and what does not hold is said. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../typesetting/font/registry.ts'
import { setLine } from '../typesetting/para/line.ts'
import { fitted, heightOf, NARROWEST, sizeFor } from './sheet-words.ts'
import {
  cellPlace,
  cellsOf,
  formatNamed,
  ownFormat,
  paddingOf,
  type SheetFormat,
  sheetFormats,
  sheetTrouble,
} from './sheets.rules.ts'

/** The table of rules-fr.md 6, typed in again: code, columns, rows, cell, first corner, pitch, how many. */
const table: readonly (readonly [string, number, number, number, number, number, number, number, number, number])[] = [
  ['L7160', 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1, 21],
  ['L7159', 3, 8, 63.5, 33.9, 7.2, 12.9, 66, 33.87, 24],
  ['L7162', 2, 8, 99.1, 33.9, 4.67, 13.02, 101.6, 33.87, 16],
  ['L7163', 2, 7, 99.1, 38.1, 4.67, 15.15, 101.6, 38.1, 14],
  ['L7173', 2, 5, 99.1, 57, 4.67, 6, 101.6, 57, 10],
  ['L7165', 2, 4, 99.1, 67.7, 4.67, 13.04, 101.6, 67.73, 8],
  ['L7161', 3, 6, 63.5, 46.6, 7.21, 8.82, 66.04, 46.56, 18],
  ['L7651', 5, 13, 38.1, 21.2, 4.67, 10.9, 40.64, 21.17, 65],
  ['3422', 3, 8, 70, 35, 0, 8.5, 70, 35, 24],
  ['3474', 3, 8, 70, 37, 0, 0.5, 70, 37, 24],
  ['3475', 3, 8, 70, 36, 0, 4.43, 70, 36, 24],
  ['C32011', 2, 5, 85, 54, 15, 13.5, 95, 54, 10],
  ['C32015', 2, 4, 85, 54, 17, 31.5, 91, 60, 8],
  ['L7414', 2, 5, 90, 52, 15, 18.5, 90, 52, 10],
]

const exactly = (code: string): SheetFormat => {
  const format = formatNamed(code)
  if (format === undefined) throw new Error(`No format ${code}`)
  return format
}

describe('formats', () => {
  it.each(sheetFormats.map((format) => [format.code, format] as const))('%s closes to 0.1 mm', (_, format) => {
    const { page, columns, rows, cell, pitch, margins } = format
    const gaps = { x: (columns - 1) * (pitch.x - cell.width), y: (rows - 1) * (pitch.y - cell.height) }
    expect(Math.abs(margins.left + columns * cell.width + gaps.x + margins.right - page.width)).toBeLessThanOrEqual(
      0.1001,
    )
    expect(Math.abs(margins.top + rows * cell.height + gaps.y + margins.bottom - page.height)).toBeLessThanOrEqual(
      0.1001,
    )
  })
  it.each(table)('%s is what the table says', (code, columns, rows, width, height, left, top, x, y, count) => {
    const format = exactly(code)
    expect(format).toMatchObject({ columns, rows, cell: { width, height }, pitch: { x, y } })
    // Two tops of the table do not close and were centred (docs/technical/sheets.md).
    expect(Math.abs(format.margins.left - left)).toBeLessThanOrEqual(0.01)
    expect(Math.abs(format.margins.top - top)).toBeLessThanOrEqual(0.1001)
    expect(cellsOf(format)).toBe(count)
  })
  it('has every sheet of the table, and the two envelopes', () => {
    expect(sheetFormats.map(({ code }) => code).toSorted()).toEqual(
      [...table.map(([code]) => code), 'C5', 'DL'].toSorted(),
    )
    expect(formatNamed(' j8160 ')?.code).toBe('L7160')
    expect(formatNamed('L9999')).toBeUndefined()
  })
  it('mirrors the columns of a back: the paper between is the same', () => {
    for (const format of sheetFormats) {
      for (let at = 0; at < cellsOf(format); at++) {
        const [front, back] = [cellPlace(format, at), cellPlace(format, at, 'back')]
        expect(front.x + back.x + format.cell.width).toBeCloseTo(format.page.width, 9)
        expect(back.y).toBe(front.y)
      }
    }
    // Column 0 is printed where column 1 was.
    expect(cellPlace(exactly('C32011'), 0, 'back').x).toBeCloseTo(cellPlace(exactly('C32011'), 1).x, 9)
  })
  it('keeps words 5 mm from the edges of the paper', () => {
    for (const format of sheetFormats) {
      const { x, y } = paddingOf(format)
      expect(format.margins.left + x).toBeGreaterThanOrEqual(5)
      expect(format.margins.top + y).toBeGreaterThanOrEqual(5)
    }
  })
  it('of one’s own never leave the page nor overlap, or are refused', () => {
    const size = fc.integer({ min: 5, max: 300 })
    fc.assert(
      fc.property(
        fc.record({
          page: fc.constant({ width: 210, height: 297 }),
          columns: fc.integer({ min: 1, max: 10 }),
          rows: fc.integer({ min: 1, max: 20 }),
          cell: fc.record({ width: size, height: size }),
          pitch: fc.record({ x: size, y: size }),
          left: fc.integer({ min: 0, max: 30 }),
          top: fc.integer({ min: 0, max: 30 }),
        }),
        (measures) => {
          if (sheetTrouble(measures) !== undefined) return
          const format = ownFormat('À nous', 'labels', measures)
          const places = Array.from({ length: cellsOf(format) }, (_, at) => cellPlace(format, at))
          for (const { x, y } of places) {
            expect(x + format.cell.width).toBeLessThanOrEqual(210.11)
            expect(y + format.cell.height).toBeLessThanOrEqual(297.11)
          }
          expect(format.margins.right).toBeGreaterThanOrEqual(-0.11)
          const [one, next] = places
          if (format.columns > 1)
            expect((next?.x ?? 0) - (one?.x ?? 0)).toBeGreaterThanOrEqual(format.cell.width - 0.11)
        },
      ),
    )
  })
})

describe('words in a cell', () => {
  const fonts = openFonts(join(import.meta.dirname, '../../../resources/fonts'))
  const setting = { fonts, missing: () => {} }
  const style = { face: fonts.face('sans'), size: 10, colour: '#000000' } as const
  const textOf = (lines: readonly { readonly width: number }[]) => lines.length
  it('narrow, then get smaller, then go on over a line, and are never cut', () => {
    const text = '28 RUE DU PROFESSEUR ANTOINE LACASSAGNE'
    const natural = setLine([{ text, style }], setting).width
    const room = (of: number, height = 100) => fitted([text], { width: natural * of, height }, style, setting)
    expect(room(1)).toMatchObject({ size: 10 })
    const narrow = room(0.9)
    expect([narrow?.size, narrow?.lines.length]).toEqual([10, 1])
    expect(narrow?.lines[0]?.width).toBeCloseTo(natural * 0.9, 6)
    const smaller = room(0.8)
    expect([smaller?.size, smaller?.lines.length]).toEqual([9, 1])
    const parted = room(0.5)
    expect([parted?.size, textOf(parted?.lines ?? [])]).toEqual([10, 2])
    // Four words of a name without a space: not at any size.
    expect(fitted(['X'.repeat(80)], { width: 100, height: 100 }, style, setting)).toBeUndefined()
    expect(fitted(['1', '2', '3'], { width: 100, height: 15 }, style, setting)).toBeUndefined()
  })
  it('hold in their room whatever they are, or are reported', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Z0-9 ]{1,60}$/), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 30, max: 120 }),
        (texts, width, height) => {
          const size = sizeFor({ width, height })
          const found = fitted(texts, { width, height }, { ...style, size }, setting)
          if (found === undefined) return
          expect(heightOf(found.lines.length, found.size)).toBeLessThanOrEqual(height)
          for (const line of found.lines) {
            expect(line.width).toBeLessThanOrEqual(width + 1e-6)
            for (const { scale } of line.pieces) expect(scale).toBeGreaterThanOrEqual(NARROWEST - 1e-9)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
