/** What may be asked of the register itself: the association's name, its history, its health. */
import { z } from 'zod'
import { country, identifier, line, nothing, orderInSlices, question, work } from '../kit/request.ts'

export type Association = {
  readonly name: string
  /** Language of the papers. */
  readonly language: 'fr' | 'en'
  /** ISO 3166-1 alpha-2 of the country the association posts from; its name is left out of addresses. */
  readonly country: string
  /** Accent colour of the window and the papers, `#rrggbb`. */
  readonly accent: string
}

/** One act of the journal. */
export type Act = {
  readonly id: number
  /** ISO 8601 instant. */
  readonly at: string
  /** Name of the order: `people.update`. */
  readonly name: string
  readonly by: string
  /** What the act was about, in a word or two the order gave: a name, a file. */
  readonly subject: string
  readonly rows: number
  /** How many records it touched; absent when it is too long to be counted at once. */
  readonly records?: number
  /** The act that undid this one. */
  readonly undoneBy?: number
  /** The act this one undid. */
  readonly undoes?: number
}

export type CheckReport = {
  readonly ok: boolean
  readonly integrity: readonly string[]
  readonly foreignKeys: number
  readonly totals: { readonly persons: number; readonly organisations: number; readonly acts: number }
  readonly schemaVersion: number
}

export const associationRequests = {
  read: question<Association>()(nothing),
  /** In slices: when the country changes, what people are sought by follows it. */
  update: orderInSlices<Association>()(
    z.strictObject({
      name: line(200).refine((name) => name.length > 0),
      language: z.enum(['fr', 'en']),
      country,
      accent: z.string().regex(/^#[0-9a-f]{6}$/),
    }),
  ),
}

export const historyRequests = {
  /** The latest acts first. */
  list: question<{ readonly acts: readonly Act[] }>()(
    z.strictObject({ before: identifier.optional(), limit: z.int().min(1).max(200).default(50) }),
  ),
  /** What one contact went through. */
  ofContact: question<{
    readonly changes: readonly {
      readonly act: number
      readonly at: string
      readonly name: string
      readonly by: string
      readonly table: string
      readonly old: Readonly<Record<string, unknown>> | null
      readonly new: Readonly<Record<string, unknown>> | null
    }[]
  }>()(z.strictObject({ id: identifier, limit: z.int().min(1).max(500).default(100) })),
  /** Undoes any act, whatever its age, unless later acts changed the same facts (`undoConflict`). Undoing an undoing does it again. */
  undo: orderInSlices<{ readonly act: number }>()(z.strictObject({ act: identifier })),
  check: work<CheckReport>()(nothing),
}
