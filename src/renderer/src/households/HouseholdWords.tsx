import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Household } from '../../../core/people/households/households.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Household.module.css'

/** What a household wants on its envelope and at the head of its letters, in place of what is composed. */
export function HouseholdWords({
  household,
  onLeave,
}: {
  readonly household: Household
  readonly onLeave: () => void
}) {
  const { t, language } = useWords()
  const { id, notes } = household
  // The revision the typing began on, so that a change made elsewhere since is seen.
  const [revision] = useState(household.revision)
  const [addressee, setAddressee] = useState(household.addressee)
  const [salutation, setSalutation] = useState(household.salutation)
  const save = useOrder(() => client.households.change({ id, revision, notes, addressee, salutation }), {
    done: () => {
      onLeave()
      return t('household.wordsSaved')
    },
  })
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <Textarea
        label={t('household.addressee')}
        description={t('household.wordsHelp')}
        placeholder={household.composed[language].lines.join('\n')}
        autosize
        minRows={1}
        maxRows={3}
        maxLength={300}
        value={addressee}
        onChange={(event) => setAddressee(event.currentTarget.value)}
      />
      <TextInput
        label={t('household.salutation')}
        placeholder={household.composed[language].salutation}
        maxLength={120}
        value={salutation}
        onChange={(event) => setSalutation(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('household.save')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('household.cancel')}
        </Button>
      </div>
    </form>
  )
}
