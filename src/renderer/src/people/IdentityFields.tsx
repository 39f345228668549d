import { Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import classes from './Record.module.css'
import type { RecordKind, RecordValues, TextField } from './record-values.ts'

export type RecordFormOf = UseFormReturnType<RecordValues>

type Place = {
  readonly field: TextField
  readonly words: PlainKey
  readonly width: 's2' | 's3' | 's4' | 's5' | 's6' | 's8'
  readonly help?: PlainKey
}

const personUsual: readonly Place[] = [
  { field: 'civility', words: 'field.civility', width: 's2' },
  { field: 'firstName', words: 'field.firstName', width: 's4' },
  { field: 'particle', words: 'field.particle', width: 's2' },
  { field: 'lastName', words: 'field.lastName', width: 's4' },
]
const personMore: readonly Place[] = [
  { field: 'birthName', words: 'field.birthName', width: 's4' },
  { field: 'studiedName', words: 'field.studiedName', width: 's4' },
  { field: 'otherNames', words: 'field.otherNames', width: 's4' },
  { field: 'title', words: 'field.title', width: 's3' },
  { field: 'nobility', words: 'field.nobility', width: 's3' },
  { field: 'suffix', words: 'field.suffix', width: 's2' },
  { field: 'pronoun', words: 'field.pronoun', width: 's3', help: 'form.pronounHelp' },
]
const organisationUsual: readonly Place[] = [
  { field: 'name', words: 'field.organisationName', width: 's8' },
  { field: 'acronym', words: 'field.acronym', width: 's4' },
]
const filing: readonly Place[] = [
  { field: 'originalName', words: 'field.originalName', width: 's6', help: 'form.originalHelp' },
  { field: 'sortOverride', words: 'field.sortOverride', width: 's6', help: 'form.sortHelp' },
]

/** The name, its parts kept apart; the rarer ones wait behind a button unless they are filled. */
export function IdentityFields({ kind, form }: { readonly kind: RecordKind; readonly form: RecordFormOf }) {
  const { t } = useWords()
  const rare = kind === 'person' ? [...personMore, ...filing] : filing
  const filled = rare.some(({ field }) => form.values[field] !== '' || form.errors[field] !== undefined)
  const [opened, { open }] = useDisclosure(filled)
  const usual = kind === 'person' ? personUsual : organisationUsual
  const places = opened || filled ? [...usual, ...rare] : usual
  return (
    <>
      <div className={classes.grid}>
        {places.map(({ field, words, width, help }, index) => (
          <TextInput
            key={field}
            className={classes[width]}
            label={t(words)}
            description={help && t(help)}
            placeholder={field === 'particle' ? t('form.particleHelp') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data-autofocus={index === 0 || undefined}
            {...form.getInputProps(field)}
          />
        ))}
      </div>
      {!(opened || filled) && (
        <Button variant="subtle" size="compact-md" mt="sm" onClick={open}>
          {t('form.moreNames')}
        </Button>
      )}
    </>
  )
}
