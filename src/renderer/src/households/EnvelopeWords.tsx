import type { Addressee } from '../../../core/people/households/addressee.rules.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Household.module.css'

/** The words on the envelope and at the head of the letter, in both languages, as they will be printed. */
export function EnvelopeWords({ words }: { readonly words: Readonly<Record<'fr' | 'en', Addressee>> }) {
  const { t } = useWords()
  return (
    <div className={classes.two}>
      {(['fr', 'en'] as const).map((language) => (
        <div key={language} lang={language}>
          <h3>{t(language === 'fr' ? 'household.inFrench' : 'household.inEnglish')}</h3>
          <p>{words[language].lines.join('\n')}</p>
          <p className={classes.opening}>{words[language].salutation}</p>
        </div>
      ))}
    </div>
  )
}
