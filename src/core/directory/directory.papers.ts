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
import type { DirectoryImposition, DirectoryIndex, DirectoryModel, DirectoryReport } from './directory.rules.ts'
import { backCover, coverPage } from './directory-cover.ts'
import { type Design, openDesign } from './directory-design.ts'
import { itemName, type SetItem, setItem } from './directory-entry.ts'
import {
  blankPage,
  type ContentsEntry,
  colophonPage,
  contentsPage,
  type FrontContext,
  noticePages,
} from './directory-front.ts'
import type { PaintContext } from './directory-furniture.ts'
import { flowIndex, type IndexPage, indexedRows, indexOps } from './directory-index.ts'
import { flowList, type ListPage, listOps } from './directory-list.ts'
import { MissingGlyphs } from './directory-missing.ts'
import { namesakesOf } from './directory-namesakes.ts'
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
  const members = items.filter((item) => item.kind === 'entry').length
  const front: Page[] = [coverPage(around, members), ...noticePages(around)]
  const contentsAt = front.length + 1
  const firstListPage = contentsAt + 1 + (contentsAt % 2)

  const listPages = flowList(items, sets, geometry)
  for (const { item, lines } of sets)
    if (lines.length > geometry.list.tallest) shortened.push({ item, text: itemName(items[item]!), how: 'wrapped' })
  const list = listPages.map((content, at) => ({ page: firstListPage + at, content }))
  const pageOfItem = pagesOfItems(list, items.length)
  const letters: ContentsEntry[] = list.flatMap(({ page, content }) =>
    content.contents.flatMap((placed) => (placed.kind === 'letter' ? [{ title: placed.letter, page }] : [])),
  )
  const parts: ContentsEntry[] = listPages.length > 0 ? [{ title: words.members, page: firstListPage }] : []
  const figures = String(firstListPage + listPages.length).length
  const context: PaintContext = { items, namesakes: namesakesOf(items), figures, design, words, quiet: missing.quiet }
  for (const index of model.indexes) lookThrough(index, missing, design)
  const indexes = flowIndexes(model.indexes, firstListPage + listPages.length, context)
  for (const { page, content } of indexes) if (content.opens) parts.push({ title: content.title, page })
  await pace(1, 2, 'compose')

  front.push(contentsPage(contentsAt, parts, letters, around))
  const content = firstListPage - 1 + listPages.length + indexes.length
  const blank = front.length < firstListPage - 1
  // On the blank page before the list, the colophon may save a sheet of the booklet.
  const early = blank && inFours(content + 1) < inFours(content + 2)
  if (early) front.push(colophonPage(around))
  else if (blank) front.push(blankPage(design))
  const pages: Page[] = [...front]
  const section: Tag = { role: 'Sect', parent: root }
  const drawn = (draw: () => readonly Op[]) => drawnPage(geometry.page.width, geometry.page.height, draw)
  for (const { page, content } of list) pages.push(drawn(() => listOps(content, page, section, context)))
  let indexSection = section
  for (const { page, content } of indexes) {
    if (content.opens) indexSection = { role: 'Sect', parent: root }
    const parent = indexSection
    pages.push(drawn(() => indexOps(content, page, pageOfItem, parent, context)))
  }
  const last = early ? [backCover(around)] : [colophonPage(around), backCover(around)]
  while ((pages.length + last.length) % 4 !== 0) pages.push(blankPage(design))
  pages.push(...last)

  await pace(1, 1, 'compose')
  return {
    pages,
    outline: outlineOf(parts, letters, words.members, words.others),
    labels: [
      { from: 1, style: 'roman', start: 1 },
      { from: firstListPage, style: 'decimal', start: firstListPage },
    ],
    report: { pages: pages.length, pageOfItem, missing: missing.all, shortened },
    list,
    indexes,
  }
}

/** Pages as a booklet has them: by whole sheets. */
function inFours(pages: number): number {
  return Math.ceil(pages / 4) * 4
}

type NumberedIndexPage = DirectoryComposition['indexes'][number]

/** Pages of all indexes, numbered on from the list; an index without members has none. */
function flowIndexes(
  indexes: readonly DirectoryIndex[],
  first: number,
  context: PaintContext,
): readonly NumberedIndexPage[] {
  const rows: number[] = []
  const linesOf = (item: number): number => {
    rows[item] ??= indexedRows(item, context)
    return rows[item]
  }
  return indexes
    .filter(({ headings }) => headings.some(({ members }) => members.length > 0))
    .flatMap((index) => flowIndex(index, context.design.geometry.index, linesOf))
    .map((content, at) => ({ page: first + at, content }))
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
  letters: readonly ContentsEntry[],
  members: string,
  others: string,
): readonly OutlineItem[] {
  return parts.map(({ title, page }) => ({
    title: cleanText(title),
    page,
    children:
      title === members
        ? letters.map((letter) => ({
            title: letter.title === '#' ? others : letter.title,
            page: letter.page,
            children: [],
          }))
        : [],
  }))
}
