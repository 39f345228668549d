/** The rows of the list around what is on screen, fetched by pages of the office's covering index. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { byName, type ListColumn, type ListSort } from '../../../core/people/lists/columns.requests.ts'
import type { ContactFilter, ContactRow } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'

/** What a list asks the office for. */
export type Asked = {
  readonly filter: ContactFilter
  readonly sort: ListSort
  readonly columns: readonly ListColumn[]
}

const pageSize = 100

const page = ({ filter, sort, columns }: Asked, number: number) =>
  ask.people.list.queryOptions({
    input: { ...filter, sort, columns: [...columns], offset: number * pageSize, limit: pageSize },
  })

/** How many the filter keeps; undefined until the first answer. While a new search runs, the previous number stays. */
export function useTotal(
  filter: ContactFilter,
  sort: ListSort = byName,
  columns: readonly ListColumn[] = [],
): {
  readonly total: number | undefined
  /** Those it leaves out because they died. */
  readonly deceased: number
  readonly trouble: unknown
} {
  const first = useQuery({ ...page({ filter, sort, columns }, 0), placeholderData: keepPreviousData })
  return { total: first.data?.total, deceased: first.data?.deceased ?? 0, trouble: first.error }
}

/** @param first, last positions on screen. @returns the row at a position, when it has come. */
export function usePeopleWindow(asked: Asked, first: number, last: number): (index: number) => ContactRow | undefined {
  const from = Math.floor(first / pageSize)
  const pages = Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, step) => from + step)
  const answers = useQueries({
    queries: pages.map((number) => ({ ...page(asked, number), placeholderData: keepPreviousData })),
  })
  return (index) => {
    const row = answers[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize]
    // Rows kept from before may have other columns than those asked for now.
    return row?.cells.length === asked.columns.length ? row : undefined
  }
}
