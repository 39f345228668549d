import { courtesyOf } from '../../../core/people/households/courtesy.rules.ts'
import type {
  addressKinds,
  aliasKinds,
  Contact,
  ContactStatus,
  GroupKind,
  representativeRanks,
  supportSubjects,
} from '../../../core/people/people.requests.ts'
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

const bornKeys = { woman: 'record.bornWoman', man: 'record.bornMan' } as const
const deceasedKeys = { woman: 'status.deceasedWoman', man: 'status.deceasedMan' } as const

/** `née`, `né`, as the civility tells; `né(e)` where nothing does. */
export function bornKey(person: Gendered) {
  const { gender } = courtesyOf(person, 'fr')
  return gender === undefined ? 'record.born' : bornKeys[gender]
}

/** The situation of a record in words, agreeing with its civility where that tells. */
export function statusKey(contact: Contact): PlainKey {
  const gender = contact.kind === 'person' ? courtesyOf(contact, 'fr').gender : undefined
  return contact.status === 'deceased' && gender !== undefined ? deceasedKeys[gender] : statusKeys[contact.status]
}

type Gendered = Parameters<typeof courtesyOf>[0]

export const groupKindKeys = {
  house: 'group.house',
  section: 'group.section',
  branch: 'group.branch',
  committee: 'group.committee',
  class: 'group.class',
  body: 'group.body',
  other: 'group.other',
} as const satisfies Record<GroupKind, PlainKey>

export const addressKindKeys = {
  home: 'address.home',
  work: 'address.work',
  second: 'address.second',
  parents: 'address.parents',
  temporary: 'address.temporary',
  other: 'address.other',
} as const satisfies Record<(typeof addressKinds)[number], PlainKey>

/** An organisation has no home: where it is reached first is its seat. */
export const addressKindKey = (kind: (typeof addressKinds)[number], of: 'person' | 'organisation') =>
  kind === 'home' && of === 'organisation' ? ('address.seat' as const) : addressKindKeys[kind]

export const aliasKindKeys = {
  former: 'alias.former',
  maiden: 'alias.maiden',
  married: 'alias.married',
  pen: 'alias.pen',
  spelling: 'alias.spelling',
} as const satisfies Record<(typeof aliasKinds)[number], PlainKey>

export const supportSubjectKeys = {
  rereading: 'support.rereading',
  career: 'support.career',
  hosting: 'support.hosting',
  languages: 'support.languages',
  other: 'support.other',
} as const satisfies Record<(typeof supportSubjects)[number], PlainKey>

export const rankKeys = {
  delegate: 'rank.delegate',
  substitute: 'rank.substitute',
  contact: 'rank.contact',
} as const satisfies Record<(typeof representativeRanks)[number], PlainKey>
