import { Button, Group, Table, Text, Title } from '@mantine/core'
import type { Contact } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './Record.module.css'
import { differences } from './record-differences.ts'
import type { RecordKind, RecordValues } from './record-values.ts'

/** The record moved on while one typed: what differs, and the choice of which to keep. */
export function ChangedMeanwhile({
  kind,
  saved,
  typed,
  saving,
  onKeepTyped,
  onTakeSaved,
}: {
  readonly kind: RecordKind
  readonly saved: Contact
  readonly typed: RecordValues
  readonly saving: boolean
  readonly onKeepTyped: () => void
  readonly onTakeSaved: () => void
}) {
  const words = useWords()
  const { t } = words
  return (
    <section className={classes.notice} role="alert">
      <Title order={2} fz="lg">
        {t('form.changed')}
      </Title>
      <Text>{t('form.changedHelp')}</Text>
      <Table my="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.extra')}</Table.Th>
            <Table.Th>{t('form.theirs')}</Table.Th>
            <Table.Th>{t('form.mine')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences(kind, saved, typed).map(({ field, saved: theirs, typed: mine }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{t(field)}</Table.Th>
              <Table.Td>{theirs}</Table.Td>
              <Table.Td>{mine}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button onClick={onKeepTyped} loading={saving}>
          {t('form.keepMine')}
        </Button>
        <Button variant="default" onClick={onTakeSaved}>
          {t('form.takeTheirs')}
        </Button>
      </Group>
    </section>
  )
}
