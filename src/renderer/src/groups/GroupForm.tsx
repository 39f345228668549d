import { Button, Group, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { wouldLoop } from '../../../core/people/groups/groups.rules.ts'
import { groupKinds } from '../../../core/people/people.requests.ts'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { groupKindKeys } from '../people/status-words.ts'
import { troubleOf, troubleWords } from '../ui/refusals.ts'
import { useOrder } from '../ui/use-order.tsx'
import classes from './Groups.module.css'

type Values = Pick<GroupNode, 'kind' | 'name' | 'parent' | 'founded' | 'closed' | 'declared' | 'notes'>

const blank: Values = {
  kind: 'section',
  name: '',
  parent: null,
  founded: '',
  closed: '',
  declared: false,
  notes: '',
}

/** A group to make or to change; what does not suit is said beside its field. */
export function GroupForm({
  groups,
  group,
  under,
  onDone,
  onLeave,
}: {
  readonly groups: readonly GroupNode[]
  readonly group?: GroupNode
  /** The group a new one stands under. */
  readonly under?: GroupNode
  readonly onDone: (id: number) => void
  readonly onLeave: () => void
}) {
  const words = useWords()
  const { t } = words
  const [values, setValues] = useState<Values>(
    group === undefined ? { ...blank, ...(under === undefined ? {} : { parent: under.id, kind: under.kind }) } : group,
  )
  // The revision the typing began on, so that a change made elsewhere since is seen.
  const [revision] = useState(group?.revision ?? 0)
  const [trouble, setTrouble] = useState<{ readonly field: string; readonly text: string }>()
  const set = <F extends keyof Values>(field: F, value: Values[F]) => {
    setValues((before) => ({ ...before, [field]: value }))
    setTrouble(undefined)
  }
  const error = (field: keyof Values) => (trouble?.field === field ? trouble.text : undefined)
  const save = useOrder(
    ({ kind, name, parent, founded, closed, declared, notes }: Values) => {
      const facts = { kind, name, parent, founded, closed, declared, notes }
      return group === undefined
        ? client.groups.create(facts)
        : client.groups.update({ id: group.id, revision, ...facts })
    },
    {
      done: ({ id }) => {
        onDone(id)
        return t(group === undefined ? 'groups.made' : 'groups.saved')
      },
      refused: (thrown) => {
        const found = troubleOf(thrown)
        if (found.kind !== 'refused' || found.refusal.field === undefined || !(found.refusal.field in blank))
          return false
        setTrouble({ field: found.refusal.field, text: troubleWords(found, words) })
        return true
      },
    },
  )
  const parents = groups.filter(({ id }) => group === undefined || !wouldLoop(groups, group.id, id))
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(values)
      }}
    >
      <TextInput
        label={t('field.name')}
        data-autofocus
        maxLength={120}
        value={values.name}
        error={error('name')}
        onChange={(event) => set('name', event.currentTarget.value)}
      />
      <Select
        label={t('field.kind')}
        allowDeselect={false}
        data={groupKinds.map((kind) => ({ value: kind, label: t(groupKindKeys[kind]) }))}
        value={values.kind}
        error={error('kind')}
        onChange={(kind) => set('kind', groupKinds.find((known) => known === kind) ?? 'other')}
      />
      <Select
        label={t('groups.parent')}
        placeholder={t('groups.noParent')}
        clearable
        searchable
        data={parents.map(({ id, name, kind }) => ({
          value: String(id),
          label: `${name} – ${t(groupKindKeys[kind])}`,
        }))}
        value={values.parent === null ? null : String(values.parent)}
        error={error('parent')}
        onChange={(parent) => set('parent', parent === null ? null : Number(parent))}
      />
      <DayInput
        label={t('groups.founded')}
        value={values.founded}
        error={error('founded')}
        onChange={(founded) => set('founded', founded)}
      />
      <DayInput
        label={t('groups.closed')}
        value={values.closed}
        error={error('closed')}
        onChange={(closed) => set('closed', closed)}
      />
      {values.kind === 'body' && (
        <Switch
          className={classes.whole ?? ''}
          label={t('groups.declared')}
          checked={values.declared}
          onChange={(event) => set('declared', event.currentTarget.checked)}
        />
      )}
      <Textarea
        className={classes.whole ?? ''}
        label={t('groups.notes')}
        autosize
        minRows={1}
        maxRows={6}
        value={values.notes}
        onChange={(event) => set('notes', event.currentTarget.value)}
      />
      <Group className={classes.whole ?? ''}>
        <Button type="submit" loading={save.isPending} disabled={values.name.trim() === ''}>
          {t('form.save')}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('fields.cancel')}
        </Button>
      </Group>
    </form>
  )
}
