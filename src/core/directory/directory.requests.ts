/** What may be asked of the directory's room. */
import { z } from 'zod'
import { identifier, line, nothing, question, work } from '../kit/request.ts'
import type { Paper } from '../papers/papers.requests.ts'
import type { defaultChoices, PublishedField } from '../people/consents/consents.rules.ts'
import { type DirectoryReport, directoryImpositions, directoryStandards } from './directory.rules.ts'
import { lookChoices } from './look.rules.ts'

/** Who is printed and who is not, and why; what was shortened; what no font can draw. */
export type DirectoryProof = {
  readonly printed: number
  readonly left: readonly {
    readonly id: number
    readonly name: string
    /** `opposed`: refuses to appear. `minor`: nobody agreed for them. `notPublished`: the association publishes no names. */
    readonly why:
      | 'trashed'
      | 'resigned'
      | 'struckOff'
      | 'deceased'
      | 'lost'
      | 'contact'
      | 'opposed'
      | 'minor'
      | 'notPublished'
  }[]
  /** Who is printed with less than the others, having refused some of it. */
  readonly withheld: readonly {
    readonly id: number
    readonly name: string
    readonly fields: readonly PublishedField[]
  }[]
  /** E-mails that do not look like any, and so are not printed. */
  readonly doubtful: readonly { readonly id: number; readonly name: string; readonly email: string }[]
  readonly missing: readonly {
    readonly id: number
    readonly name: string
    readonly field: string
    readonly text: string
  }[]
  readonly shortened: readonly {
    readonly id: number
    readonly name: string
    readonly text: string
    readonly how: 'narrowed' | 'wrapped'
  }[]
}

export const directoryOptions = z.strictObject({
  /** An arranged edition: its name, language, look, sections and entries are its own, and those given here are not looked at. */
  of: identifier.optional(),
  /** Name of the edition, `2026`; empty: the year of today. */
  edition: line(40).default(''),
  language: z.enum(['fr', 'en']).optional(),
  imposition: z.enum(directoryImpositions).default('pages'),
  /** Of pages in reading order alone: those of a sheet have no order to be read in. */
  standard: z.enum(directoryStandards).default('ordinary'),
  look: lookChoices.prefault({}),
  /** Prints even when some characters can be drawn by no font (they are then left out, and the proof says where). */
  evenIfMissing: z.boolean().default(false),
})

export type DirectoryOptions = z.output<typeof directoryOptions>

export const directoryRequests = {
  /**
   * Typesets the directory. Refuses when nobody would be printed (`nothingToPrint`), a glyph is missing (`glyphMissing`), the look
   * cannot be set (`lookImpossible`), or sheets are asked to be what pages alone can be (`notOnSheets`).
   */
  typeset: work<
    Paper & { readonly report: Pick<DirectoryReport, 'pages' | 'sheets' | 'sheet'>; readonly proof: DirectoryProof }
  >()(directoryOptions),
  /** What would be printed, without typesetting. */
  summary: question<{
    readonly printed: number
    readonly left: number
    readonly edition: string
    /** What is printed of those who said nothing. */
    readonly choice: (typeof defaultChoices)[number]
  }>()(nothing),
}
