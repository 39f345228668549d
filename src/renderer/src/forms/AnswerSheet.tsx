import { Button, Checkbox, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { publicationMedia } from '../../../core/people/consents/consents.rules.ts'
import type { FormRow, VerificationForm } from '../../../core/people/forms/forms.rules.ts'
import type { Contact, PersonInput } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { publishedFieldKeys } from '../consents/consent-words.ts'
import { useWords } from '../i18n/words.tsx'
import { CountryInput } from '../people/CountryInput.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useKeyWords } from '../ui/keys.ts'
import { useOrder } from '../ui/use-order.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { type AnswerDraft, answerOf, boxOf, draftOf, isUnchanged } from './answer-draft.ts'
import classes from './Forms.module.css'

type Ways = { readonly onDone: () => void; readonly onLeave: () => void }

const mediumKeys = { paper: 'forms.paper', pdf: 'forms.pdf', web: 'forms.web' } as const

/** A person's sheet in the order of the paper, asked anew each time it is opened. */
export function AnswerSheet({ contact, ...ways }: Ways & { readonly contact: number }) {
  const asked = useQuery({
    ...ask.forms.of.queryOptions({ input: { contact } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (asked.data === undefined) return <Waiting trouble={asked.error} />
  return <Sheet form={asked.data.form} contact={asked.data.contact} {...ways} />
}

function Sheet({
  form,
  contact,
  onDone,
  onLeave,
}: Ways & { readonly form: VerificationForm; readonly contact: Contact }) {
  const { t } = useWords()
  const [before] = useState(() => draftOf(form, contact))
  const [draft, setDraft] = useState(before)
  const [day, setDay] = useState('')
  const [proof, setProof] = useState('')
  const save = useOrder(client.forms.answer, { done: () => t('forms.kept') })
  useKeyWords([
    { keys: t('forms.keys'), words: t('forms.save') },
    { keys: t('keys.escape'), words: t('forms.leave') },
  ])
  if (before === undefined || draft === undefined) return null
  const unchanged = isUnchanged(before, draft)
  const send = () => {
    if (save.isPending) return
    save.mutate(
      { contact: contact.id, revision: contact.revision, ...answerOf(before, draft), day, proof },
      { onSuccess: onDone },
    )
  }
  const change = (more: Partial<PersonInput>) => setDraft({ ...draft, sheet: { ...draft.sheet, ...more } })
  return (
    <form
      className={classes.sheet}
      aria-label={form.displayName}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          send()
        }
        if (event.key === 'Escape') onLeave()
      }}
    >
      <div className={classes.head}>
        <Title order={2}>{form.displayName}</Title>
        <span className={classes.quiet}>{form.reference}</span>
      </div>
      <div className={`${classes.row} ${classes.columns}`} aria-hidden="true">
        <span />
        <span />
        {publicationMedia.map((medium) => (
          <span key={medium}>{t(mediumKeys[medium])}</span>
        ))}
      </div>
      {form.rows.map((row) => (
        <Row key={row.field} row={row} draft={draft} setDraft={setDraft}>
          <Values row={row} draft={draft} change={change} />
        </Row>
      ))}
      <div className={classes.foot}>
        <Checkbox
          label={t('forms.keep')}
          checked={draft.keep}
          onChange={(event) => setDraft({ ...draft, keep: event.currentTarget.checked })}
        />
        <DayInput label={t('forms.day')} value={day} onChange={setDay} w="10rem" />
        <TextInput
          label={t('forms.proof')}
          value={proof}
          maxLength={200}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
      </div>
      <div className={classes.foot}>
        <Button
          onClick={send}
          loading={save.isPending}
          rightSection={<kbd className={classes.keys}>{t('forms.keys')}</kbd>}
        >
          {t(unchanged ? 'forms.asItWas' : 'forms.save')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('forms.leave')}
        </Button>
      </div>
    </form>
  )
}

function Row({
  row,
  draft,
  setDraft,
  children,
}: {
  readonly row: FormRow
  readonly draft: AnswerDraft
  readonly setDraft: (draft: AnswerDraft) => void
  readonly children: ReactNode
}) {
  const { t } = useWords()
  const label = t(publishedFieldKeys[row.field])
  return (
    <fieldset className={classes.row} aria-label={label}>
      <span>{label}</span>
      <div className={classes.values}>{children}</div>
      {publicationMedia.map((medium) => {
        const box = boxOf(row.field, medium)
        return (
          <Checkbox
            key={medium}
            className={classes.box ?? ''}
            aria-label={t('consent.publish', { field: label, medium: t(mediumKeys[medium]) })}
            checked={draft.boxes[box] ?? false}
            onChange={(event) => setDraft({ ...draft, boxes: { ...draft.boxes, [box]: event.currentTarget.checked } })}
          />
        )
      })}
    </fieldset>
  )
}

const nameParts = [
  ['civility', 'field.civility', 'c1'],
  ['firstName', 'field.firstName', 'c2'],
  ['particle', 'field.particle', 'c1'],
  ['lastName', 'field.lastName', 'c2'],
  ['birthName', 'field.birthName', 'c3'],
  ['otherNames', 'field.otherNames', 'c3'],
] as const
const places = [
  ['complement', 'field.complement', 'c3'],
  ['street', 'field.street', 'c3'],
  ['locality', 'field.locality', 'c6'],
  ['postcode', 'field.postcode', 'c1'],
  ['city', 'field.city', 'c3'],
] as const

/** What may be corrected of a row; what is only shown is said in words. */
function Values({
  row,
  draft,
  change,
}: {
  readonly row: FormRow
  readonly draft: AnswerDraft
  readonly change: (more: Partial<PersonInput>) => void
}) {
  const { t } = useWords()
  const { sheet, mobiles } = draft
  switch (row.field) {
    case 'name':
      return nameParts.map(([field, words, span], at) => (
        <TextInput
          key={field}
          autoFocus={at === 0}
          className={classes[span] ?? ''}
          size="sm"
          aria-label={t(words)}
          placeholder={t(words)}
          value={sheet[field]}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))
    case 'profession':
      return (
        <TextInput
          className={classes.c6 ?? ''}
          size="sm"
          aria-label={t('field.profession')}
          value={sheet.profession}
          onChange={(event) => change({ profession: event.currentTarget.value })}
        />
      )
    case 'address': {
      const { address: at } = draft
      const printed = sheet.addresses[at]
      if (printed === undefined) return null
      const corrected = (more: Partial<typeof printed>) =>
        change({ addresses: sheet.addresses.with(at, { ...printed, ...more }) })
      return (
        <>
          {places.map(([field, words, span]) => (
            <TextInput
              key={field}
              className={classes[span] ?? ''}
              size="sm"
              aria-label={t(words)}
              placeholder={t(words)}
              value={printed[field]}
              onChange={(event) => corrected({ [field]: event.currentTarget.value })}
            />
          ))}
          <CountryInput
            className={classes.c2 ?? ''}
            size="sm"
            aria-label={t('field.country')}
            placeholder={t('field.country')}
            value={printed.country}
            onChange={(country) => corrected({ country })}
          />
        </>
      )
    }
    case 'phone':
    case 'mobile':
      return sheet.phones.map(({ label, number }, at) =>
        mobiles[at] === (row.field === 'mobile') ? (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place on the paper
            key={at}
            className={classes.c3 ?? ''}
            size="sm"
            aria-label={`${t(publishedFieldKeys[row.field])} ${at + 1}`}
            value={number}
            onChange={(event) =>
              change({ phones: sheet.phones.with(at, { label, number: event.currentTarget.value }) })
            }
          />
        ) : null,
      )
    case 'email':
      return sheet.emails.map(({ label, address }, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place on the paper
          key={at}
          className={classes.c3 ?? ''}
          size="sm"
          aria-label={`${t('field.email')} ${at + 1}`}
          value={address}
          onChange={(event) => change({ emails: sheet.emails.with(at, { label, address: event.currentTarget.value }) })}
        />
      ))
    case 'birth':
      return (
        <>
          <DayInput
            className={classes.c2 ?? ''}
            size="sm"
            aria-label={t('field.born')}
            value={sheet.born}
            onChange={(born) => change({ born })}
          />
          <TextInput
            className={classes.c4 ?? ''}
            size="sm"
            aria-label={t('field.birthPlace')}
            placeholder={t('field.birthPlace')}
            value={sheet.birthPlace}
            onChange={(event) => change({ birthPlace: event.currentTarget.value })}
          />
        </>
      )
    case 'photo':
      return null
    default:
      return <span className={`${classes.c6} ${classes.quiet}`}>{row.values.join(', ')}</span>
  }
}
