/** The pages made last, kept while one goes to correct a record and comes back. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { ReactNode } from 'react'
import { createContext, useContext, useState } from 'react'
import type { z } from 'zod'
import type { DirectoryProof, directoryOptions } from '../../../core/directory/directory.requests.ts'

export type DirectoryOptions = z.input<typeof directoryOptions>

export type MadeDirectory = {
  readonly name: string
  readonly file: Blob
  readonly document: PDFDocumentProxy
  readonly sheets: number | undefined
  readonly imposed: boolean
  /** What was chosen when the pages were made. */
  readonly choices: Pick<DirectoryOptions, 'edition' | 'language' | 'imposition'>
  readonly proof: DirectoryProof
  /** The latest act of the journal when the pages were made. */
  readonly madeAt: number
}

type Kept = readonly [MadeDirectory | undefined, (made: MadeDirectory | undefined) => void]
const Context = createContext<Kept>([undefined, () => {}])

export function DirectoryMemory({ children }: { readonly children: ReactNode }) {
  const kept = useState<MadeDirectory>()
  return <Context.Provider value={kept}>{children}</Context.Provider>
}

export const useDirectoryMemory = (): Kept => useContext(Context)
