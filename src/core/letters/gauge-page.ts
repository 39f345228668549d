import type { Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { RULE, SHEET, TEXT } from './letter-design.ts'
import { drawEnvelope, drawLetterhead, type LetterContext, pen } from './letter-page.ts'
import { letterWords } from './letter-words.ts'
import { windowBlocks } from './letters.rules.ts'

/** A page to hold against an envelope: the block of the address framed, filled with the longest lines, and the folds. */
export function gaugePage(context: LetterContext): Page {
  const { head, design } = context
  const words = letterWords[head.language]
  const draw = pen(head.language, context)
  const block = windowBlocks[head.window]
  drawLetterhead(draw, context)
  drawEnvelope(
    draw,
    [1, 2, 3, 4, 5, 6].map((line) => words.gaugeLine(line).slice(0, 38)),
    context,
  )
  const [left, top, width, height] = [block.left - 1, block.top - 0.5, block.width + 2, 23.5].map(mm) as [
    number,
    number,
    number,
    number,
  ]
  const side = (x1: number, y1: number, x2: number, y2: number): void => {
    draw.now().push({ kind: 'rule', x1, y1, x2, y2, weight: 0.6, colour: design.accent })
  }
  side(left, top, left + width, top)
  side(left, top + height, left + width, top + height)
  side(left, top, left, top + height)
  side(left + width, top, left + width, top + height)
  // A scale along the upper and left edges of the block: how far the printer is off.
  for (let at = 0; at <= 80; at += 5) {
    const x = mm(block.left + at)
    draw
      .now()
      .push({ kind: 'rule', x1: x, y1: top - 6, x2: x, y2: top - (at % 10 === 0 ? 2 : 4), weight: 0.3, colour: RULE })
  }
  let y = mm(112)
  draw.say(draw.prose(words.gauge), design.subject, TEXT.left, y, mm(160), 'H1')
  y += 20
  for (const line of draw.linesOf(draw.prose(words.gaugeHelp), design.body, TEXT.right - TEXT.left, 'justified')) {
    draw.put(line, TEXT.left, y)
    y += 15
  }
  return { width: SHEET.width, height: SHEET.height, ops: draw.pages[0] ?? [] }
}
