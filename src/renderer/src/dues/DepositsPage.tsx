import { Button, Table, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Deposit } from '../../../core/dues/deposits.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { finish } from '../../../core/kit/request.ts'
import { dayInWords, dayWritten } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { DepositForm } from './DepositForm.tsx'
import classes from './Dues.module.css'
import { modeKeys } from './dues-words.ts'

/** Cheques and cash on their way to the bank, and the slips made of them. */
export function DepositsPage() {
  const { t } = useWords()
  const [changing, setChanging] = useState<number>()
  const asked = useQuery(ask.dues.deposits.queryOptions({ input: {} }))
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  const { deposits, total } = asked.data
  const changed = deposits.find(({ id }) => id === changing)
  return (
    <section aria-label={t('dues.part.deposits')}>
      <Title order={2}>{t('dues.part.deposits')}</Title>
      <p className={classes.quiet}>{t('deposits.lead')}</p>
      <DepositForm
        key={changing ?? 0}
        {...(changed === undefined ? {} : { changing: changed })}
        onDone={() => setChanging(undefined)}
      />
      <Title order={3}>{t('deposits.made')}</Title>
      {deposits.length === 0 ? (
        <p className={classes.quiet}>{t('deposits.none')}</p>
      ) : (
        <Table verticalSpacing={4} aria-label={t('deposits.made')}>
          <Table.Tbody>
            {deposits.map((deposit) => (
              <DepositRow key={deposit.id} deposit={deposit} onChange={() => setChanging(deposit.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {total > deposits.length && <p className={classes.quiet}>{t('dues.more', { count: total - deposits.length })}</p>}
    </section>
  )
}

function DepositRow({ deposit, onChange }: { readonly deposit: Deposit; readonly onChange: () => void }) {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const { id, number, mode, madeOn, creditedOn, account, count, total } = deposit
  const [crediting, setCrediting] = useState(false)
  const [written, setWritten] = useState('')
  const [printing, setPrinting] = useState(false)
  const bank = useOrder((day: string) => client.dues.bankDeposit({ id, day }), {
    done: () => {
      setCrediting(false)
      return t('deposits.bankedNow', { number })
    },
  })
  const remove = useOrder(() => client.dues.removeDeposit({ id }), { done: () => t('deposits.removedNow', { number }) })
  const print = async (): Promise<void> => {
    setPrinting(true)
    try {
      const paper = await finish(await client.dues.depositSlip({ id }))
      const pieces = fetchPaper(paper, new AbortController().signal)
      let step = await pieces.next()
      while (!step.done) step = await pieces.next()
      saveFile(paper.name, step.value)
    } catch (thrown) {
      note(thrown)
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Table.Tr>
      <Table.Td className={classes.number}>{number}</Table.Td>
      <Table.Td className={classes.quiet}>{dayInWords(madeOn, language)}</Table.Td>
      <Table.Td>
        {mode === 'cheque' ? t('deposits.cheques', { count }) : t(modeKeys.cash)}
        <span className={classes.quiet}> {account}</span>
      </Table.Td>
      <Table.Td className={classes.cents}>{centsInWords(total, language)}</Table.Td>
      <Table.Td className={classes.quiet}>
        {creditedOn !== '' ? (
          t('deposits.creditedOn', { day: dayInWords(creditedOn, language) })
        ) : crediting ? (
          <form
            className={classes.inline}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              const day = dayWritten(written)
              if (day !== undefined && day.length === 10) bank.mutate(day)
            }}
          >
            <DayInput
              w="9rem"
              size="sm"
              autoFocus
              aria-label={t('deposits.creditedDay', { number })}
              value={written}
              onChange={setWritten}
            />
            <Button type="submit" size="compact-md" loading={bank.isPending}>
              {t('dues.save')}
            </Button>
          </form>
        ) : (
          t('deposits.waiting')
        )}
      </Table.Td>
      <Table.Td align="right">
        <div className={classes.inline}>
          <Button
            variant="default"
            size="compact-md"
            loading={printing}
            aria-label={t('deposits.printOf', { number })}
            onClick={() => void print()}
          >
            {t('deposits.print')}
          </Button>
          {creditedOn === '' && !crediting && (
            <>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t('deposits.bankOf', { number })}
                onClick={() => setCrediting(true)}
              >
                {t('deposits.bank')}
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t('deposits.changeOf', { number })}
                onClick={onChange}
              >
                {t('deposits.change')}
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                disabled={remove.isPending}
                aria-label={t('deposits.removeOf', { number })}
                onClick={() => remove.mutate(undefined)}
              >
                {t('deposits.remove')}
              </Button>
            </>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  )
}
