import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { dayInWords } from '../../../core/people/day.rules.ts'
import type { GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { groupKindKeys } from '../people/status-words.ts'
import { useOrder } from '../ui/use-order.tsx'
import { WhenFresh } from '../ui/WhenFresh.tsx'
import { BodyHolders } from './BodyHolders.tsx'
import { GroupForm } from './GroupForm.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import classes from './Groups.module.css'
import { HouseStays } from './HouseStays.tsx'

type Doing = 'editing' | 'making' | 'merging'

/** One group: what it is, who belongs to it on a day, who holds its mandates, who stayed there. */
export function GroupPage({
  group,
  groups,
  onChoose,
}: {
  readonly group: GroupNode
  readonly groups: readonly GroupNode[]
  readonly onChoose: (id: number | undefined) => void
}) {
  const { t, language } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const parent = groups.find(({ id }) => id === group.parent)
  const remove = useOrder((id: number) => client.groups.remove({ id }), {
    done: () => {
      onChoose(undefined)
      return t('groups.removed')
    },
  })
  const said = [
    t(groupKindKeys[group.kind]),
    parent?.name,
    group.founded && `${t('groups.founded').toLowerCase()} ${dayInWords(group.founded, language)}`,
    group.closed && t('groups.closedSince', { day: dayInWords(group.closed, language) }),
    t('groups.count', { count: group.present }),
    group.former > 0 && t('groups.former', { count: group.former }),
  ]
  const unused = group.present + group.former + group.stays + group.mandates === 0
  return (
    <article aria-label={group.name}>
      <div className={classes.head}>
        <div>
          <Title order={2}>{group.name}</Title>
          <Text c="dimmed">{said.filter(Boolean).join(' · ')}</Text>
          {group.notes !== '' && <Text mt="xs">{group.notes}</Text>}
        </div>
        <Group gap="xs">
          <Button variant="default" size="compact-md" onClick={() => setDoing('editing')}>
            {t('groups.edit')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setDoing('making')}>
            {t('groups.newUnder')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setDoing('merging')}>
            {t('groups.merge')}
          </Button>
          {unused && (
            <Button variant="default" size="compact-md" onClick={() => remove.mutate(group.id)}>
              {t('groups.remove')}
            </Button>
          )}
        </Group>
      </div>
      {doing === 'editing' && (
        <WhenFresh of={ask.groups.tree.key()}>
          <GroupForm groups={groups} group={group} onDone={done} onLeave={done} />
        </WhenFresh>
      )}
      {doing === 'making' && (
        <GroupForm
          groups={groups}
          under={group}
          onDone={(id) => {
            done()
            onChoose(id)
          }}
          onLeave={done}
        />
      )}
      {doing === 'merging' && <Merging group={group} groups={groups} onLeave={done} />}
      {group.kind === 'body' && <BodyHolders group={group} />}
      <GroupMembers group={group} />
      {group.kind === 'house' && <HouseStays house={group.id} />}
    </article>
  )
}

function Merging({
  group,
  groups,
  onLeave,
}: {
  readonly group: GroupNode
  readonly groups: readonly GroupNode[]
  readonly onLeave: () => void
}) {
  const { t } = useWords()
  const [absorb, setAbsorb] = useState<string | null>(null)
  const merge = useOrder((id: number) => client.groups.merge({ keep: group.id, absorb: id }), {
    done: () => {
      onLeave()
      return t('groups.merged')
    },
  })
  return (
    <div className={classes.form}>
      <Select
        className={classes.whole ?? ''}
        label={t('groups.mergeWith')}
        description={t('groups.mergeHelp')}
        searchable
        data={groups
          .filter(({ id }) => id !== group.id)
          .map(({ id, name, kind }) => ({ value: String(id), label: `${name} – ${t(groupKindKeys[kind])}` }))}
        value={absorb}
        onChange={setAbsorb}
      />
      <Group className={classes.whole ?? ''}>
        <Button disabled={absorb === null} loading={merge.isPending} onClick={() => merge.mutate(Number(absorb))}>
          {t('groups.mergeNow')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('fields.cancel')}
        </Button>
      </Group>
    </div>
  )
}
