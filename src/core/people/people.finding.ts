/**
 * Who a filter lets through, in order. What was found last is kept until something changes, since a list is read window
 * after window; what takes long is cut in steps, so that nobody waits behind it.
 */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Register } from '../register/register.ts'
import type { ContactFilter } from './people.requests.ts'
import { foldedName } from './people.rules.ts'
import { peopleSearch } from './people.search.ts'
import { searchOf } from './search.rules.ts'

export type Found = {
  /** The contacts, in the order of the list. */
  readonly ids: readonly number[]
  /** How many more there would be with those who died. */
  readonly deceased: number
  /** Whether the order is that of the sort key: only then has the list an alphabet. */
  readonly filed: boolean
}

type Steps<T> = Generator<void, T>

export type PeopleFinding = {
  /** Who is found, at once when it takes no longer than a slice. */
  readonly found: (filter: ContactFilter) => Found | Promise<Found>
  /** The same, however long it holds the thread. */
  readonly foundAtOnce: (filter: ContactFilter) => Found
}

/** The longest the thread is held, in milliseconds. */
const slice = 12

/** Lists that are kept at the same time: those of a window, of an export, of a count. */
const mostKept = 8

/** Lists no longer than this begin with those nearest to what was typed. */
const atAGlance = 300

export const leavesOutDeceased = (filter: ContactFilter): boolean =>
  !filter.deceased && !filter.trashed && filter.status.length === 0

type Condition = { readonly sql: string; readonly values: readonly (string | number)[] }

/** What the plain filters ask, as SQL over `contact_list`, the index that covers them. The deceased are told apart afterwards. */
function plainCondition(filter: ContactFilter, letter: string | undefined): Condition {
  const parts: string[] = ['trashed = ?']
  const values: (string | number)[] = [filter.trashed ? 1 : 0]
  const ask = (sql: string, ...asked: (string | number)[]): void => {
    parts.push(sql)
    values.push(...asked)
  }
  if (letter !== undefined) ask('sort_key >= ? AND sort_key < ?', letter, `${letter}{`)
  if (filter.kind !== undefined) ask('kind = ?', filter.kind)
  if (filter.status.length > 0) ask('status IN (SELECT value FROM json_each(?))', JSON.stringify(filter.status))
  if (filter.category !== '') {
    ask('category_id = (SELECT id FROM member_category WHERE folded = ?)', foldedName(filter.category))
  }
  if (filter.group !== '') {
    ask(
      'id IN (SELECT contact_id FROM membership WHERE group_id IN (SELECT id FROM contact_group WHERE folded = ?))',
      foldedName(filter.group),
    )
  }
  return { sql: parts.join(' AND '), values }
}

/** An answer that needs no slices. */
// biome-ignore lint/correctness/useYield: one step
function* atOnce<T>(answer: T): Steps<T> {
  return answer
}

export function peopleFinding(register: Register): PeopleFinding {
  const search = peopleSearch(register)
  const deceased = register
    .prepare("SELECT id FROM contact INDEXED BY contact_list WHERE trashed = 0 AND status = 'deceased'")
    .pluck()

  let kept = new Map<string, unknown>()
  let keptAt = -1
  /** What was computed for the same question, unless something changed since; the oldest give way. */
  function* remembered<T>(question: string, compute: () => Steps<T>): Steps<T> {
    const at = register.changeCount()
    if (keptAt !== at) {
      kept = new Map()
      keptAt = at
    }
    if (kept.has(question)) {
      const known = kept.get(question) as T
      kept.delete(question)
      kept.set(question, known)
      return known
    }
    const answer = yield* compute()
    if (register.changeCount() === at) {
      kept.set(question, answer)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
      }
    }
    return answer
  }

  const plainly = (filter: ContactFilter, letter: string | undefined): Steps<readonly number[]> => {
    const { sql, values } = plainCondition(filter, letter)
    return remembered(`plain ${sql} ${JSON.stringify(values)}`, () =>
      atOnce(
        register
          .prepare(`SELECT id FROM contact WHERE ${sql} ORDER BY sort_key, id`)
          .pluck()
          .all(...values) as number[],
      ),
    )
  }

  const dead = (): Steps<ReadonlySet<number>> => remembered('dead', () => atOnce(new Set(deceased.all() as number[])))

  const finding = (filter: ContactFilter): Steps<Found> =>
    remembered(`found ${JSON.stringify(filter)}`, function* () {
      const sought = searchOf(filter.search)
      const letter = sought !== undefined && 'letter' in sought ? sought.letter : undefined
      let ids = yield* plainly(filter, letter)
      if (sought !== undefined && 'match' in sought) {
        ids = search.among(ids, sought)
      }
      const before = ids.length
      if (leavesOutDeceased(filter)) {
        const gone = yield* dead()
        ids = ids.filter((id) => !gone.has(id))
      }
      const near = sought !== undefined && 'match' in sought && ids.length > 0 && ids.length <= atAGlance
      return {
        ids: near ? search.nearestFirst(ids, sought) : ids,
        deceased: before - ids.length,
        filed: !near,
      }
    })

  const foundAtOnce = (filter: ContactFilter): Found => {
    const steps = finding(filter)
    let step = steps.next()
    while (!step.done) step = steps.next()
    return step.value
  }

  /** Goes on with steps begun at a state of the register; begins anew when something changed meanwhile. */
  const later = async (filter: ContactFilter, begun: Steps<Found>, state: number): Promise<Found> => {
    let steps = begun
    let at = state
    for (;;) {
      await giveBack()
      await register.whenFree()
      if (register.changeCount() !== at) {
        steps = finding(filter)
        at = register.changeCount()
      }
      const until = performance.now() + slice
      let step = steps.next()
      while (!step.done && performance.now() < until) step = steps.next()
      if (step.done) return step.value
    }
  }

  return {
    foundAtOnce,
    found: (filter) => {
      const steps = finding(filter)
      const at = register.changeCount()
      const until = performance.now() + slice
      let step = steps.next()
      while (!step.done && performance.now() < until) step = steps.next()
      return step.done ? step.value : later(filter, steps, at)
    },
  }
}
