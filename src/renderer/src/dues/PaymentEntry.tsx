import { Alert, Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DueYear, ProposedLine } from '../../../core/dues/dues.requests.ts'
import { type Doubt, type PaymentMode, paymentModes } from '../../../core/dues/dues.rules.ts'
import { linesFor, proposedSum } from '../../../core/dues/payment-lines.rules.ts'
import { centsInWords, centsTyped, centsWritten } from '../../../core/kit/money.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'
import { modeKeys } from './dues-words.ts'

type Surplus = 'gift' | 'unassigned'

/** Cheque after cheque: a name, the amount as proposed, Enter; the next one follows, and the running total stands below. */
export function PaymentEntry({ year }: { readonly year: DueYear }) {
  const words = useWords()
  const { t, language } = words
  const nameField = useRef<HTMLInputElement>(null)
  const [payer, setPayer] = useState(0)
  const [typed, setTyped] = useState<string>()
  const [reference, setReference] = useState('')
  const [drawer, setDrawer] = useState('')
  const [bank, setBank] = useState('')
  const [mode, setMode] = useState<PaymentMode>('cheque')
  const [day, setDay] = useState('')
  const [surplus, setSurplus] = useState<Surplus>('gift')
  const [alsoEarlier, setAlsoEarlier] = useState(false)
  const [batch, setBatch] = useState({ count: 0, sum: 0 })
  const [trouble, setTrouble] = useState<{ readonly text: string; readonly doubt?: Doubt }>()
  const [confirmed, setConfirmed] = useState<readonly Doubt[]>([])

  const queries = useQueryClient()
  const question = { ...ask.dues.propose.queryOptions({ input: { contact: payer, year: year.id } }), retry: false }
  const proposal = useQuery({ ...question, enabled: payer > 0 })
  const earlier = proposal.data?.earlier ?? []
  const proposed = [...(proposal.data?.lines ?? []), ...(alsoEarlier ? earlier : [])]
  const sum = proposedSum(proposed)
  const amount = typed ?? (sum === 0 ? '' : centsTyped(sum, language))
  const cents = centsWritten(amount)

  const fresh = (): void => {
    setPayer(0)
    setTyped(undefined)
    setReference('')
    setDrawer('')
    setBank('')
    setAlsoEarlier(false)
    setConfirmed([])
    setTrouble(undefined)
    nameField.current?.focus()
  }
  useEffect(() => nameField.current?.focus(), [])

  const record = useOrder(
    ({ doubts, lines }: { readonly doubts: readonly Doubt[]; readonly lines: ReturnType<typeof linesFor> }) =>
      client.dues.recordPayment({
        ...{ payer, mode, reference, receivedOn: day, confirmed: [...doubts], lines },
        ...(mode === 'cheque' ? { drawer, bank } : {}),
      }),
    {
      done: ({ total }) => {
        setBatch((before) => ({ count: before.count + 1, sum: before.sum + total }))
        fresh()
        // The form says it below, cheque after cheque: nothing comes over its fields.
        return undefined
      },
      refused: (thrown) => {
        const found = troubleOf(thrown)
        const doubt =
          found.kind === 'refused' && found.refusal.code === 'paymentDoubtful' ? found.refusal.values.what : undefined
        setTrouble({ text: troubleWords(found, words), ...(doubt === undefined ? {} : { doubt: doubt as Doubt }) })
        return true
      },
    },
  )
  /** Who types faster than the proposal comes waits for it: without it what is owed would be taken for a gift. */
  const sending = useRef(false)
  const send = async (doubts: readonly Doubt[]): Promise<void> => {
    if (payer === 0) nameField.current?.focus()
    if (payer === 0 || sending.current || record.isPending) return
    sending.current = true
    // Refused, there is nothing owed to propose; the order itself then says why.
    const facts = proposal.data ?? (await queries.fetchQuery(question).catch(() => undefined))
    sending.current = false
    const owed = [...(facts?.lines ?? []), ...(alsoEarlier ? (facts?.earlier ?? []) : [])]
    const paid = typed === undefined ? proposedSum(owed) : centsWritten(typed)
    if (paid === undefined || paid === 0) setTrouble({ text: t('dues.badAmount') })
    else {
      setTrouble(undefined)
      record.mutate({ doubts, lines: linesFor(paid, owed, payer, surplus) })
    }
  }
  const lineText = ({ displayName, yearName, covers, cents: owed }: ProposedLine): string => {
    const line = `${t('dues.lineOf', { name: displayName, year: yearName })}${owed === 0 ? '' : ` – ${centsInWords(owed, language)}`}`
    return covers.length === 0 ? line : t('dues.lineCovers', { line, names: covers.join(', ') })
  }

  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('dues.record')}
      onSubmit={(event) => {
        event.preventDefault()
        void send(confirmed)
      }}
    >
      <PersonPicker
        everybody
        className={classes.who}
        label={t('dues.who')}
        person={payer}
        inputRef={nameField}
        onPick={(picked) => {
          // The same again keeps what was typed beside it.
          if (picked === payer) return
          setPayer(picked)
          setTyped(undefined)
          setTrouble(undefined)
          setConfirmed([])
        }}
      />
      <TextInput
        label={t('dues.amount')}
        rightSection="€"
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setTrouble(undefined)
        }}
      />
      <TextInput
        label={t('dues.reference')}
        maxLength={80}
        autoComplete="off"
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <Select
        label={t('dues.mode')}
        allowDeselect={false}
        data={paymentModes.map((value) => ({ value, label: t(modeKeys[value]) }))}
        value={mode}
        onChange={(chosen) => setMode(chosen ?? 'cheque')}
      />
      <DayInput label={t('dues.receivedOn')} placeholder={t('dues.today')} value={day} onChange={setDay} />
      {mode === 'cheque' && (
        <>
          <TextInput
            label={t('dues.bank')}
            maxLength={80}
            autoComplete="off"
            value={bank}
            onChange={(event) => setBank(event.currentTarget.value)}
          />
          <TextInput
            label={t('dues.drawer')}
            placeholder={t('dues.drawerHelp')}
            maxLength={120}
            autoComplete="off"
            value={drawer}
            onChange={(event) => setDrawer(event.currentTarget.value)}
          />
        </>
      )}
      {cents !== undefined && cents > sum && !proposed.some((line) => line.cents === 0) && payer > 0 && sum > 0 && (
        <Select
          label={t('dues.surplus')}
          allowDeselect={false}
          data={[
            { value: 'gift' as const, label: t('dues.kind.gift') },
            { value: 'unassigned' as const, label: t('dues.kind.unassigned') },
          ]}
          value={surplus}
          onChange={(chosen) => setSurplus(chosen ?? 'gift')}
        />
      )}
      {payer > 0 && proposal.data !== undefined && (
        <ul className={`${classes.lines} ${classes.whole} ${classes.quiet}`}>
          {proposed.length === 0 ? (
            <li>{t('dues.nothingOwed')}</li>
          ) : (
            proposed.map((line) => <li key={`${line.contact} ${line.year}`}>{lineText(line)}</li>)
          )}
        </ul>
      )}
      {earlier.length > 0 && (
        <Checkbox
          className={classes.whole ?? ''}
          label={t('dues.earlier', { line: earlier.map(lineText).join(' ; ') })}
          checked={alsoEarlier}
          onChange={(event) => {
            setAlsoEarlier(event.currentTarget.checked)
            setTyped(undefined)
          }}
        />
      )}
      {trouble !== undefined && (
        <Alert role="alert" color="orange" className={classes.whole ?? ''}>
          {trouble.text}
          {trouble.doubt !== undefined && (
            <Button
              mt="xs"
              variant="default"
              size="compact-md"
              onClick={() => {
                const doubts = [...confirmed, trouble.doubt as Doubt]
                setConfirmed(doubts)
                void send(doubts)
              }}
            >
              {t('dues.recordAnyway')}
            </Button>
          )}
        </Alert>
      )}
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={record.isPending}>
          {t('dues.record')}
        </Button>
        <output className={classes.quiet}>
          {batch.count === 0
            ? year.name
            : t('dues.batch', { count: batch.count, sum: centsInWords(batch.sum, language) })}
        </output>
      </Group>
    </form>
  )
}
