/** Sets a list as A4 pages: the association, a title, headings repeated on each page, rows, a foot that stays whole. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { narrowed } from '../typesetting/para/line.ts'
import { RULE, SHEET, TEXT } from './letter-design.ts'
import { type LetterContext, pen } from './letter-page.ts'
import { openContext, paintPages } from './letters-maker.ts'
import type { RollHead } from './roll.job.ts'

const ROW = 15.4
const GAP = 8
/** Text is narrowed by as much before it goes on over another line. */
const NARROWEST = 0.92

export function rollPages(
  head: RollHead,
  rows: readonly (readonly string[])[],
  context: LetterContext,
): readonly Page[] {
  const { design } = context
  const draw = pen(head.language, context)
  const [left, right] = [TEXT.headLeft, mm(190)]
  const width = right - left
  const starts = head.columns.map(
    (_, at) => left + width * head.columns.slice(0, at).reduce((sum, one) => sum + one.share, 0),
  )
  const widths = head.columns.map(({ share }) => width * share - GAP)
  let y = 0
  const headings = (): void => {
    for (const [at, { header, right: aligned }] of head.columns.entries()) {
      const line = draw.lineOf(draw.prose(header), design.slipLabel, widths[at])
      draw.put(line, (starts[at] ?? left) + (aligned === true ? (widths[at] ?? 0) - line.width : 0), y, 'P')
    }
    draw.rule(left, right, y + 5, 0.7, design.accent)
    y += 18
  }
  y = TEXT.top + 11
  for (const line of draw.linesOf(draw.prose(head.association), design.slipTitle, width).slice(0, 2)) {
    draw.put(line, left, y, 'P')
    y += 14
  }
  draw.rule(left, left + mm(14), y - 5, 1.4, design.accent)
  y += 22
  for (const line of draw.linesOf(draw.prose(head.title), { ...design.slipAmount, size: 17 }, width)) {
    draw.put(line, left, y, 'H1')
    y += 21
  }
  for (const line of draw.linesOf(draw.prose(head.lead), design.slipNote, width)) {
    draw.put(line, left, y)
    y += 12.5
  }
  y += 12
  headings()
  for (const row of rows) {
    const cells = row.map((text, at) => {
      const room = widths[at] ?? width
      const line = draw.lineOf(text, design.slipValue)
      if (line.width * NARROWEST <= room) return [narrowed(line, room)]
      return draw.linesOf(text, design.slipValue, room)
    })
    const height = ROW + (Math.max(1, ...cells.map((lines) => lines.length)) - 1) * 12
    if (y + height > mm(279)) {
      draw.pages.push([])
      y = TEXT.top + 11
      headings()
    }
    for (const [at, lines] of cells.entries())
      for (const [down, line] of lines.entries()) {
        const shift = head.columns[at]?.right === true ? (widths[at] ?? 0) - line.width : 0
        draw.put(line, (starts[at] ?? left) + shift, y + down * 12)
      }
    y += height
    draw.rule(left, right, y - 11, 0.2, RULE)
  }
  const foot =
    head.foot === '' ? [] : head.foot.split('\n').flatMap((text) => draw.linesOf(draw.prose(text), design.body, width))
  if (foot.length > 0) {
    if (y + 12 + foot.length * 15 > mm(284)) {
      draw.pages.push([])
      y = TEXT.top + 11
    }
    y += 12
    for (const line of foot) {
      draw.put(line, left, y)
      y += 15
    }
  }
  const count = draw.pages.length
  return draw.pages.map((ops, at) => {
    const line = draw.lineOf(`${at + 1}/${count}`, design.legal)
    ops.push({ kind: 'line', x: right - line.width, y: mm(289), pieces: line.pieces })
    return { width: SHEET.width, height: SHEET.height, ops }
  })
}

export const rollMaker =
  (fonts: () => Fonts): PaperMaker<RollHead, readonly string[], { readonly pages: number }> =>
  async (head, batches, bench) => {
    const rows: (readonly string[])[] = []
    for await (const batch of batches) {
      rows.push(...batch)
      bench('gathering', rows.length, head.rows)
    }
    if (rows.length === 0) throw new Refusal('nothingToPrint')
    const pages = rollPages(head, rows, openContext(head, fonts()))
    bench('composing', rows.length, rows.length)
    const bytes = await paintPages(head, head.title, pages, (done, total) => {
      bench('painting', done, total)
      return undefined
    })
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: pages.length } }
  }
