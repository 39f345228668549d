import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Household } from '../../../core/people/households/households.requests.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Section } from '../people/RecordSection.tsx'
import { fragmentOf } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import { WhenFresh } from '../ui/WhenFresh.tsx'
import { EnvelopeWords } from './EnvelopeWords.tsx'
import classes from './Household.module.css'
import { HouseholdWords } from './HouseholdWords.tsx'
import { LeaveHousehold } from './LeaveHousehold.tsx'
import { MakeHousehold } from './MakeHousehold.tsx'
import { roleKeys } from './roles.ts'

type Doing = 'making' | 'leaving' | 'wording'

/** The household of a person: who is in it, what is on its envelope, and coming and going. */
export function HouseholdPanel({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const { data: household } = useQuery(ask.households.ofContact.queryOptions({ input: { id: contact.id } }))
  if (contact.kind !== 'person' || household === undefined) return null
  // What is sent no more needs no household; one formed in their life stays in sight.
  const deceased = contact.status === 'deceased'
  if (deceased && household === null) return null
  const done = () => setDoing(undefined)
  return (
    <Section title={t('household.title')}>
      {household === null ? (
        <p className={classes.none}>{t('household.none')}</p>
      ) : (
        <Members household={household} contact={contact} />
      )}
      {doing === 'making' && <MakeHousehold contact={contact} household={household ?? undefined} onLeave={done} />}
      {doing === 'leaving' && household !== null && (
        <LeaveHousehold contact={contact} household={household} onLeave={done} />
      )}
      {doing === 'wording' && household !== null && (
        <WhenFresh of={ask.households.ofContact.key({ input: { id: contact.id } })}>
          <HouseholdWords household={household} onLeave={done} />
        </WhenFresh>
      )}
      {doing === undefined && !contact.trashed && <Doings household={household} deceased={deceased} onDo={setDoing} />}
    </Section>
  )
}

function Members({ household, contact }: { readonly household: Household; readonly contact: Contact }) {
  const { t } = useWords()
  return (
    <>
      <ul className={classes.members}>
        {household.members.map(({ contact: id, name, role, deceased, trashed }) => (
          <li key={id}>
            {id === contact.id ? name : <a href={fragmentOf({ screen: 'record', id, editing: false })}>{name}</a>}
            <span className={classes.quiet}>
              {[t(roleKeys[role]), deceased && t('household.deceased'), trashed && t('household.trashed')]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <EnvelopeWords words={household.words} />
    </>
  )
}

function Doings({
  household,
  deceased,
  onDo,
}: {
  readonly household: Household | null
  readonly deceased: boolean
  readonly onDo: (doing: Doing) => void
}) {
  const { t } = useWords()
  const dissolve = useOrder((id: number) => client.households.dissolve({ id }), {
    done: () => t('household.dissolved'),
  })
  if (household === null) {
    return (
      <Button variant="default" size="compact-md" onClick={() => onDo('making')}>
        {t('household.make')}
      </Button>
    )
  }
  return (
    <div className={classes.buttons}>
      {!deceased && (
        <>
          <Button variant="default" size="compact-md" onClick={() => onDo('making')}>
            {t('household.join')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => onDo('wording')}>
            {t('household.words')}
          </Button>
        </>
      )}
      <Button variant="default" size="compact-md" onClick={() => onDo('leaving')}>
        {t('household.leave')}
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        loading={dissolve.isPending}
        onClick={() => dissolve.mutate(household.id)}
      >
        {t('household.dissolve')}
      </Button>
    </div>
  )
}
