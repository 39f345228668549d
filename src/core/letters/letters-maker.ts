/** Makes letters on the papers thread. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { pictureOf } from '../people/photo.rules.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Colour, Page, Pages } from '../typesetting/list/display.ts'
import { pacer } from '../typesetting/pace.ts'
import { writePdf } from '../typesetting/pdf/pdfkit-writer.ts'
import { cleanText } from '../typesetting/text/clean.ts'
import { gaugePage } from './gauge-page.ts'
import { openLetterDesign } from './letter-design.ts'
import { type LetterContext, letterPages } from './letter-page.ts'
import { letterWords } from './letter-words.ts'
import type { GaugeReport, Head, LetterPiece, LettersHead, LettersPrinted } from './letters.job.ts'

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
  pages: Pages,
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
      standard: 'tagged',
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
    const pace = pacer<'painting'>((done, total, phase) => bench(phase, done, total))
    const context = openContext(head, fonts())
    const missing: LettersPrinted['missing'][number][] = []
    let [composed, pages] = [0, 0]
    // Composed as they are painted, so that thousands are never kept at once; once one cannot be drawn, the others are
    // only looked at.
    function* drawn(): Generator<Page> {
      for (const letter of letters) {
        const lost = new Set<string>()
        const setting = { fonts: fonts(), missing: (cluster: string) => lost.add(cluster) }
        const made = letterPages(letter, { ...context, setting })
        for (const text of lost) missing.push({ id: letter.contact, name: letter.name, text })
        composed++
        if (missing.length > 0 && !head.evenIfMissing) {
          bench('painting', composed, letters.length)
          continue
        }
        pages += made.length
        yield* made
      }
    }
    const bytes = await paintPages(head, head.title, { length: letters.length, [Symbol.iterator]: drawn }, () =>
      pace(composed, letters.length, 'painting'),
    )
    const [first] = missing
    if (first !== undefined && !head.evenIfMissing)
      throw new Refusal('glyphMissing', { ...first, field: '', count: missing.length })
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages, missing } }
  }

/** The page one holds against an envelope. */
export const gaugeMaker =
  (fonts: () => Fonts): PaperMaker<Head, never, GaugeReport> =>
  async (head) => {
    const page = gaugePage(openContext(head, fonts()))
    const bytes = await paintPages(head, letterWords[head.language].gauge, [page], () => undefined)
    return { bytes: bytes as Uint8Array<ArrayBuffer>, report: { pages: 1 } }
  }
