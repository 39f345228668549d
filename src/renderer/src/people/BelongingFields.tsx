/** Dated belongings: groups, stays, mandates. */
import { Autocomplete, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { saidTwice } from '../../../core/people/groups/groups.rules.ts'
import {
  type GroupKind,
  groupInput,
  groupKinds,
  mandateInput,
  stayInput,
} from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from './DayInput.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { Lines } from './Lines.tsx'
import classes from './Record.module.css'
import { groupKindKeys } from './status-words.ts'

type FieldsProps = { readonly form: RecordFormOf }

const emptyGroup = groupInput.parse({ name: '' })
const emptyStay = stayInput.parse({ house: '' })
const emptyMandate = mandateInput.parse({ body: '' })

/** Names of groups in use, of one kind. */
function useGroupNames(): (kind: GroupKind) => string[] {
  const groups = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.groups ?? []
  return (kind) => [...new Set(groups.filter((group) => group.kind === kind).map(({ name }) => name))]
}

export function GroupFields({ form }: FieldsProps) {
  const { t } = useWords()
  const names = useGroupNames()
  return (
    <Lines form={form} list="groups" add="form.addGroup" empty={emptyGroup}>
      {(field, group) => (
        <>
          <Select
            className={classes.c3}
            label={t('field.kind')}
            data={groupKinds.map((kind) => ({ value: kind, label: t(groupKindKeys[kind]) }))}
            {...field('kind')}
          />
          <Autocomplete
            className={classes.c5}
            label={t(group.kind === 'house' ? 'group.house' : 'field.name')}
            data={names(group.kind)}
            {...field('name')}
          />
          <DayInput className={classes.c2} label={t('field.from')} {...field('since')} />
          <DayInput className={classes.c2} label={t('field.until')} {...field('until')} />
        </>
      )}
    </Lines>
  )
}

export function StayFields({ form }: FieldsProps) {
  const { t } = useWords()
  const names = useGroupNames()
  return (
    <Lines form={form} list="stays" add="form.addStay" empty={emptyStay}>
      {(field) => (
        <>
          <Autocomplete className={classes.c4} label={t('group.house')} data={names('house')} {...field('house')} />
          <DayInput className={classes.c2} label={t('field.from')} {...field('since')} />
          <DayInput className={classes.c2} label={t('field.until')} {...field('until')} />
          <TextInput className={classes.c1} label={t('field.room')} {...field('room')} />
          <TextInput className={classes.c3} label={t('field.programme')} {...field('programme')} />
        </>
      )}
    </Lines>
  )
}

export function MandateFields({ form }: FieldsProps) {
  const { t } = useWords()
  const names = useGroupNames()
  const functions = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.functions ?? []
  const twice = saidTwice(form.values.mandates)
  return (
    <Lines form={form} list="mandates" add="form.addMandate" tall empty={emptyMandate}>
      {(field, _mandate, index) => (
        <>
          <Autocomplete className={classes.c4} label={t('field.body')} data={names('body')} {...field('body')} />
          <Autocomplete
            className={classes.c4}
            label={t('field.function')}
            data={[...functions]}
            {...field('function')}
          />
          <DayInput className={classes.c2} label={t('field.from')} {...field('since')} />
          <DayInput className={classes.c2} label={t('field.until')} {...field('until')} />
          <TextInput
            className={classes.c4}
            label={t('field.election')}
            placeholder={t('form.electionHelp')}
            {...field('election')}
          />
          <DayInput className={classes.c4} label={t('field.declared')} {...field('declared')} />
          <DayInput className={classes.c4} label={t('field.endDeclared')} {...field('endDeclared')} />
          {twice.has(index) && (
            <Text className={classes.whole} role="status">
              {t('form.mandateTwice')}
            </Text>
          )}
        </>
      )}
    </Lines>
  )
}
