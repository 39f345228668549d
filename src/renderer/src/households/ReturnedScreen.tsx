import { Button, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import history from '../register/History.module.css'
import { FirstStep } from '../ui/FirstStep.tsx'
import { fragmentOf } from '../ui/route.ts'
import { focusRow } from '../ui/row-keys.ts'
import { useOrder } from '../ui/use-order.tsx'
import { GrowingTable, nextPage, perPage } from './GrowingTable.tsx'
import classes from './Household.module.css'

/** Every address from which mail came back: since when, whether the person is reached otherwise, and the mark taken off. */
export function ReturnedScreen() {
  const { t, language } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const asked = useInfiniteQuery(
    ask.people.returned.infiniteOptions({
      input: (offset: number) => ({ offset, limit: perPage }),
      initialPageParam: 0,
      getNextPageParam: nextPage,
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
  // The line that was mended goes, and the focus with it: it comes back on the one that took its place.
  useEffect(() => {
    if (mended.current === undefined || document.activeElement !== document.body) return
    focusRow(box.current, mended.current)
    mended.current = undefined
  })
  return (
    <GrowingTable
      title={t('screen.returned')}
      sub={(total) => (total === undefined || total === 0 ? t('returned.lead') : t('returned.count', { count: total }))}
      asked={asked}
      boxRef={box}
      more={t('returned.more')}
      none={<FirstStep title={t('returned.none')} text={t('returned.noneHelp')} />}
      head={
        <>
          <Table.Th>{t('returned.who')}</Table.Th>
          <Table.Th>{t('returned.address')}</Table.Th>
          <Table.Th>{t('returned.since')}</Table.Th>
          <Table.Th>{t('returned.otherwise')}</Table.Th>
          <Table.Th className={history.end} aria-label={t('returned.mend')} />
        </>
      }
      row={({ id, name, position, address, day, reachable }, at) => (
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
      )}
    />
  )
}
