/** The directory as it is asked for: its look, and the files one composition gives. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { finish } from '../kit/request.ts'
import { bytesOf, client, refused } from '../office.fixture.ts'
import { withProgram } from '../programs.fixture.ts'
import type { directoryOptions } from './directory.requests.ts'

beforeEach(async () => {
  await finish(await client.exchange.invent({ people: 60, seed: 3 }))
})

const POINT = 72 / 25.4

async function made(options: z.input<typeof directoryOptions>) {
  const paper = await finish(await client.directory.typeset(options))
  const bytes = await bytesOf(paper)
  const text = bytes.toString('latin1')
  const boxes = (name: string) =>
    [...text.matchAll(new RegExp(`/${name} \\[([^\\]]*)\\]`, 'g'))].map(([, box = '']) => box.split(' ').map(Number))
  return { ...paper, bytes, text, boxes }
}

describe('the look', () => {
  test('decides the size of the page, and other looks give other pages', async () => {
    const classic = await made({})
    const modern = await made({ look: { paper: 'A4', style: 'modern', colour: '#006644' } })
    const large = await made({ look: { style: 'large' } })
    expect(classic.boxes('MediaBox')[0]).toEqual(
      [0, 0, 148 * POINT, 210 * POINT].map((side) => expect.closeTo(side, 1)),
    )
    expect(modern.boxes('MediaBox')[0]).toEqual([0, 0, 210 * POINT, 297 * POINT].map((side) => expect.closeTo(side, 1)))
    expect(modern.report.pages).toBeLessThan(large.report.pages)
    expect(large.report.pages).toBeGreaterThan(classic.report.pages)
    for (const { proof } of [modern, large]) expect(proof.printed).toBe(classic.proof.printed)
  })
  test('that cannot be set is refused with its measures, before anything is typeset', async () => {
    expect(await refused(made({ look: { columns: 4 } }))).toMatchObject({
      code: 'lookImpossible',
      field: 'look',
      values: { why: 'columnTooNarrow', least: 38 },
    })
    expect(await refused(made({ look: { size: 90 } }))).toMatchObject({ code: 'invalidInput', field: 'look.size' })
    const gothic = { style: 'gothic' } as unknown as { style: 'large' }
    expect(await refused(made({ look: gothic }))).toMatchObject({ code: 'invalidInput', field: 'look.style' })
  })
})

describe('the files of one composition', () => {
  test('for a print shop: every page with its trim and bleed boxes', async () => {
    const { report, boxes, name } = await made({ imposition: 'press' })
    expect(name).toBe('Annuaire-2026-imprimeur.pdf')
    const at = (from: number, width: number, height: number) =>
      [from, from, from + width, from + height].map((side) => expect.closeTo(side * POINT, 1))
    expect(boxes('TrimBox')).toEqual(Array.from({ length: report.pages }, () => at(10, 148, 210)))
    expect(boxes('BleedBox')).toEqual(Array.from({ length: report.pages }, () => at(7, 154, 216)))
  })
  test('in cahiers: the same pages on the same number of sheets, in another order', async () => {
    const look = { style: 'large' } as const
    const [stapled, sewn] = [
      await made({ imposition: 'booklet', look }),
      await made({ imposition: 'signatures16', look }),
    ]
    expect(stapled.report.pages).toBeGreaterThan(16)
    expect(sewn.report).toEqual(stapled.report)
    expect(sewn.report).toMatchObject({ sheets: sewn.report.pages / 4, sheet: 'A4' })
    expect(sewn.bytes.equals(stapled.bytes)).toBe(false)
  })
  test('to be read aloud: every link is an element of its own and leads to a page', async () => {
    const ordinary = await made({})
    const { text } = await made({ standard: 'accessible' })
    const count = (what: RegExp, where = text) => [...where.matchAll(what)].length
    expect(count(/\/Subtype \/Link/g)).toBeGreaterThan(10)
    expect(count(/\/Type \/OBJR/g)).toBe(count(/\/Subtype \/Link/g))
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).not.toContain('pdfaid:part>2')
    expect(ordinary.text).not.toContain('pdfuaid')
  })
  test('to be kept: says what its colours are, and calls itself PDF/A-2a; of a booklet it is refused', async () => {
    const { text, bytes } = await made({ standard: 'archive' })
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toMatch(/\/S \/GTS_PDFA1[\s\S]*\/DestOutputProfile \d+ 0 R/)
    expect(await refused(made({ standard: 'archive', imposition: 'booklet' }))).toMatchObject({
      code: 'invalidInput',
      field: 'standard',
    })
    const again = await made({ standard: 'archive' })
    expect(again.bytes.equals(bytes)).toBe(true)
  })
  withProgram('qpdf')('are all sound (qpdf --check)', async () => {
    const place = mkdtempSync(join(tmpdir(), 'amicale-outputs-'))
    for (const options of [{ imposition: 'press' }, { imposition: 'signatures16' }, { standard: 'archive' }] as const) {
      const { bytes, name } = await made(options)
      writeFileSync(join(place, name), bytes)
      expect(execFileSync('qpdf', ['--check', join(place, name)], { encoding: 'utf8' })).toContain('No syntax')
    }
    rmSync(place, { recursive: true })
  })
})
