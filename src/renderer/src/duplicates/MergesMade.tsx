import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { doer } from '../register/act-words.ts'
import history from '../register/History.module.css'
import { FirstStep } from '../ui/FirstStep.tsx'
import { fragmentOf } from '../ui/route.ts'
import { useUndo } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Duplicates.module.css'

const most = 500

/** The merges that stand, the latest first, each with its way back. */
export function MergesMade() {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const asked = useQuery(ask.history.trash.queryOptions({ input: { limit: most } }))
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  const merges = asked.data.records.flatMap(({ mergedInto, ...record }) =>
    mergedInto === undefined ? [] : [{ ...record, kept: mergedInto }],
  )
  if (merges.length === 0) return <FirstStep title={t('duplicates.noMerge')} text={t('duplicates.noMergeHelp')} />
  return (
    <div className={classes.pair}>
      <Table className={history.table} verticalSpacing="sm" aria-label={t('duplicates.merges')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('duplicates.kept')}</Table.Th>
            <Table.Th>{t('duplicates.absorbed')}</Table.Th>
            <Table.Th>{t('trash.when')}</Table.Th>
            <Table.Th>{t('trash.who')}</Table.Th>
            <Table.Th className={history.end} aria-label={t('undo.undo')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {merges.map(({ id, displayName, kept, act, at, by }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <a className={classes.link} href={fragmentOf({ screen: 'record', id: kept.id, editing: false })}>
                  {kept.displayName}
                </a>
              </Table.Td>
              <Table.Td>
                <a className={classes.link} href={fragmentOf({ screen: 'record', id, editing: false })}>
                  {displayName}
                </a>
              </Table.Td>
              <Table.Td className={history.quiet} title={words.moment(at)}>
                {words.since(at)}
              </Table.Td>
              <Table.Td className={history.quiet}>{doer(by, words)}</Table.Td>
              <Table.Td className={history.end}>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t('duplicates.partAgain', { name: displayName })}
                  onClick={() => void undo(act)}
                >
                  {t('undo.undo')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {asked.data.total > most && <Text c="dimmed">{t('duplicates.moreMerges', { count: most })}</Text>}
    </div>
  )
}
