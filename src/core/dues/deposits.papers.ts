/** The slip of a deposit as A4 pages: who, where, each cheque, the total in figures and in words. Same deposit, same bytes. */

import { amountInWords } from '../kit/amount-words.ts'
import { sumOf } from '../kit/money.ts'
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { dayInWords } from '../people/day.rules.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Colour, Op, Page } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText, frenchText } from '../typesetting/text/clean.ts'
import type { SlipHead, SlipLine } from './deposits.job.ts'
import { slipWords } from './deposits-words.ts'

const A4 = { width: mm(210), height: mm(297), left: mm(20), right: mm(190), top: mm(18), bottom: mm(278) } as const
const INK: Colour = '#000000'
const QUIET: Colour = '#555555'
const RULE: Colour = '#b5b5b5'
/** From a line of the table to the next. */
const ROW = 17
/** What the foot needs: total, words, signature. */
const FOOT = 150

type Column = { readonly left: number; readonly right: number; readonly align?: 'right' }
const columns = {
  cheque: {
    place: { left: A4.left, right: A4.left + mm(7) },
    drawer: { left: A4.left + mm(8), right: A4.left + mm(56) },
    bank: { left: A4.left + mm(58), right: A4.left + mm(87) },
    number: { left: A4.left + mm(89), right: A4.left + mm(110) },
    about: { left: A4.left + mm(112), right: A4.left + mm(150) },
    amount: { left: A4.left + mm(151), right: A4.right, align: 'right' },
  },
  cash: {
    place: { left: A4.left, right: A4.left + mm(7) },
    drawer: { left: A4.left + mm(8), right: A4.left + mm(75) },
    about: { left: A4.left + mm(77), right: A4.left + mm(150) },
    amount: { left: A4.left + mm(151), right: A4.right, align: 'right' },
  },
} as const satisfies Record<string, Record<string, Column>>

function slipPages(head: SlipHead, lines: readonly SlipLine[], setting: Setting): readonly Page[] {
  const words = slipWords[head.language]
  const { fonts } = setting
  const style = (face: Style['face'], size: number, colour: Colour = INK): Style => ({ face, size, colour })
  const accent = head.accent as Colour
  const styles = {
    association: style(fonts.face('serif-semibold'), 15, accent),
    title: style(fonts.face('serif-semibold'), 20),
    fact: style(fonts.face('sans'), 9.5),
    label: style(fonts.face('sans'), 8, QUIET),
    head: style(fonts.face('sans-semibold'), 8, QUIET),
    cell: style(fonts.face('serif'), 10.5),
    quiet: style(fonts.face('serif-italic'), 9.5, QUIET),
    figures: style(fonts.face('sans', 'tnum'), 9.5),
    total: style(fonts.face('sans-semibold', 'tnum'), 12),
    words: style(fonts.face('serif-italic'), 11.5),
    folio: style(fonts.face('sans'), 7.5, QUIET),
  }
  const prose = (text: string): string => (head.language === 'fr' ? frenchText(text) : cleanText(text))
  const pages: Op[][] = []
  let y = 0
  const now = (): Op[] => pages.at(-1) as Op[]
  const whole = { role: 'Document', parent: null }
  const put = (line: Line, x: number, role = 'P'): void => {
    now().push(
      { kind: 'begin', tag: { role, parent: whole, language: head.language } },
      { kind: 'line', x, y, pieces: line.pieces },
      { kind: 'end' },
    )
  }
  const set = (text: string, of: Style, width: number): Line =>
    narrowed(setLine([{ text: cleanText(text), style: of }], setting), width)
  const say = (text: string, of: Style, column: Column, role = 'P'): void => {
    if (text === '') return
    const line = shortened(text, of, column.right - column.left)
    put(line, column.align === 'right' ? column.right - line.width : column.left, role)
  }
  /** A name too long for its column is narrowed a little, then ends in an ellipsis. */
  const shortened = (text: string, of: Style, width: number): Line => {
    let kept = cleanText(text)
    let line = setLine([{ text: kept, style: of }], setting)
    while (line.width * 0.86 > width && kept.length > 4) {
      kept = kept.slice(0, -Math.max(1, Math.round(kept.length * 0.05))).trimEnd()
      line = setLine([{ text: `${kept}…`, style: of }], setting)
    }
    return narrowed(line, width)
  }
  const rule = (at: number, weight = 0.4, colour: Colour = RULE, x1: number = A4.left, x2: number = A4.right): void => {
    now().push({ kind: 'rule', x1, y1: at, x2, y2: at, weight, colour })
  }
  const whole_ = { left: A4.left, right: A4.right } as const
  const right = { left: mm(110), right: A4.right, align: 'right' } as const
  const euros = (cents: number): string => words.euros(cents)

  const tableHead = (): void => {
    for (const [name, column] of Object.entries(columns[head.mode])) {
      if (name !== 'place') say(words.columns[name as keyof typeof words.columns], styles.head, column)
    }
    y += 5
    rule(y, 0.9, accent)
    y += 14
  }
  const fresh = (): void => {
    pages.push([])
    y = A4.top + 12
  }

  // The head: who brings it, to which account, under which number.
  fresh()
  put(set(prose(head.association), styles.association, mm(120)), A4.left, 'H1')
  say(words.day(dayInWords(head.madeOn, head.language)), styles.fact, right)
  y += 9
  rule(y, 1.4, accent, A4.left, A4.left + mm(14))
  y += 34
  put(set(prose(words.title[head.mode]), styles.title, mm(120)), A4.left, 'H2')
  const number = set(words.number(head.number), styles.total, mm(50))
  put(number, A4.right - number.width)
  y += 17
  if (head.account !== '') {
    say(prose(words.account(head.account)), styles.fact, whole_)
    y += 14
  }
  y += 14

  if (head.mode === 'cash' && head.counted.length > 0) {
    say(words.counted, styles.head, whole_)
    y += 5
    rule(y, 0.9, accent, A4.left, A4.left + mm(80))
    y += 13
    for (const { piece, count } of head.counted) {
      say(euros(piece), styles.figures, { left: A4.left, right: A4.left + mm(22), align: 'right' })
      say(`× ${words.count(count)}`, styles.figures, {
        left: A4.left + mm(24),
        right: A4.left + mm(46),
        align: 'right',
      })
      say(euros(piece * count), styles.figures, { left: A4.left + mm(48), right: A4.left + mm(80), align: 'right' })
      y += 14
    }
    y += 14
  }

  tableHead()
  for (const [at, line] of lines.entries()) {
    if (y > A4.bottom - (at === lines.length - 1 ? FOOT : 20)) {
      say(words.carried, styles.quiet, whole_)
      say(euros(sumOf(lines.slice(0, at).map(({ cents }) => cents))), styles.figures, right)
      fresh()
      say(words.title[head.mode], styles.label, whole_)
      say(words.number(head.number), styles.label, right)
      y += 20
      tableHead()
      say(words.brought, styles.quiet, whole_)
      say(euros(sumOf(lines.slice(0, at).map(({ cents }) => cents))), styles.figures, right)
      y += ROW
    }
    const place: Record<string, Column> = columns[head.mode]
    const cell = (name: string, text: string, of: Style): void => {
      const column = place[name]
      if (column !== undefined) say(text, of, column)
    }
    cell('place', String(at + 1), styles.label)
    cell('drawer', line.drawer, styles.cell)
    cell('bank', line.bank, styles.cell)
    cell('number', line.reference, styles.figures)
    cell('about', line.about, styles.quiet)
    cell('amount', euros(line.cents), styles.figures)
    rule(y + 5.5, 0.3)
    y += ROW
  }

  y += 8
  say(words.counts[head.mode](lines.length), styles.fact, whole_)
  const total = set(euros(head.total), styles.total, mm(60))
  const label = set(words.total, styles.head, mm(40))
  put(label, A4.right - total.width - 10 - label.width)
  put(total, A4.right - total.width)
  rule(y + 7, 0.9, accent, A4.right - mm(62))
  rule(y + 9, 0.4, accent, A4.right - mm(62))
  y += 32
  const spoken = prose(words.sum(amountInWords(head.total, head.language)))
  for (const line of setParagraph(
    [{ text: spoken, style: styles.words }],
    { language: head.language, align: 'ragged', widthOfLine: () => mm(170) },
    setting,
  )) {
    put(line, A4.left)
    y += 15
  }
  if (head.note !== '') {
    y += 4
    for (const line of setParagraph(
      [{ text: prose(head.note.replaceAll('\n', ' ')), style: styles.quiet }],
      { language: head.language, align: 'ragged', widthOfLine: () => mm(170) },
      setting,
    ).slice(0, 4)) {
      put(line, A4.left)
      y += 12
    }
  }
  y += 24
  say(words.signature, styles.label, { left: mm(118), right: A4.right })
  rule(y + 40, 0.4, RULE, mm(118))

  return pages.map((ops, at): Page => {
    const text = [words.number(head.number), ...(pages.length > 1 ? [words.page(at + 1, pages.length)] : [])].join(
      ' · ',
    )
    const line = setLine([{ text, style: styles.folio }], setting)
    const folio: Op = { kind: 'line', x: A4.right - line.width, y: A4.height - mm(9), pieces: line.pieces }
    return { width: A4.width, height: A4.height, ops: [...ops, folio] }
  })
}

/** Refuses `glyphMissing` what no font can draw, naming the drawer. */
export const slipMaker =
  (fonts: () => Fonts): PaperMaker<SlipHead, SlipLine, { readonly pages: number }> =>
  async (head, batches, bench) => {
    const lines: SlipLine[] = []
    for await (const batch of batches) lines.push(...batch)
    bench('composing', 0, lines.length)
    const missing = new Set<string>()
    const pages = slipPages(head, lines, { fonts: fonts(), missing: (cluster) => missing.add(cluster) })
    const [first] = missing
    if (first !== undefined) {
      const name = lines.find(({ drawer }) => drawer.includes(first))?.drawer ?? head.association
      throw new Refusal('glyphMissing', { name, text: first, field: '', count: missing.size })
    }
    bench('painting', 0, pages.length)
    const words = slipWords[head.language]
    const bytes = await writePdf(
      {
        pages,
        title: `${words.title[head.mode]} ${head.number}`,
        author: cleanText(head.association),
        language: head.language === 'fr' ? 'fr-FR' : 'en-GB',
        day: head.day,
        outline: [],
        labels: [],
        standard: 'tagged',
      },
      (done, total) => {
        bench('painting', done, total)
        return undefined
      },
    )
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: pages.length } }
  }
