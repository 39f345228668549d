import type { Op, Page, Tag } from '../typesetting/list/display.ts'
import { narrowed, type Setting, type Style, setLine } from '../typesetting/para/line.ts'
import { wrapSpans } from '../typesetting/para/wrap.ts'
import { textBreaks } from '../typesetting/text/breaks.ts'
import { cleanText, frenchText } from '../typesetting/text/clean.ts'
import type { DirectoryModel } from './directory.rules.ts'
import { type Design, PAGE, TEXT } from './directory-design.ts'
import { leftEdge } from './directory-furniture.ts'
import type { DirectoryWords } from './directory-words.ts'

const BODY_LEADING = 12

export function blankPage(): Page {
  return { width: PAGE.width, height: PAGE.height, ops: [] }
}

export function coverPage(
  model: DirectoryModel,
  count: number,
  design: Design,
  words: DirectoryWords,
  setting: Setting,
  root: Tag,
): Page {
  const section: Tag = { role: 'Sect', parent: root }
  const edition = cleanText(model.edition)
  const title = cleanText(model.title).replace(edition, '').trim() || cleanText(model.title)
  const ops: Op[] = []
  const centre = (text: string, style: Style, y: number, role: string) => {
    const line = narrowed(setLine([{ text, style }], setting), TEXT.width)
    ops.push({ kind: 'begin', tag: { role, parent: section } })
    ops.push({ kind: 'line', x: (PAGE.width - line.width) / 2, y, pieces: line.pieces }, { kind: 'end' })
  }
  const rule = (y: number, half: number, weight: number) =>
    ops.push({
      kind: 'rule',
      x1: PAGE.width / 2 - half,
      y1: y,
      x2: PAGE.width / 2 + half,
      y2: y,
      weight,
      colour: '#000000',
    })
  rule(150, 60, 0.5)
  centre(title.toLowerCase(), design.coverTitle, 205, 'H1')
  centre(edition, design.coverEdition, 285, 'P')
  centre(cleanText(model.association), design.coverAssociation, 325, 'P')
  rule(350, 60, 0.5)
  centre(words.people(count), design.coverCount, PAGE.height - 90, 'P')
  return { width: PAGE.width, height: PAGE.height, ops }
}

/** The legal notice, at the foot of its page. */
export function noticePages(model: DirectoryModel, design: Design, setting: Setting, root: Tag): readonly Page[] {
  const lines = model.legalNotice.flatMap((paragraph, index) => {
    const text = model.language === 'fr' ? frenchText(paragraph) : cleanText(paragraph)
    const set = wrapSpans([{ text, style: design.body, breaks: textBreaks }], () => TEXT.width, setting).lines
    return set.map((line, at) => ({ line, before: at === 0 && index > 0 ? BODY_LEADING / 2 : 0, index }))
  })
  const height = lines.reduce((sum, { before }) => sum + BODY_LEADING + before, 0)
  const section: Tag = { role: 'Sect', parent: root }
  const ops: Op[] = []
  let y = Math.max(PAGE.top, PAGE.height - PAGE.bottom - height)
  for (const { line, before } of lines) {
    y += BODY_LEADING + before
    ops.push({ kind: 'begin', tag: { role: 'P', parent: section } })
    ops.push({ kind: 'line', x: leftEdge(2), y: y - 3, pieces: line.pieces }, { kind: 'end' })
  }
  return [{ width: PAGE.width, height: PAGE.height, ops }]
}

export type ContentsEntry = { readonly title: string; readonly page: number }

export function contentsPage(
  number: number,
  parts: readonly ContentsEntry[],
  letters: readonly ContentsEntry[],
  design: Design,
  words: DirectoryWords,
  setting: Setting,
  root: Tag,
): Page {
  const left = leftEdge(number)
  const right = left + TEXT.width
  const section: Tag = { role: 'Sect', parent: root }
  const ops: Op[] = [
    { kind: 'begin', tag: { role: 'H1', parent: section } },
    {
      kind: 'line',
      x: left,
      y: PAGE.top + 20,
      pieces: setLine([{ text: words.contents, style: design.contentsTitle }], setting).pieces,
    },
    { kind: 'end' },
  ]
  let y = PAGE.top + 60
  const toc: Tag = { role: 'TOC', parent: section }
  for (const { title, page } of parts) {
    const folio = setLine([{ text: String(page), style: design.contentsPage }], setting)
    const line = narrowed(setLine([{ text: cleanText(title), style: design.contentsLine }], setting), TEXT.width - 40)
    const step = 4.4
    const from = Math.ceil((left + line.width + 4) / step) * step
    ops.push({ kind: 'begin', tag: { role: 'Reference', parent: { role: 'TOCI', parent: toc } } })
    ops.push({ kind: 'line', x: left, y, pieces: line.pieces })
    ops.push({ kind: 'line', x: right - folio.width, y, pieces: folio.pieces }, { kind: 'end' })
    ops.push({
      kind: 'dots',
      x: from,
      y,
      count: Math.floor((right - folio.width - 4 - from) / step),
      step,
      face: design.dots,
      size: 9,
      colour: '#777777',
    })
    ops.push({
      kind: 'link',
      x: left,
      y: y - 10,
      width: TEXT.width,
      height: 14,
      page,
      says: `${cleanText(title)}, ${words.page(page)}`,
    })
    y += 18
  }
  y += 12
  const step = TEXT.width / 9
  for (const [index, { title, page }] of letters.entries()) {
    const x = left + (index % 9) * step
    const at = y + Math.floor(index / 9) * 16
    const letter = setLine([{ text: title, style: design.contentsLetter }], setting)
    const folio = setLine([{ text: String(page), style: design.contentsLetterPage }], setting)
    ops.push({ kind: 'begin', tag: { role: 'P', parent: section } })
    ops.push({ kind: 'line', x, y: at, pieces: letter.pieces })
    ops.push({ kind: 'line', x: x + 12, y: at, pieces: folio.pieces }, { kind: 'end' })
    ops.push({ kind: 'link', x, y: at - 9, width: step - 4, height: 13, page, says: `${title}, ${words.page(page)}` })
  }
  return { width: PAGE.width, height: PAGE.height, ops }
}

export function colophonPage(
  model: DirectoryModel,
  design: Design,
  words: DirectoryWords,
  setting: Setting,
  root: Tag,
): Page {
  const section: Tag = { role: 'Sect', parent: root }
  const lines = [cleanText(`${model.association}`), words.setOn(model.day), words.faces, words.madeWith]
  const ops: Op[] = lines.flatMap((text, index) => {
    const line = narrowed(
      setLine([{ text, style: index === 0 ? design.bodyItalic : design.small }], setting),
      TEXT.width,
    )
    return [
      { kind: 'begin', tag: { role: 'P', parent: section } },
      { kind: 'line', x: (PAGE.width - line.width) / 2, y: PAGE.height - 130 + index * 13, pieces: line.pieces },
      { kind: 'end' },
    ] satisfies Op[]
  })
  return { width: PAGE.width, height: PAGE.height, ops }
}

export function backCover(model: DirectoryModel, design: Design, setting: Setting, root: Tag): Page {
  const line = narrowed(
    setLine([{ text: cleanText(model.association), style: design.bodyItalic }], setting),
    TEXT.width,
  )
  return {
    width: PAGE.width,
    height: PAGE.height,
    ops: [
      { kind: 'begin', tag: { role: 'P', parent: { role: 'Sect', parent: root } } },
      { kind: 'line', x: (PAGE.width - line.width) / 2, y: PAGE.height - 90, pieces: line.pieces },
      { kind: 'end' },
    ],
  }
}
