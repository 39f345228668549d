import { Button } from '@mantine/core'
import { type RemarkKind, remarkKinds } from '../../../core/people/quality/remark.rules.ts'
import { client } from '../client.ts'
import classes from '../duplicates/Duplicates.module.css'
import { useWords } from '../i18n/words.tsx'
import { FirstStep } from '../ui/FirstStep.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useBench } from '../ui/use-bench.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import type { QualityBench } from './quality-bench.ts'
import { RemarkDesk } from './RemarkDesk.tsx'
import { remarkKeys } from './remark-keys.ts'

const most = 2000

/** What looks doubtful in the records, one remark after the other, by keyboard. */
export function QualityScreen() {
  const { t } = useWords()
  const [bench, put] = useBench<QualityBench>('quality')
  const { running, run, cancel } = useWork(client.quality.find)
  const note = useTroubleNote()
  const look = async () => {
    try {
      const { remarks, total, looked } = await run({ limit: most })
      put({ remarks, total, looked, kind: 'all', at: 0 })
    } catch (thrown) {
      note(thrown)
    }
  }
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
          <Kinds bench={bench} onChoose={(kind) => put({ ...bench, kind, at: 0 })} />
          <RemarkDesk bench={bench} put={put} />
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
  const of = (kind: RemarkKind): number => bench.remarks.filter((remark) => remark.kind === kind).length
  const lines = [
    { kind: 'all' as const, words: t('quality.allKinds'), count: bench.remarks.length },
    ...remarkKinds.map((kind) => ({ kind, words: t(remarkKeys[kind]), count: of(kind) })),
  ].filter(({ kind, count }) => kind === 'all' || kind === bench.kind || count > 0)
  return (
    <ul className={classes.list} aria-label={t('quality.kindsLabel')}>
      {lines.map(({ kind, words, count }) => (
        <li key={kind}>
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
      {bench.total > most && <li className={classes.quiet}>{t('quality.more', { count: most })}</li>}
    </ul>
  )
}
