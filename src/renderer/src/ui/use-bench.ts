/** What a screen found by a long work: kept while one goes to a record and comes back, not asked again by itself. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ask } from '../client.ts'

/** The findings of a screen in the association that is open, and the way to put others in their place. */
export function useBench<T>(name: string): readonly [T | undefined, (next: T | ((known: T) => T)) => void] {
  const queries = useQueryClient()
  const folder = useQuery(ask.desk.state.queryOptions({ input: {} })).data?.open?.folder ?? ''
  const { data } = useQuery<T>({
    queryKey: ['bench', name, folder],
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const put = useCallback(
    (next: T | ((known: T) => T)) => {
      queries.setQueryData<T>(['bench', name, folder], (known) =>
        typeof next === 'function' ? (known === undefined ? undefined : (next as (known: T) => T)(known)) : next,
      )
    },
    [queries, name, folder],
  )
  return [data, put]
}
