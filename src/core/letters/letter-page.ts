import { centsInWords } from '../kit/money.ts'
import type { Op, Page, Tag } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { cleanText, frenchText } from '../typesetting/text/clean.ts'
import {
  FOLDS,
  INK,
  LEADING,
  type LetterDesign,
  PARAGRAPH,
  RIGHT_HALF,
  RULE,
  SHEET,
  SLIP,
  TEXT,
} from './letter-design.ts'
import { letterWords } from './letter-words.ts'
import type { Head, LetterPiece, PaymentSlip } from './letters.job.ts'
import { paragraphsOf, windowBlocks } from './letters.rules.ts'
import { darkBits, qrCode } from './qr-code.ts'
import { ibanInGroups } from './transfer.rules.ts'

export type LetterContext = {
  readonly head: Head
  readonly design: LetterDesign
  readonly setting: Setting
  /** Width by height of the emblem, in its own dots. */
  readonly emblem?: { readonly image: { readonly bytes: Uint8Array }; readonly width: number; readonly height: number }
  /** Lines of paragraphs already set: most letters of a run say the same. */
  readonly kept: Map<string, readonly Line[]>
}

/** The pages of an ops list being drawn, with short words to draw on the last of them. */
export function pen(language: 'fr' | 'en', { setting, kept }: Pick<LetterContext, 'setting' | 'kept'>) {
  const whole: Tag = { role: 'Document', parent: null }
  const pages: Op[][] = [[]]
  const now = (): Op[] => pages.at(-1) as Op[]
  const prose = (text: string): string => (language === 'fr' ? frenchText(text) : cleanText(text))
  const tagOf = (role: string): Tag => ({ role, parent: whole, language })
  let last: { readonly tag: Tag; readonly ops: Op[]; readonly length: number } | undefined
  /** Draws a line; lines given one tag are one paragraph for whoever listens to the page. */
  const put = (line: Line, x: number, baseline: number, role: string | Tag = 'P'): void => {
    const [ops, tag] = [now(), typeof role === 'string' ? tagOf(role) : role]
    if (last?.tag === tag && last.ops === ops && last.length === ops.length) ops.pop()
    else ops.push({ kind: 'begin', tag })
    ops.push({ kind: 'line', x, y: baseline, pieces: line.pieces }, { kind: 'end' })
    last = { tag, ops, length: ops.length }
  }
  const lineOf = (text: string, style: Style, width = Number.POSITIVE_INFINITY): Line =>
    narrowed(setLine([{ text: cleanText(text), style }], setting), width)
  return {
    pages,
    now,
    prose,
    tagOf,
    put,
    lineOf,
    say: (text: string, style: Style, x: number, baseline: number, width: number, role: string | Tag = 'P'): void => {
      if (text !== '') put(lineOf(text, style, width), x, baseline, role)
    },
    linesOf: (text: string, style: Style, width: number, align: 'justified' | 'ragged' = 'ragged'): readonly Line[] => {
      const key = `${language} ${align} ${style.face.name} ${style.size} ${width} ${text}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const lines = setParagraph([{ text, style }], { language, align, widthOfLine: () => width }, setting).map(
        (line) => narrowed(line, width),
      )
      if (kept.size > 2000) kept.clear()
      kept.set(key, lines)
      return lines
    },
    rule: (x1: number, x2: number, at: number, weight = 0.4, colour = RULE): void => {
      now().push({ kind: 'rule', x1, y1: at, x2, y2: at, weight, colour })
    },
  }
}
export type Pen = ReturnType<typeof pen>

/** Name, emblem and lines to reach the association by, at the top left; answers where they end. */
export function drawLetterhead(
  draw: Pen,
  { head, design, emblem }: Pick<LetterContext, 'head' | 'design' | 'emblem'>,
): number {
  let left: number = TEXT.headLeft
  let y: number = TEXT.top + 11
  if (emblem !== undefined) {
    const scale = Math.min(mm(24) / emblem.width, mm(22) / emblem.height)
    const [width, height] = [emblem.width * scale, emblem.height * scale]
    draw.now().push({ kind: 'image', image: emblem.image, x: left, y: TEXT.top - 1, width, height })
    left += width + mm(5)
  }
  const title = draw.tagOf('H1')
  for (const line of draw.linesOf(draw.prose(head.association), design.association, mm(112) - left).slice(0, 3)) {
    draw.put(line, left, y, title)
    y += 17.5
  }
  draw.rule(left, left + mm(14), y - 8.5, 1.4, design.accent)
  y += 5
  for (const [block, lines] of [head.address, head.reach].entries()) {
    if (lines.length === 0) continue
    if (block > 0) y += 2.6
    const tag = draw.tagOf('P')
    for (const text of lines.slice(0, 5)) {
      draw.say(draw.prose(text), design.head, left, y, mm(105) - left, tag)
      y += 11
    }
  }
  return y
}

/** The address where the window shows it, and the marks to fold at. */
export function drawEnvelope(
  draw: Pen,
  lines: readonly string[],
  { head, design }: Pick<LetterContext, 'head' | 'design'>,
): void {
  const block = windowBlocks[head.window]
  const leading = 10.6
  // A name may be narrowed a little; longer than that, it goes on over a second line.
  const set = lines.flatMap((text) => {
    const line = draw.lineOf(text, design.address)
    const room = mm(block.width)
    return line.width <= room * 1.12
      ? [draw.lineOf(text, design.address, room)]
      : draw.linesOf(text, design.address, room)
  })
  const top = mm(set.length > 6 ? block.higher : block.top)
  const tag = draw.tagOf('P')
  for (const [at, line] of set.entries()) draw.put(line, mm(block.left), top + 8.2 + at * leading, tag)
  for (const fold of FOLDS[head.window]) draw.rule(mm(4), mm(8), mm(fold), 0.3)
}

/** The line at the foot of the first page, and numbers on those that follow. */
function drawFeet(draw: Pen, { head, design }: LetterContext): void {
  const many = draw.pages.length > 1
  const words = letterWords[head.language]
  for (const [at, ops] of draw.pages.entries()) {
    const foot = (text: string, x: (width: number) => number, y: number): void => {
      const line = draw.lineOf(text, design.legal, mm(170))
      ops.push({ kind: 'line', x: x(line.width), y, pieces: line.pieces })
    }
    if (head.legal !== '') {
      ops.push({ kind: 'rule', x1: TEXT.headLeft, y1: mm(284), x2: mm(190), y2: mm(284), weight: 0.3, colour: RULE })
      foot(draw.prose(head.legal), (width) => (SHEET.width - width) / 2, mm(288))
    }
    if (many) foot(words.page(at + 1, draw.pages.length), (width) => mm(190) - width, mm(at === 0 ? 281 : 281))
  }
}

/**
 * A letter laid out as the French do: letterhead at the left, address in the window at the right, place and day under it,
 * subject, salutation, text, signature at the right; a payment slip as the last third of its last page.
 */
export function letterPages(letter: LetterPiece, context: LetterContext): readonly Page[] {
  const { head, design } = context
  const words = letterWords[letter.language]
  const draw = pen(letter.language, context)
  const width = TEXT.right - TEXT.left
  const { slip } = letter
  /** How low the text may go on a page: above the slip where it stands. */
  const bottom = (): number => TEXT.bottom
  let y = 0
  const turn = (): void => {
    draw.pages.push([])
    y = TEXT.top + 8
    draw.say(draw.prose(`${head.association} – ${letter.name}`), design.head, TEXT.left, y, width)
    y += 26
  }

  drawLetterhead(draw, context)
  drawEnvelope(draw, letter.envelope, context)
  if (letter.sentAs !== '') draw.say(draw.prose(letter.sentAs), design.sentAs, TEXT.headLeft, mm(79), mm(85))
  y = mm(head.window === 'c5' ? 99 : 96)
  draw.say(draw.prose(words.dated(head.place, head.day)), design.body, RIGHT_HALF, y, mm(78))
  y += 26
  if (letter.subject !== '') {
    const label = draw.lineOf(
      draw.prose(`${words.subject}${letter.language === 'fr' ? '\u00a0:' : ':'}`),
      design.subjectLabel,
    )
    draw.put(label, TEXT.left, y)
    const lines = draw.linesOf(draw.prose(letter.subject), design.subject, width - label.width - 6)
    const tag = draw.tagOf('H2')
    for (const [at, line] of lines.entries()) draw.put(line, TEXT.left + label.width + 6, y + at * LEADING, tag)
    y += lines.length * LEADING + 13
  }
  const paragraphs = paragraphsOf(letter.body)
  if (letter.salutation !== '') {
    draw.say(draw.prose(letter.salutation), design.body, TEXT.left, y, width)
    y += LEADING + PARAGRAPH
  }
  for (const [at, paragraph] of paragraphs.entries()) {
    const lines = paragraph.flatMap((text) =>
      draw.linesOf(draw.prose(text), design.body, width, paragraph.length === 1 ? 'justified' : 'ragged'),
    )
    const tag = draw.tagOf('P')
    for (const [row, line] of lines.entries()) {
      const left = lines.length - row
      // Two lines at least stay together at either edge; the last paragraph keeps its signature company.
      const wanted = row === 0 ? Math.min(2, lines.length) : left === 2 ? 2 : 1
      const signing = at === paragraphs.length - 1 && left <= 2 && hasSignature(head) ? 60 : 0
      if (y + (wanted - 1) * LEADING + signing > bottom()) turn()
      draw.put(line, TEXT.left, y, tag)
      y += LEADING
    }
    y += PARAGRAPH
  }
  if (hasSignature(head)) {
    if (y + 52 > bottom()) turn()
    draw.say(draw.prose(head.quality), design.body, RIGHT_HALF, y + 8, mm(75))
    draw.say(
      draw.prose(head.signatory),
      design.body,
      RIGHT_HALF,
      y + 8 + (head.quality === '' ? 0 : LEADING) + 26,
      mm(75),
    )
    y += 8 + 26 + LEADING
  }
  if (slip !== undefined) {
    if (y + 8 > SLIP.top) turn()
    drawSlip(draw, slip, letter, context)
  }
  drawFeet(draw, context)
  return draw.pages.map((ops) => ({ width: SHEET.width, height: SHEET.height, ops }))
}

const hasSignature = ({ signatory, quality }: Head): boolean => signatory !== '' || quality !== ''

/** The last third of the sheet, to be cut off at the fold: what to pay, to whom, and the code that fills in the transfer. */
function drawSlip(draw: Pen, slip: PaymentSlip, letter: LetterPiece, { design }: LetterContext): void {
  const words = letterWords[letter.language]
  const { left, right, top } = SLIP
  for (let x: number = mm(15); x < mm(204); x += 6) draw.rule(x, Math.min(x + 3, mm(204)), mm(198), 0.4)
  draw.now().push({ kind: 'line', x: mm(10), y: mm(198) + 3.2, pieces: draw.lineOf('✂', design.scissors).pieces })
  let y: number = top + 16
  draw.say(draw.prose(slip.title), design.slipTitle, left, y, mm(105), 'H2')
  const amount = draw.lineOf(draw.prose(centsInWords(slip.cents, letter.language)), design.slipAmount)
  draw.put(amount, right - amount.width, y)
  draw.rule(left, right, y + 7, 0.7, design.accent)
  y += 24
  const code = slip.code === '' ? undefined : qrCode(slip.code)
  const side = mm(33)
  const column = mm(74)
  const fact = (label: string, value: string, x: number, style: Style, width: number): void => {
    if (value === '') return
    draw.say(draw.prose(label), design.slipLabel, x, y, width)
    draw.say(value, style, x, y + 12.5, width)
  }
  const start = y
  const across = code === undefined ? right - left : right - side - mm(8) - left
  const second = left + Math.max(column, across * 0.62)
  fact(words.who, slip.name, left, design.slipValue, second - left - 8)
  fact(words.reference, slip.reference, second, design.slipFigures, left + across - second)
  y += 29
  if (slip.iban !== '') {
    const colon = letter.language === 'fr' ? '\u00a0: ' : ': '
    fact(`${words.transfer}${colon}${words.beneficiary}`, slip.beneficiary, left, design.slipValue, across)
    y += 29
    fact(words.iban, ibanInGroups(slip.iban), left, design.slipFigures, second - left - 8)
    fact(words.bic, slip.bic, second, design.slipFigures, left + across - second)
    y += 29
  }
  fact(words.cheque, draw.prose(words.chequeTo(slip.beneficiary)), left, design.slipValue, across)
  if (code !== undefined) {
    const [x, upper] = [right - side, start - 8]
    draw.now().push({ kind: 'cells', x, y: upper, side, across: code.size, bits: darkBits(code), colour: INK })
    for (const [at, line] of draw.linesOf(draw.prose(words.scan), design.slipLabel, side).entries())
      draw.put(line, x, upper + side + 11 + at * 9.4)
  }
}
