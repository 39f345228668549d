import { Autocomplete, Select, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { contactStatuses } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { GroupFields } from './BelongingFields.tsx'
import { DayInput } from './DayInput.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { isNewCategory } from './new-category.ts'
import classes from './Record.module.css'
import { statusKeys } from './status-words.ts'

/** What the record is to the association; names already in use are proposed. */
export function AssociationFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  const choices = useQuery(ask.people.choices.queryOptions({ input: {} })).data
  return (
    <>
      <div className={classes.grid}>
        <Select
          className={classes.s3}
          label={t('field.status')}
          data={contactStatuses.map((status) => ({ value: status, label: t(statusKeys[status]) }))}
          {...form.getInputProps('status')}
        />
        <Autocomplete
          className={classes.s3}
          label={t('field.category')}
          {...(isNewCategory(choices?.categories, form.values.category)
            ? { description: t('form.newCategory'), inputWrapperOrder: ['label', 'input', 'description', 'error'] }
            : {})}
          data={(choices?.categories ?? []).map(({ name }) => name)}
          {...form.getInputProps('category')}
        />
        <TextInput className={classes.s3} label={t('field.memberNumber')} {...form.getInputProps('memberNumber')} />
        <TextInput
          className={classes.s3}
          label={t('field.joined')}
          inputMode="numeric"
          maxLength={4}
          {...form.getInputProps('joined')}
        />
        <TextInput className={classes.s6} label={t('field.profession')} {...form.getInputProps('profession')} />
        <DayInput className={classes.s3} label={t('field.left')} {...form.getInputProps('left')} />
        <DayInput className={classes.s3} label={t('field.confirmed')} {...form.getInputProps('confirmed')} />
        <TagsInput
          className={classes.s12}
          label={t('field.tags')}
          data={(choices?.tags ?? []).map(({ name }) => name)}
          maxTags={40}
          clearable={false}
          value={form.values.tags}
          onChange={(tags) => form.setFieldValue('tags', tags)}
          acceptValueOnBlur
          error={form.errors.tags}
        />
      </div>
      <div className={classes.below}>
        <GroupFields form={form} />
      </div>
    </>
  )
}
