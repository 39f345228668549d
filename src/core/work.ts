/** A work under way, as its visitor follows it: the latest progress when asked, then the answer; leaving stops it. */
import type { Progress, WorkDesk } from './kit/request.ts'

type WorkParts<A> = {
  readonly run: (desk: WorkDesk) => Promise<A>
  readonly follow: (work: Promise<A>, stop: () => void) => Promise<A>
  /** The visitor's own signal: their request was cut. */
  readonly signal: AbortSignal | undefined
  readonly outward: (error: unknown) => unknown
}

/** Progress is said at most this often, in milliseconds, save for a new phase. */
const pace = 50

/**
 * Starts the work at once. A visitor who asks slowly misses some progress, never the answer; one who leaves (`return`, or
 * their signal) cancels the work and waits until it has stopped.
 */
export function followedWork<A>({
  run,
  follow,
  signal,
  outward,
}: WorkParts<A>): AsyncIteratorObject<Progress, A, void> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })

  let waiting: Progress | undefined
  let spoken = { phase: '', at: 0 }
  let wake = (): void => {}
  let outcome: { readonly answer: A } | { readonly error: unknown } | undefined

  const work = follow(
    run({
      signal: stopping.signal,
      progress: (phase, done, total) => {
        const at = performance.now()
        if (phase === spoken.phase && at - spoken.at < pace && done !== total) return
        spoken = { phase, at }
        waiting = { phase, done, total }
        wake()
      },
    }),
    stop,
  )
  const ended = work
    .then(
      (answer) => {
        outcome = { answer }
      },
      (error: unknown) => {
        outcome = { error: outward(error) }
      },
    )
    .then(() => {
      signal?.removeEventListener('abort', stop)
      wake()
    })

  const iterator: AsyncIteratorObject<Progress, A, void> = {
    next: async () => {
      for (;;) {
        if (waiting !== undefined) {
          const value = waiting
          waiting = undefined
          return { done: false, value }
        }
        if (outcome !== undefined) {
          if ('error' in outcome) throw outcome.error
          return { done: true, value: outcome.answer }
        }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    return: async (value) => {
      stop()
      await ended
      return { done: true, value: (await value) as A }
    },
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: async () => {
      stop()
      await ended
    },
  }
  return iterator
}
