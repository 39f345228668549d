/** What travels to the papers thread for receipts, and what is kept of each: all that its page says. */
import { paperJob } from '../kit/papers.ts'
import type { Head } from '../letters/letters.job.ts'
import type { Issuer, ReceiptPart } from './receipts.requests.ts'
import type { ReceiptForm } from './receipts.rules.ts'

export type ReceiptFacts = {
  readonly form: ReceiptForm
  readonly number: string
  readonly language: 'fr' | 'en'
  readonly issuedOn: string
  readonly place: string
  /** The civil year of the money. */
  readonly year: number
  readonly issuer: Issuer
  readonly donor: {
    readonly name: string
    /** The address as it is printed, country and all. */
    readonly address: readonly string[]
    readonly envelope: readonly string[]
  }
  readonly cents: number
  readonly parts: readonly ReceiptPart[]
}
export type ReceiptsHead = Head & { readonly receipts: number; readonly duplicate: boolean; readonly title: string }
/** Bytes of each receipt in turn, then of all of them together; `sizes` parts them. */
export const receiptsJob = paperJob<
  ReceiptsHead,
  ReceiptFacts,
  { readonly sizes: readonly number[]; readonly pages: number }
>('receipts')
