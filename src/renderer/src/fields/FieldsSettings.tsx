import { ActionIcon, Button, Group, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { useOrder } from '../ui/use-order.tsx'
import { WhenFresh } from '../ui/WhenFresh.tsx'
import { FieldForm } from './FieldForm.tsx'
import classes from './Fields.module.css'
import { appliesKeys, fieldTypeKeys } from './field-words.ts'

/** A field that is changed, a column that is given a type, or one that is new. */
type Doing = { readonly id?: number; readonly name?: string }

/** What the association adds to its records: fields made, typed, ordered, taken away. */
export function FieldsSettings() {
  const { t } = useWords()
  const [doing, setDoing] = useState<Doing>()
  const list = ask.fields.list.queryOptions({ input: {} })
  const asked = useQuery(list).data
  const queries = useQueryClient()
  const order = useOrder((ids: readonly number[]) => client.fields.order({ ids: [...ids] }), {
    done: () => t('fields.ordered'),
  })
  const remove = useOrder((id: number) => client.fields.remove({ id }), { done: () => t('fields.removed') })
  if (asked === undefined) return null
  const { fields, untyped } = asked
  const field = fields.find(({ id }) => id === doing?.id)
  const leave = () => setDoing(undefined)
  const up = (index: number) => {
    const inOrder = [...fields]
    const [moved] = inOrder.splice(index, 1)
    if (moved !== undefined) inOrder.splice(index - 1, 0, moved)
    // Shown at once: the next press moves it on from where it is seen.
    void queries.cancelQueries({ queryKey: list.queryKey })
    queries.setQueryData(list.queryKey, { ...asked, fields: inOrder })
    order.mutate(
      inOrder.map(({ id }) => id),
      { onError: () => void queries.invalidateQueries({ queryKey: list.queryKey }) },
    )
  }
  return (
    <section aria-label={t('fields.title')}>
      <Title order={2}>{t('fields.title')}</Title>
      <Text c="dimmed">{t('fields.lead')}</Text>
      {fields.length === 0 && <p className={classes.quiet}>{t('fields.none')}</p>}
      <ul className={classes.list}>
        {fields.map((field, index) => (
          <li key={field.id}>
            <span className={classes.name}>
              {field.name}{' '}
              <span className={classes.quiet}>
                {[
                  t(fieldTypeKeys[field.type]),
                  t(appliesKeys[field.applies]),
                  field.repeatsIn,
                  t('fields.count', { count: field.count }),
                ]
                  .filter(Boolean)
                  .join(', ')
                  .toLowerCase()}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={index === 0}
              aria-label={t('fields.up', { name: field.name })}
              title={t('fields.up', { name: field.name })}
              onClick={() => up(index)}
            >
              <Icon name="up" size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('fields.change', { name: field.name })}
              title={t('fields.change', { name: field.name })}
              onClick={() => setDoing({ id: field.id })}
            >
              <Icon name="edit" size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('fields.remove', { name: field.name })}
              title={t('fields.remove', { name: field.name })}
              onClick={() => remove.mutate(field.id)}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {doing === undefined ? (
        <Group>
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setDoing({})}>
            {t('fields.new')}
          </Button>
        </Group>
      ) : (
        <WhenFresh key={doing.id ?? doing.name ?? ''} of={ask.fields.list.key()}>
          <FieldForm
            {...(field === undefined ? {} : { field })}
            {...(doing.name === undefined ? {} : { name: doing.name })}
            onLeave={leave}
          />
        </WhenFresh>
      )}
      {untyped.length > 0 && (
        <>
          <Title order={3} mt="lg" size="1rem">
            {t('fields.untyped')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('fields.untypedHelp')}
          </Text>
          <ul className={classes.list}>
            {untyped.map(({ name, count }) => (
              <li key={name}>
                <span className={classes.name}>
                  {name} <span className={classes.quiet}>{t('fields.count', { count })}</span>
                </span>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t('fields.giveType', { name })}
                  onClick={() => setDoing({ name })}
                >
                  {t('fields.typeIt')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
