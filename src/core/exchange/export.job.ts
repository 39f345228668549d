/** What travels to the papers thread for a list going out. */
import type { z } from 'zod'
import { paperJob } from '../kit/papers.ts'
import type { PhotographedContact } from './cards/export-cards.ts'
import type { JsonHousehold } from './cards/own-json.ts'
import type { CsvForm, ExportColumn, ExportFormat, TableFormat, vcardWriting } from './export.requests.ts'
import type { SheetColumn } from './export-columns.ts'

export type ExportHead = {
  readonly format: ExportFormat
  readonly csv: CsvForm
  readonly vcard: z.output<typeof vcardWriting>
  /** The register's own UUID, of which cards make theirs. */
  readonly register: string
  /** For our own JSON: the households of those who go out. */
  readonly households: readonly JsonHousehold[]
  /** Language of the headers and of the words for kinds and statuses. */
  readonly language: 'fr' | 'en'
  /** Columns of a table in their order; empty: all those that hold something. */
  readonly columns: readonly ExportColumn[]
  readonly association: string
  /** The only date inside the file, `YYYY-MM-DD`. */
  readonly day: string
  /** Contacts to come, for the progress. */
  readonly rows: number
}

export type ExportReport = {
  readonly rows: number
  /** What the file is when its format alone does not say: several files in one archive, for instance. */
  readonly file?: { readonly extension: string; readonly type: string }
}

export const exportJob = paperJob<ExportHead, PhotographedContact, ExportReport>('export')

/** Rows that are made already, on their way to a file. */
export type RowsHead = {
  readonly format: TableFormat
  readonly csv: CsvForm
  readonly association: string
  readonly day: string
  /** What the sheet is called. */
  readonly name: string
  readonly headers: readonly string[]
  /** How a spreadsheet must take each column; all are texts when left out. */
  readonly kinds?: readonly SheetColumn['kind'][]
  readonly rows: number
}

export const rowsJob = paperJob<RowsHead, readonly string[], { readonly rows: number }>('rows')
