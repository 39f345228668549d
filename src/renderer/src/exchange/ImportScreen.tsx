import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import type { Imported } from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { nobody } from '../lists/ticked.ts'
import { everybody, useListMemory } from '../people/list-memory.tsx'
import { saveFile } from '../ui/fetch-paper.ts'
import { troubleWords } from '../ui/refusals.ts'
import { go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useUndo } from '../ui/use-order.tsx'
import { WayButton } from '../ui/WayButton.tsx'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { DropCover } from './DropCover.tsx'
import { takeFile } from './dropped-file.ts'
import classes from './Import.module.css'
import { ImportCards } from './ImportCards.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import type { LeftOutFile } from './LeftOutButton.tsx'
import { OutcomeCounts } from './OutcomeCounts.tsx'
import { useFieldWords } from './target-words.ts'
import { useDropAnywhere } from './use-drop-anywhere.ts'
import type { ImportAssistant } from './use-import.ts'
import { useImport } from './use-import.ts'

const stepWords = ['import.stepColumns', 'import.stepPreview', 'import.stepDone'] as const
/** Cards have no columns: they are looked at instead. */
const stepWordsOfCards = ['import.stepCards', ...stepWords.slice(1)] as const
const stepNumber = { choose: 0, columns: 1, preview: 2, done: 3 } as const

/** A spreadsheet comes in: choose it, say what its columns are, see what would change, import. */
export function ImportScreen() {
  const { t } = useWords()
  const assistant = useImport()
  const { at, file, running } = assistant
  const number = stepNumber[at.step]
  const over = useDropAnywhere((dropped) => {
    if (!running) void assistant.choose(dropped)
  })
  const { choose } = assistant
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file that was dropped elsewhere is taken once
  useEffect(() => {
    const dropped = takeFile()
    if (dropped !== undefined) void choose(dropped)
  }, [])
  const ofCards = assistant.ofCards
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
      {over && <DropCover />}
      {number > 0 && (
        <ol className={classes.steps} aria-label={t('import.step', { step: number })}>
          {(ofCards ? stepWordsOfCards : stepWords).map((words, index) => (
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
      {at.step === 'columns' &&
        (at.look.cards === undefined ? (
          <ImportColumns look={at.look} assistant={assistant} />
        ) : (
          <ImportCards look={at.look} assistant={assistant} />
        ))}
      {at.step === 'preview' && assistant.preview && (
        <ImportPreview preview={assistant.preview} assistant={assistant} />
      )}
      {at.step === 'done' && <Done imported={at.imported} leftOut={at.leftOut} />}
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
  if (trouble.kind === 'refused' && code === 'importTooSweeping')
    return <Brake values={trouble.refusal.values ?? {}} assistant={assistant} />
  if (trouble.kind === 'refused' && assistant.at.step === 'preview' && trouble.refusal.values?.choice === 'record')
    return (
      <section className={classes.notice} role="alert">
        {t(trouble.refusal.values.reason === 'recordOfLine' ? 'import.recordOfLine' : 'import.recordOther')}
      </section>
    )
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

/** An import that would change most of what is there: the field that changes most is named, and left with one click. */
function Brake({
  values,
  assistant,
}: {
  readonly values: Readonly<Record<string, string | number>>
  readonly assistant: ImportAssistant
}) {
  const { t } = useWords()
  const nameOf = useFieldWords()
  const field = String(values.field ?? '')
  const { choices } = assistant
  return (
    <section className={classes.notice} role="alert">
      <Title order={2} fz="lg">
        {t('import.sweeping')}
      </Title>
      {field !== '' && (
        <Text fw={600}>
          {t('import.sweepingField', {
            field: nameOf(field),
            count: Number(values.count),
            total: Number(values.total),
          })}
        </Text>
      )}
      <Text mb="sm">{t('import.sweepingHelp')}</Text>
      <Group>
        {field !== '' && (
          <Button
            variant="default"
            onClick={() =>
              void assistant.weigh(choices.way, [
                ...choices.fields.filter((one) => one.field !== field),
                { field, way: 'skip' },
              ])
            }
          >
            {t('import.sweepingLeave')}
          </Button>
        )}
        <Button onClick={() => void assistant.doIt({ leaveRefused: true, evenIfSweeping: true })}>
          {t('import.evenIfSweeping')}
        </Button>
      </Group>
    </section>
  )
}

function Done({
  imported: { act, counts, toCheck },
  leftOut,
}: {
  readonly imported: Imported
  readonly leftOut: LeftOutFile | undefined
}) {
  const { t } = useWords()
  const undo = useUndo()
  const { remember } = useListMemory()
  const seeToCheck = (list: number) => {
    const filter = { ...everybody, deceased: true, list }
    remember({ filter, saved: list, active: 0, ticked: nobody })
    go({ screen: 'people' })
  }
  return (
    <>
      <Title order={2} mb="sm">
        {t('import.doneTitle')}
      </Title>
      <OutcomeCounts counts={counts} />
      <Text mb="md">{t('import.doneHelp')}</Text>
      {leftOut !== undefined && (
        <section className={classes.notice}>
          <Text mb="sm">{t('import.leftOutHelp', { count: leftOut.rows })}</Text>
          <Button variant="default" onClick={() => saveFile(leftOut.name, leftOut.file)}>
            {t('import.saveLeftOut', { count: leftOut.rows })}
          </Button>
        </section>
      )}
      {toCheck !== undefined && (
        <section className={classes.notice}>
          <Text mb="sm">{t('import.shelfHelp', { count: toCheck.records })}</Text>
          <Button variant="default" onClick={() => seeToCheck(toCheck.list)}>
            {t('import.seeShelf', { count: toCheck.records })}
          </Button>
        </section>
      )}
      <Group>
        <Button onClick={() => go({ screen: 'people' })}>{t('import.seePeople')}</Button>
        <Button variant="default" onClick={() => go({ screen: 'quality' })}>
          {t('import.seeQuality')}
        </Button>
        <WayButton variant="default" onWay={() => void undo(act)}>
          {t('import.undo')}
        </WayButton>
      </Group>
    </>
  )
}
