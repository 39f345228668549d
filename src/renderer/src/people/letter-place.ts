/** Where a letter begins in the list, found by halving: rows come in the order of their key, `#` after `Z`. */
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'

export const letters: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ#']

/** @returns position of the first row filed under the letter or after it; `total` when there is none. */
export async function letterPlace(filter: ContactFilter, total: number, letter: string): Promise<number> {
  const rank = letters.indexOf(letter)
  let low = 0
  let high = total
  while (low < high) {
    const middle = (low + high) >> 1
    const { rows } = await client.people.list({ ...filter, offset: middle, limit: 1 })
    const at = letters.indexOf(rows[0]?.letter ?? '#')
    if ((at < 0 ? letters.length : at) < rank) low = middle + 1
    else high = middle
  }
  return low
}
