/**
 * Who a filter lets through, in order. What was found last is kept until something changes, since a list is read window
 * after window; what takes long is cut in steps, so that nobody waits behind it.
 */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../kit/refusal.ts'
import { fold } from '../kit/text.ts'
import type { Register } from '../register/register.ts'
import { byName, type ListSort } from './lists/columns.requests.ts'
import { columnSql } from './lists/columns.sql.ts'
import type { Criteria } from './lists/criteria.requests.ts'
import { type CustomType, criteriaSql } from './lists/criteria.sql.ts'
import { type ContactFilter, contactFilter } from './people.requests.ts'
import { foldedName } from './people.rules.ts'
import { peopleSearch } from './people.search.ts'
import { searchOf } from './search.rules.ts'
import { sortedInSteps } from './sorting.ts'

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
  /** Who is found: at once for plain filters and what is kept; criteria and other orders may take several slices. */
  readonly found: (filter: ContactFilter, sort?: ListSort) => Found | Promise<Found>
  /** The same, however long it holds the thread. */
  readonly foundAtOnce: (filter: ContactFilter, sort?: ListSort) => Found
}

/** The longest the thread is held, in milliseconds; and what one step of criteria should take. */
const slice = 12
const stride = 4

/** Contacts read at a time in the order of their keys: 3 ms. */
const filedAtOnce = 10_000

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

/** A register has one memory of what was found, whoever asks. */
const memories = new WeakMap<Register, PeopleFinding>()

export function peopleFinding(register: Register): PeopleFinding {
  const known = memories.get(register)
  if (known !== undefined) return known
  const made = findingOf(register)
  memories.set(register, made)
  return made
}

/** Texts in the order people expect: folded, figures by their value, nothing at all last. */
const sortable = (text: string): string => fold(text).replace(/\d+/g, (figures) => figures.padStart(10, '0'))

function findingOf(register: Register): PeopleFinding {
  const search = peopleSearch(register)
  const deceased = register
    .prepare("SELECT id FROM contact INDEXED BY contact_counted WHERE trashed = 0 AND status = 'deceased'")
    .pluck()
  const greatest = register.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck()
  const keyOf = register.prepare('SELECT sort_key FROM contact WHERE id = ?').pluck()
  const typed = register.prepare('SELECT type FROM custom_field WHERE folded = ?').pluck()
  const list = register.prepare('SELECT kind, filter FROM saved_list WHERE id = ?')
  const chosen = register.prepare('SELECT contact_id FROM saved_list_member WHERE list_id = ?').pluck()

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
    return remembered(`plain ${sql} ${JSON.stringify(values)}`, function* () {
      const next = register
        .prepare(`SELECT id FROM contact WHERE ${sql} AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?`)
        .pluck()
      const ids: number[] = []
      for (let after: readonly [string, number] = ['', 0]; ; ) {
        const part = next.all(...values, ...after, filedAtOnce) as number[]
        for (const id of part) ids.push(id)
        const last = part.at(-1)
        if (last === undefined || part.length < filedAtOnce) return ids
        yield
        after = [keyOf.get(last) as string, last]
      }
    })
  }

  const dead = (): Steps<ReadonlySet<number>> => remembered('dead', () => atOnce(new Set(deceased.all() as number[])))

  /** Everybody, or the trash, in the order of a column; those who say nothing there come last, ties are in the order of names. */
  const sorted = (trashed: boolean, { by, descending }: ListSort): Steps<readonly number[]> =>
    remembered(`sorted ${trashed} ${by} ${descending} ${register.today()}`, function* () {
      const ids = yield* plainly(contactFilter.parse({ trashed }), undefined)
      if (by === 'name') return ids.toReversed()
      const { sql, values } = columnSql(by)
      const texts = register
        .prepare(
          `WITH now (day) AS (SELECT ?) SELECT ${sql} FROM now, json_each(?) j JOIN contact c ON c.id = j.value ORDER BY j.key`,
        )
        .pluck()
      const keys: string[] = []
      for (let from = 0; from < ids.length; from += 500) {
        const part = ids.slice(from, from + 500)
        for (const text of texts.all(register.today(), ...values, JSON.stringify(part)) as string[])
          keys.push(sortable(text))
        yield
      }
      const order = yield* sortedInSteps(ids.length, (one, other) => {
        const [first = '', second = ''] = [keys[one], keys[other]]
        if (first === second) return one - other
        if (first === '' || second === '') return first === '' ? 1 : -1
        return first < second !== descending ? -1 : 1
      })
      return Array.from(order, (at) => ids[at] ?? 0)
    })

  /** Who meets criteria, as a mark for each number. */
  const meeting = (criteria: Criteria): Steps<Uint8Array> =>
    remembered(`meeting ${register.today()} ${JSON.stringify(criteria)}`, function* () {
      const { sql, values } = criteriaSql(criteria, {
        today: register.today(),
        typeOf: (field) => (typed.get(foldedName(field)) as CustomType | undefined) ?? 'text',
      })
      const met = register.prepare(`SELECT c.id FROM contact c WHERE c.id > ? AND c.id <= ? AND ${sql}`).pluck()
      const last = Number(greatest.get())
      const marks = new Uint8Array(last + 1)
      let atOnce = 500
      for (let from = 0; from < last; ) {
        const began = performance.now()
        for (const id of met.all(from, from + atOnce, ...values) as number[]) marks[id] = 1
        from += atOnce
        const took = performance.now() - began
        if (took < stride / 2) atOnce *= 2
        else if (took > stride) atOnce = Math.max(50, atOnce >> 1)
        yield
      }
      return marks
    })

  function* inList(id: number): Steps<(contact: number) => boolean> {
    const found = list.get(id) as { kind: 'live' | 'fixed'; filter: string } | undefined
    if (found === undefined) throw new Refusal('notFound', { id }, 'list')
    if (found.kind === 'fixed') {
      const members = new Set(chosen.all(id) as number[])
      return (contact) => members.has(contact)
    }
    const { list: _, ...filter } = contactFilter.parse(JSON.parse(found.filter))
    const members = new Set((yield* finding({ ...filter, deceased: true }, byName)).ids)
    return (contact) => members.has(contact)
  }

  const inOrder = function* (filter: ContactFilter, letter: string | undefined, sort: ListSort) {
    const plain = yield* plainly(filter, letter)
    if (sort.by === 'name' && !sort.descending) return plain
    const order = yield* sorted(filter.trashed, sort)
    if (order.length === plain.length) return order
    const wanted = new Set(plain)
    return order.filter((id) => wanted.has(id))
  }

  const finding = (filter: ContactFilter, sort: ListSort): Steps<Found> =>
    remembered(`found ${JSON.stringify([filter, sort])}`, function* () {
      const sought = searchOf(filter.search)
      const letter = sought !== undefined && 'letter' in sought ? sought.letter : undefined
      let ids: readonly number[] = yield* inOrder(filter, letter, sort)
      if (filter.ids !== undefined) {
        const wanted = new Set(filter.ids)
        ids = ids.filter((id) => wanted.has(id))
      }
      if (filter.except.length > 0) {
        const unwanted = new Set(filter.except)
        ids = ids.filter((id) => !unwanted.has(id))
      }
      if (filter.list !== undefined) ids = ids.filter(yield* inList(filter.list))
      if (filter.criteria !== undefined) {
        const marks = yield* meeting(filter.criteria)
        ids = ids.filter((id) => marks[id] === 1)
      }
      if (sought !== undefined && 'match' in sought) ids = yield* search.among(ids, sought)
      const before = ids.length
      if (leavesOutDeceased(filter)) {
        const gone = yield* dead()
        ids = ids.filter((id) => !gone.has(id))
      }
      const filed = sort.by === 'name' && !sort.descending
      const near = filed && sought !== undefined && 'match' in sought && ids.length > 0 && ids.length <= atAGlance
      return {
        ids: near ? search.nearestFirst(ids, sought) : ids,
        deceased: before - ids.length,
        filed: filed && !near,
      }
    })

  const foundAtOnce = (filter: ContactFilter, sort = byName): Found => {
    const steps = finding(filter, sort)
    let step = steps.next()
    while (!step.done) step = steps.next()
    return step.value
  }

  /** Goes on with steps begun at a state of the register; begins anew when something changed meanwhile. */
  const later = async (begin: () => Steps<Found>, begun: Steps<Found>, state: number): Promise<Found> => {
    let steps = begun
    let at = state
    for (;;) {
      await giveBack()
      await register.whenFree()
      if (register.changeCount() !== at) {
        steps = begin()
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
    found: (filter, sort = byName) => {
      const begin = (): Steps<Found> => finding(filter, sort)
      const steps = begin()
      const at = register.changeCount()
      const until = performance.now() + slice
      let step = steps.next()
      while (!step.done && performance.now() < until) step = steps.next()
      return step.done ? step.value : later(begin, steps, at)
    },
  }
}
