import { Select, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Wish } from '../../../core/letters/letters.requests.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import type { PanelProps } from '../people/RecordPanels.tsx'
import { Section } from '../people/RecordSection.tsx'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Letters.module.css'
import { kindKeys } from './LettersScreen.tsx'

const channelKeys = {
  post: 'letters.channel.post',
  email: 'letters.channel.email',
  board: 'letters.channel.board',
} as const

/** What somebody was sent, and how they want to be written to. */
export function LettersPanel({ contact: { id: contact } }: PanelProps) {
  const { t, language } = useWords()
  const { data } = useQuery(ask.letters.ofContact.queryOptions({ input: { contact } }))
  const prefer = useOrder((channel: Wish | '') => client.letters.prefer({ contact, channel }), {
    done: () => t('letters.preferred'),
  })
  if (data === undefined) return null
  return (
    <Section title={t('letters.panel')}>
      <Select
        label={t('letters.prefers')}
        maw="16rem"
        data={[
          { value: 'asRun', label: t('letters.prefers.asRun') },
          { value: 'post', label: t('letters.prefers.post') },
          { value: 'email', label: t('letters.prefers.email') },
          { value: 'nothing', label: t('letters.prefers.nothing') },
        ]}
        value={data.channel === '' ? 'asRun' : data.channel}
        allowDeselect={false}
        disabled={prefer.isPending}
        onChange={(value) => prefer.mutate(value === null || value === 'asRun' ? '' : (value as Wish))}
      />
      {data.letters.length > 0 && (
        <Table mt="sm">
          <Table.Tbody>
            {data.letters.map(({ id, day, kind, subject, yearName, channel }) => (
              <Table.Tr key={id}>
                <Table.Td>{dayInWords(day, language)}</Table.Td>
                <Table.Td>
                  {subject || t(kindKeys[kind])} <span className={classes.quiet}>{yearName}</span>
                </Table.Td>
                <Table.Td className={classes.quiet}>{t(channelKeys[channel])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
