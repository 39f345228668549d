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

export type Start<I, A> = (
  input: I,
  options: { readonly signal: AbortSignal },
) => Promise<AsyncIterator<Progress, A, void>>

export type WorkState<I, A> = {
  readonly running: Running | undefined
  /** Starts the work; refusals and cancellation are thrown. A work already going on is stopped first. */
  readonly run: (input: I) => Promise<A>
  readonly cancel: () => void
}

/** Runs a work to its end, telling how far it is; stopped by the signal, at once for who waits. */
export async function runWork<I, A>(
  start: Start<I, A>,
  input: I,
  signal: AbortSignal,
  tell: (running: Running) => void,
): Promise<A> {
  let phase = ''
  let began = performance.now()
  tell({ phase, done: 0, total: 0, elapsed: 0 })
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const whole = start(input, { signal }).then((steps) => {
    signal.addEventListener('abort', () => void steps.return?.(), { once: true })
    return finish(steps, (progress) => {
      if (progress.phase !== phase) {
        phase = progress.phase
        began = performance.now()
      }
      tell({ ...progress, elapsed: performance.now() - began })
    })
  })
  whole.catch(() => {})
  return Promise.race([whole, stopped])
}

/** A work of one screen: it is stopped when the screen is left. */
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
      try {
        return await runWork(start, input, mine.signal, (now) => {
          if (abort.current === mine) setRunning(now)
        })
      } finally {
        if (abort.current === mine) setRunning(undefined)
      }
    },
    [start],
  )
  return { running, run, cancel }
}
