import { Button } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { go } from '../ui/route.ts'

/** From a record, or a view of the records, to their list. */
export function BackToList() {
  const { t } = useWords()
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<Icon name="back" size={16} />}
      onClick={() => go({ screen: 'people' })}
    >
      {t('screen.people')}
    </Button>
  )
}
