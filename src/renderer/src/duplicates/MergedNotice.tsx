import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import classes from './Duplicates.module.css'

/** On a record that was merged: which one stands for it now. */
export function MergedNotice({ into }: { readonly into: number }) {
  const { t } = useWords()
  const kept = useQuery(ask.people.read.queryOptions({ input: { id: into } })).data
  return (
    <div className={classes.likely}>
      {t('duplicates.mergedInto')}{' '}
      <a href={fragmentOf({ screen: 'record', id: into, editing: false })}>{kept?.displayName ?? ' '}</a>
    </div>
  )
}
