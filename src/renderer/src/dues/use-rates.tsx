/** The rates of a year as a part of a form: lines, the decision that set them, and what they come to. */
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { RateFacts } from '../../../core/dues/dues.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import classes from './Dues.module.css'
import { RateRows } from './RateRows.tsx'
import { draftOf, rateOf } from './rate-draft.ts'

/** `read`: the rates as they are sent, undefined while an amount is none; asking makes the fields say so. */
export function useRates(from: readonly RateFacts[]): {
  readonly fields: ReactNode
  readonly read: () => RateFacts[] | undefined
} {
  const { t, language } = useWords()
  const [rates, setRates] = useState(() => from.map((rate) => draftOf(rate, language)))
  const [decided, setDecided] = useState({ decision: from[0]?.decision ?? '', decidedOn: from[0]?.decidedOn ?? '' })
  const [tried, setTried] = useState(false)
  return {
    read: () => {
      setTried(true)
      const read = rates.map((rate) => rateOf(rate, decided))
      return read.includes(undefined) ? undefined : (read as RateFacts[])
    },
    fields: (
      <>
        <div className={classes.whole}>
          <RateRows rates={rates} tried={tried} onChange={(changed) => setRates([...changed])} />
        </div>
        <TextInput
          label={t('dues.decision')}
          placeholder={t('dues.decisionHelp')}
          maxLength={200}
          value={decided.decision}
          onChange={(event) => setDecided({ ...decided, decision: event.currentTarget.value })}
        />
        <DayInput
          label={t('dues.decidedOn')}
          value={decided.decidedOn}
          onChange={(decidedOn) => setDecided({ ...decided, decidedOn })}
        />
      </>
    ),
  }
}
