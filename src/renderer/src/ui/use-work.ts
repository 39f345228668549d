/** Long works from a screen: how far, how long still, and the way to stop. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../../../core/kit/request.ts'
import { finish } from '../../../core/kit/request.ts'

export type Running = Progress & {
  /** Milliseconds since the phase began. */
  readonly elapsed: number
}

/** Milliseconds still to go at the pace kept so far; undefined while it is too early to tell. */
export function timeLeft(running: Running): number | undefined {
  if (running.elapsed < 1500 || running.done <= 0 || running.total <= 0) return undefined
  return (running.elapsed * Math.max(0, running.total - running.done)) / running.done
}

type Start<I, A> = (input: I, options: { readonly signal: AbortSignal }) => Promise<AsyncIterator<Progress, A, void>>

type WorkState<I, A> = {
  readonly running: Running | undefined
  /** Starts the work; refusals and cancellation are thrown. A work already going on is stopped first. */
  readonly run: (input: I) => Promise<A>
  readonly cancel: () => void
}

export function useWork<I, A>(start: Start<I, A>): WorkState<I, A> {
  const [running, setRunning] = useState<Running>()
  const abort = useRef<AbortController>(undefined)
  const cancel = useCallback(() => abort.current?.abort(new DOMException('cancelled', 'AbortError')), [])
  useEffect(() => cancel, [cancel])

  const run = useCallback(
    async (input: I) => {
      abort.current?.abort(new DOMException('replaced', 'AbortError'))
      const mine = new AbortController()
      abort.current = mine
      let phase = ''
      let began = performance.now()
      setRunning({ phase, done: 0, total: 0, elapsed: 0 })
      try {
        const stopped = new Promise<never>((_, reject) => {
          mine.signal.addEventListener('abort', () => reject(mine.signal.reason), { once: true })
        })
        const whole = start(input, { signal: mine.signal }).then((steps) => {
          mine.signal.addEventListener('abort', () => void steps.return?.(), { once: true })
          return finish(steps, (progress) => {
            if (progress.phase !== phase) {
              phase = progress.phase
              began = performance.now()
            }
            if (abort.current === mine) setRunning({ ...progress, elapsed: performance.now() - began })
          })
        })
        whole.catch(() => {})
        return await Promise.race([whole, stopped])
      } finally {
        if (abort.current === mine) setRunning(undefined)
      }
    },
    [start],
  )
  return { running, run, cancel }
}
