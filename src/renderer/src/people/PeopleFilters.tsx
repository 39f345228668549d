import { CloseButton, MultiSelect, Select, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useRef } from 'react'
import type { ContactFilter, ContactStatus } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { useCharacter, useKeyWords } from '../ui/keys.ts'
import classes from './PeopleFilters.module.css'
import { statusKeys } from './status-words.ts'

/** What is sought, and among whom. Down from the search enters the list. */
export function PeopleFilters({
  filter,
  change,
  enterList,
}: {
  readonly filter: ContactFilter
  readonly change: (changes: Partial<ContactFilter>) => void
  readonly enterList: () => void
}) {
  const { t, number } = useWords()
  const choices = useQuery(ask.people.choices.queryOptions({ input: {} })).data
  const search = useRef<HTMLInputElement>(null)
  useCharacter('/', () => search.current?.focus())
  useHotkeys([['mod + F', () => search.current?.select()]])
  useKeyWords([
    { keys: '/', words: t('keys.search') },
    { keys: '↓', words: t('keys.enterList') },
    { keys: '↑ ↓', words: t('keys.move') },
    { keys: t('keys.enter'), words: t('keys.openRecord') },
    { keys: t('keys.space'), words: t('keys.tick') },
    { keys: t('keys.shiftDown'), words: t('keys.tickSeveral') },
    { keys: 'Ctrl + A', words: t('keys.tickAll') },
    { keys: t('keys.delete'), words: t('people.putAway') },
  ])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      enterList()
    } else if (event.key === 'Escape' && filter.search !== '') {
      change({ search: '' })
    }
  }
  const counted = (name: string, count: number) => `${name} (${number(count)})`
  return (
    <search className={classes.filters}>
      <TextInput
        ref={search}
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<Icon name="search" />}
        rightSection={
          filter.search === '' ? null : (
            <CloseButton aria-label={t('people.clearSearch')} onClick={() => change({ search: '' })} />
          )
        }
        value={filter.search}
        maxLength={200}
        onChange={(event) => change({ search: event.currentTarget.value })}
        onKeyDown={press}
        autoComplete="off"
        spellCheck={false}
      />
      <MultiSelect
        classNames={{ input: classes.several }}
        aria-label={t('people.status')}
        placeholder={filter.status.length === 0 ? t('people.status') : ''}
        data={(choices?.statuses ?? []).map(({ status, count }) => ({
          value: status,
          label: counted(t(statusKeys[status]), count),
        }))}
        value={filter.status}
        onChange={(status) => change({ status: status as ContactStatus[] })}
        clearable
      />
      <Select
        aria-label={t('people.category')}
        placeholder={t('people.category')}
        data={(choices?.categories ?? []).map(({ name, count }) => ({ value: name, label: counted(name, count) }))}
        value={filter.category || null}
        onChange={(category) => change({ category: category ?? '' })}
        clearable
        allowDeselect
      />
      <Select
        aria-label={t('people.group')}
        placeholder={t('people.anyGroup')}
        data={(choices?.groups ?? [])
          .map(({ name, count }) => ({ value: name, label: counted(name, count) }))
          .filter(distinct)}
        value={filter.group || null}
        onChange={(group) => change({ group: group ?? '' })}
        searchable
        clearable
        allowDeselect
      />
      <Select
        aria-label={t('people.kind')}
        placeholder={t('people.kind')}
        data={[
          { value: 'person', label: t('people.persons') },
          { value: 'organisation', label: t('people.organisations') },
        ]}
        value={filter.kind ?? null}
        onChange={(kind) => change({ kind: kind === 'person' || kind === 'organisation' ? kind : undefined })}
        clearable
        allowDeselect
      />
    </search>
  )
}

const distinct = <T extends { readonly value: string }>(option: T, index: number, all: readonly T[]): boolean =>
  all.findIndex(({ value }) => value === option.value) === index
