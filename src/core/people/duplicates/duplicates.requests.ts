/** What may be asked about records that could be one. */
import { z } from 'zod'
import { identifier, line, order, question, work } from '../../kit/request.ts'
import { type Contact, type ContactStatus, contactInput } from '../people.requests.ts'
import type { Reason } from './duplicates.rules.ts'
import type { FieldChoice, MergeField, MergeList } from './merge.rules.ts'

/** A record as a pair shows it. */
export type Likely = {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly displayName: string
  readonly memberNumber: string
  readonly status: ContactStatus
  readonly born: string
  readonly city: string
  readonly email: string
  readonly phone: string
}

/** Two records that could be one; `keep` is the one that says more. */
export type LikelyPair = {
  readonly keep: Likely
  readonly absorb: Likely
  readonly score: number
  readonly nearlyCertain: boolean
  /** Why, the weightiest first; words in duplicate-words.rules.ts. */
  readonly reasons: readonly Reason[]
}

export type MergePreview = {
  readonly keep: Contact
  readonly absorb: Contact
  /** Where the two differ: both values, what is proposed, what may be chosen. */
  readonly fields: readonly MergeField[]
  /** What the absorbed record brings to each list, and what is there already. */
  readonly lists: readonly MergeList[]
  /** Names of the absorbed record that will lead to the kept one. */
  readonly aliases: readonly string[]
  /** What else hangs on the absorbed record and will move, by table. */
  readonly attached: readonly { readonly table: string; readonly count: number }[]
}

/** A merge that was made, whatever became of it. */
export type MadeMerge = {
  readonly act: number
  /** When it was made, an instant; and by whom. */
  readonly at: string
  readonly by: string
  readonly kept: MergedRecord
  readonly absorbed: MergedRecord
  /** The act that undid it and still stands; null when it stands itself. */
  readonly undoneBy: number | null
}
/** A record as it is called now; without a name when it is no longer there. */
export type MergedRecord = { readonly id: number; readonly displayName: string }

const pairOf = { keep: identifier, absorb: identifier }
/** Which value of a field is kept, by the field's name: `profession`, `extras.Chambre`, `addresses.0` (`keep` leaves it out). */
const choices = z
  .record(line(100), z.enum(['keep', 'absorb', 'both']) satisfies z.ZodType<FieldChoice>)
  .refine((given) => Object.keys(given).length <= 500)
  .default({})

export const duplicatesRequests = {
  /** Who is already kept that could be the one being typed; `except`: the record that is being edited. */
  like: question<{ readonly matches: readonly (Likely & Pick<LikelyPair, 'score' | 'nearlyCertain' | 'reasons'>)[] }>()(
    z.strictObject({ contact: contactInput, except: identifier.optional() }),
  ),
  /** Compares the whole register with itself; nobody in the trash, no pair that was said to be two people. */
  find: work<{ readonly pairs: readonly LikelyPair[]; readonly total: number; readonly compared: number }>()(
    z.strictObject({
      /** Least score shown (see duplicates.rules.ts). */
      floor: z.int().min(45).max(200).default(60),
      limit: z.int().min(1).max(2000).default(500),
    }),
  ),
  /** Two records are two people: they are not shown together again. */
  twoPeople: order<{ readonly changed: boolean }>()(z.strictObject({ first: identifier, second: identifier })),
  mergePreview: question<MergePreview>()(z.strictObject(pairOf)),
  /**
   * Makes one record of two, as one act: everything attached to the absorbed one moves, it goes to the trash and leads to
   * the kept one. Refuses `cannotMerge`. Undone like any act.
   */
  merge: order<{ readonly id: number; readonly revision: number }>()(z.strictObject({ ...pairOf, choices })),
  /** The merges that were made, the newest first; one that stands is taken back by `history.undo` of its act. */
  merges: question<{ readonly total: number; readonly merges: readonly MadeMerge[] }>()(
    z.strictObject({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(50),
    }),
  ),
}
