/** What long work tells of itself; it may throw to give up. */
export type Progress<Phase extends string> = (done: number, total: number, phase: Phase) => void

/** Longest silence between two reports, in milliseconds. */
const SILENCE = 12

/**
 * Reports at most every few milliseconds and then lets the thread breathe, so that a worker can hear «give up».
 * Answers a promise to await when it paused.
 */
export function pacer<Phase extends string>(
  progress: Progress<Phase>,
): (done: number, total: number, phase: Phase) => Promise<void> | undefined {
  let last = performance.now()
  return (done, total, phase) => {
    if (done < total && performance.now() - last < SILENCE) return undefined
    progress(done, total, phase)
    return new Promise((resolve) =>
      setImmediate(() => {
        last = performance.now()
        resolve()
      }),
    )
  }
}
