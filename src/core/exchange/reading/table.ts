/** A list as it is read: its header, then its rows. The same reading serves looking at a file and importing it. */
import type { Reading } from '../exchange.requests.ts'
import { type FoundHeader, findHeader, headerWindow } from './header.ts'
import { limits } from './limits.ts'
import type { RawRow, ReadingNote, RowSink, StagedFile } from './reading.types.ts'
import { type OpenedTable, openTable } from './rows.ts'

export type TableSink = {
  /** Called once, before the first row. */
  readonly header: (header: FoundHeader, table: OpenedTable) => void
  readonly row: (row: RawRow) => void
  readonly note: (note: ReadingNote) => void
  readonly pause: RowSink['pause']
}

/**
 * Reads a staged file whole. `known` says whether a phrase is a known name of a column.
 * Notes beyond `limits.warnings` are only counted, in a last note.
 */
export async function readTable(
  file: StagedFile,
  reading: Reading,
  known: (header: string) => boolean,
  sink: TableSink,
): Promise<void> {
  const table = await openTable(file, reading)
  let first: RawRow[] | undefined = []
  let noted = 0
  let width = 0
  const note = (one: ReadingNote) => {
    noted += 1
    if (noted <= limits.warnings) sink.note(one)
  }
  const give = (row: RawRow) => {
    if (row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== ''))
      note({ line: row.line, code: 'raggedRow', text: `${row.cells.length}/${width}` })
    sink.row(row)
  }
  const start = () => {
    if (first === undefined) return
    const rows = first
    first = undefined
    const header = findHeader(rows, table.merges, reading.headerRow, known)
    width = header.headers.length
    for (const one of header.notes) note(one)
    sink.header(header, table)
    for (const row of rows.slice(header.firstRow)) give(row)
  }
  try {
    await table.read({
      row: (row) => {
        if (first === undefined) return give(row)
        first.push(row)
        if (first.length >= headerWindow && row.line >= (reading.headerRow ?? 0)) start()
      },
      note,
      pause: sink.pause,
    })
    start()
    if (noted > limits.warnings) sink.note({ line: 0, code: 'moreWarnings', text: String(noted - limits.warnings) })
  } finally {
    table.close()
  }
}
