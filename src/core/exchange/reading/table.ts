/** A list as it is read: its header, then its rows. The same reading serves looking at a file and importing it. */
import type { Reading } from '../exchange.requests.ts'
import { type FoundHeader, findHeader, headerWindow } from './header.ts'
import { limits } from './limits.ts'
import type { RawRow, ReadingNote, RowSink, StagedFile } from './reading.types.ts'
import { type OpenedTable, openTable } from './rows.ts'

type TableSink = {
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
    if (row.cells.length > width) {
      const surplus = row.cells.slice(width).filter((cell) => cell.trim() !== '')
      if (surplus.length > 0) note({ line: row.line, code: 'raggedRow', text: surplus.join(' · ').slice(0, 120) })
    }
    // A workbook leaves empty cells out; a text that does has lost some.
    else if (row.cells.length < width && table.format === 'csv')
      note({ line: row.line, code: 'shortRow', text: `${row.cells.length} / ${width}` })
    sink.row(row)
  }
  const start = () => {
    if (first === undefined) return
    const rows = first
    first = undefined
    if (table.delimiter !== undefined) splitHeading(rows, table.delimiter, known, note)
    const header = findHeader(rows, table.merges, reading.headerRow ?? table.headerRow, known)
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

/**
 * Takes apart a heading whose names are parted by another sign than the rows below: `Nom,Prénom` over `Dupont;Jean`.
 * The row is changed in place, and it is said.
 */
function splitHeading(
  rows: readonly RawRow[],
  delimiter: string,
  known: (header: string) => boolean,
  note: (note: ReadingNote) => void,
): void {
  for (const row of rows.slice(0, 5)) {
    const [whole = '', ...others] = row.cells
    if (others.some((cell) => cell.trim() !== '')) return
    for (const other of [';', ',', '\t', '|']) {
      const names = other === delimiter ? [] : whole.split(other).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
      const words = names.filter((name) => known(name)).length
      if (words < 2 || words * 2 < names.length) continue
      row.cells.splice(0, row.cells.length, ...names)
      note({ line: row.line, code: 'headingOtherDelimiter', text: `${signName(other)} / ${signName(delimiter)}` })
      return
    }
  }
}

const signName = (delimiter: string): string => (delimiter === '\t' ? 'tab' : delimiter)
