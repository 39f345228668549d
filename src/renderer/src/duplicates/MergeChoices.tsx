/** Where two records differ, and what the absorbed one brings: chosen line by line. */
import { Checkbox, Radio, Stack } from '@mantine/core'
import { dayInWords } from '../../../core/people/day.rules.ts'
import type { MergePreview } from '../../../core/people/duplicates/duplicates.requests.ts'
import type { Choices, FieldChoice, MergeField } from '../../../core/people/duplicates/merge.rules.ts'
import { contactStatuses } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { shownPhone } from '../people/shown-phone.ts'
import { statusKeys } from '../people/status-words.ts'
import { useHome } from '../register/use-home.ts'
import { fragmentOf } from '../ui/route.ts'
import classes from './Duplicates.module.css'
import { fieldWords } from './field-words.ts'

/** Fields that are days, and lists whose lines bear some. */
const dayFields: ReadonlySet<string> = new Set(['born', 'died', 'joined', 'left', 'confirmed'])
const datedLists: ReadonlySet<string> = new Set(['groups', 'honours', 'stays', 'mandates', 'representatives'])

export type MergeChoicesProps = {
  readonly preview: MergePreview
  readonly choices: Choices
  readonly onChoose: (field: string, choice: FieldChoice) => void
}

function useFieldName(): (field: string) => string {
  const { t } = useWords()
  return (field) => {
    const words = fieldWords(field)
    return 'key' in words ? t(words.key) : words.name
  }
}

export function MergeDifferences({ preview, choices, onChoose }: MergeChoicesProps) {
  const { t } = useWords()
  const { keep, absorb, fields, attached } = preview
  const mine = (table: string) => attached.some((one) => one.table === table)
  const singles = [...(mine('photo') ? ['photo'] : []), ...(mine('household_member') ? ['household'] : [])]
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th className={classes.field} aria-label={t('duplicates.differences')} />
          {[[t('duplicates.kept'), keep] as const, [t('duplicates.absorbed'), absorb] as const].map(
            ([role, { id, displayName }]) => (
              <th key={id} scope="col">
                <a className={classes.link} href={fragmentOf({ screen: 'record', id, editing: false })}>
                  {displayName}
                </a>
                <div className={classes.quiet}>{role}</div>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <Difference
            key={field.field}
            field={field}
            choice={choices[field.field] ?? field.proposed}
            onChoose={onChoose}
          />
        ))}
        {singles.map((field) => (
          <Difference
            key={field}
            field={{ field, keep: '', absorb: '…', proposed: 'keep', choices: ['keep', 'absorb'] }}
            choice={choices[field] ?? 'keep'}
            onChoose={onChoose}
          />
        ))}
        {fields.length + singles.length === 0 && (
          <tr>
            <td colSpan={3}>{t('duplicates.noDifference')}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Difference({
  field: { field, keep, absorb, choices },
  choice,
  onChoose,
}: {
  readonly field: MergeField
  readonly choice: FieldChoice
  readonly onChoose: MergeChoicesProps['onChoose']
}) {
  const { t, language } = useWords()
  const name = useFieldName()(field)
  const said = (text: string): string => {
    const status = field === 'status' ? contactStatuses.find((known) => known === text) : undefined
    if (status !== undefined) return t(statusKeys[status])
    return (dayFields.has(field) ? dayInWords(text, language) : text) || t('duplicates.empty')
  }
  const radio = (value: FieldChoice, label: string) => (
    <Radio
      name={`merge-${field}`}
      value={value}
      label={label}
      checked={choice === value}
      aria-label={`${t('record.field', { field: name })} ${label}`}
      onChange={() => onChoose(field, value)}
    />
  )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {radio('keep', said(keep))}
        {choices.includes('both') && radio('both', t('duplicates.both'))}
      </td>
      <td>{radio('absorb', said(absorb))}</td>
    </tr>
  )
}

export function MergeAdditions({ preview, choices, onChoose }: MergeChoicesProps) {
  const { t, language } = useWords()
  const home = useHome()
  const fieldName = useFieldName()
  const said = (list: string, text: string): string => {
    if (list === 'phones') return shownPhone(text, home, language)
    if (!datedLists.has(list)) return text
    const between = text.replace(/(?<!\S)(\d{4}(?:-\d{2}){0,2}) (?=\d{4}(?:-\d{2}){0,2}(?!\S))/g, '$1 – ')
    return between.replace(/(?<!\S)\d{4}-\d{2}(?:-\d{2})?(?!\S)/g, (day) => dayInWords(day, language))
  }
  const lists = preview.lists.filter(({ added, repeated }) => added.length + repeated > 0)
  if (lists.length === 0) return null
  return (
    <>
      <h2 className={classes.section}>{t('duplicates.added')}</h2>
      <table className={classes.table}>
        <tbody>
          {lists.map(({ list, added, repeated }) => (
            <tr key={list}>
              <th scope="row" className={classes.field}>
                {fieldName(list)}
              </th>
              <td>
                <Stack gap="xs">
                  {added.map(({ at, text }) => (
                    <Checkbox
                      key={at}
                      label={said(list, text)}
                      checked={choices[`${list}.${at}`] !== 'keep'}
                      onChange={(event) => onChoose(`${list}.${at}`, event.currentTarget.checked ? 'both' : 'keep')}
                    />
                  ))}
                  {repeated > 0 && (
                    <span className={classes.quiet}>{t('duplicates.repeated', { count: repeated })}</span>
                  )}
                </Stack>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
