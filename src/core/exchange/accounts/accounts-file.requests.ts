/** What may be asked of the accounts as files: for the treasurer's spreadsheet, and for a program that keeps double entry. */
import { z } from 'zod'
import { lineKinds } from '../../dues/dues.rules.ts'
import { work } from '../../kit/request.ts'
import type { Paper } from '../../papers/papers.requests.ts'
import { csvForms, tableFormats } from '../export.requests.ts'

/** `lines`: each thing money was for; `months`: sources by month; `journal`: double entry, in the columns of a FEC. */
export const accountFiles = ['lines', 'months', 'journal'] as const

/** Where money is before it is in the bank, and what the bank keeps. */
export const placesOfMoney = ['bank', 'cheques', 'cash', 'cards', 'waiting', 'charges'] as const
export type PlaceOfMoney = (typeof placesOfMoney)[number]
export type AccountName = (typeof lineKinds)[number] | PlaceOfMoney

const accountNumber = z.string().regex(/^[0-9A-Z]{2,12}$/)

export const accountFileRequests = {
  /**
   * What came in from a day to another, both included, at most three years, as a file. The journal has one entry for each
   * payment and each deposit the bank had in that time, balanced to the cent; it is not double-entry accounting, but can be
   * taken in by a program that is. Refuses `nothingToPrint` when nothing came in.
   */
  exportAccounts: work<Paper & { readonly rows: number; readonly cents: number }>()(
    z.strictObject({
      what: z.enum(accountFiles),
      from: z.iso.date(),
      until: z.iso.date(),
      format: z.enum(tableFormats).default('xlsx'),
      csv: z.enum(csvForms).default('excel'),
      /** Numbers of the plan of accounts that are others than the usual ones. */
      accounts: z.partialRecord(z.enum([...lineKinds, ...placesOfMoney]), accountNumber).default({}),
    }),
  ),
}
