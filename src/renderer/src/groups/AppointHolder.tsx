import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { saidTwice } from '../../../core/people/groups/groups.rules.ts'
import { mandateInput } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { inputOf, valuesOf } from '../people/record-values.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Groups.module.css'

/** Writes down, on the page of a body, that somebody holds a function in it: one officer after the other, after an election. */
export function AppointHolder({ body }: { readonly body: GroupNode }) {
  const { t } = useWords()
  const [person, setPerson] = useState(0)
  const [held, setHeld] = useState('')
  // Of one election are several: its day and its name stay for the next.
  const [since, setSince] = useState('')
  const [election, setElection] = useState('')
  const who = useRef<HTMLInputElement>(null)
  const functions = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.functions ?? []
  const appoint = useOrder(
    async (id: number) => {
      const contact = await client.people.read({ id })
      const mandate = mandateInput.parse({ body: body.name, function: held, since, election })
      const values = valuesOf(contact)
      const sheet = inputOf(contact.kind, { ...values, mandates: [...values.mandates, mandate] })
      return client.people.update({ id, revision: contact.revision, contact: sheet })
    },
    {
      done: () => {
        setPerson(0)
        setHeld('')
        who.current?.focus()
        return t('groups.appointed')
      },
    },
  )
  // Said before it is written: the same function at the same time, once more.
  const chosen = useQuery({ ...ask.people.read.queryOptions({ input: { id: person } }), enabled: person > 0 }).data
  const own = person > 0 && chosen?.id === person ? chosen.mandates : []
  const twice = saidTwice([...own, { body: body.name, function: held, since, until: '' }]).has(own.length)
  return (
    <form
      className={classes.row}
      aria-label={t('groups.appoint')}
      onSubmit={(event) => {
        event.preventDefault()
        if (person > 0) appoint.mutate(person)
      }}
    >
      <PersonPicker everybody label={t('groups.appointWho')} person={person} onPick={setPerson} inputRef={who} />
      <Autocomplete label={t('field.function')} data={[...functions]} maxLength={120} value={held} onChange={setHeld} />
      <DayInput w="9rem" label={t('groups.since')} value={since} onChange={setSince} />
      <TextInput
        label={t('field.election')}
        placeholder={t('form.electionHelp')}
        maxLength={120}
        value={election}
        onChange={(event) => setElection(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={person === 0} loading={appoint.isPending}>
        {t('groups.appoint')}
      </Button>
      {twice && <span role="status">{t('groups.heldAlready')}</span>}
    </form>
  )
}
