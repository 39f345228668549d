import { Button, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { BackToList } from '../people/BackToList.tsx'
import history from '../register/History.module.css'
import { FirstStep } from '../ui/FirstStep.tsx'
import { useKeyWords } from '../ui/keys.ts'
import { fragmentOf } from '../ui/route.ts'
import { focusRow, moveAmongRows } from '../ui/row-keys.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Household.module.css'

const perPage = 100

/** Every address from which mail came back: since when, whether the person is reached otherwise, and the mark taken off. */
export function ReturnedScreen() {
  const { t, language } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const asked = useInfiniteQuery(
    ask.people.returned.infiniteOptions({
      input: (offset: number) => ({ offset, limit: perPage }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => (pages.length * perPage < total ? pages.length * perPage : undefined),
    }),
  )
  const mended = useRef<number>(undefined)
  const mend = useOrder(
    ({ id, position }: { readonly id: number; readonly position: number; readonly at: number }) =>
      client.people.markReturned({ id, position, day: '' }),
    {
      done: (_, { at }) => {
        mended.current = at
        return t('mail.unmarked')
      },
    },
  )
  useKeyWords([
    { keys: '↑ ↓', words: t('keys.move') },
    { keys: t('keys.enter'), words: t('keys.openRecord') },
  ])
  const total = asked.data?.pages[0]?.total
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  // The line that was mended goes, and the focus with it: it comes back on the one that took its place.
  useEffect(() => {
    if (mended.current === undefined || document.activeElement !== document.body) return
    focusRow(box.current, mended.current)
    mended.current = undefined
  })
  return (
    <ScreenFrame
      title={t('screen.returned')}
      above={<BackToList />}
      sub={
        <span role="status">
          {total === undefined || total === 0 ? t('returned.lead') : t('returned.count', { count: total })}
        </span>
      }
    >
      {total === undefined ? (
        <Waiting trouble={asked.error} />
      ) : rows.length === 0 ? (
        <FirstStep title={t('returned.none')} text={t('returned.noneHelp')} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus among what takes it
        <div ref={box} onKeyDown={moveAmongRows}>
          <Table className={history.table} verticalSpacing="sm" aria-label={t('screen.returned')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('returned.who')}</Table.Th>
                <Table.Th>{t('returned.address')}</Table.Th>
                <Table.Th>{t('returned.since')}</Table.Th>
                <Table.Th>{t('returned.otherwise')}</Table.Th>
                <Table.Th className={history.end} aria-label={t('returned.mend')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, name, position, address, day, reachable }, at) => (
                <Table.Tr key={`${id} ${position}`}>
                  <Table.Td className={classes.people}>
                    <a data-row="" href={fragmentOf({ screen: 'record', id, editing: false })}>
                      {name}
                    </a>
                  </Table.Td>
                  <Table.Td>{address}</Table.Td>
                  <Table.Td className={history.quiet}>{dayInWords(day, language)}</Table.Td>
                  <Table.Td>{t(reachable ? 'returned.reachable' : 'returned.unreachable')}</Table.Td>
                  <Table.Td className={history.end}>
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={t('returned.mendThis', { name })}
                      onClick={() => mend.mutate({ id, position, at })}
                    >
                      {t('returned.mend')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {asked.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {t('returned.more')}
            </Button>
          )}
        </div>
      )}
    </ScreenFrame>
  )
}
