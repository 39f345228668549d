import { publicationMedia } from '../people/consents/consents.rules.ts'
import { formWords } from '../people/forms/form-words.rules.ts'
import type { FormPiece, FormsHead } from '../people/forms/forms.job.ts'
import type { Op, Page, Tag } from '../typesetting/list/display.ts'
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { cleanText, frenchText } from '../typesetting/text/clean.ts'
import { BOX, COLUMNS, type Design, FOLDS, INK, mm, PAGE, ROW, RULE, WINDOW } from './form-design.ts'

export type FormContext = { readonly head: FormsHead; readonly design: Design; readonly setting: Setting }

/** Lines for what the rows did not ask. */
const REMARKS = { lines: 5, leading: 23 } as const

type Align = 'justified' | 'ragged'

/** A person's form: one page; a second one when what is known, or the foot, has no room on the first. */
export function formPages(form: FormPiece, { head, design, setting }: FormContext): readonly Page[] {
  const words = formWords[form.language]
  const whole: Tag = { role: 'Document', parent: null }
  const prose = (text: string): string => (form.language === 'fr' ? frenchText(text) : cleanText(text))
  const pages: Op[][] = [[]]
  let y = 0
  const now = (): Op[] => pages.at(-1) as Op[]

  const put = (line: Line, x: number, baseline: number, role = 'P'): void => {
    now().push(
      { kind: 'begin', tag: { role, parent: whole, language: form.language } },
      { kind: 'line', x, y: baseline, pieces: line.pieces },
      { kind: 'end' },
    )
  }
  const say = (text: string, style: Style, x: number, baseline: number, width: number, role = 'P'): void => {
    if (text !== '') put(narrowed(setLine([{ text: cleanText(text), style }], setting), width), x, baseline, role)
  }
  const linesOf = (text: string, style: Style, width: number, align: Align = 'ragged'): readonly Line[] => {
    const language = form.language
    const lines = setParagraph([{ text, style }], { language, align, widthOfLine: () => width }, setting)
    return lines.map((line) => narrowed(line, width))
  }
  const rule = (x1: number, x2: number, at: number, weight = 0.4, colour = RULE): void => {
    now().push({ kind: 'rule', x1, y1: at, x2, y2: at, weight, colour })
  }
  const box = (centre: number, baseline: number, ticked: boolean): void => {
    const [left, top] = [centre - BOX / 2, baseline - BOX + 0.6]
    const line = (x1: number, y1: number, x2: number, y2: number, weight: number): void => {
      now().push({ kind: 'rule', x1, y1, x2, y2, weight, colour: INK })
    }
    const half = 0.35
    line(left - half, top, left + BOX + half, top, 0.7)
    line(left - half, top + BOX, left + BOX + half, top + BOX, 0.7)
    line(left, top, left, top + BOX, 0.7)
    line(left + BOX, top, left + BOX, top + BOX, 0.7)
    if (!ticked) return
    line(left + 2, top + BOX / 2 + 0.4, left + BOX / 2 - 0.5, top + BOX - 2, 1.3)
    line(left + BOX / 2 - 0.7, top + BOX - 1.8, left + BOX - 1.7, top + 1.8, 1.3)
  }
  const tableHead = (): void => {
    say(words.known, design.head, COLUMNS.value, y, mm(90))
    for (const medium of publicationMedia) {
      const line = setLine([{ text: words.media[medium], style: design.head }], setting)
      put(line, COLUMNS.boxes[medium] - line.width / 2, y)
    }
    rule(PAGE.left, PAGE.right, y + 4.2, 0.7, design.accent)
    y += 6
  }

  // The letterhead at the left, the window at the right.
  y = PAGE.top + 11
  for (const line of linesOf(prose(head.association), design.association, mm(120)).slice(0, 2)) {
    put(line, PAGE.left, y, 'H1')
    y += 18
  }
  rule(PAGE.left, PAGE.left + mm(14), y - 8, 1.4, design.accent)
  const side = mm(66)
  say(words.reference, design.small, PAGE.left, mm(58), side)
  say(form.reference, design.reference, PAGE.left, mm(63), side)
  say(words.day(head.day), design.small, PAGE.left, mm(70), side)
  const top = form.envelope.length > 6 ? WINDOW.higher : WINDOW.top
  for (const [at, text] of form.envelope.entries())
    say(text, design.address, WINDOW.left, top + 8 + at * WINDOW.leading, WINDOW.width)
  for (const fold of FOLDS) rule(mm(4), mm(8), fold, 0.3)

  y = mm(95)
  say(prose(words.title), design.title, PAGE.left, y, mm(170), 'H2')
  y += 16
  say(prose(form.salutation), design.body, PAGE.left, y, mm(170))
  if (form.salutation !== '') y += 14
  for (const line of linesOf(prose(words.lead({ by: head.returnBy })), design.body, mm(170))) {
    put(line, PAGE.left, y)
    y += 13
  }
  y += 8
  tableHead()

  for (const row of form.rows) {
    const width = COLUMNS.valueEnd - COLUMNS.value
    const lines = row.values.flatMap((value) => linesOf(cleanText(value), design.value, width))
    // Somebody may write as many lines as there are, and one at least.
    const writes = row.field === 'photo' || row.field === 'city' ? 0 : row.field === 'address' ? 2 : 1
    const height = ROW.first + Math.max(0, lines.length - 1) * ROW.next + writes * ROW.write + ROW.after
    if (y + height > PAGE.bottom) {
      pages.push([])
      y = PAGE.top + 11
      tableHead()
    }
    const first = y + ROW.first
    say(words.fields[row.field], design.label, COLUMNS.label, first, COLUMNS.value - COLUMNS.label - 4)
    for (const [at, line] of lines.entries()) put(line, COLUMNS.value, first + at * ROW.next)
    for (const medium of publicationMedia) box(COLUMNS.boxes[medium], first, row.published[medium])
    y = first + Math.max(0, lines.length - 1) * ROW.next
    for (let line = 0; line < writes; line++) {
      y += ROW.write
      rule(COLUMNS.value, COLUMNS.valueEnd, y, 0.4)
    }
    y += ROW.after
    rule(PAGE.left, PAGE.right, y, 0.2)
  }

  // The foot stays whole: on this page, or on the next.
  const keptText = `${words.keptLead} ${form.kept.map((matter) => words.kept[matter]).join(', ')}.`
  const kept = linesOf(prose(keptText), design.kept, mm(170))
  const rights = linesOf(prose(words.rights(head.association)), design.note, mm(170), 'justified')
  const back = head.returnTo.slice(0, 6)
  const signing = Math.max(46, 14 + back.length * 11.5)
  const foot = 16 + kept.length * 12 + 44 + signing + 22 + rights.length * 11.6
  const room = 30 + REMARKS.lines * REMARKS.leading
  if (y + foot + room > PAGE.bottom) {
    pages.push([])
    y = PAGE.top
  }
  y += 22
  say(prose(words.remarks), design.head, PAGE.left, y, mm(170), 'H2')
  for (let line = 0; line < REMARKS.lines; line++) {
    y += REMARKS.leading
    rule(PAGE.left, PAGE.right, y, 0.4)
  }
  y += 26
  for (const line of kept) {
    put(line, PAGE.left, y)
    y += 12
  }
  y += 10
  for (const [text, ticked] of [
    [words.keep, form.keep === true],
    [words.unchanged, false],
  ] as const) {
    box(PAGE.left + BOX / 2, y, ticked)
    say(prose(text), design.body, PAGE.left + BOX + 6, y, mm(160))
    y += 17
  }
  y += 12
  const lead = back.length === 0 ? words.backToNobody(head.returnBy) : words.backTo(head.returnBy)
  say(prose(lead), design.head, PAGE.left, y, mm(80))
  for (const [at, text] of back.entries()) say(text, design.body, PAGE.left, y + 13 + at * 11.5, mm(80))
  say(words.signature, design.head, mm(112), y, mm(70))
  rule(mm(112), PAGE.right, y + 38, 0.4)
  y += signing + 14
  say(words.rightsTitle, design.noteTitle, PAGE.left, y, mm(60), 'H2')
  y += 13
  for (const line of rights) {
    put(line, PAGE.left, y)
    y += 11.6
  }

  return pages.map((ops, at) => {
    const text = [form.reference, ...(pages.length > 1 ? [words.page(at + 1, pages.length)] : [])].join(' · ')
    const line = setLine([{ text, style: design.folio }], setting)
    const folio: Op = { kind: 'line', x: PAGE.right - line.width, y: PAGE.height - mm(6), pieces: line.pieces }
    return { width: PAGE.width, height: PAGE.height, ops: [...ops, folio] }
  })
}
