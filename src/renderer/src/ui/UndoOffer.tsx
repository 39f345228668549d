import { Button, Group, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { useUndo } from './use-order.tsx'

/** “Record saved. Undo”: what was done, and the way back. */
export function UndoOffer({
  text,
  act,
  again = false,
}: {
  readonly text: string
  readonly act: number
  readonly again?: boolean
}) {
  const { t } = useWords()
  const undo = useUndo()
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text span>{text}</Text>
      <Button variant="subtle" size="compact-sm" onClick={() => void undo(act)}>
        {t(again ? 'undo.redo' : 'undo.undo')}
      </Button>
    </Group>
  )
}
