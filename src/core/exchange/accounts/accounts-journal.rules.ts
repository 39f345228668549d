/** Money that came in as entries of a journal: double entry, balanced to the cent. No database, no clock. */
import type { LineKind, PaymentMode } from '../../dues/dues.rules.ts'
import type { AccountName, PlaceOfMoney } from './accounts-file.requests.ts'

/**
 * The usual numbers of the French plan of accounts of associations (ANC 2018-06; the numbers Paheko’s own plan has): a
 * proposal that a treasurer may change.
 */
export const usualAccounts: Readonly<Record<AccountName, readonly [number: string, label: string]>> = {
  due: ['756', 'Cotisations'],
  gift: ['7541', 'Dons manuels'],
  grant: ['740', 'Subventions'],
  training: ['706', 'Prestations de services'],
  event: ['708', 'Produits des activités annexes'],
  sale: ['707', 'Ventes de marchandises'],
  service: ['706', 'Prestations de services'],
  unassigned: ['4718', 'Recettes à classer'],
  bank: ['512', 'Banque'],
  cheques: ['5112', 'Chèques à encaisser'],
  cash: ['530', 'Caisse'],
  cards: ['5115', 'Cartes à encaisser'],
  waiting: ['4718', 'Compte d’attente'],
  charges: ['627', 'Services bancaires'],
}

const placeOf: Readonly<Record<PaymentMode, PlaceOfMoney>> = {
  cheque: 'cheques',
  cash: 'cash',
  transfer: 'bank',
  directDebit: 'bank',
  card: 'cards',
  helloAsso: 'cards',
  other: 'waiting',
}
const journals: Readonly<Record<PlaceOfMoney, readonly [code: string, label: string]>> = {
  cheques: ['CH', 'Chèques'],
  cash: ['CA', 'Caisse'],
  bank: ['BQ', 'Banque'],
  cards: ['CB', 'Cartes'],
  waiting: ['OD', 'Opérations diverses'],
  charges: ['OD', 'Opérations diverses'],
}

export type JournalLine = { readonly account: AccountName; readonly debit: number; readonly credit: number }
export type JournalEntry = {
  readonly journal: readonly [code: string, label: string]
  readonly day: string
  readonly piece: string
  readonly text: string
  readonly lines: readonly JournalLine[]
  /** The amount as it was paid, when it was not in euros. */
  readonly foreign?: { readonly amount: number; readonly currency: string }
}

/** Cents at the debit of an account when they are more than nothing, at its credit otherwise. */
const at = (account: AccountName, cents: number): JournalLine => ({
  account,
  debit: Math.max(0, cents),
  credit: Math.max(0, -cents),
})

export type JournalPayment = {
  readonly id: number
  readonly mode: PaymentMode
  readonly receivedOn: string
  readonly reference: string
  readonly payerName: string
  readonly currency: string
  readonly foreignAmount: number
  readonly charges: number
  /** It takes back one that the bank had already, which took the money out of the account. */
  readonly fromBank: boolean
  readonly lines: readonly { readonly kind: LineKind; readonly cents: number }[]
}

/**
 * One payment as one entry: where the money went at the debit, what it was for at the credit; a payment taken back is the
 * other way round. What the bank kept is a charge, as far as the payment is as much.
 */
export function entryOfPayment(payment: JournalPayment): JournalEntry {
  const { mode, lines, fromBank } = payment
  const total = lines.reduce((sum, { cents }) => sum + cents, 0)
  const place = fromBank ? 'bank' : placeOf[mode]
  const charges = Math.sign(total) * Math.min(payment.charges, Math.abs(total))
  return {
    journal: journals[place],
    day: payment.receivedOn,
    piece: payment.reference === '' ? `P${payment.id}` : payment.reference,
    text: payment.payerName,
    lines: [
      at(place, total - charges),
      at('charges', charges),
      ...lines.map(({ kind, cents }) => at(kind, -cents)),
    ].filter(({ debit, credit }) => debit !== credit),
    ...(payment.currency === ''
      ? {}
      : { foreign: { amount: Math.sign(total) * payment.foreignAmount, currency: payment.currency } }),
  }
}

/** A deposit the bank had: out of the drawer, into the account. */
export const entryOfDeposit = (deposit: {
  readonly mode: 'cheque' | 'cash'
  readonly number: string
  readonly creditedOn: string
  readonly total: number
}): JournalEntry => ({
  ...{ journal: journals.bank, day: deposit.creditedOn, piece: deposit.number, text: `Remise ${deposit.number}` },
  lines: [at('bank', deposit.total), at(placeOf[deposit.mode], -deposit.total)].filter(
    ({ debit, credit }) => debit !== credit,
  ),
})

/** Columns of a FEC (LPF art. A. 47 A-1). */
export const fecColumns = [
  ...(['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib', 'CompAuxNum'] as const),
  ...(['CompAuxLib', 'PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet'] as const),
  ...(['ValidDate', 'Montantdevise', 'Idevise'] as const),
] as const

/** `12,50`, as a FEC and Paheko read an amount. */
export const fecAmount = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`

/** Rows of an entry, numbered within the file; days as `day` writes them. */
export const fecRows = (
  { journal: [code, label], day, piece, text, lines, foreign }: JournalEntry,
  number: number,
  accounts: Partial<Readonly<Record<AccountName, string>>>,
  written: (day: string) => string,
): readonly (readonly string[])[] =>
  lines.map(({ account, debit, credit }, at) => [
    ...[code, label, String(number), written(day), accounts[account] ?? usualAccounts[account][0]],
    ...[usualAccounts[account][1], '', '', piece, written(day), text, fecAmount(debit), fecAmount(credit), '', ''],
    ...[written(day), at === 0 && foreign !== undefined ? fecAmount(foreign.amount) : ''],
    at === 0 && foreign !== undefined ? foreign.currency : '',
  ])
