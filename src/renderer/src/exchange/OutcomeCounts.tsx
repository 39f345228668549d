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
export function OutcomeCounts({ counts }: { readonly counts: PreviewCounts }) {
  const { t, number } = useWords()
  return (
    <ul className={classes.counts}>
      {outcomes.map((outcome) => {
        const figure = number(counts[outcome])
        const [before, after] = t(outcomeCountKeys[outcome], { count: counts[outcome] }).split(figure)
        return (
          <li key={outcome}>
            <b>{figure}</b>
            {`${before}${after}`.trim()}
          </li>
        )
      })}
    </ul>
  )
}
