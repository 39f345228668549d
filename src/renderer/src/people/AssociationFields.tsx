import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { contactStatuses, groupKinds } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { AddLine, RemoveLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import { groupKindKeys, statusKeys } from './status-words.ts'

/** What the record is to the association; names already in use are proposed. */
export function AssociationFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  const choices = useQuery(ask.people.choices.queryOptions({ input: {} })).data
  const names = (kind: string) => [
    ...new Set((choices?.groups ?? []).filter((group) => group.kind === kind).map(({ name }) => name)),
  ]
  return (
    <fieldset className={classes.group}>
      <legend>{t('record.association')}</legend>
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
        <TextInput className={classes.s12} label={t('field.profession')} {...form.getInputProps('profession')} />
      </div>
      <div style={{ marginTop: '0.875rem' }}>
        {form.values.groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          <div className={classes.line} key={index}>
            <Select
              w="12rem"
              label={t('field.kind')}
              data={groupKinds.map((kind) => ({ value: kind, label: t(groupKindKeys[kind]) }))}
              {...form.getInputProps(`groups.${index}.kind`)}
            />
            <Autocomplete
              flex={1}
              label={t('field.name')}
              data={names(group.kind)}
              {...form.getInputProps(`groups.${index}.name`)}
            />
            <RemoveLine onClick={() => form.removeListItem('groups', index)} />
          </div>
        ))}
        <AddLine
          words="form.addGroup"
          onClick={() => form.insertListItem('groups', { kind: 'house', name: '', since: '', until: '' })}
        />
      </div>
    </fieldset>
  )
}
