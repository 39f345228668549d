/** The papers thread's side: takes jobs one after another, each done by its maker. */
import { parentPort } from 'node:worker_threads'
import type { Bench, PaperMaker } from '../kit/papers.ts'
import { Refusal, refusalData } from '../kit/refusal.ts'
import type { FromThread, ToThread } from './protocol.ts'

/** Thrown by the bench into a maker whose job was cancelled. */
class Cancelled extends Error {}

const PROGRESS_EVERY = 50 // ms

/** Makers by the name of their job. Each has its own shapes, which the job's name fixes. */
type Makers = Readonly<Record<string, PaperMaker<never, never, unknown>>>

type Intake = {
  readonly job: number
  readonly batches: AsyncIterable<readonly unknown[]>
  readonly give: (batch: readonly unknown[]) => void
  readonly end: () => void
  readonly cancel: () => void
}

/**
 * Serves the makers on this thread until it is ended.
 *
 * @param warmUp what to do ahead of the first job; a failure is left for the job to meet
 */
export function serveJobs(makers: Makers, warmUp: () => void | Promise<void>): void {
  const port = parentPort
  if (port === null) throw new Error('serveJobs belongs on the papers thread')
  const say = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  let intake: Intake | undefined

  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'warmUp':
        Promise.resolve()
          .then(warmUp)
          .catch(() => {})
        return
      case 'start':
        intake = openIntake(message.job, say)
        doJob(message.job, message.name, message.head, new Int32Array(message.flag), intake.batches)
        return
      default:
        if (intake?.job !== message.job) return
        if (message.kind === 'batch') intake.give(message.batch)
        else if (message.kind === 'end') intake.end()
        else intake.cancel()
    }
  })

  async function doJob(
    job: number,
    name: string,
    head: unknown,
    flag: Int32Array,
    batches: AsyncIterable<readonly unknown[]>,
  ): Promise<void> {
    try {
      const maker = makers[name]
      if (maker === undefined) throw new Error(`No maker for the job ${name}`)
      const made = await maker(head as never, batches as AsyncIterable<never>, openBench(job, flag, say))
      // A view on larger memory is cut out: the whole memory changes hands.
      const bytes = made.bytes.byteLength === made.bytes.buffer.byteLength ? made.bytes : made.bytes.slice()
      say({ kind: 'made', job, bytes, report: made.report }, [bytes.buffer])
    } catch (thrown) {
      if (thrown instanceof Cancelled) say({ kind: 'cancelled', job })
      else if (thrown instanceof Refusal) say({ kind: 'refused', job, refusal: refusalData(thrown) })
      else {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown))
        say({ kind: 'failed', job, message: error.message, stack: error.stack ?? '' })
      }
    }
  }
}

function openBench(job: number, flag: Int32Array, say: (message: FromThread) => void): Bench {
  let saidPhase: string | undefined
  let saidAt = 0
  return (phase, done, total) => {
    if (Atomics.load(flag, 0) === 1) throw new Cancelled()
    const now = performance.now()
    if (phase === saidPhase && done < total && now - saidAt < PROGRESS_EVERY) return
    saidPhase = phase
    saidAt = now
    say({ kind: 'progress', job, phase, done, total })
  }
}

function openIntake(job: number, say: (message: FromThread) => void): Intake {
  const waiting: (readonly unknown[])[] = []
  let ended = false
  let cancelled = false
  let wake = () => {}

  async function* batches(): AsyncGenerator<readonly unknown[]> {
    for (;;) {
      if (cancelled) throw new Cancelled()
      const batch = waiting.shift()
      if (batch !== undefined) {
        say({ kind: 'room', job })
        yield batch
      } else if (ended) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  }

  return {
    job,
    batches: batches(),
    give: (batch) => {
      waiting.push(batch)
      wake()
    },
    end: () => {
      ended = true
      wake()
    },
    cancel: () => {
      cancelled = true
      wake()
    },
  }
}
