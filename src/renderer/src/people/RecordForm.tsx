import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { SharedChange } from '../../../core/people/households/sharing.rules.ts'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask, client } from '../client.ts'
import { LikelyDuplicates } from '../duplicates/LikelyDuplicates.tsx'
import { SharedChoice } from '../households/SharedChoice.tsx'
import { useWords } from '../i18n/words.tsx'
import { useKeyWords } from '../ui/keys.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { useDraftKept } from './DraftKept.tsx'
import { useSayEditing } from './editing-record.ts'
import { AddSection, FormSection } from './FormSections.tsx'
import { focusFault, focusNext, focusPart } from './form-focus.ts'
import { isNewCategory } from './new-category.ts'
import classes from './Record.module.css'
import { forgetDraft, keepDraft, keptDraft } from './record-draft.ts'
import { isFilled, partsOf, type SectionName, sectionOf } from './record-sections.ts'
import type { RecordKind, RecordValues } from './record-values.ts'
import { emptyRecord, fieldTroubles, inputOf, placeInForm, valuesOf } from './record-values.ts'
import { sayUnseen } from './unseen-words.ts'

type FormProps = {
  readonly kind: RecordKind
  readonly contact: Contact | undefined
  /** What a new record begins with. */
  readonly begin?: RecordValues
  /** One part alone; the whole record when absent. */
  readonly only?: SectionName
  /** After saving, or giving up (`undefined`). */
  readonly onLeave: (id: number | undefined) => void
  /** Saves and goes on with the next: entry of a batch. */
  readonly onNext?: (id: number, values: RecordValues) => void
}

/** Whether a death was just written down. */
const died = (before: Contact, { died: day }: RecordValues): boolean =>
  before.kind === 'person' && before.died === '' && day !== ''

/** The record to type in: checked by the request's own schema, its draft kept, saved by Ctrl+S as one order. */
export function RecordForm({ kind, contact, begin, only, onLeave, onNext }: FormProps) {
  const words = useWords()
  const { t } = words
  const record = contact === undefined ? kind : String(contact.id)
  useSayEditing(contact !== undefined)
  const [draft, setDraft] = useState(() => keptDraft(record))
  // The revision the typing began on, so that a change made elsewhere since is seen.
  const [revision, setRevision] = useState(draft?.revision ?? contact?.revision ?? 0)
  const [newer, setNewer] = useState<Contact>()
  const [asked, setAsked] = useState<readonly SectionName[]>([])
  /** How often saving met a field at fault, and what there is to look at since. */
  const [faults, setFaults] = useState(0)
  const [look, setLook] = useState<readonly string[]>([])
  const [shared, setShared] = useState<SharedChange>('all')
  const box = useRef<HTMLFormElement>(null)
  const categories = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.categories

  const keep = useDebouncedCallback((values: RecordValues) => keepDraft(record, { revision, values }), 250)
  const form = useForm<RecordValues>({
    initialValues: draft?.values ?? (contact === undefined ? (begin ?? emptyRecord()) : valuesOf(contact)),
    validate: (values) => fieldTroubles(kind, values, words),
    onValuesChange: (values) => keep(values),
  })

  useEffect(() => {
    if (contact !== undefined && only === undefined) return undefined
    // After the screen has taken the focus, as each new one does.
    const frame = requestAnimationFrame(() => box.current !== null && focusPart(box.current, undefined))
    return () => cancelAnimationFrame(frame)
  }, [contact, only])

  const sayKept = useDraftKept()
  const left = useRef(() => {})
  left.current = () => {
    keep.flush()
    if (keptDraft(record) !== undefined) sayKept(contact?.id, kind)
  }
  useEffect(() => () => left.current(), [])

  const leave = (id: number | undefined) => {
    keep.cancel()
    forgetDraft(record)
    onLeave(id)
  }
  const save = useOrder(
    async ({ values, on }: { readonly values: RecordValues; readonly on: number; readonly next?: boolean }) => {
      const input = inputOf(kind, values)
      return contact === undefined
        ? client.people.create({ contact: input })
        : client.people.update({ id: contact.id, revision: on, contact: input, shared })
    },
    {
      done: ({ id, unseen }, { values, next }) => {
        if (next === true && onNext !== undefined) {
          keep.cancel()
          forgetDraft(record)
          onNext(id, values)
        } else leave(id)
        const made = isNewCategory(categories, values.category) ? t('form.madeCategory', { name: values.category }) : ''
        const kept = contact === undefined ? 'form.created' : died(contact, values) ? 'form.deathKept' : 'form.saved'
        return [t(kept), made, sayUnseen(unseen, words)].filter((text) => text !== '').join(' ')
      },
      refused: (thrown) => {
        const trouble = troubleOf(thrown)
        if (trouble.kind !== 'refused') return false
        if (trouble.refusal.code === 'changedMeanwhile' && contact !== undefined) {
          void client.people.read({ id: contact.id }).then(setNewer)
          return true
        }
        // A refusal of the record itself, not of a field of its sheet, is said beside the form.
        if (trouble.refusal.field?.startsWith('contact.') !== true) return false
        const field = trouble.refusal.field.replace(/^contact\./, '')
        form.setFieldError(placeInForm(form.values, field), troubleWords(trouble, words))
        setFaults((count) => count + 1)
        return true
      },
    },
  )
  const submit = (on: number, next = false) => {
    if (form.validate().hasErrors) return setFaults((count) => count + 1)
    save.mutate({ values: form.values, on, next })
  }
  // The part just asked for is the one to type in, once its menu has given the focus back.
  useEffect(() => {
    const last = asked.at(-1)
    if (last === undefined) return undefined
    const wait = setTimeout(() => box.current !== null && focusPart(box.current, last), 50)
    return () => clearTimeout(wait)
  }, [asked])
  const { errors } = form
  // After the part that holds the field at fault is drawn: it may have been waiting to be asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt goes there once, not each error that goes
  useEffect(() => {
    if (faults > 0 && box.current !== null) setLook(focusFault(box.current, errors))
  }, [faults])
  const takeSaved = (saved: Contact) => {
    keep.cancel()
    forgetDraft(record)
    setDraft(undefined)
    setNewer(undefined)
    setRevision(saved.revision)
    form.setValues(valuesOf(saved))
    form.clearErrors()
  }
  useHotkeys(
    [
      ['mod + S', () => submit(revision)],
      ['mod + Enter', () => submit(revision, onNext !== undefined)],
    ],
    [],
  )
  useKeyWords([
    ...(contact === undefined ? [{ keys: t('keys.enter'), words: t('form.nextField') }] : []),
    { keys: t('form.saveKeys'), words: t('form.save') },
    ...(onNext === undefined ? [] : [{ keys: t('form.nextKeys'), words: t('form.saveNext') }]),
  ])

  const troubled = new Set(Object.keys(form.errors).map(sectionOf))
  const shown = partsOf(kind).filter(({ section, usual }) =>
    only === undefined
      ? usual === true || asked.includes(section) || troubled.has(section) || isFilled(section, form.values)
      : section === only || troubled.has(section),
  )
  const hidden = partsOf(kind).filter((part) => !shown.includes(part))

  return (
    <form
      ref={box}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(revision)
      }}
      onKeyDown={(event) => {
        // A new record is not made by the way, half filled: Enter goes on to the next field.
        const { target } = event
        if (contact !== undefined || event.key !== 'Enter' || event.defaultPrevented) return
        if (event.ctrlKey || event.metaKey || !(target instanceof HTMLInputElement)) return
        event.preventDefault()
        focusNext(event.currentTarget, target)
      }}
    >
      {draft !== undefined && newer === undefined && (
        <div className={classes.notice} role="status">
          <Text>{t('form.draft')}</Text>
          {contact !== undefined && (
            <Button mt="xs" variant="default" size="compact-md" onClick={() => takeSaved(contact)}>
              {t('form.forgetDraft')}
            </Button>
          )}
        </div>
      )}
      {newer !== undefined && (
        <ChangedMeanwhile
          kind={kind}
          saved={newer}
          typed={form.values}
          saving={save.isPending}
          onKeepTyped={() => {
            setRevision(newer.revision)
            submit(newer.revision)
          }}
          onTakeSaved={() => takeSaved(newer)}
        />
      )}
      {shown.map(({ section }) => (
        <Fragment key={section}>
          <FormSection section={section} kind={kind} form={form} />
          {section === 'identity' && contact === undefined && <LikelyDuplicates kind={kind} values={form.values} />}
        </Fragment>
      ))}
      {only === undefined && (
        <AddSection
          kind={kind}
          hidden={hidden.map(({ section }) => section)}
          onAdd={(section) => setAsked([...asked, section])}
        />
      )}
      {(only === undefined || only === 'reach') && contact?.addresses.some(({ household }) => household !== null) && (
        <SharedChoice value={shared} onChange={setShared} />
      )}
      <div className={only === undefined ? classes.saving : classes.savingHere}>
        {Object.keys(errors).length > 0 && look.length > 0 && (
          <Text className={classes.look} role="alert">
            {t('form.look', { fields: look.join(', ') })}
          </Text>
        )}
        <Button type="submit" loading={save.isPending} title={t('form.saveKeys')}>
          {t('form.save')}
        </Button>
        {onNext !== undefined && (
          <Button variant="default" title={t('form.nextKeys')} onClick={() => submit(revision, true)}>
            {t('form.saveNext')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => leave(contact?.id)}>
          {t(contact === undefined ? 'form.leaveNew' : 'form.leave')}
        </Button>
      </div>
    </form>
  )
}
