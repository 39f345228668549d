/** What the office and the reader's thread say to each other. Plain data only. */
import type { StatementFile } from '../../dues/statement-reading.rules.ts'
import type { RefusalData } from '../../kit/refusal.ts'
import type { CardContext } from '../cards/card-desk.ts'
import type { DraftRow } from '../draft.ts'
import type { DraftContext } from '../draft-desk.ts'
import type { CardSample, ColumnTarget, LineWarning, Reading } from '../exchange.requests.ts'
import type { CsvForm } from '../export.requests.ts'
import type { ProgramKey } from '../program.rules.ts'
import type { ColumnLook } from './column-look.ts'
import type { FileFormat, ReadingNote, StagedFile } from './reading.types.ts'

export type ReaderJob =
  | { readonly task: 'look'; readonly file: StagedFile; readonly reading: Reading; readonly cards?: CardContext }
  | {
      readonly task: 'draft'
      readonly file: StagedFile
      readonly reading: Reading
      readonly mapping: readonly ColumnTarget[]
      readonly context: DraftContext
      readonly cards?: CardContext
    }
  | { readonly task: 'statement'; readonly file: StagedFile; readonly reading: Reading; readonly cards?: undefined }
  | {
      /** Writes these lines as they came, each with its reason (`left-out-rows.ts`). */
      readonly task: 'leftOut'
      readonly file: StagedFile
      readonly reading: Reading
      readonly reasons: string
      readonly heading: string
      readonly csv: CsvForm
      readonly cards?: undefined
    }

/** A contact on its way to the office, with its photo in base64 when a card had one. */
export type ReadRow = DraftRow & { readonly photoBytes?: string }

/**
 * Rows as `v8.serialize` writes them: as many as the office deals with at once, which unpacks them when their turn comes.
 * Unpacked on arrival, what waits its turn would be copied by the collector again and again, and hold the office meanwhile.
 */
export type PackedRows = Uint8Array

/** What looking at a file found. */
export type LookFacts = {
  readonly format: FileFormat
  readonly sheets: readonly string[]
  readonly hiddenSheets?: readonly string[]
  readonly sheet?: string
  readonly encoding?: string
  readonly delimiter?: string
  /** The program, in a file that says so itself. */
  readonly program?: ProgramKey
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly looks: readonly ColumnLook[]
  readonly rows: number
  readonly notes: readonly ReadingNote[]
  /** The first contacts of a file that gives whole ones, address cards or our own; absent for a table. */
  readonly cards?: readonly CardSample[]
  /** What was odd about them, as far as it is kept. */
  readonly problems?: readonly LineWarning[]
  /** What the task `statement` read: a statement of the bank, whose lines are all here. */
  readonly statement?: StatementFile
  /** What the task `leftOut` made. */
  readonly leftOut?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number }
}

export type ReaderMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'rows'; readonly packed: PackedRows }
  | { readonly kind: 'done'; readonly facts: LookFacts }
  | { readonly kind: 'refused'; readonly refusal: RefusalData }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }

/**
 * The office gives a file to read, then asks for more once it has dealt with a batch: the thread never runs far ahead.
 */
export type OfficeMessage = { readonly kind: 'job'; readonly job: ReaderJob } | { readonly kind: 'more' }
