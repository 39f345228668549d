import { Table } from '@mantine/core'
import { centsInWords } from '../../../core/kit/money.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Dues.module.css'

type Month = { readonly name: string; readonly total: number; readonly before: number }

const [width, height, foot] = [720, 180, 20]

/** Twelve months beside those of the year before, as bars to look at and as a table to read. */
export function MonthChart({
  title,
  months,
  now,
  before,
}: {
  readonly title: string
  readonly months: readonly Month[]
  readonly now: string
  readonly before: string
}) {
  const { t, language } = useWords()
  const most = Math.max(1, ...months.flatMap((month) => [month.total, month.before]))
  const step = width / months.length
  const tall = (cents: number): number => (Math.max(0, cents) / most) * (height - foot - 8)
  const bar = (cents: number, at: number, shift: number, name: string) => (
    <rect
      className={name}
      x={at * step + shift}
      y={height - foot - tall(cents)}
      width={step * 0.34}
      height={tall(cents)}
    />
  )
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('accounts.chart', { title })}>
        <line className={classes.axis} x1="0" x2={width} y1={height - foot} y2={height - foot} />
        {months.map((month, at) => (
          <g key={month.name}>
            {bar(month.before, at, step * 0.13, classes.barBefore ?? '')}
            {bar(month.total, at, step * 0.5, classes.bar ?? '')}
            <text x={at * step + step / 2} y={height - 5} textAnchor="middle">
              {month.name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={classes.quiet}>
        <span className={classes.keyNow} /> {now} <span className={classes.keyBefore} /> {before}
      </figcaption>
      <details>
        <summary>{t('accounts.figures')}</summary>
        <Table verticalSpacing={2} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('accounts.month')}</Table.Th>
              <Table.Th className={classes.cents}>{now}</Table.Th>
              <Table.Th className={classes.cents}>{before}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map((month) => (
              <Table.Tr key={month.name}>
                <Table.Td>{month.name}</Table.Td>
                <Table.Td className={classes.cents}>{centsInWords(month.total, language)}</Table.Td>
                <Table.Td className={classes.cents}>{centsInWords(month.before, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  )
}
