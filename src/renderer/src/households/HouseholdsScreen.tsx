import { Button, CloseButton, Table, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useRef, useState } from 'react'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { BackToList } from '../people/BackToList.tsx'
import history from '../register/History.module.css'
import { useHome } from '../register/use-home.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { useCharacter, useKeyWords } from '../ui/keys.ts'
import { fragmentOf } from '../ui/route.ts'
import { moveAmongRows } from '../ui/row-keys.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Household.module.css'

const perPage = 100

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
      getNextPageParam: ({ total }, pages) => (pages.length * perPage < total ? pages.length * perPage : undefined),
      placeholderData: keepPreviousData,
    }),
  )
  useCharacter('/', () => box.current?.focus())
  useKeyWords([
    { keys: '/', words: t('households.search') },
    { keys: '↑ ↓', words: t('keys.move') },
    { keys: t('keys.enter'), words: t('keys.openRecord') },
  ])
  const total = asked.data?.pages[0]?.total
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <ScreenFrame
      title={t('screen.households')}
      above={<BackToList />}
      sub={<span role="status">{total === undefined ? ' ' : t('households.count', { count: total })}</span>}
    >
      {total === undefined ? (
        <Waiting trouble={asked.error} />
      ) : total === 0 && search === '' ? (
        <FirstStep title={t('households.empty')} text={t('households.emptyHelp')} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus among what takes it
        <div onKeyDown={moveAmongRows}>
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
          {rows.length === 0 ? (
            <FirstStep title={t('households.none')} text={t('people.nobodyFoundHelp')} />
          ) : (
            <Table className={history.table} verticalSpacing="sm" aria-label={t('screen.households')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('households.who')}</Table.Th>
                  <Table.Th>{t('mail.envelope')}</Table.Th>
                  <Table.Th>{t('field.city')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ id, contacts, names, addressee, city, country: code }) => (
                  <Table.Tr key={id}>
                    <Table.Td className={classes.people}>
                      {contacts.map((contact, at) => (
                        <Fragment key={contact}>
                          <a
                            {...(at === 0 ? { 'data-row': '' } : {})}
                            href={fragmentOf({ screen: 'record', id: contact, editing: false })}
                          >
                            {names[at]}
                          </a>
                        </Fragment>
                      ))}
                    </Table.Td>
                    <Table.Td className={classes.lines}>
                      {addressee.length === 0 ? (
                        <span className={history.quiet}>{t('households.nobodyWritten')}</span>
                      ) : (
                        addressee.join('\n')
                      )}
                    </Table.Td>
                    <Table.Td>
                      {[city, code === home || code === '' ? '' : country(code)].filter(Boolean).join(', ')}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          {asked.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {t('households.more')}
            </Button>
          )}
        </div>
      )}
    </ScreenFrame>
  )
}
