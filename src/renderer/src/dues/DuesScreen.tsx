import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { fragmentOf, go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { AccountsPage } from './AccountsPage.tsx'
import { DepositsPage } from './DepositsPage.tsx'
import classes from './Dues.module.css'
import { type DuesPart, duesPartKeys, duesParts } from './dues-parts.ts'
import { ReceiptsPage } from './ReceiptsPage.tsx'
import { StatementsPage } from './StatementsPage.tsx'
import { YearForm } from './YearForm.tsx'
import { YearPage } from './YearPage.tsx'

/** Named years, what was asked and received in each, and the payments. */
export function DuesScreen({ part }: { readonly part?: DuesPart | undefined }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<number>()
  const [making, setMaking] = useState(false)
  const asked = useQuery(ask.dues.years.queryOptions({ input: {} }))
  if (asked.data === undefined)
    return (
      <ScreenFrame title={t('screen.dues')} sub={t('dues.lead')}>
        <Waiting trouble={asked.error} />
      </ScreenFrame>
    )
  const { years, usual, next } = asked.data
  const year = years.find(({ id }) => id === chosen) ?? years[0]
  const made = (id: number) => {
    setMaking(false)
    setChosen(id)
  }
  const form = making && (
    <YearForm
      next={next}
      rates={years.find(({ rates }) => rates.length > 0)?.rates ?? usual}
      onDone={made}
      onLeave={() => setMaking(false)}
    />
  )
  return (
    <ScreenFrame title={t('screen.dues')} sub={t('dues.lead')}>
      {year === undefined && part === undefined ? (
        <div className={classes.page}>
          <KeptByLists />
          {form || (
            <FirstStep title={t('dues.empty')} text={t('dues.emptyHelp')}>
              <Button onClick={() => setMaking(true)}>{t('dues.define', { name: next.name })}</Button>
            </FirstStep>
          )}
        </div>
      ) : (
        <div className={classes.panes}>
          <nav aria-label={t('dues.years')}>
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => {
                setMaking(true)
                go({ screen: 'dues' })
              }}
            >
              {t('dues.newYear')}
            </Button>
            <ul className={classes.years}>
              {years.map((one) => (
                <li key={one.id}>
                  <YearLine
                    year={one}
                    chosen={one.id === year?.id && !making && part === undefined}
                    onChoose={() => {
                      setMaking(false)
                      setChosen(one.id)
                      go({ screen: 'dues' })
                    }}
                  />
                </li>
              ))}
            </ul>
            <Parts chosen={part} />
            <KeptByLists />
          </nav>
          <div className={classes.page}>
            {part === undefined
              ? form || (year && <YearPage key={year.id} year={year} past={year !== years[0]} />)
              : partPages[part]}
          </div>
        </div>
      )}
    </ScreenFrame>
  )
}

const partPages = {
  deposits: <DepositsPage />,
  statements: <StatementsPage />,
  accounts: <AccountsPage />,
  receipts: <ReceiptsPage />,
} as const satisfies Record<DuesPart, ReactNode>

/** What is beside the years: the bank, the accounts. */
function Parts({ chosen }: { readonly chosen: DuesPart | undefined }) {
  const { t } = useWords()
  return (
    <div className={classes.parts}>
      <h2>{t('dues.parts')}</h2>
      <ul className={classes.years}>
        {duesParts.map((part) => (
          <li key={part}>
            <a
              className={classes.year}
              href={fragmentOf({ screen: 'dues', part })}
              aria-current={part === chosen ? 'page' : undefined}
            >
              {t(duesPartKeys[part])}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What lists brought in columns of their own, and that no ledger holds yet. */
function KeptByLists() {
  const { t } = useWords()
  const { columns = [] } = useQuery(ask.dues.columns.queryOptions({ input: {} })).data ?? {}
  const names = columns.filter(({ taken }) => !taken).map(({ name }) => name)
  const take = useOrder(() => client.dues.takeOver({ columns: names }), {
    done: ({ dues }) => t('dues.takenOver', { count: dues }),
  })
  if (names.length === 0) return null
  return (
    <Alert my="md" color="gray">
      <p className={classes.kept}>{t('dues.columnsFound', { names: names.join(', ') })}</p>
      <Button variant="default" size="compact-md" loading={take.isPending} onClick={() => take.mutate(undefined)}>
        {t('dues.takeOver')}
      </Button>
    </Alert>
  )
}

/** A year with what came in for it, at a glance. */
function YearLine({
  year,
  chosen,
  onChoose,
}: {
  readonly year: DueYear
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const { t, language } = useWords()
  const { totals } = useQuery(ask.dues.year.queryOptions({ input: { year: year.id, limit: 1 } })).data ?? {}
  return (
    <button type="button" className={classes.year} aria-current={chosen} onClick={onChoose}>
      <span className={classes.yearName}>{year.name}</span>
      {year.closed && <span className={classes.quiet}> – {t('dues.closedYear')}</span>}
      <br />
      <span className={classes.quiet}>
        {totals === undefined
          ? ' '
          : t('dues.ofAsked', {
              received: centsInWords(totals.received, language),
              owed: centsInWords(totals.stillOwed, language),
            })}
      </span>
    </button>
  )
}
