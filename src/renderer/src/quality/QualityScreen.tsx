import { Button, Group } from '@mantine/core'
import { useEffect } from 'react'
import { type RemarkKind, remarkKinds } from '../../../core/people/quality/remark.rules.ts'
import { unconfirmedCriteria } from '../../../core/people/quality/unconfirmed.rules.ts'
import { client } from '../client.ts'
import classes from '../duplicates/Duplicates.module.css'
import { useWords } from '../i18n/words.tsx'
import { nobody } from '../lists/ticked.ts'
import { everybody, useListMemory } from '../people/list-memory.tsx'
import { thisDay } from '../people/record-values.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { fragmentOf, go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useBench } from '../ui/use-bench.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import type { QualityBench } from './quality-bench.ts'
import { RemarkDesk } from './RemarkDesk.tsx'
import { remarkKeys } from './remark-keys.ts'

const most = 2000

const ofKind = (remarks: QualityBench['remarks'], kind: RemarkKind): number =>
  remarks.filter((remark) => remark.kind === kind).length

/** What looks doubtful in the records, one remark after the other, by keyboard. */
export function QualityScreen({ households }: { readonly households: boolean }) {
  const { t } = useWords()
  const [bench, put] = useBench<QualityBench>('quality')
  const { running, run, cancel } = useWork(client.quality.find)
  const note = useTroubleNote()
  const look = async () => {
    try {
      const { remarks, counts, total, looked } = await run({ limit: most })
      const unconfirmed = counts.find(({ kind }) => kind === 'unconfirmed')?.count ?? 0
      const partly = new Map(
        counts
          .filter(({ kind, count }) => kind !== 'unconfirmed' && count > ofKind(remarks, kind))
          .map(({ kind, count }) => [kind, count]),
      )
      const found: QualityBench = { remarks, total, unconfirmed, looked, partly, kind: 'all', at: 0 }
      if (households) await choose(found, 'livesTogether')
      else put(found)
    } catch (thrown) {
      note(thrown)
    }
  }
  /** A kind that came in part only is asked for by itself. */
  const choose = async (from: QualityBench, kind: RemarkKind | 'all') => {
    const chosen = { ...from, kind, at: 0 }
    if (kind === 'all' || !from.partly.has(kind)) {
      put(chosen)
      return
    }
    try {
      const { remarks } = await run({ kinds: [kind], limit: most })
      const others = from.remarks.filter((remark) => remark.kind !== kind)
      const partly = new Map([...from.partly].filter(([other]) => other !== kind))
      put({ ...chosen, remarks: [...others, ...remarks], partly })
    } catch (thrown) {
      note(thrown)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: who comes from the households looks at once, and once
  useEffect(() => {
    if (!households) return
    if (bench === undefined) void look()
    else void choose(bench, 'livesTogether')
  }, [])
  return (
    <ScreenFrame
      title={t('screen.quality')}
      sub={t('quality.lead')}
      fixed
      actions={
        bench !== undefined &&
        running === undefined && (
          <Button variant="default" onClick={() => void look()}>
            {t('quality.again')}
          </Button>
        )
      }
    >
      {running !== undefined ? (
        <WorkProgress running={running} cancel={cancel} />
      ) : bench === undefined ? (
        <FirstStep title={t('quality.first')} text={t('quality.firstHelp')}>
          <Button onClick={() => void look()}>{t('quality.look')}</Button>
        </FirstStep>
      ) : bench.total === 0 ? (
        <FirstStep title={t('quality.none')} text={t('quality.noneHelp', { count: bench.looked })} />
      ) : (
        <div className={classes.desk}>
          <Kinds bench={bench} onChoose={(kind) => void choose(bench, kind)} />
          <div className={classes.pair}>
            {bench.kind === 'unconfirmed' && <ToConfirm count={bench.unconfirmed} />}
            <RemarkDesk bench={bench} put={put} />
          </div>
        </div>
      )}
    </ScreenFrame>
  )
}

function Kinds({
  bench,
  onChoose,
}: {
  readonly bench: QualityBench
  readonly onChoose: (kind: RemarkKind | 'all') => void
}) {
  const { t, number } = useWords()
  const of = (kind: RemarkKind): number => bench.partly.get(kind) ?? ofKind(bench.remarks, kind)
  const lines = [
    {
      kind: 'all' as const,
      words: t('quality.allKinds'),
      count: bench.remarks.length - ofKind(bench.remarks, 'unconfirmed'),
    },
    ...remarkKinds
      .filter((kind) => kind !== 'unconfirmed')
      .map((kind) => ({ kind, words: t(remarkKeys[kind]), count: of(kind) })),
    { kind: 'unconfirmed' as const, words: t(remarkKeys.unconfirmed), count: bench.unconfirmed },
  ].filter(({ kind, count }) => kind === 'all' || kind === bench.kind || count > 0)
  return (
    <ul className={classes.list} aria-label={t('quality.kindsLabel')}>
      {lines.map(({ kind, words, count }) => (
        <li key={kind} className={kind === 'unconfirmed' ? classes.apart : undefined}>
          <button
            type="button"
            className={classes.line}
            aria-current={kind === bench.kind ? 'true' : undefined}
            onClick={() => onChoose(kind)}
          >
            {words} <span className={classes.quiet}>{number(count)}</span>
          </button>
        </li>
      ))}
      <li className={classes.apart}>
        <a className={classes.link} href={fragmentOf({ screen: 'returned' })}>
          {t('screen.returned')}
        </a>
      </li>
      {bench.total > most && <li className={classes.quiet}>{t('quality.more', { count: most })}</li>}
    </ul>
  )
}

/** Records to confirm are asked of the people themselves: sheets to print for them, or their list. */
function ToConfirm({ count }: { readonly count: number }) {
  const { t } = useWords()
  const { remember } = useListMemory()
  const see = (screen: 'people' | 'forms') => {
    const filter = { ...everybody, criteria: unconfirmedCriteria(thisDay()) }
    remember({ filter, active: 0, ticked: nobody, saved: undefined })
    go(screen === 'forms' ? { screen, printing: true } : { screen })
  }
  return (
    <section className={classes.card} aria-label={t('remark.unconfirmed')}>
      <p>{t('quality.toConfirm', { count })}</p>
      <Group gap="sm" mt="sm">
        <Button size="compact-md" onClick={() => see('forms')}>
          {t('quality.prepareForms')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => see('people')}>
          {t('quality.seeList')}
        </Button>
      </Group>
    </section>
  )
}
