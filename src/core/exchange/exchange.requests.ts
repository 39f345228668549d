/** What may be asked of the exchange room: lists coming in and going out. */
import { z } from 'zod'
import { chunk, deskAct, identifier, line, question, work } from '../kit/request.ts'
import type { Paper } from '../papers/papers.requests.ts'
import { accountFileRequests } from './accounts/accounts-file.requests.ts'
import { csvForms, exportRequests } from './export.requests.ts'
import { exportModelRequests } from './export-models.requests.ts'
import { type ProgramKey, programKeys } from './program.rules.ts'
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
  'addressKind',
  'addressSince',
  'addressUntil',
  'addressSeasonFrom',
  'addressSeasonUntil',
  'addressReturned',
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
  'groupSince',
  'groupUntil',
  'supportWay',
  'supportSubject',
  'supportField',
  'supportLanguages',
  'supportUntil',
  'supportNotes',
  'notes',
  'spouseName',
  'spouseCivility',
  'spouseFirstName',
  'spouseLastName',
  'spouseEmail',
  'spousePhone',
  'spouseBorn',
  'due',
] as const
export type ColumnTarget = (typeof columnTargets)[number]

/** Signs between the cells of a text. */
export const delimiters = [';', ',', '\t', '|', ':', '~', '^'] as const
/** Ways of writing letters as bytes that a list may be read by; the first seven are proposed by their look. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'iso-8859-5',
  'koi8-r',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-6',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-16',
] as const

/** How the file is to be read; what is absent is recognised. */
export const reading = z.strictObject({
  /** Letter for letter as the workbook names it. */
  sheet: z.string().max(120).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** Line of the header, counted from 1; 0 when the file has none. */
  headerRow: z.int().min(0).max(1000).optional(),
  /** Whether days in figures have their day or their month first; absent: what the cells show, else the program, else the day. */
  days: z.enum(['dayFirst', 'monthFirst']).optional(),
  /** The program whose lists it is read as; absent: the one its headings show. */
  program: z.enum(programKeys).optional(),
})
export type Reading = z.output<typeof reading>

export const mapping = z.array(z.enum(columnTargets)).max(256)

export type LineWarning = {
  readonly line: number
  readonly column?: string
  readonly code: WarningCode
  readonly text: string
}

/** A contact as a card says it, to be seen before the preview. */
export type CardSample = {
  readonly line: number
  /** Empty when the card names nobody. */
  readonly name: string
  /** Number, e-mail, telephone, city. */
  readonly about: readonly string[]
  readonly photo: boolean
}

export type Look = {
  readonly format: 'csv' | 'xlsx' | 'ods' | 'xml' | 'html' | 'vcard' | 'json' | 'sqlite'
  /** In the order in which they are proposed, the hidden ones last. */
  readonly sheets: readonly string[]
  /** Among them, those the workbook hides. */
  readonly hiddenSheets?: readonly string[]
  readonly reading: {
    readonly sheet?: string
    readonly encoding?: string
    readonly delimiter?: string
    readonly headerRow: number
    /** How days in figures are read; absent when the list has none. */
    readonly days?: 'dayFirst' | 'monthFirst'
  }
  /** The program whose list it is, recognised by its headings or chosen. */
  readonly program?: ProgramKey
  readonly columns: readonly {
    readonly header: string
    readonly samples: readonly string[]
    readonly target: ColumnTarget
    /** Why this target: the header's words, the look of the data, the same file as last time, or nothing. */
    readonly because: 'header' | 'data' | 'remembered' | 'none'
  }[]
  readonly rows: number
  readonly warnings: readonly LineWarning[]
  /** What was chosen for the last file with the same headers, to be handed to the preview. */
  readonly remembered?: FileChoices
  /** The first contacts of a file of address cards or of our own: it has no columns, and its mapping is empty. */
  readonly cards?: readonly CardSample[]
}

export type PreviewOutcome = 'created' | 'changed' | 'unchanged' | 'refused'

/**
 * What a list does to the records that exist: nothing, its own words in place of theirs, or only what takes the place of
 * nothing. New records are not concerned.
 */
export const importWays = ['skip', 'update', 'fill'] as const
export type ImportWay = (typeof importWays)[number]

const fieldWays = z.array(z.strictObject({ field: line(80), way: z.enum(importWays) })).max(400)
/** What is chosen for a whole file. */
export const fileChoices = z.strictObject({
  /** Two people named on one line become two records and a household; else one record, named as written. */
  couples: z.boolean().default(true),
  /** Photos inside cards become those of the records. */
  photos: z.boolean().default(true),
  way: z.enum(importWays).default('update'),
  /** Fields of the records that exist, with a way of their own. */
  fields: fieldWays.default([]),
})
export type FileChoices = z.output<typeof fileChoices>

/** Why a line is about a record. `household`: the one of that name who lives with the other of the couple. `chosen`: somebody said so. */
export type Because =
  | 'memberNumber'
  | 'nameAndEmail'
  | 'nameAndBirth'
  | 'nameAndPhone'
  | 'nameAndAddress'
  | 'nameAndBirthName'
  | 'household'
  | 'name'
  | 'chosen'

export type Matched = { readonly id: number; readonly name: string; readonly because: Because }

export type PreviewChange = {
  readonly field: string
  readonly old: string
  readonly new: string
  /** A part of an address that was empty, in one that the line contradicts elsewhere: to fill it would mix two places. */
  readonly mixes?: true
  /** The list still says what somebody took away by hand: left, unless the line alone is chosen to be updated. */
  readonly corrected?: { readonly at: string; readonly by: string }
  /** What was chosen for the column or the line leaves it. */
  readonly left?: true
}

export type PreviewLine = {
  /** Line of the file, as its reader counts them (1-based, header included). */
  readonly line: number
  /** Which of the two people a line about a couple names; absent for all others. */
  readonly part?: 1 | 2
  readonly outcome: PreviewOutcome
  readonly name: string
  /** The record it matched, and why. */
  readonly matched?: Matched
  /** Records of the name that it could also be, at most five, when nothing but the name would tell. */
  readonly candidates?: readonly (Matched & { readonly about: readonly string[] })[]
  readonly changes: readonly PreviewChange[]
  readonly problems: readonly LineWarning[]
  /** What tells a new contact apart from others of the name: number, city, e-mail, telephone. */
  readonly about: readonly string[]
  /** It would change a record that is known by nothing but the name: somebody should look. */
  readonly toCheck: boolean
  /** The other of a couple, with whom they are to share a household. */
  readonly coupleWith?: string
  /** What was chosen for this line against the proposal; the outcome and the counts say what it comes to. */
  readonly choice?: Exclude<LineChoice, 'proposed'>
}

/**
 * What may be chosen for a line: what is proposed; a new record because it is someone else; nothing at all; its words in
 * place of the record's or only where there are none, whatever the columns do; another record; a couple kept as one
 * record, named as written.
 */
export const lineChoices = ['proposed', 'other', 'leave', 'update', 'fill', 'record', 'asOne'] as const
export type LineChoice = (typeof lineChoices)[number]

export type PreviewCounts = Readonly<Record<PreviewOutcome, number>>

/** What a list would change in one field of the records that exist. */
export type FieldChanges = {
  readonly field: string
  /** Records in which it would take the place of something, and in which it takes the place of nothing. */
  readonly replaced: number
  readonly filled: number
  readonly way: ImportWay
  readonly samples: readonly { readonly name: string; readonly old: string; readonly new: string }[]
}

/** What the preview comes to, with all that was chosen. */
export type Foreseen = {
  /** Lines that were chosen to be left are in none of these. */
  readonly counts: PreviewCounts
  /** Lines that were chosen to be left. */
  readonly left: number
  readonly warnings: number
  /** Lines to check that nobody has chosen for yet. */
  readonly toCheck: number
  /** Lines that would write something and of which something is doubtful, those to check among them. */
  readonly doubtful: number
  /** Lines that still say what was corrected by hand since, which stays, and that nobody has chosen for yet. */
  readonly corrected: number
  /** Lines that name a couple and make two records. */
  readonly couples: number
  /** The way for fields that have none of their own. */
  readonly way: ImportWay
  /** Most records first. */
  readonly fields: readonly FieldChanges[]
  /** Dues that would be recorded, payments and their sum in cents; absent when the list tells of none. */
  readonly dues?: DuesForeseen
}

export type DuesForeseen = {
  readonly dues: number
  readonly payments: number
  readonly cents: number
  /** Years that the register does not have yet. */
  readonly years: readonly string[]
}

/** Names this preview: an import refers to it, and is refused when the register has changed since (`importStale`). */
export type Preview = Foreseen & { readonly preview: string }

export type Imported = {
  /** The act of the history; 0 when there was nothing to write. */
  readonly act: number
  readonly counts: PreviewCounts
  /** The fixed list that has the records of which something was doubtful and that nobody chose for, and how many this import put in. */
  readonly toCheck?: { readonly list: number; readonly records: number }
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
  preview: work<Preview>()(
    z.strictObject({ staging, reading: reading.default({}), mapping, choices: fileChoices.prefault({}) }),
  ),
  previewLines: question<{ readonly total: number; readonly lines: readonly PreviewLine[] }>()(
    z.strictObject({
      preview: staging,
      /** The outcome proposed for the line, whatever was chosen for it alone since. */
      outcome: z
        .enum(['created', 'changed', 'unchanged', 'refused', 'toCheck', 'doubtful', 'corrected', 'couples'])
        .optional(),
      /** Words of the name, each anywhere in it. */
      search: line(120).default(''),
      /** Lines that would change this field, as `fields` of the preview names it. */
      field: line(80).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
  ),
  /** Chooses again what is done with the records that exist, in all their fields or in some; answers what it then comes to. */
  weigh: deskAct<Foreseen>()(z.strictObject({ preview: staging, way: z.enum(importWays), fields: fieldWays })),
  /**
   * Chooses for one line of a preview; lines that repeat one that is left are left with it. Refuses `invalidInput` for
   * an unknown line, for what cannot be (`reason`): `other` or `asOne` where the number is known, anything but `leave`
   * for what repeats a line that is left, a record of the other kind, of another number, or that another line is about.
   */
  decide: deskAct<Foreseen>()(
    z.strictObject({
      preview: staging,
      line: z.int().min(1),
      part: z.literal([1, 2]).default(1),
      choice: z.enum(lineChoices),
      /** The record that the line is about, for the choice `record`. */
      record: identifier.optional(),
    }),
  ),
  /**
   * A CSV of the lines that the import would leave out, refused ones and those chosen to be left: as they came, under the
   * same headings, with a last column that says why and that no import takes for data. Asked before the import, which
   * forgets the file. Refuses `invalidInput` for address cards, which have no columns.
   */
  leftOut: work<Paper & { readonly rows: number }>()(
    z.strictObject({ preview: staging, csv: z.enum(csvForms).default('excel') }),
  ),
  /**
   * Imports what the preview showed, all or nothing, as one act. Refuses to change most of an existing register
   * (`importTooSweeping`) unless `evenIfSweeping`. Lines the preview refused are left out only when `leaveRefused`.
   * When everything is there already there is no act: `act` is 0.
   */
  import: work<Imported>()(
    z.strictObject({
      preview: staging,
      leaveRefused: z.boolean().default(false),
      evenIfSweeping: z.boolean().default(false),
    }),
  ),
  ...exportRequests,
  ...accountFileRequests,
  ...exportModelRequests,
  /** Fills the register with invented people, the same for the same seed. */
  invent: work<{ readonly act: number; readonly created: number }>()(
    z.strictObject({ people: z.int().min(1).max(200_000), seed: z.int().min(0).max(0xffffffff).default(1) }),
  ),
}
