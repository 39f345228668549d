/** One papers thread: started, spoken to, ended. It does one job at a time. */
import { Worker } from 'node:worker_threads'
import { PapersStopped } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import { BATCHES_UNDER_WAY, type FromThread, type PapersThread, type ToThread } from './protocol.ts'

type RunningJob = {
  readonly made: Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly report: unknown }>
  /** Resolves when the thread has room for the next batch. */
  readonly send: (batch: readonly unknown[]) => Promise<void>
  readonly end: () => void
  readonly cancel: () => void
  readonly over: () => boolean
}

export type Thread = {
  readonly start: (
    name: string,
    head: unknown,
    progress: (phase: string, done: number, total: number) => void,
  ) => RunningJob
  readonly warmUp: () => void
  readonly dead: () => boolean
  readonly end: () => Promise<void>
}

/**
 * Half of where new objects are made, in MB; the other half takes what outlives a collection, and V8 counts both and as
 * much again. With V8's own 32, a directory of 20,000 takes 540 MB instead of 410, and each page of memory costs time.
 */
export const NURSERY = 16

export function openThread(module: URL, resources: string, megabytes: number): Thread {
  const worker = new Worker(module, {
    name: 'papers',
    workerData: { resources } satisfies PapersThread,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 3 * NURSERY },
    // Not the door's own flags: an inspector or a loader meant for the office has no business here.
    execArgv: [],
  })
  // An idle thread must not keep a command line alive.
  worker.unref()
  const say = (message: ToThread) => worker.postMessage(message)
  let dead = false
  let current: { readonly hear: (message: FromThread) => void; readonly stopped: (cause: unknown) => void } | undefined
  let jobs = 0
  let cause: unknown

  worker.on('message', (message: FromThread) => current?.hear(message))
  worker.on('error', (error) => {
    cause = error
    dead = true
  })
  worker.on('exit', (code) => {
    dead = true
    current?.stopped(cause ?? new Error(`exit code ${code}`))
  })

  function start(
    name: string,
    head: unknown,
    progress: (phase: string, done: number, total: number) => void,
  ): RunningJob {
    const job = ++jobs
    const flag = new SharedArrayBuffer(4)
    let room = BATCHES_UNDER_WAY
    let roomMade = () => {}
    let over = false
    const { promise: made, resolve, reject } = Promise.withResolvers<Awaited<RunningJob['made']>>()
    const finish = (settle: () => void) => {
      over = true
      current = undefined
      worker.unref()
      settle()
      roomMade()
    }
    current = {
      stopped: (why) => finish(() => reject(new PapersStopped(name, why))),
      hear: (message) => {
        if (message.job !== job) return
        switch (message.kind) {
          case 'room':
            room++
            roomMade()
            return
          case 'progress':
            progress(message.phase, message.done, message.total)
            return
          case 'made':
            return finish(() => resolve({ bytes: message.bytes, report: message.report }))
          case 'refused':
            return finish(() =>
              reject(new Refusal(message.refusal.code, message.refusal.values, message.refusal.field)),
            )
          case 'cancelled':
            return finish(() => reject(new Refusal('cancelled')))
          case 'failed':
            return finish(() => reject(failure(message.message, message.stack)))
        }
      },
    }
    say({ kind: 'start', job, name, head, flag })
    worker.ref()
    return {
      made,
      over: () => over,
      send: async (batch) => {
        while (room === 0 && !over)
          await new Promise<void>((resolve) => {
            roomMade = resolve
          })
        if (over) return
        room--
        say({ kind: 'batch', job, batch })
      },
      end: () => say({ kind: 'end', job }),
      cancel: () => {
        Atomics.store(new Int32Array(flag), 0, 1)
        say({ kind: 'cancel', job })
        roomMade()
      },
    }
  }

  return {
    start,
    warmUp: () => say({ kind: 'warmUp' }),
    dead: () => dead,
    end: async () => {
      dead = true
      await worker.terminate()
    },
  }
}

/** A maker's own error, with the stack it had on its thread: a fault for the log. */
function failure(message: string, stack: string): Error {
  const error = new Error(message)
  if (stack !== '') error.stack = stack
  return error
}
