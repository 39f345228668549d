/** The lines of a plan, kept as text, with what is chosen for columns: which of them then change something. */
import type { DueTold } from '../dues/dues-list.rules.ts'
import { fold } from '../kit/text.ts'
import type { ConsentAnswer } from '../people/consents/consents.rules.ts'
import type { ContactInput } from '../people/people.requests.ts'
import type { WaitingPhoto } from './draft.ts'
import type { FieldChanges, ImportWay, PreviewLine, PreviewOutcome } from './exchange.requests.ts'
import { type NumberColumn, numberColumn } from './growing.ts'
import { type Change, isTaken } from './merge.ts'
import { textStore } from './text-store.ts'
import { doubts } from './warning.rules.ts'

/** A line as it was planned: of a new record the contact, of one that is known what the line says of it. */
export type PlannedLine = Omit<PreviewLine, 'about' | 'choice' | 'changes'> & {
  readonly changes: readonly Change[]
  readonly write?: ContactInput
  readonly draft?: ContactInput
  /** The photo that came with it. */
  readonly photo?: WaitingPhoto
  /** Whether the line said a status: a default never changes a record. */
  readonly statusGiven?: boolean
  /** What the line tells of dues. */
  readonly dues?: readonly DueTold[]
  /** What it tells of answers about being published, of a record that exists only those it lacks. */
  readonly consents?: readonly ConsentAnswer[]
  /** Both people of a couple as one record, named as written. */
  readonly whole?: ContactInput
}

/** What is done with the fields of records that exist: that of the file, but for those that have their own. */
export type Ways = { readonly way: ImportWay; readonly fields: ReadonlyMap<string, ImportWay> }
export const usualWays: Ways = { way: 'update', fields: new Map() }

export const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly PreviewOutcome[]
type Shelf = PreviewOutcome | 'toCheck' | 'doubtful' | 'corrected' | 'couples'

type Sight = {
  readonly shelf?: Shelf | undefined
  readonly search: string
  readonly field?: string | undefined
  readonly offset: number
  readonly limit: number
}

export type PlanBook = {
  /** Keeps a line; `key` is what its name is sought by, `write` the text of a new contact. */
  readonly keep: (line: PlannedLine, key: string, write?: string) => number
  readonly at: (place: number) => PlannedLine
  readonly size: () => number
  /** The place of a line of the file, or of the second person it names. */
  readonly placeOf: (line: number, part: 1 | 2) => number | undefined
  readonly lineOf: (place: number) => number
  /** Something of the line is doubtful. */
  readonly isDoubtful: (place: number) => boolean
  readonly ways: () => Ways
  readonly weigh: (ways: Ways) => void
  /** What was proposed for a place, whatever was chosen. */
  readonly proposed: (place: number) => PreviewOutcome
  /** What a line comes to, `way` standing for those of its fields. */
  readonly outcome: (line: PlannedLine, way?: ImportWay) => PreviewOutcome
  readonly takes: (way?: ImportWay) => (change: Change) => boolean
  /** Places by what was proposed for them under the ways. */
  readonly shelf: (shelf: Shelf) => readonly number[]
  /** How many places are seen so, and a window of them. */
  readonly seen: (sight: Sight) => { readonly total: number; readonly places: readonly number[] }
  readonly fields: () => readonly FieldChanges[]
}

const samplesKept = 3

/** What is said of a place, in one number: the outcome proposed, and two facts. */
const outcomeBits = 3
const toCheckBit = 4
const doubtfulBit = 8

/**
 * Lines are kept as JSON text outside of the heap: a tenth of the memory of their objects, and an import of 200,000 lines
 * must fit beside the rest of the office. Which fields each would change is kept as numbers, so that a new way is weighed at once.
 */
export function planBook(begun: Ways): PlanBook {
  const lines = textStore()
  /** The line of the file of each place: a couple has two places, one after the other. */
  const numbers = numberColumn()
  const keys: string[] = []
  /** What was proposed for each place, by its rank among the outcomes, with what else is said of it. */
  const said = numberColumn()
  const couples: number[] = []
  const corrected: number[] = []
  /** The places that a way may turn: those of records that exist. */
  const weighable: number[] = []
  /** Of each line the fields it would change, twice their number, and one more when that takes the place of nothing. */
  const touches = numberColumn()
  const firstTouch = numberColumn()
  const fields = new Map<string, { readonly number: number; replaced: number; filled: number; samples: Samples }>()
  type Samples = { name: string; old: string; new: string }[]
  let ways = begun
  let shelves: Record<PreviewOutcome | 'toCheck' | 'doubtful', number[]> = emptyShelves()

  const wayOf = (field: string): ImportWay => ways.fields.get(field) ?? ways.way
  const numbered = (field: string) => {
    const known = fields.get(field)
    if (known !== undefined) return known
    const made = { number: fields.size, replaced: 0, filled: 0, samples: [] }
    fields.set(field, made)
    return made
  }
  /** Which touches change something, by their number. */
  let counting: boolean[] = []
  const weighed = () => {
    counting = []
    for (const [field, { number }] of fields) {
      counting[number * 2] = wayOf(field) === 'update'
      counting[number * 2 + 1] = wayOf(field) !== 'skip'
    }
  }
  const endOf = (place: number): number => (place + 1 < firstTouch.size() ? firstTouch.at(place + 1) : touches.size())
  const proposed = (place: number): PreviewOutcome => outcomes[said.at(place) & outcomeBits] as PreviewOutcome
  const changes = (place: number): boolean => {
    for (let touch = firstTouch.at(place); touch < endOf(place); touch += 1)
      if (counting[touches.at(touch)] === true) return true
    return false
  }
  const shelve = (place: number) => {
    const first = proposed(place)
    const outcome = first === 'changed' && !changes(place) ? 'unchanged' : first
    shelves[outcome].push(place)
    // A new record that is to check stays so whatever is done with those that exist.
    if (outcome !== 'unchanged' && (said.at(place) & toCheckBit) > 0) shelves.toCheck.push(place)
    if ((outcome === 'created' || outcome === 'changed') && (said.at(place) & doubtfulBit) > 0)
      shelves.doubtful.push(place)
  }
  const touch = (name: string, change: Change) => {
    // No way for a field takes the place of a correction: only a line's own choice does.
    if (change.corrected !== undefined) return
    const before = fields.size
    const field = numbered(change.field)
    if (fields.size > before) weighed()
    const fills = isTaken('fill', change)
    touches.push(field.number * 2 + (fills ? 1 : 0))
    if (fills) field.filled += 1
    else field.replaced += 1
    if (field.samples.length < samplesKept)
      field.samples.push({ name, old: change.old.slice(0, 120), new: change.new.slice(0, 120) })
  }

  const onShelf = (shelf: Shelf): readonly number[] =>
    shelf === 'couples' ? couples : shelf === 'corrected' ? corrected : shelves[shelf]

  return {
    keep: (line, key, write) => {
      const text = JSON.stringify(line)
      // The contact of a new record is text already: it is let in as it is.
      const place = lines.keep(write === undefined ? text : `${text.slice(0, -1)},"write":${write}}`)
      if (line.outcome === 'changed' || line.outcome === 'unchanged') weighable.push(place)
      numbers.push(line.line)
      keys.push(key)
      const doubtful = line.toCheck || line.problems.some(({ code }) => doubts.has(code))
      said.push(outcomes.indexOf(line.outcome) | (line.toCheck ? toCheckBit : 0) | (doubtful ? doubtfulBit : 0))
      if (line.coupleWith !== undefined) couples.push(place)
      if (line.changes.some((change) => change.corrected !== undefined)) corrected.push(place)
      firstTouch.push(touches.size())
      for (const change of line.changes) touch(line.name, change)
      shelve(place)
      return place
    },
    at: (place) => JSON.parse(lines.at(place)) as PlannedLine,
    size: lines.size,
    placeOf: (line, part) => {
      const first = firstOf(numbers, line)
      if (first === undefined || part === 1) return first
      return first + 1 < numbers.size() && numbers.at(first + 1) === line ? first + 1 : undefined
    },
    lineOf: numbers.at,
    isDoubtful: (place) => (said.at(place) & doubtfulBit) > 0,
    ways: () => ways,
    weigh: (next) => {
      ways = next
      weighed()
      const { created, refused } = shelves
      const kept = (['toCheck', 'doubtful'] as const).map(
        (shelf) => [shelf, shelves[shelf].filter((place) => proposed(place) === 'created')] as const,
      )
      shelves = { ...emptyShelves(), created, refused }
      for (const place of weighable) shelve(place)
      for (const [shelf, places] of kept)
        shelves[shelf] = [...places, ...shelves[shelf]].sort((one, other) => one - other)
    },
    proposed,
    outcome: (line, way) =>
      line.outcome === 'changed' &&
      !line.changes.some((change) => isTaken(way ?? wayOf(change.field), change, way === 'update'))
        ? 'unchanged'
        : line.outcome,
    takes: (way) => (change) => isTaken(way ?? wayOf(change.field), change, way === 'update'),
    shelf: onShelf,
    seen: ({ shelf, search, field, offset, limit }) => {
      const words = fold(search)
        .split(' ')
        .filter((word) => word !== '')
      const number = field === undefined ? undefined : (fields.get(field)?.number ?? -1)
      const fits = (place: number): boolean => {
        const key = keys[place] as string
        for (const word of words) if (!key.includes(word)) return false
        if (number === undefined) return true
        for (let touch = firstTouch.at(place); touch < endOf(place); touch += 1)
          if (touches.at(touch) >> 1 === number) return true
        return false
      }
      const among = shelf === undefined ? undefined : onShelf(shelf)
      const size = among?.length ?? lines.size()
      const places: number[] = []
      if (words.length === 0 && number === undefined) {
        for (let at = offset; at < Math.min(size, offset + limit); at += 1) places.push(among?.[at] ?? at)
        return { total: size, places }
      }
      let total = 0
      for (let at = 0; at < size; at += 1) {
        const place = among?.[at] ?? at
        if (!fits(place)) continue
        if (total >= offset && places.length < limit) places.push(place)
        total += 1
      }
      return { total, places }
    },
    fields: () =>
      [...fields]
        .map(([field, { replaced, filled, samples }]) => ({ field, replaced, filled, way: wayOf(field), samples }))
        .sort((one, other) => other.replaced + other.filled - (one.replaced + one.filled)),
  }
}

/** The first place of a number. */
function firstOf(column: NumberColumn, value: number): number | undefined {
  for (let place = 0; place < column.size(); place += 1) if (column.at(place) === value) return place
  return undefined
}

const emptyShelves = (): Record<PreviewOutcome | 'toCheck' | 'doubtful', number[]> => ({
  created: [],
  changed: [],
  unchanged: [],
  refused: [],
  toCheck: [],
  doubtful: [],
})
