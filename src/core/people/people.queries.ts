/** The list: which contacts a filter lets through, in the order of the sort key, and what a line of it shows. */
import type { Register } from '../register/register.ts'
import { letterOf } from './name.rules.ts'
import type { ContactFilter, ContactRow } from './people.requests.ts'
import { foldedName, searchOf } from './people.rules.ts'

type ContactQueries = {
  readonly idsInOrder: (filter: ContactFilter) => number[]
  /** A window of the list and how many lines it has in all. */
  readonly window: (
    filter: ContactFilter,
    offset: number,
    limit: number,
  ) => { readonly total: number; readonly ids: readonly number[] }
  readonly rows: (ids: readonly number[]) => readonly ContactRow[]
}

type Condition = { readonly sql: string; readonly values: readonly (string | number)[] }

/** What a filter asks, as SQL over `contact_list`, the index that covers it; undefined when nothing is asked but the trash. */
function conditionOf(filter: ContactFilter): Condition {
  const parts: string[] = ['trashed = ?']
  const values: (string | number)[] = [filter.trashed ? 1 : 0]
  const ask = (sql: string, ...asked: (string | number)[]): void => {
    parts.push(sql)
    values.push(...asked)
  }
  const search = searchOf(filter.search)
  if (search !== undefined && 'letter' in search)
    ask('sort_key >= ? AND sort_key < ?', search.letter, `${search.letter}{`)
  if (filter.kind !== undefined) ask('kind = ?', filter.kind)
  if (filter.status.length > 0) ask('status IN (SELECT value FROM json_each(?))', JSON.stringify(filter.status))
  if (filter.category !== '') {
    ask('category_id = (SELECT id FROM member_category WHERE folded = ?)', foldedName(filter.category))
  }
  if (filter.group !== '') {
    ask(
      'id IN (SELECT contact_id FROM membership WHERE group_id IN (SELECT id FROM contact_group WHERE folded = ?))',
      foldedName(filter.group),
    )
  }
  if (search !== undefined && 'match' in search)
    ask('id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)', search.match)
  return { sql: parts.join(' AND '), values }
}

const asksOnlyForTheTrash = (filter: ContactFilter): boolean =>
  filter.search.trim() === '' &&
  filter.kind === undefined &&
  filter.status.length === 0 &&
  filter.category === '' &&
  filter.group === ''

export function contactQueries(register: Register): ContactQueries {
  const idsInOrder = (filter: ContactFilter): number[] => {
    const { sql, values } = conditionOf(filter)
    return register
      .prepare(`SELECT id FROM contact WHERE ${sql} ORDER BY sort_key, id`)
      .pluck()
      .all(...values) as number[]
  }

  const count = register.prepare('SELECT count(*) FROM contact INDEXED BY contact_list WHERE trashed = ?').pluck()
  const page = register
    .prepare('SELECT id FROM contact WHERE trashed = ? ORDER BY sort_key, id LIMIT ? OFFSET ?')
    .pluck()
  const lines = register.prepare(
    `SELECT c.id, c.kind, c.display_name AS displayName, c.sort_key AS letter, c.status, c.profession,
       c.member_number AS memberNumber, coalesce(k.name, '') AS category,
       coalesce((SELECT group_concat(g.name, ', ' ORDER BY m.position) FROM membership m
                 JOIN contact_group g ON g.id = m.group_id WHERE m.contact_id = c.id), '') AS groups,
       coalesce((SELECT city FROM address WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS city,
       coalesce((SELECT country FROM address WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS country,
       coalesce((SELECT address FROM email WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS email,
       coalesce((SELECT number FROM phone WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS phone
     FROM json_each(?) j JOIN contact c ON c.id = j.value LEFT JOIN member_category k ON k.id = c.category_id ORDER BY j.key`,
  )

  const matching = register.prepare('SELECT rowid FROM contact_search WHERE contact_search MATCH ?').pluck()

  // A list is read window after window and letter after letter: what was found last is kept until something changes.
  let base = { asked: '', at: -1, ids: [] as readonly number[] }
  let last = base
  const remembered = (was: typeof base, asked: string, find: () => readonly number[]): typeof base => {
    const at = register.changeCount()
    return was.asked === asked && was.at === at ? was : { asked, at, ids: find() }
  }

  /** The contacts of an ordered list that the index found, in the list's order; quicker than sorting in SQL. */
  const among = (ordered: readonly number[], match: string): readonly number[] => {
    const hits = matching.all(match) as number[]
    const found = new Uint8Array(hits.reduce((most, id) => Math.max(most, id), 0) + 1)
    for (const id of hits) found[id] = 1
    return ordered.filter((id) => found[id] === 1)
  }

  return {
    idsInOrder,
    window: (filter, offset, limit) => {
      if (asksOnlyForTheTrash(filter)) {
        const trashed = filter.trashed ? 1 : 0
        return { total: Number(count.get(trashed)), ids: page.all(trashed, limit, offset) as number[] }
      }
      const { search, status, kind, category, group, trashed } = filter
      const sought = searchOf(search)
      const match = sought !== undefined && 'match' in sought ? sought.match : undefined
      const rest = { ...filter, search: match === undefined ? search : '' }
      const asked = JSON.stringify([rest.search, status, kind, category, group, trashed])
      base = remembered(base, asked, () => idsInOrder(rest))
      last = match === undefined ? base : remembered(last, `${asked}${match}`, () => among(base.ids, match))
      return { total: last.ids.length, ids: last.ids.slice(offset, offset + limit) }
    },
    rows: (ids) =>
      (lines.all(JSON.stringify(ids)) as ContactRow[]).map((row) => ({ ...row, letter: letterOf(row.letter) })),
  }
}
