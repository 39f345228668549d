import { ActionIcon, Button, Checkbox, Group, Modal, MultiSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type EntryField, type EntryTemplate, entryFields } from '../../../core/directory/editions/template.rules.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'

/** What entries say, line by line. */
export function TemplateForm({
  template,
  save,
  onClose,
}: {
  readonly template: EntryTemplate
  readonly save: (template: EntryTemplate) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [draft, setDraft] = useState(template)
  const [lines, setLines] = useState(() => template.lines.map((fields, key) => ({ key, fields })))
  const said = new Set(lines.flatMap(({ fields }) => fields))
  const label = (field: EntryField) => ({ value: field, label: t(`template.${field}`) })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('template.title')}
      size="36rem"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={async (event) => {
          event.preventDefault()
          const kept = lines.map(({ fields }) => fields).filter((fields) => fields.length > 0)
          // A refusal is said at the foot of the window, and what was arranged stays here.
          await save({ ...draft, lines: kept }).then(onClose, () => {})
        }}
      >
        <Stack>
          <Text c="dimmed">{t('template.lead')}</Text>
          {lines.map(({ key, fields }, at) => (
            <Group key={key} gap="xs" align="end" wrap="nowrap">
              <MultiSelect
                style={{ flex: 1 }}
                label={t('template.line', { number: at + 1 })}
                data={entryFields.filter((field) => fields.includes(field) || !said.has(field)).map(label)}
                value={fields}
                maxValues={6}
                onChange={(chosen) =>
                  setLines(lines.map((line) => (line.key === key ? { key, fields: chosen.filter(isField) } : line)))
                }
              />
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('template.removeLine', { number: at + 1 })}
                onClick={() => setLines(lines.filter((line) => line.key !== key))}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              disabled={lines.length >= 12 || said.size === entryFields.length}
              onClick={() =>
                setLines([...lines, { key: Math.max(-1, ...lines.map((line) => line.key)) + 1, fields: [] }])
              }
            >
              {t('template.addLine')}
            </Button>
          </Group>
          <Checkbox
            label={t('template.year')}
            checked={draft.year === 'joined'}
            onChange={(event) => setDraft({ ...draft, year: event.currentTarget.checked ? 'joined' : 'none' })}
          />
          <Checkbox
            label={t('template.original')}
            checked={draft.original}
            onChange={(event) => setDraft({ ...draft, original: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('template.references')}
            checked={draft.references}
            onChange={(event) => setDraft({ ...draft, references: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button type="submit">{t('template.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const isField = (field: string): field is EntryField => entryFields.some((one) => one === field)
