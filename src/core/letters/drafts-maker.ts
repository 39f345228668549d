/** Makes messages on the papers thread: one file as it is, several in an archive. */
import { type Zippable, zipSync } from 'fflate'
import type { PaperMaker } from '../kit/papers.ts'
import { emlOf } from './eml.ts'
import type { DraftPiece, DraftsHead } from './letters.job.ts'

export const draftsMaker: PaperMaker<DraftsHead, DraftPiece, { readonly messages: number }> = async (
  { from, fromName, day, messages },
  batches,
  bench,
) => {
  const files: Zippable = {}
  let count = 0
  let only: Uint8Array = new Uint8Array()
  // Noon of the day, so that the same messages give the same bytes.
  const mtime = new Date(`${day}T12:00:00`)
  for await (const batch of batches) {
    for (const { name, to, hidden, subject, text } of batch) {
      count++
      only = new TextEncoder().encode(emlOf({ from, fromName, to, hidden, subject, text }))
      files[`${String(count).padStart(4, '0')}-${name}.eml`] = [only, { mtime, level: 6 }]
    }
    bench('writing', count, messages)
  }
  const bytes = count === 1 ? only : zipSync(files)
  return { bytes: new Uint8Array(bytes), report: { messages: count } }
}
