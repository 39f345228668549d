/** Looking for a name in the pages that were made: their own text, as it will be printed. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { fold } from '../../../core/kit/text.ts'

type PageTexts = {
  /** @returns the next page (1-based) after `from` that holds the words, going round; undefined when none does. */
  readonly find: (sought: string, from: number, gone: () => boolean) => Promise<number | undefined>
}

/** Pages are read when first looked through, and kept as folded text. */
export function pageTexts(pages: PDFDocumentProxy): PageTexts {
  const kept = new Map<number, Promise<string>>()
  const textOf = (number: number): Promise<string> => {
    const known = kept.get(number) ?? readPage(pages, number)
    kept.set(number, known)
    return known
  }
  return {
    find: async (sought, from, gone) => {
      const words = fold(sought)
      if (words === '') return undefined
      for (let step = 1; step <= pages.numPages && !gone(); step++) {
        const number = ((from - 1 + step) % pages.numPages) + 1
        if ((await textOf(number)).includes(words)) return number
      }
      return undefined
    },
  }
}

async function readPage(pages: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pages.getPage(number)
  const { items } = await page.getTextContent()
  return fold(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
}
