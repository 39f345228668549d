import type { Found } from '../../../core/people/quality/quality.requests.ts'
import type { RemarkKind } from '../../../core/people/quality/remark.rules.ts'

/** What the desk works through: the remarks found, of which kind, and where one is. */
export type QualityBench = {
  readonly remarks: readonly Found[]
  readonly total: number
  /** Records nobody has confirmed for years: most of a young register, and the matter of forms rather than of this desk. */
  readonly unconfirmed: number
  readonly looked: number
  /** Kinds of which the first look brought only a part, with how many there are: asked for by themselves when chosen. */
  readonly partly: ReadonlyMap<RemarkKind, number>
  readonly kind: RemarkKind | 'all'
  readonly at: number
}

/** The remarks of the kind in hand; all of them but the records to confirm, which stand apart. */
export const remarksShown = ({ remarks, kind }: QualityBench): readonly Found[] =>
  remarks.filter((remark) => (kind === 'all' ? remark.kind !== 'unconfirmed' : remark.kind === kind))
