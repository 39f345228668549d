/** What may be asked about lists: saved ones, and what is done to everybody a list holds. */
import { z } from 'zod'
import { identifier, line, nothing, order, orderInSlices, question, work } from '../../kit/request.ts'
import { type ContactFilter, contactFilter } from '../people.requests.ts'
import { bulkChange } from './bulk.requests.ts'
import { byName, type ListColumn, type ListSort, listColumn, listSort, usualColumns } from './columns.requests.ts'

/** `live`: who its filter keeps at the moment it is looked at; `fixed`: who was put into it. */
const listKinds = ['live', 'fixed'] as const

export type SavedList = {
  readonly id: number
  readonly name: string
  readonly kind: (typeof listKinds)[number]
  /** What a live list asks; of a fixed one, what it was made from. */
  readonly filter: ContactFilter
  readonly columns: readonly ListColumn[]
  readonly sort: ListSort
  /** How many were put into a fixed list. */
  readonly members: number
}

/** One contact of a bulk change: what stood there, and what will. */
export type BulkLine = {
  readonly id: number
  readonly displayName: string
  readonly old: string
  readonly new: string
}

export type BulkPreview = {
  /** Names this preview: the change refers to it, and is refused when the register changed since (`bulkStale`). */
  readonly preview: string
  readonly total: number
  readonly changed: number
  /** Those of whom this is true already, or to whom it does not apply. */
  readonly unchanged: number
  /** Those whose record would say what cannot be; they are left as they are. */
  readonly refused: number
  /** Whether most of the register would change: it must then be asked for in so many words. */
  readonly sweeping: boolean
  /** The first of those that change, and of those that cannot. */
  readonly lines: readonly BulkLine[]
  readonly refusedLines: readonly BulkLine[]
}

const listName = line(80).refine((name) => name !== '', { error: 'too_small' })

export const listsRequests = {
  list: question<{ readonly lists: readonly SavedList[] }>()(nothing),
  /**
   * Keeps a list under a name, or changes the one of that number. A live one keeps the filter, which must not itself lead
   * to a list; a fixed one, those whom the filter lets through now. Refuses a name that is taken.
   */
  save: orderInSlices<{ readonly id: number }>()(
    z.strictObject({
      id: identifier.optional(),
      name: listName,
      kind: z.enum(listKinds),
      filter: contactFilter.prefault({}),
      columns: z
        .array(listColumn)
        .max(40)
        .default([...usualColumns]),
      sort: listSort.default(byName),
    }),
  ),
  rename: order<{ readonly id: number }>()(z.strictObject({ id: identifier, name: listName })),
  /** Takes the list away; nobody who is in it is touched. */
  remove: orderInSlices<{ readonly id: number }>()(z.strictObject({ id: identifier })),
  /** Puts whom the filter lets through into a fixed list, or takes them out of it. */
  add: orderInSlices<{ readonly changed: number }>()(
    z.strictObject({ id: identifier, filter: contactFilter.prefault({}) }),
  ),
  take: orderInSlices<{ readonly changed: number }>()(
    z.strictObject({ id: identifier, filter: contactFilter.prefault({}) }),
  ),
  /** What a change would do to everybody whom the filter lets through. Changes nothing. */
  bulkPreview: work<BulkPreview>()(z.strictObject({ filter: contactFilter.prefault({}), change: bulkChange })),
  /**
   * Does what the preview showed, as one act. Refuses `bulkStale`, and `bulkTooSweeping` unless `evenIfSweeping`. When
   * nobody would change there is no act: `act` is 0, as for an import that brings nothing new.
   */
  bulk: work<{ readonly act: number; readonly changed: number }>()(
    z.strictObject({ preview: z.string().max(40), evenIfSweeping: z.boolean().default(false) }),
  ),
}
