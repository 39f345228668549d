import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'

/** Which edition the pages are of, or none; and a new one. */
export function EditionChoice({
  of,
  year,
  choose,
}: {
  readonly of: number | undefined
  /** Proposed as the name of a new one. */
  readonly year: string
  readonly choose: (of: number | undefined) => void
}) {
  const { t } = useWords()
  const [naming, setNaming] = useState(false)
  const editions = useQuery(ask.editions.list.queryOptions({ input: {} })).data?.editions ?? []
  return (
    <Stack gap="xs">
      {editions.length > 0 && (
        <Select
          label={t('edition.choose')}
          data={[
            ...editions.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: '', label: t('edition.none') },
          ]}
          value={of === undefined ? '' : String(of)}
          allowDeselect={false}
          onChange={(value) => choose(value === null || value === '' ? undefined : Number(value))}
        />
      )}
      <Button variant="default" onClick={() => setNaming(true)}>
        {t('edition.new')}
      </Button>
      {editions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('edition.chooseHelp')}
        </Text>
      )}
      {naming && (
        <NameEdition
          title={t('edition.new')}
          proposed={editions.some(({ name }) => name === year) ? '' : year}
          send={(name) => client.editions.create({ name })}
          onMade={choose}
          onClose={() => setNaming(false)}
        />
      )}
    </Stack>
  )
}

/** The name of an edition to be made, anew or as a copy. */
export function NameEdition({
  title,
  proposed,
  send,
  onMade,
  onClose,
}: {
  readonly title: string
  readonly proposed: string
  readonly send: (name: string) => Promise<{ readonly id: number }>
  readonly onMade: (id: number) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(proposed)
  const make = useOrder(send, {
    done: ({ id }, made) => {
      onClose()
      onMade(id)
      return t('edition.created', { name: made.trim() })
    },
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !make.isPending) make.mutate(name)
        }}
      >
        <Stack>
          <TextInput
            label={t('edition.name')}
            description={t('edition.nameHelp')}
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
              {t('edition.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
