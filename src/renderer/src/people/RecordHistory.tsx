import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContactStatus } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { actName } from '../register/act-words.ts'
import classes from './Record.module.css'
import { recordActs } from './record-changes.ts'
import { statusKeys } from './status-words.ts'

/** As many changes of one act as are shown; the rest is counted. */
const shown = 6

/** What a record went through, latest first. */
export function RecordHistory({ id }: { readonly id: number }) {
  const words = useWords()
  const { t } = words
  const rows = useQuery(ask.history.ofContact.queryOptions({ input: { id, limit: 100 } })).data?.changes ?? []
  const acts = recordActs(rows)
  const said = (field: PlainKey, value: string): string => {
    if (field === 'field.trashed') return t(value === '1' ? 'record.yes' : 'record.no')
    return field === 'field.status' && value in statusKeys ? t(statusKeys[value as ContactStatus]) : value
  }
  return (
    <section aria-label={t('record.history')}>
      <Title order={2}>{t('record.history')}</Title>
      {acts.length === 0 && <Text c="dimmed">{t('record.noHistory')}</Text>}
      <ol className={classes.acts}>
        {acts.map(({ act, at, name, changes }) => (
          <li key={act}>
            {actName({ name }, words)}
            <div className={classes.when} title={words.moment(at)}>
              {words.since(at)}
            </div>
            <ul className={classes.changes}>
              {changes.slice(0, shown).map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a history does not move
                <li key={index}>
                  {t('record.field', { field: t(change.field) })}{' '}
                  {change.old !== '' && <span className={classes.old}>{said(change.field, change.old)}</span>}{' '}
                  {change.new === '' ? <i>{t('record.empty')}</i> : said(change.field, change.new)}
                </li>
              ))}
              {changes.length > shown && <li>{t('record.moreChanges', { count: changes.length - shown })}</li>}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
