import type { Fonts } from '../typesetting/font/registry.ts'
import { press } from '../typesetting/impose/press.ts'
import { saddle } from '../typesetting/impose/saddle.ts'
import { sheetFor } from '../typesetting/impose/sheet.ts'
import {
  drawnPage,
  type Op,
  type OutlineItem,
  type Page,
  type PageLabels,
  type PdfStandard,
  type PrintedDocument,
  type Tag,
} from '../typesetting/list/display.ts'
import { type Progress, pacer } from '../typesetting/pace.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText, typographic } from '../typesetting/text/clean.ts'
import type {
  DirectoryImposition,
  DirectoryIndex,
  DirectoryModel,
  DirectoryReport,
  DirectorySection,
} from './directory.rules.ts'
import { backCoverOps, coverOps } from './directory-cover.ts'
import { type Design, openDesign } from './directory-design.ts'
import { itemName, type SetItem, setItem } from './directory-entry.ts'
import {
  type Contents,
  type ContentsEntry,
  colophonOps,
  contentsPages,
  type Draw,
  type FrontContext,
  noticePages,
} from './directory-front.ts'
import type { PaintContext } from './directory-furniture.ts'
import { flowIndex, type IndexPage, indexedRows, indexOps } from './directory-index.ts'
import { flowList, type ListPage, listOps } from './directory-list.ts'
import { MissingGlyphs } from './directory-missing.ts'
import { namesakesOf } from './directory-namesakes.ts'
import { notesPages } from './directory-notes.ts'
import { textPages } from './directory-prose.ts'
import { rollPages } from './directory-roll.ts'
import type { SectionPages } from './directory-rows.ts'
import { statisticsPages } from './directory-statistics.ts'
import { directoryWords } from './directory-words.ts'

export type DirectoryPhase = 'shape' | 'compose' | 'paint' | 'finish'
type DirectoryProgress = Progress<DirectoryPhase>

/** The directory as pages not yet painted, with what the proof and the tests want to know of them. */
export type DirectoryComposition = {
  readonly pages: readonly Page[]
  readonly outline: readonly OutlineItem[]
  readonly labels: PageLabels
  readonly report: DirectoryReport
  /** Pages of the alphabetical list with their page numbers. */
  readonly list: readonly { readonly page: number; readonly content: ListPage }[]
  readonly indexes: readonly { readonly page: number; readonly content: IndexPage }[]
}

/** How the pages come out, and what the file promises to its readers. */
type DirectoryOutput = { readonly imposition: DirectoryImposition; readonly standard?: PdfStandard }

/**
 * Sets the whole directory and its PDF. Same model, same bytes. `progress` hears of the work at least every 20 ms and
 * may throw to give up.
 */
export async function typesetDirectory(
  model: DirectoryModel,
  fonts: Fonts,
  options: DirectoryOutput,
  progress: DirectoryProgress,
): Promise<{ readonly pdf: Uint8Array; readonly report: DirectoryReport }> {
  const composition = await composeDirectory(model, fonts, progress)
  return paintDirectory(model, composition, options, progress)
}

/** Paints a composition, in reading order, as a booklet or for a print shop: all from the same display lists. */
export async function paintDirectory(
  model: DirectoryModel,
  composition: DirectoryComposition,
  { imposition, standard = 'ordinary' }: DirectoryOutput,
  progress: DirectoryProgress,
): Promise<{ readonly pdf: Uint8Array; readonly report: DirectoryReport }> {
  const pages = imposed(composition.pages, imposition)
  const reading = imposition === 'pages'
  const [first] = composition.pages
  const source: PrintedDocument = {
    pages,
    title: `${cleanText(model.title)} – ${cleanText(model.association)}`,
    author: cleanText(model.association),
    language: model.language === 'fr' ? 'fr-FR' : 'en-GB',
    day: model.day,
    outline: reading ? composition.outline : [],
    labels: reading || imposition === 'press' ? composition.labels : [],
    standard,
  }
  const pace = pacer(progress)
  const pdf = await writePdf(source, (done, total) => pace(done, total, 'paint'))
  progress(1, 1, 'finish')
  if (reading || imposition === 'press' || first === undefined) return { pdf, report: composition.report }
  return { pdf, report: { ...composition.report, sheets: pages.length / 2, sheet: sheetFor(first).name } }
}

function imposed(pages: readonly Page[], imposition: DirectoryImposition): readonly Page[] {
  switch (imposition) {
    case 'pages':
      return pages
    case 'press':
      return press(pages)
    case 'booklet':
      return saddle(pages)
    case 'signatures16':
      return saddle(pages, 16)
    case 'signatures32':
      return saddle(pages, 32)
  }
}

/** Composes the pages of the directory without painting them. */
export async function composeDirectory(
  model: DirectoryModel,
  fonts: Fonts,
  progress: DirectoryProgress,
): Promise<DirectoryComposition> {
  const pace = pacer(progress)
  const design = openDesign(fonts, model.look)
  const { geometry } = design
  const words = directoryWords(model.language)
  const missing = new MissingGlyphs(fonts)
  const shortened: DirectoryReport['shortened'][number][] = []
  const { items } = model

  const sets: SetItem[] = []
  for (const [index, item] of items.entries()) {
    sets.push(setItem(item, index, { design, words, missing, shortened }))
    const pause = pace(index + 1, items.length, 'shape')
    if (pause !== undefined) await pause
  }

  const root: Tag = { role: 'Document', parent: null }
  const around: FrontContext = { model, design, words, root, settingFor: (field) => missing.settingFor(-1, field) }
  const { sections } = model
  const at = sections.findIndex(({ kind }) => kind === 'members')
  const listed = at < 0 ? undefined : sections[at]
  // What the contents name is known once everything has its number; they are drawn after that.
  const contents: Contents = { parts: [], letters: [], lines: contentsLines(sections, items) }

  const before: SectionPages[] = []
  for (const section of sections.slice(0, listed === undefined ? sections.length : at)) {
    before.push(bind(section, contents, around))
    // A long text takes long, and so do a dozen of them.
    await pace(before.length, sections.length + 2, 'compose')
  }
  const front = numbered(before, 1)
  const firstFree = 1 + count(front)
  const firstListPage = listed === undefined ? firstFree : firstFree + ((firstFree + 1) % 2)
  const listPages = listed === undefined ? [] : flowList(items, sets, geometry)
  for (const { item, lines } of sets)
    if (lines.length > geometry.list.tallest) shortened.push({ item, text: itemName(items[item]!), how: 'wrapped' })
  const list = listPages.map((content, at) => ({ page: firstListPage + at, content }))
  const pageOfItem = pagesOfItems(list, items.length)
  const figures = String(firstListPage + listPages.length).length
  const context: PaintContext = { items, namesakes: namesakesOf(items), figures, design, words, quiet: missing.quiet }
  const rowsOf = rowCounter(context)
  const after = listed === undefined ? [] : sections.slice(at + 1)
  const last = after.at(-1)
  const colophon = last?.kind === 'colophon' ? last : undefined
  const flowed = new Map<SectionPages, readonly IndexPage[]>()
  const back = numbered(
    after.slice(0, colophon === undefined ? after.length : -1).map((section) => {
      if (section.kind !== 'index') return bind(section, contents, around)
      lookThrough(section.index, missing, design)
      const found = flowIndex(section.index, geometry.index, rowsOf)
      const pages = found.map(
        (content): Draw =>
          (number, tag) =>
            indexOps(content, number, pageOfItem, tag, context),
      )
      const index: SectionPages = { title: section.index.title, folios: true, pages }
      flowed.set(index, found)
      return index
    }),
    firstListPage + listPages.length,
  )
  const indexes = back.flatMap(({ part, number }) =>
    (flowed.get(part) ?? []).map((content, at) => ({ page: number + at, content })),
  )
  const members =
    listed?.kind === 'members' && listPages.length > 0 ? [{ title: listed.title, page: firstListPage }] : []
  contents.parts = [...titles(front), ...members, ...titles(back)]
  contents.letters = list.flatMap(({ page, content }) =>
    content.contents.flatMap((placed) => (placed.kind === 'letter' ? [{ title: placed.letter, page }] : [])),
  )
  await pace(1, 2, 'compose')

  const { width, height } = geometry.page
  const page = (ops: readonly Op[]): Page => ({ width, height, ops })
  const pagesOf = ({ part, number }: Numbered): readonly Page[] => {
    const tag: Tag = { role: 'Sect', parent: root }
    // Those of an index are many, and what they say was looked through: they are drawn when they are painted.
    return part.pages.map((draw, at) =>
      flowed.has(part) ? drawnPage(width, height, () => draw(number + at, tag)) : page(draw(number + at, tag)),
    )
  }
  const pages: Page[] = front.flatMap(pagesOf)
  const end = sections.some(({ kind }) => kind === 'cover') ? [page(backCoverOps(around))] : []
  const blank = firstFree < firstListPage
  // On the blank page before the list, the colophon may save a sheet of the booklet.
  const content = firstListPage - 1 + listPages.length + count(back) + end.length
  const early = blank && inFours(content) < inFours(content + 1)
  if (blank) pages.push(page(early && colophon !== undefined ? colophonOps(colophon, around) : []))
  const section: Tag = { role: 'Sect', parent: root }
  for (const { page, content } of list)
    pages.push(drawnPage(width, height, () => listOps(content, page, section, context)))
  pages.push(...back.flatMap(pagesOf))
  if (colophon !== undefined && !early) end.unshift(page(colophonOps(colophon, around)))
  while ((pages.length + end.length) % 4 !== 0) pages.push(page([]))
  pages.push(...end)

  await pace(1, 1, 'compose')
  return {
    pages,
    outline: outlineOf(contents.parts, members[0]?.page, contents.letters, words.others),
    labels: labelsFrom(front.find(({ part }) => part.folios)?.number ?? firstListPage),
    report: { pages: pages.length, pageOfItem, missing: missing.all, shortened },
    list,
    indexes,
  }
}

type Numbered = { readonly part: SectionPages; readonly number: number }

/** Sections one after the other, each with the number of its first page. */
function numbered(parts: readonly SectionPages[], from: number): readonly Numbered[] {
  let number = from
  return parts.map((part) => {
    const placed = { part, number }
    number += part.pages.length
    return placed
  })
}

function count(placed: readonly Numbered[]): number {
  return placed.reduce((sum, { part }) => sum + part.pages.length, 0)
}

function titles(placed: readonly Numbered[]): readonly ContentsEntry[] {
  return placed.flatMap(({ part: { title, pages }, number }) =>
    title === undefined || pages.length === 0 ? [] : [{ title, page: number }],
  )
}

/** Roman figures until the first page that shows its number. */
function labelsFrom(first: number): PageLabels {
  const shown = { from: first, style: 'decimal', start: first } as const
  return first === 1 ? [shown] : [{ from: 1, style: 'roman', start: 1 }, shown]
}

/** The pages of a section that is neither the list nor an index to it: before the list, no index has a page to name. */
function bind(section: DirectorySection, contents: Contents, around: FrontContext): SectionPages {
  const plain = (pages: readonly Draw[]): SectionPages => ({ folios: false, pages })
  switch (section.kind) {
    case 'cover': {
      const members = around.model.items.filter(({ kind }) => kind === 'entry').length
      return plain([() => coverOps(section.subtitle, section.count ? members : 0, around)])
    }
    case 'notice':
      return plain(noticePages(section.paragraphs, around))
    case 'contents':
      return plain(contentsPages(contents, section.letters, around))
    case 'colophon':
      return plain([() => colophonOps(section, around)])
    case 'text':
      return textPages(section, around)
    case 'roll':
      return rollPages(section, around)
    case 'statistics':
      return statisticsPages(section, around)
    case 'notes':
      return notesPages(section, around)
    case 'members':
    case 'index':
      return plain([])
  }
}

/** Lines the contents will have: the sections that have a title there, and the letters of the list when it is printed. */
function contentsLines(sections: readonly DirectorySection[], items: DirectoryModel['items']): Contents['lines'] {
  const at = sections.findIndex(({ kind }) => kind === 'members')
  const parts = sections.filter(({ kind }, index) =>
    kind === 'index' ? at >= 0 && index > at : 'text roll statistics notes members'.split(' ').includes(kind),
  )
  return { parts: parts.length, letters: at < 0 ? 0 : new Set(items.map(({ letter }) => letter)).size }
}

/** Pages as a booklet has them: by whole sheets. */
function inFours(pages: number): number {
  return Math.ceil(pages / 4) * 4
}

/** How many rows each item takes in an index, asked once. */
function rowCounter(context: PaintContext): (item: number) => number {
  const rows: number[] = []
  return (item) => {
    rows[item] ??= indexedRows(item, context)
    return rows[item]
  }
}

function lookThrough({ title, headings }: DirectoryIndex, missing: MissingGlyphs, design: Design): void {
  missing.look(typographic(title), design.indexTitle.face, -1, 'index')
  for (const { heading } of headings) missing.look(typographic(heading), design.indexHeading.face, -1, 'index')
}

/** Page on which each item begins. */
function pagesOfItems(list: DirectoryComposition['list'], count: number): readonly number[] {
  const pages: number[] = new Array(count).fill(0)
  for (const { page, content } of list)
    for (const placed of content.contents) if (placed.kind === 'item') pages[placed.set.item] ||= page
  return pages
}

function outlineOf(
  parts: readonly ContentsEntry[],
  listFrom: number | undefined,
  letters: readonly ContentsEntry[],
  others: string,
): readonly OutlineItem[] {
  return parts.map(({ title, page }) => ({
    title: cleanText(title),
    page,
    children:
      page === listFrom
        ? letters.map((letter) => ({
            title: letter.title === '#' ? others : letter.title,
            page: letter.page,
            children: [],
          }))
        : [],
  }))
}
