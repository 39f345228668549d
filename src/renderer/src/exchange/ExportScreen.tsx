import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ExportColumn, exportColumns } from '../../../core/exchange/export.requests.ts'
import type { Progress } from '../../../core/kit/request.ts'
import type { Paper } from '../../../core/papers/papers.requests.ts'
import type { ListSort } from '../../../core/people/lists/columns.requests.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { exportedAs } from '../lists/exported.ts'
import { everybody, narrowed, useListMemory } from '../people/list-memory.tsx'
import { useTotal } from '../people/use-people-window.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Export.module.css'
import { columnKeys } from './target-words.ts'

type Made = { readonly paper: Paper & { readonly rows: number }; readonly file: Blob }
type Asked = {
  readonly format: 'xlsx' | 'csv'
  readonly filter: ContactFilter
  readonly columns: ExportColumn[]
  readonly sort: ListSort
}

async function make(asked: Asked, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, Made, void> {
    const paper: Made['paper'] = yield* await client.exchange.export(asked, { signal })
    const file = yield* fetchPaper(paper, signal)
    void client.papers.discard({ paper: paper.paper }).catch(() => {})
    return { paper, file }
  }
  return steps()
}

/** The list goes out, for a spreadsheet or another program. */
export function ExportScreen() {
  const { t } = useWords()
  const note = useTroubleNote()
  const { filter, columns: shown, sort } = useListMemory()
  const [whole, setWhole] = useState(!narrowed(filter))
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [left, setLeft] = useState<ReadonlySet<ExportColumn>>(new Set())
  const offered = useQuery(ask.exchange.columns.queryOptions({ input: {} })).data?.columns ?? exportColumns
  const work = useWork(make)
  const [withDeceased, setWithDeceased] = useState(false)
  const asked = { ...(whole ? everybody : filter), ...(withDeceased ? { deceased: true } : {}) }
  const { total, deceased } = useTotal(asked)
  const columns = offered.filter((column) => !left.has(column))

  const run = async () => {
    try {
      const { paper, file } = await work.run({ format, filter: asked, columns, sort })
      saveFile(paper.name, file)
      notifications.show({ message: t('export.done', { count: paper.rows, name: paper.name }), autoClose: 10_000 })
    } catch (thrown) {
      note(thrown)
    }
  }
  const toggle = (column: ExportColumn, on: boolean) => {
    const next = new Set(left)
    on ? next.delete(column) : next.add(column)
    setLeft(next)
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
          <Radio.Group
            label={t('export.format')}
            value={format}
            onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
            classNames={{ label: classes.legend }}
          >
            <Stack gap="xs">
              <Radio value="xlsx" label={t('export.xlsx')} description={t('export.xlsxHelp')} />
              <Radio value="csv" label={t('export.csv')} description={t('export.csvHelp')} />
            </Stack>
          </Radio.Group>
          <fieldset className={classes.group}>
            <legend className={classes.legend}>{t('export.columns')}</legend>
            <div className={classes.tools}>
              <Button variant="default" size="compact-md" onClick={() => setLeft(new Set())}>
                {t('export.allColumns')}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                onClick={() => setLeft(new Set(offered.filter((column) => !exportedAs(shown).has(column))))}
              >
                {t('lists.listColumns')}
              </Button>
              <Button variant="default" size="compact-md" onClick={() => setLeft(new Set(offered))}>
                {t('export.noColumns')}
              </Button>
            </div>
            <div className={classes.columns}>
              {offered.map((column) => (
                <Checkbox
                  key={column}
                  label={t(columnKeys[column])}
                  checked={!left.has(column)}
                  onChange={(event) => toggle(column, event.currentTarget.checked)}
                />
              ))}
            </div>
          </fieldset>
          <Group>
            <Button size="md" disabled={columns.length === 0} onClick={() => void run()}>
              {t('export.do')}
            </Button>
            <Text c="dimmed">
              {columns.length === 0
                ? t('export.columnsHelp')
                : total !== undefined && t('people.count', { count: total })}
            </Text>
          </Group>
        </div>
      )}
    </ScreenFrame>
  )
}
