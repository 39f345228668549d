/** Tells a reader's thread that is stuck from one that waits for a busy machine. */
import type { Worker } from 'node:worker_threads'

type Silence = {
  /** The thread said something. */
  readonly broken: () => void
  /** It waits for the office, and has nothing to say. */
  readonly excused: () => void
  readonly end: () => void
}

/** Looks at the thread as many times before it is given up. */
const looks = 3

/**
 * Calls `stuck` when the thread said nothing for so long although it had the processor for half of that time. A clock
 * alone would give up good files where other programs leave the thread no turn: what waits, be it for ever, is left to
 * the bound of the whole reading.
 */
export function watchedSilence(worker: Worker, milliseconds: number, stuck: () => void): Silence {
  let timer: NodeJS.Timeout | undefined
  /** Looks that belong to a silence since broken say nothing. */
  let silence = 0
  const watch = () => {
    clearTimeout(timer)
    silence += 1
    const mine = silence
    let begun: number | undefined
    let seen = 0
    const look = async () => {
      const now = await processorOf(worker)
      if (mine !== silence) return
      seen += 1
      begun ??= now
      if (seen >= looks && now - begun >= milliseconds / 2) stuck()
      else timer = setTimeout(look, milliseconds / looks)
    }
    timer = setTimeout(look, milliseconds / looks)
  }
  const excused = () => {
    silence += 1
    clearTimeout(timer)
  }
  watch()
  return { broken: watch, excused, end: excused }
}

/** Milliseconds the thread had the processor since it was hired: none while it is being made. */
async function processorOf(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    return 0
  }
}
