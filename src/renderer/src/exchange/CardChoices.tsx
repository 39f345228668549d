import { Checkbox, Select, Stack } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import type { Cards } from './ways-out.ts'

/** How whole contacts go out: with their photos, and address cards in which version, in one file or several. */
export function CardChoices({
  cards,
  ofVcard,
  change,
}: {
  readonly cards: Cards
  readonly ofVcard: boolean
  readonly change: (cards: Cards) => void
}) {
  const { t } = useWords()
  return (
    <Stack align="flex-start">
      <Checkbox
        label={t('export.photos')}
        checked={cards.photos}
        onChange={(event) => change({ ...cards, photos: event.currentTarget.checked })}
      />
      {ofVcard && (
        <>
          <Checkbox
            label={t('export.cardEach')}
            checked={cards.each}
            onChange={(event) => change({ ...cards, each: event.currentTarget.checked })}
          />
          <Select
            label={t('export.cardVersion')}
            data={[
              { value: '4.0', label: t('export.card4') },
              { value: '3.0', label: t('export.card3') },
            ]}
            allowDeselect={false}
            value={cards.version}
            onChange={(version) => change({ ...cards, version: version === '3.0' ? '3.0' : '4.0' })}
            w="18rem"
          />
        </>
      )}
    </Stack>
  )
}
