/** What may be done to many at once, in words; and the change an entry of the screen amounts to. */
import {
  type BulkChange,
  settableDays,
  settablePlaces,
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
  born: 'field.born',
  died: 'field.died',
  joined: 'field.joined',
  left: 'field.left',
  confirmed: 'field.confirmed',
  civility: 'field.civility',
  title: 'field.title',
  pronoun: 'field.pronoun',
  nobility: 'field.nobility',
  suffix: 'field.suffix',
  birthPlace: 'field.birthPlace',
  profession: 'field.profession',
  category: 'field.category',
  memberNumber: 'field.memberNumber',
  sortOverride: 'field.sortOverride',
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
}

const among = <T extends string>(values: readonly T[], word: string): word is T =>
  (values as readonly string[]).includes(word)

export function changeOf(action: BulkAction, { value, name, kind, languages }: Entered): BulkChange {
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
      return { do: 'setStatus', value: value as ContactStatus }
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

/** Whether enough is entered to see what would change. */
export const isEntered = (action: BulkAction, { value, name }: Entered): boolean =>
  (!asksName(action) || name.trim() !== '') &&
  (!asksDay(action) || /^(\d{4}(-\d{2}){0,2})?$/.test(value)) &&
  (action !== 'returned' || value !== '') &&
  (action !== 'setStatus' || value !== '')

/** What stood or will stand, as one reads it. */
export const saidWords = (action: BulkAction | 'trash', text: string, { t }: Words): string => {
  if (action === 'trash') return t(text === 'trashed' ? 'people.trash' : 'screen.people')
  return action === 'setStatus' && text !== '' ? t(statusKeys[text as ContactStatus]) : text
}
