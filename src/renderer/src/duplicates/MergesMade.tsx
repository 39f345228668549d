import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MergedRecord } from '../../../core/people/duplicates/duplicates.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { doer } from '../register/act-words.ts'
import history from '../register/History.module.css'
import { FirstStep } from '../ui/FirstStep.tsx'
import { fragmentOf } from '../ui/route.ts'
import { useUndo } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { WayButton } from '../ui/WayButton.tsx'
import classes from './Duplicates.module.css'

const most = 500

/** The merges that were made, the latest first, each with its way back. */
export function MergesMade() {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const asked = useQuery(ask.duplicates.merges.queryOptions({ input: { limit: most } }))
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  const { merges, total } = asked.data
  if (total === 0) return <FirstStep title={t('duplicates.noMerge')} text={t('duplicates.noMergeHelp')} />
  return (
    <div className={classes.pair}>
      <Table className={history.table} verticalSpacing="sm" aria-label={t('duplicates.merges')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('duplicates.kept')}</Table.Th>
            <Table.Th>{t('duplicates.absorbed')}</Table.Th>
            <Table.Th>{t('history.when')}</Table.Th>
            <Table.Th>{t('history.who')}</Table.Th>
            <Table.Th className={history.end}>{t('history.way')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {merges.map(({ act, at, by, kept, absorbed, undoneBy }) => (
            <Table.Tr key={act}>
              <Table.Td>
                <RecordLink {...kept} />
              </Table.Td>
              <Table.Td>
                <RecordLink {...absorbed} />
              </Table.Td>
              <Table.Td className={history.quiet} title={words.moment(at)}>
                {words.since(at)}
              </Table.Td>
              <Table.Td className={history.quiet}>{doer(by, words)}</Table.Td>
              <Table.Td className={history.end}>
                {undoneBy === null ? (
                  <WayButton
                    size="compact-md"
                    label={t('duplicates.partAgain', { name: absorbed.displayName })}
                    onWay={() => void undo(act)}
                  >
                    {t('undo.undo')}
                  </WayButton>
                ) : (
                  <span className={history.quiet}>{t('history.undone')}</span>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > merges.length && <Text c="dimmed">{t('duplicates.moreMerges', { count: total - merges.length })}</Text>}
    </div>
  )
}

function RecordLink({ id, displayName }: MergedRecord) {
  return (
    <a className={classes.link} href={fragmentOf({ screen: 'record', id, editing: false })}>
      {displayName}
    </a>
  )
}
