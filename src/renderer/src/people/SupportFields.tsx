/** What a contact offers to others or asks of them, and the languages one writes to it in. */
import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { supportInput, supportSubjects } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from './DayInput.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { Lines } from './Lines.tsx'
import classes from './Record.module.css'
import { supportSubjectKeys } from './status-words.ts'

const emptySupport = supportInput.parse({})

/** Languages people write in, ISO 639-1. */
const languageCodes =
  'ar bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka km ko lb lo lt lv mg mk mn ms mt my ne nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi wo zh'.split(
    ' ',
  )

/** Names of languages in the window's language, from their codes. */
export function useLanguageNames(): (code: string) => string {
  const { locale } = useWords()
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }), [locale])
  return (code) => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  }
}

/** Languages to choose from in the order of their names; `others` are there too. */
export function useLanguages(others: readonly string[] = []): { readonly value: string; readonly label: string }[] {
  const name = useLanguageNames()
  const { locale } = useWords()
  return [...new Set([...languageCodes, ...others])]
    .map((code) => ({ value: code, label: name(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
}

/** Several languages, the preferred first. */
export function LanguagesInput({
  label,
  className,
  value,
  onChange,
}: {
  readonly label: string
  readonly className?: string | undefined
  readonly value: readonly string[]
  readonly onChange: (codes: string[]) => void
}) {
  const data = useLanguages(value)
  return (
    <MultiSelect
      {...(className === undefined ? {} : { className })}
      label={label}
      data={data}
      value={[...value]}
      onChange={onChange}
      maxValues={8}
      searchable
      hidePickedOptions
    />
  )
}

export function SupportFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  return (
    <Lines form={form} list="supports" add="form.addSupport" tall empty={emptySupport}>
      {(field, support, index) => (
        <>
          <Select
            className={classes.c2}
            label={t('field.way')}
            data={[
              { value: 'offers', label: t('support.offers') },
              { value: 'asks', label: t('support.asks') },
            ]}
            {...field('way')}
          />
          <Select
            className={classes.c3}
            label={t('field.subject')}
            data={supportSubjects.map((subject) => ({ value: subject, label: t(supportSubjectKeys[subject]) }))}
            {...field('subject')}
          />
          <TextInput className={classes.c5} label={t('field.field')} {...field('field')} />
          <DayInput className={classes.c2} label={t('field.until')} {...field('until')} />
          <LanguagesInput
            className={classes.c5}
            label={t('field.spoken')}
            value={support.languages}
            onChange={(codes) => form.setFieldValue(`supports.${index}.languages`, codes)}
          />
          <TextInput className={classes.c7} label={t('field.notes')} {...field('notes')} />
        </>
      )}
    </Lines>
  )
}
