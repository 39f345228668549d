/** Who is ticked: these few, or everybody the list holds but a few. Nobody's number is fetched to tick everybody. */
import type { ContactFilter } from '../../../core/people/people.requests.ts'

export type Ticked = { readonly all: boolean; readonly ids: ReadonlySet<number> }

export const nobody: Ticked = { all: false, ids: new Set() }
export const wholeList: Ticked = { all: true, ids: new Set() }

export const isTicked = ({ all, ids }: Ticked, id: number): boolean => all !== ids.has(id)

/** @param total how many the list holds. */
export const tickedCount = ({ all, ids }: Ticked, total: number): number => (all ? total - ids.size : ids.size)

export function withTicked(ticked: Ticked, changed: readonly number[], on: boolean): Ticked {
  const ids = new Set(ticked.ids)
  for (const id of changed) on === ticked.all ? ids.delete(id) : ids.add(id)
  return { ...ticked, ids }
}

/** The ticked ones as the office is asked for them. */
export const tickedFilter = (filter: ContactFilter, { all, ids }: Ticked): ContactFilter =>
  all
    ? { ...filter, except: [...filter.except, ...ids] }
    : {
        ...{ search: '', status: [], category: '', group: '', trashed: filter.trashed, deceased: true },
        ...{ ids: [...ids], except: [] },
      }
