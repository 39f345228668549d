import type { Found } from '../../../core/people/quality/quality.requests.ts'
import type { RemarkKind } from '../../../core/people/quality/remark.rules.ts'

/** What the desk works through: the remarks found, of which kind, and where one is. */
export type QualityBench = {
  readonly remarks: readonly Found[]
  readonly total: number
  readonly looked: number
  readonly kind: RemarkKind | 'all'
  readonly at: number
}
