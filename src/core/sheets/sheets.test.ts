/** Sheets of one's own on a real office, and the page one holds against a sheet. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { bytesOf, client, refused } from '../office.fixture.ts'

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-sheets-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const measures = {
  ...{ page: { width: 210, height: 297 }, columns: 2, rows: 4, cell: { width: 90, height: 60 } },
  ...{ pitch: { x: 95, y: 65 }, left: 10, top: 10 },
}

describe('sheets of one’s own', () => {
  it('are kept, changed, used by name and removed', async () => {
    const { id } = await client.sheets.saveFormat({ name: 'Dos de classeur', use: 'labels', ...measures })
    const own = (await client.sheets.formats({})).formats.find((format) => format.id === id)
    expect(own).toMatchObject({ code: 'Dos de classeur', margins: { left: 10, top: 10, right: 15, bottom: 32 } })
    await client.sheets.saveFormat({ id, name: 'Dos', use: 'labels', ...measures, left: 12.5 })
    expect((await finish(await client.sheets.testPage({ format: 'dos' }))).name).toBe('Page-de-test-Dos.pdf')
    await client.sheets.removeFormat({ id })
    expect(await refused(finish(await client.sheets.testPage({ format: 'Dos' })))).toMatchObject({ code: 'notFound' })
  })
  it('are refused larger than the page, overlapping, under a name that is taken', async () => {
    const save = (more: object) =>
      refused(client.sheets.saveFormat({ name: 'À nous', use: 'labels', ...measures, ...more }))
    expect(await save({ cell: { width: 120, height: 60 } })).toMatchObject({
      ...{ code: 'invalidInput', field: 'cell.width', values: { reason: 'sheetTooLarge' } },
    })
    expect(await save({ rows: 5 })).toMatchObject({ field: 'cell.height', values: { reason: 'sheetTooLarge' } })
    expect(await save({ pitch: { x: 89, y: 65 } })).toMatchObject({ values: { reason: 'cellsOverlap' } })
    expect(await save({ name: 'l7163' })).toMatchObject({ field: 'name', values: { reason: 'nameTaken' } })
    expect(await save({ columns: 0 })).toMatchObject({ code: 'invalidInput' })
    expect(await save({ cell: { width: 1e9, height: 60 } })).toMatchObject({ code: 'invalidInput' })
    expect((await client.sheets.formats({})).formats.every(({ id }) => id === undefined)).toBe(true)
  })
  it('the page of test numbers every cell, moved by the offset', async () => {
    const wordsOf = async (offset: { x: number; y: number }) => {
      const file = join(place, 'test.pdf')
      writeFileSync(file, await bytesOf(await finish(await client.sheets.testPage({ format: 'L7163', offset }))))
      const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
      return [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, y, text]) => ({
        ...{ x: (Number(x) * 25.4) / 72, y: (Number(y) * 25.4) / 72, text },
      }))
    }
    const [plain, moved] = [await wordsOf({ x: 0, y: 0 }), await wordsOf({ x: 12, y: -5 })]
    expect(plain.filter(({ text }) => text?.startsWith('n°'))).toHaveLength(14)
    const last = (words: typeof plain) => words.findLast(({ text }) => text === '14' || text === 'n°\u00a014')
    expect((last(moved)?.x ?? 0) - (last(plain)?.x ?? 0)).toBeCloseTo(1.2, 1)
    expect((last(moved)?.y ?? 0) - (last(plain)?.y ?? 0)).toBeCloseTo(-0.5, 1)
  })
})
