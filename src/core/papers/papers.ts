/** The papers room seen from the office: one warm thread that makes files, and a shelf where they wait. */
import type { Batches, Made, PaperJob, Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { openShelf } from './shelf.ts'
import { openThread, type Thread } from './thread.ts'

const bundled = !import.meta.url.endsWith('.ts')
const usualThread = new URL(bundled ? './papers-worker.js' : './papers.worker.ts', import.meta.url)

/** How long a cancelled job may go on before its thread is ended, in ms. */
const PATIENCE = 2000

export type PapersOptions = {
  /** Folder of the fonts and samples, `<repo>/resources`. */
  readonly resources: string
  /** Another thread's module, for tests. */
  readonly thread?: URL
  readonly patience?: number
  /** Most memory of the thread's own heap, in MB. */
  readonly megabytes?: number
}

/** Opens the room. The thread starts with the first job or {@link Papers.warmUp}, and again after it died. */
export function openPapers(options: PapersOptions): Papers {
  const { resources, thread: module = usualThread, patience = PATIENCE, megabytes = 1536 } = options
  const shelf = openShelf()
  let thread: Thread | undefined
  let lastTurn: Promise<unknown> = Promise.resolve()
  let closed = false

  const running = (): Thread => {
    if (thread === undefined || thread.dead()) thread = openThread(module, resources, megabytes)
    return thread
  }

  async function make<Head, Piece, Report>(
    job: PaperJob<Head, Piece, Report>,
    head: Head,
    batches: Batches<Piece>,
    desk: WorkDesk,
  ): Promise<Made<Report>> {
    // A job still waiting its turn is given up at once; one under way, when it has really stopped.
    let begun = false
    const givenUp = Promise.withResolvers<never>()
    desk.signal.addEventListener('abort', () => begun || givenUp.reject(new Refusal('cancelled')), { once: true })
    const turn = lastTurn.then(() => {
      begun = true
      return makeNow(job, head, batches, desk)
    })
    lastTurn = turn.catch(() => {})
    return await Promise.race([turn, givenUp.promise])
  }

  async function makeNow<Head, Piece, Report>(
    job: PaperJob<Head, Piece, Report>,
    head: Head,
    batches: Batches<Piece>,
    desk: WorkDesk,
  ): Promise<Made<Report>> {
    if (closed || desk.signal.aborted) throw new Refusal('cancelled')
    const thread = running()
    const work = thread.start(job.name, head, desk.progress)
    let impatience: NodeJS.Timeout | undefined
    const cancel = () => {
      work.cancel()
      impatience ??= setTimeout(() => void thread.end(), patience)
    }
    desk.signal.addEventListener('abort', cancel, { once: true })
    let unsent: { readonly thrown: unknown } | undefined
    sendBatches(batches, work.send, () => desk.signal.aborted || work.over()).then(work.end, (thrown: unknown) => {
      // Too late to matter: the thread may already be at another job.
      if (work.over()) return
      unsent = { thrown }
      cancel()
    })
    try {
      const made = await work.made
      if (desk.signal.aborted) throw new Refusal('cancelled')
      return made as Made<Report>
    } catch (thrown) {
      // What stopped the sending (a refusal of the register's) explains more than the cancelled job it led to.
      if (unsent !== undefined) throw unsent.thrown
      throw desk.signal.aborted ? new Refusal('cancelled') : thrown
    } finally {
      clearTimeout(impatience)
      desk.signal.removeEventListener('abort', cancel)
    }
  }

  return {
    make,
    warmUp: () => {
      if (!closed) running().warmUp()
    },
    keep: shelf.keep,
    keepFile: shelf.keepFile,
    read: shelf.read,
    discard: shelf.discard,
    close: async () => {
      closed = true
      shelf.clear()
      await thread?.end()
    },
  }
}

/** Gives the thread back between two batches: copying them all at once would hold the office. */
async function sendBatches<Piece>(
  batches: Batches<Piece>,
  send: (batch: readonly Piece[]) => Promise<void>,
  over: () => boolean,
): Promise<void> {
  for await (const batch of batches) {
    if (over()) return
    await send(batch)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
