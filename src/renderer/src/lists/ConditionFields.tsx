import { Autocomplete, MultiSelect, NumberInput, type OptionsFilter, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fold } from '../../../core/kit/text.ts'
import { consentFields, consentMedia } from '../../../core/people/consents/consents.rules.ts'
import {
  type Condition,
  customOperators,
  dayOperators,
  numberOperators,
  presences,
  textOperators,
} from '../../../core/people/lists/criteria.requests.ts'
import {
  addressKinds,
  aliasKinds,
  contactStatuses,
  groupKinds,
  supportSubjects,
} from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { DuesFields } from '../dues/DuesFields.tsx'
import { useWords, type Words } from '../i18n/words.tsx'
import { useCountries } from '../people/CountryInput.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { useLanguages } from '../people/SupportFields.tsx'
import {
  addressKindKeys,
  aliasKindKeys,
  groupKindKeys,
  statusKeys,
  supportSubjectKeys,
} from '../people/status-words.ts'
import { isChoiceField, isDayField, isTextField, operatorKeys, presenceKeys } from './condition-words.ts'

type Choice = { readonly value: string; readonly label: string }
type Choices = ReturnType<typeof useChoices>

const useChoices = () => useQuery(ask.people.choices.queryOptions({ input: {} })).data

/** Accents and capitals do not keep a choice from being found. */
const byAnySpelling: OptionsFilter = ({ options, search }) =>
  options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))

/** What a field that is one of a few words may be. */
function valuesOf(
  field: string,
  { t }: Words,
  choices: Choices,
  { countries, languages }: Readonly<Record<'countries' | 'languages', readonly Choice[]>>,
): readonly Choice[] {
  const named = (values: readonly { readonly name: string }[]) =>
    values.map(({ name }) => ({ value: name, label: name }))
  switch (field) {
    case 'kind':
      return [
        { value: 'person', label: t('people.persons') },
        { value: 'organisation', label: t('people.organisations') },
      ]
    case 'status':
      return contactStatuses.map((value) => ({ value, label: t(statusKeys[value]) }))
    case 'category':
      return named(choices?.categories ?? [])
    case 'tag':
      return named(choices?.tags ?? [])
    case 'country':
      return countries
    case 'language':
      return languages
    case 'addressKind':
      return addressKinds.map((value) => ({ value, label: t(addressKindKeys[value]) }))
    case 'aliasKind':
      return aliasKinds.map((value) => ({ value, label: t(aliasKindKeys[value]) }))
    case 'supportWay':
      return [
        { value: 'offers', label: t('lists.offers') },
        { value: 'asks', label: t('lists.asks') },
      ]
    case 'supportSubject':
      return supportSubjects.map((value) => ({ value, label: t(supportSubjectKeys[value]) }))
    default:
      return [
        { value: 'partner', label: t('household.partner') },
        { value: 'child', label: t('household.child') },
        { value: 'other', label: t('household.other') },
      ]
  }
}

/** The fields of one criterion, after what it is about. */
export function ConditionFields({
  condition,
  onChange,
}: {
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}) {
  const words = useWords()
  const { t } = words
  const choices = useChoices()
  const countries = useCountries()
  const languages = useLanguages()
  const lists = useQuery(ask.lists.list.queryOptions({ input: {} })).data?.lists ?? []
  const set = (changes: Partial<Record<string, unknown>>) => onChange({ ...condition, ...changes } as Condition)
  const operator = (known: readonly (keyof typeof operatorKeys)[], op: string) => (
    <Select
      aria-label={t('lists.operator')}
      data={known.map((value) => ({ value, label: t(operatorKeys[value]) }))}
      value={op}
      onChange={(value) => set({ op: value ?? op })}
      allowDeselect={false}
    />
  )
  const text = (field: string, value: string, label: string) => (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={200}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  const day = (field: string, value: string, label: string) => (
    <DayInput aria-label={label} placeholder={label} value={value} onChange={(next) => set({ [field]: next })} />
  )
  const groupNames = (kinds: readonly string[]) => [
    ...new Set(
      (choices?.groups ?? []).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(({ name }) => name),
    ),
  ]
  const asksValue = 'op' in condition && condition.op !== 'known' && condition.op !== 'unknown'

  if (isTextField(condition.field) && 'op' in condition) {
    return (
      <>
        {operator(textOperators, condition.op)}
        {asksValue && text('value', String(condition.value), t('field.value'))}
      </>
    )
  }
  if (isDayField(condition.field) && 'op' in condition) {
    return (
      <>
        {operator(dayOperators, condition.op)}
        {asksValue && day('value', String(condition.value), t('lists.day'))}
        {condition.op === 'between' && 'until' in condition && day('until', String(condition.until), t('lists.andDay'))}
      </>
    )
  }
  if (isChoiceField(condition.field) && 'values' in condition) {
    return (
      <MultiSelect
        aria-label={t('field.value')}
        placeholder={condition.values.length === 0 ? t('field.value') : ''}
        data={valuesOf(condition.field, words, choices, { countries, languages })}
        value={[...condition.values]}
        onChange={(values) => set({ values })}
        searchable
        filter={byAnySpelling}
      />
    )
  }
  switch (condition.field) {
    case 'age':
      return (
        <>
          {operator(numberOperators, condition.op)}
          <NumberInput
            aria-label={t('lists.years')}
            value={condition.value}
            min={0}
            max={200}
            onChange={(value) => set({ value: Number(value) || 0 })}
          />
          {condition.op === 'between' && (
            <NumberInput
              aria-label={t('lists.andYears')}
              value={condition.until}
              min={0}
              max={200}
              onChange={(until) => set({ until: Number(until) || 0 })}
            />
          )}
        </>
      )
    case 'has':
      return (
        <Select
          aria-label={t('field.value')}
          data={presences.map((value) => ({ value, label: t(presenceKeys[value]) }))}
          value={condition.what}
          onChange={(what) => set({ what: what ?? condition.what })}
          allowDeselect={false}
        />
      )
    case 'group':
      return (
        <>
          <Select
            aria-label={t('lists.groupKind')}
            placeholder={t('lists.anyKind')}
            data={groupKinds.map((value) => ({ value, label: t(groupKindKeys[value]) }))}
            value={condition.kind || null}
            onChange={(kind) => set({ kind: kind ?? '' })}
            clearable
          />
          <Autocomplete
            aria-label={t('lists.groupName')}
            placeholder={t('lists.anyGroup')}
            data={groupNames(condition.kind === '' ? [] : [condition.kind])}
            value={condition.name}
            onChange={(name) => set({ name })}
          />
          {day('day', condition.day, t('lists.anyDay'))}
          <Switch
            label={t('lists.below')}
            checked={condition.below}
            onChange={(event) => set({ below: event.currentTarget.checked })}
          />
        </>
      )
    case 'stay':
      return (
        <>
          <Autocomplete
            aria-label={t('group.house')}
            placeholder={t('lists.anyHouse')}
            data={groupNames(['house'])}
            value={condition.house}
            onChange={(house) => set({ house })}
          />
          {day('day', condition.day, t('lists.anyYear'))}
        </>
      )
    case 'mandate':
      return (
        <>
          <Autocomplete
            aria-label={t('field.body')}
            placeholder={t('lists.anyBody')}
            data={groupNames(['body'])}
            value={condition.body}
            onChange={(body) => set({ body })}
          />
          <Autocomplete
            aria-label={t('field.function')}
            placeholder={t('lists.anyFunction')}
            data={[...(choices?.functions ?? [])]}
            value={condition.function}
            onChange={(held) => set({ function: held })}
          />
          {day('day', condition.day, t('lists.anyDay'))}
        </>
      )
    case 'consent':
      return (
        <>
          <Select
            aria-label={t('lists.medium')}
            data={consentMedia.map((value) => ({ value, label: t(`consent.${value}`) }))}
            value={condition.medium}
            onChange={(medium) => set({ medium: medium ?? condition.medium })}
            allowDeselect={false}
          />
          <Select
            aria-label={t('consent.field')}
            data={consentFields.map((value) => ({ value, label: t(`consent.field.${value}`) }))}
            value={condition.about}
            onChange={(about) => set({ about: about ?? condition.about })}
            allowDeselect={false}
          />
          <Select
            aria-label={t('field.value')}
            data={[
              { value: 'yes', label: t('consent.yes') },
              { value: 'no', label: t('consent.no') },
              { value: 'unsaid', label: t('lists.unsaid') },
            ]}
            value={condition.value}
            onChange={(value) => set({ value: value ?? condition.value })}
            allowDeselect={false}
          />
        </>
      )
    case 'custom':
      return (
        <>
          <Autocomplete
            aria-label={t('field.extra')}
            placeholder={t('field.extra')}
            data={[...(choices?.extras ?? [])]}
            value={condition.name}
            onChange={(name) => set({ name })}
          />
          {operator(customOperators, condition.op)}
          {asksValue && text('value', condition.value, t('field.value'))}
          {condition.op === 'between' && text('until', condition.until, t('lists.and'))}
        </>
      )
    case 'dues':
      return <DuesFields condition={condition} onChange={set} />
    case 'list':
      return (
        <Select
          aria-label={t('lists.inList')}
          placeholder={t('lists.fixed')}
          data={lists
            .filter(({ kind }) => kind === 'fixed')
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          value={condition.id === 0 ? null : String(condition.id)}
          onChange={(id) => set({ id: Number(id ?? 0) })}
        />
      )
    case 'anything':
      return text('value', condition.value, t('field.value'))
    default:
      return null
  }
}
