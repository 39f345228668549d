/** What may be asked about labels and envelopes: who gets one, and the sheets. */
import { z } from 'zod'
import type { KeptPaper } from '../kit/papers.ts'
import { line, work } from '../kit/request.ts'
import { contactFilter } from '../people/people.requests.ts'
import type { PostalWarning } from '../people/postal.rules.ts'
import { onSheets, sheetName } from '../sheets/sheets.requests.ts'
import type { Unreached } from './letters.rules.ts'

type Named = { readonly id: number; readonly name: string }

export type LabelsReport = {
  readonly labels: number
  /** People reached: those of a household share a label. */
  readonly people: number
  readonly pages: number
  /** Who gets none and why, the first thousand; `unreached` counts them all. */
  readonly nobody: readonly (Named & { readonly why: Unreached })[]
  readonly unreached: number
  /** Addresses beyond the norm of the posts: a line of more than 38 characters, too many lines. */
  readonly doubtful: readonly (Named & { readonly warnings: readonly PostalWarning[] })[]
  /** Addresses that do not hold in a label: their place stays blank. */
  readonly tooLong: readonly Named[]
  readonly missing: readonly (Named & { readonly text: string })[]
}

export type LabelsMade = {
  readonly file: KeptPaper
  readonly report: LabelsReport
  /** The run in the log; 0 when nothing was noted. */
  readonly mailing: number
}

const whom = {
  filter: contactFilter.prefault({}),
  /** One label for people who share an address. */
  byHousehold: z.boolean().default(true),
  /** Also for those who prefer e-mail. */
  preferEmail: z.boolean().default(false),
}

export const labelsRequests = {
  /** Who would get a label, before anything is made. */
  look: work<LabelsReport>()(z.strictObject(whom)),
  /**
   * Sets the addresses of those a filter lets through on sheets or envelopes, in the order of the posts. Changes nothing, unless
   * `about` is given: then it is noted, as one act, who was written to. Refuses `nothingToPrint`, `notFound` for a format that is
   * not there, a first cell the sheet has not (`noSuchCell`).
   */
  print: work<LabelsMade>()(
    z.strictObject({
      ...whom,
      format: sheetName.default('L7163'),
      ...onSheets,
      /** The association and its address, above each. */
      sender: z.boolean().default(false),
      /** The first sheet alone, with nothing noted. */
      proof: z.boolean().default(false),
      /** What the mailing is about, in the log of each: `Bulletin de mai`. */
      about: line(120).default(''),
    }),
  ),
}
