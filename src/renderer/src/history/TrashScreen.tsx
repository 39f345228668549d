import { Button, Checkbox, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrashedRecord } from '../../../core/people/history/history.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { actWords, doer } from '../register/act-words.ts'
import history from '../register/History.module.css'
import { FirstStep } from '../ui/FirstStep.tsx'
import { useHeldFocus } from '../ui/held-focus.ts'
import { fragmentOf } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder, useUndo } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import own from './History.module.css'

const most = 300

/** What was put away, since when and by whom; all of it comes back. */
export function TrashScreen() {
  const words = useWords()
  const { t } = words
  const trash = useQuery(ask.history.trash.queryOptions({ input: { limit: most } }))
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const undo = useUndo()
  const held = useHeldFocus<HTMLDivElement>()
  const restore = useOrder(client.people.trash, {
    done: ({ changed }) => t('people.untrashed', { count: changed }),
  })
  if (trash.data === undefined) return <Waiting trouble={trash.error} />
  const { records, removed, total } = trash.data
  const chosen = records.filter(({ id, mergedInto }) => ticked.has(id) && mergedInto === undefined)
  const tick = (id: number, on: boolean) => {
    const next = new Set(ticked)
    on ? next.add(id) : next.delete(id)
    setTicked(next)
  }
  const restoreOne = (record: TrashedRecord) =>
    record.mergedInto === undefined ? restore.mutate({ ids: [record.id], trashed: false }) : void undo(record.act)
  const empty = records.length === 0 && removed.length === 0
  const head = (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('trash.what')}</Table.Th>
        <Table.Th>{t('trash.when')}</Table.Th>
        <Table.Th>{t('trash.who')}</Table.Th>
        <Table.Th className={history.end}>{t('trash.restore')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
  return (
    <ScreenFrame
      title={t('screen.trash')}
      {...(empty ? {} : { sub: t('trash.lead') })}
      actions={
        chosen.length > 0 && (
          <Button onClick={() => restore.mutate({ ids: chosen.map(({ id }) => id), trashed: false })}>
            {t('trash.restoreTicked', { count: chosen.length })}
          </Button>
        )
      }
    >
      <div ref={held}>
        {empty && <FirstStep title={t('trash.empty')} text={t('trash.lead')} />}
        {records.length > 0 && (
          <>
            <Title order={2}>{t('trash.records')}</Title>
            <Table className={history.table} verticalSpacing="sm" aria-label={t('trash.records')}>
              {head}
              <Table.Tbody>
                {records.map((record) => (
                  <Table.Tr key={record.id}>
                    <Table.Td>
                      <Checkbox
                        checked={ticked.has(record.id)}
                        disabled={record.mergedInto !== undefined}
                        onChange={(event) => tick(record.id, event.currentTarget.checked)}
                        aria-label={t('trash.tick', { name: record.displayName })}
                        label={
                          <>
                            <a
                              className={own.link}
                              href={fragmentOf({ screen: 'record', id: record.id, editing: false })}
                            >
                              {record.displayName}
                            </a>
                            {record.mergedInto !== undefined && (
                              <span className={own.quiet}>
                                {' '}
                                {t('trash.mergedInto', { name: record.mergedInto.displayName })}
                              </span>
                            )}
                          </>
                        }
                      />
                    </Table.Td>
                    <Table.Td className={history.quiet} title={words.moment(record.at)}>
                      {words.since(record.at)}
                    </Table.Td>
                    <Table.Td className={history.quiet}>{doer(record.by, words)}</Table.Td>
                    <Table.Td className={history.end}>
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('trash.restoreThis', { name: record.displayName })}
                        onClick={() => restoreOne(record)}
                      >
                        {t('trash.restore')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {total > records.length && <Text c="dimmed">{t('trash.more', { count: total - records.length })}</Text>}
          </>
        )}
        {removed.length > 0 && (
          <>
            <Title order={2} mt="xl">
              {t('trash.others')}
            </Title>
            <Table className={history.table} verticalSpacing="sm" aria-label={t('trash.others')}>
              {head}
              <Table.Tbody>
                {removed.map((act) => (
                  <Table.Tr key={act.act}>
                    <Table.Td>{actWords(act, words)}</Table.Td>
                    <Table.Td className={history.quiet} title={words.moment(act.at)}>
                      {words.since(act.at)}
                    </Table.Td>
                    <Table.Td className={history.quiet}>{doer(act.by, words)}</Table.Td>
                    <Table.Td className={history.end}>
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t('trash.restoreThis', { name: actWords(act, words) })}
                        onClick={() => void undo(act.act)}
                      >
                        {t('trash.restore')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        )}
      </div>
    </ScreenFrame>
  )
}
