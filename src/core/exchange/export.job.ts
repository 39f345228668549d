/** What travels to the papers thread for a list going out. */
import { paperJob } from '../kit/papers.ts'
import type { Contact } from '../people/people.requests.ts'
import type { ExportColumn } from './exchange.requests.ts'

export type SheetHead = {
  readonly format: 'xlsx' | 'csv'
  /** Language of the headers and of the words for kinds and statuses. */
  readonly language: 'fr' | 'en'
  /** Columns in their order; empty: all those that hold something. */
  readonly columns: readonly ExportColumn[]
  readonly association: string
  /** The only date inside the file, `YYYY-MM-DD`. */
  readonly day: string
  /** Contacts to come, for the progress. */
  readonly rows: number
}

export type SheetReport = { readonly rows: number; readonly headers: readonly string[] }

export const sheetJob = paperJob<SheetHead, Contact, SheetReport>('sheet')
