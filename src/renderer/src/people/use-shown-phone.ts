import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { shownPhone } from './shown-phone.ts'

/** Shows a kept number as one reads it here; any other text comes back as it is. */
export function useShownPhone(): (text: string) => string {
  const { language } = useWords()
  const home = useHome()
  return (text) => (/^\+\d{6,15}$/.test(text) ? shownPhone(text, home, language) : text)
}
