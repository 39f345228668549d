/**
 * Works that go on while one does something else: kept beside the screens, told at the side of the window, and stopped with
 * the association.
 */
import { useCallback, useSyncExternalStore } from 'react'
import type { PlainKey } from '../i18n/words.tsx'
import type { Route } from './route.ts'
import type { Running, Start, WorkState } from './use-work.ts'
import { runWork } from './use-work.ts'

export type KeptWork = {
  /** What it makes, and the screen it was asked from. */
  readonly words: PlainKey
  readonly from: Route
  readonly running: Running
  readonly cancel: () => void
}

let works: ReadonlyMap<string, KeptWork> = new Map()
const listeners = new Set<() => void>()

function put(name: string, work: KeptWork | undefined): void {
  const next = new Map(works)
  if (work === undefined) next.delete(name)
  else next.set(name, work)
  works = next
  for (const changed of listeners) changed()
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Every work that goes on, by name. */
export const useKeptWorks = (): ReadonlyMap<string, KeptWork> => useSyncExternalStore(subscribe, () => works)

export function stopKeptWorks(): void {
  for (const { cancel } of works.values()) cancel()
}

/** As `useWork`, but leaving the screen leaves the work alone; the same one asked again replaces it. */
export function useKeptWork<I, A>(
  name: string,
  { words, from }: Pick<KeptWork, 'words' | 'from'>,
  start: Start<I, A>,
): WorkState<I, A> {
  const kept = useKeptWorks().get(name)
  const run = async (input: I) => {
    works.get(name)?.cancel()
    const mine = new AbortController()
    const cancel = () => mine.abort(new DOMException('cancelled', 'AbortError'))
    let own: KeptWork | undefined
    try {
      return await runWork(start, input, mine.signal, (running) => {
        if (mine.signal.aborted) return
        own = { words, from, running, cancel }
        put(name, own)
      })
    } finally {
      if (works.get(name) === own) put(name, undefined)
    }
  }
  const cancel = useCallback(() => works.get(name)?.cancel(), [name])
  return { running: kept?.running, run, cancel }
}
