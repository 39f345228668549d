import { Button, Group, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { WayButton } from './WayButton.tsx'

/** “Record saved. Undo”: what was done, and the way back. */
export function UndoOffer({
  text,
  again = false,
  onUndo,
  onSee,
}: {
  readonly text: string
  /** What was done is itself an undoing. */
  readonly again?: boolean
  readonly onUndo: () => void
  /** Goes to where it happened. */
  readonly onSee?: () => void
}) {
  const { t } = useWords()
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text span miw={0} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      {onSee !== undefined && (
        <Button variant="subtle" size="compact-sm" flex="none" onClick={onSee}>
          {t('undo.see')}
        </Button>
      )}
      <WayButton size="compact-sm" flex="none" onWay={onUndo}>
        {t(again ? 'undo.redo' : 'undo.undo')}
      </WayButton>
    </Group>
  )
}
