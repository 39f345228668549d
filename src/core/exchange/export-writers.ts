/** The writers of lists going out, one per format, on the papers thread. */
import type { Bench, PaperMaker } from '../kit/papers.ts'
import type { Contact } from '../people/people.requests.ts'
import type { ExportHead, ExportReport } from './export.job.ts'
import type { ExportFormat } from './export.requests.ts'
import { type SheetColumn, sheetColumns } from './export-columns.ts'
import { writeCsv } from './export-csv.ts'
import { writeXlsx } from './export-xlsx.ts'

export type Written = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** When the file is not what its format says: `zip` for a card each. */
  readonly file?: ExportReport['file']
}

/** Makes the bytes of a file. Tells the bench how far it is, and lets through what it throws when cancelled. */
export type ExportWriter = (head: ExportHead, contacts: readonly Contact[], bench: Bench) => Written | Promise<Written>

const writers: Readonly<Record<ExportFormat, ExportWriter>> = {
  xlsx: tableWriter(writeXlsx),
  csv: tableWriter(writeCsv),
}

/** A table's rows are laid out the same whatever the format. `written` is told when a row is written. */
function tableWriter(
  write: (
    head: ExportHead,
    columns: readonly SheetColumn[],
    rows: readonly (readonly string[])[],
    written: (row: number) => void,
  ) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
): ExportWriter {
  return async (head, contacts, bench) => {
    const columns = sheetColumns(contacts, head.columns, head.language)
    const rows = contacts.map((contact, done) => {
      if (done % 100 === 0) bench('gathering', done, contacts.length)
      return columns.map(({ cell }) => cell(contact))
    })
    const written = (row: number) => {
      if (row % 100 === 0) bench('writing', row, rows.length)
    }
    return { bytes: await write(head, columns, rows, written) }
  }
}

/**
 * Gathers the contacts first, because how many e-mails anybody has decides the columns, and the widest text their
 * widths; both stand in a sheet before its rows.
 */
export const makeExport: PaperMaker<ExportHead, Contact, ExportReport> = async (head, batches, bench) => {
  const contacts: Contact[] = []
  for await (const batch of batches) {
    contacts.push(...batch)
    bench('gathering', contacts.length, head.rows)
  }
  const { bytes, file } = await writers[head.format](head, contacts, bench)
  bench('writing', contacts.length, contacts.length)
  return { bytes, report: { rows: contacts.length, ...(file === undefined ? {} : { file }) } }
}
