import { Button, Tabs, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import type { RateFacts } from '../../../core/dues/dues.rules.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { inGoodStanding } from '../../../core/people/lists/dues-state.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'
import { MemberCards } from './MemberCards.tsx'
import { MemberLists } from './MemberLists.tsx'
import { PaymentEntry } from './PaymentEntry.tsx'
import { PaymentList, ToAssign } from './PaymentList.tsx'
import { Reminders } from './Reminders.tsx'
import { Standing } from './Standing.tsx'
import { useRates } from './use-rates.tsx'
import { YearEdit } from './YearForm.tsx'

/** A year: its sums, the payments, who stands where, its rates. */
export function YearPage({
  year,
  past,
}: {
  readonly year: DueYear
  /** Another year came after it. */
  readonly past: boolean
}) {
  const { t, language } = useWords()
  const { id, revision, closed } = year
  const [editing, setEditing] = useState(false)
  const close = useOrder(() => client.dues.updateYear({ id, revision, closed: !closed }), {
    done: () => t(closed ? 'dues.reopened' : 'dues.closed'),
  })
  const call = useOrder(() => client.dues.ask({ year: id }), {
    done: ({ asked, covered }) =>
      asked + covered === 0 ? t('dues.askedNone') : t('dues.askedNow', { count: asked + covered }),
  })
  return (
    <section aria-label={year.name}>
      <div className={classes.head}>
        <div>
          <Title order={2}>{year.name}</Title>
          <span className={classes.quiet}>
            {t('dues.period', { starts: dayInWords(year.starts, language), ends: dayInWords(year.ends, language) })}
          </span>
        </div>
        <div className={classes.buttons}>
          {!closed && (
            <Button variant="default" loading={call.isPending} onClick={() => call.mutate(undefined)}>
              {t('dues.ask')}
            </Button>
          )}
          {!closed && (
            <Button variant="subtle" onClick={() => setEditing(!editing)}>
              {t('dues.edit')}
            </Button>
          )}
          <Button variant="subtle" loading={close.isPending} onClick={() => close.mutate(undefined)}>
            {t(closed ? 'dues.reopen' : 'dues.close')}
          </Button>
        </div>
      </div>
      {editing && <YearEdit key={revision} year={year} onDone={() => setEditing(false)} />}
      <Totals year={id} />
      <Tabs defaultValue="payments" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="payments">{t('dues.tabPayments')}</Tabs.Tab>
          <Tabs.Tab value="standing">{t('dues.tabStanding')}</Tabs.Tab>
          <Tabs.Tab value="reminders">{t('reminders.tab')}</Tabs.Tab>
          <Tabs.Tab value="membership">{t('membership.tab')}</Tabs.Tab>
          <Tabs.Tab value="rates">{t('dues.tabRates')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="payments">
          {!closed && <PaymentEntry year={year} />}
          <ToAssign year={year} />
          <PaymentList year={year} past={past} />
        </Tabs.Panel>
        <Tabs.Panel value="standing">
          <Standing year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="reminders">
          <Reminders year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="membership">
          <MemberLists year={year} />
          <MemberCards year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="rates">
          <Rates key={revision} year={year} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

function Totals({ year }: { readonly year: number }) {
  const { t, language, number } = useWords()
  const { totals } =
    useQuery({ ...ask.dues.year.queryOptions({ input: { year, limit: 1 } }), placeholderData: keepPreviousData })
      .data ?? {}
  const counts = Object.entries(totals?.states ?? {})
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  const good = counts.reduce(
    (sum, [state, count]) => sum + (inGoodStanding.some((one) => one === state) ? count : 0),
    0,
  )
  const facts = [
    [t('dues.asked'), totals === undefined ? ' ' : centsInWords(totals.asked, language)],
    [t('dues.received'), totals === undefined ? ' ' : centsInWords(totals.received, language)],
    [t('dues.stillOwed'), totals === undefined ? ' ' : centsInWords(totals.stillOwed, language)],
    [t('dues.people'), t('dues.peopleOf', { some: number(good), all: number(all) })],
  ]
  return (
    <dl className={classes.totals}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rates({ year }: { readonly year: DueYear }) {
  const { t } = useWords()
  const rates = useRates(year.rates)
  const save = useOrder((read: RateFacts[]) => client.dues.setRates({ year: year.id, rates: read }), {
    done: () => t('dues.ratesSaved'),
  })
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const read = rates.read()
        if (read !== undefined) save.mutate(read)
      }}
    >
      {rates.fields}
      <div className={classes.whole}>
        <Button type="submit" loading={save.isPending} disabled={year.closed}>
          {t('dues.save')}
        </Button>
      </div>
    </form>
  )
}
