import { SegmentedControl, Select, Table, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { periodInWords } from '../../../core/people/day.rules.ts'
import { supportSubjects } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useLanguageNames, useLanguages } from '../people/SupportFields.tsx'
import { supportSubjectKeys } from '../people/status-words.ts'
import { fragmentOf } from '../ui/route.ts'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Groups.module.css'

const shown = 200

/** Who offers what to others, and who asks. */
export function SupportBoard() {
  const { t, language, country } = useWords()
  const [way, setWay] = useState<'offers' | 'asks'>()
  const [subject, setSubject] = useState<(typeof supportSubjects)[number]>()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 150)
  const [code, setCode] = useState('')
  const languages = useLanguages()
  const languageName = useLanguageNames()
  const asked = useQuery({
    ...ask.groups.support.queryOptions({
      input: {
        words,
        language: code,
        limit: shown,
        ...(way === undefined ? {} : { way }),
        ...(subject === undefined ? {} : { subject }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const { supports, total = 0 } = asked.data ?? {}
  return (
    <section className={classes.part} aria-label={t('groups.tabSupport')}>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t('support.way')}
          value={way ?? ''}
          onChange={(value) => setWay(value === 'offers' || value === 'asks' ? value : undefined)}
          data={[
            { value: '', label: t('support.any') },
            { value: 'offers', label: t('support.offers') },
            { value: 'asks', label: t('support.asks') },
          ]}
        />
        <Select
          label={t('support.subject')}
          placeholder={t('support.any')}
          clearable
          data={supportSubjects.map((value) => ({ value, label: t(supportSubjectKeys[value]) }))}
          value={subject ?? null}
          onChange={(value) => setSubject(supportSubjects.find((known) => known === value))}
        />
        <TextInput
          label={t('support.words')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          w="12rem"
          label={t('support.language')}
          placeholder={t('support.any')}
          data={languages}
          searchable
          clearable
          value={code === '' ? null : code}
          onChange={(value) => setCode(value ?? '')}
        />
      </div>
      {supports === undefined ? (
        <Waiting trouble={asked.error} />
      ) : supports.length === 0 ? (
        <p className={classes.quiet}>{t('support.nobody')}</p>
      ) : (
        <>
          <p className={classes.quiet} role="status">
            {t('support.found', { count: total })}
          </p>
          <Table verticalSpacing="xs">
            <Table.Tbody>
              {supports.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: somebody may offer the same thing twice, and the list does not move
                <Table.Tr key={`${line.id} ${index}`}>
                  <Table.Td>
                    <a href={fragmentOf({ screen: 'record', id: line.id, editing: false })}>{line.displayName}</a>
                    <div className={classes.quiet}>
                      {[line.city, line.country && country(line.country)].filter(Boolean).join(', ')}
                    </div>
                  </Table.Td>
                  <Table.Td className={classes.quiet}>
                    {t(line.way === 'offers' ? 'support.offers' : 'support.asks')}
                  </Table.Td>
                  <Table.Td>
                    {[t(supportSubjectKeys[line.subject]), line.field].filter(Boolean).join(', ')}
                    {line.notes !== '' && <div className={classes.quiet}>{line.notes}</div>}
                  </Table.Td>
                  <Table.Td className={classes.quiet}>
                    {[
                      line.languages.map((spoken) => languageName(spoken)).join(', '),
                      periodInWords('', line.until, language),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </section>
  )
}
