import { Button, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Act } from '../../../core/register/register.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { undoings } from '../ui/latest-acts.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import type { Way } from '../ui/use-order.tsx'
import { useUndo } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { WayButton } from '../ui/WayButton.tsx'
import { actWords, doer, isUndoable } from './act-words.ts'
import classes from './History.module.css'

const perPage = 50
const wayKeys = { undo: 'undo.undo', redo: 'undo.redo' } as const

/** Every act, latest first; any of them can be undone, and an undoing too. */
export function HistoryScreen() {
  const { t } = useWords()
  const history = useInfiniteQuery(
    ask.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ limit: perPage, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ acts }) => (acts.length < perPage ? undefined : acts.at(-1)?.id),
    }),
  )
  const acts = history.data?.pages.flatMap((page) => page.acts)
  const taken = undoings(acts ?? [])
  return (
    <ScreenFrame title={t('screen.history')} sub={t('history.lead')}>
      {acts === undefined ? (
        <Waiting trouble={history.error} />
      ) : acts.length === 0 ? (
        <FirstStep title={t('history.empty')} text={t('history.emptyHelp')} />
      ) : (
        <>
          <Table className={classes.table} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.what')}</Table.Th>
                <Table.Th>{t('history.when')}</Table.Th>
                <Table.Th>{t('history.who')}</Table.Th>
                <Table.Th className={classes.end}>{t('history.way')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {acts.map((act) => (
                <Line key={act.id} act={act} way={taken.has(act.id) ? 'redo' : 'undo'} />
              ))}
            </Table.Tbody>
          </Table>
          {history.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={history.isFetchingNextPage}
              onClick={() => void history.fetchNextPage()}
            >
              {t('history.earlier')}
            </Button>
          )}
        </>
      )}
    </ScreenFrame>
  )
}

function Line({ act, way }: { readonly act: Act; readonly way: Way }) {
  const words = useWords()
  const { t } = words
  const undo = useUndo()
  const undone = act.undoneBy !== undefined
  const said = actWords(act, words, act.undoes !== undefined && way === 'undo')
  return (
    <Table.Tr>
      <Table.Td>
        <span className={undone ? classes.undone : undefined}>{said}</span>
        {act.records !== undefined && act.records > 1 && (
          <Text size="xs" c="dimmed">
            {t('history.records', { count: act.records })}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.quiet} title={words.moment(act.at)}>
        {words.since(act.at)}
      </Table.Td>
      <Table.Td className={classes.quiet}>{doer(act.by, words)}</Table.Td>
      <Table.Td className={classes.end}>
        {undone ? (
          <span className={classes.quiet}>{t('history.undone')}</span>
        ) : isUndoable(act) ? (
          <WayButton size="compact-md" label={`${t(wayKeys[way])} – ${said}`} onWay={() => void undo(act.id, way)}>
            {t(wayKeys[way])}
          </WayButton>
        ) : null}
      </Table.Td>
    </Table.Tr>
  )
}
