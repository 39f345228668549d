import { publicationMedia } from '../people/consents/consents.rules.ts'
import { formWords } from '../people/forms/form-words.rules.ts'
import type { FormPiece, FormsHead } from '../people/forms/forms.job.ts'
import type { Op, Page, Tag } from '../typesetting/list/display.ts'
import { mm } from '../typesetting/list/units.ts'
import { type Line, narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { cleanText, frenchText, typographic } from '../typesetting/text/clean.ts'
import {
  BOX,
  CLOSE,
  COLUMNS,
  type Design,
  FOLDS,
  INK,
  LEAST_LINE,
  PAGE,
  ROOMY,
  RULE,
  type Spacing,
  WINDOW,
} from './form-design.ts'

export type FormContext = { readonly head: FormsHead; readonly design: Design; readonly setting: Setting }

type Align = 'justified' | 'ragged'

/** A person's form: one page; two, set at ease, when what is known leaves no room for the foot on one. */
export function formPages(form: FormPiece, context: FormContext): readonly Page[] {
  const close = laidOut(form, context, CLOSE)
  return close.length === 1 ? close : laidOut(form, context, ROOMY)
}

function laidOut(form: FormPiece, { head, design, setting }: FormContext, spacing: Spacing): readonly Page[] {
  const words = formWords[form.language]
  const whole: Tag = { role: 'Document', parent: null }
  const prose = (text: string): string => (form.language === 'fr' ? frenchText(text) : typographic(text))
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
    if (text !== '') put(narrowed(setLine([{ text: typographic(text), style }], setting), width), x, baseline, role)
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
  y += spacing.lead + 2
  say(prose(form.salutation), design.body, PAGE.left, y, mm(170))
  if (form.salutation !== '') y += spacing.lead
  for (const line of linesOf(prose(words.lead({ by: head.returnBy })), design.body, mm(170))) {
    put(line, PAGE.left, y)
    y += spacing.lead
  }
  y += 7
  tableHead()

  for (const row of form.rows) {
    const width = COLUMNS.valueEnd - COLUMNS.value
    // The signs of an e-mail address are its own.
    const printed = row.field === 'email' ? cleanText : typographic
    const lines = row.values.flatMap((value) => linesOf(printed(value), design.value, width))
    const { first: top, next, write, after } = spacing.row
    const known = Math.max(0, lines.length - 1) * next
    const last = lines.at(-1)?.width ?? 0
    // An address takes two lines to write, where it is not corrected at the right of what is known.
    const long = row.field === 'address' && (lines.length === 0 || !spacing.beside)
    const writes = row.field === 'photo' || row.field === 'city' ? 0 : long ? 2 : 1
    const beside = spacing.beside && writes > 0 && width - last >= LEAST_LINE
    const below = beside ? writes - 1 : writes
    const height = top + known + below * write + after
    if (y + height > PAGE.bottom) {
      pages.push([])
      y = PAGE.top + 11
      tableHead()
    }
    const first = y + top
    say(words.fields[row.field], design.label, COLUMNS.label, first, COLUMNS.value - COLUMNS.label - 4)
    for (const [at, line] of lines.entries()) put(line, COLUMNS.value, first + at * next)
    for (const medium of publicationMedia) box(COLUMNS.boxes[medium], first, row.published[medium])
    y = first + known
    if (beside) rule(COLUMNS.value + (last === 0 ? 0 : last + 8), COLUMNS.valueEnd, y + 1.5, 0.4)
    for (let line = 0; line < below; line++) {
      y += write
      rule(COLUMNS.value, COLUMNS.valueEnd, y, 0.4)
    }
    y += after
    rule(PAGE.left, PAGE.right, y, 0.2)
  }

  // The foot stays whole: on this page, or on the next.
  const keptText = `${words.keptLead} ${form.kept.map((matter) => words.kept[matter]).join(', ')}.`
  const kept = linesOf(prose(keptText), design.kept, mm(170))
  const { rights: fine, remarks, gap } = spacing
  const rights = linesOf(prose(words.rights(head.association)), design[fine.style], mm(170), 'justified')
  const back = head.returnTo.slice(0, 6)
  const signing = Math.max(spacing.sign + 8, 14 + back.length * spacing.back)
  const foot =
    gap +
    kept.length * 12 +
    gap / 2 +
    2 * spacing.boxes +
    gap / 2 +
    signing +
    gap / 2 +
    12 +
    rights.length * fine.leading
  const room = (lines: number): number => gap + lines * remarks.leading
  if (y + foot + room(remarks.least) > PAGE.bottom) {
    pages.push([])
    y = PAGE.top
  }
  const lines = Math.min(remarks.most, Math.floor((PAGE.bottom - y - foot - room(0)) / remarks.leading))
  y += gap
  say(prose(words.remarks), design.head, PAGE.left, y, mm(170), 'H2')
  for (let line = 0; line < lines; line++) {
    y += remarks.leading
    rule(PAGE.left, PAGE.right, y, 0.4)
  }
  y += gap
  for (const line of kept) {
    put(line, PAGE.left, y)
    y += 12
  }
  y += gap / 2
  for (const [text, ticked] of [
    [words.keep, form.keep === true],
    [words.unchanged, false],
  ] as const) {
    box(PAGE.left + BOX / 2, y, ticked)
    say(prose(text), design.body, PAGE.left + BOX + 6, y, mm(160))
    y += spacing.boxes
  }
  y += gap / 2
  const lead = back.length === 0 ? words.backToNobody(head.returnBy) : words.backTo(head.returnBy)
  say(prose(lead), design.head, PAGE.left, y, mm(80))
  for (const [at, text] of back.entries()) say(text, design.body, PAGE.left, y + 12 + at * spacing.back, mm(80))
  say(words.signature, design.head, mm(112), y, mm(70))
  rule(mm(112), PAGE.right, y + spacing.sign, 0.4)
  y += signing + gap / 2
  say(words.rightsTitle, design.noteTitle, PAGE.left, y, mm(60), 'H2')
  y += 12
  for (const line of rights) {
    put(line, PAGE.left, y)
    y += fine.leading
  }

  return pages.map((ops, at) => {
    const text = [form.reference, ...(pages.length > 1 ? [words.page(at + 1, pages.length)] : [])].join(' · ')
    const line = setLine([{ text, style: design.folio }], setting)
    const folio: Op = { kind: 'line', x: PAGE.right - line.width, y: PAGE.height - mm(6), pieces: line.pieces }
    return { width: PAGE.width, height: PAGE.height, ops: [...ops, folio] }
  })
}
