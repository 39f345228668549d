import { Button, NumberInput, Table, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayInWords, whenInWords } from '../../../core/people/day.rules.ts'
import type { Declaration } from '../../../core/people/groups/groups.requests.ts'
import { ask, client } from '../client.ts'
import { useWords, type Words } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useHeldFocus } from '../ui/held-focus.ts'
import { fragmentOf } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Groups.module.css'
import { HolderTable } from './HolderTable.tsx'

/** What a body has to declare, and the mandates that end or need a look. */
export function FollowUp() {
  const held = useHeldFocus<HTMLDivElement>()
  return (
    <div ref={held}>
      <Declarations />
      <Expiring />
    </div>
  )
}

/** Years say more than days where there are many. */
const lateWords = (days: number, t: Words['t']): string =>
  days < 400 ? t('groups.late', { count: days }) : t('groups.lateYears', { count: Math.floor(days / 365.25) })

function Declarations() {
  const { t, language } = useWords()
  const [day, setDay] = useState('')
  const asked = useQuery(ask.groups.toDeclare.queryOptions({ input: {} }))
  const mark = useOrder(
    (declarations: readonly Declaration[]) =>
      client.groups.markDeclared({ changes: declarations.map(({ mandate, what }) => ({ mandate, what })), day }),
    { done: ({ changed }) => t('groups.marked', { count: changed }) },
  )
  const declarations = asked.data?.declarations
  return (
    <section className={classes.part} aria-label={t('groups.toDeclare')}>
      <Title order={2}>{t('groups.toDeclare')}</Title>
      <Text c="dimmed">{t('groups.toDeclareHelp')}</Text>
      {declarations === undefined ? (
        <Waiting trouble={asked.error} />
      ) : declarations.length === 0 ? (
        <p className={classes.quiet}>{t('groups.nothingToDeclare')}</p>
      ) : (
        <>
          <div className={classes.row}>
            <DayInput
              w="11rem"
              label={t('groups.declaredOn')}
              placeholder={t('groups.today')}
              value={day}
              onChange={setDay}
            />
            <Button variant="default" loading={mark.isPending} onClick={() => mark.mutate(declarations.slice(0, 500))}>
              {t('groups.markAll')}
            </Button>
          </div>
          <Table verticalSpacing="xs">
            <Table.Tbody>
              {declarations.map((declaration) => (
                <Table.Tr key={`${declaration.mandate} ${declaration.what}`}>
                  <Table.Td>
                    <a href={fragmentOf({ screen: 'record', id: declaration.contact, editing: false })}>
                      {declaration.displayName}
                    </a>
                    <span className={classes.quiet}>
                      {' '}
                      {[declaration.bodyName, declaration.function].filter(Boolean).join(', ')}
                    </span>
                  </Table.Td>
                  <Table.Td>
                    {t(declaration.what === 'beginning' ? 'groups.beginning' : 'groups.end', {
                      when: whenInWords(declaration.decided, language),
                    })}
                  </Table.Td>
                  <Table.Td className={declaration.late > 0 ? classes.warn : classes.quiet}>
                    {declaration.late > 0
                      ? lateWords(declaration.late, t)
                      : t('groups.deadline', { day: dayInWords(declaration.deadline, language) })}
                  </Table.Td>
                  <Table.Td align="right">
                    <Button variant="subtle" size="compact-md" onClick={() => mark.mutate([declaration])}>
                      {t('groups.markDeclared')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </section>
  )
}

function Expiring() {
  const { t } = useWords()
  const [months, setMonths] = useState(6)
  const asked = useQuery({
    ...ask.groups.expiring.queryOptions({ input: { months } }),
    placeholderData: keepPreviousData,
  })
  const holders = asked.data?.holders
  return (
    <section className={classes.part} aria-label={t('groups.expiring')}>
      <Title order={2}>{t('groups.expiring')}</Title>
      <div className={classes.row}>
        <NumberInput
          w="14rem"
          label={t('groups.months')}
          min={0}
          max={120}
          allowDecimal={false}
          value={months}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 0 && value <= 120) setMonths(Math.round(value))
          }}
        />
      </div>
      {holders === undefined ? (
        <Waiting trouble={asked.error} />
      ) : holders.length === 0 ? (
        <p className={classes.quiet}>{t('groups.nothingExpiring')}</p>
      ) : (
        <HolderTable holders={holders} bodies />
      )}
    </section>
  )
}
