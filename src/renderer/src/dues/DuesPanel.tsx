import { Button, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { centsInWords } from '../../../core/kit/money.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Section } from '../people/RecordSection.tsx'
import { troubleOf } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Dues.module.css'
import { duesStateKeys } from './dues-words.ts'
import { PaymentTable } from './PaymentList.tsx'

type Said = { readonly year: number; readonly said: 'exempt' | 'owed'; readonly together?: boolean }

/** The ledger of a contact on its record: each year with its state, gaps included, and the payments. */
export function DuesPanel({ contact }: { readonly contact: Contact }) {
  const { t, language } = useWords()
  const [covering, setCovering] = useState(0)
  const { data } = useQuery(ask.dues.ofContact.queryOptions({ input: { contact: contact.id } }))
  const say = useOrder(
    ({ year, said, together = false }: Said) => client.dues.setDue({ contact: contact.id, year, said, together }),
    {
      done: (_answer, { said }) => t(said === 'exempt' ? 'dues.exempted' : 'dues.owed'),
      refused: (thrown) => {
        const found = troubleOf(thrown)
        const covers = found.kind === 'refused' && found.refusal.values.reason === 'coversOthers'
        // What holds for others too is asked where it is said.
        if (covers) setCovering(say.variables?.year ?? 0)
        return covers
      },
    },
  )
  // Where the association keeps no dues, the record says nothing of them.
  if (data === undefined || data.years.length === 0) return null
  const years = data.years.filter(({ state }) => state !== '').toReversed()
  return (
    <Section title={t('dues.panel')}>
      {years.length === 0 ? (
        <p className={classes.quiet}>{t('dues.panelNone')}</p>
      ) : (
        <Table verticalSpacing={4} maw="44rem">
          <Table.Tbody>
            {years.map(({ year, name, state, owed, paid, reason, coveredBy, closed }) => (
              <Table.Tr key={year}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  {state !== '' && t(duesStateKeys[state])}
                  <span className={classes.quiet}>
                    {coveredBy !== '' && ` ${t('dues.coveredBy', { name: coveredBy })}`} {reason}
                  </span>
                </Table.Td>
                <Table.Td className={classes.cents}>
                  {owed + paid === 0
                    ? ''
                    : t('dues.paidOf', { paid: centsInWords(paid, language), owed: centsInWords(owed, language) })}
                </Table.Td>
                <Table.Td align="right">
                  {!closed && !contact.trashed && (state === 'owes' || state === 'late' || state === 'notAsked') && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      disabled={say.isPending}
                      onClick={() => say.mutate({ year, said: 'exempt', together: covering === year })}
                    >
                      {t(covering === year ? 'dues.exemptTogether' : 'dues.exemptThis')}
                    </Button>
                  )}
                  {!closed && !contact.trashed && state === 'exempt' && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      disabled={say.isPending}
                      onClick={() => say.mutate({ year, said: 'owed' })}
                    >
                      {t('dues.oweThis')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {data.payments.length > 0 && <PaymentTable payments={data.payments} />}
    </Section>
  )
}
