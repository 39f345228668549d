/** What may be asked of the exchange room: lists coming in and going out. */
import { z } from 'zod'
import { chunk, deskAct, line, question, work } from '../kit/request.ts'
import { exportRequests } from './export.requests.ts'
import type { WarningCode } from './warning.rules.ts'

/** A file on its way in: staged beside the register, never inside it. */
const staging = z.string().regex(/^[a-f0-9]{32}$/)

/**
 * What a column may be read as. `extra` keeps the column under its own header; `skip` leaves it aside.
 * `fullName` and `fullAddress` are taken apart.
 */
export const columnTargets = [
  'skip',
  'extra',
  'kind',
  'memberNumber',
  'civility',
  'title',
  'firstName',
  'otherNames',
  'particle',
  'lastName',
  'fullName',
  'birthName',
  'studiedName',
  'nobility',
  'honours',
  'suffix',
  'organisation',
  'acronym',
  'originalName',
  'status',
  'category',
  'group',
  'joined',
  'profession',
  'email',
  'phone',
  'mobile',
  'emailLabel',
  'phoneLabel',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'fullAddress',
  'addressLabel',
  'addressLines',
  'sortOverride',
  'pronoun',
  'born',
  'birthPlace',
  'died',
  'languages',
  'aliases',
  'tags',
  'left',
  'confirmed',
  'stayHouse',
  'staySince',
  'stayUntil',
  'stayRoom',
  'stayProgramme',
  'mandateBody',
  'mandateFunction',
  'mandateSince',
  'mandateUntil',
  'mandateElection',
  'mandateDeclared',
  'mandateEndDeclared',
  'notes',
] as const
export type ColumnTarget = (typeof columnTargets)[number]

/** How the file is to be read; what is absent is recognised. */
export const reading = z.strictObject({
  /** Letter for letter as the workbook names it. */
  sheet: z.string().max(120).optional(),
  encoding: z
    .enum([
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1252',
      'iso-8859-15',
      'macintosh',
      'ibm850',
      'utf-32le',
      'utf-32be',
    ])
    .optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** Line of the header, counted from 1; 0 when the file has none. */
  headerRow: z.int().min(0).max(1000).optional(),
})
export type Reading = z.output<typeof reading>

export const mapping = z.array(z.enum(columnTargets)).max(256)

export type LineWarning = {
  readonly line: number
  readonly column?: string
  readonly code: WarningCode
  readonly text: string
}

export type Look = {
  readonly format: 'csv' | 'xlsx'
  readonly sheets: readonly string[]
  readonly reading: {
    readonly sheet?: string
    readonly encoding?: string
    readonly delimiter?: string
    readonly headerRow: number
  }
  readonly columns: readonly {
    readonly header: string
    readonly samples: readonly string[]
    readonly target: ColumnTarget
    /** Why this target: the header's words, the look of the data, the same file as last time, or nothing. */
    readonly because: 'header' | 'data' | 'remembered' | 'none'
  }[]
  readonly rows: number
  readonly warnings: readonly LineWarning[]
}

export type PreviewOutcome = 'created' | 'changed' | 'unchanged' | 'refused'

export type PreviewLine = {
  /** Line of the file, as its reader counts them (1-based, header included). */
  readonly line: number
  readonly outcome: PreviewOutcome
  readonly name: string
  /** The record it matched, and why. */
  readonly matched?: {
    readonly id: number
    readonly name: string
    readonly because: 'memberNumber' | 'nameAndEmail' | 'name'
  }
  readonly changes: readonly { readonly field: string; readonly old: string; readonly new: string }[]
  readonly problems: readonly LineWarning[]
  /** What tells a new contact apart from others of the name: number, city, e-mail, telephone. */
  readonly about: readonly string[]
  /** It would change a record that is known by nothing but the name: somebody should look. */
  readonly toCheck: boolean
  /** What was chosen for this line against the proposal; the outcome and the counts say what it comes to. */
  readonly choice?: Exclude<LineChoice, 'proposed'>
}

/** What may be chosen for a line: what is proposed, a new record because it is someone else, or nothing at all. */
export const lineChoices = ['proposed', 'other', 'leave'] as const
export type LineChoice = (typeof lineChoices)[number]

export type PreviewCounts = Readonly<Record<PreviewOutcome, number>>

export type Preview = {
  /** Names this preview: an import refers to it, and is refused when the register has changed since (`importStale`). */
  readonly preview: string
  /** Lines that were chosen to be left are in none of these. */
  readonly counts: PreviewCounts
  readonly warnings: number
  /** Lines to check that nobody has chosen for yet. */
  readonly toCheck: number
}

export const exchangeRequests = {
  /** Brings a piece of a file in; the first call has no `staging`. At most 110 MB in all. */
  stage: deskAct<{ readonly staging: string; readonly size: number }>()(
    z.strictObject({ staging: staging.optional(), name: line(255), chunk }),
  ),
  /** Forgets a staged file. */
  discard: deskAct<{ readonly discarded: boolean }>()(z.strictObject({ staging })),
  /** Reads the staged file and proposes what each column is. */
  look: work<Look>()(z.strictObject({ staging, reading: reading.default({}) })),
  /** Says for each line what importing would do. */
  preview: work<Preview>()(z.strictObject({ staging, reading: reading.default({}), mapping })),
  previewLines: question<{ readonly total: number; readonly lines: readonly PreviewLine[] }>()(
    z.strictObject({
      preview: staging,
      /** The outcome proposed for the line, whatever was chosen since. */
      outcome: z.enum(['created', 'changed', 'unchanged', 'refused', 'toCheck']).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
  ),
  /**
   * Chooses for one line of a preview; lines that repeat one that is left are left with it. Refuses `invalidInput` for
   * an unknown line, `other` where the number is known, and anything but `leave` for what repeats a line that is left.
   */
  decide: deskAct<Omit<Preview, 'preview'>>()(
    z.strictObject({ preview: staging, line: z.int().min(1), choice: z.enum(lineChoices) }),
  ),
  /**
   * Imports what the preview showed, all or nothing, as one act. Refuses to change most of an existing register
   * (`importTooSweeping`) unless `evenIfSweeping`. Lines the preview refused are left out only when `leaveRefused`.
   * When everything is there already there is no act: `act` is 0.
   */
  import: work<{ readonly act: number; readonly counts: PreviewCounts }>()(
    z.strictObject({
      preview: staging,
      leaveRefused: z.boolean().default(false),
      evenIfSweeping: z.boolean().default(false),
    }),
  ),
  ...exportRequests,
  /** Fills the register with invented people, the same for the same seed. */
  invent: work<{ readonly act: number; readonly created: number }>()(
    z.strictObject({ people: z.int().min(1).max(200_000), seed: z.int().min(0).max(0xffffffff).default(1) }),
  ),
}
