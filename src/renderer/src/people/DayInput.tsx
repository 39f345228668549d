import type { TextInputProps } from '@mantine/core'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayInWords, dayTyped, dayWritten, monthTooShort } from '../../../core/people/day.rules.ts'
import { useWords } from '../i18n/words.tsx'

type Bound = Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly value?: string | undefined
  readonly onChange?: ((value: string) => void) | undefined
}

/** A day typed as people write it, whole or in part, kept as `1962-05-31`; what is no day stays as typed, to be refused. */
export function DayInput({ value = '', onChange, onBlur, onFocus, ...rest }: Bound) {
  const { t, language } = useWords()
  const short = monthTooShort(value)
  const month = short === undefined ? '' : dayInWords(short.month, language)
  return (
    <Typed
      placeholder={t('form.dayHelp')}
      {...rest}
      {...{ value, onChange, onBlur, onFocus }}
      impossible={short && t('form.monthTooShort', { month: sentenceCase(month), count: short.days })}
      shown={dayTyped}
      read={(text) => dayWritten(text) ?? text}
    />
  )
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A day of each year, `jour/mois`, kept as `11-01`. */
export function DayOfYearInput({ value = '', onChange, onBlur, onFocus, ...rest }: Bound) {
  const { t } = useWords()
  return (
    <Typed
      placeholder={t('form.dayOfYearHelp')}
      {...rest}
      {...{ value, onChange, onBlur, onFocus }}
      shown={(day) => day.replace(/^(\d\d)-(\d\d)$/, '$2/$1')}
      read={(text) => {
        // Read in a leap year, so that 29 February is a day of each year.
        const day = text.trim() === '' ? '' : dayWritten(`${text.trim()}/2000`)
        return day === undefined ? text : day.slice(5)
      }}
    />
  )
}

/** Shows the words while they are typed, and what they were read as afterwards; `impossible` says why they are no day. */
function Typed({
  value,
  error,
  impossible,
  onChange,
  onBlur,
  onFocus,
  shown,
  read,
  ...rest
}: Bound & {
  readonly impossible?: string | undefined
  readonly shown: (value: string) => string
  readonly read: (text: string) => string
}) {
  const [typing, setTyping] = useState<string>()
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      error={typing === undefined || error ? (impossible ?? error) : error}
      value={typing ?? shown(value ?? '')}
      onFocus={(event) => {
        setTyping(shown(value ?? ''))
        onFocus?.(event)
      }}
      onChange={(event) => {
        setTyping(event.currentTarget.value)
        onChange?.(read(event.currentTarget.value))
      }}
      onBlur={(event) => {
        setTyping(undefined)
        onBlur?.(event)
      }}
    />
  )
}
