/** What was corrected by hand and a list still says wrong: marked when a line is planned, left when it is written. */
import type { Correction } from '../people/history/corrections.ts'
import type { ImportWay } from './exchange.requests.ts'
import type { Change } from './merge.ts'

export type CorrectionsOf = (contact: number) => (said: string) => Correction | undefined
export type MarkCorrections = (contact: number, changes: readonly Change[]) => readonly Change[]

/** Marks the changes that would bring back what somebody took away. */
export const keptCorrections =
  (correctionsOf: CorrectionsOf = () => () => undefined): MarkCorrections =>
  (contact, changes) => {
    if (changes.length === 0) return changes
    const correction = correctionsOf(contact)
    return changes.map((change) => {
      const corrected = correction(change.new)
      return corrected === undefined ? change : { ...change, corrected }
    })
  }

/** What may be taken when the line is written, where changes are found anew and bear no mark. */
export function withoutCorrections(
  changes: readonly Change[],
  takes: (change: Change) => boolean,
  way: ImportWay | undefined,
): (change: Change) => boolean {
  const kept = new Set(changes.flatMap((one) => (one.corrected === undefined ? [] : [placeOf(one)])))
  if (kept.size === 0 || way === 'update') return takes
  return (change) => !kept.has(placeOf(change)) && takes(change)
}

const placeOf = (change: Change): string => JSON.stringify([change.field, change.old, change.new])
