/** Facts and sums of deposits: what is brought to the bank together. No database, no clock. */
import { asCents, type Cents } from '../kit/money.ts'

/** A slip is of cheques or of cash: banks take them apart. */
export const depositModes = ['cheque', 'cash'] as const
export type DepositMode = (typeof depositModes)[number]

/** Notes and coins of the euro, in cents, the greatest first. */
export const coinage = [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const
export type Piece = (typeof coinage)[number]

/** How many of each value; those of which there is none are left out. */
export type Counted = readonly { readonly piece: number; readonly count: number }[]

export const countedSum = (counted: Counted): Cents =>
  asCents(counted.reduce((sum, { piece, count }) => sum + piece * count, 0))

/** The number after those of a year: `2026-01`, `2026-02`; those of other forms count for nothing. */
export function nextNumber(year: string, known: readonly string[]): string {
  const last = known.reduce((most, number) => Math.max(most, Number(/^\d{4}-(\d{1,6})$/.exec(number)?.[1] ?? 0)), 0)
  return `${year}-${String(last + 1).padStart(2, '0')}`
}

/** A cheque is presented within a year and eight days (rules-fr.md 2.9); from a half of it on it should not wait any more. */
export const oldAfterDays = 180
