/** What receipts are: forms, the day that counts for taxes, numbers. No database, no clock. */
import type { PaymentMode } from '../dues/dues.rules.ts'

/** `plain`: an attestation without any tax wording; `individual`, `company`: tax receipts of the two official forms. */
export const receiptForms = ['plain', 'individual', 'company'] as const
export type ReceiptForm = (typeof receiptForms)[number]

/** The forms in force and the articles they stand on: data, since they change (rules-fr.md 1.2). */
export const officialForms = {
  individual: { number: '11580*05', sheet: '2041-RD', article: '200' },
  company: { number: '16216*02', sheet: '2041-MEC-SD', article: '238 bis' },
} as const

export const issuerNatures = ['generalInterest', 'publicUtility', 'endowmentFund', 'other'] as const
export type IssuerNature = (typeof issuerNatures)[number]

/** Whether what is given for something opens the right to a tax receipt, and on whose word. */
export const eligibilities = ['no', 'selfAssessed', 'ruling'] as const
export type Eligibility = (typeof eligibilities)[number]

/**
 * The day a payment counts for taxes (BOI-IR-RICI-250-20, 20 to 30): a cheque or cash when it was handed over or came by
 * post, a transfer, debit or card when the association’s account was credited. Empty while that is not known.
 */
export const fiscalDay = (payment: {
  readonly mode: PaymentMode
  readonly receivedOn: string
  readonly creditedOn: string
}): string =>
  payment.mode === 'cheque' || payment.mode === 'cash' || payment.mode === 'other'
    ? payment.receivedOn
    : payment.creditedOn

const letters: Readonly<Record<ReceiptForm, string>> = { plain: 'A', individual: 'F', company: 'M' }

/** `F2026-0012`: each form counts for itself, each year anew. */
export const receiptNumber = (form: ReceiptForm, year: number, number: number): string =>
  `${letters[form]}${year}-${String(number).padStart(4, '0')}`

/** A SIREN by its check figure (Luhn), or a number of the register of associations. */
export function isIssuerNumber(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase()
  if (/^W\d{9}$/.test(plain)) return true
  if (!/^\d{9}$/.test(plain)) return false
  const sum = [...plain].reduce((total, figure, at) => {
    const value = Number(figure) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
