import { Button, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useTroubleNote } from '../ui/use-order.tsx'
import { AnswerSheet } from './AnswerSheet.tsx'
import classes from './Forms.module.css'

/** One answer after the other: the reference or the name, the sheet as it was printed, the next. */
export function KeyAnswers() {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 120)
  const [open, setOpen] = useState<number>()
  const found = useQuery({ ...ask.forms.find.queryOptions({ input: { typed: sought } }), enabled: sought !== '' })
  const forms = sought === '' ? [] : (found.data?.found ?? [])
  const next = () => {
    setOpen(undefined)
    setTyped('')
  }
  if (open !== undefined)
    return <AnswerSheet key={open} contact={open} onDone={next} onLeave={() => setOpen(undefined)} />
  return (
    <div className={classes.seek}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // What was typed right before Enter counts, not what was sought a moment ago.
          client.forms.find({ typed }).then((answer) => setOpen(answer.found[0]?.id), note)
        }}
      >
        <TextInput
          label={t('forms.typed')}
          description={t('forms.typedHelp')}
          value={typed}
          autoFocus
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      {found.isSuccess && sought !== '' && forms.length === 0 && (
        <Text mt="md" c="dimmed" role="status">
          {t('forms.nobody')}
        </Text>
      )}
      <ul className={classes.found}>
        {forms.map((form) => (
          <li key={form.id}>
            <button type="button" onClick={() => setOpen(form.id)}>
              {form.displayName}{' '}
              <span className={classes.quiet}>
                {[
                  form.reference,
                  form.city,
                  form.confirmed === ''
                    ? t('forms.never')
                    : t('forms.confirmed', { day: dayInWords(form.confirmed, language) }),
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {forms.length > 0 && (
        <Button mt="sm" variant="subtle" size="compact-md" onClick={() => setTyped('')}>
          {t('people.clearSearch')}
        </Button>
      )}
    </div>
  )
}
