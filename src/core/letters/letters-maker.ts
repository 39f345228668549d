/** Makes letters on the papers thread. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { pictureOf } from '../people/photo.rules.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import { type Colour, drawnPage, type Page } from '../typesetting/list/display.ts'
import { pacer } from '../typesetting/pace.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import { gaugePage } from './gauge-page.ts'
import { openLetterDesign } from './letter-design.ts'
import { type LetterContext, letterPages } from './letter-page.ts'
import { letterWords } from './letter-words.ts'
import type { GaugeReport, Head, LetterPiece, LettersHead, LettersPrinted } from './letters.job.ts'

const PHASES = { compose: 'composing', paint: 'painting' } as const

/** What every page of a run is drawn with. */
export function openContext(head: Head, fonts: Fonts): LetterContext {
  const picture = head.emblem === undefined ? undefined : pictureOf(head.emblem)
  return {
    head,
    design: openLetterDesign(fonts, head.accent as Colour),
    setting: { fonts, missing: () => {} },
    ...(head.emblem === undefined || picture === undefined || typeof picture === 'string'
      ? {}
      : { emblem: { image: { bytes: head.emblem }, width: picture.width, height: picture.height } }),
    kept: new Map(),
  }
}

/** A file of pages of the association; same pages, same bytes. */
export const paintPages = (
  head: Head,
  title: string,
  pages: readonly Page[],
  progress: (done: number, total: number) => Promise<void> | undefined,
): Promise<Uint8Array> =>
  writePdf(
    {
      pages,
      title: `${cleanText(title)} – ${cleanText(head.association)}`,
      author: cleanText(head.association),
      language: head.language === 'fr' ? 'fr-FR' : 'en-GB',
      day: head.day,
      outline: [],
      labels: [],
      tagged: true,
    },
    progress,
  )

/** Refuses `nothingToPrint`, and `glyphMissing` naming the first person unless the head says to print all the same. */
export const lettersMaker =
  (fonts: () => Fonts): PaperMaker<LettersHead, LetterPiece, LettersPrinted> =>
  async (head, batches, bench) => {
    const letters: LetterPiece[] = []
    for await (const batch of batches) {
      letters.push(...batch)
      bench('gathering', letters.length, head.letters)
    }
    if (letters.length === 0) throw new Refusal('nothingToPrint')
    const pace = pacer<keyof typeof PHASES>((done, total, phase) => bench(PHASES[phase], done, total))
    const context = openContext(head, fonts())
    const missing: LettersPrinted['missing'][number][] = []
    const pages: Page[] = []
    for (const [at, letter] of letters.entries()) {
      const lost = new Set<string>()
      const setting = { fonts: fonts(), missing: (cluster: string) => lost.add(cluster) }
      // Drawn again when they are painted, so that thousands are not kept at once.
      for (const [page, { width, height }] of letterPages(letter, { ...context, setting }).entries())
        pages.push(drawnPage(width, height, () => letterPages(letter, context)[page]?.ops ?? []))
      for (const text of lost) missing.push({ id: letter.contact, name: letter.name, text })
      const pause = pace(at + 1, letters.length, 'compose')
      if (pause !== undefined) await pause
    }
    const [first] = missing
    if (first !== undefined && !head.evenIfMissing)
      throw new Refusal('glyphMissing', { ...first, field: '', count: missing.length })
    const bytes = await paintPages(head, head.title, pages, (done, total) => pace(done, total, 'paint'))
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: pages.length, missing } }
  }

/** The page one holds against an envelope. */
export const gaugeMaker =
  (fonts: () => Fonts): PaperMaker<Head, never, GaugeReport> =>
  async (head) => {
    const page = gaugePage(openContext(head, fonts()))
    const bytes = await paintPages(head, letterWords[head.language].gauge, [page], () => undefined)
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: 1 } }
  }
