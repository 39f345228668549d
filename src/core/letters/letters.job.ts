/** What travels to the papers thread for letters: pages for the post, drafts for the mail program. */
import { paperJob } from '../kit/papers.ts'
import type { EnvelopeWindow, LetterLanguage } from './letters.rules.ts'

export type Head = {
  readonly association: string
  /** `#rrggbb`. */
  readonly accent: string
  readonly language: LetterLanguage
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly address: readonly string[]
  readonly reach: readonly string[]
  readonly legal: string
  readonly place: string
  readonly signatory: string
  readonly quality: string
  readonly window: EnvelopeWindow
  /** A JPEG or PNG. */
  readonly emblem?: Uint8Array
}

export type LettersHead = Head & { readonly letters: number; readonly evenIfMissing: boolean; readonly title: string }

/** What stands on a payment slip at the foot of a letter. */
export type PaymentSlip = {
  readonly title: string
  readonly name: string
  readonly reference: string
  readonly cents: number
  readonly beneficiary: string
  readonly iban: string
  readonly bic: string
  /** The text of the QR code; empty: none. */
  readonly code: string
}

/** A letter, and whom it is for. */
export type LetterPiece = {
  readonly contact: number
  readonly name: string
  readonly language: LetterLanguage
  readonly envelope: readonly string[]
  /** Under the letterhead: how the letter is sent (`Lettre recommandée avec avis de réception`). */
  readonly sentAs: string
  readonly subject: string
  readonly salutation: string
  readonly body: string
  readonly slip?: PaymentSlip
}

export type LettersPrinted = {
  readonly pages: number
  /** What no font can draw, by person. */
  readonly missing: readonly { readonly id: number; readonly name: string; readonly text: string }[]
}
export type GaugeReport = { readonly pages: number }

export const lettersJob = paperJob<LettersHead, LetterPiece, LettersPrinted>('letters')
export const gaugeJob = paperJob<Head, never, GaugeReport>('letters-gauge')

/** Messages as the mail program opens them. */
export type DraftsHead = {
  readonly from: string
  readonly fromName: string
  readonly day: string
  readonly messages: number
}
export type DraftPiece = {
  readonly name: string
  readonly to: readonly string[]
  readonly hidden: readonly string[]
  readonly subject: string
  readonly text: string
}
export const draftsJob = paperJob<DraftsHead, DraftPiece, { readonly messages: number }>('letter-drafts')
