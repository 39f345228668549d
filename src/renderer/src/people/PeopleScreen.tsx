import { Button, Group, Menu, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef } from 'react'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { everybody, narrowed, useListMemory } from './list-memory.tsx'
import { PeopleFilters } from './PeopleFilters.tsx'
import { PeopleList } from './PeopleList.tsx'
import { useTotal } from './use-people-window.ts'

/** As many as one order may move to the trash. */
const mostTicked = 1000

export function PeopleScreen() {
  const { t } = useWords()
  const { filter, active, ticked, remember } = useListMemory()
  const [search] = useDebouncedValue(filter.search, 80)
  const asked: ContactFilter = { ...filter, search }
  const { total, deceased, trouble } = useTotal(asked)
  const grid = useRef<HTMLDivElement>(null)

  const trash = useOrder(client.people.trash, {
    done: (_, { trashed }) => t(trashed ? 'people.trashed' : 'people.untrashed', { count: ticked.size }),
  })
  const moveTicked = () => {
    if (ticked.size === 0) return
    trash.mutate({ ids: [...ticked], trashed: !filter.trashed }, { onSuccess: () => remember({ ticked: new Set() }) })
  }
  const change = (changes: Partial<ContactFilter>) => {
    const next = { ...filter, ...changes }
    if (next.kind === undefined) delete next.kind
    remember({ filter: next, active: 0, ticked: new Set() })
  }
  const tick = (ids: readonly number[], on: boolean) => {
    const next = new Set(ticked)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    remember({ ticked: next })
  }
  const tickAll = async () => {
    const pages = await Promise.all([0, 500].map((offset) => client.people.list({ ...asked, offset, limit: 500 })))
    remember({ ticked: new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id)).slice(0, mostTicked)) })
  }

  const empty = total === 0 && deceased === 0 && !narrowed(asked)
  return (
    <ScreenFrame
      title={t(filter.trashed ? 'people.trash' : 'screen.people')}
      sub={
        <Group gap="xs">
          <span role="status">
            {total === undefined ? ' ' : t(narrowed(asked) ? 'people.found' : 'people.count', { count: total })}
          </span>
          {(deceased > 0 || filter.deceased) && (
            <Button variant="subtle" size="compact-sm" onClick={() => change({ deceased: !filter.deceased })}>
              {filter.deceased ? t('people.livingAlone') : t('people.withDeceased', { count: deceased })}
            </Button>
          )}
          {narrowed(asked) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => change({ ...everybody, trashed: filter.trashed, kind: undefined })}
            >
              {t('people.clearFilters')}
            </Button>
          )}
        </Group>
      }
      fixed
      actions={
        <>
          <Button
            variant="subtle"
            leftSection={<Icon name={filter.trashed ? 'back' : 'trash'} />}
            onClick={() => change({ trashed: !filter.trashed })}
          >
            {t(filter.trashed ? 'people.leaveTrash' : 'people.trash')}
          </Button>
          <Button variant="default" leftSection={<Icon name="export" />} onClick={() => go({ screen: 'export' })}>
            {t('people.export')}
          </Button>
          <NewMenu />
        </>
      }
    >
      {!empty && <PeopleFilters filter={filter} change={change} enterList={() => grid.current?.focus()} />}
      {ticked.size > 0 && (
        <Group gap="sm" pb="sm" role="toolbar" aria-label={t('people.ticked')}>
          <Text fw={600}>{t('people.tickedCount', { count: ticked.size })}</Text>
          <Button size="compact-md" variant="default" onClick={moveTicked} loading={trash.isPending}>
            {t(filter.trashed ? 'people.takeOut' : 'people.putAway')}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={() => remember({ ticked: new Set() })}>
            {t('people.untick')}
          </Button>
        </Group>
      )}
      {total === undefined ? (
        <Waiting trouble={trouble} />
      ) : empty ? (
        <Empty trashed={filter.trashed} />
      ) : total === 0 ? (
        <FirstStep title={t('people.nobodyFound')} text={t('people.nobodyFoundHelp')} />
      ) : (
        <PeopleList
          filter={asked}
          total={total}
          active={active}
          ticked={ticked}
          onActive={(index) => remember({ active: index })}
          onTick={tick}
          onTickAll={() => void tickAll()}
          onTrash={moveTicked}
          gridRef={grid}
        />
      )}
    </ScreenFrame>
  )
}

function NewMenu() {
  const { t } = useWords()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<Icon name="plus" />}>{t('people.new')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="person" />} onClick={() => go({ screen: 'newRecord', kind: 'person' })}>
          {t('people.newPerson')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="organisation" />}
          onClick={() => go({ screen: 'newRecord', kind: 'organisation' })}
        >
          {t('people.newOrganisation')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Empty({ trashed }: { readonly trashed: boolean }) {
  const { t } = useWords()
  if (trashed) return <FirstStep title={t('people.trashEmpty')} text={t('people.trashEmptyHelp')} />
  return (
    <FirstStep title={t('people.empty')} text={t('people.emptyHelp')}>
      <Button onClick={() => go({ screen: 'import' })}>{t('people.importFirst')}</Button>
      <Button variant="default" onClick={() => go({ screen: 'newRecord', kind: 'person' })}>
        {t('people.newPerson')}
      </Button>
    </FirstStep>
  )
}
