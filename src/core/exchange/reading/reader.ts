/** Has a file read on a thread that can be killed, with bounded memory and time (measured in reliability row I13). */
import { setImmediate as giveBack } from 'node:timers/promises'
import { deserialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../kit/refusal.ts'
import type { WorkDesk } from '../../kit/request.ts'
import { workerLimits } from './limits.ts'
import type { LookFacts, OfficeMessage, ReaderJob, ReaderMessage, ReadRow } from './reader.messages.ts'
import { watchedSilence } from './silence.ts'

const entry = () =>
  new URL(import.meta.url.endsWith('.ts') ? './reader.worker.ts' : './reader-worker.js', import.meta.url)

type ReaderLimits = { readonly [K in 'wallClockMilliseconds' | 'silenceMilliseconds']: number }

/** A thread that read its file well waits a little for the next one: looking at a file is followed by its preview. */
let idle: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined
const idleMilliseconds = 15_000

function hiredReader(): Worker {
  if (idle !== undefined) {
    const { worker, end } = idle
    clearTimeout(end)
    forget(worker)
    idle = undefined
    worker.ref()
    return worker
  }
  return new Worker(entry(), {
    env: {},
    resourceLimits: {
      maxOldGenerationSizeMb: workerLimits.oldGenerationMegabytes,
      maxYoungGenerationSizeMb: workerLimits.youngGenerationMegabytes,
    },
  })
}

/** Only our own listeners: a worker has others of its own, by which it knows whether its port is read. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Lets the thread wait without keeping the program alive; a second one is not kept. */
function dismiss(worker: Worker): void {
  forget(worker)
  worker.on('error', () => {})
  if (idle !== undefined) {
    void worker.terminate()
    return
  }
  worker.unref()
  const end = setTimeout(() => {
    idle = undefined
    void worker.terminate()
  }, idleMilliseconds)
  end.unref()
  const mine = { worker, end }
  idle = mine
  worker.once('exit', () => {
    clearTimeout(end)
    if (idle === mine) idle = undefined
  })
}

/**
 * Reads one staged file.
 *
 * Refuses what the readers refuse; `cancelled` when the desk's signal is aborted; `fileDangerous` when the thread
 * went out of memory or time. `rows` is awaited before more rows are asked for. A thread that did not read its file
 * to the end is never used again.
 */
export async function readFile(
  job: ReaderJob,
  desk: WorkDesk,
  rows: (batch: readonly ReadRow[]) => Promise<void> | void = () => {},
  bounds: ReaderLimits = workerLimits,
): Promise<LookFacts> {
  if (desk.signal.aborted) throw new Refusal('cancelled')
  const worker = hiredReader()
  try {
    const reading = outcome(worker, desk, rows, bounds)
    worker.postMessage({ kind: 'job', job } satisfies OfficeMessage)
    const facts = await reading
    dismiss(worker)
    return facts
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

function outcome(
  worker: Worker,
  desk: WorkDesk,
  rows: (batch: readonly ReadRow[]) => Promise<void> | void,
  bounds: ReaderLimits,
): Promise<LookFacts> {
  return new Promise<LookFacts>((resolve, reject) => {
    let dealing = Promise.resolve()
    let reached: { readonly done: number; readonly total: number } | undefined
    const stuck = () => fail(new Refusal('fileDangerous', { reason: 'time' }))
    const wallClock = setTimeout(stuck, bounds.wallClockMilliseconds)
    const silence = watchedSilence(worker, bounds.silenceMilliseconds, stuck)
    const stop = () => {
      clearTimeout(wallClock)
      silence.end()
      desk.signal.removeEventListener('abort', cancel)
    }
    const settle =
      <T>(end: (value: T) => void) =>
      (value: T) => {
        stop()
        end(value)
      }
    const fail = settle(reject)
    const cancel = () => fail(new Refusal('cancelled'))
    desk.signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: ReaderMessage) => {
      if (message.kind === 'rows') silence.excused()
      else silence.broken()
      switch (message.kind) {
        case 'progress':
          reached = message
          desk.progress('reading', message.done, message.total)
          break
        case 'rows':
          dealing = dealing.then(async () => {
            // Batches may wait one behind the other: each gives the office back.
            await giveBack()
            if (desk.signal.aborted) return
            await rows(deserialize(message.packed) as readonly ReadRow[])
            // The thread says nothing while it waits for us: it is we who go on.
            if (reached !== undefined) desk.progress('reading', reached.done, reached.total)
            silence.broken()
            worker.postMessage({ kind: 'more' } satisfies OfficeMessage)
          })
          dealing.catch(fail)
          break
        case 'done':
          dealing.then(() => settle(resolve)(message.facts), fail)
          break
        case 'refused':
          fail(new Refusal(message.refusal.code, message.refusal.values, message.refusal.field))
          break
        case 'failed': {
          const fault = new Error(message.message)
          fault.stack = message.stack
          fail(fault)
          break
        }
      }
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('fileDangerous', { reason: 'memory' }) : error)
    })
    worker.on('exit', () => {
      dealing.then(() => fail(new Error('The reader stopped without an answer')), fail)
    })
  })
}
