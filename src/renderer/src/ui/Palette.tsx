import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fold } from '../../../core/kit/text.ts'
import { ask } from '../client.ts'
import { wishForDirectory } from '../directory/wish.ts'
import { duesPartKeys, duesParts } from '../dues/dues-parts.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from './icons.tsx'
import { places, viewsOfRecords } from './places.ts'
import { go } from './route.ts'

const [store, actions] = createSpotlight()

export const openPalette = (): void => actions.open()

function selectFirst(): void {
  const { listId, opened } = store.getState()
  const list = opened && listId ? document.getElementById(listId) : null
  if (!list) return
  for (const was of list.querySelectorAll('[data-selected]')) was.removeAttribute('data-selected')
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}

/** Ctrl+K: people, screens, and what can be done. */
export function Palette() {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const [sought] = useDebouncedValue(query.trim(), 120)
  const found = useQuery({
    ...ask.people.list.queryOptions({ input: { search: sought, deceased: true, limit: 8 } }),
    enabled: sought.length > 1,
  })
  const matches = (label: string) => fold(label).includes(fold(query.trim()))

  const people = (sought.length > 1 ? (found.data?.rows ?? []) : []).map((row) => ({
    id: `person-${row.id}`,
    label: row.status === 'deceased' ? `${row.displayName} †` : row.displayName,
    description: [row.profession, row.city].filter(Boolean).join(' · '),
    leftSection: <Icon name={row.kind} />,
    onClick: () => go({ screen: 'record', id: row.id, editing: false }),
  }))
  const screens = [...places, ...viewsOfRecords]
    .map(({ screen, icon, words }) => ({
      id: `screen-${screen}`,
      label: t(words),
      leftSection: <Icon name={icon} />,
      onClick: () => go({ screen }),
    }))
    .concat(
      duesParts.map((part) => ({
        id: `dues-${part}`,
        label: t(duesPartKeys[part]),
        leftSection: <Icon name="dues" />,
        onClick: () => go({ screen: 'dues', part }),
      })),
    )
    .filter(({ label }) => matches(label))
  const doings = [
    { id: 'new-person', label: t('people.newPerson'), kind: 'person' as const },
    { id: 'new-organisation', label: t('people.newOrganisation'), kind: 'organisation' as const },
  ]
    .map(({ id, label, kind }) => ({
      id,
      label,
      leftSection: <Icon name="plus" />,
      onClick: () => go({ screen: 'newRecord', kind }),
    }))
    .concat(
      (['pages', 'booklet'] as const).map((form) => ({
        id: `directory-${form}`,
        label: t(form === 'pages' ? 'directory.make' : 'directory.makeBooklet'),
        leftSection: <Icon name="directory" />,
        onClick: () => {
          wishForDirectory(form)
          go({ screen: 'directory' })
        },
      })),
    )
    .filter(({ label }) => matches(label))

  const named = query.trim() !== '' && screens.some(({ label }) => fold(label).startsWith(fold(query.trim())))
  const ways = { group: t('palette.screens'), actions: screens }
  const groups: SpotlightActionGroupData[] = [
    // Whoever types the name of a place wants to go there, whatever record holds the word.
    ...(named ? [ways] : []),
    { group: t('palette.people'), actions: people },
    { group: t('palette.doings'), actions: doings },
    ...(named ? [] : [ways]),
  ].filter((group) => group.actions.length > 0)

  // People come after the words were typed: Enter must open the first of what is shown now.
  const shown = groups.flatMap((group) => group.actions.map(({ id }) => id)).join(' ')
  useEffect(() => {
    if (shown !== '') selectFirst()
  }, [shown])

  return (
    <Spotlight
      store={store}
      shortcut="mod + K"
      // Also from within a field: it is typed nowhere.
      tagsToIgnore={[]}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      // People come already sought by the office, which folds accents better than a filter here would.
      filter={(_, all) => all}
      nothingFound={t('palette.nothing')}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      highlightQuery={false}
      scrollable
      maxHeight="60vh"
      searchProps={{
        // At once: letters typed right after Ctrl+K belong here.
        autoFocus: true,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
        leftSection: <Icon name="search" />,
      }}
    />
  )
}
