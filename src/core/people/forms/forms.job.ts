/** What travels to the papers thread for verification forms. */
import { paperJob } from '../../kit/papers.ts'
import type { FormsReport } from './forms.requests.ts'
import type { VerificationForm } from './forms.rules.ts'

export type FormsHead = {
  readonly association: string
  /** `#rrggbb`. */
  readonly accent: string
  readonly language: 'fr' | 'en'
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** What the list is called; empty: everybody. */
  readonly list: string
  readonly returnTo: readonly string[]
  readonly returnBy: string
  readonly evenIfMissing: boolean
  readonly forms: number
}

/** A form, and who it is sent to: the lines of the envelope and the words that open the letter. */
export type FormPiece = VerificationForm & { readonly envelope: readonly string[]; readonly salutation: string }

export const formsJob = paperJob<FormsHead, FormPiece, FormsReport>('forms')
