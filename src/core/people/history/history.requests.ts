/** What may be asked about what one record went through. */
import { z } from 'zod'
import { identifier, order, question } from '../../kit/request.ts'
import type { HistoryField, HistoryList } from './history.rules.ts'

/** A value before an act and after it. What leads elsewhere is named as it was called then; nothing said is the empty text. */
export type FactChange = {
  readonly column: string
  readonly field: HistoryField
  readonly old: string
  readonly new: string
  /** What is there now differs from `old`, and `history.revertField` may put it back. */
  readonly revertible: boolean
}

/** A row an act made, took away, or changed. */
export type RecordChange = {
  readonly table: string
  readonly row: number
  /** The list of the sheet, or what stands beside it; absent for the record's own fields. */
  readonly list?: HistoryList
  /** `came`, `went`: from or to another record, as in a merge. */
  readonly how: 'changed' | 'made' | 'removed' | 'came' | 'went'
  /** The words by which the line is known, for a line of a list. */
  readonly line: string
  /** Each value that differs; all that is said, for a line made or taken away. */
  readonly facts: readonly FactChange[]
  /** The whole line may be put back, or away again. */
  readonly revertible: boolean
}

/** One act, and what it did to one record. */
export type RecordAct = {
  readonly act: number
  readonly at: string
  readonly name: string
  readonly by: string
  readonly subject: string
  /** The act that undid it and still stands. */
  readonly undoneBy?: number
  /** The act it undid. */
  readonly undoes?: { readonly act: number; readonly name: string; readonly at: string }
  /** The record was made by this act: its fields are not told one by one. */
  readonly made: boolean
  /** Other records or things were touched too: undoing the act touches them again. */
  readonly wider: boolean
  /** How many records it touched, this one among them; absent when it is too long to be counted at once. */
  readonly records?: number
  readonly changes: readonly RecordChange[]
}

type Put = Pick<RecordAct, 'act' | 'at' | 'by'>

/** A record in the trash, and the act that put it there. */
export type TrashedRecord = Put & {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly displayName: string
  /** The record it was merged into: it comes back when the merge is undone. */
  readonly mergedInto?: { readonly id: number; readonly displayName: string }
}

/** Acts that take something else away; each comes back when its act is undone. */
export const removals = [
  'groups.remove',
  'groups.merge',
  'lists.remove',
  'fields.remove',
  'households.dissolve',
  'people.removePhoto',
] as const
/** Something else that was taken away. */
export type Removed = Put & { readonly name: (typeof removals)[number]; readonly subject: string }

export const recordHistoryRequests = {
  /** What lies in the trash, the latest first: records, and what else was taken away and not put back. */
  trash: question<{
    readonly total: number
    readonly records: readonly TrashedRecord[]
    readonly removed: readonly Removed[]
  }>()(z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })),
  /** What an act, or the one an undoing undid, was about, and the one record it touched when it touched one. */
  where: question<{ readonly name: string; readonly subject: string; readonly contact: number | null }>()(
    z.strictObject({ act: identifier }),
  ),
  /** What a record went through, in words, the latest act first; `before` asks for the acts before one. */
  record: question<{ readonly acts: readonly RecordAct[]; readonly earlier: boolean }>()(
    z.strictObject({
      contact: identifier,
      before: identifier.optional(),
      limit: z.int().min(1).max(100).default(20),
    }),
  ),
  /**
   * Puts one field of a record back to what it was before an act, as a new act: a column of the record itself, a column of
   * a line, or (no column) a whole line made, taken away or changed. Refuses `cannotRevert` with the reason.
   */
  revertField: order<{ readonly changed: boolean }>()(
    z.strictObject({
      contact: identifier,
      act: identifier,
      table: z.string().max(60),
      row: identifier,
      column: z.string().max(60).optional(),
    }),
  ),
}
