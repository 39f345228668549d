/** What a file made to harm may cost, and what it comes to. */
import { expect } from 'vitest'
import { Refusal, type RefusalCode } from '../../kit/refusal.ts'
import { readOut, type scratch } from './test-files.ts'

export type Expected = RefusalCode | 'read' | readonly (RefusalCode | 'read')[]

/**
 * A second of computing, and 150 MB of growth at most. Computing is the best of three: not the waiting of a busy machine, and
 * not what its crowded processors add.
 */
export async function withinBounds<T>(work: () => Promise<T>): Promise<T> {
  const before = process.memoryUsage().rss
  const spent: number[] = []
  for (;;) {
    const started = process.cpuUsage()
    const outcome = await work()
    const { user, system } = process.cpuUsage(started)
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
    spent.push((user + system) / 1000)
    if (Math.min(...spent) < 1000) return outcome
    if (spent.length === 3) expect(Math.min(...spent)).toBeLessThan(1000)
  }
}

/** Writes the file, reads it within the bounds, and says whether it came to what was expected. */
export const boundedIn =
  (place: ReturnType<typeof scratch>) =>
  async (name: string, bytes: Buffer | string, expected: Expected): Promise<void> => {
    const path = place.file(name, bytes)
    const outcome = await withinBounds(async () => {
      try {
        await readOut(path)
        return 'read'
      } catch (error) {
        if (error instanceof Refusal) return error.code
        throw error
      }
    })
    if (typeof expected === 'string') expect(outcome).toBe(expected)
    else expect(expected).toContain(outcome)
  }
