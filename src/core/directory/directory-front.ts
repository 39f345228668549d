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

/** Table of contents: the parts with leaders, then where each letter begins. Every line leads to its page. */
export function contentsOps(
  number: number,
  parts: readonly ContentsEntry[],
  letters: readonly ContentsEntry[],
  context: FrontContext,
): readonly Op[] {
  const { design, words } = context
  const { page: paper, body } = design.geometry
  const setting = context.settingFor('contents')
  const unit = design.contentsLine.size / 10.5
  const left = leftEdge(number, design)
  const width = Math.min(design.geometry.text.width, Math.max(body.measure, 341 * unit))
  const right = left + width
  const section: Tag = { role: 'Sect', parent: context.root }
  const heading = setLine([{ text: words.contents, style: design.contentsTitle }], setting)
  const title = design.contentsTitle.size
  const ops: Op[] = [...tagged('H1', section, { kind: 'line', x: left, y: paper.top + title, pieces: heading.pieces })]
  ops.push(titleRule(left, right, paper.top + title * 1.7, design))
  let y = paper.top + title * 1.7 + 32 * unit
  const contents: Tag = { role: 'TOC', parent: section }
  const folios = parts.map(({ page }) => setLine([{ text: String(page), style: design.contentsPage }], setting).width)
  const widest = Math.max(0, ...folios)
  const dots = 4.4 * unit
  for (const { title, page } of parts) {
    const text = typographic(title)
    const folio = setLine([{ text: String(page), style: design.contentsPage }], setting)
    const line = abridged([{ text, style: design.contentsLine }], width - 44 * unit, setting)
    const from = Math.ceil((left + line.width + 5 * unit) / dots) * dots
    const count = Math.floor((right - widest - 5 * unit - from) / dots)
    const tag: Tag = { role: 'Link', parent: { role: 'Reference', parent: { role: 'TOCI', parent: contents } } }
    ops.push({ kind: 'begin', tag })
    ops.push({ kind: 'line', x: left, y, pieces: line.pieces })
    ops.push({ kind: 'line', x: right - folio.width, y, pieces: folio.pieces }, { kind: 'end' })
    ops.push({ kind: 'dots', x: from, y, count, step: dots, ...design.dots })
    const says = `${text}, ${words.page(page)}`
    ops.push({ kind: 'link', x: left, y: y - 11 * unit, width, height: 15 * unit, page, says, tag })
    y += 19 * unit
  }
  y += 14 * unit
  const letter = design.contentsLetter
  const perRow = Math.max(3, Math.floor(width / (5.3 * letter.size)))
  const step = width / perRow
  for (const [index, { title, page }] of letters.entries()) {
    const x = left + (index % perRow) * step
    const at = y + Math.floor(index / perRow) * 19 * unit
    const name = setLine([{ text: title, style: letter }], setting)
    const folio = setLine([{ text: String(page), style: design.contentsLetterPage }], setting)
    const tag: Tag = { role: 'Link', parent: { role: 'P', parent: section } }
    ops.push({ kind: 'begin', tag })
    ops.push({ kind: 'line', x, y: at, pieces: name.pieces })
    ops.push({ kind: 'line', x: x + 1.67 * letter.size, y: at, pieces: folio.pieces }, { kind: 'end' })
    const says = `${title}, ${words.page(page)}`
    ops.push({ kind: 'link', x, y: at - 10 * unit, width: step - 4, height: 14 * unit, page, says, tag })
  }
  return ops
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
