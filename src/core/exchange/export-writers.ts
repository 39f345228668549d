/** The writers of lists going out, one per format, on the papers thread. */
import type { Bench, PaperMaker } from '../kit/papers.ts'
import { type PhotographedContact, writeCards } from './cards/export-cards.ts'
import { writeJson } from './cards/export-json.ts'
import type { ExportHead, ExportReport, RowsHead } from './export.job.ts'
import type { CsvForm, ExportFormat, TableFormat } from './export.requests.ts'
import { sheetColumns } from './export-columns.ts'
import { writeCsv } from './export-csv.ts'
import { writeOds } from './export-ods.ts'
import type { Table } from './export-table.ts'
import { writeXlsx } from './export-xlsx.ts'

export type Written = {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** When the file is not what its format says: `zip` for a card each. */
  readonly file?: ExportReport['file']
}

/** Makes the bytes of a file. Tells the bench how far it is, and lets through what it throws when cancelled. */
export type ExportWriter = (
  head: ExportHead,
  contacts: readonly PhotographedContact[],
  bench: Bench,
) => Written | Promise<Written>

const tables: Readonly<Record<TableFormat, (table: Table, form: CsvForm) => Uint8Array<ArrayBuffer>>> = {
  xlsx: writeXlsx,
  ods: writeOds,
  csv: writeCsv,
}

const writers: Readonly<Record<ExportFormat, ExportWriter>> = {
  xlsx: tableWriter('xlsx'),
  ods: tableWriter('ods'),
  csv: tableWriter('csv'),
  vcf: writeCards,
  json: writeJson,
}

/** A table is laid out the same whatever the format. */
function tableWriter(format: TableFormat): ExportWriter {
  return (head, contacts, bench) => {
    const columns = sheetColumns(contacts, head.columns, head.language)
    const table: Table = {
      name: head.language === 'fr' ? 'Fiches' : 'Records',
      association: head.association,
      day: head.day,
      columns,
      count: contacts.length,
      row: (at) => columns.map(({ cell }) => cell(contacts[at] as PhotographedContact)),
      written: (row) => {
        if (row % 100 === 0) bench('writing', row, contacts.length)
      },
    }
    return { bytes: tables[format](table, head.csv) }
  }
}

/**
 * Gathers the contacts first, because how many e-mails anybody has decides the columns, and the widest text their
 * widths; both stand in a sheet before its rows.
 */
export const makeExport: PaperMaker<ExportHead, PhotographedContact, ExportReport> = async (head, batches, bench) => {
  const contacts: PhotographedContact[] = []
  for await (const batch of batches) {
    contacts.push(...batch)
    bench('gathering', contacts.length, head.rows)
  }
  const { bytes, file } = await writers[head.format](head, contacts, bench)
  bench('writing', contacts.length, contacts.length)
  return { bytes, report: { rows: contacts.length, ...(file === undefined ? {} : { file }) } }
}

/** Rows that are made already. */
export const makeRows: PaperMaker<RowsHead, readonly string[], { readonly rows: number }> = async (
  head,
  batches,
  bench,
) => {
  const rows: (readonly string[])[] = []
  for await (const batch of batches) {
    rows.push(...batch)
    bench('gathering', Math.min(rows.length, head.rows), head.rows)
  }
  const table: Table = {
    ...head,
    columns: head.headers.map((header, at) => ({ header, kind: head.kinds?.[at] ?? 'text' })),
    count: rows.length,
    row: (at) => rows[at] ?? [],
    written: (row) => {
      if (row % 100 === 0) bench('writing', row, rows.length)
    },
  }
  return { bytes: tables[head.format](table, head.csv), report: { rows: rows.length } }
}
