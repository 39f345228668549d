import type { PreviewCounts, PreviewOutcome } from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'

export const outcomes = ['created', 'changed', 'unchanged', 'refused'] as const satisfies readonly PreviewOutcome[]

const outcomeCountKeys = {
  created: 'import.created',
  changed: 'import.changed',
  unchanged: 'import.unchanged',
  refused: 'import.refused',
} as const

/** How many lines come to what; the number large, its meaning below. */
export function OutcomeCounts({
  counts,
  doubtful = 0,
  corrected = 0,
}: {
  readonly counts: PreviewCounts
  /** Those among them to be looked at before they are let in. */
  readonly doubtful?: number
  /** Those that still say what was corrected by hand, which stays. */
  readonly corrected?: number
}) {
  const { t, number } = useWords()
  const said = [
    ...outcomes.map((outcome) => ({ name: outcome, count: counts[outcome], key: outcomeCountKeys[outcome] })),
    ...(doubtful > 0 ? [{ name: 'doubtful', count: doubtful, key: 'import.doubtful' } as const] : []),
    ...(corrected > 0 ? [{ name: 'corrected', count: corrected, key: 'import.corrected' } as const] : []),
  ]
  return (
    <ul className={classes.counts}>
      {said.map(({ name, count, key }) => {
        const figure = number(count)
        const [before, after] = t(key, { count }).split(figure)
        return (
          <li key={name}>
            <b>{figure}</b>
            {`${before}${after}`.trim()}
          </li>
        )
      })}
    </ul>
  )
}
