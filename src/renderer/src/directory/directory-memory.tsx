/** The choices and the pages made last, kept while one goes to correct a record and comes back. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { ReactNode } from 'react'
import { createContext, useContext, useState } from 'react'
import type { z } from 'zod'
import type { DirectoryProof, directoryOptions } from '../../../core/directory/directory.requests.ts'
import type { PrintedSheet } from '../../../core/directory/directory.rules.ts'

export type DirectoryOptions = z.input<typeof directoryOptions>

export type MadeDirectory = {
  readonly name: string
  readonly file: Blob
  readonly document: PDFDocumentProxy
  readonly sheets: number | undefined
  readonly imposed: boolean
  readonly sheet: PrintedSheet | undefined
  /** What was chosen when the pages were made. */
  readonly choices: DirectoryChoices
  readonly proof: DirectoryProof
  /** The latest act of the journal when the pages were made. */
  readonly madeAt: number
}

/** What is chosen on the screen: left out, what is usual. */
export type DirectoryChoices = Omit<DirectoryOptions, 'evenIfMissing'>

type Kept<Value> = readonly [Value, (value: Value) => void]
type Memory = { readonly made: Kept<MadeDirectory | undefined>; readonly choices: Kept<DirectoryChoices> }
const Context = createContext<Memory>({ made: [undefined, () => {}], choices: [{}, () => {}] })

export function DirectoryMemory({ children }: { readonly children: ReactNode }) {
  const made = useState<MadeDirectory>()
  const choices = useState<DirectoryChoices>({})
  return <Context.Provider value={{ made, choices }}>{children}</Context.Provider>
}

export const useDirectoryMemory = (): Memory => useContext(Context)
