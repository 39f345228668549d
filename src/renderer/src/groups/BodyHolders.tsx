import { Checkbox, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isInCalendar } from '../../../core/people/day.rules.ts'
import type { GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { AppointHolder } from './AppointHolder.tsx'
import classes from './Groups.module.css'
import { HolderTable } from './HolderTable.tsx'

/** Who held what in a body on any day, or everybody who ever did. */
export function BodyHolders({ group }: { readonly group: GroupNode }) {
  const body = group.id
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [ever, setEver] = useState(false)
  const day = typed.length === 10 && isInCalendar(typed) ? typed : ''
  const now = useQuery({
    ...ask.groups.holders.queryOptions({ input: { body, day } }),
    placeholderData: keepPreviousData,
    enabled: !ever,
  })
  const always = useQuery({ ...ask.groups.succession.queryOptions({ input: { body } }), enabled: ever })
  const asked = ever ? always : now
  const holders = asked.data?.holders
  return (
    <section className={classes.part} aria-label={t('groups.holders')}>
      <Title order={3}>{t('groups.holders')}</Title>
      <div className={classes.row}>
        <DayInput
          w="10rem"
          label={t('groups.onDay')}
          placeholder={t('groups.today')}
          disabled={ever}
          value={typed}
          onChange={setTyped}
        />
        <Checkbox
          mb={8}
          label={t('groups.succession')}
          checked={ever}
          onChange={(event) => setEver(event.currentTarget.checked)}
        />
      </div>
      {holders === undefined ? (
        <Waiting trouble={asked.error} />
      ) : holders.length === 0 ? (
        <p className={classes.quiet}>{t('groups.nobody')}</p>
      ) : (
        <HolderTable holders={holders} />
      )}
      <AppointHolder body={group} />
    </section>
  )
}
