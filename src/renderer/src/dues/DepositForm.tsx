import { Alert, Button, Checkbox, Group, NumberInput, Select, Table, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Deposit } from '../../../core/dues/deposits.requests.ts'
import {
  type Counted,
  coinage,
  countedSum,
  type DepositMode,
  depositModes,
  oldAfterDays,
} from '../../../core/dues/deposits.rules.ts'
import type { Payment } from '../../../core/dues/dues.requests.ts'
import { centsInWords, sumOf } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'
import { modeKeys } from './dues-words.ts'

/** As many as a deposit may hold. */
const most = 500

/** What waits, ticked: all of it unless one is unticked; with the running total. `changing`: a deposit made already. */
export function DepositForm({ changing, onDone }: { readonly changing?: Deposit; readonly onDone: () => void }) {
  const words = useWords()
  const { t, language } = words
  const [mode, setMode] = useState<DepositMode>(changing?.mode ?? 'cheque')
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set())
  const [day, setDay] = useState(changing?.madeOn ?? '')
  const [typed, setTyped] = useState<string>()
  const [counted, setCounted] = useState<Counted>(changing?.counted ?? [])
  const [trouble, setTrouble] = useState('')
  const waiting = useQuery({
    ...ask.dues.depositable.queryOptions({ input: { mode, limit: most } }),
    placeholderData: keepPreviousData,
  })
  const inside = useQuery({
    ...ask.dues.deposit.queryOptions({ input: { id: changing?.id ?? 1 } }),
    enabled: changing !== undefined,
  })
  const own = changing === undefined ? [] : (inside.data?.payments ?? [])
  const offered = [...own, ...(waiting.data?.payments ?? []).filter((payment) => payment.mode === mode)]
  // Of a deposit that changes, what waits beside it is not meant to be in it until it is ticked.
  const isTicked = ({ id, deposit }: Payment): boolean =>
    changing === undefined || deposit !== null ? !unticked.has(id) : unticked.has(id)
  const chosen = offered.filter(isTicked)
  const sum = sumOf(chosen.map(({ total }) => total))
  const account = typed ?? changing?.account ?? waiting.data?.account ?? ''

  const send = useOrder(
    async () => {
      const facts = { payments: chosen.map(({ id }) => id), account, counted: counted as never }
      if (changing === undefined) return client.dues.makeDeposit({ ...facts, mode, madeOn: day })
      const { id, revision, number, madeOn } = changing
      const answer = await client.dues.changeDeposit({ ...facts, id, revision, madeOn: day === '' ? madeOn : day })
      return { ...answer, id, number }
    },
    {
      done: ({ number, total }) => {
        setUnticked(new Set())
        setCounted([])
        setTrouble('')
        onDone()
        return t(changing === undefined ? 'deposits.madeNow' : 'deposits.changedNow', {
          number,
          sum: centsInWords(total, language),
        })
      },
      refused: (thrown) => {
        setTrouble(troubleWords(troubleOf(thrown), words))
        return true
      },
    },
  )
  const toggle = (id: number): void =>
    setUnticked((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })

  return (
    <form
      className={classes.form}
      noValidate
      aria-label={changing === undefined ? t('deposits.make') : t('deposits.changeOf', { number: changing.number })}
      aria-busy={waiting.isPlaceholderData}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate(undefined)
      }}
    >
      {changing === undefined && (
        <Select
          label={t('deposits.what')}
          allowDeselect={false}
          data={depositModes.map((value) => ({ value, label: t(modeKeys[value]) }))}
          value={mode}
          onChange={(next) => {
            setMode(next ?? 'cheque')
            setUnticked(new Set())
            setCounted([])
            setTrouble('')
          }}
        />
      )}
      <TextInput
        label={t('deposits.account')}
        maxLength={120}
        autoComplete="off"
        value={account}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DayInput label={t('deposits.madeOn')} placeholder={t('dues.today')} value={day} onChange={setDay} />
      {offered.length === 0 ? (
        <p className={`${classes.whole} ${classes.quiet}`}>{t('deposits.nothing')}</p>
      ) : (
        <Table verticalSpacing={2} className={classes.whole ?? ''}>
          <Table.Tbody>
            {offered.map((payment) => (
              <Table.Tr key={payment.id}>
                <Table.Td>
                  <Checkbox
                    label={payment.drawer === '' ? payment.payerName : `${payment.drawer} (${payment.payerName})`}
                    checked={isTicked(payment)}
                    onChange={() => toggle(payment.id)}
                  />
                </Table.Td>
                <Table.Td>{payment.bank}</Table.Td>
                <Table.Td>{payment.reference}</Table.Td>
                <Table.Td className={classes.quiet}>
                  {dayInWords(payment.receivedOn, language)}
                  {mode === 'cheque' && isOld(payment.receivedOn) && ` – ${t('deposits.old')}`}
                </Table.Td>
                <Table.Td className={classes.cents}>{centsInWords(payment.total, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mode === 'cash' && offered.length > 0 && <CashFields counted={counted} onChange={setCounted} expected={sum} />}
      {trouble !== '' && (
        <Alert role="alert" color="orange" className={classes.whole ?? ''}>
          {trouble}
        </Alert>
      )}
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={send.isPending} disabled={chosen.length === 0}>
          {changing === undefined ? t('deposits.make') : t('dues.save')}
        </Button>
        {changing !== undefined && (
          <Button variant="subtle" onClick={onDone}>
            {t('dues.cancel')}
          </Button>
        )}
        <output className={classes.quiet}>
          {t('deposits.running', { count: chosen.length, sum: centsInWords(sum, language) })}
        </output>
      </Group>
    </form>
  )
}

const isOld = (receivedOn: string): boolean => Date.now() - Date.parse(receivedOn) > oldAfterDays * 86_400_000

/** How many of each note and coin; what is counted is compared with what is brought. */
function CashFields({
  counted,
  onChange,
  expected,
}: {
  readonly counted: Counted
  readonly onChange: (counted: Counted) => void
  readonly expected: number
}) {
  const { t, language } = useWords()
  const sum = countedSum(counted)
  return (
    <fieldset className={`${classes.whole} ${classes.coins}`}>
      <legend>{t('deposits.counted')}</legend>
      {coinage.map((piece) => (
        <NumberInput
          key={piece}
          label={centsInWords(piece, language)}
          min={0}
          max={100_000}
          allowDecimal={false}
          hideControls
          value={counted.find((one) => one.piece === piece)?.count ?? ''}
          onChange={(count) => {
            const others = counted.filter((one) => one.piece !== piece)
            onChange(Number(count) > 0 ? [...others, { piece, count: Number(count) }] : others)
          }}
        />
      ))}
      <output className={classes.quiet}>
        {counted.length === 0
          ? t('deposits.countHelp')
          : t('deposits.countSum', { sum: centsInWords(sum, language), total: centsInWords(expected, language) })}
      </output>
    </fieldset>
  )
}
