/** What may be asked of the quality desk. */
import { z } from 'zod'
import { identifier, line, order, work } from '../../kit/request.ts'
import { type Remark, type RemarkKind, remarkKinds, usualYears } from './remark.rules.ts'

/** A remark and the record it is about, at the revision it was read. */
export type Found = Remark & { readonly contact: number; readonly displayName: string; readonly revision: number }

export const qualityRequests = {
  /** Looks at every record out of the trash; the most pressing remarks first, those accepted as right left out. */
  find: work<{
    readonly remarks: readonly Found[]
    readonly counts: readonly { readonly kind: RemarkKind; readonly count: number }[]
    readonly total: number
    readonly looked: number
  }>()(
    z.strictObject({
      /** Only these; empty: all. */
      kinds: z.array(z.enum(remarkKinds)).max(remarkKinds.length).default([]),
      /** Years after which a record should be confirmed again. */
      unconfirmedYears: z.int().min(1).max(50).default(usualYears),
      limit: z.int().min(1).max(5000).default(1000),
    }),
  ),
  /** Makes the changes a remark proposes, as one act; refuses `changedMeanwhile` when the record is not as it was read. */
  fix: order<{ readonly revision: number }>()(
    z.strictObject({
      contact: identifier,
      revision: z.int().min(0),
      changes: z
        .array(z.strictObject({ field: line(60).refine((field) => field !== ''), value: line(2000) }))
        .min(1)
        .max(20),
    }),
  ),
  /** What a remark speaks of is right as it is: not said again until it changes. */
  accept: order<{ readonly changed: boolean }>()(
    z.strictObject({ contact: identifier, remark: z.enum(remarkKinds), said: line(1000).default('') }),
  ),
}
