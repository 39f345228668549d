import type { Op, Tag } from '../typesetting/list/display.ts'
import { type Line, type Setting, type Span, setLine } from '../typesetting/para/line.ts'
import { setParagraph } from '../typesetting/para/paragraph.ts'
import { abridged } from '../typesetting/para/wrap.ts'
import { cleanText, frenchText, typographic } from '../typesetting/text/clean.ts'
import type { DirectoryModel, DirectorySection } from './directory.rules.ts'
import type { Design } from './directory-design.ts'
import { withOrdinals } from './directory-entry.ts'
import { leftEdge, titleRule } from './directory-furniture.ts'
import type { DirectoryWords } from './directory-words.ts'

/** What every page around the list is made with. */
export type FrontContext = {
  readonly model: DirectoryModel
  readonly design: Design
  readonly words: DirectoryWords
  readonly settingFor: (field: string) => Setting
  readonly root: Tag
}

/** What a page of a section draws once it has a number, under the section's tag. */
export type Draw = (number: number, section: Tag) => readonly Op[]

/** The legal notice at the foot of its page; on as many pages as it needs. */
export function noticePages(paragraphs: readonly string[], context: FrontContext): readonly Draw[] {
  const { model, design, root } = context
  const { page, text, body } = design.geometry
  const section: Tag = { role: 'Sect', parent: root }
  const setting = context.settingFor('legalNotice')
  const rows: { readonly line: Line; readonly tag: Tag; readonly before: number }[] = []
  const align = design.dress.justified ? 'justified' : 'ragged'
  for (const paragraph of paragraphs) {
    const said = prose(paragraph, model).trim()
    if (said === '') continue
    const tag: Tag = { role: 'P', parent: section }
    const options = { language: model.language, align, widthOfLine: () => body.measure } as const
    const lines = setParagraph(
      withOrdinals({ text: said, style: design.body }, design, context.words),
      options,
      setting,
    )
    for (const [at, line] of lines.entries())
      rows.push({ line, tag, before: at === 0 && rows.length > 0 ? body.leading / 2 : 0 })
  }
  const pages: Draw[] = []
  while (rows.length > 0 || pages.length === 0) {
    const taken: typeof rows = []
    let height = 0
    while (rows.length > 0 && height + body.leading + rows[0]!.before <= text.height) {
      height += body.leading + (taken.length === 0 ? 0 : rows[0]!.before)
      taken.push(rows.shift()!)
    }
    pages.push((number) => {
      const left = leftEdge(number, design)
      const ops: Op[] = []
      let y = page.height - page.bottom - height
      if (taken.length > 0 && y > page.top + 20) ops.push(titleRule(left, left + body.measure, y - 6, design))
      for (const [at, { line, tag, before }] of taken.entries()) {
        y += body.leading + (at === 0 ? 0 : before)
        ops.push(...tagged('P', tag, { kind: 'line', x: left, y: y - body.size / 3, pieces: line.pieces }, tag))
      }
      return ops
    })
  }
  return pages
}

export type ContentsEntry = { readonly title: string; readonly page: number }

/** What the contents name, known once every page has its number; and how many lines that will be, known before. */
export type Contents = {
  parts: readonly ContentsEntry[]
  letters: readonly ContentsEntry[]
  readonly lines: { readonly parts: number; readonly letters: number }
}

/**
 * Table of contents: the parts with leaders, then where each letter begins, on as many pages as they take. Every line leads to
 * its page.
 */
export function contentsPages(contents: Contents, withLetters: boolean, context: FrontContext): readonly Draw[] {
  const { design } = context
  const { page: paper, text, body } = design.geometry
  const unit = design.contentsLine.size / 10.5
  const title = design.contentsTitle.size
  const width = Math.min(text.width, Math.max(body.measure, 341 * unit))
  const perRow = Math.max(3, Math.floor(width / (5.3 * design.contentsLetter.size)))
  const { lines } = contents
  const rows = withLetters ? Math.ceil(lines.letters / perRow) : 0
  const places: { readonly page: number; readonly y: number }[] = []
  let [page, y] = [0, paper.top + title * 1.7 + 32 * unit]
  for (let row = 0; row < lines.parts + rows; row++) {
    if (row === lines.parts) y += 14 * unit
    if (y > paper.height - paper.bottom) [page, y] = [page + 1, paper.top + 11 * unit]
    places.push({ page, y })
    y += 19 * unit
  }
  const section: Tag = { role: 'Sect', parent: context.root }
  const listed: Tag = { role: 'TOC', parent: section }
  const setting = context.settingFor('contents')
  const heading = (left: number): readonly Op[] => {
    const line = setLine([{ text: context.words.contents, style: design.contentsTitle }], setting)
    const rule = paper.top + title * 1.7
    return [
      ...tagged('H1', section, { kind: 'line', x: left, y: paper.top + title, pieces: line.pieces }),
      titleRule(left, left + width, rule, design),
    ]
  }
  return Array.from({ length: page + 1 }, (_, at) => (number: number) => {
    const left = leftEdge(number, design)
    const ops: Op[] = at === 0 ? [...heading(left)] : []
    for (const [row, part] of contents.parts.entries()) {
      const place = places[row]
      if (place?.page === at) ops.push(...partOps(part, { left, width, y: place.y, unit }, contents, listed, context))
    }
    for (const [index, letter] of (withLetters ? contents.letters : []).entries()) {
      const place = places[lines.parts + Math.floor(index / perRow)]
      const step = width / perRow
      const x = left + (index % perRow) * step
      if (place?.page === at) ops.push(...letterOps(letter, { x, step, y: place.y, unit }, section, context))
    }
    return ops
  })
}

function partOps(
  { title, page }: ContentsEntry,
  {
    left,
    width,
    y,
    unit,
  }: { readonly left: number; readonly width: number; readonly y: number; readonly unit: number },
  { parts }: Contents,
  listed: Tag,
  { design, words, settingFor }: FrontContext,
): readonly Op[] {
  const setting = settingFor('contents')
  const right = left + width
  const folioOf = (page: number) => setLine([{ text: String(page), style: design.contentsPage }], setting)
  const widest = Math.max(0, ...parts.map(({ page }) => folioOf(page).width))
  const dots = 4.4 * unit
  const text = typographic(title)
  const folio = folioOf(page)
  const line = abridged([{ text, style: design.contentsLine }], width - 44 * unit, setting)
  const from = Math.ceil((left + line.width + 5 * unit) / dots) * dots
  const count = Math.floor((right - widest - 5 * unit - from) / dots)
  const tag: Tag = { role: 'Link', parent: { role: 'Reference', parent: { role: 'TOCI', parent: listed } } }
  const says = `${text}, ${words.page(page)}`
  return [
    { kind: 'begin', tag },
    { kind: 'line', x: left, y, pieces: line.pieces },
    { kind: 'line', x: right - folio.width, y, pieces: folio.pieces },
    { kind: 'end' },
    { kind: 'dots', x: from, y, count, step: dots, ...design.dots },
    { kind: 'link', x: left, y: y - 11 * unit, width, height: 15 * unit, page, says, tag },
  ]
}

function letterOps(
  { title, page }: ContentsEntry,
  { x, step, y, unit }: { readonly x: number; readonly step: number; readonly y: number; readonly unit: number },
  section: Tag,
  { design, words, settingFor }: FrontContext,
): readonly Op[] {
  const setting = settingFor('contents')
  const name = setLine([{ text: title, style: design.contentsLetter }], setting)
  const folio = setLine([{ text: String(page), style: design.contentsLetterPage }], setting)
  const tag: Tag = { role: 'Link', parent: { role: 'P', parent: section } }
  const says = `${title}, ${words.page(page)}`
  return [
    { kind: 'begin', tag },
    { kind: 'line', x, y, pieces: name.pieces },
    { kind: 'line', x: x + 1.67 * design.contentsLetter.size, y, pieces: folio.pieces },
    { kind: 'end' },
    { kind: 'link', x, y: y - 10 * unit, width: step - 4, height: 14 * unit, page, says, tag },
  ]
}

type Colophon = Pick<DirectorySection & { readonly kind: 'colophon' }, 'lines' | 'numbered'>

/** What was set, when, by whom, in which faces; and, numbered, a line to write the number of the copy on. */
export function colophonOps({ lines: own, numbered }: Colophon, context: FrontContext): readonly Op[] {
  const { model, design, words } = context
  const { page, text } = design.geometry
  const setting = context.settingFor('colophon')
  const section: Tag = { role: 'Sect', parent: context.root }
  const style = design.small
  const said: readonly Span[] = [
    { text: prose(model.association, model), style: design.bodyItalic },
    { text: prose(model.title, model), style },
    ...own.map((text) => ({ text: prose(text, model), style })),
    { text: words.setOn(model.day), style },
    { text: words.faces, style },
    { text: words.madeWith, style },
  ]
  const options = { language: model.language, align: 'ragged', widthOfLine: () => text.width } as const
  const lines = said.flatMap((span) => setParagraph(withOrdinals(span, design, words), options, setting))
  const leading = style.size * 1.625
  let y = page.height - page.bottom - lines.length * leading
  const middle = page.width / 2
  const ops: Op[] = [titleRule(middle - 18, middle + 18, y - 20, design)]
  for (const line of lines) {
    ops.push(...tagged('P', section, { kind: 'line', x: middle - line.width / 2, y, pieces: line.pieces }))
    y += leading
  }
  if (numbered) {
    const line = setLine([{ text: words.copy, style: design.body }], setting)
    const [room, at] = [design.body.size * 5, page.top + page.height * 0.12]
    const x = middle - (line.width + room) / 2
    ops.push(...tagged('P', section, { kind: 'line', x, y: at, pieces: line.pieces }))
    const x1 = x + line.width + 2
    ops.push({ kind: 'rule', x1, y1: at + 2, x2: x1 + room, y2: at + 2, weight: 0.5, colour: '#444444' })
  }
  return ops
}

/** Running text with the marks of the edition's language. */
export function prose(text: string, { language }: Pick<DirectoryModel, 'language'>): string {
  return language === 'fr' ? frenchText(text) : cleanText(text)
}

export function tagged(role: string, parent: Tag, op: Op, tag: Tag = { role, parent }): readonly Op[] {
  return [{ kind: 'begin', tag }, op, { kind: 'end' }]
}
