/** Acts: every writing is one transaction and one entry of the journal, at once or cut in slices. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Database, Statement } from 'better-sqlite3'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { cleanLine } from '../kit/text.ts'
import { widenCache, writeEarly } from './pragmas.ts'
import { storageFailure } from './storage-failure.ts'
import { brokenLink } from './undo.ts'

export type Acts = {
  readonly order: <T>(name: string, subject: string, act: () => T) => T
  readonly orderInSlices: <T>(
    name: string,
    subject: string,
    act: () => Generator<{ done: number; total: number }, T>,
    desk: WorkDesk,
    phase: string,
    /** What becomes of an act that changed nothing: `kept` for whoever goes on speaking of it by its number. */
    whenEmpty?: 'kept' | 'dropped',
  ) => Promise<{ act: number; answer: T }>
  readonly subject: (text: string) => void
  /** Says which act the running one undoes. */
  readonly undoes: (act: number) => void
  /** The act that is running. */
  readonly running: () => number
  readonly whenFree: () => Promise<void>
  readonly changeCount: () => number
}

/** The longest a slice may hold the thread, in milliseconds. One step of the generator may not be cut further. */
const slice = 15

type Running = { readonly act: number; subject: string; undoes: number | null }

export function openActs(
  database: Database,
  folder: string,
  prepare: (sql: string) => Statement<unknown[]>,
  who: { by: string; now: () => Date },
): Acts {
  let running: Running | undefined
  let occupied: Promise<void> | undefined
  let changes = Number(prepare('SELECT coalesce(max(id), 0) FROM journal_act').pluck().get())

  const begin = (name: string, subject: string): Running => {
    if (running !== undefined) throw new Error(`The order ${name} was placed inside another`)
    database.exec('BEGIN IMMEDIATE')
    try {
      const { lastInsertRowid } = prepare(
        `INSERT INTO journal_act (at, name, by, first_row, last_row)
         VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) + 1 FROM journal_row), 0)`,
      ).run(who.now().toISOString(), name, who.by)
      const act = Number(lastInsertRowid)
      prepare('UPDATE journal_now SET act = ? WHERE id = 1').run(act)
      running = { act, subject, undoes: null }
      return running
    } catch (error) {
      rollBack()
      throw error
    }
  }

  const commit = ({ act, subject, undoes }: Running, keptWhenEmpty: boolean): void => {
    prepare('UPDATE journal_now SET act = NULL WHERE id = 1').run()
    prepare(
      'UPDATE journal_act SET subject = ?, undoes = ?, last_row = (SELECT coalesce(max(id), 0) FROM journal_row) WHERE id = ?',
    ).run(cleanLine(subject), undoes, act)
    const dropped =
      keptWhenEmpty || undoes !== null
        ? 0
        : prepare('DELETE FROM journal_act WHERE id = ? AND last_row < first_row').run(act).changes
    try {
      database.exec('COMMIT')
    } catch (error) {
      const broken = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
      throw broken && undoes !== null ? brokenLink(database, prepare) : error
    }
    if (dropped === 0) changes = act
  }

  /** Rows of the journal that the running act has so far. */
  const rowsWritten = (): number =>
    Number(
      prepare(
        `SELECT coalesce(max(id), 0) + 1 - (SELECT first_row FROM journal_act WHERE id = (SELECT act FROM journal_now))
         FROM journal_row`,
      )
        .pluck()
        .get(),
    )

  const rollBack = (): void => {
    // SQLite rolls back by itself on a full disk.
    if (database.inTransaction) database.exec('ROLLBACK')
  }

  const whenFree = async (): Promise<void> => {
    while (occupied !== undefined) await occupied
  }

  return {
    order: (name, subject, act) => {
      let now: Running | undefined
      try {
        now = begin(name, subject)
        const answer = act()
        if (answer instanceof Promise) throw new Error(`The order ${name} is not synchronous`)
        commit(now, false)
        return answer
      } catch (error) {
        // Only who began may take back: another's transaction may be under way.
        if (now !== undefined) rollBack()
        throw storageFailure(error, folder)
      } finally {
        if (now !== undefined) running = undefined
      }
    },

    orderInSlices: async (name, subject, act, desk, phase, whenEmpty = 'kept') => {
      // No await between the test and the taking: of all who wait, one alone passes.
      while (occupied !== undefined) await occupied
      let leave = (): void => {}
      occupied = new Promise((resolve) => {
        leave = resolve
      })
      let now: Running | undefined
      let steps: ReturnType<typeof whole> | undefined
      let reached = { done: 0, total: 0 }
      const whole = function* () {
        const answer = yield* act()
        yield* writeEarly(database, rowsWritten())
        return answer
      }
      const narrow = widenCache(database)
      try {
        // Whoever was just told that the way is free does his one thing first.
        await giveBack()
        now = begin(name, subject)
        steps = whole()
        for (;;) {
          if (desk.signal.aborted) throw new Refusal('cancelled')
          const until = performance.now() + slice
          let step = steps.next()
          while (!step.done && performance.now() < until) step = steps.next()
          if (step.done) {
            // The commit waits for the disk: it has a turn of its own.
            await giveBack()
            if (desk.signal.aborted) throw new Refusal('cancelled')
            commit(now, whenEmpty === 'kept')
            return { act: now.act, answer: step.value }
          }
          reached = step.value ?? reached
          desk.progress(phase, reached.done, reached.total)
          await giveBack()
        }
      } catch (error) {
        if (now !== undefined) {
          // What the act opened for itself is put away before its rows are.
          steps?.return(undefined as never)
          rollBack()
        }
        throw storageFailure(error, folder)
      } finally {
        if (now !== undefined) running = undefined
        narrow()
        occupied = undefined
        leave()
      }
    },

    subject: (text) => {
      if (running === undefined) throw new Error('No order is running')
      running.subject = text
    },
    undoes: (act) => {
      if (running === undefined) throw new Error('No order is running')
      running.undoes = act
    },
    running: () => {
      if (running === undefined) throw new Error('No order is running')
      return running.act
    },
    whenFree,
    changeCount: () => changes,
  }
}
