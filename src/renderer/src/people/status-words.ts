import type { ContactStatus, GroupKind } from '../../../core/people/people.requests.ts'
import type { PlainKey } from '../i18n/words.tsx'

export const statusKeys = {
  member: 'status.member',
  resigned: 'status.resigned',
  struckOff: 'status.struckOff',
  deceased: 'status.deceased',
  lost: 'status.lost',
  friend: 'status.friend',
  contact: 'status.contact',
} as const satisfies Record<ContactStatus, PlainKey>

export const groupKindKeys = {
  house: 'group.house',
  section: 'group.section',
  branch: 'group.branch',
  committee: 'group.committee',
  class: 'group.class',
  body: 'group.body',
  other: 'group.other',
} as const satisfies Record<GroupKind, PlainKey>
