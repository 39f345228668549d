import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import classes from './Household.module.css'
import { MakeHousehold } from './MakeHousehold.tsx'

/** One goes on where the box appears. */
const focused = (box: HTMLInputElement | null): void => box?.focus()

/** A household begun from no record: its first person is sought, then whoever lives with them. */
export function NewHousehold({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useWords()
  const [first, setFirst] = useState(0)
  const contact = useQuery({ ...ask.people.read.queryOptions({ input: { id: first } }), enabled: first > 0 }).data
  const household = useQuery({
    ...ask.households.ofContact.queryOptions({ input: { id: first } }),
    enabled: first > 0,
  }).data
  return (
    <section className={classes.making} aria-label={t('households.new')}>
      <PersonPicker label={t('households.first')} person={first} onPick={setFirst} inputRef={focused} />
      {contact !== undefined && household !== undefined ? (
        <MakeHousehold key={first} contact={contact} household={household ?? undefined} onLeave={onLeave} />
      ) : (
        <Button variant="subtle" className={classes.giveUp} onClick={onLeave}>
          {t('household.cancel')}
        </Button>
      )}
    </section>
  )
}
