/**
 * CSV in two forms, both UTF-8 with CRLF and quotes as RFC 4180 says: for a French spreadsheet with `;` and a byte
 * order mark, without which it shows `Ã©` for `é`; and the RFC's own with `,` and no mark, for other programs.
 */
import type { ExportHead } from './export.job.ts'
import type { CsvForm } from './export.requests.ts'
import type { SheetColumn } from './export-columns.ts'
import { guarded } from './export-guard.ts'

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

export function writeCsv(
  head: Pick<ExportHead, 'csv'>,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
  written: (row: number) => void,
): Uint8Array<ArrayBuffer> {
  const { mark, delimiter } = forms[head.csv]
  const pieces: Buffer[] = []
  let text = `${mark}${columns.map(({ header }) => field(header)).join(delimiter)}\r\n`
  for (const [done, row] of rows.entries()) {
    text += `${row.map(field).join(delimiter)}\r\n`
    written(done)
    if (text.length < PIECE) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  pieces.push(Buffer.from(text))
  return joined(pieces)
}

/** One memory of its own, which can be handed to another thread. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
