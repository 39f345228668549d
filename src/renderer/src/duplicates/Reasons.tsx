import { reasonWords } from '../../../core/people/duplicates/duplicate-words.rules.ts'
import type { Reason } from '../../../core/people/duplicates/duplicates.rules.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Duplicates.module.css'

/** Why two records could be one, and what speaks against it. */
export function Reasons({ reasons, score }: { readonly reasons: readonly Reason[]; readonly score: number }) {
  const { t, language } = useWords()
  return (
    <ul className={classes.reasons} aria-label={t('duplicates.why')} title={t('duplicates.score', { score })}>
      {reasons.map(({ rule, weight }) => (
        <li key={rule} className={weight < 0 ? classes.against : undefined}>
          {reasonWords[rule][language]}
        </li>
      ))}
    </ul>
  )
}
