import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import type { Contact } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { go } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import { AddressFields } from './AddressFields.tsx'
import { AssociationFields } from './AssociationFields.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { ExtraFields } from './ExtraFields.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { ReachFields } from './ReachFields.tsx'
import classes from './Record.module.css'
import { forgetDraft, keepDraft, keptDraft } from './record-draft.ts'
import type { RecordKind, RecordValues } from './record-values.ts'
import { emptyRecord, fieldTroubles, inputOf, valuesOf } from './record-values.ts'

/** The record to type in: checked by the request's own schema, its draft kept, saved by Ctrl+S. */
export function RecordForm({ kind, contact }: { readonly kind: RecordKind; readonly contact: Contact | undefined }) {
  const words = useWords()
  const { t } = words
  const record = contact === undefined ? kind : String(contact.id)
  const [draft, setDraft] = useState(() => keptDraft(record))
  // The revision the typing began on, so that a change made elsewhere since is seen.
  const [revision, setRevision] = useState(draft?.revision ?? contact?.revision ?? 0)
  const [newer, setNewer] = useState<Contact>()

  const keep = useDebouncedCallback((values: RecordValues) => keepDraft(record, { revision, values }), 250)
  const form = useForm<RecordValues>({
    initialValues: draft?.values ?? (contact === undefined ? emptyRecord() : valuesOf(contact)),
    validate: (values) => fieldTroubles(kind, values, words),
    onValuesChange: (values) => keep(values),
  })

  const leave = (id: number | undefined) => {
    keep.cancel()
    forgetDraft(record)
    go(id === undefined ? { screen: 'people' } : { screen: 'record', id, editing: false })
  }
  const save = useOrder(
    async ({ values, on }: { readonly values: RecordValues; readonly on: number }) => {
      const input = inputOf(kind, values)
      return contact === undefined
        ? client.people.create({ contact: input })
        : client.people.update({ id: contact.id, revision: on, contact: input })
    },
    {
      done: ({ id }) => {
        leave(id)
        return t(contact === undefined ? 'form.created' : 'form.saved')
      },
      refused: (thrown) => {
        const trouble = troubleOf(thrown)
        if (trouble.kind !== 'refused') return false
        if (trouble.refusal.code === 'changedMeanwhile' && contact !== undefined) {
          void client.people.read({ id: contact.id }).then(setNewer)
          return true
        }
        const field = trouble.refusal.field?.replace(/^contact\./, '')
        if (field === undefined) return false
        form.setFieldError(field, troubleWords(trouble, words))
        return true
      },
    },
  )
  const submit = (on: number) => {
    if (form.validate().hasErrors) return
    save.mutate({ values: form.values, on })
  }
  const takeSaved = (saved: Contact) => {
    keep.cancel()
    forgetDraft(record)
    setDraft(undefined)
    setNewer(undefined)
    setRevision(saved.revision)
    form.setValues(valuesOf(saved))
    form.clearErrors()
  }
  useHotkeys([['mod + S', () => submit(revision)]], [])

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(revision)
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
      {Object.keys(form.errors).length > 0 && (
        <Text className={classes.notice} role="alert">
          {t('form.look')}
        </Text>
      )}
      <IdentityFields kind={kind} form={form} />
      <AddressFields form={form} />
      <ReachFields form={form} />
      <AssociationFields form={form} />
      <ExtraFields form={form} />
      <div className={classes.saving}>
        <Button type="submit" loading={save.isPending} title={t('form.saveKeys')}>
          {t('form.save')}
        </Button>
        <Button variant="subtle" onClick={() => leave(contact?.id)}>
          {t('form.leave')}
        </Button>
      </div>
    </form>
  )
}
