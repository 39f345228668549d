/** The search, answered by the two indexes: words by their beginnings, and by what stands inside them. */
import type { Register } from '../register/register.ts'
import type { Search } from './search.rules.ts'

export type Sought = Extract<Search, { readonly match: string }>

export type PeopleSearch = {
  /** Those of an ordered list whom the search finds, in the list's order; quicker than sorting in SQL. In steps when long. */
  readonly among: (ordered: readonly number[], sought: Sought) => Generator<void, readonly number[]>
  /**
   * The same people, those whose name begins with what was typed first, then those one of whose names does: for a list
   * that is short enough to be read at a glance.
   */
  readonly nearestFirst: (ids: readonly number[], sought: Sought) => readonly number[]
}

/** Texts looked into at a time: about 4 ms. */
const handful = 1500

export function peopleSearch(register: Register): PeopleSearch {
  const begun = register.prepare('SELECT rowid FROM contact_search WHERE contact_search MATCH ?').pluck()
  const holding = register.prepare('SELECT rowid FROM contact_fragment WHERE contact_fragment MATCH ?').pluck()
  const texts = register
    .prepare('SELECT id, search_text FROM contact WHERE id IN (SELECT value FROM json_each(?))')
    .raw()
  const keys = register.prepare('SELECT id, sort_key FROM contact WHERE id IN (SELECT value FROM json_each(?))').raw()

  const marked = (ids: readonly number[]): Uint8Array => {
    const marks = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
    for (const id of ids) marks[id] = 1
    return marks
  }

  function* hits(sought: Sought): Generator<void, readonly number[]> {
    const whole = begun.all(sought.match) as number[]
    const { fragments } = sought
    if (fragments === undefined) return whole
    const known = marked(whole)
    const others = (holding.all(fragments.match) as number[]).filter((id) => known[id] !== 1)
    if (others.length === 0) return whole
    const starting = fragments.begun === undefined ? undefined : marked(begun.all(fragments.begun) as number[])
    const possible = starting === undefined ? others : others.filter((id) => starting[id] === 1)
    if (fragments.verified.length === 0) return [...whole, ...possible]
    const found = [...whole]
    for (let from = 0; from < possible.length; from += handful) {
      if (from > 0) yield
      const read = texts.all(JSON.stringify(possible.slice(from, from + handful))) as [number, string][]
      for (const [id, text] of read) if (fragments.verified.every((word) => text.includes(word))) found.push(id)
    }
    return found
  }

  return {
    among: function* (ordered, sought) {
      const found = marked(yield* hits(sought))
      return ordered.filter((id) => found[id] === 1)
    },
    nearestFirst: (ids, { words }) => {
      const typed = words.join('')
      const rank = (key: string): number => {
        if (key.startsWith(typed) || key.startsWith(words.join(' '))) return 0
        const names = key.split(' ')
        return words.every((word) => names.some((name) => name.startsWith(word))) ? 1 : 2
      }
      const ranks = new Map((keys.all(JSON.stringify(ids)) as [number, string][]).map(([id, key]) => [id, rank(key)]))
      return ids.toSorted((one, other) => (ranks.get(one) ?? 2) - (ranks.get(other) ?? 2))
    },
  }
}
