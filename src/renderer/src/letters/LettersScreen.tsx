import { Radio, Stack, Table, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { dayInWords } from '../../../core/people/day.rules.ts'
import type { ContactFilter } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { everybody, narrowed, useListMemory } from '../people/list-memory.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Labels } from './Labels.tsx'
import { LetterheadForm } from './LetterheadForm.tsx'
import classes from './Letters.module.css'
import { WriteLetter } from './WriteLetter.tsx'

/** Post: letters to write, labels and envelopes, the paper letters are on, what was sent. */
export function LettersScreen() {
  const { t } = useWords()
  return (
    <ScreenFrame title={t('screen.letters')} sub={t('letters.lead')}>
      <Tabs defaultValue="write" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="write">{t('letters.tabWrite')}</Tabs.Tab>
          <Tabs.Tab value="labels">{t('labels.tab')}</Tabs.Tab>
          <Tabs.Tab value="head">{t('letters.tabHead')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('letters.tabLog')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write">
          <ForWhom>{(filter) => <WriteLetter filter={filter} />}</ForWhom>
        </Tabs.Panel>
        <Tabs.Panel value="labels">
          <ForWhom>{(filter) => <Labels filter={filter} />}</ForWhom>
        </Tabs.Panel>
        <Tabs.Panel value="head">
          <LetterheadForm />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <Log />
        </Tabs.Panel>
      </Tabs>
    </ScreenFrame>
  )
}

/** Everybody, or those the list lets through. */
function ForWhom({ children }: { readonly children: (filter: ContactFilter) => ReactNode }) {
  const { t } = useWords()
  const { filter } = useListMemory()
  const [whole, setWhole] = useState(!narrowed(filter))
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('letters.who')}
        value={whole ? 'all' : 'list'}
        onChange={(value) => setWhole(value === 'all')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('letters.everybody')} />
          <Radio value="list" label={t('letters.filtered')} disabled={!narrowed(filter)} />
        </Stack>
      </Radio.Group>
      {children(whole ? everybody : filter)}
    </Stack>
  )
}

export const kindKeys = {
  letter: 'letters.kind.letter',
  reminder: 'letters.kind.reminder',
  receipt: 'letters.kind.receipt',
  labels: 'letters.kind.labels',
} as const

function Log() {
  const { t, language } = useWords()
  const { mailings } = useQuery(ask.letters.mailings.queryOptions({ input: { limit: 200 } })).data ?? {}
  if (mailings === undefined) return null
  if (mailings.length === 0) return <p className={classes.quiet}>{t('letters.none')}</p>
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('letters.day')}</Table.Th>
          <Table.Th>{t('letters.what')}</Table.Th>
          <Table.Th>{t('letters.how')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mailings.map(({ id, day, kind, subject, yearName, post, email }) => (
          <Table.Tr key={id}>
            <Table.Td>{dayInWords(day, language)}</Table.Td>
            <Table.Td>
              {subject || t(kindKeys[kind])}
              {kind !== 'letter' && (
                <span className={classes.quiet}>
                  {' '}
                  – {t(kindKeys[kind])} {yearName}
                </span>
              )}
            </Table.Td>
            <Table.Td>
              {[
                ...(post > 0 ? [t('letters.byPost', { count: post })] : []),
                ...(email > 0 ? [t('letters.byEmail', { count: email })] : []),
              ].join(', ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
