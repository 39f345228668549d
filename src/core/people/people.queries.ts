/** The list: windows of it, its alphabet, and what a line of it shows. */
import type { Register } from '../register/register.ts'
import { addressOfDay } from './address.sql.ts'
import type { ListColumn, ListSort } from './lists/columns.requests.ts'
import { columnSql } from './lists/columns.sql.ts'
import { letterOf } from './name.rules.ts'
import { type Found, leavesOutDeceased, peopleFinding } from './people.finding.ts'
import type { ContactFilter, ContactRow } from './people.requests.ts'

/** A window of the list and how many lines it has in all; `deceased`: those it leaves out because they died. */
export type Window = { readonly total: number; readonly deceased: number; readonly ids: readonly number[] }

type ContactQueries = {
  readonly idsInOrder: (filter: ContactFilter) => number[]
  /** The same without holding the office. */
  readonly idsFound: (filter: ContactFilter, sort?: ListSort) => Promise<readonly number[]>
  readonly window: (filter: ContactFilter, sort: ListSort, offset: number, limit: number) => Window | Promise<Window>
  readonly letters: (filter: ContactFilter, sort: ListSort) => Letters | Promise<Letters>
  readonly rows: (ids: readonly number[], columns: readonly ListColumn[]) => readonly ContactRow[]
}

type Letters = readonly { readonly letter: string; readonly at: number }[]

const asksForAll = (filter: ContactFilter): boolean =>
  filter.search.trim() === '' &&
  filter.kind === undefined &&
  filter.status.length === 0 &&
  filter.category === '' &&
  filter.group === '' &&
  filter.criteria === undefined &&
  filter.list === undefined &&
  filter.ids === undefined &&
  filter.except.length === 0

export function contactQueries(register: Register): ContactQueries {
  const finding = peopleFinding(register)
  const count = register.prepare('SELECT count(*) FROM contact INDEXED BY contact_counted WHERE trashed = ?').pluck()
  const countDeceased = register
    .prepare("SELECT count(*) FROM contact INDEXED BY contact_counted WHERE trashed = 0 AND status = 'deceased'")
    .pluck()
  const page = register
    .prepare('SELECT id FROM contact WHERE trashed = ? ORDER BY sort_key, id LIMIT ? OFFSET ?')
    .pluck()
  const livingPage = register
    .prepare("SELECT id FROM contact WHERE trashed = 0 AND status <> 'deceased' ORDER BY sort_key, id LIMIT ? OFFSET ?")
    .pluck()
  const keyOf = register.prepare('SELECT sort_key FROM contact WHERE id = ?').pluck()
  const linesSql = (columns: readonly ListColumn[]): string =>
    `WITH now (day) AS (SELECT ?)
     SELECT c.id, c.kind, c.display_name AS displayName, c.sort_key AS letter, c.status, c.profession,
       c.member_number AS memberNumber, coalesce(k.name, '') AS category,
       coalesce((SELECT group_concat(g.name, ', ' ORDER BY m.position) FROM membership m
                 JOIN contact_group g ON g.id = m.group_id WHERE m.contact_id = c.id), '') AS groups,
       coalesce(a.city, '') AS city, coalesce(a.country, '') AS country,
       coalesce((SELECT address FROM email WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS email,
       coalesce((SELECT number FROM phone WHERE contact_id = c.id ORDER BY position LIMIT 1), '') AS phone
       ${columns.map((column, at) => `, ${columnSql(column).sql} AS cell${at}`).join('')}
     FROM now, json_each(?) j JOIN contact c ON c.id = j.value LEFT JOIN member_category k ON k.id = c.category_id
       LEFT JOIN address a ON a.id = ${addressOfDay('c.id', 'now.day')} ORDER BY j.key`

  /** The first place from which the keys are not before this one. */
  const placeOf = (ids: readonly number[], key: string): number => {
    let [low, high] = [0, ids.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (String(keyOf.get(ids[middle])) < key) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Places of `a` to `z`, and of what comes after, those that have somebody. */
  const lettersOf = ({ ids, filed }: Found): Letters => {
    if (!filed) return []
    const names = [...'abcdefghijklmnopqrstuvwxyz', '{']
    const places = names.map((name) => placeOf(ids, name))
    return names.flatMap((name, index) => {
      const at = places[index] ?? 0
      const end = places[index + 1] ?? ids.length
      return end > at ? [{ letter: name === '{' ? '#' : name.toUpperCase(), at }] : []
    })
  }

  let counted = { at: -1, everybody: 0, trash: 0, deceased: 0 }
  const counts = (): typeof counted => {
    const at = register.changeCount()
    if (counted.at !== at) {
      const [everybody, trash] = [Number(count.get(0)), Number(count.get(1))]
      counted = { at, everybody, trash, deceased: Number(countDeceased.get()) }
    }
    return counted
  }

  return {
    idsInOrder: (filter) => [...finding.foundAtOnce(filter).ids],
    idsFound: async (filter, sort) => (await finding.found(filter, sort)).ids,
    window: (filter, sort, offset, limit) => {
      if (asksForAll(filter) && sort.by === 'name' && !sort.descending) {
        const { everybody, trash, deceased } = counts()
        if (leavesOutDeceased(filter)) {
          return { total: everybody - deceased, deceased, ids: livingPage.all(limit, offset) as number[] }
        }
        const ids = page.all(filter.trashed ? 1 : 0, limit, offset) as number[]
        return { total: filter.trashed ? trash : everybody, deceased: 0, ids }
      }
      return whenFound(finding.found(filter, sort), ({ ids, deceased }) => ({
        total: ids.length,
        deceased,
        ids: ids.slice(offset, offset + limit),
      }))
    },
    letters: (filter, sort) => whenFound(finding.found(filter, sort), lettersOf),
    rows: (ids, columns) => {
      const values = columns.flatMap((column) => columnSql(column).values)
      const rows = register
        .prepare(linesSql(columns))
        .all(register.today(), ...values, JSON.stringify(ids)) as (ContactRow & Record<string, string>)[]
      return rows.map((row) => ({
        ...Object.fromEntries(Object.entries(row).filter(([name]) => !/^cell\d/.test(name))),
        letter: letterOf(row.letter),
        cells: columns.map((_, at) => row[`cell${at}`] ?? ''),
      })) as unknown as readonly ContactRow[]
    },
  }
}

/** Goes on at once when the answer is there, else when it comes. */
export const whenFound = <T, R>(found: T | Promise<T>, then: (found: T) => R): R | Promise<R> =>
  found instanceof Promise ? found.then(then) : then(found)
