import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { centsInWords } from '../../../core/kit/money.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import type { PanelProps } from '../people/RecordPanels.tsx'
import { Section } from '../people/RecordSection.tsx'
import classes from './Dues.module.css'
import { modeKeys } from './dues-words.ts'

/** The receipts of a contact, and the payments and deposits each stands on. */
export function ReceiptsPanel({ contact: { id: contact } }: PanelProps) {
  const { t, language } = useWords()
  const { receipts = [] } = useQuery(ask.receipts.ofContact.queryOptions({ input: { contact } })).data ?? {}
  if (receipts.length === 0) return null
  return (
    <Section title={t('receipts.panel')}>
      <Table verticalSpacing={4} maw="44rem">
        <Table.Tbody>
          {receipts.map(({ id, number, issuedOn, cents, cancelledOn, cancelReason, parts }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {number}
                {cancelledOn !== '' && (
                  <span className={classes.quiet}> {t('receipts.cancelled', { reason: cancelReason })}</span>
                )}
              </Table.Td>
              <Table.Td>{dayInWords(issuedOn, language)}</Table.Td>
              <Table.Td className={classes.cents}>{centsInWords(cents, language)}</Table.Td>
              <Table.Td className={classes.quiet}>
                {parts.map(({ line, fiscalOn, mode, reference, deposit }) => (
                  <div key={line}>
                    {[
                      dayInWords(fiscalOn, language),
                      t(modeKeys[mode]),
                      reference,
                      ...(deposit === '' ? [] : [t('receipts.deposit', { number: deposit })]),
                    ]
                      .filter((text) => text !== '')
                      .join(', ')}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
