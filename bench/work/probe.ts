/** Watches how long this thread is held at a time: a timer that should ring every 5 ms tells by how much it was late. */
export function openProbe(): { readonly longest: () => number } {
  const every = 5
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - every)
    last = now
  }, every)
  return {
    /** The longest hold since the probe was opened, in ms; closes it. */
    longest: () => {
      clearInterval(timer)
      return Math.max(longest, performance.now() - last - every)
    },
  }
}
