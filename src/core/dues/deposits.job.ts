/** What travels to the papers thread for the slip of a deposit. */
import { paperJob } from '../kit/papers.ts'
import type { Counted, DepositMode } from './deposits.rules.ts'

export type SlipHead = {
  readonly association: string
  /** `#rrggbb`. */
  readonly accent: string
  readonly language: 'fr' | 'en'
  /** The day of the office, the only date of the file itself. */
  readonly day: string
  readonly mode: DepositMode
  readonly number: string
  readonly madeOn: string
  readonly account: string
  readonly counted: Counted
  readonly note: string
  readonly count: number
  readonly total: number
}

/** A cheque, or who gave cash. */
export type SlipLine = {
  readonly drawer: string
  readonly bank: string
  readonly reference: string
  /** What it was for, in words: `Cotisation 2026, Tour Anne`. */
  readonly about: string
  readonly cents: number
}

export const slipJob = paperJob<SlipHead, SlipLine, { readonly pages: number }>('slip')
