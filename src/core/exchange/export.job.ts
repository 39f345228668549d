/** What travels to the papers thread for a list going out. */
import { paperJob } from '../kit/papers.ts'
import type { Contact } from '../people/people.requests.ts'
import type { CsvForm, ExportColumn, ExportFormat } from './export.requests.ts'

export type ExportHead = {
  readonly format: ExportFormat
  readonly csv: CsvForm
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

export const exportJob = paperJob<ExportHead, Contact, ExportReport>('export')
