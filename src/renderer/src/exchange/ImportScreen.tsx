import { Button, Group, Text, Title } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { troubleWords } from '../ui/refusals.ts'
import { go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useUndo } from '../ui/use-order.tsx'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import classes from './Import.module.css'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { OutcomeCounts } from './OutcomeCounts.tsx'
import type { ImportAssistant } from './use-import.ts'
import { useImport } from './use-import.ts'

const stepWords = ['import.stepColumns', 'import.stepPreview', 'import.stepDone'] as const
const stepNumber = { choose: 0, columns: 1, preview: 2, done: 3 } as const

/** A spreadsheet comes in: choose it, say what its columns are, see what would change, import. */
export function ImportScreen() {
  const { t } = useWords()
  const assistant = useImport()
  const { at, file, running } = assistant
  const number = stepNumber[at.step]
  return (
    <ScreenFrame
      title={t('screen.import')}
      sub={at.step === 'choose' || !file ? t('import.lead') : file.name}
      actions={
        at.step !== 'choose' && (
          <Button variant="default" onClick={assistant.restart}>
            {t('import.another')}
          </Button>
        )
      }
    >
      {number > 0 && (
        <ol className={classes.steps} aria-label={t('import.step', { step: number })}>
          {stepWords.map((words, index) => (
            <li key={words} aria-current={index + 1 === number ? 'step' : undefined}>
              {t(words)}
            </li>
          ))}
        </ol>
      )}
      {running ? <WorkProgress running={running} cancel={assistant.cancel} /> : <Step assistant={assistant} />}
    </ScreenFrame>
  )
}

function Step({ assistant }: { readonly assistant: ImportAssistant }) {
  const { at } = assistant
  return (
    <>
      <TroubleNotice assistant={assistant} />
      {at.step === 'choose' && <ChooseFile onChoose={(file) => void assistant.choose(file)} />}
      {at.step === 'columns' && <ImportColumns look={at.look} assistant={assistant} />}
      {at.step === 'preview' && assistant.preview && (
        <ImportPreview preview={assistant.preview} assistant={assistant} />
      )}
      {at.step === 'done' && <Done act={at.act} counts={at.counts} />}
    </>
  )
}

/** Why the step did not go through, and the way on; the brake on a sweeping import has its own words. */
function TroubleNotice({ assistant }: { readonly assistant: ImportAssistant }) {
  const words = useWords()
  const { t } = words
  const { trouble, file } = assistant
  if (!trouble) return null
  const code = trouble.kind === 'refused' ? trouble.refusal.code : ''
  if (code === 'importTooSweeping') {
    return (
      <section className={classes.notice} role="alert">
        <Title order={2} fz="lg">
          {t('import.sweeping')}
        </Title>
        <Text mb="sm">{t('import.sweepingHelp')}</Text>
        <Button onClick={() => void assistant.doIt({ leaveRefused: true, evenIfSweeping: true })}>
          {t('import.evenIfSweeping')}
        </Button>
      </section>
    )
  }
  return (
    <section className={classes.notice} role="alert">
      {file && (
        <Title order={2} fz="lg">
          {file.name}
        </Title>
      )}
      <Text>{troubleWords(trouble, words)}</Text>
      {code === 'importStale' && (
        <Button mt="sm" onClick={() => void assistant.compare()}>
          {t('import.stale')}
        </Button>
      )}
    </section>
  )
}

function Done({
  act,
  counts,
}: {
  readonly act: number
  readonly counts: Parameters<typeof OutcomeCounts>[0]['counts']
}) {
  const { t } = useWords()
  const undo = useUndo()
  return (
    <>
      <Title order={2} mb="sm">
        {t('import.doneTitle')}
      </Title>
      <OutcomeCounts counts={counts} />
      <Text mb="md">{t('import.doneHelp')}</Text>
      <Group>
        <Button onClick={() => go({ screen: 'people' })}>{t('import.seePeople')}</Button>
        <Button variant="default" onClick={() => void undo(act)}>
          {t('import.undo')}
        </Button>
      </Group>
    </>
  )
}
