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
  /** Begins a long writing of new and changed contacts: the triggers leave everybody out until `catchUp`. */
  readonly wait: () => void
  /** Says, before a contact is written, the text it is found by until then. Nothing when no long writing waits. */
  readonly leaves: (contact: number, text: string) => void
  /** Puts in what was written since `wait`, in steps, and lets the triggers work again. */
  readonly catchUp: () => Generator<undefined, void>
  /** Forgets what waited: it is caught up, or its act was taken back. */
  readonly forget: () => void
  /** Joins what was written in many small parts, a little at each step, and lets the triggers work again. */
  readonly release: () => Generator<undefined, void>
  /** Writes the whole index anew, a little at each step, so that nothing is left in it of texts that were taken out. */
  readonly purge: () => Generator<undefined, void>
}

/**
 * While rows wait: parts of half a megabyte, none merged on the way. FTS5 merges all parts of one size at once when there
 * are `crisismerge` of them, and takes no more than 1999: 100,000 people make about 150. Then FTS5's own values.
 * Measured on 100,000 people: longest step 11 ms of processor; 5.1 s in all, 8.6 with parts of fifty people.
 */
const settings = {
  waiting: { automerge: 0, crisismerge: 1999, hashsize: 524_288 },
  usual: { automerge: 4, crisismerge: 16, hashsize: 1_048_576 },
} as const

/** Pages merged at a step: about 10 ms. */
const pagesAtOnce = 32n

const always = Number.MAX_SAFE_INTEGER

/** By the beginning of words, and by what stands inside them. */
const indexes = ['contact_search', 'contact_fragment'] as const

/** Contacts indexed at once: a few milliseconds. */
const atOnce = 50

/** A register has one index, whoever writes: what waits is told by all. */
const known = new WeakMap<Register, SearchIndex>()

export function searchIndex(register: Register): SearchIndex {
  const found = known.get(register)
  if (found !== undefined) return found
  const made = indexOf(register)
  known.set(register, made)
  return made
}

type Setting = ReturnType<Register['prepare']>

function indexOf(register: Register): SearchIndex {
  const held = register.prepare('UPDATE search_hold SET held_from = ?')
  const changes = register.prepare('SELECT total_changes()').pluck()
  const sequence = register.prepare("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'contact'").pluck()
  const newest = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()
  type Row = readonly [id: number, text: string]
  const among = register
    .prepare('SELECT id, search_text FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .raw()
  const range = register.prepare('SELECT id, search_text FROM contact WHERE id > ? AND id <= ? ORDER BY id').raw()
  const rowsOf = (contacts: readonly number[]) => among.all(JSON.stringify(contacts)) as Row[]
  // One row a statement: SQLite guards a statement of several rows, or one with triggers, by having FTS5 write out before
  // it what it holds, and each writing out is a part more to be merged.
  const each = indexes.map((index) => {
    const setting = register.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`)
    return {
      setting,
      use: (values: Readonly<Record<string, number>>): void => {
        for (const [name, value] of Object.entries(values)) setting.run(name, BigInt(value))
      },
      out: register.prepare(`INSERT INTO ${index} (${index}, rowid, search_text) VALUES ('delete', ?, ?)`),
      into: register.prepare(`INSERT INTO ${index} (rowid, search_text) VALUES (?, ?)`),
    }
  })
  /** What waits: the texts by which contacts that were there before, numbered up to `first`, still stand in the index. */
  let waiting: { readonly first: number; readonly left: Map<number, string> } | undefined
  const hold: SearchIndex['hold'] = (from) => {
    held.run(from)
    for (const { use } of each) use(settings.waiting)
  }
  const merged = function* (setting: Setting): Generator<undefined, void> {
    for (;;) {
      const before = Number(changes.get())
      setting.run('merge', pagesAtOnce)
      // FTS5: a merge that changed fewer than two rows had nothing left to do.
      if (Number(changes.get()) - before < 2) break
      yield
    }
  }
  const release: SearchIndex['release'] = function* () {
    for (const { setting, use } of each) {
      yield* merged(setting)
      use(settings.usual)
    }
    held.run(always)
  }
  return {
    hold,
    release,
    purge: function* () {
      for (const { setting } of each) {
        // FTS5: a negative number of pages puts all parts on one level, for the merges after it to make one part of.
        setting.run('merge', -pagesAtOnce)
        yield* merged(setting)
      }
    },
    wait: () => {
      waiting = { first: Number(sequence.get()), left: new Map() }
      hold(0)
    },
    leaves: (contact, text) => {
      if (waiting === undefined || contact > waiting.first || waiting.left.has(contact)) return
      waiting.left.set(contact, text)
    },
    forget: () => {
      waiting = undefined
    },
    catchUp: function* () {
      if (waiting === undefined) return
      const { first, left } = waiting
      const ascending = [...left].sort(([one], [other]) => one - other)
      for (let from = 0; from < ascending.length; from += atOnce) {
        const part = ascending.slice(from, from + atOnce)
        const now = new Map(rowsOf(part.map(([id]) => id)))
        const others = part.filter(([id, text]) => now.get(id) !== text)
        for (const { out, into } of each)
          for (const [id, text] of others) {
            // Out and in again at once: FTS5 takes both in one part, as long as numbers ascend.
            out.run(id, text)
            if (now.has(id)) into.run(id, now.get(id))
          }
        yield
      }
      const last = Number(newest.get())
      for (let from = first; from < last; from += atOnce) {
        const part = range.all(from, from + atOnce) as Row[]
        for (const { into } of each) for (const row of part) into.run(...row)
        yield
      }
      yield* release()
    },
    takeOut: (contacts) => {
      const part = rowsOf(contacts)
      for (const { out } of each) for (const row of part) out.run(...row)
    },
    putIn: (contacts) => {
      const part = rowsOf(contacts)
      for (const { into } of each) for (const row of part) into.run(...row)
    },
  }
}
