/** What may be asked about dues: years and their rates, what is owed, the money that came in, and where each one stands. */
import { z } from 'zod'
import { type Cents, centsOrNone, centsPaid } from '../kit/money.ts'
import { identifier, line, lines, nothing, order, orderInSlices, question } from '../kit/request.ts'
import { type DuesState, duesStates } from '../people/lists/dues-state.rules.ts'
import type { ContactStatus } from '../people/people.requests.ts'
import {
  type DueSaid,
  doubts,
  dueSaid,
  type LineKind,
  lineKinds,
  type PaymentMode,
  paymentModes,
  type RateFacts,
  type YearKind,
  yearKinds,
} from './dues.rules.ts'

/** A whole day; that the calendar has it is checked by the room, so that the refusal says so. */
const wholeDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const dayOrNothing = z.union([z.literal(''), wholeDay]).default('')
const page = { offset: z.int().min(0).max(10_000_000).default(0), limit: z.int().min(1).max(500).default(100) }

const yearFacts = {
  name: line(60).refine((name) => name !== ''),
  kind: z.enum(yearKinds),
  starts: wholeDay,
  ends: wholeDay,
  /** What is not paid by then is late; empty: at the end of the year. */
  dueBy: dayOrNothing,
  /** Who pays for the first time from this day on is proposed the next year. */
  lateFrom: dayOrNothing,
}

export const rateInput = z.strictObject({
  category: line(80).refine((name) => name !== ''),
  cents: centsOrNone.default(0 as Cents),
  free: z.boolean().default(false),
  persons: z.int().min(1).max(20).default(1),
  votes: z.int().min(0).max(20).default(1),
  eligible: z.boolean().default(true),
  directoryCopy: z.boolean().default(true),
  legalPerson: z.boolean().default(false),
  life: z.boolean().default(false),
  exempt: z.boolean().default(false),
  decision: line(200).default(''),
  decidedOn: dayOrNothing,
})

export const lineInput = z.strictObject({
  kind: z.enum(lineKinds),
  /** Whose due it is, or who gave, or took part; a due has one. */
  contact: identifier.nullable().default(null),
  /** The year of a due. */
  year: identifier.nullable().default(null),
  cents: centsPaid,
  /** The fund of a gift, the name of a service or an event. */
  label: line(120).default(''),
})
export type LineInput = z.output<typeof lineInput>

export const paymentInput = z.strictObject({
  /** Who paid, when it is a contact; else in words. */
  payer: identifier.nullable().default(null),
  payerName: line(120).default(''),
  mode: z.enum(paymentModes),
  /** When it came in; today when left out. */
  receivedOn: dayOrNothing,
  /** When the bank had it. */
  creditedOn: dayOrNothing,
  /** Number of the cheque, words of the transfer, number of the order. */
  reference: line(80).default(''),
  /** Who signed the cheque, and its bank. */
  drawer: line(120).default(''),
  bank: line(80).default(''),
  /** When it was not in euros: the currency (`CHF`), the amount in its hundredths, what the bank kept in cents. */
  currency: z
    .string()
    .regex(/^([A-Z]{3})?$/)
    .default(''),
  foreignAmount: centsOrNone.default(0 as Cents),
  charges: centsOrNone.default(0 as Cents),
  note: lines(1000).default(''),
  lines: z.array(lineInput).min(1).max(100),
})
export type PaymentInput = z.output<typeof paymentInput>

export type Rate = RateFacts & { readonly id: number; readonly cents: Cents }

export type DueYear = {
  readonly id: number
  readonly revision: number
  readonly name: string
  readonly kind: YearKind
  readonly starts: string
  readonly ends: string
  readonly dueBy: string
  readonly lateFrom: string
  readonly closed: boolean
  readonly rates: readonly Rate[]
}

/** Sums of a year. `received` is all that came in for it, whoever it was for. */
export type YearTotals = {
  readonly asked: Cents
  readonly received: Cents
  readonly stillOwed: Cents
  readonly states: Readonly<Partial<Record<DuesState, number>>>
}

/** Where a contact stands for a year. */
export type DuesLine = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  readonly category: string
  readonly state: DuesState
  readonly owed: Cents
  readonly paid: Cents
  /** The latest day money came in for it; empty when none did. */
  readonly lastPaid: string
  readonly reason: string
  /** Whose due covers this one, by name. */
  readonly coveredBy: string
}

export type PaymentLine = {
  readonly id: number
  readonly kind: LineKind
  readonly contact: number | null
  readonly contactName: string
  readonly year: number | null
  readonly yearName: string
  readonly cents: Cents
  readonly label: string
}

export type Payment = {
  readonly id: number
  readonly revision: number
  readonly payer: number | null
  /** The name of the contact, or the words. */
  readonly payerName: string
  readonly mode: PaymentMode
  readonly receivedOn: string
  readonly creditedOn: string
  readonly reference: string
  readonly drawer: string
  readonly bank: string
  readonly currency: string
  readonly foreignAmount: Cents
  readonly charges: Cents
  readonly note: string
  /** The sum of its lines. */
  readonly total: Cents
  readonly reversalOf: number | null
  readonly reversedBy: number | null
  /** The deposit it was brought to the bank in, and its number; empty when in none. */
  readonly deposit: number | null
  readonly depositNumber: string
  readonly lines: readonly PaymentLine[]
}

/** A year in the ledger of a contact. */
export type LedgerYear = {
  readonly year: number
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly closed: boolean
  readonly state: DuesState | ''
  readonly said: DueSaid | ''
  readonly category: string
  readonly owed: Cents
  readonly paid: Cents
  readonly reason: string
  readonly coveredBy: string
}

/** What a contact may pay: a line of the payment to be, with why it is proposed. */
export type ProposedLine = {
  readonly contact: number
  readonly displayName: string
  readonly year: number
  readonly yearName: string
  readonly cents: Cents
  /** `owed`: asked and not paid; `rate`: what the category pays; `next`: the next year, since this one is paid or late. */
  readonly why: 'owed' | 'rate' | 'next'
  /** Names of the others it covers. */
  readonly covers: readonly string[]
}

export const duesRequests = {
  /** Every year with its rates, the latest first; `usual`: what is proposed when there is none, `next` the year that would come next. */
  years: question<{
    readonly years: readonly DueYear[]
    readonly usual: readonly RateFacts[]
    readonly next: { readonly name: string; readonly kind: YearKind; readonly starts: string; readonly ends: string }
  }>()(nothing),
  /** Opens a year with its rates. Refuses a name that is taken, an end before its beginning, days of another year (`yearOverlaps`). */
  createYear: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({ ...yearFacts, rates: z.array(rateInput).max(60).default([]) }),
  ),
  /** Changes what is given; a closed year takes neither payment nor change until it is opened again. */
  updateYear: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      id: identifier,
      revision: z.int().min(0),
      ...z.object({ ...yearFacts, dueBy: dayOrNothing.unwrap(), lateFrom: dayOrNothing.unwrap() }).partial().shape,
      closed: z.boolean().optional(),
    }),
  ),
  /** Says the rates of a year, whole: those left out go, unless something was asked after them (`stillUsed`). */
  setRates: order<{ readonly changed: number }>()(
    z.strictObject({ year: identifier, rates: z.array(rateInput).max(60) }),
  ),
  /**
   * Asks every member for the due of their category: those who were not asked and have not paid for life. One due is asked of
   * people of a household whose category covers several. `without`: members whose category has no rate.
   */
  ask: orderInSlices<{ readonly asked: number; readonly covered: number; readonly without: number }>()(
    z.strictObject({
      year: identifier,
      /** These alone; everybody when left out. */
      contacts: z.array(identifier).max(20_000).optional(),
    }),
  ),
  /**
   * Says what a contact owes for a year, or that nothing is due and why. Of one whose due covers others, that nothing is due
   * would hold for all of them: it is refused (`coversOthers`) unless `together`; else the others are asked by themselves.
   */
  setDue: order<{ readonly id: number }>()(
    z.strictObject({
      contact: identifier,
      year: identifier,
      said: z.enum(dueSaid),
      /** What is owed; the rate of the category when left out. */
      cents: centsOrNone.optional(),
      /** From when on; from the beginning when empty. */
      since: dayOrNothing,
      reason: line(200).default(''),
      together: z.boolean().default(false),
    }),
  ),
  /** What a contact would pay on a day: what is owed first, with those of the household it pays for; `earlier`: older years not paid. */
  propose: question<{ readonly lines: readonly ProposedLine[]; readonly earlier: readonly ProposedLine[] }>()(
    z.strictObject({
      contact: identifier,
      day: dayOrNothing,
      /** The year one is entering payments of; that of the day when left out, or when it is closed. */
      year: identifier.optional(),
    }),
  ),
  /**
   * Records money that came in. Refuses a closed year, a day that does not exist or has not come, a record in the trash or
   * merged; `paymentDoubtful` what may be a mistake (the same payment twice, somebody who died, more than is owed) unless
   * it is in `confirmed`.
   */
  recordPayment: order<{ readonly id: number; readonly total: Cents; readonly stillOwed: Cents }>()(
    paymentInput.extend({ confirmed: z.array(z.enum(doubts)).max(3).default([]) }),
  ),
  /**
   * Takes a payment back by an opposite one, on a day (today when left out): how what was banked is corrected, a cheque that
   * comes back unpaid too. One in a deposit the bank does not have yet is refused (`inDeposit`): it is taken out of it first.
   * `receipts`: numbers of those given for it that stand, which are to be cancelled since the money is no more there.
   */
  reverse: order<{ readonly id: number; readonly receipts: readonly string[] }>()(
    z.strictObject({ payment: identifier, day: dayOrNothing, note: lines(1000).default('') }),
  ),
  /** Says what the unassigned money of a payment was for; what the lines leave stays unassigned. Doubts as in `recordPayment`. */
  assign: order<{ readonly rest: Cents }>()(
    z.strictObject({
      payment: identifier,
      lines: z.array(lineInput).min(1).max(100),
      confirmed: z.array(z.enum(doubts)).max(3).default([]),
    }),
  ),
  /** When the bank had payments; empty takes it back. Refuses those of a deposit, which are credited together. */
  credit: order<{ readonly changed: number }>()(
    z.strictObject({ payments: z.array(identifier).min(1).max(500), day: z.union([z.literal(''), wholeDay]) }),
  ),
  /** Payments, the latest first. */
  payments: question<{ readonly total: number; readonly sum: Cents; readonly payments: readonly Payment[] }>()(
    z.strictObject({
      from: dayOrNothing,
      until: dayOrNothing,
      mode: z.enum(paymentModes).optional(),
      /** Paid by this contact, or for it. */
      contact: identifier.optional(),
      year: identifier.optional(),
      /** Those with money nobody assigned yet. */
      unassigned: z.boolean().default(false),
      ...page,
    }),
  ),
  /** The state of a contact for a year (that of the day when left out), on a day: what had come in by then. */
  state: question<{
    readonly year: number | null
    readonly yearName: string
    readonly state: DuesState | ''
    readonly owed: Cents
    readonly paid: Cents
    readonly inGoodStanding: boolean
  }>()(z.strictObject({ contact: identifier, year: identifier.optional(), day: dayOrNothing })),
  /** The ledger of a contact: each year from its first, gaps included, and every payment by it or for it. */
  ofContact: question<{
    readonly years: readonly LedgerYear[]
    readonly payments: readonly Payment[]
    readonly paid: Cents
  }>()(z.strictObject({ contact: identifier })),
  /** A year: its sums, and who stands where, in the order of names. */
  year: question<{ readonly totals: YearTotals; readonly total: number; readonly lines: readonly DuesLine[] }>()(
    z.strictObject({
      year: identifier,
      day: dayOrNothing,
      states: z.array(z.enum(duesStates)).max(duesStates.length).default([]),
      search: line(200).default(''),
      ...page,
    }),
  ),
  /** The fields of records in which lists kept dues (`Cotisation 2024`), with their year; `taken`: all of it is in the ledger. */
  columns: question<{
    readonly columns: readonly {
      readonly name: string
      readonly year: string
      readonly filled: number
      readonly taken: boolean
    }[]
  }>()(nothing),
  /**
   * Makes dues and payments of what such fields say, and their years where there are none: an amount, a day, `oui`, `exonéré`.
   * `unread` stay as they are, `known` were there already. Answers counts; as one act.
   */
  takeOver: orderInSlices<{
    readonly years: number
    readonly dues: number
    readonly payments: number
    readonly unread: number
    readonly known: number
  }>()(z.strictObject({ columns: z.array(line(80)).min(1).max(60) })),
}
