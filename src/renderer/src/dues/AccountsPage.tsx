import { Select, Table, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type LineKind, lineKinds } from '../../../core/dues/dues.rules.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { ask } from '../client.ts'
import { localeOf } from '../i18n/phrases.ts'
import { useWords } from '../i18n/words.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { AccountsFiles } from './AccountsFiles.tsx'
import classes from './Dues.module.css'
import { sourceKeys } from './dues-words.ts'
import { Forecast } from './Forecast.tsx'
import { MonthChart } from './MonthChart.tsx'

/** Years compared side by side. */
const compared = 5

/** What came in, from where, in which month and which year; then who comes and who goes. */
export function AccountsPage() {
  const { t, language } = useWords()
  const [chosen, setChosen] = useState<number>()
  const asked = useQuery({
    ...ask.dues.accounts.queryOptions({ input: chosen === undefined ? {} : { year: chosen } }),
    placeholderData: keepPreviousData,
  })
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  const { year, years, months } = asked.data
  const offered = [...new Set([year, ...years.map((one) => one.year)])].toSorted((one, other) => other - one)
  const side = years.filter((one) => one.year <= year).slice(0, compared)
  const sources = lineKinds.filter((kind) => side.some((one) => one.sources[kind] !== undefined))
  const euros = (cents: number | undefined): string => (cents === undefined ? '' : centsInWords(cents, language))
  return (
    <section aria-label={t('dues.part.accounts')} aria-busy={asked.isPlaceholderData}>
      <div className={classes.head}>
        <Title order={2}>{t('dues.part.accounts')}</Title>
        <Select
          aria-label={t('accounts.year')}
          allowDeselect={false}
          w="8rem"
          data={offered.map((one) => ({ value: String(one), label: String(one) }))}
          value={String(year)}
          onChange={(next) => setChosen(Number(next))}
        />
      </div>
      <p className={classes.quiet}>{t('accounts.lead')}</p>
      <Title order={3}>{t('accounts.bySource')}</Title>
      {side.length === 0 ? (
        <p className={classes.quiet}>{t('accounts.nothing')}</p>
      ) : (
        <Table verticalSpacing={4} aria-label={t('accounts.bySource')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('accounts.source')}</Table.Th>
              {side.map((one) => (
                <Table.Th key={one.year} className={classes.cents}>
                  {one.year}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map((kind: LineKind) => (
              <Table.Tr key={kind}>
                <Table.Td>{t(sourceKeys[kind])}</Table.Td>
                {side.map((one) => (
                  <Table.Td key={one.year} className={classes.cents}>
                    {euros(one.sources[kind])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th>{t('accounts.total')}</Table.Th>
              {side.map((one) => (
                <Table.Th key={one.year} className={classes.cents}>
                  {euros(one.total)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      )}
      <Title order={3}>{t('accounts.byMonth', { year: String(year) })}</Title>
      <MonthChart
        title={t('accounts.byMonth', { year: String(year) })}
        months={months.map(({ total, before }, at) => ({
          name: new Date(Date.UTC(2000, at, 15)).toLocaleDateString(localeOf(language), {
            month: 'short',
            timeZone: 'UTC',
          }),
          ...{ total, before },
        }))}
        now={String(year)}
        before={String(year - 1)}
      />
      <ByGroup year={year} />
      {months.some(({ total }) => total !== 0) && <AccountsFiles year={year} />}
      <Forecast />
    </section>
  )
}

/** What came from the people of each group; somebody in two of them counts in both, and it is said. */
function ByGroup({ year }: { readonly year: number }) {
  const { t, language, number } = useWords()
  const { groups } =
    useQuery({ ...ask.dues.accountsByGroup.queryOptions({ input: { year } }), placeholderData: keepPreviousData })
      .data ?? {}
  if (groups === undefined || groups.length === 0) return null
  return (
    <>
      <Title order={3}>{t('accounts.byGroup', { year: String(year) })}</Title>
      <p className={classes.quiet}>{t('accounts.byGroupHelp')}</p>
      <Table verticalSpacing={4} aria-label={t('accounts.byGroup', { year: String(year) })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accounts.group')}</Table.Th>
            <Table.Th className={classes.cents}>{t('accounts.payers')}</Table.Th>
            <Table.Th className={classes.cents}>{t('accounts.ofDues')}</Table.Th>
            <Table.Th className={classes.cents}>{t('accounts.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.id}>
              <Table.Td>{group.name}</Table.Td>
              <Table.Td className={classes.cents}>{number(group.people)}</Table.Td>
              <Table.Td className={classes.cents}>{centsInWords(group.dues, language)}</Table.Td>
              <Table.Td className={classes.cents}>{centsInWords(group.total, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
