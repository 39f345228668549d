/** What may be asked about reminders: the ladder, who stands before which rung, the letters of a rung. */
import { z } from 'zod'
import type { Cents } from '../kit/money.ts'
import { identifier, line, nothing, order, question, work } from '../kit/request.ts'
import { type KeptPaper, type LettersReport, letterText, letterWay } from '../letters/letters.requests.ts'
import { type Rung, rungDoings } from './reminders.rules.ts'

const rungInput = z.strictObject({
  /** What the log calls it; kept when the name changes. */
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: line(60).refine((name) => name !== '', { error: 'too_small' }),
  does: z.enum(rungDoings),
  afterDays: z.int().min(0).max(1000),
  ...letterText,
  slip: z.boolean().default(true),
})

/** Somebody who stands before a rung. */
export type Standing = {
  readonly id: number
  readonly displayName: string
  readonly owed: Cents
  /** The rung before, by name, and its day; empty: none. */
  readonly last: string
  readonly lastOn: string
  /** From when on the rung is due. */
  readonly on: string
}
export type RungStanding = {
  readonly code: string
  readonly name: string
  readonly does: Rung['does']
  /** Those for whom it is due that day. */
  readonly due: number
  readonly owed: Cents
  /** Those it waits for: the next day on which it is due for somebody; empty: nobody. */
  readonly waiting: number
  readonly nextOn: string
  /** The first of those for whom it is due, in the order of names. */
  readonly people: readonly Standing[]
}

export type RemindersMade = {
  readonly post?: KeptPaper
  readonly drafts?: KeptPaper
  readonly report: LettersReport
  /** The run in the log; 0 for a proof. */
  readonly mailing: number
}

export const remindersRequests = {
  /** The ladder, from the bottom; `own`: the association has said it, otherwise it is the usual one. */
  ladder: question<{ readonly rungs: readonly Rung[]; readonly own: boolean }>()(nothing),
  /** Says the whole ladder; none brings the usual one back. Refuses a code twice and a field that does not exist, by its name. */
  setLadder: order<{ readonly rungs: number }>()(z.strictObject({ rungs: z.array(rungInput).max(12) })),
  /**
   * Who stands before which rung for a year today, and why: members who were asked and owe something, neither paid, dead,
   * exempt, stopped nor gone.
   */
  due: question<{ readonly rungs: readonly RungStanding[]; readonly done: number }>()(
    z.strictObject({ year: identifier, shown: z.int().min(0).max(1000).default(200) }),
  ),
  /**
   * Writes the letters of a rung to those for whom it is due (`contacts`: to these alone of them), notes them as one act.
   * A proposal to the board gives the list of names. Refuses as `letters.write`.
   */
  write: work<RemindersMade>()(
    z.strictObject({
      year: identifier,
      rung: z.string().min(1).max(40),
      contacts: z.array(identifier).max(20_000).optional(),
      ...letterWay,
    }),
  ),
}
