/** What may be asked about statements of the bank and of HelloAsso. */
import { z } from 'zod'
import type { Cents } from '../kit/money.ts'
import { identifier, line, order, orderInSlices, question } from '../kit/request.ts'
import { lineInput, type ProposedLine } from './dues.requests.ts'
import { doubts } from './dues.rules.ts'
import type { Why } from './statements.rules.ts'

export const statementStates = ['waiting', 'matched', 'skipped'] as const
export type StatementState = (typeof statementStates)[number]

/** What a line may be: a deposit the bank credits, a payment recorded already, or a payment of somebody. */
export type StatementProposal =
  | {
      readonly what: 'deposit'
      readonly id: number
      readonly number: string
      readonly count: number
      readonly why: readonly Why[]
    }
  | {
      readonly what: 'payment'
      readonly id: number
      readonly name: string
      readonly receivedOn: string
      readonly why: readonly Why[]
    }
  | {
      readonly what: 'contact'
      readonly id: number
      readonly name: string
      /** What would be paid, as `dues.propose` says it; empty: the money would wait to be assigned. */
      readonly lines: readonly ProposedLine[]
      readonly why: readonly Why[]
    }

export type StatementLine = {
  readonly id: number
  readonly account: string
  readonly day: string
  readonly label: string
  readonly cents: Cents
  readonly mode: 'transfer' | 'helloAsso'
  readonly reference: string
  readonly payer: string
  readonly beneficiary: string
  readonly email: string
  readonly state: StatementState
  readonly payment: number | null
  readonly deposit: number | null
  /** HelloAsso's own transfer: its payments come by its own file. */
  readonly payout: boolean
  /** The likeliest first; of a line that waits. */
  readonly proposals: readonly StatementProposal[]
}

const staging = z.string().regex(/^[0-9a-f]{32}$/)

export const statementRequests = {
  /**
   * Brings in the credits of a staged file (`exchange.stage`): CSV or workbook of any bank, OFX 1 or 2, HelloAsso's payments.
   * A line that is known already (account, day, amount, label, number of the bank) is left. Refuses a file whose columns
   * cannot be told (`statementUnread`), and, naming it, a row whose day or amount cannot be read (`statementRow`), unless
   * `leaveUnread`.
   */
  bringStatement: orderInSlices<{
    readonly kind: 'table' | 'helloAsso' | 'ofx'
    readonly added: number
    readonly known: number
    /** Rows that took money out; payments that were not made in the end; rows left because they cannot be read. */
    readonly debits: number
    readonly others: number
    readonly unread: number
  }>()(z.strictObject({ staging, account: line(60).default(''), leaveUnread: z.boolean().default(false) })),
  /** Lines in one state, the oldest first, with what each may be. */
  statementLines: question<{
    readonly counts: Readonly<Record<StatementState, number>>
    readonly lines: readonly StatementLine[]
  }>()(
    z.strictObject({
      state: z.enum(statementStates).default('waiting'),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(50).default(20),
    }),
  ),
  /**
   * Says what a line is: one of `deposit` (credited that day), `payment` (recorded already: credited that day), or `contact`
   * (a payment is recorded, for `lines`, else for what the contact owes; the rest waits to be assigned). Who it was is
   * remembered for the same label. Refuses as `recordPayment` and `bankDeposit` do, and a line that is dealt with
   * (`lineDone`).
   */
  confirmLine: order<{ readonly payment: number | null; readonly deposit: number | null }>()(
    z.strictObject({
      line: identifier,
      deposit: identifier.optional(),
      payment: identifier.optional(),
      contact: identifier.optional(),
      lines: z.array(lineInput).min(1).max(100).optional(),
      confirmed: z.array(z.enum(doubts)).max(3).default([]),
    }),
  ),
  /** Sets a line aside for good, or (`again`) makes it wait again. */
  skipLine: order<{ readonly state: StatementState }>()(
    z.strictObject({ line: identifier, again: z.boolean().default(false) }),
  ),
}
