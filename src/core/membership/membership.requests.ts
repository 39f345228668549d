/** What membership gives on paper: who is in good standing on a day, who may vote, the cards. */
import { z } from 'zod'
import type { KeptPaper } from '../kit/papers.ts'
import { identifier, question, work } from '../kit/request.ts'
import type { DuesState } from '../people/lists/dues-state.rules.ts'
import { contactFilter } from '../people/people.requests.ts'
import { onSheets, sheetName } from '../sheets/sheets.requests.ts'

export const rollKinds = ['goodStanding', 'voters'] as const
export type RollKind = (typeof rollKinds)[number]

export type RollLine = {
  readonly id: number
  readonly memberNumber: string
  readonly displayName: string
  readonly category: string
  readonly state: DuesState
  readonly votes: number
}

const whichRoll = {
  kind: z.enum(rollKinds),
  year: identifier,
  /** The state as it was on a day: what had come in by then. Today when empty. */
  day: z.union([z.literal(''), z.iso.date()]).default(''),
  /** Voters: those in good standing alone, as statutes may say (rules-fr.md 2.4); otherwise every member. */
  reserved: z.boolean().default(true),
}

/** In millimetres: a smaller cell has no room for what a card says. */
export const smallestCard = { width: 80, height: 45 } as const

type Named = { readonly id: number; readonly name: string }

export type CardsReport = {
  readonly cards: number
  readonly pages: number
  /** Names that do not hold in a card: their place stays blank. */
  readonly tooLong: readonly Named[]
  /** What no font can draw, by person. */
  readonly missing: readonly (Named & { readonly text: string })[]
}

export const membershipRequests = {
  /**
   * Members in good standing for a year on a day, or those who may vote, in the order of names. Who is a member is told as of
   * today; votes are those of the rate, shared among the people it covers.
   */
  roll: question<{
    readonly total: number
    readonly votes: number
    readonly lines: readonly RollLine[]
  }>()(
    z.strictObject({
      ...whichRoll,
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /** The same as a file: pages to print and to file away, or a sheet. Refuses `nothingToPrint` when nobody is on it. */
  printRoll: work<KeptPaper & { readonly rows: number; readonly votes: number }>()(
    z.strictObject({ ...whichRoll, format: z.enum(['pdf', 'xlsx', 'ods', 'csv']).default('pdf') }),
  ),
  /**
   * Cards of those of a filter who are in good standing for a year, on sheets of cards as they are sold. `back`: with the
   * association's address on the other side, its columns mirrored. Changes nothing. Refuses `nothingToPrint`, `notFound` for
   * a format that is not there, a first cell the sheet has not (`noSuchCell`), a sheet too small for a card (`cardTooSmall`).
   */
  cards: work<{ readonly file: KeptPaper; readonly report: CardsReport }>()(
    z.strictObject({
      year: identifier,
      filter: contactFilter.prefault({}),
      format: sheetName.default('C32011'),
      ...onSheets,
      back: z.boolean().default(false),
      /** The first sheet alone. */
      proof: z.boolean().default(false),
    }),
  ),
}
