import { Button, Group, Menu, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { SavedList } from '../../../core/people/lists/lists.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { everybody, useListMemory } from '../people/list-memory.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { nobody } from './ticked.ts'

/** The saved lists: opened, kept anew, renamed, taken away. Columns and order are kept with them. */
export function SavedLists() {
  const { t } = useWords()
  const { filter, columns, sort, saved, remember } = useListMemory()
  const [keeping, setKeeping] = useState<'new' | 'rename'>()
  const lists = useQuery(ask.lists.list.queryOptions({ input: {} })).data?.lists ?? []
  const open = lists.find(({ id }) => id === saved)

  const show = (list: SavedList) =>
    remember({
      ...{ columns: list.columns, sort: list.sort, saved: list.id, active: 0, ticked: nobody },
      filter: list.kind === 'live' ? list.filter : { ...everybody, deceased: true, list: list.id },
    })
  const save = useOrder(client.lists.save, { done: (_, { name }) => t('lists.saved', { name }) })
  const rename = useOrder(client.lists.rename, { done: (_, { name }) => t('lists.saved', { name }) })
  const remove = useOrder(client.lists.remove, { done: () => t('lists.removed') })

  const keep = (name: string, kind: 'live' | 'fixed') => {
    const done = { onSuccess: () => setKeeping(undefined) }
    if (keeping === 'rename' && open !== undefined) rename.mutate({ id: open.id, name }, done)
    else {
      const kept = { name, kind, filter, columns: [...columns], sort }
      save.mutate(kept, {
        onSuccess: ({ answer: { id } }) => {
          setKeeping(undefined)
          remember({ saved: id, ...(kind === 'fixed' ? { filter: { ...everybody, deceased: true, list: id } } : {}) })
        },
      })
    }
  }
  const again = () => {
    if (open === undefined || open.kind === 'fixed') return
    save.mutate({ id: open.id, name: open.name, kind: 'live', filter, columns: [...columns], sort })
  }
  const takeAway = () => {
    if (open === undefined) return
    remove.mutate({ id: open.id })
    remember({ saved: undefined, filter: everybody, active: 0, ticked: nobody })
  }
  return (
    <>
      <Menu position="bottom-start" width="20rem">
        <Menu.Target>
          <Button variant="default">{open?.name ?? t('lists.lists')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lists.length === 0 && <Menu.Label>{t('lists.none')}</Menu.Label>}
          {lists.map((list) => (
            <Menu.Item key={list.id} onClick={() => show(list)}>
              {list.kind === 'fixed' ? t('lists.fixedNamed', { name: list.name, count: list.members }) : list.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setKeeping('new')}>{t('lists.keep')}</Menu.Item>
          {open !== undefined && (
            <>
              {open.kind === 'live' && (
                <Menu.Item onClick={again}>{t('lists.keepAgain', { name: open.name })}</Menu.Item>
              )}
              <Menu.Item onClick={() => setKeeping('rename')}>{t('lists.rename', { name: open.name })}</Menu.Item>
              <Menu.Item onClick={takeAway}>{t('lists.remove', { name: open.name })}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {keeping !== undefined && (
        <Keeping
          renamed={keeping === 'rename' ? open?.name : undefined}
          fixedOnly={filter.list !== undefined || filter.ids !== undefined}
          busy={save.isPending || rename.isPending}
          onKeep={keep}
          onClose={() => setKeeping(undefined)}
        />
      )}
    </>
  )
}

function Keeping({
  renamed,
  fixedOnly,
  busy,
  onKeep,
  onClose,
}: {
  readonly renamed: string | undefined
  readonly fixedOnly: boolean
  readonly busy: boolean
  readonly onKeep: (name: string, kind: 'live' | 'fixed') => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(renamed ?? '')
  const [kind, setKind] = useState<'live' | 'fixed'>(fixedOnly ? 'fixed' : 'live')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onKeep(name, kind)
  }
  return (
    <Modal opened onClose={onClose} title={t('lists.keep')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('lists.name')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {renamed === undefined && (
            <Radio.Group value={kind} onChange={(value) => setKind(value === 'fixed' ? 'fixed' : 'live')}>
              <Stack gap="xs">
                <Radio value="live" label={t('lists.live')} description={t('lists.liveHelp')} disabled={fixedOnly} />
                <Radio value="fixed" label={t('lists.fixed')} description={t('lists.fixedHelp')} />
              </Stack>
            </Radio.Group>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={name.trim() === ''}>
              {t('lists.doKeep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
