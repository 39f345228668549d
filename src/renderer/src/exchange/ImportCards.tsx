import { Button, Checkbox, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Look } from '../../../core/exchange/exchange.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useShownPhone } from '../people/use-shown-phone.ts'
import classes from './Import.module.css'
import { Remarks } from './ImportColumns.tsx'
import type { ImportAssistant } from './use-import.ts'

/** What was understood of a file that gives whole contacts: it has no columns to choose for. */
export function ImportCards({ look, assistant }: { readonly look: Look; readonly assistant: ImportAssistant }) {
  const { t } = useWords()
  const shown = useShownPhone()
  const cards = look.cards ?? []
  const [photos, setPhotos] = useState(assistant.choices.photos)
  return (
    <>
      <Text mb="sm">{t('import.cardsRead', { count: look.rows })}</Text>
      {look.warnings.length > 0 && <Remarks look={look} />}
      <Table className={classes.table} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.line')}</Table.Th>
            <Table.Th>{t('import.cardName')}</Table.Th>
            <Table.Th>{t('import.cardAbout')}</Table.Th>
            <Table.Th>{t('field.photo')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cards.map(({ line, name, about, photo }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td fw={600}>{name || t('import.cardNameless')}</Table.Td>
              <Table.Td>{about.map(shown).join(' · ')}</Table.Td>
              <Table.Td>{photo && t('import.cardPhoto')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {look.rows > cards.length && (
        <Text c="dimmed" mt="xs">
          {t('import.cardsMore', { count: look.rows - cards.length })}
        </Text>
      )}
      <div className={classes.foot}>
        {cards.some(({ photo }) => photo) && (
          <Checkbox
            label={t('import.photos')}
            checked={photos}
            onChange={(event) => setPhotos(event.currentTarget.checked)}
          />
        )}
        <Button onClick={() => void assistant.compare({ photos })}>{t('import.preview')}</Button>
      </div>
    </>
  )
}
