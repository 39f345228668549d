/** Names that lead here, and honours in the order they are worn. */
import { Autocomplete, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { honourGrades, inOrderOfWear, knownHonours } from '../../../core/people/honour.rules.ts'
import { aliasInput, aliasKinds, honourInput } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { Lines } from './Lines.tsx'
import classes from './Record.module.css'
import { aliasKindKeys } from './status-words.ts'

type FieldsProps = { readonly form: RecordFormOf }

const emptyAlias = aliasInput.parse({ name: '' })
const emptyHonour = honourInput.parse({ name: '' })

export function AliasFields({ form }: FieldsProps) {
  const { t } = useWords()
  return (
    <Lines form={form} list="aliases" add="form.addAlias" empty={emptyAlias}>
      {(field, alias, index) => (
        <>
          <Select
            className={classes.c3}
            label={t('field.kind')}
            data={aliasKinds.map((kind) => ({ value: kind, label: t(aliasKindKeys[kind]) }))}
            {...field('kind')}
          />
          <TextInput className={classes.c5} label={t('field.name')} {...field('name')} />
          <Checkbox
            className={classes.tick}
            label={t('field.printed')}
            checked={alias.printed}
            onChange={(event) => form.setFieldValue(`aliases.${index}.printed`, event.currentTarget.checked)}
          />
        </>
      )}
    </Lines>
  )
}

export function HonourFields({ form }: FieldsProps) {
  const { t } = useWords()
  const used = useQuery(ask.people.choices.queryOptions({ input: {} })).data?.honours ?? []
  const { honours } = form.values
  const sorted = inOrderOfWear(honours)
  const inOrder = sorted.every((honour, at) => honour === honours[at])
  return (
    <>
      <Lines form={form} list="honours" add="form.addHonour" empty={emptyHonour} ordered>
        {(field) => (
          <>
            <Autocomplete
              className={classes.c6}
              label={t('field.honour')}
              data={[...knownHonours, ...used.filter((name) => !knownHonours.includes(name))]}
              limit={20}
              {...field('name')}
            />
            <Autocomplete
              className={classes.c4}
              label={t('field.grade')}
              data={[...honourGrades]}
              {...field('grade')}
            />
            <TextInput
              className={classes.c2}
              label={t('field.year')}
              inputMode="numeric"
              maxLength={4}
              {...field('year')}
            />
          </>
        )}
      </Lines>
      {!inOrder && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={() => form.setFieldValue('honours', sorted)}>
          {t('form.orderOfWear')}
        </Button>
      )}
    </>
  )
}
