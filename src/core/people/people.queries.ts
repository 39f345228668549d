/** The list: windows of it, its alphabet, and what a line of it shows. */
import type { Register } from '../register/register.ts'
import { letterOf } from './name.rules.ts'
import { type Found, leavesOutDeceased, peopleFinding } from './people.finding.ts'
import type { ContactFilter, ContactRow } from './people.requests.ts'

/** A window of the list and how many lines it has in all; `deceased`: those it leaves out because they died. */
export type Window = { readonly total: number; readonly deceased: number; readonly ids: readonly number[] }

type ContactQueries = {
  readonly idsInOrder: (filter: ContactFilter) => number[]
  readonly window: (filter: ContactFilter, offset: number, limit: number) => Window | Promise<Window>
  readonly rows: (ids: readonly number[]) => readonly ContactRow[]
}

const asksForAll = (filter: ContactFilter): boolean =>
  filter.search.trim() === '' &&
  filter.kind === undefined &&
  filter.status.length === 0 &&
  filter.category === '' &&
  filter.group === ''

export function contactQueries(register: Register): ContactQueries {
  const finding = peopleFinding(register)
  const count = register.prepare('SELECT count(*) FROM contact INDEXED BY contact_list WHERE trashed = ?').pluck()
  const countDeceased = register
    .prepare("SELECT count(*) FROM contact INDEXED BY contact_list WHERE trashed = 0 AND status = 'deceased'")
    .pluck()
  const page = register
    .prepare('SELECT id FROM contact WHERE trashed = ? ORDER BY sort_key, id LIMIT ? OFFSET ?')
    .pluck()
  const livingPage = register
    .prepare("SELECT id FROM contact WHERE trashed = 0 AND status <> 'deceased' ORDER BY sort_key, id LIMIT ? OFFSET ?")
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
    window: (filter, offset, limit) => {
      if (asksForAll(filter)) {
        const { everybody, trash, deceased } = counts()
        if (leavesOutDeceased(filter)) {
          return { total: everybody - deceased, deceased, ids: livingPage.all(limit, offset) as number[] }
        }
        const ids = page.all(filter.trashed ? 1 : 0, limit, offset) as number[]
        return { total: filter.trashed ? trash : everybody, deceased: 0, ids }
      }
      const cut = ({ ids, deceased }: Found): Window => ({
        total: ids.length,
        deceased,
        ids: ids.slice(offset, offset + limit),
      })
      const found = finding.found(filter)
      return found instanceof Promise ? found.then(cut) : cut(found)
    },
    rows: (ids) =>
      (lines.all(JSON.stringify(ids)) as ContactRow[]).map((row) => ({ ...row, letter: letterOf(row.letter) })),
  }
}
