import { Button, Checkbox, Pagination, SegmentedControl, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  Because,
  LineChoice,
  Preview,
  PreviewLine,
  PreviewOutcome,
} from '../../../core/exchange/exchange.requests.ts'
import { warningWords } from '../../../core/exchange/warning.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'
import { OutcomeCounts, outcomes } from './OutcomeCounts.tsx'
import { fieldKey } from './target-words.ts'
import type { ImportAssistant } from './use-import.ts'

const perPage = 50

const outcomeKeys = {
  created: 'import.outcomeCreated',
  changed: 'import.outcomeChanged',
  unchanged: 'import.outcomeUnchanged',
  refused: 'import.outcomeRefused',
} as const
const filterKeys = {
  created: 'import.filterCreated',
  changed: 'import.filterChanged',
  unchanged: 'import.filterUnchanged',
  refused: 'import.filterRefused',
} as const
const matchedKeys = {
  memberNumber: 'import.matchedNumber',
  nameAndEmail: 'import.matchedEmail',
  nameAndBirth: 'import.matchedBirth',
  nameAndBirthName: 'import.matchedBirthName',
  nameAndPhone: 'import.matchedPhone',
  nameAndAddress: 'import.matchedAddress',
  household: 'import.matchedHousehold',
  name: 'import.matchedName',
  chosen: 'import.matchedChosen',
} as const satisfies Record<Because, string>

/** What importing would do, line by line, old and new; nothing has been written. */
export function ImportPreview({
  preview,
  assistant,
}: {
  readonly preview: Preview
  readonly assistant: ImportAssistant
}) {
  const { t } = useWords()
  const { counts } = preview
  const [checking] = useState(preview.toCheck > 0)
  const [outcome, setOutcome] = useState<PreviewOutcome | 'toCheck' | 'all'>(
    counts.refused > 0 ? 'refused' : checking ? 'toCheck' : 'all',
  )
  const [page, setPage] = useState(1)
  const [leaveRefused, setLeaveRefused] = useState(false)
  const shown = useQuery({
    ...ask.exchange.previewLines.queryOptions({
      input: {
        preview: preview.preview,
        offset: (page - 1) * perPage,
        limit: perPage,
        ...(outcome === 'all' ? {} : { outcome }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const total = shown.data?.total ?? 0
  const willDo = counts.created + counts.changed
  return (
    <>
      <OutcomeCounts counts={counts} />
      {preview.toCheck > 0 && (
        <section className={classes.notice} role="status">
          {t('import.toCheck', { count: preview.toCheck })}
        </section>
      )}
      <SegmentedControl
        mb="md"
        aria-label={t('import.filter')}
        value={outcome}
        onChange={(value) => {
          setOutcome(value === 'toCheck' ? value : (outcomes.find((known) => known === value) ?? 'all'))
          setPage(1)
        }}
        data={[
          { value: 'all', label: t('import.all') },
          ...(checking ? [{ value: 'toCheck', label: t('import.filterToCheck') }] : []),
          ...outcomes.map((value) => ({ value, label: t(filterKeys[value]) })),
        ]}
      />
      {total === 0 ? (
        <Text>{t('import.noLines')}</Text>
      ) : (
        <Lines lines={shown.data?.lines ?? []} decide={assistant.decide} />
      )}
      {total > perPage && (
        <Pagination
          mt="md"
          total={Math.ceil(total / perPage)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${t('import.page')} (${control})` })}
          aria-label={t('import.page')}
        />
      )}
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
        <Button variant="subtle" onClick={assistant.backToColumns}>
          {t('import.backToColumns')}
        </Button>
      </div>
    </>
  )
}

const nothingKey = ({ refused, unchanged }: Preview['counts']) =>
  refused > 0 ? 'import.noneFit' : unchanged > 0 ? 'import.nothingToDo' : 'import.allLeft'

type Decide = (line: number, choice: LineChoice) => Promise<void>

function Lines({ lines, decide }: { readonly lines: readonly PreviewLine[]; readonly decide: Decide }) {
  const { t } = useWords()
  return (
    <Table className={classes.table} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="5rem">{t('import.line')}</Table.Th>
          <Table.Th w="16rem">{t('field.name')}</Table.Th>
          <Table.Th w="8rem">{t('import.outcome')}</Table.Th>
          <Table.Th>{t('import.change')}</Table.Th>
          <Table.Td w="13rem" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Line key={line.line} line={line} decide={decide} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Line({ line, decide }: { readonly line: PreviewLine; readonly decide: Decide }) {
  const words = useWords()
  const { t } = words
  // Once somebody has chosen, it is no longer to check.
  const problems = line.problems.filter(({ code }) => line.choice === undefined || code !== 'nameAlone')
  const nameOf = (field: string) => {
    const key = fieldKey(field)
    return t('record.field', { field: key === undefined ? field : t(key) })
  }
  return (
    <Table.Tr>
      <Table.Td>{line.line}</Table.Td>
      <Table.Td>
        {line.name}
        {line.matched && line.choice !== 'other' && (
          <Text size="xs" c="dimmed">
            {line.matched.name === line.name
              ? t('import.known', { why: t(matchedKeys[line.matched.because]) })
              : t('import.matched', { name: line.matched.name, why: t(matchedKeys[line.matched.because]) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{t(line.choice === 'leave' ? 'import.left' : outcomeKeys[line.outcome])}</Table.Td>
      <Table.Td>
        <ul className={classes.changes}>
          {line.outcome === 'changed' &&
            line.changes.map((change) => (
              <li key={change.field}>
                {nameOf(change.field)} {change.old !== '' && <span className={classes.old}>{change.old}</span>}{' '}
                {change.new}
              </li>
            ))}
          {line.about.length > 0 && <li>{line.about.join(' · ')}</li>}
          {problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of a line do not move
            <li key={index} className={classes.problem}>
              {warningWords(problem, words.language)}
            </li>
          ))}
        </ul>
      </Table.Td>
      <Table.Td>
        <Choices line={line} decide={decide} />
      </Table.Td>
    </Table.Tr>
  )
}

const choiceKeys = {
  other: ['import.other', 'import.otherOf'],
  leave: ['import.leave', 'import.leaveOf'],
  proposed: ['import.proposed', 'import.proposedOf'],
  update: ['import.update', 'import.updateOf'],
  fill: ['import.fill', 'import.fillOf'],
  record: ['import.record', 'import.recordOf'],
  asOne: ['import.asOne', 'import.asOneOf'],
} as const

/** What may be chosen for a line against what is proposed, or the way back. */
function Choices({ line, decide }: { readonly line: PreviewLine; readonly decide: Decide }) {
  const { t } = useWords()
  const someoneElse = line.matched !== undefined && line.matched.because !== 'memberNumber'
  const offered: readonly LineChoice[] =
    line.choice !== undefined
      ? ['proposed']
      : [...(someoneElse ? (['other'] as const) : []), ...(line.outcome === 'unchanged' ? [] : (['leave'] as const))]
  return (
    <div className={classes.choices}>
      {offered.map((choice) => (
        <Button
          key={choice}
          variant={line.toCheck && line.choice === undefined ? 'default' : 'subtle'}
          size="compact-sm"
          aria-label={t(choiceKeys[choice][1], { line: line.line, name: line.name })}
          onClick={() => void decide(line.line, choice)}
        >
          {t(choiceKeys[choice][0])}
        </Button>
      ))}
    </div>
  )
}
