import { Button, Checkbox, Select, Table, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  asksSource,
  type ConsentAnswer,
  type ConsentSource,
  consentSources,
  modeAnswers,
  type PublicationMedium,
  type PublicationMode,
  type PublishedField,
  publicationBases,
  publicationMedia,
  publicationModes,
  publishedFields,
} from '../../../core/people/consents/consents.rules.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { ask, client, type OfficeClient } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import type { PanelProps } from '../people/RecordPanels.tsx'
import { Section } from '../people/RecordSection.tsx'
import { go } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Consents.module.css'
import { basisKeys, groundWords, mediumKeys, modeKeys, publishedFieldKeys, sourceKeys } from './consent-words.ts'
import { EraseDialog } from './EraseDialog.tsx'

type Consents = Awaited<ReturnType<OfficeClient['consents']['of']>>
type Said = Pick<ConsentAnswer, 'medium' | 'field' | 'value'>
type Basis = (typeof publicationBases)[number]
/** Where an answer comes from; the source is empty as long as nobody said it. */
type How = { readonly day: string; readonly source: ConsentSource | ''; readonly basis: Basis; readonly proof: string }
/** An answer on its way: a quick mode of a medium, or one word about a field. */
type Wish = { readonly medium: PublicationMedium; readonly mode: PublicationMode } | Said

/**
 * What a person lets be published: three modes a medium in one click, then field by field. A yes says first where it comes
 * from, and on what it rests; a refusal is kept at once.
 */
export function ConsentPanel({ contact }: PanelProps) {
  const { t } = useWords()
  const [detailed, setDetailed] = useState(false)
  const [how, setHow] = useState<How>({ day: '', source: '', basis: 'consent', proof: '' })
  const [waiting, setWaiting] = useState<Wish>()
  const from = useRef<Element>(null)
  const { data } = useQuery(ask.consents.of.queryOptions({ input: { contact: contact.id } }))
  const contacts = [contact.id]
  const given = { day: how.day, source: how.source === '' ? 'other' : how.source, proof: how.proof } as const
  const record = useOrder(
    (wish: Wish) => {
      if ('mode' in wish)
        return client.consents.mode({ contacts, media: [wish.medium], mode: wish.mode, basis: how.basis, ...given })
      const answer = wish.value === 'yes' ? { ...wish, basis: how.basis } : wish
      return client.consents.record({ contacts, answers: [answer], ...given })
    },
    { done: () => t('consent.recorded') },
  )
  const oppose = useOrder(() => client.consents.oppose({ contact: contact.id, ...given }), {
    done: () => t('consent.opposed'),
  })
  if (data === undefined) return null
  if (contact.trashed) return <ErasePanel contact={contact} />
  const wish = (wished: Wish) => {
    const answers = 'mode' in wished ? modeAnswers(wished.mode) : [wished]
    if (how.source === '' && asksSource(answers)) {
      from.current = document.activeElement
      setWaiting(wished)
    } else record.mutate(wished)
  }
  const settle = () => {
    setWaiting(undefined)
    if (from.current instanceof HTMLElement) from.current.focus()
  }
  const answer = (medium: ConsentAnswer['medium'], field: ConsentAnswer['field'], yes: boolean) =>
    wish({ medium, field, value: yes ? 'yes' : 'no' })
  return (
    <Section title={t('consent.panel')}>
      <dl className={classes.media}>
        {publicationMedia.map((medium) => (
          <Medium
            key={medium}
            medium={medium}
            standing={data.media[medium]}
            onMode={(chosen) => wish({ medium, mode: chosen })}
          />
        ))}
        {contact.status !== 'deceased' && (
          <>
            <dt>{t('consent.keep')}</dt>
            <dd>
              <Button.Group>
                {(['yes', 'no'] as const).map((value) => (
                  <Button
                    key={value}
                    size="compact-md"
                    variant={data.keep?.value === value ? 'filled' : 'default'}
                    aria-pressed={data.keep?.value === value}
                    onClick={() => answer('register', 'keep', value === 'yes')}
                  >
                    {t(value === 'yes' ? 'consent.keepYes' : 'consent.keepNo')}
                  </Button>
                ))}
              </Button.Group>
              {data.keep === null && <span className={classes.quiet}>{t('consent.keepUnsaid')}</span>}
            </dd>
          </>
        )}
      </dl>
      {(waiting !== undefined || detailed || how.source !== '') && (
        <Circumstances
          how={how}
          onChange={setHow}
          waiting={waiting}
          onSend={(wished) => {
            record.mutate(wished)
            settle()
          }}
          onGiveUp={settle}
        />
      )}
      <div className={classes.doings}>
        <Button
          size="compact-md"
          variant="default"
          aria-expanded={detailed}
          onClick={() => setDetailed((opened) => !opened)}
        >
          {t('consent.byField')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => oppose.mutate(undefined)}>
          {t('consent.opposeAll')}
        </Button>
        {contact.status !== 'member' && <EraseButton contact={contact} />}
      </div>
      {detailed && (
        <>
          <Fields data={data} onAnswer={answer} />
          <Log log={data.log} />
        </>
      )}
    </Section>
  )
}

/** Of a record in the trash nothing is published: what is left to do is to forget it. */
function ErasePanel({ contact }: PanelProps) {
  const { t } = useWords()
  if (contact.mergedInto !== undefined) return null
  return (
    <Section title={t('consent.panel')}>
      <EraseButton contact={contact} />
    </Section>
  )
}

function EraseButton({ contact }: PanelProps) {
  const { t } = useWords()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        {t('erase.open')}
      </Button>
      {opened && (
        <EraseDialog
          contacts={[contact.id]}
          onDone={(name) => {
            if (name === 'erased') go({ screen: 'people' })
          }}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  )
}

function Medium({
  medium,
  standing,
  onMode,
}: {
  readonly medium: PublicationMedium
  readonly standing: Consents['media'][PublicationMedium]
  readonly onMode: (mode: PublicationMode) => void
}) {
  const { t } = useWords()
  const shown = standing.fields
    .filter(({ value }) => value)
    .map(({ field }) => t(publishedFieldKeys[field]).toLowerCase())
  const answered = standing.fields.some(({ ground }) => ground === 'answer')
  return (
    <>
      <dt id={`consent-${medium}`}>{t(mediumKeys[medium])}</dt>
      <dd>
        <fieldset className={classes.modes} aria-labelledby={`consent-${medium}`}>
          <Button.Group>
            {publicationModes.map((mode) => (
              <Button
                key={mode}
                size="compact-md"
                variant={standing.mode !== mode ? 'default' : answered ? 'filled' : 'outline'}
                aria-pressed={standing.mode === mode}
                onClick={() => onMode(mode)}
              >
                {t(modeKeys[mode])}
              </Button>
            ))}
          </Button.Group>
        </fieldset>
        {standing.mode === 'byField' && <span className={classes.quiet}>{shown.join(', ')}</span>}
        {!answered && <span className={classes.quiet}>{t('consent.byDefault')}</span>}
      </dd>
    </>
  )
}

/** Where the answers come from: asked before a yes that waits for it, then in sight as long as it is what will be written. */
function Circumstances({
  how,
  onChange,
  waiting,
  onSend,
  onGiveUp,
}: {
  readonly how: How
  readonly onChange: (how: How) => void
  readonly waiting: Wish | undefined
  readonly onSend: (wish: Wish) => void
  readonly onGiveUp: () => void
}) {
  const { t } = useWords()
  const source = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (waiting !== undefined) source.current?.focus()
  }, [waiting])
  return (
    <form
      aria-label={t('consent.how')}
      onSubmit={(event) => {
        event.preventDefault()
        if (waiting === undefined) return
        if (how.source === '') source.current?.focus()
        else onSend(waiting)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && waiting !== undefined && !event.defaultPrevented) onGiveUp()
      }}
    >
      {waiting !== undefined && (
        <p className={classes.waiting} role="status">
          {t('consent.whence', {
            answer: t('mode' in waiting ? modeKeys[waiting.mode] : publishedFieldKeys[waiting.field]),
            medium: t(mediumKeys[waiting.medium]),
          })}
        </p>
      )}
      <div className={classes.how}>
        <Select
          ref={source}
          w="11rem"
          label={t('consent.source')}
          placeholder={t('consent.sourceUnsaid')}
          data={consentSources.map((value) => ({ value, label: t(sourceKeys[value]) }))}
          allowDeselect={false}
          value={how.source === '' ? null : how.source}
          onChange={(value) => onChange({ ...how, source: (value ?? '') as How['source'] })}
        />
        <Select
          w="13rem"
          label={t('consent.basis')}
          data={publicationBases.map((value) => ({ value, label: t(basisKeys[value]) }))}
          allowDeselect={false}
          value={how.basis}
          onChange={(value) => onChange({ ...how, basis: (value ?? 'consent') as Basis })}
        />
        <DayInput w="9rem" label={t('consent.day')} value={how.day} onChange={(day) => onChange({ ...how, day })} />
        <TextInput
          flex={1}
          miw="9rem"
          label={t('consent.proof')}
          placeholder={t('consent.proofHelp')}
          maxLength={200}
          value={how.proof}
          onChange={(event) => onChange({ ...how, proof: event.currentTarget.value })}
        />
        {waiting !== undefined && (
          <>
            <Button type="submit">{t('form.save')}</Button>
            <Button variant="subtle" onClick={onGiveUp}>
              {t('form.leaveNew')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

function Fields({
  data,
  onAnswer,
}: {
  readonly data: Consents
  readonly onAnswer: (medium: PublicationMedium, field: PublishedField, yes: boolean) => void
}) {
  const words = useWords()
  const { t } = words
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('consent.field')}</Table.Th>
          {publicationMedia.map((medium) => (
            <Table.Th key={medium}>{t(mediumKeys[medium])}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {publishedFields.map((field) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={400}>
              {t(publishedFieldKeys[field])}
            </Table.Th>
            {publicationMedia.map((medium) => {
              const standing = data.media[medium].fields.find((one) => one.field === field)
              if (standing === undefined) return <Table.Td key={medium} />
              return (
                <Table.Td key={medium}>
                  <div className={classes.cell}>
                    <Checkbox
                      checked={standing.value}
                      aria-label={t('consent.publish', {
                        field: t(publishedFieldKeys[field]),
                        medium: t(mediumKeys[medium]),
                      })}
                      onChange={(event) => onAnswer(medium, field, event.currentTarget.checked)}
                    />
                    <span className={classes.quiet}>{groundWords(standing, words)}</span>
                  </div>
                </Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Log({ log }: { readonly log: Consents['log'] }) {
  const { t, language } = useWords()
  if (log.length === 0) return null
  return (
    <details>
      <summary className={classes.quiet}>{t('consent.log', { count: log.length })}</summary>
      <ul className={classes.log}>
        {log.map(({ id, day, source, medium, field, value, basis, proof }) => (
          <li key={id}>
            {t('consent.logLine', {
              day: dayInWords(day, language),
              source: t(sourceKeys[source]),
              medium: t(mediumKeys[medium]),
              field: t(publishedFieldKeys[field]).toLowerCase(),
              value: t(value === 'yes' ? 'consent.yes' : 'consent.no'),
              basis: t(basisKeys[basis]),
            })}
            {proof !== '' && ` – ${proof}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
