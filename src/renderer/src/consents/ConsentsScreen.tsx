import { Button, NumberInput, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Progress } from '../../../core/kit/request.ts'
import type { RetentionProposal } from '../../../core/people/consents/consents.requests.ts'
import { publicationMedia } from '../../../core/people/consents/consents.rules.ts'
import { dayInWords, isInCalendar } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { statusKeys } from '../people/status-words.ts'
import { fetchPaper, saveFile } from '../ui/fetch-paper.ts'
import { useHeldFocus } from '../ui/held-focus.ts'
import { fragmentOf } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { useOrder, useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { Waiting } from '../ui/Waiting.tsx'
import classes from './Consents.module.css'
import { mediumKeys, publishedFieldKeys, sourceKeys } from './consent-words.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { PublicationChoice } from './PublicationChoice.tsx'

/** What the association publishes of those who said nothing, who objected since, and whom it should forget. */
export function ConsentsScreen() {
  const { t } = useWords()
  return (
    <ScreenFrame title={t('screen.consents')} sub={t('consent.lead')}>
      <section className={classes.part}>
        <Title order={2}>{t('consent.defaults')}</Title>
        <Text c="dimmed">{t('consent.defaultsHelp')}</Text>
        <div className={classes.choices}>
          {publicationMedia.map((medium) => (
            <PublicationChoice key={medium} medium={medium} label={mediumKeys[medium]} />
          ))}
        </div>
      </section>
      <Oppositions />
      <Retention />
    </ScreenFrame>
  )
}

/** The day of the latest edition is asked once, and proposed again on this computer. */
const remembered = 'amicale-oppositions-since'

async function onPaper(since: string, { signal }: { readonly signal: AbortSignal }) {
  async function* steps(): AsyncGenerator<Progress, { readonly name: string; readonly file: Blob }, void> {
    const paper = yield* await client.consents.printOppositions({ since }, { signal })
    const file = yield* fetchPaper(paper, signal)
    return { name: paper.name, file }
  }
  return steps()
}

function Oppositions() {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const [typed, setTyped] = useState(() => window.localStorage.getItem(remembered) ?? '')
  const { running, run } = useWork(onPaper)
  const print = async () => {
    try {
      const { name, file } = await run(since)
      saveFile(name, file)
      notifications.show({ message: t('directory.saved', { name }) })
    } catch (thrown) {
      note(thrown)
    }
  }
  const since = typed.length === 10 && isInCalendar(typed) ? typed : ''
  const asked = useQuery({
    ...ask.consents.oppositions.queryOptions({ input: { since } }),
    placeholderData: keepPreviousData,
  })
  const oppositions = asked.data?.oppositions
  return (
    <section className={classes.part} aria-label={t('consent.oppositions')} aria-busy={asked.isPlaceholderData}>
      <Title order={2}>{t('consent.oppositions')}</Title>
      <Text c="dimmed">{t('consent.oppositionsHelp')}</Text>
      <div className={classes.how}>
        <DayInput
          w="22rem"
          label={t('consent.since')}
          description={t('consent.sinceHelp')}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            if (value === '' || isInCalendar(value)) window.localStorage.setItem(remembered, value)
          }}
        />
        {oppositions !== undefined && oppositions.length > 0 && (
          <Button variant="default" loading={running !== undefined} onClick={() => void print()}>
            {t('consent.print')}
          </Button>
        )}
      </div>
      {oppositions === undefined ? (
        <Waiting trouble={asked.error} />
      ) : oppositions.length === 0 ? (
        <Text>{t(since === '' ? 'consent.noOppositionEver' : 'consent.noOpposition')}</Text>
      ) : (
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('consent.who')}</Table.Th>
              <Table.Th>{t('consent.where')}</Table.Th>
              <Table.Th>{t('consent.what')}</Table.Th>
              <Table.Th>{t('consent.when')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {oppositions.map(({ id, displayName, medium, whole, fields, day, source }) => (
              <Table.Tr key={`${id} ${medium}`}>
                <Table.Td>
                  <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>
                </Table.Td>
                <Table.Td>{t(mediumKeys[medium])}</Table.Td>
                <Table.Td>
                  {whole
                    ? t('consent.whole')
                    : t('consent.partly', {
                        fields: fields.map((field) => t(publishedFieldKeys[field]).toLowerCase()).join(', '),
                      })}
                </Table.Td>
                <Table.Td className={classes.quiet}>
                  {dayInWords(day, language)}, {t(sourceKeys[source])}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}

const eraseKeys = {
  emails: 'consent.erase.emails',
  phones: 'consent.erase.phones',
  addresses: 'consent.erase.addresses',
  notes: 'consent.erase.notes',
  birth: 'consent.erase.birth',
  extras: 'consent.erase.extras',
  photo: 'consent.erase.photo',
} as const satisfies Record<keyof RetentionProposal['erased'], string>

function Retention() {
  const { t, language } = useWords()
  const held = useHeldFocus<HTMLElement>()
  const [months, setMonths] = useState(12)
  const asked = useQuery({
    ...ask.consents.retention.queryOptions({ input: { months } }),
    placeholderData: keepPreviousData,
  })
  const proposals = asked.data?.proposals
  const [erasing, setErasing] = useState<readonly number[]>()
  // Without a day of departure nothing says that the time has come: those are erased one by one.
  const due = proposals?.filter(({ left }) => left !== '').map(({ id }) => id) ?? []
  const agree = useOrder(
    (id: number) =>
      client.consents.record({ contacts: [id], answers: [{ medium: 'register', field: 'keep', value: 'yes' }] }),
    { done: () => t('consent.recorded') },
  )
  return (
    <section
      ref={held}
      className={classes.part}
      aria-label={t('consent.retention')}
      aria-busy={asked.isPlaceholderData}
    >
      <Title order={2}>{t('consent.retention')}</Title>
      <Text c="dimmed">{t('consent.retentionHelp')}</Text>
      <div className={classes.how}>
        <NumberInput
          w="16rem"
          label={t('consent.months')}
          min={0}
          max={600}
          allowDecimal={false}
          value={months}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 0 && value <= 600) setMonths(Math.round(value))
          }}
        />
        {due.length > 1 && due.length <= 2000 && !asked.isPlaceholderData && (
          <Button variant="default" onClick={() => setErasing(due)}>
            {t('erase.openAll', { count: due.length })}
          </Button>
        )}
      </div>
      {erasing !== undefined && <EraseDialog contacts={erasing} onClose={() => setErasing(undefined)} />}
      {proposals === undefined ? (
        <Waiting trouble={asked.error} />
      ) : proposals.length === 0 ? (
        <Text>{t('consent.noRetention')}</Text>
      ) : (
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('consent.who')}</Table.Th>
              <Table.Th>{t('consent.left')}</Table.Th>
              <Table.Th>{t('consent.wouldErase')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proposals.map(({ id, displayName, status, left, refused, erased }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a>{' '}
                  <span className={classes.quiet}>
                    {t(statusKeys[status]).toLowerCase()}
                    {refused && `, ${t('consent.refusedKeeping')}`}
                  </span>
                </Table.Td>
                <Table.Td>
                  {left === '' ? <Departure id={id} name={displayName} /> : dayInWords(left, language)}
                </Table.Td>
                <Table.Td>
                  {(Object.keys(eraseKeys) as (keyof typeof eraseKeys)[])
                    .filter((kind) => erased[kind] > 0)
                    .map((kind) => t(eraseKeys[kind], { count: erased[kind] }))
                    .join(', ')}
                </Table.Td>
                <Table.Td>
                  <div className={classes.offers}>
                    <Button
                      variant="subtle"
                      size="compact-md"
                      loading={agree.isPending}
                      onClick={() => agree.mutate(id)}
                    >
                      {t('consent.agreed')}
                    </Button>
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-md"
                      aria-label={t('erase.openOf', { name: displayName })}
                      onClick={() => setErasing([id])}
                    >
                      {t('erase.open')}
                    </Button>
                  </div>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}

/** A departure nobody dated cannot be counted from: its day, or its year, is given here. */
function Departure({ id, name }: { readonly id: number; readonly name: string }) {
  const { t } = useWords()
  const [day, setDay] = useState('')
  const known = day !== '' && isInCalendar(day)
  const give = useOrder(
    async (value: string) => {
      const { revision } = await client.people.read({ id })
      return client.quality.fix({ contact: id, revision, changes: [{ field: 'left', value }] })
    },
    { done: () => t('consent.leftGiven', { name }) },
  )
  return (
    <form
      className={classes.departure}
      onSubmit={(event) => {
        event.preventDefault()
        if (known) give.mutate(day)
      }}
    >
      <DayInput
        size="sm"
        w="8.5rem"
        aria-label={t('consent.leftOf', { name })}
        title={t('consent.leftUnknown')}
        value={day}
        onChange={setDay}
      />
      {day !== '' && (
        <Button type="submit" size="compact-md" variant="default" disabled={!known} loading={give.isPending}>
          {t('consent.giveLeft')}
        </Button>
      )}
    </form>
  )
}
