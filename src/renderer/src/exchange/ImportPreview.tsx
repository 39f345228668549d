import { Button, Checkbox, Group, Pagination, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Preview, PreviewOutcome } from '../../../core/exchange/exchange.requests.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { FieldWays } from './FieldWays.tsx'
import classes from './Import.module.css'
import { LeftOutButton } from './LeftOutButton.tsx'
import { OutcomeCounts, outcomes } from './OutcomeCounts.tsx'
import { PreviewLines } from './PreviewLines.tsx'
import { useFieldWords } from './target-words.ts'
import type { ImportAssistant } from './use-import.ts'

const perPage = 50

const filterKeys = {
  created: 'import.filterCreated',
  changed: 'import.filterChanged',
  unchanged: 'import.filterUnchanged',
  refused: 'import.filterRefused',
  doubtful: 'import.filterToCheck',
  corrected: 'import.filterCorrected',
  couples: 'import.filterCouples',
} as const
type Shown = PreviewOutcome | 'doubtful' | 'corrected' | 'couples'
const isShown = (value: string): value is Shown => value in filterKeys

type Props = { readonly preview: Preview; readonly assistant: ImportAssistant }

/** What importing would do, by field and line by line, old and new; nothing has been written. */
export function ImportPreview({ preview, assistant }: Props) {
  const { t } = useWords()
  const { counts } = preview
  const [checking] = useState(preview.doubtful > 0)
  const [keeping] = useState(preview.corrected > 0)
  const [outcome, setOutcome] = useState<Shown | 'all'>(
    counts.refused > 0 ? 'refused' : preview.toCheck > 0 ? 'doubtful' : 'all',
  )
  const [field, setField] = useState<string>()
  const show = (next: Shown | 'all', of?: string) => {
    setOutcome(next)
    setField(of)
  }
  return (
    <>
      <OutcomeCounts counts={counts} doubtful={preview.doubtful} corrected={preview.corrected} />
      {preview.toCheck > 0 && (
        <section className={classes.notice} role="status">
          {t('import.toCheck', { count: preview.toCheck })}
        </section>
      )}
      {preview.corrected > 0 && (
        <section className={classes.notice} role="status">
          {t('import.correctedHelp', { count: preview.corrected, update: t('import.update') })}
        </section>
      )}
      <Dues preview={preview} />
      <Couples preview={preview} assistant={assistant} />
      {preview.fields.length > 0 && (
        <FieldWays
          foreseen={preview}
          weigh={(way, fields) => void assistant.weigh(way, fields)}
          see={(of) => show('all', of)}
        />
      )}
      <Lines
        preview={preview}
        assistant={assistant}
        outcome={outcome}
        field={field}
        show={show}
        offered={[
          ...(checking ? (['doubtful'] as const) : []),
          ...(keeping ? (['corrected'] as const) : []),
          ...outcomes.filter((one) => one === outcome || counts[one] > 0),
          ...(preview.couples > 0 ? (['couples'] as const) : []),
        ]}
      />
      <Foot preview={preview} assistant={assistant} />
    </>
  )
}

/** What the list adds to dues: they come in with it, and go with its undo. */
function Dues({ preview: { dues } }: Pick<Props, 'preview'>) {
  const { t, language } = useWords()
  if (dues === undefined) return null
  const { years } = dues
  return (
    <section className={classes.notice} role="status" aria-label={t('screen.dues')}>
      <Text>
        {t('import.dues', { count: dues.dues })}
        {dues.payments > 0 &&
          ` ${t('import.payments', { count: dues.payments, amount: centsInWords(dues.cents, language) })}`}
      </Text>
      {years.length > 0 && <Text>{t('import.newYears', { names: years.join(', ') })}</Text>}
    </section>
  )
}

/** Whether two people on a line are two records: for the whole file. */
function Couples({ preview, assistant }: Props) {
  const { t } = useWords()
  if (preview.couples === 0 && assistant.choices.couples) return null
  const together = assistant.choices.couples
  return (
    <section className={classes.notice} role="status">
      <Group gap="md">
        {together && <Text>{t('import.couples', { count: preview.couples })}</Text>}
        <Button variant="default" size="compact-md" onClick={() => void assistant.compare({ couples: !together })}>
          {t(together ? 'import.couplesAsOne' : 'import.couplesAsTwo')}
        </Button>
      </Group>
    </section>
  )
}

function Lines({
  preview,
  assistant,
  outcome,
  field,
  show,
  offered,
}: Props & {
  readonly outcome: Shown | 'all'
  readonly field: string | undefined
  readonly show: (outcome: Shown | 'all', field?: string) => void
  readonly offered: readonly Shown[]
}) {
  const { t } = useWords()
  const nameOf = useFieldWords()
  const [search, setSearch] = useState('')
  const [sought] = useDebouncedValue(search, 200)
  const view = `${outcome} ${field ?? ''} ${sought}`
  const [{ of, page }, setPage] = useState({ of: view, page: 1 })
  // Another view begins at its beginning.
  const at = of === view ? page : 1
  const shown = useQuery({
    ...ask.exchange.previewLines.queryOptions({
      input: {
        preview: preview.preview,
        search: sought,
        offset: (at - 1) * perPage,
        limit: perPage,
        ...(outcome === 'all' ? {} : { outcome }),
        ...(field === undefined ? {} : { field }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const total = shown.data?.total ?? 0
  return (
    <>
      <Group mb="md" gap="md" align="flex-end">
        <SegmentedControl
          aria-label={t('import.filter')}
          value={outcome}
          onChange={(value) => show(isShown(value) ? value : 'all', field)}
          data={[
            { value: 'all', label: t('import.all') },
            ...offered.map((value) => ({ value, label: t(filterKeys[value]) })),
          ]}
        />
        <TextInput
          type="search"
          w="17rem"
          aria-label={t('import.searchLines')}
          placeholder={t('import.searchLines')}
          value={search}
          maxLength={120}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {field !== undefined && (
          <Group gap="xs">
            <Text>{t('import.onlyField', { field: nameOf(field) })}</Text>
            <Button variant="subtle" size="compact-sm" onClick={() => show('all')}>
              {t('import.allFields')}
            </Button>
          </Group>
        )}
      </Group>
      {total === 0 ? (
        <Text>{t('import.noLines')}</Text>
      ) : (
        <PreviewLines lines={shown.data?.lines ?? []} decide={assistant.decide} />
      )}
      {total > perPage && (
        <Pagination
          mt="md"
          total={Math.ceil(total / perPage)}
          value={at}
          onChange={(next) => setPage({ of: view, page: next })}
          getControlProps={(control) => ({ 'aria-label': `${t('import.page')} (${control})` })}
          aria-label={t('import.page')}
        />
      )}
    </>
  )
}

function Foot({ preview: { preview, counts, left }, assistant }: Props) {
  const { t } = useWords()
  const [leaveRefused, setLeaveRefused] = useState(false)
  const willDo = counts.created + counts.changed
  return (
    <div className={classes.foot}>
      {counts.refused > 0 && willDo > 0 && (
        <Checkbox
          label={t('import.leaveRefused', { count: counts.refused })}
          description={t('import.refusedHelp')}
          checked={leaveRefused}
          onChange={(event) => setLeaveRefused(event.currentTarget.checked)}
        />
      )}
      {willDo === 0 ? (
        <Text>{t(nothingKey(counts))}</Text>
      ) : (
        <Button
          disabled={counts.refused > 0 && !leaveRefused}
          onClick={() => void assistant.doIt({ leaveRefused, evenIfSweeping: false })}
        >
          {t('import.do', { count: willDo })}
        </Button>
      )}
      {counts.refused + left > 0 && !assistant.ofCards && (
        <LeftOutButton preview={preview} refused={counts.refused} left={left} />
      )}
      <Button variant="subtle" onClick={assistant.backToColumns}>
        {t(assistant.ofCards ? 'import.backToCards' : 'import.backToColumns')}
      </Button>
    </div>
  )
}

const nothingKey = ({ refused, unchanged }: Preview['counts']) =>
  refused > 0 ? 'import.noneFit' : unchanged > 0 ? 'import.nothingToDo' : 'import.allLeft'
