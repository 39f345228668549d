import { ActionIcon, Button, Checkbox, NumberInput, Select, Table, TextInput } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import classes from './Dues.module.css'
import { blankDraft, type RateDraft, rateNatures, rateOf } from './rate-draft.ts'

const natureKeys = {
  yearly: 'dues.nature.yearly',
  free: 'dues.nature.free',
  life: 'dues.nature.life',
  exempt: 'dues.nature.exempt',
} as const

/** The rates of a year, a line each, typed over in place. */
export function RateRows({
  rates,
  tried,
  onChange,
}: {
  readonly rates: readonly RateDraft[]
  /** Once sent, an amount that is none says so. */
  readonly tried: boolean
  readonly onChange: (rates: readonly RateDraft[]) => void
}) {
  const { t } = useWords()
  const set = (at: number, changes: Partial<RateDraft>) =>
    onChange(rates.map((rate, index) => (index === at ? { ...rate, ...changes } : rate)))
  const truths = ['eligible', 'directoryCopy', 'legalPerson'] as const
  const truthKeys = {
    eligible: 'dues.eligible',
    directoryCopy: 'dues.directoryCopy',
    legalPerson: 'dues.legalPerson',
  } as const
  return (
    <div className={classes.rates}>
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.category')}</Table.Th>
            <Table.Th>{t('dues.nature')}</Table.Th>
            <Table.Th>{t('dues.amount')}</Table.Th>
            <Table.Th>{t('dues.persons')}</Table.Th>
            <Table.Th>{t('dues.votes')}</Table.Th>
            {truths.map((truth) => (
              <Table.Th key={truth}>{t(truthKeys[truth])}</Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rates.map((rate, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, its name is being typed
            <Table.Tr key={at}>
              <Table.Td miw="9rem">
                <TextInput
                  aria-label={t('field.category')}
                  value={rate.category}
                  maxLength={80}
                  onChange={(event) => set(at, { category: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td miw="8.5rem">
                <Select
                  aria-label={t('dues.nature')}
                  allowDeselect={false}
                  data={rateNatures.map((nature) => ({ value: nature, label: t(natureKeys[nature]) }))}
                  value={rate.nature}
                  onChange={(nature) => set(at, { nature: nature ?? 'yearly' })}
                />
              </Table.Td>
              <Table.Td w="7rem" miw="6rem">
                <TextInput
                  aria-label={t('dues.amount')}
                  rightSection="€"
                  inputMode="decimal"
                  disabled={rate.nature === 'exempt'}
                  value={rate.nature === 'exempt' ? '' : rate.amount}
                  error={
                    tried && rateOf(rate, { decision: '', decidedOn: '' }) === undefined
                      ? t('dues.badAmount')
                      : undefined
                  }
                  onChange={(event) => set(at, { amount: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td w="5rem" miw="4.500rem">
                <NumberInput
                  aria-label={t('dues.persons')}
                  min={1}
                  max={20}
                  value={rate.persons}
                  onChange={(persons) => set(at, { persons: Math.max(1, Number(persons) || 1) })}
                />
              </Table.Td>
              <Table.Td w="5rem" miw="4.500rem">
                <NumberInput
                  aria-label={t('dues.votes')}
                  min={0}
                  max={20}
                  value={rate.votes}
                  onChange={(votes) => set(at, { votes: Number(votes) || 0 })}
                />
              </Table.Td>
              {truths.map((truth) => (
                <Table.Td key={truth}>
                  <Checkbox
                    aria-label={t(truthKeys[truth])}
                    checked={rate[truth]}
                    onChange={(event) => set(at, { [truth]: event.currentTarget.checked })}
                  />
                </Table.Td>
              ))}
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('dues.removeRate', { name: rate.category })}
                  onClick={() => onChange(rates.filter((_, index) => index !== at))}
                >
                  <Icon name="close" size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button variant="subtle" size="compact-md" onClick={() => onChange([...rates, blankDraft])}>
        {t('dues.addRate')}
      </Button>
    </div>
  )
}
