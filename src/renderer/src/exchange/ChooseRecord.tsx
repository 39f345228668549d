import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PreviewLine } from '../../../core/exchange/exchange.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'

/** Records shown at once. */
const shown = 8

/** Which record a line is about: those it could be, then any of the register, sought as in the list. */
export function ChooseRecord({
  line,
  onChoose,
  onClose,
}: {
  readonly line: PreviewLine
  readonly onChoose: (record: number) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [sought] = useDebouncedValue(search.trim(), 200)
  const found = useQuery({
    ...ask.people.list.queryOptions({ input: { search: sought, deceased: true, limit: shown } }),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  })
  const records =
    sought === ''
      ? (line.candidates ?? []).map(({ id, name, about }) => ({ id, name, about }))
      : (found.data?.rows ?? []).map(({ id, displayName, memberNumber, city, email }) => ({
          id,
          name: displayName,
          about: [memberNumber, city, email].filter((word) => word !== ''),
        }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('import.recordTitle', { line: line.line })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text mb="sm">{[line.name, ...line.about].join(' · ')}</Text>
      <TextInput
        data-autofocus
        label={t('import.recordSearch')}
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.currentTarget.value)}
        mb="sm"
      />
      <Stack gap={4} role="group" aria-label={t('import.recordSearch')}>
        {records.map(({ id, name, about }) => (
          <Button
            key={id}
            variant="default"
            justify="flex-start"
            h="auto"
            py={6}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
            onClick={() => onChoose(id)}
          >
            {[name, ...about].join(' · ')}
          </Button>
        ))}
        {sought !== '' && found.data !== undefined && records.length === 0 && <Text>{t('import.recordNone')}</Text>}
      </Stack>
    </Modal>
  )
}
