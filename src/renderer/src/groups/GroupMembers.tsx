import { Button, Checkbox, SegmentedControl, Table, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isInCalendar, periodInWords } from '../../../core/people/day.rules.ts'
import type { GroupMember, GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { fragmentOf } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Groups.module.css'

const shown = 200

/** Who belongs to a group on a day, who no longer does; people come in and leave from here. */
export function GroupMembers({ group }: { readonly group: GroupNode }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [who, setWho] = useState<'present' | 'former' | 'all'>('present')
  const [below, setBelow] = useState(false)
  const day = typed.length === 10 && isInCalendar(typed) ? typed : ''
  const asked = useQuery({
    ...ask.groups.members.queryOptions({ input: { group: group.id, day, who, below, limit: shown } }),
    placeholderData: keepPreviousData,
  })
  const { members, total = 0 } = asked.data ?? {}
  return (
    <section className={classes.part} aria-label={t('groups.members')}>
      <Title order={3}>{t('groups.members')}</Title>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t('groups.who')}
          value={who}
          onChange={(value) => setWho(value === 'former' ? 'former' : value === 'all' ? 'all' : 'present')}
          data={[
            { value: 'present', label: t('groups.present') },
            { value: 'former', label: t('groups.formerOnes') },
            { value: 'all', label: t('groups.everybody') },
          ]}
        />
        <DayInput
          w="10rem"
          label={t('groups.onDay')}
          placeholder={t('groups.today')}
          value={typed}
          onChange={setTyped}
        />
        <Checkbox
          mb={8}
          label={t('groups.below')}
          checked={below}
          onChange={(event) => setBelow(event.currentTarget.checked)}
        />
      </div>
      {members === undefined ? (
        <Waiting trouble={asked.error} />
      ) : members.length === 0 ? (
        <p className={classes.quiet}>{t('groups.nobody')}</p>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {members.map((member) => (
              <Member key={`${member.id} ${member.group} ${member.since}`} member={member} group={group} day={day} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {total > shown && <p className={classes.quiet}>{t('groups.more', { count: total - shown })}</p>}
      <Joining group={group} />
    </section>
  )
}

function Member({
  member,
  group,
  day,
}: {
  readonly member: GroupMember
  readonly group: GroupNode
  /** The day looked at, on which a departure is noted; empty: today. */
  readonly day: string
}) {
  const { t, language } = useWords()
  const { id, displayName, since, until, groupName, present } = member
  const leave = useOrder(() => client.groups.leave({ group: member.group, contacts: [id], until: day }), {
    done: () => t('groups.left'),
  })
  const period = periodInWords(since, until, language)
  return (
    <Table.Tr>
      <Table.Td>
        <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
        {member.group !== group.id && <span className={classes.quiet}> – {groupName}</span>}
      </Table.Td>
      <Table.Td className={classes.quiet}>{period}</Table.Td>
      <Table.Td align="right">
        {present && until === '' && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={leave.isPending}
            aria-label={t('groups.leaveOf', { name: displayName })}
            onClick={() => leave.mutate(undefined)}
          >
            {t('groups.leave')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Joining({ group }: { readonly group: GroupNode }) {
  const { t } = useWords()
  const [person, setPerson] = useState(0)
  const [since, setSince] = useState('')
  const join = useOrder(() => client.groups.join({ group: group.id, contacts: [person], since }), {
    done: () => {
      setPerson(0)
      return t('groups.joined')
    },
  })
  return (
    <div className={classes.row}>
      <PersonPicker label={t('groups.addWho')} person={person} onPick={setPerson} />
      <DayInput w="10rem" label={t('groups.since')} value={since} onChange={setSince} />
      <Button variant="default" disabled={person === 0} loading={join.isPending} onClick={() => join.mutate(undefined)}>
        {t('groups.add')}
      </Button>
    </div>
  )
}
