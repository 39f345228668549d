import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useTroubleNote } from '../ui/use-order.tsx'
import { letterPlace, letters } from './letter-place.ts'
import classes from './PeopleList.module.css'

/** The alphabet at the edge of the list: where one is, and a leap to where one wants to be. */
export function LetterRail({
  filter,
  total,
  letter,
  onJump,
}: {
  readonly filter: ContactFilter
  readonly total: number
  readonly letter: string | undefined
  readonly onJump: (index: number) => void
}) {
  const { t } = useWords()
  const note = useTroubleNote()
  const jump = (name: string) =>
    letterPlace(filter, total, name).then((index) => onJump(Math.min(index, total - 1)), note)
  return (
    <nav className={classes.letters} aria-label={t('people.letters')}>
      {letters.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.letter}
          aria-label={t('people.letter', { letter: name })}
          aria-current={name === letter}
          onClick={() => void jump(name)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
