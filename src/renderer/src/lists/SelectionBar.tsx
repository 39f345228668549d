import { Button, Group, Menu, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { WriteLetter } from '../letters/WriteLetter.tsx'
import { Icon } from '../ui/icons.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import type { BulkAction } from './bulk-actions.ts'

/** What is done to everybody ticked: the whole of the list or some of it, on screen or not. */
export function SelectionBar({
  filter,
  count,
  total,
  inList,
  bulk,
  setBulk,
  onAll,
  onNobody,
  onExport,
}: {
  /** Whom the actions are for. */
  readonly filter: ContactFilter
  readonly count: number
  readonly total: number
  /** The fixed list that is shown. */
  readonly inList: number | undefined
  readonly bulk: BulkAction | 'trash' | undefined
  readonly setBulk: (action: BulkAction | 'trash' | undefined) => void
  readonly onAll: () => void
  readonly onNobody: () => void
  readonly onExport: () => void
}) {
  const { t } = useWords()
  const all = useQuery(ask.lists.list.queryOptions({ input: {} })).data?.lists ?? []
  const lists = all.filter(({ kind }) => kind === 'fixed')
  const [working, setWorking] = useState(false)
  const [writing, setWriting] = useState(false)
  const add = useOrder(client.lists.add, { done: ({ changed }) => t('lists.added', { count: changed }) })
  const take = useOrder(client.lists.take, { done: ({ changed }) => t('lists.taken', { count: changed }) })
  const settled = { onSettled: () => setWorking(false) }
  const putInto = (id: number) => {
    setWorking(true)
    add.mutate({ id, filter }, settled)
  }
  const takeOut = (id: number) => {
    setWorking(true)
    take.mutate({ id, filter }, { ...settled, onSuccess: onNobody })
  }
  return (
    <Group gap="sm" pb="sm" role="toolbar" aria-label={t('people.ticked')}>
      <Text fw={600}>{t('people.tickedCount', { count })}</Text>
      {count < total && (
        <Button size="compact-md" variant="subtle" onClick={onAll}>
          {t('lists.tickAll', { count: total })}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<Icon name="edit" size={16} />}
        onClick={() => setBulk('category')}
      >
        {t('lists.change')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-md" variant="default">
            {t('lists.mark')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setBulk('addTag')}>{t('lists.addTag')}</Menu.Item>
          <Menu.Item onClick={() => setBulk('removeTag')}>{t('lists.removeTag')}</Menu.Item>
          <Menu.Item onClick={() => setBulk('join')}>{t('lists.joinGroup')}</Menu.Item>
          <Menu.Item onClick={() => setBulk('leave')}>{t('lists.leaveGroup')}</Menu.Item>
          <Menu.Item onClick={() => setBulk('confirmed')}>{t('lists.markConfirmed')}</Menu.Item>
          <Menu.Item onClick={() => setBulk('returned')}>{t('lists.markReturned')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-md" variant="default" loading={working}>
            {t('lists.toList')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lists.length === 0 && <Menu.Label>{t('lists.noFixed')}</Menu.Label>}
          {lists.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => putInto(id)}>
              {name}
            </Menu.Item>
          ))}
          {inList !== undefined && <Menu.Item onClick={() => takeOut(inList)}>{t('lists.takeOut')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-md" variant="default" leftSection={<Icon name="export" size={16} />} onClick={onExport}>
        {t('people.export')}
      </Button>
      {!filter.trashed && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Icon name="letter" size={16} />}
          onClick={() => setWriting(true)}
        >
          {t('letters.button')}
        </Button>
      )}
      <Button size="compact-md" variant="default" onClick={() => setBulk('trash')}>
        {t(filter.trashed ? 'people.takeOut' : 'people.putAway')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={onNobody}>
        {t('people.untick')}
      </Button>
      {writing && (
        <Modal
          opened
          onClose={() => setWriting(false)}
          size="80rem"
          title={t('letters.dialog', { count })}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <WriteLetter filter={filter} onMade={() => setWriting(false)} />
        </Modal>
      )}
      {bulk !== undefined && (
        <BulkDialog
          filter={filter}
          count={count}
          first={bulk}
          onDone={() => {
            setBulk(undefined)
            onNobody()
          }}
          onClose={() => setBulk(undefined)}
        />
      )}
    </Group>
  )
}
