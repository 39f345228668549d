import { Button, FileButton, Input, MultiSelect, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type CustomField,
  choiceSeparator,
  choicesIn,
  fileIn,
  fitted,
  saysYes,
} from '../../../core/people/fields/fields.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import classes from './Fields.module.css'
import { useKeepFile } from './use-file.ts'

/** A value typed as its field asks; one that does not suit yet stays as it is, and is shown. */
export function FieldInput({
  field,
  value,
  error,
  onChange,
}: {
  readonly field: CustomField
  readonly value: string
  readonly error?: ReactNode
  readonly onChange: (value: string) => void
}) {
  const { t } = useWords()
  const keep = useKeepFile()
  const common = { label: field.name, error }
  const suits = fitted(field, value) !== undefined
  // What came before the type is not among the choices: it must still be seen, and kept.
  const extra = suits || value === '' ? [] : [value]
  switch (field.type) {
    case 'day':
      return <DayInput {...common} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          searchable
          data={[...field.choices, ...extra]}
          value={fitted(field, value) || extra[0] || null}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      )
    case 'choices':
      return (
        <MultiSelect
          {...common}
          clearable
          searchable
          data={[...new Set([...field.choices, ...choicesIn(value)])]}
          value={[...choicesIn(suits ? (fitted(field, value) ?? '') : value)]}
          onChange={(chosen) => onChange(chosen.join(choiceSeparator))}
        />
      )
    case 'yesNo': {
      const said = saysYes(value)
      return (
        <Select
          {...common}
          clearable
          data={[
            { value: 'oui', label: t('consent.yes') },
            { value: 'non', label: t('consent.no') },
            ...extra.map((text) => ({ value: text, label: text })),
          ]}
          value={said === undefined ? (extra[0] ?? null) : said ? 'oui' : 'non'}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      )
    }
    case 'file':
      return (
        <Input.Wrapper {...common} labelElement="div">
          <div className={classes.file}>
            {value !== '' && <span>{fileIn(value)?.name ?? value}</span>}
            <FileButton
              onChange={async (file) => {
                const kept = file === null ? undefined : await keep(file)
                if (kept !== undefined) onChange(kept)
              }}
            >
              {(props) => (
                <Button {...props} variant="default" size="compact-md">
                  {t('fields.chooseFile')}
                </Button>
              )}
            </FileButton>
            {value !== '' && (
              <Button variant="subtle" size="compact-md" onClick={() => onChange('')}>
                {t('form.remove')}
              </Button>
            )}
          </div>
        </Input.Wrapper>
      )
    default:
      return (
        <TextInput
          {...common}
          maxLength={2000}
          inputMode={field.type === 'number' ? 'decimal' : field.type === 'link' ? 'url' : 'text'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}
