/** Writes a list as a spreadsheet or as CSV, on the papers thread. */
import type { PaperMaker } from '../kit/papers.ts'
import type { Contact } from '../people/people.requests.ts'
import type { SheetHead, SheetReport } from './export.job.ts'
import { sheetColumns } from './export-columns.ts'
import { writeCsv } from './export-csv.ts'
import { writeXlsx } from './export-xlsx.ts'

/**
 * Gathers the contacts first, because how many e-mails anybody has decides the columns, and the widest text their
 * widths; both stand in a sheet before its rows.
 */
export const makeSheet: PaperMaker<SheetHead, Contact, SheetReport> = async (head, batches, bench) => {
  const contacts: Contact[] = []
  for await (const batch of batches) {
    contacts.push(...batch)
    bench('gathering', contacts.length, head.rows)
  }
  const columns = sheetColumns(contacts, head.columns, head.language)
  const rows = contacts.map((contact, done) => {
    if (done % 100 === 0) bench('gathering', done, contacts.length)
    return columns.map(({ cell }) => cell(contact))
  })
  const written = (row: number) => {
    if (row % 100 === 0) bench('writing', row, rows.length)
  }
  const bytes = head.format === 'csv' ? writeCsv(columns, rows, written) : await writeXlsx(head, columns, rows, written)
  bench('writing', contacts.length, contacts.length)
  return { bytes, report: { rows: contacts.length, headers: columns.map(({ header }) => header) } }
}
