import { ActionIcon, Button, Group, Popover, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  byName,
  customColumn,
  type ListColumn,
  type ListSort,
  listColumns,
  usualColumns,
} from '../../../core/people/lists/columns.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { columnWords } from './column-words.ts'

/** Which columns the list shows, in which order, and by which it is sorted. */
export function ColumnsMenu({
  columns,
  sort,
  onChange,
}: {
  readonly columns: readonly ListColumn[]
  readonly sort: ListSort
  readonly onChange: (shown: { columns: readonly ListColumn[]; sort: ListSort }) => void
}) {
  const words = useWords()
  const { t } = words
  const extras = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.extras ?? []
  const all: readonly ListColumn[] = [
    ...listColumns.filter((column) => column !== 'name'),
    ...extras.map((name): ListColumn => `${customColumn}${name}`),
  ]
  const option = (column: ListColumn) => ({ value: column, label: columnWords(column, words) })
  const set = (next: readonly ListColumn[]) => onChange({ columns: next, sort })
  const moved = (at: number, by: number): readonly ListColumn[] => {
    const next = [...columns]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    return next
  }
  return (
    <Popover position="bottom-start" trapFocus returnFocus width="22rem">
      <Popover.Target>
        <Button variant="default">{t('lists.columns')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.map((column, at) => (
            <Group key={column} gap="xs" wrap="nowrap" justify="space-between">
              <Text truncate>{columnWords(column, words)}</Text>
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  disabled={at === 0}
                  aria-label={t('lists.before', { name: columnWords(column, words) })}
                  onClick={() => set(moved(at, -1))}
                >
                  <Icon name="up" size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('lists.without', { name: columnWords(column, words) })}
                  onClick={() => set(columns.filter((other) => other !== column))}
                >
                  <Icon name="close" size={16} />
                </ActionIcon>
              </Group>
            </Group>
          ))}
          <Select
            label={t('lists.addColumn')}
            data={all.filter((column) => !columns.includes(column)).map(option)}
            value={null}
            onChange={(column) => column !== null && set([...columns, column as ListColumn])}
            searchable
            comboboxProps={{ withinPortal: false }}
          />
          <Select
            label={t('lists.sortBy')}
            data={[option('name'), ...all.map(option)]}
            value={sort.by}
            onChange={(by) => onChange({ columns, sort: { by: (by ?? 'name') as ListColumn, descending: false } })}
            searchable
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <Group>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => onChange({ columns, sort: { ...sort, descending: !sort.descending } })}
            >
              {t(sort.descending ? 'lists.descending' : 'lists.ascending')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => onChange({ columns: usualColumns, sort: byName })}
            >
              {t('lists.usualColumns')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
