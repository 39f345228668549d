/** A papers thread for the tests, on the real bench: makers that misbehave in the ways a real one might. */
import { Refusal } from '../kit/refusal.ts'
import { serveJobs } from './bench.ts'

const spin = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

serveJobs(
  {
    echo: async (head: { readonly words: string }, batches, bench) => {
      let pieces = 0
      for await (const batch of batches) {
        pieces += (batch as readonly unknown[]).length
        bench('reading', pieces, pieces)
      }
      // A view on larger memory, as pools give: only the view may travel.
      const bytes = new Uint8Array(new ArrayBuffer(1000), 10, head.words.length)
      bytes.set(new TextEncoder().encode(head.words).subarray(0, bytes.length))
      return { bytes, report: { pieces } }
    },
    slow: async (_head, _batches, bench) => {
      for (let step = 0; step < 10_000; step++) {
        bench('slow', step, 10_000)
        spin(5)
      }
      return { bytes: new Uint8Array(1), report: null }
    },
    waiting: async (_head, batches) => {
      for await (const _batch of batches);
      return { bytes: new Uint8Array(1), report: null }
    },
    deaf: async () => {
      for (;;) spin(1000)
    },
    exit: async () => process.exit(3),
    memory: async () => {
      const hoard: number[][] = []
      for (;;) hoard.push(new Array(100_000).fill(Math.random()))
    },
    refuse: async () => {
      throw new Refusal('nothingToPrint', { why: 'test' })
    },
    fail: async () => {
      throw new Error('a bug in a maker')
    },
  },
  () => {},
)
