import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appliesTo, type CustomField, fieldsByName } from '../../../core/people/fields/fields.rules.ts'
import { foldedName } from '../../../core/people/people.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import type { RecordFormOf } from '../people/IdentityFields.tsx'
import type { RecordKind } from '../people/record-values.ts'
import { Icon } from '../ui/icons.tsx'
import { FieldInput } from './FieldInput.tsx'
import classes from './Fields.module.css'

/** The fields a kind of record has, and whether a heading is one of them. */
export function useTypedFields(kind: RecordKind): {
  readonly fields: readonly CustomField[]
  readonly isTyped: (name: string) => boolean
  /** The repeatable group a heading is of; empty for none. */
  readonly groupOf: (name: string) => string
} {
  const { data } = useQuery(ask.fields.list.queryOptions({ input: {} }))
  const fields = (data?.fields ?? []).filter((field) => appliesTo(field, kind))
  const named = fieldsByName(fields)
  return {
    fields,
    isTyped: (name) => named.has(foldedName(name)),
    groupOf: (name) => named.get(foldedName(name))?.repeatsIn ?? '',
  }
}

/** The association's own fields to fill, each as its type asks; those of a repeatable group together, several times over. */
export function TypedFields({
  fields,
  form,
}: {
  readonly fields: readonly CustomField[]
  readonly form: RecordFormOf
}) {
  const groups = [...new Set(fields.map(({ repeatsIn }) => repeatsIn).filter((group) => group !== ''))]
  const once = fields.filter(({ repeatsIn }) => repeatsIn === '')
  if (fields.length === 0) return null
  return (
    <>
      {once.length > 0 && (
        <div className={classes.typed}>
          {once.map((field) => (
            <Bound key={field.id} field={field} occurrence={0} form={form} />
          ))}
        </div>
      )}
      {groups.map((group) => (
        <Repeated
          key={group}
          group={group}
          fields={fields.filter(({ repeatsIn }) => repeatsIn === group)}
          form={form}
        />
      ))}
    </>
  )
}

function Bound({
  field,
  occurrence,
  form,
}: {
  readonly field: CustomField
  readonly occurrence: number
  readonly form: RecordFormOf
}) {
  const at = form.values.extras.findIndex(
    (extra) => foldedName(extra.name) === foldedName(field.name) && extra.occurrence === occurrence,
  )
  const path = `extras.${at}`
  return (
    <FieldInput
      field={field}
      value={form.values.extras[at]?.value ?? ''}
      error={at < 0 ? undefined : (form.errors[`${path}.value`] ?? form.errors[`${path}.name`])}
      onChange={(value) => {
        if (at >= 0) form.setFieldValue(`${path}.value`, value)
        else form.insertListItem('extras', { name: field.name, value, occurrence })
      }}
    />
  )
}

function Repeated({
  group,
  fields,
  form,
}: {
  readonly group: string
  readonly fields: readonly CustomField[]
  readonly form: RecordFormOf
}) {
  const { t } = useWords()
  const names = new Set(fields.map(({ name }) => foldedName(name)))
  const isOurs = ({ name }: { readonly name: string }): boolean => names.has(foldedName(name))
  const filled = new Set(form.values.extras.filter(isOurs).map(({ occurrence }) => occurrence))
  const [opened, setOpened] = useState<readonly number[]>([])
  const occurrences = [...new Set([...filled, ...opened])].sort((one, other) => one - other)
  const next = Math.max(-1, ...occurrences) + 1
  return (
    <>
      {occurrences.map((occurrence, index) => {
        const caption = t('fields.occurrence', { group, number: index + 1 })
        return (
          <fieldset
            key={occurrence}
            className={classes.repeated}
            style={{ borderWidth: '0 0 0 2px' }}
            aria-label={caption}
          >
            <div className={classes.caption}>
              <span>{caption}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('fields.removeOccurrence', { group, number: index + 1 })}
                onClick={() => {
                  setOpened(opened.filter((one) => one !== occurrence))
                  form.setFieldValue(
                    'extras',
                    form.values.extras.filter((extra) => !(isOurs(extra) && extra.occurrence === occurrence)),
                  )
                }}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </div>
            <div className={classes.typed}>
              {fields.map((field) => (
                <Bound key={field.id} field={field} occurrence={occurrence} form={form} />
              ))}
            </div>
          </fieldset>
        )
      })}
      {next < 100 && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setOpened([...opened, next])}
        >
          {t('fields.addOccurrence', { group })}
        </Button>
      )}
    </>
  )
}
