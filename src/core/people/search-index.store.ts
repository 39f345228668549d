/**
 * The full-text index during a long writing: left aside while the rows are written, then brought up to date in steps.
 * Row by row it is a third of an import and most of an undo, and it merges its parts in steps of up to 100 ms.
 */
import type { Register } from '../register/register.ts'

type SearchIndex = {
  /** From now on contacts with a number above `from` are left out of the index by its triggers. */
  readonly hold: (from: number) => void
  /** Takes contacts out of the index, or puts them in, as their rows are now; one that is gone is passed over. Ascending numbers. */
  readonly takeOut: (contacts: readonly number[]) => void
  readonly putIn: (contacts: readonly number[]) => void
  /** Puts in those numbered above `from`, up to `to`. */
  readonly putInRange: (from: number, to: number) => void
  /** Joins what was written in many small parts, a little at each step, and lets the triggers work again. */
  readonly release: () => Generator<undefined, void>
}

/**
 * While rows wait: small parts, none merged on the way. Then FTS5's own values.
 * Measured on 20,000 people: longest step 4 ms instead of 44, and half of the time.
 */
const settings = {
  waiting: { automerge: 0, crisismerge: 1000, hashsize: 131_072 },
  usual: { automerge: 4, crisismerge: 16, hashsize: 1_048_576 },
} as const

/** Pages merged at a step: 10 to 25 ms. */
const pagesAtOnce = 32n

const always = Number.MAX_SAFE_INTEGER

/** By the beginning of words, and by what stands inside them. */
const indexes = ['contact_search', 'contact_fragment'] as const

export function searchIndex(register: Register): SearchIndex {
  const held = register.prepare('UPDATE search_hold SET held_from = ?')
  const changes = register.prepare('SELECT total_changes()').pluck()
  const among = 'FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id'
  const each = indexes.map((index) => {
    const setting = register.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`)
    return {
      setting,
      use: (values: Readonly<Record<string, number>>): void => {
        for (const [name, value] of Object.entries(values)) setting.run(name, BigInt(value))
      },
      out: register.prepare(
        `INSERT INTO ${index} (${index}, rowid, search_text) SELECT 'delete', id, search_text ${among}`,
      ),
      into: register.prepare(`INSERT INTO ${index} (rowid, search_text) SELECT id, search_text ${among}`),
      range: register.prepare(
        `INSERT INTO ${index} (rowid, search_text) SELECT id, search_text FROM contact WHERE id > ? AND id <= ?`,
      ),
    }
  })
  return {
    hold: (from) => {
      held.run(from)
      for (const { use } of each) use(settings.waiting)
    },
    takeOut: (contacts) => {
      for (const { out } of each) out.run(JSON.stringify(contacts))
    },
    putIn: (contacts) => {
      for (const { into } of each) into.run(JSON.stringify(contacts))
    },
    putInRange: (from, to) => {
      for (const { range } of each) range.run(from, to)
    },
    release: function* () {
      for (const { setting, use } of each) {
        for (;;) {
          const before = Number(changes.get())
          setting.run('merge', pagesAtOnce)
          // FTS5: a merge that changed fewer than two rows had nothing left to do.
          if (Number(changes.get()) - before < 2) break
          yield
        }
        use(settings.usual)
      }
      held.run(always)
    },
  }
}
