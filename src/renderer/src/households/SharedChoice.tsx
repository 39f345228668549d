import { Radio } from '@mantine/core'
import type { SharedChange } from '../../../core/people/households/sharing.rules.ts'
import { useWords } from '../i18n/words.tsx'

const choices = [
  ['all', 'household.forAll'],
  ['onlyMe', 'household.onlyMe'],
  ['leaveHousehold', 'household.leaveWithIt'],
] as const

/** Asks whom a changed address of the household is for. */
export function SharedChoice({
  value,
  onChange,
}: {
  readonly value: SharedChange
  readonly onChange: (value: SharedChange) => void
}) {
  const { t } = useWords()
  return (
    <Radio.Group
      mt="md"
      label={t('household.sharedWith')}
      value={value}
      onChange={(chosen) => onChange(choices.find(([one]) => one === chosen)?.[0] ?? 'all')}
    >
      {choices.map(([one, words]) => (
        <Radio key={one} value={one} label={t(words)} mt={6} />
      ))}
    </Radio.Group>
  )
}
