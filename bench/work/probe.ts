/**
 * Watches how long this thread is held at a time: a timer that should ring every 5 ms tells by how much it was late,
 * and the thread's own processor time tells how much of that was ours, not the machine's other work.
 */
export function openProbe(): { readonly close: () => { readonly hold: number; readonly computing: number } } {
  const every = 5
  let hold = 0
  let computing = 0
  let last = performance.now()
  let lastOurs = ours()
  const look = () => {
    const now = performance.now()
    const nowOurs = ours()
    hold = Math.max(hold, now - last - every)
    computing = Math.max(computing, nowOurs - lastOurs)
    last = now
    lastOurs = nowOurs
  }
  const timer = setInterval(look, every)
  return {
    /** The longest there were, in ms. */
    close: () => {
      clearInterval(timer)
      look()
      return { hold, computing }
    },
  }
}

/** Processor time of this thread, in ms. */
function ours(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
