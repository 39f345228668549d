/**
 * What a room needs to know of the papers room: it makes files (PDF, spreadsheets) on its own thread and
 * keeps their bytes until they are fetched. Rooms depend on this type, not on the room.
 */
import type { WorkDesk } from './request.ts'

/** A made file waiting to be fetched: a name of 32 hexadecimal digits nobody can guess, and what it is. */
export type KeptPaper = {
  readonly paper: string
  readonly name: string
  /** Media type, `application/pdf`. */
  readonly type: string
  /** Bytes. */
  readonly size: number
}

declare const job: unique symbol

/**
 * A job the papers thread knows, with the shapes that travel: one head, any number of pieces, a report back.
 * All three are plain data that structured clone can copy.
 */
export type PaperJob<Head, Piece, Report> = {
  readonly name: string
  readonly [job]?: { readonly head: Head; readonly piece: Piece; readonly report: Report }
}

/** Names a job and fixes its shapes: `paperJob<Head, Piece, Report>('directory')`. */
export const paperJob = <Head, Piece, Report>(name: string): PaperJob<Head, Piece, Report> => ({ name })

/**
 * What is to be printed, on its way to the papers thread: batches small enough that copying one costs the office
 * a few milliseconds. The next batch is asked for when the thread has room for it.
 */
export type Batches<Piece> = Iterable<readonly Piece[]> | AsyncIterable<readonly Piece[]>

/** Bytes a job made. The memory is the receiver's own. */
export type Made<Report> = { readonly bytes: Uint8Array<ArrayBuffer>; readonly report: Report }

/** Where a job says how far it is. Throws when the job was cancelled: call it often, let what it throws through. */
export type Bench = (phase: string, done: number, total: number) => void

/** How a job is done, on the papers thread. */
export type PaperMaker<Head, Piece, Report> = (
  head: Head,
  batches: AsyncIterable<readonly Piece[]>,
  bench: Bench,
) => Promise<Made<Report>>

export type Papers = {
  /**
   * Has a job done on the papers thread, one after another. Refuses with `cancelled` when the desk's signal is
   * aborted; throws a {@link PapersStopped} when the thread died, after which the next job works again.
   */
  readonly make: <Head, Piece, Report>(
    job: PaperJob<Head, Piece, Report>,
    head: Head,
    batches: Batches<Piece>,
    desk: WorkDesk,
  ) => Promise<Made<Report>>
  /** Starts the thread and reads the fonts ahead of the first job. Never fails: the job itself will say. */
  readonly warmUp: () => void
  /** Keeps bytes until they are fetched; the oldest kept are forgotten when there are too many. */
  readonly keep: (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => KeptPaper
  /** Keeps a file that is on the disk, too large for memory, until it is fetched; then it is deleted. */
  readonly keepFile: (name: string, type: string, path: string, size: number) => KeptPaper
  /** A piece of a kept file in base64. Refuses with `paperMissing`. */
  readonly read: (
    paper: string,
    offset: number,
  ) => { readonly chunk: string; readonly size: number; readonly next?: number }
  readonly discard: (paper: string) => boolean
  /** Stops the thread and forgets everything kept. */
  readonly close: () => Promise<void>
}

/** The papers thread died (out of memory, a crash): a fault, not a refusal. */
export class PapersStopped extends Error {
  constructor(jobName: string, cause: unknown) {
    super(`The papers thread stopped during the job ${jobName}`, { cause })
    this.name = 'PapersStopped'
  }
}
