import { Button, Select, Spoiler, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ColumnTarget, columnTargets, type Look } from '../../../core/exchange/exchange.requests.ts'
import { programNames } from '../../../core/exchange/program.rules.ts'
import { warningWords } from '../../../core/exchange/warning.rules.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'
import { ReadingOptions } from './ReadingOptions.tsx'
import { columnKeys, recognisedParts, targetGroups } from './target-words.ts'
import type { ImportAssistant } from './use-import.ts'

const becauseKeys = {
  header: 'import.becauseHeader',
  data: 'import.becauseData',
  remembered: 'import.becauseRemembered',
  none: 'import.becauseNone',
} as const

/** What may be read otherwise, by what the file is. */
const readingKey = ({ format, sheets }: Look) =>
  format === 'csv' ? 'import.readingText' : sheets.length > 1 ? 'import.readingSheet' : 'import.readingRows'

/** What was read of the file, and what each column becomes: recognised, and for the secretary to correct. */
export function ImportColumns({ look, assistant }: { readonly look: Look; readonly assistant: ImportAssistant }) {
  const words = useWords()
  const { t } = words
  const choices = targetGroups.map((group) => ({
    group: t(group.words),
    items: group.targets.map((target) => ({ value: target, label: t(columnKeys[target]) })),
  }))
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <>
      <Recognised look={look} mapping={assistant.mapping} />
      {look.warnings.length > 0 && <Remarks look={look} />}
      <Button
        className={classes.readingToggle}
        variant="subtle"
        size="compact-md"
        ml={-12}
        aria-expanded={opened}
        onClick={toggle}
      >
        {t(readingKey(look))}
      </Button>
      {opened && <ReadingOptions look={look} assistant={assistant} />}
      <Table className={`${classes.table} ${classes.columns}`} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.column')}</Table.Th>
            <Table.Th>{t('import.samples')}</Table.Th>
            <Table.Th w="18rem">{t('import.target')}</Table.Th>
            <Table.Th>{t('import.because')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.columns.map((column, index) => {
            const target = assistant.mapping[index] ?? column.target
            const header = column.header || t('import.noHeader')
            const chosen = target !== column.target
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of the file is its place
              <Table.Tr key={index}>
                <Table.Td fw={600}>{header}</Table.Td>
                <Table.Td>
                  <div className={classes.samples} title={column.samples.join('\n')}>
                    {column.samples.filter(Boolean).slice(0, 3).join(' · ')}
                  </div>
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t('import.targetOf', { column: header })}
                    data={choices}
                    value={target}
                    searchable
                    maxDropdownHeight={420}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(value) => {
                      const next = columnTargets.find((known) => known === value)
                      if (next) assistant.map(index, next)
                    }}
                  />
                </Table.Td>
                <Table.Td className={!chosen && column.because === 'none' ? classes.none : classes.because}>
                  {t(chosen ? 'import.becauseChosen' : becauseKeys[column.because])}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <div className={classes.foot}>
        <Button onClick={() => void assistant.compare()}>{t('import.preview')}</Button>
      </div>
    </>
  )
}

/** What was recognised, in one sentence, and how many columns are for the secretary to say. */
function Recognised({ look, mapping }: { readonly look: Look; readonly mapping: readonly ColumnTarget[] }) {
  const { t, locale } = useWords()
  const targets = look.columns.map(({ target }, at) => mapping[at] ?? target)
  const parts = recognisedParts(targets).map((key) => t(key))
  const unknown = targets.filter((target) => target === 'extra').length
  const said = new Intl.ListFormat(locale).format(parts)
  return (
    <div className={classes.recognised} role="status">
      {look.program !== undefined && `${t('import.program', { program: programNames[look.program] })}. `}
      {parts.length === 0
        ? t('import.nothingRecognised', { count: look.rows })
        : t('import.recognised', { count: look.rows, parts: said })}{' '}
      {unknown > 0 && t('import.toSay', { count: unknown })}
    </div>
  )
}

/** Lines of a remark that are named; the rest is counted. */
const linesNamed = 6

/** What was found odd, each once, with its lines. */
export function Remarks({ look }: { readonly look: Look }) {
  const words = useWords()
  const { t, number } = words
  const groups = Map.groupBy(look.warnings, ({ code, column, text }) => `${code}|${column ?? ''}|${text}`)
  return (
    <section className={classes.notice}>
      {t('import.notes', { count: groups.size })}
      <Spoiler maxHeight={84} showLabel="…" hideLabel="–">
        <ul className={classes.changes}>
          {[...groups.values()].slice(0, 100).map((group) => {
            const [first] = group
            if (first === undefined) return null
            const lines = group.map(({ line }) => line).filter((line) => line > 0)
            const named = lines.slice(0, linesNamed).map(number).join(', ')
            const rest = lines.length - linesNamed
            const told = rest > 0 ? t('import.andMore', { text: named, count: rest }) : named
            return (
              <li key={`${first.code}|${first.column ?? ''}|${first.text}`}>
                {warningWords(first, words.language)}
                {lines.length > 0 && ` (${filled(t, lines.length, told)})`}
              </li>
            )
          })}
        </ul>
      </Spoiler>
    </section>
  )
}

const filled = (t: ReturnType<typeof useWords>['t'], count: number, lines: string): string =>
  t(count === 1 ? 'import.oneLine' : 'import.severalLines', { lines })
