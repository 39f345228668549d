import { addressLines } from '../../../core/people/address.rules.ts'
import { dayInWords, periodInWords } from '../../../core/people/day.rules.ts'
import type { MergePreview } from '../../../core/people/duplicates/duplicates.requests.ts'
import { type Choices, mergedSheet } from '../../../core/people/duplicates/merge.rules.ts'
import { displayName, type Named } from '../../../core/people/name.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { shownPhone } from '../people/shown-phone.ts'
import { statusKeys } from '../people/status-words.ts'
import { useHome } from '../register/use-home.ts'
import classes from './Duplicates.module.css'

/** The record as it will read once the two are one. */
export function MergeResult({ preview, choices }: { readonly preview: MergePreview; readonly choices: Choices }) {
  const { t, language } = useWords()
  const home = useHome()
  const { sheet, aliases } = mergedSheet(preview.keep, preview.absorb, choices)
  const born = sheet.kind === 'person' ? sheet.born : ''
  const facts = [
    t(statusKeys[sheet.status]),
    sheet.memberNumber !== '' && `${t('field.memberNumber')} ${sheet.memberNumber}`,
    sheet.joined !== '' && periodInWords(sheet.joined, '', language),
    born !== '' && `${t('field.born')} ${dayInWords(born, language)}`,
    sheet.profession,
  ]
  return (
    <section className={classes.card} aria-label={t('duplicates.result')}>
      <div className={classes.quiet}>{t('duplicates.result')}</div>
      <h2>{displayName(sheet as Named)}</h2>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <p>{sheet.groups.map(({ name }) => name).join(', ')}</p>
      {sheet.addresses.map((address, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the addresses of a record have no other name than their place
        <p key={at}>{addressLines(address, { home, language }).join(', ')}</p>
      ))}
      <p>{sheet.phones.map(({ number }) => shownPhone(number, home, language)).join(' · ')}</p>
      <p>{sheet.emails.map(({ address }) => address).join(' · ')}</p>
      {sheet.notes !== '' && <p>{sheet.notes}</p>}
      {aliases.length > 0 && (
        <p className={classes.quiet}>{t('duplicates.leadsHere', { names: aliases.join(', ') })}</p>
      )}
    </section>
  )
}
