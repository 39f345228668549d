import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ExportColumn, exportColumns } from '../../../core/exchange/export.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { everybody, narrowed, useListMemory } from '../people/list-memory.tsx'
import { useTotal } from '../people/use-people-window.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { saveFile } from '../ui/fetch-paper.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import { CardChoices } from './CardChoices.tsx'
import { EmailLots, LotChoices, type MadeLots } from './EmailLots.tsx'
import classes from './Export.module.css'
import { ExportColumns } from './ExportColumns.tsx'
import { type Cards, type Lots, make, type WayOut, waysOut } from './ways-out.ts'

/** The list goes out, for a spreadsheet or another program. */
export function ExportScreen() {
  const { t } = useWords()
  const note = useTroubleNote()
  const { filter, sort } = useListMemory()
  const [whole, setWhole] = useState(!narrowed(filter))
  const [way, setWay] = useState<WayOut>('xlsx')
  const [chosen, setChosen] = useState<readonly ExportColumn[]>()
  const [model, setModel] = useState<number>()
  const [cards, setCards] = useState<Cards>({ photos: true, version: '4.0', each: false })
  const [lots, setLots] = useState<Lots>({ size: 50, separator: ',' })
  const [madeLots, setMadeLots] = useState<MadeLots>()
  const offered = useQuery(ask.exchange.columns.queryOptions({ input: {} })).data?.columns ?? exportColumns
  const work = useWork(make)
  const [withDeceased, setWithDeceased] = useState(false)
  const asked = { ...(whole ? everybody : filter), ...(withDeceased ? { deceased: true } : {}) }
  const { total, deceased } = useTotal(asked)
  const isTable = waysOut.some((one) => one.way === way && one.table)
  const columns = chosen ?? offered
  // All of them in their usual order are asked for by none: those that hold nothing then stay out.
  const sent = columns.join() === offered.join() ? [] : columns

  const run = async () => {
    try {
      setMadeLots(undefined)
      const {
        paper,
        file,
        count,
        without,
        lots: made,
      } = await work.run({
        ...{ way, filter: asked, columns: [...sent], sort, lots, cards },
      })
      saveFile(paper.name, file)
      setMadeLots(made)
      const done = t(
        way === 'emails' ? 'export.emailsDone' : way === 'envelopes' ? 'export.envelopesDone' : 'export.done',
        { count, name: paper.name },
      )
      const left =
        without === 0
          ? ''
          : ` ${t(way === 'emails' ? 'export.noEmail' : way === 'envelopes' ? 'export.noAddress' : 'export.missing', { count: without })}`
      notifications.show({
        message: done + left,
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': t('action.close') },
      })
    } catch (thrown) {
      note(thrown)
    }
  }
  return (
    <ScreenFrame title={t('screen.export')} sub={t('export.lead')}>
      {total === 0 && whole ? (
        <FirstStep title={t('people.empty')} text={t('export.nobody')} />
      ) : work.running ? (
        <WorkProgress running={work.running} cancel={work.cancel} />
      ) : (
        <div className={classes.form}>
          <Radio.Group
            label={t('export.format')}
            value={way}
            onChange={(value) => setWay(waysOut.find((one) => one.way === value)?.way ?? 'xlsx')}
            classNames={{ label: classes.legend }}
          >
            <div className={classes.ways}>
              {waysOut.map((one) => (
                <Radio key={one.way} value={one.way} label={t(one.label)} description={t(one.help)} />
              ))}
            </div>
          </Radio.Group>
          {way !== 'everything' && (
            <>
              <Radio.Group
                label={t('export.who')}
                value={whole ? 'all' : 'filtered'}
                onChange={(value) => setWhole(value === 'all')}
                classNames={{ label: classes.legend }}
              >
                <Stack gap="xs">
                  <Radio value="all" label={t('export.everybody')} />
                  <Radio value="filtered" label={t('export.filtered')} disabled={!narrowed(filter)} />
                </Stack>
              </Radio.Group>
              {(deceased > 0 || withDeceased) && (
                <Checkbox
                  label={t('export.deceased')}
                  checked={withDeceased}
                  onChange={(event) => setWithDeceased(event.currentTarget.checked)}
                />
              )}
            </>
          )}
          {(way === 'vcf' || way === 'json') && <CardChoices cards={cards} ofVcard={way === 'vcf'} change={setCards} />}
          {way === 'emails' && <LotChoices lots={lots} change={setLots} />}
          {isTable && <ExportColumns {...{ offered, columns, model }} onChange={setChosen} onModel={setModel} />}
          <Group>
            <Button size="md" disabled={isTable && columns.length === 0} onClick={() => void run()}>
              {t('export.do')}
            </Button>
            <Text c="dimmed">
              {isTable && columns.length === 0
                ? t('export.columnsHelp')
                : way !== 'everything' && total !== undefined && t('people.count', { count: total })}
            </Text>
          </Group>
          {way === 'emails' && madeLots && <EmailLots made={madeLots} />}
        </div>
      )}
    </ScreenFrame>
  )
}
