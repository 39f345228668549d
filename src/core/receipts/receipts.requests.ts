/** What may be asked about receipts: who gives them, what opens the right to one, those that were given. */
import { z } from 'zod'
import type { LineKind, PaymentMode } from '../dues/dues.rules.ts'
import type { Cents } from '../kit/money.ts'
import { country, identifier, line, lines, nothing, order, question, work } from '../kit/request.ts'
import type { KeptPaper } from '../letters/letters.requests.ts'
import { type Eligibility, eligibilities, issuerNatures, type ReceiptForm } from './receipts.rules.ts'

const dayOrNothing = z.union([z.literal(''), z.iso.date()]).default('')
const year = z.int().min(1950).max(2200)

export const issuerInput = z.strictObject({
  name: line(200),
  /** SIREN or RNA; refused when it is neither. */
  number: line(20),
  street: line(200),
  postcode: line(20),
  city: line(100),
  country: country.default('FR'),
  /** What the association is for, so that a reader sees why gifts to it count. */
  purpose: lines(1000),
  nature: z.enum(issuerNatures),
  decreeOn: dayOrNothing,
  gazetteOn: dayOrNothing,
  signatory: line(120),
  quality: line(120),
})
export type Issuer = z.output<typeof issuerInput>

export type Fund = {
  readonly kind: 'due' | 'gift'
  /** The fund of a gift as payments name it; empty: dues, or gifts for nothing in particular. */
  readonly label: string
  readonly eligible: Eligibility
  readonly rulingOn: string
  readonly rulingReference: string
}

/** One of the lines of payments a receipt is for. */
export type ReceiptPart = {
  readonly payment: number
  readonly line: number
  readonly fiscalOn: string
  readonly kind: LineKind
  /** What it was for, as printed: `Cotisation 2026`, `Don, bourses`; and for whom, when it was for another. */
  readonly what: string
  readonly whom: string
  readonly mode: PaymentMode
  readonly cents: Cents
}

export type Receipt = {
  readonly id: number
  readonly form: ReceiptForm
  readonly number: string
  readonly contact: number
  readonly name: string
  readonly issuedOn: string
  readonly cents: Cents
  readonly cancelledOn: string
  readonly cancelReason: string
  /** It stands on a payment that was taken back since: it is to be cancelled. */
  readonly takenBack: boolean
}
/** Receipt, payments, deposits: the chain an inspection follows. */
export type ReceiptChain = Receipt & {
  readonly parts: readonly (ReceiptPart & {
    readonly reference: string
    readonly creditedOn: string
    /** The deposit that brought it to the bank, empty when none. */
    readonly deposit: string
  })[]
}

export type ReceiptsIssued = {
  readonly issued: number
  readonly cents: Cents
  /** Receipts for printing, one after the other. */
  readonly post?: KeptPaper
  readonly receipts: readonly { readonly id: number; readonly number: string; readonly name: string }[]
  /** Money that cannot count yet: credited to the account on no day that is known. */
  readonly waiting: number
}

export const receiptsRequests = {
  /** Who gives receipts, and each thing money is given for with its eligibility: no unless the association says otherwise. */
  settings: question<{ readonly issuer: Issuer; readonly funds: readonly Fund[] }>()(nothing),
  setIssuer: order<Issuer>()(issuerInput),
  /**
   * Says whether what is given for something opens the right to a tax receipt. A favourable ruling has its day and its
   * reference. Being recognised of public utility is not enough (rules-fr.md 1.1).
   */
  setFund: order<Fund>()(
    z.strictObject({
      kind: z.enum(['due', 'gift']),
      label: line(120),
      eligible: z.enum(eligibilities),
      rulingOn: dayOrNothing,
      rulingReference: line(120).default(''),
    }),
  ),
  /** What would be issued for a civil year, before anything is. */
  look: work<{
    readonly receipts: number
    readonly cents: Cents
    readonly waiting: number
    readonly names: readonly string[]
  }>()(
    z.strictObject({
      form: z.enum(['plain', 'tax']),
      year,
      consolidated: z.boolean().default(true),
      contacts: z.array(identifier).max(20_000).optional(),
    }),
  ),
  /**
   * Issues receipts for what was paid in a civil year and has none of that kind yet, each with its number in the same act
   * and its file kept for good. Companies get one for each gift, others one for the year when `consolidated`. It is never
   * undone: a receipt is cancelled. Refuses an issuer without name, number or purpose, and `nothingToPrint`.
   */
  issue: work<ReceiptsIssued>()(
    z.strictObject({
      form: z.enum(['plain', 'tax']),
      year,
      consolidated: z.boolean().default(true),
      contacts: z.array(identifier).max(20_000).optional(),
    }),
  ),
  list: question<{ readonly total: number; readonly receipts: readonly Receipt[] }>()(
    z.strictObject({
      year: year.optional(),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /** The receipts of a contact with the payments and deposits they stand on. */
  ofContact: question<{ readonly receipts: readonly ReceiptChain[] }>()(z.strictObject({ contact: identifier })),
  /** The file as it was given out. Refuses `paperMissing` when it is not what it was. */
  original: question<KeptPaper>()(z.strictObject({ id: identifier })),
  /** The same receipt again, marked as a duplicate. */
  duplicate: work<KeptPaper>()(z.strictObject({ id: identifier })),
  /** Cancels a receipt: it keeps its number, and what it was for may be receipted again. */
  cancel: order<{ readonly cancelledOn: string }>()(
    z.strictObject({ id: identifier, reason: line(200).refine((reason) => reason !== '', { error: 'too_small' }) }),
  ),
  /** What is declared for a civil year (CGI art. 222 bis): how many tax receipts, for how much, and the list that proves it. */
  declaration: question<{
    readonly count: number
    readonly cents: Cents
    readonly individuals: { readonly count: number; readonly cents: Cents }
    readonly companies: { readonly count: number; readonly cents: Cents }
    readonly cancelled: number
    /** Those that stand on a payment taken back since, and are still counted: to be cancelled before one declares. */
    readonly takenBack: number
    readonly receipts: readonly Receipt[]
  }>()(z.strictObject({ year })),
}
