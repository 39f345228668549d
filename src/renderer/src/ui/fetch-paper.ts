/** Brings a made file from the office, piece by piece, and hands it to the person's own folder. */
import type { Progress } from '../../../core/kit/request.ts'
import type { Paper } from '../../../core/papers/papers.requests.ts'
import { client } from '../client.ts'

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** @returns the whole file; the office forgets it, for it keeps none that somebody has. */
export async function* fetchPaper(paper: Paper, signal: AbortSignal): AsyncGenerator<Progress, Blob, void> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let offset: number | undefined = 0
  while (offset !== undefined) {
    yield { phase: 'fetching', done: offset, total: paper.size }
    const answer: { readonly chunk: string; readonly next?: number } = await client.papers.read(
      { paper: paper.paper, offset },
      { signal },
    )
    pieces.push(bytesOf(answer.chunk))
    offset = answer.next
  }
  void client.papers.discard({ paper: paper.paper }).catch(() => {})
  return new Blob(pieces, { type: paper.type })
}

/** Saves a file where the browser, or the desk, puts what is saved. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes its copy when the click is handled; a minute is ample even for a slow disk.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A work whose answer is a paper, as one that also fetches it and saves it. */
export const savedPaper =
  <Input>(
    ask: (
      input: Input,
      options: { readonly signal: AbortSignal },
    ) => Promise<AsyncIterator<Progress, Paper, void> & AsyncIterable<Progress, Paper, void>>,
  ) =>
  async (input: Input, { signal }: { readonly signal: AbortSignal }): Promise<AsyncGenerator<Progress, void, void>> => {
    async function* steps(): AsyncGenerator<Progress, void, void> {
      const paper = yield* await ask(input, { signal })
      saveFile(paper.name, yield* fetchPaper(paper, signal))
    }
    return steps()
  }
