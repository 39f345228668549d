import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Household.module.css'

const parts = [
  ['civility', 'field.civility', '6rem'],
  ['firstName', 'field.firstName', '11rem'],
  ['lastName', 'field.lastName', '11rem'],
] as const
const nobody = { civility: '', firstName: '', lastName: '' }

/** Who is not in the register yet is written down here, by name alone, and is the one to bring into the household. */
export function NewCompanion({ onMade }: { readonly onMade: (person: number) => void }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(nobody)
  const named = name.firstName.trim() !== '' || name.lastName.trim() !== ''
  const make = useOrder(() => client.people.create({ contact: { kind: 'person', ...name } }), {
    done: ({ id }) => {
      setOpen(false)
      setName(nobody)
      onMade(id)
      return t('form.created')
    },
  })
  if (!open) {
    return (
      <div>
        <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
          {t('household.newcomer')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset
      className={classes.newcomer}
      aria-label={t('household.newcomer')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        // Within the form of the household, which is not what Enter means here.
        event.preventDefault()
        if (named) make.mutate(undefined)
      }}
    >
      {parts.map(([part, words, width], at) => (
        <TextInput
          key={part}
          w={width}
          label={t(words)}
          autoFocus={at === 0}
          maxLength={part === 'civility' ? 30 : 100}
          value={name[part]}
          onChange={(event) => setName({ ...name, [part]: event.currentTarget.value })}
        />
      ))}
      <Button variant="default" disabled={!named} loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {t('household.makeNewcomer')}
      </Button>
    </fieldset>
  )
}
