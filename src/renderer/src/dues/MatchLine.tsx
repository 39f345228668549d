import { Alert, Button, Group, Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Doubt } from '../../../core/dues/dues.rules.ts'
import type { StatementLine, StatementProposal } from '../../../core/dues/statements.requests.ts'
import type { Why } from '../../../core/dues/statements.rules.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { client } from '../client.ts'
import { type PlainKey, useWords } from '../i18n/words.tsx'
import { PersonPicker } from '../people/RepresentativeFields.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'

/** Who it is for and who paid, where the file says so. */
export const peopleOf = ({ beneficiary, payer, email }: StatementLine): string =>
  [beneficiary, payer === beneficiary ? '' : payer, email].filter((part) => part !== '').join(', ')

const whyKeys = {
  remembered: 'statements.why.remembered',
  email: 'statements.why.email',
  name: 'statements.why.name',
  lastName: 'statements.why.lastName',
  amount: 'statements.why.amount',
  day: 'statements.why.day',
} as const satisfies Record<Why, PlainKey>

const keyOf = ({ what, id }: StatementProposal): string => `${what} ${id}`

/**
 * One line and what it may be: the likeliest is chosen, arrows choose another, Enter accepts, Delete sets the line aside;
 * somebody else is found as one types.
 */
export function MatchLine({ line }: { readonly line: StatementLine }) {
  const words = useWords()
  const { t, language } = words
  const [chosen, setChosen] = useState(line.proposals[0] === undefined ? '' : keyOf(line.proposals[0]))
  const [other, setOther] = useState(0)
  const [trouble, setTrouble] = useState<{ readonly text: string; readonly doubt?: Doubt }>()
  const [confirmed, setConfirmed] = useState<readonly Doubt[]>([])
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // Line after line by keyboard: what is chosen takes the focus, else the field that finds a name.
    const first = box.current?.querySelector<HTMLElement>('input[type=radio]:checked, [role=combobox], input')
    first?.focus({ preventScroll: true })
  }, [])

  const accept = useOrder(
    (doubts: readonly Doubt[]) => {
      const proposal = line.proposals.find((one) => keyOf(one) === chosen)
      const what =
        other > 0 || proposal === undefined
          ? { contact: other }
          : proposal.what === 'deposit'
            ? { deposit: proposal.id }
            : proposal.what === 'payment'
              ? { payment: proposal.id }
              : { contact: proposal.id }
      return client.dues.confirmLine({ line: line.id, ...what, confirmed: [...doubts] })
    },
    {
      done: () => t('statements.done'),
      refused: (thrown) => {
        const found = troubleOf(thrown)
        const doubt =
          found.kind === 'refused' && found.refusal.code === 'paymentDoubtful' ? found.refusal.values.what : undefined
        setTrouble({ text: troubleWords(found, words), ...(doubt === undefined ? {} : { doubt: doubt as Doubt }) })
        return true
      },
    },
  )
  const skip = useOrder(() => client.dues.skipLine({ line: line.id }), { done: () => t('statements.skippedNow') })
  const busy = accept.isPending || skip.isPending || accept.isSuccess || skip.isSuccess
  const send = (doubts: readonly Doubt[]): void => {
    if (busy || (other === 0 && chosen === '')) return
    setTrouble(undefined)
    accept.mutate(doubts)
  }

  const label = (proposal: StatementProposal): string => {
    if (proposal.what === 'deposit')
      return t('statements.deposit', { number: proposal.number, count: String(proposal.count) })
    if (proposal.what === 'payment')
      return t('statements.payment', { name: proposal.name, day: dayInWords(proposal.receivedOn, language) })
    const paid = proposal.lines.map((owed) => {
      const year = t('dues.lineDue', { year: owed.yearName })
      const whose = owed.displayName === proposal.name ? year : `${year} (${owed.displayName})`
      return owed.cents === 0 ? whose : `${whose}, ${centsInWords(owed.cents, language)}`
    })
    return `${proposal.name} – ${paid.length === 0 ? t('statements.toAssign') : paid.join(' ; ')}`
  }

  return (
    <form
      ref={box}
      className={classes.form}
      noValidate
      aria-label={t('statements.line', {
        label: peopleOf(line) || line.label,
        amount: centsInWords(line.cents, language),
      })}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault()
        send(confirmed)
      }}
      onKeyDown={(event) => {
        const target = event.target as HTMLInputElement
        if (event.key !== 'Delete' || (target.type !== 'radio' && target.tagName === 'INPUT') || busy) return
        event.preventDefault()
        skip.mutate(undefined)
      }}
    >
      <div className={`${classes.whole} ${classes.head}`}>
        <div>
          <strong>{peopleOf(line) || line.label}</strong>{' '}
          <span className={classes.quiet}>
            {[dayInWords(line.day, language), line.account, peopleOf(line) === '' ? '' : line.label]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </div>
        <strong className={classes.cents}>{centsInWords(line.cents, language)}</strong>
      </div>
      {line.proposals.length > 0 ? (
        <Radio.Group
          className={classes.whole ?? ''}
          value={other > 0 ? '' : chosen}
          onChange={(next) => {
            setChosen(next)
            setOther(0)
            setTrouble(undefined)
            setConfirmed([])
          }}
        >
          {line.proposals.map((proposal) => (
            <Radio
              key={keyOf(proposal)}
              mb={4}
              value={keyOf(proposal)}
              label={
                <>
                  {label(proposal)}{' '}
                  <span className={classes.quiet}>{proposal.why.map((why) => t(whyKeys[why])).join(', ')}</span>
                </>
              }
            />
          ))}
        </Radio.Group>
      ) : (
        <p className={`${classes.whole} ${classes.quiet}`}>
          {t(line.payout ? 'statements.payout' : 'statements.nobody')}
        </p>
      )}
      <PersonPicker
        everybody
        className={classes.who}
        label={t('statements.other')}
        person={other}
        onPick={(picked) => {
          setOther(picked)
          setTrouble(undefined)
          setConfirmed([])
        }}
      />
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
                send(doubts)
              }}
            >
              {t('dues.recordAnyway')}
            </Button>
          )}
        </Alert>
      )}
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={accept.isPending} disabled={other === 0 && chosen === ''}>
          {t('statements.accept')}
        </Button>
        <Button variant="default" loading={skip.isPending} onClick={() => skip.mutate(undefined)}>
          {t('statements.skip')}
        </Button>
        <span className={classes.quiet}>{t('statements.help')}</span>
      </Group>
    </form>
  )
}
