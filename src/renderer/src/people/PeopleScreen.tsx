import { Button, Group, Menu } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { Criteria } from '../../../core/people/lists/criteria.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import type { BulkAction } from '../lists/bulk-actions.ts'
import { ColumnsMenu } from '../lists/ColumnsMenu.tsx'
import { CriteriaBuilder } from '../lists/CriteriaBuilder.tsx'
import classes from '../lists/Lists.module.css'
import { SavedLists } from '../lists/SavedLists.tsx'
import { SelectionBar } from '../lists/SelectionBar.tsx'
import { nobody, tickedCount, tickedFilter, wholeList, withTicked } from '../lists/ticked.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { viewsOfRecords } from '../ui/places.ts'
import { fragmentOf, go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { everybody, narrowed, useListMemory } from './list-memory.tsx'
import { PeopleFilters } from './PeopleFilters.tsx'
import { PeopleList } from './PeopleList.tsx'
import { useTotal } from './use-people-window.ts'

export function PeopleScreen() {
  const { t } = useWords()
  const { filter, columns, sort, active, ticked, remember } = useListMemory()
  const [search] = useDebouncedValue(filter.search, 80)
  const asked: ContactFilter = { ...filter, search }
  const { total, deceased, trouble } = useTotal(asked, sort, columns)
  const grid = useRef<HTMLDivElement>(null)
  const [bulk, setBulk] = useState<BulkAction | 'trash'>()
  const [building, setBuilding] = useState(false)

  const change = (changes: Partial<ContactFilter>) => {
    const next = { ...filter, ...changes }
    if (next.kind === undefined) delete next.kind
    remember({ filter: next, active: 0, ticked: nobody })
  }
  const showAll = () =>
    remember({
      ...{ saved: undefined, active: 0, ticked: nobody },
      filter: { ...everybody, trashed: filter.trashed },
    })
  const withCriteria = (criteria: Criteria | undefined) => {
    setBuilding(false)
    const { criteria: _, ...others } = filter
    const next = criteria === undefined ? others : { ...others, criteria }
    remember({ filter: next, active: 0, ticked: nobody })
    requestAnimationFrame(() => grid.current?.focus())
  }
  const count = tickedCount(ticked, total ?? 0)
  // The bar that was in hand goes away: one is in the list again.
  const untick = () => {
    remember({ ticked: nobody })
    requestAnimationFrame(() => grid.current?.focus())
  }
  const exportTicked = () => {
    remember({ filter: tickedFilter(asked, ticked), ticked: nobody, active: 0 })
    go({ screen: 'export' })
  }

  const empty = total === 0 && deceased === 0 && !narrowed(asked)
  return (
    <ScreenFrame
      title={t(filter.trashed ? 'people.trash' : 'screen.people')}
      sub={
        <Group gap="xs">
          <span role="status">
            {total === undefined ? ' ' : t(narrowed(asked) ? 'people.found' : 'people.count', { count: total })}
          </span>
          {(deceased > 0 || filter.deceased) && filter.list === undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => change({ deceased: !filter.deceased })}>
              {filter.deceased ? t('people.livingAlone') : t('people.withDeceased', { count: deceased })}
            </Button>
          )}
          {narrowed(asked) && (
            <Button variant="subtle" size="compact-sm" onClick={showAll}>
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
      {!empty && (
        <>
          <PeopleFilters filter={filter} change={change} enterList={() => grid.current?.focus()} />
          <div className={classes.tools}>
            <SavedLists />
            <Button variant={filter.criteria ? 'light' : 'default'} onClick={() => setBuilding(true)}>
              {filter.criteria ? t('lists.criteriaCount', { count: leavesIn(filter.criteria) }) : t('lists.criteria')}
            </Button>
            <ColumnsMenu columns={columns} sort={sort} onChange={(shown) => remember({ ...shown, active: 0 })} />
            {count === 0 && total !== undefined && total > 0 && (
              <Button variant="subtle" onClick={() => remember({ ticked: wholeList })}>
                {t('lists.tickAll', { count: total })}
              </Button>
            )}
            <nav className={classes.views} aria-label={t('people.views')}>
              {viewsOfRecords.map(({ screen, words }) => (
                <a key={screen} href={fragmentOf({ screen })}>
                  {t(words)}
                </a>
              ))}
            </nav>
          </div>
        </>
      )}
      {building && <CriteriaBuilder filter={asked} onApply={withCriteria} onClose={() => setBuilding(false)} />}
      {count > 0 && total !== undefined && (
        <SelectionBar
          filter={tickedFilter(asked, ticked)}
          {...{ count, total, bulk, setBulk }}
          inList={filter.list}
          onAll={() => remember({ ticked: wholeList })}
          onNobody={untick}
          onExport={exportTicked}
        />
      )}
      {total === undefined ? (
        <Waiting trouble={trouble} />
      ) : empty ? (
        <Empty trashed={filter.trashed} />
      ) : total === 0 ? (
        <FirstStep title={t('people.nobodyFound')} text={t('people.nobodyFoundHelp')} />
      ) : (
        <PeopleList
          asked={{ filter: asked, sort, columns }}
          total={total}
          active={active}
          ticked={ticked}
          onActive={(index) => remember({ active: index })}
          onTick={(ids, on) => remember((now) => ({ ticked: withTicked(now.ticked, ids, on) }))}
          onTickAll={() => remember({ ticked: wholeList })}
          onTrash={() => count > 0 && setBulk('trash')}
          onSort={(next) => remember({ sort: next, active: 0 })}
          gridRef={grid}
        />
      )}
    </ScreenFrame>
  )
}

/** Conditions themselves, without what joins them. */
const leavesIn = (criteria: Criteria): number => {
  const inside =
    'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : 'not' in criteria ? [criteria.not] : []
  return inside.length === 0 ? 1 : inside.reduce((sum, one) => sum + leavesIn(one), 0)
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
