import { ActionIcon, Button } from '@mantine/core'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { focusLine } from './form-focus.ts'
import type { RecordFormOf } from './IdentityFields.tsx'
import type { RecordValues } from './record-values.ts'

/** The lists of the sheet that are typed line by line. */
export type ListName = {
  [Field in keyof RecordValues]: RecordValues[Field] extends readonly object[] ? Field : never
}[keyof RecordValues]

/** Adds a line to a list, and takes the typing there. */
export function AddLine<List extends ListName>({
  form,
  list,
  empty,
  words,
}: {
  readonly form: RecordFormOf
  readonly list: List
  readonly empty: RecordValues[List][number]
  readonly words: PlainKey
}) {
  const { t } = useWords()
  return (
    <Button
      variant="subtle"
      size="compact-md"
      mr="sm"
      data-adds={list}
      leftSection={<Icon name="plus" size={16} />}
      onClick={(event) => {
        const next = form.values[list].length
        focusLine(event.currentTarget.form, list, next)
        form.insertListItem(list, structuredClone(empty) as never)
      }}
    >
      {t(words)}
    </Button>
  )
}

/** Takes a line out of a list, and goes on with the one that comes to its place, the one before, or the button that adds one. */
export function RemoveLine({
  form,
  list,
  index,
}: {
  readonly form: RecordFormOf
  readonly list: ListName
  readonly index: number
}) {
  const { t } = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="input-sm"
      aria-label={t('form.remove')}
      title={t('form.remove')}
      onClick={(event) => {
        focusLine(event.currentTarget.form, list, Math.min(index, form.values[list].length - 2))
        form.removeListItem(list, index)
      }}
    >
      <Icon name="close" size={16} />
    </ActionIcon>
  )
}

/** Moves a line one place up. */
export function MoveLine({ disabled, onClick }: { readonly disabled: boolean; readonly onClick: () => void }) {
  const { t } = useWords()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="input-sm"
      aria-label={t('form.moveUp')}
      title={t('form.moveUp')}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name="up" size={16} />
    </ActionIcon>
  )
}
