/** What may be asked about receipts: by source, year, month and group, and who came and went. No double entry. */
import { z } from 'zod'
import type { Cents } from '../kit/money.ts'
import { identifier, question } from '../kit/request.ts'
import type { ContactStatus } from '../people/people.requests.ts'
import type { LineKind } from './dues.rules.ts'

const calendarYear = z.int().min(1900).max(2200)

/** What came in from each source; a source of which nothing came is absent. */
export type BySource = Readonly<Partial<Record<LineKind, Cents>>>

export const moves = ['kept', 'lost', 'won'] as const
export type Move = (typeof moves)[number]

export const accountRequests = {
  /**
   * Receipts by the day they came in: every calendar year by source, and a year by month (`months[0]` is January) beside the
   * year before. What was taken back counts on the day it was.
   */
  accounts: question<{
    readonly year: number
    /** The latest first. */
    readonly years: readonly { readonly year: number; readonly total: Cents; readonly sources: BySource }[]
    readonly months: readonly { readonly total: Cents; readonly before: Cents; readonly sources: BySource }[]
  }>()(z.strictObject({ year: calendarYear.optional() })),
  /** What came from the people of each group in a calendar year; whoever is in two groups counts in both. */
  accountsByGroup: question<{
    readonly groups: readonly {
      readonly id: number
      readonly kind: string
      readonly name: string
      readonly people: number
      readonly total: Cents
      readonly dues: Cents
    }[]
  }>()(z.strictObject({ year: calendarYear })),
  /**
   * Who took part in one year of dues and in another: by a payment, a due that covers them, or one said to be settled. Counts,
   * and a page of those who were `kept`, `lost` or `won`, in the order of names.
   */
  moves: question<{
    readonly counts: Readonly<Record<Move, number>>
    readonly people: readonly { readonly id: number; readonly displayName: string; readonly status: ContactStatus }[]
  }>()(
    z.strictObject({
      from: identifier,
      to: identifier,
      who: z.enum(moves).default('lost'),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /**
   * Of those who took part for the first time in each year of dues, how many did in each year since; the earliest year
   * first, `kept[0]` are all of them.
   */
  cohorts: question<{
    readonly years: readonly { readonly id: number; readonly name: string }[]
    readonly cohorts: readonly { readonly year: number; readonly name: string; readonly kept: readonly number[] }[]
  }>()(z.strictObject({})),
  /**
   * Renewals of a year of dues still to come, by the month in which each paid the year before: how many, and what they owe. A
   * month that is over says who is late in their own habit.
   */
  renewals: question<{
    readonly before: string
    readonly months: readonly { readonly month: string; readonly people: number; readonly owed: Cents }[]
    /** The part of those of the year before the last who came back then: what to expect, in thousandths. */
    readonly usual: number | null
  }>()(z.strictObject({ year: identifier })),
}
