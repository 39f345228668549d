import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ExportColumn } from '../../../core/exchange/export.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'

/** Columns and their order kept under a name: chosen, kept anew, renamed, taken away. */
export function ExportModels({
  columns,
  chosen,
  setChosen,
  onChoose,
}: {
  readonly columns: readonly ExportColumn[]
  /** The model that was chosen last. */
  readonly chosen: number | undefined
  readonly setChosen: (model: number | undefined) => void
  readonly onChoose: (columns: readonly ExportColumn[]) => void
}) {
  const { t } = useWords()
  const models = useQuery(ask.exchange.models.queryOptions({ input: {} })).data?.models ?? []
  const [naming, setNaming] = useState<'new' | 'rename'>()
  const model = models.find(({ id }) => id === chosen)
  const save = useOrder(client.exchange.saveModel, { done: (_, { name }) => t('export.modelSaved', { name }) })
  const remove = useOrder(client.exchange.removeModel, { done: () => t('export.modelRemoved') })
  const same = model !== undefined && model.columns.join() === columns.join()

  const name = (text: string) =>
    save.mutate(
      naming === 'rename' && model !== undefined
        ? { id: model.id, name: text, columns: [...model.columns] }
        : { name: text, columns: [...columns] },
      {
        onSuccess: ({ answer: { id } }) => {
          setNaming(undefined)
          setChosen(id)
        },
      },
    )
  return (
    <>
      <Menu position="bottom-start" width="20rem">
        <Menu.Target>
          <Button variant="default" size="compact-md">
            {model === undefined ? t('export.models') : t('export.model', { name: model.name })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {models.length === 0 && <Menu.Label>{t('export.noModels')}</Menu.Label>}
          {models.map((one) => (
            <Menu.Item
              key={one.id}
              onClick={() => {
                setChosen(one.id)
                onChoose(one.columns)
              }}
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={columns.length === 0} onClick={() => setNaming('new')}>
            {t('export.keepModel')}
          </Menu.Item>
          {model !== undefined && (
            <>
              {!same && columns.length > 0 && (
                <Menu.Item onClick={() => save.mutate({ id: model.id, name: model.name, columns: [...columns] })}>
                  {t('export.keepAgain', { name: model.name })}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => setNaming('rename')}>{t('lists.rename', { name: model.name })}</Menu.Item>
              <Menu.Item
                onClick={() => {
                  remove.mutate({ id: model.id })
                  setChosen(undefined)
                }}
              >
                {t('lists.remove', { name: model.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== undefined && (
        <Naming
          was={naming === 'rename' ? (model?.name ?? '') : ''}
          busy={save.isPending}
          onName={name}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  )
}

function Naming({
  was,
  busy,
  onName,
  onClose,
}: {
  readonly was: string
  readonly busy: boolean
  readonly onName: (name: string) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(was)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <Modal opened onClose={onClose} title={t('export.naming')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('export.modelName')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={name.trim() === ''}>
              {t('export.doKeep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
