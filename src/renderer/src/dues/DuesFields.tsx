import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Condition } from '../../../core/people/lists/criteria.requests.ts'
import { duesStates } from '../../../core/people/lists/dues-state.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { duesStateKeys } from './dues-words.ts'

/** The fields of a criterion about dues: which year, which states, on which day. */
export function DuesFields({
  condition: { year, states, day },
  onChange,
}: {
  readonly condition: Extract<Condition, { field: 'dues' }>
  readonly onChange: (changes: Partial<Record<string, unknown>>) => void
}) {
  const { t } = useWords()
  const { years = [] } = useQuery(ask.dues.years.queryOptions({ input: {} })).data ?? {}
  return (
    <>
      <Select
        aria-label={t('dues.year')}
        placeholder={t('dues.yearOfDay')}
        data={years.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={year === null ? null : String(year)}
        onChange={(chosen) => onChange({ year: chosen === null ? null : Number(chosen) })}
        clearable
      />
      <MultiSelect
        aria-label={t('dues.states')}
        placeholder={states.length === 0 ? t('dues.anyState') : ''}
        data={duesStates.map((state) => ({ value: state, label: t(duesStateKeys[state]) }))}
        value={[...states]}
        onChange={(chosen) => onChange({ states: chosen })}
      />
      <DayInput
        aria-label={t('dues.onDay')}
        placeholder={t('dues.asToday')}
        value={day}
        onChange={(chosen) => onChange({ day: chosen })}
      />
    </>
  )
}
