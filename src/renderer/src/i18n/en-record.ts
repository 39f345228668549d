/** The English words of the record. */
import type { recordFr } from './fr-record.ts'
import type { Translated } from './phrases.ts'

export const recordEn = {
  'field.name': 'Name',
  'field.group': 'House',
  'field.city': 'City',
  'field.email': 'E-mail',
  'field.phone': 'Phone',
} satisfies Translated<typeof recordFr>
