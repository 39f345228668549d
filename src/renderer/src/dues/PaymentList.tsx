import { Button, Table, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear, Payment } from '../../../core/dues/dues.requests.ts'
import { centsInWords, centsTyped, centsWritten, sumOf } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { CreditDay } from './CreditDay.tsx'
import classes from './Dues.module.css'
import { lineWords, modeKeys } from './dues-words.ts'

const shown = 50

/** The latest payments: of a past year those for it, else all there are, a gift alone among them. */
export function PaymentList({ year, past }: { readonly year: DueYear; readonly past: boolean }) {
  const { t } = useWords()
  const { payments, total = 0 } =
    useQuery({
      ...ask.dues.payments.queryOptions({ input: { ...(past ? { year: year.id } : {}), limit: shown } }),
      placeholderData: keepPreviousData,
    }).data ?? {}
  if (payments === undefined) return null
  return (
    <section aria-label={t('dues.latest')}>
      <Title order={3}>{t('dues.latest')}</Title>
      {payments.length === 0 ? (
        <p className={classes.quiet}>{t('dues.noPayment')}</p>
      ) : (
        <PaymentTable payments={payments} mayReverse={!year.closed} />
      )}
      {total > shown && <p className={classes.quiet}>{t('dues.more', { count: total - shown })}</p>}
    </section>
  )
}

/** Payments, a line each, with what they were for. */
export function PaymentTable({
  payments,
  mayReverse = false,
}: {
  readonly payments: readonly Payment[]
  readonly mayReverse?: boolean
}) {
  const words = useWords()
  const { t, language } = words
  const reverse = useOrder((id: number) => client.dues.reverse({ payment: id }), {
    done: ({ receipts }) =>
      receipts.length === 0 ? t('dues.reversedNow') : t('dues.reversedReceipt', { numbers: receipts.join(', ') }),
  })
  return (
    <Table verticalSpacing={4}>
      <Table.Tbody>
        {payments.map((payment) => (
          <Table.Tr key={payment.id}>
            <Table.Td className={`${classes.quiet} ${classes.number}`}>
              {dayInWords(payment.receivedOn, language)}
            </Table.Td>
            <Table.Td>
              {payment.payerName}
              <span className={classes.quiet}>
                {' '}
                {[
                  t(modeKeys[payment.mode]).toLowerCase(),
                  payment.reference,
                  payment.creditedOn !== '' && t('dues.creditedOn', { day: dayInWords(payment.creditedOn, language) }),
                  payment.reversedBy !== null && t('dues.isReversed'),
                  payment.reversalOf !== null && t('dues.isReversal'),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </Table.Td>
            <Table.Td className={classes.quiet}>
              {payment.lines.map((line) => (
                <div key={line.id}>{lineWords(line, words)}</div>
              ))}
            </Table.Td>
            <Table.Td className={classes.cents}>{centsInWords(payment.total, language)}</Table.Td>
            {mayReverse && (
              <Table.Td align="right">
                <CreditDay payment={payment} />
                {payment.reversedBy === null && payment.reversalOf === null && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={reverse.isPending}
                    aria-label={t('dues.reverseOf', { name: payment.payerName })}
                    onClick={() => reverse.mutate(payment.id)}
                  >
                    {t('dues.reverse')}
                  </Button>
                )}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Money nobody has said yet what it was for: shown until it is assigned. */
export function ToAssign({ year }: { readonly year: DueYear }) {
  const { t } = useWords()
  const { payments = [] } =
    useQuery(ask.dues.payments.queryOptions({ input: { unassigned: true, limit: shown } })).data ?? {}
  const waiting = payments.filter(({ reversedBy, reversalOf }) => reversedBy === null && reversalOf === null)
  if (waiting.length === 0) return null
  return (
    <section aria-label={t('dues.toAssign')}>
      <Title order={3}>{t('dues.toAssign')}</Title>
      {waiting.map((payment) => (
        <Assigning key={payment.id} payment={payment} year={year} />
      ))}
    </section>
  )
}

function Assigning({ payment, year }: { readonly payment: Payment; readonly year: DueYear }) {
  const { t, language } = useWords()
  const left = sumOf(payment.lines.filter(({ kind }) => kind === 'unassigned').map(({ cents }) => cents))
  const [person, setPerson] = useState(payment.payer ?? 0)
  const [amount, setAmount] = useState(centsTyped(left, language))
  const cents = centsWritten(amount)
  const assign = useOrder(
    () =>
      client.dues.assign({
        payment: payment.id,
        lines: [{ kind: 'due', contact: person, year: year.id, cents: cents ?? 0 }],
      }),
    { done: () => t('dues.assigned') },
  )
  return (
    <div className={classes.row}>
      <span>
        {payment.payerName} – {centsInWords(left, language)}{' '}
        <span className={classes.quiet}>{dayInWords(payment.receivedOn, language)}</span>
      </span>
      <PersonPicker everybody label={t('dues.assignWho')} person={person} onPick={setPerson} />
      <TextInput
        w="7rem"
        label={t('dues.amount')}
        rightSection="€"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={person === 0 || cents === undefined || year.closed}
        loading={assign.isPending}
        onClick={() => assign.mutate(undefined)}
      >
        {t('dues.assign')}
      </Button>
    </div>
  )
}
