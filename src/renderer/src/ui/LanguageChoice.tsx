import { SegmentedControl } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { usePreferences } from './preferences.tsx'

/** Each language under its own name, so that nobody is stuck in the other. */
export function LanguageChoice() {
  const { t } = useWords()
  const { language, prefer } = usePreferences()
  return (
    <SegmentedControl
      aria-label={t('settings.language')}
      data={[
        { value: 'fr', label: 'Français' },
        { value: 'en', label: 'English' },
      ]}
      value={language}
      onChange={(chosen) => prefer({ language: chosen === 'en' ? 'en' : 'fr' })}
    />
  )
}
