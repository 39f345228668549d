/** A run of letters from a screen: the work itself, then its files, saved one after the other. */
import type { Progress } from '../../../core/kit/request.ts'
import type { LettersMade } from '../../../core/letters/letters.requests.ts'
import { client } from '../client.ts'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'

export type LettersAsked = Parameters<typeof client.letters.write>[0]
type Options = { readonly signal: AbortSignal }

/** Fetches what a run made; a proof is not saved, it is shown. */
export async function* fetched(
  made: LettersMade,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly { readonly name: string; readonly file: Blob }[], void> {
  const files: { readonly name: string; readonly file: Blob }[] = []
  for (const paper of [made.post, made.drafts]) {
    if (paper === undefined) continue
    files.push({ name: paper.name, file: yield* fetchPaper(paper, signal) })
  }
  return files
}

export const saveAll = (files: readonly { readonly name: string; readonly file: Blob }[]): void => {
  for (const { name, file } of files) saveFile(name, file)
}

export async function makeLetters(asked: LettersAsked, { signal }: Options) {
  async function* steps() {
    const made: LettersMade = yield* await client.letters.write(asked, { signal })
    return { made, files: yield* fetched(made, signal) }
  }
  return steps() as AsyncGenerator<Progress, { made: LettersMade; files: { name: string; file: Blob }[] }, void>
}
