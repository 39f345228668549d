/**
 * What a screen found by a long work: kept while one goes to a record and comes back, not asked again by itself. Shown
 * at once when it changes: the next key acts on what the last one left, however fast one types.
 */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { ask } from '../client.ts'

const benches = new Map<string, unknown>()
const listeners = new Set<() => void>()

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The findings of a screen in the association that is open, and the way to put others in their place. */
export function useBench<T>(name: string): readonly [T | undefined, (next: T | ((known: T) => T)) => void] {
  const folder = useQuery(ask.desk.state.queryOptions({ input: {} })).data?.open?.folder ?? ''
  const key = `${name} ${folder}`
  const data = useSyncExternalStore(subscribe, () => benches.get(key) as T | undefined)
  const put = useCallback(
    (next: T | ((known: T) => T)) => {
      const known = benches.get(key) as T | undefined
      if (typeof next !== 'function') benches.set(key, next)
      else if (known !== undefined) benches.set(key, (next as (known: T) => T)(known))
      for (const changed of listeners) changed()
    },
    [key],
  )
  return [data, put]
}
