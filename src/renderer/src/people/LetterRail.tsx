import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './PeopleList.module.css'
import type { Asked } from './use-people-window.ts'

const letters: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ#']

/** The alphabet at the edge of the list: where one is, and a leap to where one wants to be. Only a list of names has one. */
export function LetterRail({
  asked: { filter, sort },
  letter,
  onJump,
}: {
  readonly asked: Asked
  readonly letter: string | undefined
  readonly onJump: (index: number) => void
}) {
  const { t } = useWords()
  const options = ask.people.letters.queryOptions({ input: { ...filter, sort } })
  const found = useQuery({ ...options, placeholderData: keepPreviousData }).data?.letters ?? []
  const places = new Map(found.map(({ letter: name, at }) => [name, at]))
  return (
    <nav className={classes.letters} aria-label={t('people.letters')}>
      {places.size > 0 &&
        letters.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.letter}
            aria-label={t('people.letter', { letter: name })}
            aria-current={name === letter}
            disabled={!places.has(name)}
            onClick={() => onJump(places.get(name) ?? 0)}
          >
            {name}
          </button>
        ))}
    </nav>
  )
}
