import { Table, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { periodInWords } from '../../../core/people/day.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Groups.module.css'

const shown = 200

/** Who stayed in a House in a year. */
export function HouseStays({ house }: { readonly house: number }) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState('')
  const year = /^\d{4}$/.test(typed) ? typed : ''
  const asked = useQuery({
    ...ask.groups.stays.queryOptions({ input: { house, year, limit: shown } }),
    placeholderData: keepPreviousData,
  })
  const { stays, total = 0 } = asked.data ?? {}
  return (
    <section className={classes.part} aria-label={t('groups.stays')}>
      <Title order={3}>{t('groups.stays')}</Title>
      <div className={classes.row}>
        <TextInput
          w="8rem"
          label={t('groups.year')}
          inputMode="numeric"
          maxLength={4}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {stays === undefined ? (
        <Waiting trouble={asked.error} />
      ) : stays.length === 0 ? (
        <p className={classes.quiet}>{t('groups.nobody')}</p>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {stays.map(({ id, displayName, since, until, room, programme }) => (
              <Table.Tr key={`${id} ${since} ${room}`}>
                <Table.Td>
                  <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
                </Table.Td>
                <Table.Td className={classes.quiet}>{periodInWords(since, until, language)}</Table.Td>
                <Table.Td className={classes.quiet}>
                  {[room && t('groups.room', { room }), programme].filter(Boolean).join(', ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {total > shown && <p className={classes.quiet}>{t('groups.more', { count: total - shown })}</p>}
    </section>
  )
}
