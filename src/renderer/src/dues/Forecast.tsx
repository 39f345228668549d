import { SegmentedControl, Select, Table, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Move, moves } from '../../../core/dues/accounts.requests.ts'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import classes from './Dues.module.css'

const moveKeys = { kept: 'accounts.kept', lost: 'accounts.lost', won: 'accounts.won' } as const satisfies Record<
  Move,
  string
>
const shown = 50

/** Who came and who went between two years of dues, how long each year's newcomers stay, what is still to come. */
export function Forecast() {
  const { years } = useQuery(ask.dues.years.queryOptions({ input: {} })).data ?? {}
  const [latest] = years ?? []
  if (years === undefined || latest === undefined) return null
  return (
    <>
      <Renewals year={latest} />
      {years.length > 1 && <Moves years={years} />}
      {years.length > 1 && <Cohorts />}
    </>
  )
}

function Renewals({ year }: { readonly year: DueYear }) {
  const { t, language, number } = useWords()
  const { data } = useQuery(ask.dues.renewals.queryOptions({ input: { year: year.id } }))
  if (data === undefined || data.months.length === 0) return null
  return (
    <>
      <Title order={3}>{t('accounts.renewals', { year: year.name })}</Title>
      <p className={classes.quiet}>
        {t('accounts.renewalsHelp', { before: data.before })}
        {data.usual !== null && ` ${t('accounts.usual', { share: number(Math.round(data.usual / 10)) })}`}
      </p>
      <Table verticalSpacing={4} maw="32rem" aria-label={t('accounts.renewals', { year: year.name })}>
        <Table.Tbody>
          {data.months.map(({ month, people, owed }) => (
            <Table.Tr key={month}>
              <Table.Td>{dayInWords(month, language)}</Table.Td>
              <Table.Td className={classes.cents}>{t('accounts.people', { count: people })}</Table.Td>
              <Table.Td className={classes.cents}>{centsInWords(owed, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

function Moves({ years }: { readonly years: readonly DueYear[] }) {
  const { t, number } = useWords()
  const [from, setFrom] = useState(years[1]?.id ?? 0)
  const [to, setTo] = useState(years[0]?.id ?? 0)
  const [who, setWho] = useState<Move>('lost')
  const asked = useQuery({
    ...ask.dues.moves.queryOptions({ input: { from, to, who, limit: shown } }),
    placeholderData: keepPreviousData,
  })
  const { counts, people = [] } = asked.data ?? {}
  const data = years.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <>
      <Title order={3}>{t('accounts.moves')}</Title>
      <div className={classes.row}>
        <Select
          label={t('accounts.from')}
          allowDeselect={false}
          data={data}
          value={String(from)}
          onChange={(next) => setFrom(Number(next))}
        />
        <Select
          label={t('accounts.to')}
          allowDeselect={false}
          data={data}
          value={String(to)}
          onChange={(next) => setTo(Number(next))}
        />
        <SegmentedControl
          aria-label={t('accounts.moves')}
          data={moves.map((one) => ({
            value: one,
            label: t(moveKeys[one], { count: number(counts?.[one] ?? 0) }),
          }))}
          value={who}
          onChange={(next) => setWho(next)}
        />
      </div>
      {people.length === 0 ? (
        <p className={classes.quiet}>{t('dues.nobody')}</p>
      ) : (
        <ul className={classes.columns} aria-busy={asked.isPlaceholderData} aria-label={t('accounts.moves')}>
          {people.map(({ id, displayName }) => (
            <li key={id}>
              <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
            </li>
          ))}
        </ul>
      )}
      {counts !== undefined && counts[who] > people.length && (
        <p className={classes.quiet}>{t('dues.more', { count: counts[who] - people.length })}</p>
      )}
    </>
  )
}

function Cohorts() {
  const { t, number } = useWords()
  const { years, cohorts } = useQuery(ask.dues.cohorts.queryOptions({ input: {} })).data ?? {}
  if (years === undefined || cohorts === undefined || cohorts.length === 0) return null
  return (
    <>
      <Title order={3}>{t('accounts.cohorts')}</Title>
      <p className={classes.quiet}>{t('accounts.cohortsHelp')}</p>
      <Table verticalSpacing={4} aria-label={t('accounts.cohorts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accounts.cohort')}</Table.Th>
            {years.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the column is its place
              <Table.Th key={at} className={classes.cents}>
                {at === 0 ? t('accounts.firstYear') : `+${at}`}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cohorts.map(({ year, name, kept }) => (
            <Table.Tr key={year}>
              <Table.Td>{name}</Table.Td>
              {years.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the column is its place
                <Table.Td key={at} className={classes.cents}>
                  {kept[at] === undefined
                    ? ''
                    : at === 0
                      ? number(kept[at])
                      : `${number(Math.round((kept[at] * 100) / (kept[0] ?? 1)))} %`}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
