/** What travels to the papers thread for a printed directory. */
import { paperJob } from '../kit/papers.ts'
import type { Contact } from '../people/people.requests.ts'
import type { DirectoryProof } from './directory.requests.ts'
import type { DirectoryImposition, DirectoryReport } from './directory.rules.ts'

export type DirectoryHead = {
  readonly association: string
  /** ISO 3166-1 alpha-2: left out of addresses and of the index of countries. */
  readonly country: string
  readonly language: 'fr' | 'en'
  /** `2026`. */
  readonly edition: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly imposition: DirectoryImposition
  readonly evenIfMissing: boolean
  /** Contacts to come, for the progress. */
  readonly contacts: number
}

export type DirectoryMade = {
  readonly report: Pick<DirectoryReport, 'pages' | 'sheets'>
  readonly proof: DirectoryProof
}

/** The pieces are all contacts in the order of their keys, those that will not be printed too. */
export const directoryJob = paperJob<DirectoryHead, Contact, DirectoryMade>('directory')
