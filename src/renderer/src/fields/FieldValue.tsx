import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { dayInWords } from '../../../core/people/day.rules.ts'
import { fieldsByName, fileIn, saysYes } from '../../../core/people/fields/fields.rules.ts'
import { foldedName } from '../../../core/people/people.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useSaveFile } from './use-file.ts'

/** A value of one of the association's fields, as one reads it. */
export function FieldValue({ name, value }: { readonly name: string; readonly value: string }) {
  const { t, language } = useWords()
  const save = useSaveFile()
  const { data } = useQuery(ask.fields.list.queryOptions({ input: {} }))
  const field = fieldsByName(data?.fields ?? []).get(foldedName(name))
  switch (field?.type) {
    case 'day':
      return dayInWords(value, language)
    case 'yesNo': {
      const said = saysYes(value)
      return said === undefined ? value : t(said ? 'consent.yes' : 'consent.no')
    }
    case 'link':
      // Only what the office took as a link: nothing else may be followed.
      return /^(https?:\/\/|mailto:)/i.test(value) ? (
        <a href={value} target="_blank" rel="noreferrer noopener">
          {value}
        </a>
      ) : (
        value
      )
    case 'file': {
      const file = fileIn(value)
      if (file === undefined) return value
      return (
        <Button variant="default" size="compact-md" onClick={() => void save(value)}>
          {t('fields.openFile', { name: file.name })}
        </Button>
      )
    }
    default:
      return value
  }
}
