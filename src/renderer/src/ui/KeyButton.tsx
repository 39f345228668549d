import type { ButtonProps } from '@mantine/core'
import { Button } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import classes from './Keys.module.css'
import { letterOf, useCharacter, useKeyWords } from './keys.ts'

/** A button that is also a key: the first letter of its words, underlined. Disabled, its key does nothing. */
export function KeyButton({
  words,
  onDo,
  disabled = false,
  ...look
}: Omit<ButtonProps, 'children' | 'onClick'> & {
  readonly words: string
  readonly onDo: () => void
  readonly disabled?: boolean
}) {
  const { t } = useWords()
  const letter = letterOf(words)
  useCharacter(letter, () => {
    if (!disabled) onDo()
  })
  useKeyWords([{ keys: letter, words }])
  return (
    <Button
      {...look}
      disabled={disabled}
      onClick={onDo}
      aria-keyshortcuts={letter.toLowerCase()}
      title={t('keys.key', { key: letter })}
    >
      {/* One box: the label lays out its children apart, and so would their name be read. */}
      <span>
        <span className={classes.letter}>{words.charAt(0)}</span>
        {words.slice(1)}
      </span>
    </Button>
  )
}
