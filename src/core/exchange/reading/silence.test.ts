/** A thread that turns for ever is given up; one that has no turn is waited for. */
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { watchedSilence } from './silence.ts'

/** What comes first of a thread: a word, or that it is stuck. */
async function first(program: string, milliseconds: number): Promise<string> {
  const worker = new Worker(program, { eval: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      const silence = watchedSilence(worker, milliseconds, () => resolve('stuck'))
      worker.once('error', reject)
      worker.once('message', (word: string) => {
        silence.end()
        resolve(word)
      })
    })
  } finally {
    await worker.terminate()
  }
}

test('a thread that turns without a word is stuck', async () => {
  expect(await first('for (;;);', 300)).toBe('stuck')
})

test('a thread that has no turn is waited for, longer than the bound', async () => {
  const waits = "setTimeout(() => require('node:worker_threads').parentPort.postMessage('read'), 2000)"
  expect(await first(waits, 600)).toBe('read')
})
