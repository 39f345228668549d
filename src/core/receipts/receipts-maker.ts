/** Makes receipts on the papers thread: a file for each, to be kept as it is, and one of all to print. */
import type { PaperMaker } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { openContext, paintPages } from '../letters/letters-maker.ts'
import type { Fonts } from '../typesetting/font/registry.ts'
import type { Page } from '../typesetting/list/display.ts'
import { receiptPages } from './receipt-page.ts'
import type { ReceiptFacts, ReceiptsHead } from './receipts.job.ts'

export const receiptsMaker =
  (
    fonts: () => Fonts,
  ): PaperMaker<ReceiptsHead, ReceiptFacts, { readonly sizes: readonly number[]; readonly pages: number }> =>
  async (head, batches, bench) => {
    const files: Uint8Array[] = []
    const all: Page[] = []
    const context = openContext(head, fonts())
    for await (const batch of batches) {
      for (const facts of batch) {
        const own = { ...head, day: facts.issuedOn }
        const pages = receiptPages(facts, head.duplicate, { ...context, head: own })
        all.push(...pages)
        files.push(await paintPages(own, `${head.title} ${facts.number}`, pages, () => undefined))
        bench('composing', files.length, head.receipts)
      }
    }
    if (files.length === 0) throw new Refusal('nothingToPrint')
    files.push(
      await paintPages(head, head.title, all, (done, total) => {
        bench('painting', done, total)
        return undefined
      }),
    )
    const bytes = new Uint8Array(files.reduce((sum, file) => sum + file.byteLength, 0))
    let at = 0
    for (const file of files) {
      bytes.set(file, at)
      at += file.byteLength
    }
    return { bytes, report: { sizes: files.map((file) => file.byteLength), pages: all.length } }
  }
