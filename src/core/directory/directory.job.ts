/** What travels to the papers thread for a printed directory. */
import { paperJob } from '../kit/papers.ts'
import type { PublishedField } from '../people/consents/consents.rules.ts'
import type { Contact } from '../people/people.requests.ts'
import type { DirectoryProof } from './directory.requests.ts'
import type { DirectoryImposition, DirectoryReport, DirectoryStandard } from './directory.rules.ts'
import type { Departed } from './directory-parts.ts'
import type { Section } from './editions/sections.rules.ts'
import type { EntryTemplate } from './editions/template.rules.ts'
import type { DirectoryLook } from './look.rules.ts'

export type DirectoryHead = {
  readonly association: string
  /** ISO 3166-1 alpha-2: left out of addresses and of the index of countries. */
  readonly country: string
  readonly language: 'fr' | 'en'
  /** `2026`. */
  readonly edition: string
  /** Day the register is read on, `YYYY-MM-DD`. */
  readonly day: string
  /** Day the pages are made. */
  readonly setOn: string
  readonly imposition: DirectoryImposition
  readonly standard: DirectoryStandard
  readonly look: DirectoryLook
  /** Of an arranged edition; without one, all is as usual. Empty titles are the usual ones too. */
  readonly title?: string
  readonly subtitle?: string
  readonly sections?: readonly Section[]
  readonly template?: EntryTemplate
  readonly evenIfMissing: boolean
  /** Contacts to come, for the progress. */
  readonly contacts: number
}

export type DirectoryMade = {
  readonly report: Pick<DirectoryReport, 'pages' | 'sheets' | 'sheet'>
  readonly proof: DirectoryProof
}

/** One contact: what may be printed of it, or why nothing is. */
export type DirectoryPiece = { readonly id: number; readonly name: string } & (
  | {
      readonly why: DirectoryProof['left'][number]['why']
      readonly contact?: undefined
      /** Of one who died and may be named among the dead. */
      readonly departed?: Departed
    }
  | {
      readonly why?: undefined
      /** The sheet without what may not be published. */
      readonly contact: Contact
      /** What the association publishes and this contact refused. */
      readonly withheld: readonly PublishedField[]
    }
)

/** The pieces are all contacts in the order of their keys, those that will not be printed too. */
export const directoryJob = paperJob<DirectoryHead, DirectoryPiece, DirectoryMade>('directory')
