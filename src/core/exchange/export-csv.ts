/**
 * CSV in two forms, both UTF-8 with CRLF and quotes as RFC 4180 says: for a French spreadsheet with `;` and a byte
 * order mark, without which it shows `Ã©` for `é`; and the RFC's own with `,` and no mark, for other programs.
 */
import type { CsvForm } from './export.requests.ts'
import { guarded } from './export-guard.ts'
import type { Table } from './export-table.ts'
import { joined } from './export-zip.ts'

const forms = {
  excel: { mark: '\uFEFF', delimiter: ';' },
  rfc: { mark: '', delimiter: ',' },
} as const satisfies Record<CsvForm, unknown>
const MUST_QUOTE = /[",;\r\n]|^\s|\s$/
/** Text is turned into bytes piece by piece: a long list would not fit in one string. */
const PIECE = 1 << 20

const field = (text: string): string => {
  const safe = guarded(text)
  return MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of a file, with its end. */
export const csvLine = (cells: readonly string[], form: CsvForm): string =>
  `${cells.map(field).join(forms[form].delimiter)}\r\n`

/** How a file begins: the mark, and its header. */
export const csvHead = (headers: readonly string[], form: CsvForm): string => forms[form].mark + csvLine(headers, form)

export function writeCsv({ columns, count, row, written }: Table, form: CsvForm): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = []
  let text = csvHead(
    columns.map(({ header }) => header),
    form,
  )
  /** A French spreadsheet takes an amount by its comma. */
  const amounts = (cell: string, at: number): string =>
    form === 'excel' && columns[at]?.kind === 'amount' ? cell.replace('.', ',') : cell
  for (let at = 0; at < count; at++) {
    text += csvLine(row(at).map(amounts), form)
    written(at)
    if (text.length < PIECE) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  pieces.push(Buffer.from(text))
  return joined(pieces)
}
