/** What may be asked about lists going out: which formats there are, which columns, and the files themselves. */
import { z } from 'zod'
import { nothing, question, work } from '../kit/request.ts'
import type { Paper } from '../papers/papers.requests.ts'
import { byName, listSort } from '../people/lists/columns.requests.ts'
import { contactFilter } from '../people/people.requests.ts'

/**
 * The formats a list goes out in: one line each here, and a writer in `export-writers.ts`. `table`: has columns to
 * choose; the others hold whole contacts. The extension says the format on the command line.
 */
export const exportFormats = {
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', table: true },
  ods: { extension: 'ods', type: 'application/vnd.oasis.opendocument.spreadsheet', table: true },
  csv: { extension: 'csv', type: 'text/csv; charset=utf-8', table: true },
  vcf: { extension: 'vcf', type: 'text/vcard; charset=utf-8', table: false },
  json: { extension: 'json', type: 'application/json', table: false },
} as const satisfies Readonly<
  Record<string, { readonly extension: string; readonly type: string; readonly table: boolean }>
>
export type ExportFormat = keyof typeof exportFormats
/** Formats that have rows and columns. */
export const tableFormats = ['xlsx', 'ods', 'csv'] as const satisfies readonly ExportFormat[]
export type TableFormat = (typeof tableFormats)[number]
const formatNames = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]]

/** Ways of writing CSV: as a French spreadsheet opens it by a double click, or as RFC 4180 and most programs want it. */
export const csvForms = ['excel', 'rfc'] as const
export type CsvForm = (typeof csvForms)[number]

/** How address cards are written: the version, a file for each contact in an archive or one for all. */
export const vcardVersions = ['4.0', '3.0'] as const
export const vcardWriting = z.strictObject({
  version: z.enum(vcardVersions).default('4.0'),
  each: z.boolean().default(false),
})

/** Columns an export may have, in their usual order. */
export const exportColumns = [
  'memberNumber',
  'kind',
  'civility',
  'title',
  'firstName',
  'otherNames',
  'particle',
  'lastName',
  'birthName',
  'studiedName',
  'nobility',
  'honours',
  'suffix',
  'organisation',
  'acronym',
  'originalName',
  'aliases',
  'pronoun',
  'born',
  'birthPlace',
  'died',
  'status',
  'category',
  'groups',
  'joined',
  'left',
  'stays',
  'mandates',
  'supports',
  'tags',
  'profession',
  'emails',
  'phones',
  'addressLabel',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'addressLines',
  'addressKind',
  'addressSince',
  'addressUntil',
  'addressSeasonFrom',
  'addressSeasonUntil',
  'addressReturned',
  'sortOverride',
  'languages',
  'confirmed',
  'dues',
  'notes',
  'extras',
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** What the archive of everything holds. */
export type WholeArchive = Paper & {
  readonly tables: number
  readonly contacts: number
  /** Photos and documents, and how many of them were not found as they were kept. */
  readonly files: number
  readonly missing: number
}

export const exportRequests = {
  /**
   * Makes one archive of everything, which anyone can read without us: tables as CSV, records as JSON, photos and
   * documents, and what each column means. Refuses `archiveTooLarge` beyond 4 GB, `changedMeanwhile` when the register
   * does not hold still, `diskFull`.
   */
  exportEverything: work<WholeArchive>()(nothing),
  /** Makes a file of the contacts the filter keeps, in the order of the list. */
  export: work<Paper & { readonly rows: number }>()(
    z.strictObject({
      format: z.enum(formatNames),
      csv: z.enum(csvForms).default('excel'),
      vcard: vcardWriting.prefault({}),
      /** For cards and JSON: with the photos. Together they are bounded: `photosTooHeavy`. */
      photos: z.boolean().default(true),
      filter: contactFilter.prefault({}),
      /** For a table: which columns, in their order; none: all those that hold something. */
      columns: z.array(z.enum(exportColumns)).max(80).default([]),
      sort: listSort.default(byName),
    }),
  ),
  /**
   * The e-mails of the people the filter keeps, one each (the first that could be delivered to), once each, in lots
   * parted by empty lines: text to paste as blind copies. The dead, those in the trash and those who asked not to be kept
   * are left out. `none`: how many have no such e-mail; `without`: their numbers, at most 10,000.
   */
  emailList: work<
    Paper & {
      readonly addresses: number
      readonly chunks: number
      readonly leftOut: number
      readonly none: number
      readonly without: readonly number[]
    }
  >()(
    z.strictObject({
      filter: contactFilter.prefault({}),
      sort: listSort.default(byName),
      /** What the mail program wants between addresses. */
      separator: z.enum([',', ';']).default(','),
      size: z.int().min(1).max(1000).default(50),
    }),
  ),
  /** A row for each envelope, for the mail merge of a word processor; `without`: envelopes that have no address. */
  mailMerge: work<Paper & { readonly rows: number; readonly without: number }>()(
    z.strictObject({
      filter: contactFilter.prefault({}),
      sort: listSort.default(byName),
      format: z.enum(tableFormats).default('xlsx'),
      csv: z.enum(csvForms).default('excel'),
      byHousehold: z.boolean().default(true),
    }),
  ),
  /** The columns an export of this register can have, with the association's own. */
  columns: question<{ readonly columns: readonly ExportColumn[]; readonly extras: readonly string[] }>()(nothing),
}
