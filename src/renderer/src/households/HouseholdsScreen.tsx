import { Button, CloseButton, Table, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import history from '../register/History.module.css'
import { useHome } from '../register/use-home.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { useCharacter } from '../ui/keys.ts'
import { fragmentOf, go } from '../ui/route.ts'
import { GrowingTable, nextPage, perPage } from './GrowingTable.tsx'
import classes from './Household.module.css'
import { NewHousehold } from './NewHousehold.tsx'

/** Every household: who is in it, the words on its envelope, where it lives; sought as one types. */
export function HouseholdsScreen() {
  const { t, language, country } = useWords()
  const home = useHome()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 80)
  const box = useRef<HTMLInputElement>(null)
  const asked = useInfiniteQuery(
    ask.households.list.infiniteOptions({
      input: (offset: number) => ({ search, language, offset, limit: perPage }),
      initialPageParam: 0,
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  )
  useCharacter('/', () => box.current?.focus())
  const [making, setMaking] = useState(false)
  const begin = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setMaking(false)
    begin.current?.focus()
  }
  const noneAtAll = asked.data?.pages[0]?.total === 0 && search === ''
  return (
    <GrowingTable
      title={t('screen.households')}
      sub={(total) => (total === undefined ? ' ' : t('households.count', { count: total }))}
      asked={asked}
      keys={[{ keys: '/', words: t('households.search') }]}
      more={t('households.more')}
      actions={
        <>
          <Button variant="default" onClick={() => go({ screen: 'quality', households: true })}>
            {t('households.propose')}
          </Button>
          <Button ref={begin} aria-expanded={making} onClick={() => setMaking(true)}>
            {t('households.new')}
          </Button>
        </>
      }
      above={making && <NewHousehold onLeave={leave} />}
      search={
        !noneAtAll && (
          <search>
            <TextInput
              ref={box}
              maw="26rem"
              mb="sm"
              aria-label={t('households.search')}
              placeholder={t('households.search')}
              leftSection={<Icon name="search" />}
              rightSection={
                typed === '' ? null : <CloseButton aria-label={t('people.clearSearch')} onClick={() => setTyped('')} />
              }
              value={typed}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </search>
        )
      }
      none={
        noneAtAll ? (
          <FirstStep title={t('households.empty')} text={t('households.emptyHelp')} />
        ) : (
          <FirstStep title={t('households.none')} text={t('people.nobodyFoundHelp')} />
        )
      }
      head={
        <>
          <Table.Th>{t('households.who')}</Table.Th>
          <Table.Th>{t('mail.envelope')}</Table.Th>
          <Table.Th>{t('field.city')}</Table.Th>
        </>
      }
      row={({ id, contacts, names, addressee, city, country: code }) => (
        <Table.Tr key={id}>
          <Table.Td className={classes.people}>
            {contacts.map((contact, at) => (
              <a
                key={contact}
                {...(at === 0 ? { 'data-row': '' } : {})}
                href={fragmentOf({ screen: 'record', id: contact, editing: false })}
              >
                {names[at]}
              </a>
            ))}
          </Table.Td>
          <Table.Td className={classes.lines}>
            {addressee.length === 0 ? (
              <span className={history.quiet}>{t('households.nobodyWritten')}</span>
            ) : (
              addressee.join('\n')
            )}
          </Table.Td>
          <Table.Td>{[city, code === home || code === '' ? '' : country(code)].filter(Boolean).join(', ')}</Table.Td>
        </Table.Tr>
      )}
    />
  )
}
