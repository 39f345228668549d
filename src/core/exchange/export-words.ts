/**
 * The words of a list going out, in the association's language. What comes back in must be recognised: the
 * import reads its first synonyms from here.
 */
import { fieldWords } from '../people/field.rules.ts'
import type { ContactStatus, GroupKind } from '../people/people.requests.ts'
import type { ExportColumn } from './export.requests.ts'

/** Columns that hold one thing each: the others (e-mails, phones, groups, stays, mandates, extras) spread over several. */
export type PlainColumn = Exclude<
  ExportColumn,
  'emails' | 'phones' | 'groups' | 'stays' | 'mandates' | 'supports' | 'extras' | 'dues'
>

type Words<Key extends string> = Readonly<Record<'fr' | 'en', Readonly<Record<Key, string>>>>

export const columnWords: Words<PlainColumn> = fieldWords

/** Headers of what may stand several times in a record: `E-mail`, `E-mail 2`, each with a column for its label. */
export const repeatedWords: Words<'email' | 'emailLabel' | 'phone' | 'phoneLabel'> = fieldWords

export const groupKindWords = {
  fr: {
    house: 'Maison',
    section: 'Section',
    branch: 'Antenne',
    committee: 'Commission',
    class: 'Promotion',
    body: 'Instance',
    other: 'Autre groupe',
  },
  en: {
    house: 'House',
    section: 'Section',
    branch: 'Branch',
    committee: 'Committee',
    class: 'Class',
    body: 'Body',
    other: 'Other group',
  },
} as const satisfies Words<GroupKind>

/** The days of a group stand beside it: `Maison`, `Maison depuis`, `Maison jusqu’à`. */
export const groupDayWords = {
  fr: { since: (kind: string) => `${kind} depuis`, until: (kind: string) => `${kind} jusqu’à` },
  en: { since: (kind: string) => `${kind} from`, until: (kind: string) => `${kind} until` },
} as const

export const statusWords = {
  fr: {
    member: 'membre',
    resigned: 'démissionnaire',
    struckOff: 'radié',
    deceased: 'décédé',
    lost: 'perdu de vue',
    friend: 'ami',
    contact: 'contact',
  },
  en: {
    member: 'member',
    resigned: 'resigned',
    struckOff: 'struck off',
    deceased: 'deceased',
    lost: 'lost',
    friend: 'friend',
    contact: 'contact',
  },
} as const satisfies Words<ContactStatus>

export const kindWords = {
  fr: { person: 'personne', organisation: 'organisation' },
  en: { person: 'person', organisation: 'organisation' },
} as const satisfies Words<'person' | 'organisation'>
