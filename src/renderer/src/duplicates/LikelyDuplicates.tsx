import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { reasonWords } from '../../../core/people/duplicates/duplicate-words.rules.ts'
import { contactInput } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import type { RecordKind, RecordValues } from '../people/record-values.ts'
import { inputOf } from '../people/record-values.ts'
import { fragmentOf } from '../ui/route.ts'
import classes from './Duplicates.module.css'

/** Reasons said beside a name; the whole list is on the screen of duplicates. */
const saidReasons = 3

/** Under the name of a new record: who is already there that could be the one being typed. Silent when nobody is. */
export function LikelyDuplicates({ kind, values }: { readonly kind: RecordKind; readonly values: RecordValues }) {
  const { t, language } = useWords()
  const [typed] = useDebouncedValue(values, 250)
  const checked = contactInput.safeParse(inputOf(kind, typed))
  const named = (kind === 'person' ? typed.lastName : typed.name).trim().length > 1
  const found = useQuery({
    ...ask.duplicates.like.queryOptions({ input: { contact: checked.data ?? { kind: 'person', lastName: '' } } }),
    enabled: named && checked.success,
    placeholderData: keepPreviousData,
  })
  const matches = named ? (found.data?.matches ?? []) : []
  return (
    <div role="status">
      {matches.length > 0 && (
        <div className={classes.likely}>
          <Text fw={600}>{t('duplicates.already')}</Text>
          <ul>
            {matches.map(({ id, displayName, city, reasons }) => (
              <li key={id}>
                <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
                <span className={classes.quiet}>
                  {[
                    '',
                    city,
                    ...reasons
                      .filter(({ weight }) => weight > 0)
                      .slice(0, saidReasons)
                      .map(({ rule }) => reasonWords[rule][language]),
                  ]
                    .filter((text, at) => text !== '' || at === 0)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
