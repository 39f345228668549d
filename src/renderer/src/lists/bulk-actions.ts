/** What may be done to many at once, in words; and the change an entry of the screen amounts to. */
import { countryCodes } from '../../../core/kit/country-codes.ts'
import { dayInWords, dayTyped } from '../../../core/people/day.rules.ts'
import {
  type BulkChange,
  settableDays,
  settablePlaces,
  type settableStatuses,
  settableTexts,
} from '../../../core/people/lists/bulk.requests.ts'
import type { ContactStatus, GroupKind } from '../../../core/people/people.requests.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'
import { statusKeys } from '../people/status-words.ts'

const marks = [
  'addTag',
  'removeTag',
  'join',
  'leave',
  'returned',
  'notReturned',
  'addNote',
  'setStatus',
  'setLanguages',
  'setCustom',
] as const

/** In the order in which they are offered. */
export const bulkActions = [...marks, ...settableDays, ...settableTexts, ...settablePlaces] as const
export type BulkAction = (typeof bulkActions)[number]

export const bulkActionKeys: Readonly<Record<BulkAction, PlainKey>> = {
  addTag: 'lists.addTag',
  removeTag: 'lists.removeTag',
  join: 'lists.joinGroup',
  leave: 'lists.leaveGroup',
  returned: 'lists.markReturned',
  notReturned: 'lists.unmarkReturned',
  addNote: 'lists.addNote',
  setStatus: 'field.status',
  setLanguages: 'field.languages',
  setCustom: 'lists.custom',
  joined: 'field.joined',
  left: 'field.left',
  confirmed: 'field.confirmed',
  civility: 'field.civility',
  title: 'field.title',
  pronoun: 'field.pronoun',
  profession: 'field.profession',
  category: 'field.category',
  notes: 'field.notes',
  street: 'field.street',
  complement: 'field.complement',
  locality: 'field.locality',
  postcode: 'field.postcode',
  city: 'field.city',
  region: 'field.region',
  country: 'field.country',
}

/** What has been entered; each action takes of it what it needs. */
export type Entered = {
  readonly value: string
  readonly name: string
  readonly kind: GroupKind
  readonly languages: readonly string[]
  /** What the field says is taken away, and nothing put in its place. */
  readonly empty: boolean
}

const among = <T extends string>(values: readonly T[], word: string): word is T =>
  (values as readonly string[]).includes(word)

export function changeOf(
  action: BulkAction,
  { value: written, name, kind, languages: chosen, empty }: Entered,
): BulkChange {
  const [value, languages] = empty && empties(action) ? ['', []] : [written, chosen]
  if (among(settableDays, action)) return { do: 'setDay', field: action, value }
  if (among(settableTexts, action)) return { do: 'setText', field: action, value }
  if (among(settablePlaces, action)) return { do: 'setPlace', field: action, value }
  switch (action) {
    case 'addTag':
    case 'removeTag':
      return { do: action, name }
    case 'join':
      return { do: 'join', kind, name, since: value }
    case 'leave':
      return { do: 'leave', kind, name, until: value }
    case 'returned':
      return { do: 'returned', day: value }
    case 'notReturned':
      return { do: 'returned', day: '' }
    case 'addNote':
      return { do: 'addNote', value }
    case 'setStatus':
      return { do: 'setStatus', value: value as (typeof settableStatuses.options)[number] }
    case 'setLanguages':
      return { do: 'setLanguages', value: [...languages] }
    case 'setCustom':
      return { do: 'setCustom', name, value }
  }
}

export const asksName = (action: BulkAction): boolean =>
  ['addTag', 'removeTag', 'join', 'leave', 'setCustom'].includes(action)
export const asksDay = (action: BulkAction): boolean =>
  among(settableDays, action) || action === 'join' || action === 'leave' || action === 'returned'
export const asksText = (action: BulkAction): boolean =>
  among(settableTexts, action) || among(settablePlaces, action) || action === 'setCustom' || action === 'addNote'

/** Whether it gives a field one value, and so may also leave it empty. */
export const empties = (action: BulkAction | 'trash'): boolean =>
  among(settableDays, action) ||
  among(settableTexts, action) ||
  among(settablePlaces, action) ||
  action === 'setCustom' ||
  action === 'setLanguages'

/** Whether enough is entered to see what would change: a field is emptied only when that is asked for. */
export const isEntered = (action: BulkAction, { value, name, languages, empty }: Entered): boolean =>
  (!empties(action) || empty || (action === 'setLanguages' ? languages.length > 0 : value.trim() !== '')) &&
  (action !== 'country' || empty || countryCodes.includes(value)) &&
  (action !== 'addNote' || value.trim() !== '') &&
  (!asksName(action) || name.trim() !== '') &&
  (!asksDay(action) || /^(\d{4}(-\d{2}){0,2})?$/.test(value)) &&
  (action !== 'returned' || value !== '') &&
  (action !== 'setStatus' || value !== '')

/** What stood or will stand, as one reads it. */
export const saidWords = (
  action: BulkAction | 'trash',
  text: string,
  { t, country, language, locale }: Words,
): string => {
  if (action === 'trash') return t(text === 'trashed' ? 'people.trash' : 'screen.people')
  if (text === '') return ''
  if (action === 'setStatus') return t(statusKeys[text as ContactStatus])
  if (action === 'country') return country(text)
  if (action === 'setLanguages') {
    const names = new Intl.DisplayNames(locale, { type: 'language' })
    return text
      .split(', ')
      .map((code) => names.of(code) ?? code)
      .join(', ')
  }
  if (among(settableDays, action) || action === 'returned' || action === 'notReturned') {
    return text
      .split(', ')
      .map((day) => dayInWords(day, language))
      .join(', ')
  }
  if (action === 'join' || action === 'leave') return text.replaceAll(/\d{4}(?:-\d{2}){1,2}/g, dayTyped)
  return text
}
