/** Making the directory: typeset by the office, fetched, opened to be shown. */
import { useState } from 'react'
import type { DirectoryProof } from '../../../core/directory/directory.requests.ts'
import type { DirectoryReport } from '../../../core/directory/directory.rules.ts'
import type { Progress } from '../../../core/kit/request.ts'
import type { Paper } from '../../../core/papers/papers.requests.ts'
import { client } from '../client.ts'
import { fetchPaper } from '../ui/fetch-paper.ts'
import { useKeptWork } from '../ui/kept-work.ts'
import type { Trouble } from '../ui/refusals.ts'
import { troubleOf } from '../ui/refusals.ts'
import type { DirectoryOptions, MadeDirectory } from './directory-memory.tsx'
import { useDirectoryMemory } from './directory-memory.tsx'
import { openPdf } from './open-pdf.ts'

type Typeset = Paper & {
  readonly report: Pick<DirectoryReport, 'pages' | 'sheets' | 'sheet'>
  readonly proof: DirectoryProof
}

async function make(
  { evenIfMissing = false, ...choices }: DirectoryOptions,
  { signal }: { readonly signal: AbortSignal },
) {
  async function* steps(): AsyncGenerator<Progress, MadeDirectory, void> {
    yield { phase: 'gathering', done: 0, total: 0 }
    const madeAt = (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0
    const paper: Typeset = yield* await client.directory.typeset({ ...choices, evenIfMissing }, { signal })
    const file = yield* fetchPaper(paper, signal)
    return {
      name: paper.name,
      file,
      document: await openPdf(file),
      sheets: paper.report.sheets,
      sheet: paper.report.sheet,
      imposed: paper.report.sheets !== undefined,
      choices,
      proof: paper.proof,
      madeAt,
    }
  }
  return steps()
}

const making = { words: 'directory.making', from: { screen: 'directory' } } as const

export function useDirectory() {
  const {
    made: [made, keep],
  } = useDirectoryMemory()
  const [trouble, setTrouble] = useState<Trouble>()
  const work = useKeptWork('directory', making, make)
  return {
    made,
    trouble,
    running: work.running,
    cancel: work.cancel,
    make: async (options: DirectoryOptions) => {
      setTrouble(undefined)
      try {
        const next = await work.run(options)
        void made?.document.loadingTask.destroy()
        keep(next)
      } catch (thrown) {
        const seen = troubleOf(thrown)
        if (seen.kind !== 'cancelled') setTrouble(seen)
      }
    },
  }
}
