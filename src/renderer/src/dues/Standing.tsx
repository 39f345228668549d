import { Select, Table, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords, isInCalendar } from '../../../core/people/day.rules.ts'
import { type DuesState, duesStates } from '../../../core/people/lists/dues-state.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { fragmentOf } from '../ui/route.ts'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Dues.module.css'
import { duesStateKeys } from './dues-words.ts'

const shown = 200

/** Who stands where for a year, by state, by name, on any day. */
export function Standing({ year }: { readonly year: DueYear }) {
  const { t, language, number } = useWords()
  const [state, setState] = useState<DuesState | ''>('')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 120)
  const [written, setWritten] = useState('')
  const day = written.length === 10 && isInCalendar(written) ? written : ''
  const asked = useQuery({
    ...ask.dues.year.queryOptions({
      input: { year: year.id, day, search, states: state === '' ? [] : [state], limit: shown },
    }),
    placeholderData: keepPreviousData,
  })
  const { totals, lines, total = 0 } = asked.data ?? {}
  return (
    <>
      <div className={classes.row}>
        <Select
          label={t('dues.states')}
          allowDeselect={false}
          data={[
            { value: '', label: t('dues.all') },
            ...duesStates
              .filter((one) => one === state || (totals?.states[one] ?? 0) > 0)
              .map((one) => ({
                value: one,
                label: t('dues.stateCount', { state: t(duesStateKeys[one]), count: number(totals?.states[one] ?? 0) }),
              })),
          ]}
          value={state}
          onChange={(chosen) => setState((chosen ?? '') as DuesState | '')}
        />
        <TextInput
          label={t('dues.findWho')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DayInput
          w="10rem"
          label={t('dues.onDay')}
          placeholder={t('dues.asToday')}
          value={written}
          onChange={setWritten}
        />
      </div>
      {lines === undefined ? (
        <Waiting trouble={asked.error} />
      ) : lines.length === 0 ? (
        <p className={classes.quiet}>{t('dues.nobody')}</p>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field.name')}</Table.Th>
              <Table.Th>{t('field.category')}</Table.Th>
              <Table.Th>{t('dues.states')}</Table.Th>
              <Table.Th className={classes.cents}>{t('dues.asked')}</Table.Th>
              <Table.Th className={classes.cents}>{t('dues.received')}</Table.Th>
              <Table.Th>{t('dues.receivedOn')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ id, displayName, category, state: stands, owed, paid, lastPaid, coveredBy, reason }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
                </Table.Td>
                <Table.Td>{category}</Table.Td>
                <Table.Td>
                  {t(duesStateKeys[stands])}
                  <span className={classes.quiet}>
                    {coveredBy !== '' && ` ${t('dues.coveredBy', { name: coveredBy })}`} {reason}
                  </span>
                </Table.Td>
                <Table.Td className={classes.cents}>{owed === 0 ? '' : centsInWords(owed, language)}</Table.Td>
                <Table.Td className={classes.cents}>{paid === 0 ? '' : centsInWords(paid, language)}</Table.Td>
                <Table.Td className={classes.quiet}>{dayInWords(lastPaid, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {total > shown && <p className={classes.quiet}>{t('dues.more', { count: total - shown })}</p>}
    </>
  )
}
