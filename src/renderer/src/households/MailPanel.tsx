import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { addressLines, addressOn, timeOf } from '../../../core/people/address.rules.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { addresseeOf } from '../../../core/people/households/addressee.rules.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { organisationLines, type PostalWarning, postalLines } from '../../../core/people/postal.rules.ts'
import { ask, client } from '../client.ts'
import type { Words } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { Section } from '../people/RecordSection.tsx'
import { thisDay } from '../people/record-values.ts'
import { statusKey } from '../people/status-words.ts'
import { useHome } from '../register/use-home.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Household.module.css'

const warningWords = (warning: PostalWarning, { t }: Words): string =>
  warning.kind === 'longLine' ? t('mail.longLine', warning) : t('mail.manyLines', warning)

/** Each address as the directory prints it and as the envelope bears it, with what does not fit; and mail that came back. */
export function MailPanel({ contact }: { readonly contact: Contact }) {
  const words = useWords()
  const { t, language } = words
  const home = useHome()
  const { data: household } = useQuery({
    ...ask.households.ofContact.queryOptions({ input: { id: contact.id } }),
    enabled: contact.kind === 'person',
  })
  // For whose attention its mail goes is the office's to say.
  const { data: composed } = useQuery({
    ...ask.households.compose.queryOptions({ input: { contacts: [contact.id], language } }),
    enabled: contact.kind === 'organisation',
  })
  const mark = useOrder(
    ({ position, day }: { readonly position: number; readonly day?: string }) =>
      client.people.markReturned({ id: contact.id, position, ...(day === undefined ? {} : { day }) }),
    { done: (_, { day }) => t(day === '' ? 'mail.unmarked' : 'mail.marked') },
  )
  if (contact.status === 'deceased') {
    return (
      <Section title={t('mail.title')}>
        <p className={classes.none}>{t('mail.deceased', { status: t(statusKey(contact)) })}</p>
      </Section>
    )
  }
  if (contact.addresses.length === 0) return null
  const today = addressOn(contact.addresses, thisDay(), 'mail')
  const paper = { language, home }
  return (
    <Section title={t('mail.title')}>
      {contact.addresses.map((address, position) => {
        const alone =
          contact.kind === 'organisation'
            ? (composed?.envelopes[0]?.addressee ?? organisationLines(contact))
            : addresseeOf([contact], language).lines
        const together = address.household === null ? undefined : household?.words[language].lines
        const { lines, warnings } = postalLines(together ?? alone, address, paper)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the addresses of a record have no other name than their place
          <div key={position}>
            <div className={classes.two}>
              <div>
                <h3>
                  {t('mail.directory')}
                  {address.household !== null && <span className={classes.quiet}>{t('mail.shared')}</span>}
                  {timeOf(address, thisDay()) === 'former' && (
                    <span className={classes.quiet}>{t('record.formerAddress')}</span>
                  )}
                  {address === today && <span className={classes.quiet}>{t('mail.today')}</span>}
                </h3>
                <p>{addressLines(address, paper).join('\n')}</p>
              </div>
              <div>
                <h3>{t('mail.envelope')}</h3>
                <p className={classes.envelope}>{lines.join('\n')}</p>
                {warnings.map((warning) => (
                  <p className={classes.warning} role="status" key={warningWords(warning, words)}>
                    {warningWords(warning, words)}
                  </p>
                ))}
              </div>
            </div>
            {address.returned !== '' && (
              <p className={classes.warning}>{t('mail.returned', { day: dayInWords(address.returned, language) })}</p>
            )}
            {!contact.trashed && (
              <Button
                variant="subtle"
                size="compact-md"
                mb="md"
                onClick={() => mark.mutate(address.returned === '' ? { position } : { position, day: '' })}
              >
                {t(address.returned === '' ? 'mail.markReturned' : 'mail.forgetReturned')}
              </Button>
            )}
          </div>
        )
      })}
    </Section>
  )
}
