import { Button, Checkbox, Select, Table, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ConsentAnswer,
  type ConsentSource,
  consentSources,
  type PublicationMedium,
  type PublishedField,
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
import { useOrder } from '../ui/use-order.tsx'
import classes from './Consents.module.css'
import { groundWords, mediumKeys, modeKeys, publishedFieldKeys, sourceKeys } from './consent-words.ts'

type Consents = Awaited<ReturnType<OfficeClient['consents']['of']>>
type Said = Pick<ConsentAnswer, 'medium' | 'field' | 'value'>
type How = { readonly day: string; readonly source: ConsentSource; readonly proof: string }

/** What a person lets be published: three modes a medium in one click, then field by field, with where each answer comes from. */
export function ConsentPanel({ contact }: PanelProps) {
  const { t } = useWords()
  const [detailed, setDetailed] = useState(false)
  const [how, setHow] = useState<How>({ day: '', source: 'other', proof: '' })
  const { data } = useQuery(ask.consents.of.queryOptions({ input: { contact: contact.id } }))
  const contacts = [contact.id]
  const record = useOrder(
    (answers: readonly Said[]) => client.consents.record({ contacts, answers: [...answers], ...how }),
    {
      done: () => t('consent.recorded'),
    },
  )
  const mode = useOrder(
    (asked: Pick<Parameters<typeof client.consents.mode>[0], 'media' | 'mode'>) =>
      client.consents.mode({ contacts, ...asked, ...how }),
    { done: () => t('consent.recorded') },
  )
  const oppose = useOrder(() => client.consents.oppose({ contact: contact.id, ...how }), {
    done: () => t('consent.opposed'),
  })
  if (data === undefined || contact.trashed) return null
  const answer = (medium: ConsentAnswer['medium'], field: ConsentAnswer['field'], yes: boolean) =>
    record.mutate([{ medium, field, value: yes ? 'yes' : 'no' }])
  return (
    <Section title={t('consent.panel')}>
      <dl className={classes.media}>
        {publicationMedia.map((medium) => (
          <Medium
            key={medium}
            medium={medium}
            standing={data.media[medium]}
            onMode={(chosen) => mode.mutate({ media: [medium], mode: chosen })}
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
      </div>
      {detailed && (
        <>
          <Circumstances how={how} onChange={setHow} />
          <Fields data={data} onAnswer={answer} />
          <Log log={data.log} />
        </>
      )}
    </Section>
  )
}

function Medium({
  medium,
  standing,
  onMode,
}: {
  readonly medium: PublicationMedium
  readonly standing: Consents['media'][PublicationMedium]
  readonly onMode: (mode: (typeof publicationModes)[number]) => void
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

function Circumstances({ how, onChange }: { readonly how: How; readonly onChange: (how: How) => void }) {
  const { t } = useWords()
  return (
    <div className={classes.how}>
      <Select
        w="11rem"
        label={t('consent.source')}
        data={consentSources.map((source) => ({ value: source, label: t(sourceKeys[source]) }))}
        allowDeselect={false}
        value={how.source}
        onChange={(source) => onChange({ ...how, source: (source ?? 'other') as ConsentSource })}
      />
      <DayInput w="10rem" label={t('consent.day')} value={how.day} onChange={(day) => onChange({ ...how, day })} />
      <TextInput
        flex={1}
        label={t('consent.proof')}
        placeholder={t('consent.proofHelp')}
        maxLength={200}
        value={how.proof}
        onChange={(event) => onChange({ ...how, proof: event.currentTarget.value })}
      />
    </div>
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
        {log.map(({ id, day, source, medium, field, value, proof }) => (
          <li key={id}>
            {t('consent.logLine', {
              day: dayInWords(day, language),
              source: t(sourceKeys[source]),
              medium: t(mediumKeys[medium]),
              field: t(publishedFieldKeys[field]).toLowerCase(),
              value: t(value === 'yes' ? 'consent.yes' : 'consent.no'),
            })}
            {proof !== '' && ` – ${proof}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
