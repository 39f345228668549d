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
  /** What lines of one person have in common: all but the columns that differ. */
  const keyOf = ({ cells }: RawRow): string => {
    if ((cells[by] ?? '').trim() === '') return ''
    const common = cells.map((cell, at) => (each.has(at) ? '' : cell.trim()))
    while (common.at(-1) === '') common.pop()
    return common.join('\u001f')
  }
  return {
    add: (row) => {
      const key = keyOf(row)
      const first = key === '' ? undefined : firsts.get(key)
      lines.push(row.line)
      if (first !== undefined) {
        first.more.push(row)
        rows.push(first.row.line)
        return
      }
      if (key !== '') firsts.set(key, { row, more: [] })
      rows.push(row)
    },
    rows: function* () {
      for (const [at, row] of rows.entries()) {
        if (typeof row === 'number') {
          yield { line: lines[at] as number, cells: [], repeats: row }
          continue
        }
        const found = firsts.get(keyOf(row))
        yield found?.row === row && found.more.length > 0 ? { ...row, more: found.more } : row
      }
    },
  }
}
