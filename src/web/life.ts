/**
 * Whether a window is still there. A window that we started ends with its browser process; one that the secretary
 * opened from the start file says so by its requests, of which `desk.heartbeat` is the one that costs nothing.
 */

/** Browsers wake a hidden page once a minute: a beat may be a full minute late and the window still be there. */
export const usualSilence = 63_000

export type Life = {
  /** The window arrived: silence counts from now on. */
  readonly arrived: () => void
  /** A request of the window began (+1) or ended (-1). */
  readonly changed: (change: 1 | -1) => void
  readonly stop: () => void
}

/**
 * Calls `onEnd` once, after `silence` milliseconds without any request, long ones in progress included.
 * A computer that slept for hours counts as one short silence.
 */
export function watchLife(silence: number, onEnd: () => void): Life {
  const step = Math.max(10, Math.min(1_000, Math.floor(silence / 10)))
  let watching = false
  let running = 0
  let left = silence
  const timer = setInterval(() => {
    if (!watching || running > 0) return
    // Counted in steps of our own rather than by the clock, which runs on while the computer sleeps.
    left -= step
    if (left > 0) return
    clearInterval(timer)
    onEnd()
  }, step)
  timer.unref()
  return {
    arrived: () => {
      watching = true
      left = silence
    },
    changed: (change) => {
      running += change
      left = silence
    },
    stop: () => clearInterval(timer),
  }
}
