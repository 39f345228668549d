import { ActionIcon, Button } from '@mantine/core'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'

export function AddLine({ words, onClick }: { readonly words: PlainKey; readonly onClick: () => void }) {
  const { t } = useWords()
  return (
    <Button variant="subtle" size="compact-md" mr="sm" leftSection={<Icon name="plus" size={16} />} onClick={onClick}>
      {t(words)}
    </Button>
  )
}

export function RemoveLine({ onClick }: { readonly onClick: () => void }) {
  const { t } = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="input-sm"
      aria-label={t('form.remove')}
      title={t('form.remove')}
      onClick={onClick}
    >
      <Icon name="close" size={16} />
    </ActionIcon>
  )
}

/** Moves a line one place up. */
export function MoveLine({ disabled, onClick }: { readonly disabled: boolean; readonly onClick: () => void }) {
  const { t } = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="input-sm"
      aria-label={t('form.moveUp')}
      title={t('form.moveUp')}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name="up" size={16} />
    </ActionIcon>
  )
}
