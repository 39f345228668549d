/** The page one prints on plain paper and holds against a sheet: every cell framed, and scales to read the offset on. */
import type { PaperMaker } from '../kit/papers.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Colour, Op } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { narrowed, type Style, setLine } from '../typesetting/para/line.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText, frenchText } from '../typesetting/text/clean.ts'
import { cellBox } from './sheet-grid.ts'
import { type TestPageHead, testPageWords } from './sheets.job.ts'
import { cellsOf } from './sheets.rules.ts'

const RULE: Colour = '#777777'
const [FRAME, FINE] = [0.5, 0.25]

export const testPageMaker =
  (fonts: () => Fonts): PaperMaker<TestPageHead, never, { readonly pages: number }> =>
  async ({ format, offset, language, association, accent, day }) => {
    const words = testPageWords[language]
    const setting = { fonts: fonts(), missing: () => {} }
    const style = (size: number, colour: Colour = '#000000'): Style => ({ face: fonts().face('sans'), size, colour })
    const ops: Op[] = []
    const line = (x1: number, y1: number, x2: number, y2: number, weight: number, colour: Colour = RULE): void => {
      ops.push({ kind: 'rule', x1, y1, x2, y2, weight, colour })
    }
    const prose = language === 'fr' ? frenchText : cleanText
    for (let at = 0; at < cellsOf(format); at++) {
      const { x, y, width, height } = cellBox(format, at, { offset })
      line(x, y, x + width, y, FRAME)
      line(x, y + height, x + width, y + height, FRAME)
      line(x, y, x, y + height, FRAME)
      line(x + width, y, x + width, y + height, FRAME)
      // Tenths are too fine for an eye; half millimetres, longer at each whole one, up to 3 mm either way of the corner.
      if (at === 0)
        for (let step = -6; step <= 6; step++) {
          const length = mm(step === 0 ? 3 : step % 2 === 0 ? 2 : 1.2)
          const [right, down] = [x + mm(step / 2), y + mm(step / 2)]
          line(right, y + mm(5), right, y + mm(5) + length, FINE, accent as Colour)
          line(x + mm(5), down, x + mm(5) + length, down, FINE, accent as Colour)
        }
      const said =
        at === 0 ? [`${format.code} · ${words.cell(at + 1)}`, words.offset(offset), words.help] : [words.cell(at + 1)]
      const left = x + (at === 0 ? mm(11) : mm(6))
      const room = width - (left - x) - mm(6)
      let below = y + height / 2 - (said.length - 1) * 4.5 + 3
      for (const text of said) {
        const set = narrowed(setLine([{ text: prose(text), style: style(8) }], setting), Math.max(room, mm(10)))
        ops.push({ kind: 'line', x: left, y: below, pieces: set.pieces })
        below += 10
      }
    }
    const bytes = await writePdf(
      {
        pages: [{ width: mm(format.page.width), height: mm(format.page.height), ops }],
        title: `${words.title} ${cleanText(format.code)}`,
        author: cleanText(association),
        language: language === 'fr' ? 'fr-FR' : 'en-GB',
        ...{ day, outline: [], labels: [], standard: 'ordinary' },
      },
      () => undefined,
    )
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: 1 } }
  }
