import { Button, Menu, Table, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Because, LineChoice, PreviewChange, PreviewLine } from '../../../core/exchange/exchange.requests.ts'
import { warningWords } from '../../../core/exchange/warning.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { useShownPhone } from '../people/use-shown-phone.ts'
import { doer } from '../register/act-words.ts'
import { ChooseRecord } from './ChooseRecord.tsx'
import classes from './Import.module.css'
import { useFieldWords } from './target-words.ts'

const outcomeKeys = {
  created: 'import.outcomeCreated',
  changed: 'import.outcomeChanged',
  unchanged: 'import.outcomeUnchanged',
  refused: 'import.outcomeRefused',
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

export type Decide = (line: PreviewLine, choice: LineChoice, record?: number) => Promise<void>

/** The arrows go from line to line, to the control at the same place. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = (event.target as HTMLElement).closest('tr')
  if (row === null) return
  const controls = (of: Element) => [...of.querySelectorAll<HTMLElement>('button')]
  const at = controls(row).indexOf(event.target as HTMLElement)
  let next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  while (next !== null && controls(next).length === 0)
    next = event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling
  if (next === null || at < 0) return
  event.preventDefault()
  const there = controls(next)
  there[Math.min(at, there.length - 1)]?.focus()
}

/** The lines of a list, each with the record it is about, why, what would change, and what may be chosen instead. */
export function PreviewLines({ lines, decide }: { readonly lines: readonly PreviewLine[]; readonly decide: Decide }) {
  const { t } = useWords()
  const [choosing, setChoosing] = useState<PreviewLine>()
  return (
    <>
      <Table className={classes.table} verticalSpacing="xs" onKeyDown={walk}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.lineNumber}>{t('import.line')}</Table.Th>
            <Table.Th className={classes.lineName}>{t('field.name')}</Table.Th>
            <Table.Th className={classes.lineOutcome}>{t('import.outcome')}</Table.Th>
            <Table.Th>{t('import.change')}</Table.Th>
            <Table.Td className={classes.lineChoices} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line
              key={`${line.line}-${line.part ?? 1}`}
              line={line}
              decide={decide}
              onRecord={() => setChoosing(line)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {choosing && (
        <ChooseRecord
          line={choosing}
          onClose={() => setChoosing(undefined)}
          onChoose={(record) => {
            setChoosing(undefined)
            void decide(choosing, 'record', record)
          }}
        />
      )}
    </>
  )
}

type LineProps = { readonly line: PreviewLine; readonly decide: Decide; readonly onRecord: () => void }

function Line({ line, decide, onRecord }: LineProps) {
  const words = useWords()
  const { t } = words
  const nameOf = useFieldWords()
  const shown = useShownPhone()
  // Once somebody has chosen, it is no longer to check.
  const problems = line.problems.filter(({ code }) => line.choice === undefined || code !== 'nameAlone')
  return (
    <Table.Tr className={line.choice === 'leave' ? classes.leftField : undefined}>
      <Table.Td>{line.line}</Table.Td>
      <Table.Td>
        {line.name}
        <Who line={line} />
      </Table.Td>
      <Table.Td>{t(line.choice === 'leave' ? 'import.left' : outcomeKeys[line.outcome])}</Table.Td>
      <Table.Td>
        <ul className={classes.changes}>
          {line.outcome !== 'created' &&
            line.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the changes of a line do not move
              <li key={index} className={change.left ? classes.leftField : undefined}>
                {t('record.field', { field: nameOf(change.field) })} <ChangeWords change={change} />
              </li>
            ))}
          {line.about.length > 0 && <li>{line.about.map(shown).join(' · ')}</li>}
          {problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of a line do not move
            <li key={index} className={classes.problem}>
              {warningWords(problem, words.language)}
            </li>
          ))}
        </ul>
      </Table.Td>
      <Table.Td>
        <Choices line={line} decide={decide} onRecord={onRecord} />
      </Table.Td>
    </Table.Tr>
  )
}

/** Old and new, or why what stands there stays. */
function ChangeWords({ change }: { readonly change: PreviewChange }) {
  const words = useWords()
  const { t } = words
  const shown = useShownPhone()
  const { left, corrected } = change
  if (left && corrected !== undefined)
    return (
      <>
        {change.old === '' ? t('import.change.removed') : shown(change.old)}{' '}
        {t('import.change.kept', {
          by: doer(corrected.by, words),
          at: words.since(corrected.at),
          value: shown(change.new),
        })}
      </>
    )
  return (
    <>
      {change.old !== '' && <span className={left ? undefined : classes.old}>{shown(change.old)}</span>}{' '}
      {left ? `(${t('record.field', { field: t('import.change.left') })} ${shown(change.new)})` : shown(change.new)}
    </>
  )
}

/** Which record the line is about and why, which others it could be, and who shares a household with it. */
function Who({ line: { name, matched, candidates, choice, coupleWith } }: { readonly line: PreviewLine }) {
  const { t } = useWords()
  const known = choice === 'other' || choice === 'asOne' ? undefined : matched
  return (
    <Text size="xs" c="dimmed" component="div">
      {known && (
        <div>
          {known.name === name
            ? t('import.known', { why: t(matchedKeys[known.because]) })
            : t('import.matched', { name: known.name, why: t(matchedKeys[known.because]) })}
        </div>
      )}
      {candidates !== undefined && choice !== 'record' && (
        <div>
          {t('import.candidates')}{' '}
          {candidates.map((one) => [one.name, ...one.about.slice(0, 2)].join(', ')).join(' ; ')}
        </div>
      )}
      {coupleWith !== undefined && choice !== 'asOne' && <div>{t('import.coupleWith', { name: coupleWith })}</div>}
    </Text>
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
} as const satisfies Record<LineChoice, readonly [string, string]>

/** What may be chosen for a line against what is proposed, or the way back. */
function Choices({ line, decide, onRecord }: LineProps) {
  const { t } = useWords()
  const numbered = line.matched?.because === 'memberNumber'
  const said = { line: line.line, name: line.name }
  const first: readonly LineChoice[] =
    line.choice !== undefined
      ? ['proposed']
      : [
          ...(line.matched !== undefined && !numbered ? (['other'] as const) : []),
          ...(line.outcome === 'unchanged' ? [] : (['leave'] as const)),
        ]
  const further: readonly LineChoice[] =
    line.choice !== undefined || line.outcome === 'refused'
      ? []
      : [
          ...(line.changes.length > 0 ? (['update', 'fill'] as const) : []),
          ...(numbered ? [] : (['record'] as const)),
          ...(line.coupleWith === undefined ? [] : (['asOne'] as const)),
          ...(line.outcome === 'unchanged' ? (['leave'] as const) : []),
        ]
  const choose = (choice: LineChoice) => (choice === 'record' ? onRecord() : void decide(line, choice))
  return (
    <div className={classes.choices}>
      {first.map((choice) => (
        <Button
          key={choice}
          variant={line.toCheck && line.choice === undefined ? 'default' : 'subtle'}
          size="compact-sm"
          aria-label={t(choiceKeys[choice][1], said)}
          onClick={() => choose(choice)}
        >
          {t(choiceKeys[choice][0])}
        </Button>
      ))}
      {further.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" aria-label={t('import.moreOf', said)}>
              {t('import.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {further.map((choice) => (
              <Menu.Item key={choice} onClick={() => choose(choice)}>
                {t(choiceKeys[choice][0])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
