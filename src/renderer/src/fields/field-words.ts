import type { CustomField, FieldType } from '../../../core/people/fields/fields.rules.ts'
import type { PlainKey } from '../i18n/words.tsx'

export const fieldTypeKeys = {
  text: 'fields.text',
  number: 'fields.number',
  day: 'fields.day',
  choice: 'fields.choice',
  choices: 'fields.severalChoices',
  yesNo: 'fields.yesNo',
  link: 'fields.link',
  file: 'fields.file',
} as const satisfies Record<FieldType, PlainKey>

export const appliesKeys = {
  person: 'fields.person',
  organisation: 'fields.organisation',
  both: 'fields.both',
} as const satisfies Record<CustomField['applies'], PlainKey>
