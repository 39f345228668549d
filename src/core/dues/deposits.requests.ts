/** What may be asked about deposits: cheques and cash brought to the bank together. */
import { z } from 'zod'
import type { Cents } from '../kit/money.ts'
import { identifier, line, lines, order, question, work } from '../kit/request.ts'
import type { Paper } from '../papers/papers.requests.ts'
import { type Counted, coinage, type DepositMode, depositModes } from './deposits.rules.ts'
import type { Payment } from './dues.requests.ts'

const wholeDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const page = { offset: z.int().min(0).max(10_000_000).default(0), limit: z.int().min(1).max(500).default(100) }

/** How many of each note or coin; empty: not counted. */
const counted = z
  .array(z.strictObject({ piece: z.literal([...coinage]), count: z.int().min(1).max(100_000) }))
  .max(coinage.length)

const depositFacts = {
  payments: z.array(identifier).min(1).max(500),
  /** Today when empty. */
  madeOn: z.union([z.literal(''), wholeDay]),
  /** The account it goes to, in words: its bank, its IBAN. */
  account: line(120),
  counted,
  note: lines(1000),
}

export type Deposit = {
  readonly id: number
  readonly revision: number
  readonly mode: DepositMode
  /** `2026-03`: the third of its year. */
  readonly number: string
  readonly madeOn: string
  readonly account: string
  /** When the bank had it; from then on it is what it is. */
  readonly creditedOn: string
  readonly counted: Counted
  readonly note: string
  readonly count: number
  readonly total: Cents
}

export const depositRequests = {
  /** What waits to be deposited: received, not brought, not credited, not taken back; the oldest first. */
  depositable: question<{
    readonly total: number
    readonly sum: Cents
    readonly payments: readonly Payment[]
    /** The account of the latest deposit, proposed again. */
    readonly account: string
  }>()(z.strictObject({ mode: z.enum(depositModes).default('cheque'), ...page })),
  /**
   * Brings payments to the bank together, under the next number of the year. Refuses what is deposited already, credited,
   * taken back, or of another mode; and cash that was counted to another sum (`cashDiffers`).
   */
  makeDeposit: order<{ readonly id: number; readonly number: string; readonly total: Cents }>()(
    z.strictObject({
      mode: z.enum(depositModes).default('cheque'),
      payments: depositFacts.payments,
      madeOn: depositFacts.madeOn.default(''),
      account: depositFacts.account.default(''),
      counted: counted.default([]),
      note: depositFacts.note.default(''),
    }),
  ),
  /** Changes what is given of a deposit the bank does not have yet; payments left out wait again. */
  changeDeposit: order<{ readonly revision: number; readonly total: Cents }>()(
    z.strictObject({ id: identifier, revision: z.int().min(0), ...z.object(depositFacts).partial().shape }),
  ),
  /** Says when the bank had it: each payment is credited that day, and from then on can only be taken back by a reversal. */
  bankDeposit: order<{ readonly revision: number }>()(z.strictObject({ id: identifier, day: wholeDay })),
  /** Takes a deposit apart that the bank does not have: its payments wait again. */
  removeDeposit: order<{ readonly freed: number }>()(z.strictObject({ id: identifier })),
  /** Deposits, the latest first; `waiting`: those the bank does not have yet. */
  deposits: question<{ readonly total: number; readonly deposits: readonly Deposit[] }>()(
    z.strictObject({ waiting: z.boolean().default(false), ...page }),
  ),
  /** One with its payments. */
  deposit: question<{ readonly deposit: Deposit; readonly payments: readonly Payment[] }>()(
    z.strictObject({ id: identifier }),
  ),
  /** Typesets its slip (PDF, A4). */
  depositSlip: work<Paper & { readonly pages: number }>()(z.strictObject({ id: identifier })),
}
