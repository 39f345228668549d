/** What the contacts of one file say of each other by its numbers: who shares a household, whom an organisation is reached through. */
import type { OwnHousehold } from './cards/json-book.ts'
import type { OwnTies } from './draft.ts'

export type FileTies = {
  /** Keeps what a line says, by its place in the plan; `first` is the place of the line that it repeats. */
  readonly keep: (at: number, own: OwnTies, first: number | undefined) => void
  /** Where the contact of that number stands in the plan. */
  readonly placeOf: (ref: number) => number | undefined
  readonly of: (at: number) => OwnTies | undefined
  /** The households of the file, by their numbers. */
  readonly homes: () => Iterable<OwnHousehold>
}

export function fileTies(): FileTies {
  const places = new Map<number, number>()
  const ties = new Map<number, OwnTies>()
  const homes = new Map<number, OwnHousehold>()
  return {
    keep: (at, own, first) => {
      if (own.ref !== undefined) places.set(own.ref, first ?? at)
      if (own.home !== undefined) homes.set(own.home.ref, own.home)
      if (first === undefined && (own.home ?? own.people) !== undefined) ties.set(at, own)
    },
    placeOf: (ref) => places.get(ref),
    of: (at) => ties.get(at),
    homes: () => [...homes.values()].sort((one, other) => one.ref - other.ref),
  }
}
