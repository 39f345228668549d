/**
 * Looks for damage in a large register once it is open: whole, `quick_check` would hold the thread for 6 ms a megabyte.
 * Small tables are checked whole; of large ones every row is read to its last byte, which meets every page of theirs.
 * Their indexes, and a last page of a long text that is spoilt in itself, are for `history.check`.
 */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'

/** In bytes: about 250 ms on a busy machine. A smaller register is checked whole before it opens. */
export const smallEnough = 40_000_000

/** Rows of a table that is checked whole. */
const fewRows = 200

/** How long reading a handful of rows should take, in milliseconds. */
const stride = 5

/** Tables looked at before opening even in a large register: who the association is, and what was done last. */
const first = ['association', 'journal_now', 'journal_act'] as const

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const isWhole = (database: Database, table: string): boolean =>
  database.pragma(`quick_check(${quoted(table)})`, { simple: true }) === 'ok'

/** Bytes the register takes. */
export const sizeOf = (database: Database): number =>
  Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }))

/** Whether what must be sound before anything is asked, is. */
export const isSoundAtFirst = (database: Database): boolean => first.every((table) => isWhole(database, table))

/** Reads a table to its end, a handful of rows at a time; throws where SQLite meets a broken page. */
function* readThrough(database: Database, table: string): Generator<void, void> {
  const columns = (database.pragma(`table_info(${quoted(table)})`) as readonly { name: string }[]).map(
    ({ name }) => name,
  )
  const last = columns.map((name) => `total(length(substr(${quoted(name)}, -1)))`).join(' + ')
  const rows = database
    .prepare(
      `SELECT max(row) AS reached, ${last === '' ? '0' : last} AS bytes
       FROM (SELECT rowid AS row, * FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    )
    .safeIntegers()
  let handful = 50
  for (let reached = -(2n ** 63n); ; ) {
    const began = performance.now()
    const part = rows.get(reached, handful) as { readonly reached: bigint | null }
    if (part.reached === null) return
    reached = part.reached
    const took = performance.now() - began
    handful = took < stride / 2 ? handful * 2 : took > stride ? Math.max(1, handful >> 1) : handful
    yield
  }
}

function* looking(database: Database): Generator<void, boolean> {
  const tables = database.pragma('table_list') as readonly { schema: string; name: string; type: string; wr: number }[]
  for (const { schema, name, type, wr } of tables) {
    if (schema !== 'main' || (type !== 'table' && type !== 'shadow')) continue
    const rows =
      wr === 1
        ? 0
        : Number(
            database
              .prepare(`SELECT coalesce(max(rowid), 0) FROM ${quoted(name)}`)
              .pluck()
              .get(),
          )
    if (rows <= fewRows) {
      if (!isWhole(database, name)) return false
    } else yield* readThrough(database, name)
    yield
  }
  return true
}

/**
 * Looks at everything, giving the thread back after each handful and waiting while a long writing is under way.
 *
 * @returns whether all is sound; true as well when the register was closed meanwhile.
 */
export async function isSoundLater(database: Database, whenFree: () => Promise<void>): Promise<boolean> {
  let steps: Generator<void, boolean> | undefined
  for (;;) {
    await giveBack()
    await whenFree()
    if (!database.open) return true
    try {
      steps ??= looking(database)
      const step = steps.next()
      if (step.done) return step.value
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return false
      throw error
    }
  }
}
