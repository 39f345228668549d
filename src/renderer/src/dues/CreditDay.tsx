import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Payment } from '../../../core/dues/dues.requests.ts'
import type { PaymentMode } from '../../../core/dues/dues.rules.ts'
import { dayWritten } from '../../../core/people/day.rules.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'

/** Ways of paying of which the account tells the day; cheques and cash are brought to the bank together. */
const credited: readonly PaymentMode[] = ['transfer', 'directDebit', 'card', 'helloAsso']

/** Says when the account had a payment, as a tax receipt wants to know; nothing for one that does not wait for it. */
export function CreditDay({ payment }: { readonly payment: Payment }) {
  const { t } = useWords()
  const [writing, setWriting] = useState(false)
  const [written, setWritten] = useState('')
  const credit = useOrder((day: string) => client.dues.credit({ payments: [payment.id], day }), {
    done: () => t('dues.creditedNow', { name: payment.payerName }),
  })
  const waits = payment.creditedOn === '' && payment.reversedBy === null && payment.reversalOf === null
  if (!waits || !credited.includes(payment.mode)) return null
  if (!writing)
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('dues.creditOf', { name: payment.payerName })}
        onClick={() => setWriting(true)}
      >
        {t('dues.credit')}
      </Button>
    )
  return (
    <form
      className={classes.inline}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const day = dayWritten(written)
        if (day !== undefined && day.length === 10) credit.mutate(day)
      }}
    >
      <DayInput
        w="9rem"
        size="sm"
        autoFocus
        aria-label={t('dues.creditDay', { name: payment.payerName })}
        value={written}
        onChange={setWritten}
      />
      <Button type="submit" size="compact-md" loading={credit.isPending}>
        {t('dues.save')}
      </Button>
    </form>
  )
}
