/** Says that characters nobody sees were taken out, and of what. */
import type { PlainKey, Words } from '../i18n/words.tsx'
import { fieldNames } from './record-differences.ts'

export function sayUnseen(fields: readonly string[], { t, locale }: Words): string {
  const names = [...new Set(fields.map((path) => fieldNames[path.split('.')[0] as keyof typeof fieldNames]))]
  const known = names.filter((key): key is PlainKey => key !== undefined).map((key) => t(key))
  if (known.length === 0) return ''
  return t('form.unseen', { fields: new Intl.ListFormat(locale).format(known) })
}
