import type { Op, Page, Tag } from '../typesetting/list/display.ts'
import { type Line, narrowed, type Setting, type Span, type Style, setLine, tracked } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import { cleanText, frenchText, typographic } from '../typesetting/text/clean.ts'
import type { DirectoryModel } from './directory.rules.ts'
import { ACCENT, BLACK, type Design, PAGE, TEXT } from './directory-design.ts'
import { withOrdinals } from './directory-entry.ts'
import { leftEdge } from './directory-furniture.ts'
import type { DirectoryWords } from './directory-words.ts'

/** What every page around the list is made with. */
export type FrontContext = {
  readonly model: DirectoryModel
  readonly design: Design
  readonly words: DirectoryWords
  readonly settingFor: (field: string) => Setting
  readonly root: Tag
}

const BODY_LEADING = 12
const COVER_WIDTH = TEXT.width - 24

export function blankPage(): Page {
  return { width: PAGE.width, height: PAGE.height, ops: [] }
}

/** Association, title and edition between two double rules. */
export function coverPage(context: FrontContext, members: number): Page {
  const { model, design, words } = context
  const section: Tag = { role: 'Sect', parent: context.root }
  const setting = context.settingFor('cover')
  const edition = cleanText(model.edition).trim()
  const title = cleanText(model.title).replace(edition, '').trim() || cleanText(model.title)
  const ops: Op[] = []

  const names = fittedLines(prose(model.association, model), design.coverAssociation, 0, setting)
  let y = 118 - (names.length - 1) * 19
  for (const line of names) {
    ops.push(...tagged('P', section, centred(line, y)))
    y += 19
  }
  ops.push(...doubleRule(138, 'heavy above'))
  const titleStyle = { ...design.coverTitle, size: Math.min(design.coverTitle.size, 40) }
  const titles = fittedLines(lowered(title), titleStyle, 2.2, setting)
  y = titles.length === 1 ? 226 : 205
  for (const line of titles) {
    ops.push(...tagged('H1', section, centred(line, y)))
    y += 42
  }
  if (edition !== '') {
    const [line] = fittedLines(edition, design.coverEdition, 0, setting)
    if (line !== undefined) ops.push(...tagged('P', section, centred(line, y + 60)))
  }
  ops.push(...doubleRule(y + 96, 'heavy below'))
  if (members > 0) {
    const count = setLine([{ text: words.people(members), style: design.coverCount }], setting)
    ops.push(...tagged('P', section, centred(count, PAGE.height - 84)))
  }
  return { width: PAGE.width, height: PAGE.height, ops }
}

/** The legal notice, justified, at the foot of its page; on as many pages as it needs. */
export function noticePages(context: FrontContext): readonly Page[] {
  const { model, design, root } = context
  const section: Tag = { role: 'Sect', parent: root }
  const setting = context.settingFor('legalNotice')
  const rows: { readonly line: Line; readonly tag: Tag; readonly before: number }[] = []
  for (const paragraph of model.legalNotice) {
    const text = prose(paragraph, model).trim()
    if (text === '') continue
    const tag: Tag = { role: 'P', parent: section }
    const options = { language: model.language, align: 'justified', widthOfLine: () => TEXT.width } as const
    const lines = setParagraph(withOrdinals({ text, style: design.body }, design, context.words), options, setting)
    for (const [at, line] of lines.entries())
      rows.push({ line, tag, before: at === 0 && rows.length > 0 ? BODY_LEADING / 2 : 0 })
  }
  const pages: Page[] = []
  while (rows.length > 0 || pages.length === 0) {
    const taken: typeof rows = []
    let height = 0
    while (rows.length > 0 && height + BODY_LEADING + rows[0]!.before <= TEXT.height) {
      height += BODY_LEADING + (taken.length === 0 ? 0 : rows[0]!.before)
      taken.push(rows.shift()!)
    }
    const left = leftEdge(pages.length + 2)
    const ops: Op[] = []
    let y = PAGE.height - PAGE.bottom - height
    if (taken.length > 0 && y > PAGE.top + 20)
      ops.push({ kind: 'rule', x1: left, y1: y - 6, x2: left + TEXT.width, y2: y - 6, weight: 0.35, colour: BLACK })
    for (const [at, { line, tag, before }] of taken.entries()) {
      y += BODY_LEADING + (at === 0 ? 0 : before)
      ops.push(...tagged('P', tag, { kind: 'line', x: left, y: y - 3, pieces: line.pieces }, tag))
    }
    pages.push({ width: PAGE.width, height: PAGE.height, ops })
  }
  return pages
}

export type ContentsEntry = { readonly title: string; readonly page: number }

const CONTENTS_STEP = 4.4
const LETTERS_PER_ROW = 7

/** Table of contents: the parts with leaders, then where each letter begins. Every line leads to its page. */
export function contentsPage(
  number: number,
  parts: readonly ContentsEntry[],
  letters: readonly ContentsEntry[],
  context: FrontContext,
): Page {
  const { design, words } = context
  const setting = context.settingFor('contents')
  const left = leftEdge(number)
  const right = left + TEXT.width
  const section: Tag = { role: 'Sect', parent: context.root }
  const heading = setLine([{ text: words.contents, style: design.contentsTitle }], setting)
  const ops: Op[] = [...tagged('H1', section, { kind: 'line', x: left, y: PAGE.top + 20, pieces: heading.pieces })]
  ops.push({ kind: 'rule', x1: left, y1: PAGE.top + 34, x2: right, y2: PAGE.top + 34, weight: 0.4, colour: BLACK })
  let y = PAGE.top + 66
  const contents: Tag = { role: 'TOC', parent: section }
  const folios = parts.map(({ page }) => setLine([{ text: String(page), style: design.contentsPage }], setting).width)
  const widest = Math.max(0, ...folios)
  for (const { title, page } of parts) {
    const text = typographic(title)
    const folio = setLine([{ text: String(page), style: design.contentsPage }], setting)
    const line = abridged([{ text, style: design.contentsLine }], TEXT.width - 44, setting)
    const from = Math.ceil((left + line.width + 5) / CONTENTS_STEP) * CONTENTS_STEP
    const count = Math.floor((right - widest - 5 - from) / CONTENTS_STEP)
    const reference: Tag = { role: 'Reference', parent: { role: 'TOCI', parent: contents } }
    ops.push({ kind: 'begin', tag: reference })
    ops.push({ kind: 'line', x: left, y, pieces: line.pieces })
    ops.push({ kind: 'line', x: right - folio.width, y, pieces: folio.pieces }, { kind: 'end' })
    ops.push({ kind: 'dots', x: from, y, count, step: CONTENTS_STEP, ...design.contentsDots })
    ops.push({
      kind: 'link',
      x: left,
      y: y - 11,
      width: TEXT.width,
      height: 15,
      page,
      says: `${text}, ${words.page(page)}`,
    })
    y += 19
  }
  y += 14
  const step = TEXT.width / LETTERS_PER_ROW
  for (const [index, { title, page }] of letters.entries()) {
    const x = left + (index % LETTERS_PER_ROW) * step
    const at = y + Math.floor(index / LETTERS_PER_ROW) * 19
    const letter = setLine([{ text: title, style: design.contentsLetter }], setting)
    const folio = setLine([{ text: String(page), style: design.contentsLetterPage }], setting)
    ops.push({ kind: 'begin', tag: { role: 'P', parent: section } })
    ops.push({ kind: 'line', x, y: at, pieces: letter.pieces })
    ops.push({ kind: 'line', x: x + 15, y: at, pieces: folio.pieces }, { kind: 'end' })
    ops.push({ kind: 'link', x, y: at - 10, width: step - 4, height: 14, page, says: `${title}, ${words.page(page)}` })
  }
  return { width: PAGE.width, height: PAGE.height, ops }
}

/** Last inner page: what was set, when, in which faces. */
export function colophonPage(context: FrontContext): Page {
  const { model, design, words } = context
  const setting = context.settingFor('colophon')
  const section: Tag = { role: 'Sect', parent: context.root }
  const style = design.small
  const texts: readonly Span[] = [
    { text: prose(model.association, model), style: design.bodyItalic },
    { text: prose(model.title, model), style },
    { text: words.setOn(model.day), style },
    { text: words.faces, style },
    { text: words.madeWith, style },
  ]
  const ops: Op[] = []
  let y = PAGE.height - PAGE.bottom - texts.length * 13
  ops.push({
    kind: 'rule',
    x1: PAGE.width / 2 - 18,
    y1: y - 20,
    x2: PAGE.width / 2 + 18,
    y2: y - 20,
    weight: 0.4,
    colour: BLACK,
  })
  for (const span of texts) {
    ops.push(
      ...tagged('P', section, centred(narrowed(setLine(withOrdinals(span, design, words), setting), TEXT.width), y)),
    )
    y += 13
  }
  return { width: PAGE.width, height: PAGE.height, ops }
}

/** Nearly nothing: the back of a book says whose it is. */
export function backCover(context: FrontContext): Page {
  const { model, design } = context
  const setting = context.settingFor('cover')
  const section: Tag = { role: 'Sect', parent: context.root }
  const text = [prose(model.association, model), cleanText(model.edition)].filter((part) => part !== '').join(' · ')
  const line = narrowed(setLine([{ text, style: design.bodyItalic }], setting), TEXT.width)
  const ops = [...tagged('P', section, centred(line, PAGE.height - 84))]
  return { width: PAGE.width, height: PAGE.height, ops }
}

/** Text on the cover in small capitals: lower case, except in scripts without case. */
function lowered(text: string): string {
  return text.toLowerCase()
}

function prose(text: string, { language }: DirectoryModel): string {
  return language === 'fr' ? frenchText(text) : cleanText(text)
}

/** Text on one line, set smaller when it is long, on several when that would be too small. */
function fittedLines(text: string, style: Style, track: number, setting: Setting): readonly Line[] {
  if (text === '') return []
  const whole = tracked(setLine([{ text, style }], setting), track)
  if (whole.width <= COVER_WIDTH) return [whole]
  const smaller = { ...style, size: Math.max(style.size * 0.62, (style.size * COVER_WIDTH) / whole.width) }
  const refit = tracked(setLine([{ text, style: smaller }], setting), track)
  if (refit.width <= COVER_WIDTH + 0.01) return [refit]
  const options = { language: 'fr', align: 'ragged', widthOfLine: () => COVER_WIDTH } as const
  const lines = setParagraph([{ text, style: smaller }], options, setting)
  return lines.slice(0, 4).map((line) => narrowed(line, COVER_WIDTH))
}

function centred(line: Line, y: number): Op {
  return { kind: 'line', x: (PAGE.width - line.width) / 2, y, pieces: line.pieces }
}

function doubleRule(y: number, order: 'heavy above' | 'heavy below'): readonly Op[] {
  const x1 = (PAGE.width - COVER_WIDTH) / 2
  const x2 = x1 + COVER_WIDTH
  const [heavy, light] = order === 'heavy above' ? [y, y + 4.2] : [y + 4.2, y]
  return [
    { kind: 'rule', x1, y1: heavy, x2, y2: heavy, weight: 2.2, colour: ACCENT },
    { kind: 'rule', x1, y1: light, x2, y2: light, weight: 0.4, colour: ACCENT },
  ]
}

function tagged(role: string, parent: Tag, op: Op, tag: Tag = { role, parent }): readonly Op[] {
  return [{ kind: 'begin', tag }, op, { kind: 'end' }]
}
