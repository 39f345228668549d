/** Puts together the lines on which one person stands: a program may write a line for each subscription. */
import type { RawRow } from './reading/reading.types.ts'

/** A row with the further lines of the same person, or a further line, told by the line of the first. */
export type GatheredRow = RawRow & { readonly more?: readonly RawRow[]; readonly repeats?: number }

/**
 * Collects rows, and gives them back in their order once all are known. Lines are of one person when the column `by`
 * says the same, and so do all columns but `each`: two people under one number are left apart, for the plan to refuse.
 */
export function gatherer({ by, each }: { readonly by: number; readonly each: ReadonlySet<number> }): {
  readonly add: (row: RawRow) => void
  readonly rows: () => Generator<GatheredRow>
} {
  const rows: (RawRow | number)[] = []
  const lines: number[] = []
  const firsts = new Map<string, { readonly row: RawRow; readonly more: RawRow[] }>()
  const same = (one: RawRow, other: RawRow): boolean => {
    const width = Math.max(one.cells.length, other.cells.length)
    for (let at = 0; at < width; at += 1)
      if (!each.has(at) && (one.cells[at] ?? '').trim() !== (other.cells[at] ?? '').trim()) return false
    return true
  }
  return {
    add: (row) => {
      const key = (row.cells[by] ?? '').trim()
      const first = key === '' ? undefined : firsts.get(key)
      lines.push(row.line)
      if (first !== undefined && same(first.row, row)) {
        first.more.push(row)
        rows.push(first.row.line)
        return
      }
      if (key !== '' && first === undefined) firsts.set(key, { row, more: [] })
      rows.push(row)
    },
    rows: function* () {
      for (const [at, row] of rows.entries()) {
        if (typeof row === 'number') {
          yield { line: lines[at] as number, cells: [], repeats: row }
          continue
        }
        const found = firsts.get((row.cells[by] ?? '').trim())
        yield found?.row === row && found.more.length > 0 ? { ...row, more: found.more } : row
      }
    },
  }
}
