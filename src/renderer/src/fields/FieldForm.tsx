import { Button, Checkbox, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CustomField, fieldApplies, fieldTypes } from '../../../core/people/fields/fields.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { fragmentOf } from '../ui/route.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Fields.module.css'
import { appliesKeys, fieldTypeKeys } from './field-words.ts'

type Values = Pick<CustomField, 'name' | 'type' | 'applies' | 'repeatsIn'> & { readonly choices: string }

const named = ['name', 'type', 'choices', 'applies', 'repeatsIn'] as const

/** A field to make or to change; before a type is given, says which of the values that are there do not suit. */
export function FieldForm({
  field,
  name = '',
  onLeave,
}: {
  readonly field?: CustomField
  /** The column that waits for a type. */
  readonly name?: string
  readonly onLeave: () => void
}) {
  const words = useWords()
  const { t } = words
  const [values, setValues] = useState<Values>({
    name: field?.name ?? name,
    type: field?.type ?? 'text',
    applies: field?.applies ?? 'both',
    choices: field?.choices.join('\n') ?? '',
    repeatsIn: field?.repeatsIn ?? '',
  })
  // The revision the typing began on, so that a change made elsewhere since is seen.
  const [revision] = useState(field?.revision ?? 0)
  const [keep, setKeep] = useState(false)
  const [trouble, setTrouble] = useState<{ readonly field: string; readonly text: string }>()
  const set = (change: Partial<Values>) => {
    setValues((before) => ({ ...before, ...change }))
    setTrouble(undefined)
  }
  const error = (of: (typeof named)[number]) => (trouble?.field === of ? trouble.text : undefined)
  const choices = values.choices
    .split('\n')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
  const among = values.type === 'choice' || values.type === 'choices'
  const checked = useQuery({
    ...ask.fields.check.queryOptions({
      input: { name: field?.name ?? values.name, type: values.type, choices: among ? choices : [] },
    }),
    enabled: (field?.name ?? values.name).trim() !== '' && choices.every((choice) => !choice.includes(';')),
    placeholderData: keepPreviousData,
  }).data
  const save = useOrder(
    () => {
      const facts = {
        ...values,
        choices: among ? choices : [],
        misfits: keep ? ('keep' as const) : ('refuse' as const),
      }
      return field === undefined
        ? client.fields.define(facts)
        : client.fields.update({ id: field.id, revision, ...facts })
    },
    {
      done: () => {
        onLeave()
        return t(field === undefined ? 'fields.made' : 'fields.saved')
      },
      refused: (thrown) => {
        const found = troubleOf(thrown)
        const about = found.kind === 'refused' ? found.refusal.field?.split('.')[0] : undefined
        if (about === undefined || !named.some((one) => one === about)) return false
        setTrouble({ field: about, text: troubleWords(found, words) })
        return true
      },
    },
  )
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <TextInput
        label={t('fields.name')}
        maxLength={80}
        value={values.name}
        error={error('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('fields.type')}
        allowDeselect={false}
        data={fieldTypes.map((type) => ({ value: type, label: t(fieldTypeKeys[type]) }))}
        value={values.type}
        error={error('type')}
        onChange={(type) => set({ type: fieldTypes.find((known) => known === type) ?? 'text' })}
      />
      {among && (
        <Textarea
          label={t('fields.choices')}
          autosize
          minRows={3}
          maxRows={12}
          value={values.choices}
          error={error('choices')}
          onChange={(event) => set({ choices: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('fields.applies')}
        allowDeselect={false}
        data={fieldApplies.map((kind) => ({ value: kind, label: t(appliesKeys[kind]) }))}
        value={values.applies}
        onChange={(kind) => set({ applies: fieldApplies.find((known) => known === kind) ?? 'both' })}
      />
      <TextInput
        label={t('fields.repeatsIn')}
        description={t('fields.repeatsHelp')}
        maxLength={80}
        value={values.repeatsIn}
        onChange={(event) => set({ repeatsIn: event.currentTarget.value })}
      />
      {checked !== undefined && checked.misfit > 0 && (
        <div role="status">
          <Text>{t('fields.misfits', { count: checked.misfit })}</Text>
          <ul className={classes.quiet}>
            {checked.examples.slice(0, 5).map(({ id, displayName, value }) => (
              <li key={`${id} ${value}`}>
                <a href={fragmentOf({ screen: 'record', id, editing: false })}>{displayName}</a> – {value}
              </li>
            ))}
          </ul>
          <Checkbox
            label={t('fields.keepMisfits')}
            checked={keep}
            onChange={(event) => setKeep(event.currentTarget.checked)}
          />
        </div>
      )}
      <Group>
        <Button type="submit" loading={save.isPending} disabled={values.name.trim() === ''}>
          {t(field === undefined ? 'fields.add' : 'form.save')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('fields.cancel')}
        </Button>
      </Group>
    </form>
  )
}
