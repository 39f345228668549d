/** Rows of a sheet put together from their cells, within bounds, whatever the format they come in. */
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import type { Merge, RowSink } from './reading.types.ts'

type Link = { readonly column: number; readonly address: string }

export type SheetRows = {
  readonly begin: (line: number) => void
  /** Columns count from 0. A text of nothing but white space is no cell. Refuses `fileTooManyColumns`. */
  readonly put: (column: number, text: string) => void
  /** A mail address behind a cell. */
  readonly link: (column: number, address: string) => void
  /** A merge that begins in this row, where the format says it beside the cell. */
  readonly merge: (merge: Merge) => void
  /** Gives the row, when it holds something. Refuses `fileTooManyRows`. */
  readonly end: () => void
}

/**
 * @param merges those known before reading, sorted by their top; those met on the way are added to it
 * @param under what a cell under a tall merge of one column reads as: what stands at its top, or its own words if any
 */
export function sheetRows(sink: RowSink, merges: Merge[], under: 'top' | 'own' = 'top'): SheetRows {
  const cursor = mergeCursor(merges, under)
  let line = 0
  let rows = 0
  let cells: string[] = []
  let links: Link[] | undefined
  let mergesFilled = false
  return {
    begin: (number) => {
      line = number
      cells = []
      links = undefined
    },
    put: (column, given) => {
      if (given === '' || given.trim() === '') return
      if (column >= limits.columns)
        throw new Refusal('fileTooManyColumns', { columns: column + 1, limit: limits.columns, line })
      let text = given
      if (text.includes('\0') || !text.isWellFormed()) {
        text = text.replace(/[\0\p{Cs}]/gu, '')
        sink.note({ line, column, code: 'signRemoved', text: '' })
      }
      if (text.length > limits.cellCharacters) {
        text = text.slice(0, limits.cellCharacters)
        sink.note({ line, column, code: 'cellCut', text: String(limits.cellCharacters) })
      }
      while (cells.length < column) cells.push('')
      cells[column] = text
    },
    link: (column, address) => {
      links ??= []
      if (links.length < 20 && column < limits.columns) links.push({ column, address })
    },
    merge: (merge) => {
      if (merges.length < limits.merges && (merge.right > merge.left || merge.bottom > merge.top)) merges.push(merge)
    },
    end: () => {
      cursor.enter(line)
      cursor.apply(line, cells, (column) => {
        if (!mergesFilled) sink.note({ line, column, code: 'mergedFilled', text: '' })
        mergesFilled = true
      })
      if (!cells.some((cell) => cell !== '')) return
      rows += 1
      if (rows > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
      sink.row(links === undefined ? { line, cells } : { line, cells, links })
    },
  }
}

/** Reads a sheet; where its XML is broken, the refusal says the row that was being read, which a program shows. */
export async function tellingRow(row: () => number, reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    const broken = error instanceof Refusal && error.code === 'fileMalformed' && row() > 0
    throw broken ? new Refusal(error.code, { line: row(), ...error.values }) : error
  }
}

/** The mail address a link leads to: other links are of no use to a list of members, and nothing is ever opened. */
export function mailAddress(target: string): string | undefined {
  const address = /^\s*mailto:([^?]{3,254})/i.exec(target)?.[1]
  if (address === undefined) return undefined
  try {
    return decodeURIComponent(address).trim()
  } catch {
    return address.trim()
  }
}

/** The cells hidden under merges, and the ones a tall merge stands for. Rows must come in order. */
function mergeCursor(merges: readonly Merge[], under: 'top' | 'own') {
  let next = 0
  let active: Merge[] = []
  let width = 0
  const widthOf = ({ left, right }: Merge) => Math.min(right, limits.columns - 1) - left + 1
  const values = new Map<Merge, string>()
  return {
    enter: (line: number) => {
      if (active.length > 0) {
        active = active.filter((merge) => merge.bottom >= line)
        width = active.reduce((sum, merge) => sum + widthOf(merge), 0)
      }
      while (next < merges.length && (merges[next] as Merge).top <= line) {
        const merge = merges[next] as Merge
        next += 1
        if (merge.bottom < line || merge.left >= limits.columns) continue
        // Merges that do not overlap are no wider together than the row is: what is beyond is made to slow us down.
        if (width + widthOf(merge) > limits.columns) continue
        width += widthOf(merge)
        active.push(merge)
      }
    },
    /** The row with hidden values emptied, and tall one-column merges repeated. */
    apply: (line: number, cells: string[], filled: (column: number) => void) => {
      if (active.length === 0) return
      const own = cells.some((cell) => cell !== '')
      for (const merge of active) {
        if (merge.top === line) values.set(merge, cells[merge.left] ?? '')
        const tall = merge.left === merge.right && merge.bottom - merge.top < 1000
        if (under === 'own' && tall && line > merge.top && (cells[merge.left] ?? '') !== '') continue
        const last = Math.min(merge.right, cells.length - 1)
        for (let column = merge.left; column <= last; column += 1)
          if (line !== merge.top || column !== merge.left) cells[column] = ''
        const value = values.get(merge)
        if (own && tall && line > merge.top && value && merge.left < limits.columns) {
          while (cells.length <= merge.left) cells.push('')
          cells[merge.left] = value
          filled(merge.left)
        }
      }
    },
  }
}
