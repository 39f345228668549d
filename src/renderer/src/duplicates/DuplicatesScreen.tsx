import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LikelyPair } from '../../../core/people/duplicates/duplicates.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useBench } from '../ui/use-bench.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Duplicates.module.css'
import { MergesMade } from './MergesMade.tsx'
import { PairDesk } from './PairDesk.tsx'

type Bench = { readonly pairs: readonly LikelyPair[]; readonly at: number; readonly looked: number }

const most = 500

/** Pairs of records that could be one, side by side, one after the other, by keyboard. */
export function DuplicatesScreen() {
  const { t } = useWords()
  const [bench, put] = useBench<Bench>('duplicates')
  const { running, run, cancel } = useWork(client.duplicates.find)
  const note = useTroubleNote()
  const [merges, seeMerges] = useState(false)
  const look = async () => {
    try {
      const { pairs } = await run({ limit: most })
      const { total } = await client.people.list({ limit: 1 })
      put({ pairs, at: 0, looked: total })
    } catch (thrown) {
      note(thrown)
    }
  }
  const at = Math.min(bench?.at ?? 0, (bench?.pairs.length ?? 1) - 1)
  const pair = bench?.pairs[at]
  const move = (step: number) =>
    put((known) => ({ ...known, at: Math.max(0, Math.min(known.pairs.length - 1, at + step)) }))
  const settle = (absorbed: number | undefined) =>
    put((known) => ({
      ...known,
      at,
      pairs: known.pairs.filter(
        (other) =>
          other !== pair && (absorbed === undefined || (other.keep.id !== absorbed && other.absorb.id !== absorbed)),
      ),
    }))
  return (
    <ScreenFrame
      title={t('screen.duplicates')}
      sub={t('duplicates.lead')}
      fixed
      actions={
        running === undefined && (
          <>
            <Button variant="subtle" aria-pressed={merges} onClick={() => seeMerges(!merges)}>
              {t(merges ? 'duplicates.pairs' : 'duplicates.merges')}
            </Button>
            {bench !== undefined && !merges && (
              <Button variant="default" onClick={() => void look()}>
                {t('duplicates.again')}
              </Button>
            )}
          </>
        )
      }
    >
      {running !== undefined ? (
        <WorkProgress running={running} cancel={cancel} />
      ) : merges ? (
        <MergesMade />
      ) : bench === undefined ? (
        <FirstStep title={t('duplicates.first')} text={t('duplicates.firstHelp')}>
          <Button onClick={() => void look()}>{t('duplicates.search')}</Button>
        </FirstStep>
      ) : pair === undefined ? (
        <FirstStep title={t('duplicates.none')} text={t('duplicates.noneHelp', { count: bench.looked })} />
      ) : (
        <div className={classes.desk}>
          <ol className={classes.list} aria-label={t('duplicates.list')}>
            {bench.pairs.map((other, place) => (
              <li key={`${other.keep.id} ${other.absorb.id}`}>
                <button
                  type="button"
                  className={classes.line}
                  aria-current={other === pair ? 'true' : undefined}
                  onClick={() => put({ ...bench, at: place })}
                >
                  {other.keep.displayName}
                  <div className={classes.quiet}>
                    {other.absorb.displayName}
                    {other.nearlyCertain && ` · ${t('duplicates.certain')}`}
                  </div>
                </button>
              </li>
            ))}
          </ol>
          <PairDesk
            key={`${pair.keep.id} ${pair.absorb.id}`}
            pair={pair}
            place={at + 1}
            total={bench.pairs.length}
            onMove={move}
            onSettled={settle}
          />
        </div>
      )}
    </ScreenFrame>
  )
}
