/** The people through whom an organisation is reached. */
import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode, Ref } from 'react'
import { useState } from 'react'
import { representativeInput, representativeRanks } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from './DayInput.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { Lines } from './Lines.tsx'
import classes from './Record.module.css'
import { rankKeys } from './status-words.ts'

/** Nobody yet: such a line is not kept. */
const emptyRepresentative = { ...representativeInput.parse({ person: 1 }), person: 0 }

export function RepresentativeFields({ form }: { readonly form: RecordFormOf }) {
  const { t } = useWords()
  return (
    <Lines form={form} list="representatives" add="form.addRepresentative" tall empty={emptyRepresentative}>
      {(field, representative, index) => (
        <>
          <PersonPicker
            className={classes.c5}
            label={t('field.person')}
            person={representative.person}
            error={field('person').error}
            path={`representatives.${index}.person`}
            onPick={(person) => form.setFieldValue(`representatives.${index}.person`, person)}
          />
          <Select
            className={classes.c3}
            label={t('field.rank')}
            data={representativeRanks.map((rank) => ({ value: rank, label: t(rankKeys[rank]) }))}
            {...field('rank')}
          />
          <TextInput className={classes.c4} label={t('field.role')} {...field('role')} />
          <DayInput className={classes.c2} label={t('field.from')} {...field('since')} />
          <DayInput className={classes.c2} label={t('field.until')} {...field('until')} />
        </>
      )}
    </Lines>
  )
}

/** A person of the register, found as one types any part of the name; the list stays shut until one types or asks with an arrow. `0` is nobody. */
export function PersonPicker({
  label,
  person,
  onPick,
  error,
  className,
  everybody = false,
  inputRef,
  path,
}: {
  readonly label: string
  /** Organisations and the deceased too. */
  readonly everybody?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** Where the person stands in the values of the form. */
  readonly path?: string
  readonly person: number
  readonly onPick: (person: number) => void
  readonly error?: ReactNode
  readonly className?: string | undefined
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(false)
  const [search] = useDebouncedValue(typed, 80)
  const chosen = useQuery({
    ...ask.people.read.queryOptions({ input: { id: person } }),
    enabled: person > 0,
    retry: false,
  })
  const found = useQuery({
    ...ask.people.list.queryOptions({
      input: { search, ...(everybody ? { deceased: true } : { kind: 'person' as const }), limit: 12 },
    }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.rows ?? []).map(({ id, displayName, city }) => ({
    value: String(id),
    label: city === '' ? displayName : `${displayName} – ${city}`,
  }))
  const name = chosen.data?.displayName ?? ''
  const value = person > 0 ? String(person) : null
  const data =
    value === null || options.some((option) => option.value === value)
      ? options
      : [{ value, label: name === '' ? value : name }, ...options]
  return (
    <Select
      {...(className === undefined ? {} : { className })}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(path === undefined ? {} : { 'data-path': path })}
      label={label}
      placeholder={t('form.findPerson')}
      data={data}
      value={value}
      onChange={(id) => onPick(id === null ? 0 : Number(id))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      openOnFocus={false}
      onClick={() => {
        if (typed === '') setOpened(false)
      }}
      // People come already sought by the office; the name of who is chosen stands in the field and seeks nobody else.
      filter={({ options: all }) => all}
      nothingFoundMessage={t('people.nobodyFound')}
      error={error}
      autoComplete="off"
    />
  )
}
