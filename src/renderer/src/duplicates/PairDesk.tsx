import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LikelyPair } from '../../../core/people/duplicates/duplicates.requests.ts'
import type { Choices } from '../../../core/people/duplicates/merge.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { KeyButton } from '../ui/KeyButton.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Duplicates.module.css'
import { MergeAdditions, MergeDifferences } from './MergeChoices.tsx'
import { MergeResult } from './MergeResult.tsx'
import { Reasons } from './Reasons.tsx'

/** One pair: why, where they differ, what comes of it; merged, said to be two people, or left for later. */
export function PairDesk({
  pair,
  place,
  total,
  onMove,
  onSettled,
}: {
  readonly pair: LikelyPair
  readonly place: number
  readonly total: number
  readonly onMove: (step: number) => void
  /** The number of the absorbed record, when there is one less. */
  readonly onSettled: (absorbed: number | undefined) => void
}) {
  const { t } = useWords()
  const [swapped, setSwapped] = useState(false)
  const [choices, setChoices] = useState<Choices>({})
  const [keep, absorb] = swapped ? [pair.absorb.id, pair.keep.id] : [pair.keep.id, pair.absorb.id]
  const preview = useQuery({ ...ask.duplicates.mergePreview.queryOptions({ input: { keep, absorb } }), retry: false })
  const merge = useOrder(client.duplicates.merge, {
    done: () => {
      onSettled(absorb)
      return t('duplicates.merged')
    },
  })
  const apart = useOrder(client.duplicates.twoPeople, {
    done: () => {
      onSettled(undefined)
      return t('duplicates.apart')
    },
  })
  // The next pair has keys of its own: this desk is made anew for each.
  const busy = merge.isPending || apart.isPending
  const doMerge = () => {
    if (!busy && preview.data !== undefined) merge.mutate({ keep, absorb, choices: { ...choices } })
  }
  const doApart = () => {
    if (!busy) apart.mutate({ first: keep, second: absorb })
  }
  const swap = () => {
    setSwapped(!swapped)
    setChoices({})
  }
  return (
    <div className={classes.pair}>
      <div className={classes.doings}>
        <span className={classes.place} role="status">
          {t('duplicates.place', { place, total })}
        </span>
        <KeyButton
          words={t('duplicates.merge')}
          onDo={doMerge}
          loading={merge.isPending}
          disabled={preview.data === undefined}
        />
        <KeyButton words={t('duplicates.twoPeople')} onDo={doApart} loading={apart.isPending} variant="default" />
        <KeyButton words={t('duplicates.swap')} onDo={swap} variant="default" />
        <KeyButton words={t('duplicates.previous')} onDo={() => onMove(-1)} disabled={place <= 1} variant="subtle" />
        <KeyButton words={t('duplicates.next')} onDo={() => onMove(1)} disabled={place >= total} variant="subtle" />
      </div>
      <Reasons reasons={pair.reasons} score={pair.score} />
      {preview.data === undefined ? (
        <Waiting trouble={preview.error} />
      ) : (
        <>
          <MergeDifferences
            preview={preview.data}
            choices={choices}
            onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
          />
          <MergeAdditions
            preview={preview.data}
            choices={choices}
            onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
          />
          <MergeResult preview={preview.data} choices={choices} />
        </>
      )}
    </div>
  )
}
