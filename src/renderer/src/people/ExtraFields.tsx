import { Autocomplete, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { TypedFields, useTypedFields } from '../fields/TypedFields.tsx'
import { useWords } from '../i18n/words.tsx'
import { AddLine, RemoveLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import type { RecordKind } from './record-values.ts'

/** The association's own headings, and notes. */
export function ExtraFields({ kind, form }: { readonly kind: RecordKind; readonly form: RecordFormOf }) {
  const { t } = useWords()
  const { fields, isTyped } = useTypedFields(kind)
  const headings = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.extras ?? []
  return (
    <div>
      <TypedFields fields={fields} form={form} />
      {form.values.extras.map(({ name }, index) =>
        isTyped(name) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          <div className={classes.line} key={index}>
            <Autocomplete
              w="16rem"
              label={t('field.extra')}
              data={[...headings]}
              {...form.getInputProps(`extras.${index}.name`)}
            />
            <TextInput flex={1} label={t('field.value')} {...form.getInputProps(`extras.${index}.value`)} />
            <RemoveLine form={form} list="extras" index={index} />
          </div>
        ),
      )}
      <AddLine form={form} list="extras" empty={{ name: '', value: '', occurrence: 0 }} words="form.addExtra" />
      <Textarea mt="sm" label={t('field.notes')} autosize minRows={3} maxRows={14} {...form.getInputProps('notes')} />
    </div>
  )
}
