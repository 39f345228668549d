import { Button, Select, Spoiler, Table } from '@mantine/core'
import type { Look } from '../../../core/exchange/exchange.requests.ts'
import { columnTargets } from '../../../core/exchange/exchange.requests.ts'
import { warningWords } from '../../../core/exchange/warning.rules.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Import.module.css'
import { ReadingOptions } from './ReadingOptions.tsx'
import { columnKeys, targetGroups } from './target-words.ts'
import type { ImportAssistant } from './use-import.ts'

const becauseKeys = {
  header: 'import.becauseHeader',
  data: 'import.becauseData',
  remembered: 'import.becauseRemembered',
  none: 'import.becauseNone',
} as const

/** What was read of the file, and what each column becomes: recognised, and for the secretary to correct. */
export function ImportColumns({ look, assistant }: { readonly look: Look; readonly assistant: ImportAssistant }) {
  const words = useWords()
  const { t } = words
  const choices = targetGroups.map((group) => ({
    group: t(group.words),
    items: group.targets.map((target) => ({ value: target, label: t(columnKeys[target]) })),
  }))
  return (
    <>
      <ReadingOptions look={look} assistant={assistant} />
      {look.warnings.length > 0 && <Remarks look={look} />}
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

function Remarks({ look }: { readonly look: Look }) {
  const words = useWords()
  const { t } = words
  return (
    <section className={classes.notice}>
      {t('import.notes', { count: look.warnings.length })}
      <Spoiler maxHeight={84} showLabel="…" hideLabel="–">
        <ul className={classes.changes}>
          {look.warnings.map((warning, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the remarks do not move
            <li key={index}>
              {warning.line > 0 && `${t('warning.atLine', { line: warning.line })} · `}
              {warningWords(warning, words.language)}
            </li>
          ))}
        </ul>
      </Spoiler>
    </section>
  )
}
