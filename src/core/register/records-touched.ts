/** How many records an act touched, for whoever is about to take it back. */
import type { Statement } from 'better-sqlite3'

/** An act's stretch of the journal; an act that is running has no last row yet. */
type Stretch = { readonly id: number; readonly first: number; readonly last: number }

/** As many rows of the journal as one answer reads to count: some 20 ms. */
const most = 40_000

/**
 * Counts the records of the acts of one answer. Undefined for an act that is too long to be counted while somebody waits;
 * what was counted once is known from then on, since the rows of an act stay what they are.
 */
export function recordsTouched(
  prepare: (sql: string) => Statement<unknown[]>,
): () => (act: Stretch) => number | undefined {
  const known = new Map<number, number>()
  const among = prepare('SELECT count(DISTINCT contact) FROM journal_row WHERE id BETWEEN ? AND ?').pluck()
  return () => {
    let left = most
    return ({ id, first, last }) => {
      const counted = known.get(id)
      if (counted !== undefined) return counted
      const rows = last - first + 1
      if (last > 0 && rows > left) return undefined
      if (last === 0) return 0
      left -= rows
      const found = Number(among.get(first, last))
      known.set(id, found)
      return found
    }
  }
}
