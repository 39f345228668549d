import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useWords } from '../i18n/words.tsx'
import { go } from '../ui/route.ts'
import type { RecordKind } from './record-values.ts'

const kept = 'draft-kept'

/** Says that what was typed and left is kept, with the way back to it. */
export function useDraftKept(): (id: number | undefined, kind: RecordKind) => void {
  const { t } = useWords()
  return (id, kind) => {
    const resume = () => {
      notifications.hide(kept)
      go(id === undefined ? { screen: 'newRecord', kind } : { screen: 'record', id, editing: true })
    }
    notifications.hide(kept)
    notifications.show({
      id: kept,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="md">
          <Text span>{t('record.kept')}</Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={resume}>
            {t('record.resume')}
          </Button>
        </Group>
      ),
      autoClose: 10_000,
      closeButtonProps: { 'aria-label': t('action.close') },
    })
  }
}
