/** What may be asked about verification forms: printed, found again by their reference, answered. */
import { z } from 'zod'
import type { KeptPaper } from '../../kit/papers.ts'
import { day, identifier, line, lines, nothing, order, question, work } from '../../kit/request.ts'
import { answerInput } from '../consents/consents.requests.ts'
import { type Contact, contactFilter, contactInput, partialDay } from '../people.requests.ts'
import type { VerificationForm } from './forms.rules.ts'

export type FormFound = {
  readonly id: number
  readonly displayName: string
  readonly reference: string
  readonly city: string
  /** Day when the record was last confirmed; empty: never. */
  readonly confirmed: string
}

export type FormsReport = {
  readonly printed: number
  readonly pages: number
  /** Those whose form has no address to be sent to. */
  readonly withoutAddress: number
  /** What no font can draw, by person. */
  readonly missing: readonly { readonly id: number; readonly name: string; readonly text: string }[]
}

/** Somebody of the list who gets no form. */
export type LeftOutOfForms = {
  readonly id: number
  readonly name: string
  readonly why: 'organisation' | 'deceased' | 'trashed'
}

const dayOrNone = z.union([z.literal(''), day]).default('')

export const formsRequests = {
  /**
   * Prints the forms of the living persons whom a filter lets through, each in their language, placed for a window
   * envelope; says who of them gets none, and why (the first hundred). Refuses `nothingToPrint`, and `glyphMissing` unless `evenIfMissing`.
   */
  print: work<
    KeptPaper & {
      readonly report: FormsReport
      readonly leftOut: { readonly count: number; readonly first: readonly LeftOutOfForms[] }
    }
  >()(
    z.strictObject({
      filter: contactFilter.prefault({}),
      /** What the list is called: a part of the title and of the file's name. */
      list: line(80).default(''),
      /** `post`: as the posts sort, by country, postcode, street; else as the list. */
      order: z.enum(['name', 'post']).default('name'),
      /** Where answers go back to, one line each. */
      returnTo: lines(400).default(''),
      /** Day, month or year before which they are awaited; empty: no word of it. */
      returnBy: partialDay,
      evenIfMissing: z.boolean().default(false),
    }),
  ),
  /** Whose form it is: by its reference, else by the beginning of the name. */
  find: question<{ readonly found: readonly FormFound[] }>()(z.strictObject({ typed: line(200) })),
  /** A person's form as it would be printed, and the record to correct. */
  of: question<{ readonly form: VerificationForm; readonly contact: Contact }>()(
    z.strictObject({ contact: identifier }),
  ),
  /**
   * Keeps an answer as one act: the record as corrected (left out: it is as it was), the answers about publication, and
   * that the record was confirmed that day. Refuses as `people.update` and `consents.record` do.
   */
  answer: order<{ readonly id: number; readonly revision: number; readonly consents: number }>()(
    z.strictObject({
      contact: identifier,
      revision: z.int().min(0),
      sheet: contactInput.optional(),
      answers: z.array(answerInput).max(60).default([]),
      /** Day of the answer; empty: today. */
      day: dayOrNone,
      /** Where the paper lies. */
      proof: line().default(''),
    }),
  ),
  /** How many answers were kept today and still stand. */
  tally: question<{ readonly today: number }>()(nothing),
}
