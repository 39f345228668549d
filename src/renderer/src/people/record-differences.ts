/** What differs between the record as saved and as typed, one line for each field. */
import type { Contact } from '../../../core/people/people.requests.ts'
import type { PlainKey } from '../i18n/words.tsx'
import type { RecordKind, RecordValues } from './record-values.ts'
import { inputOf, valuesOf } from './record-values.ts'

export const fieldNames: Readonly<Record<keyof RecordValues, PlainKey>> = {
  civility: 'field.civility',
  title: 'field.title',
  firstName: 'field.firstName',
  otherNames: 'field.otherNames',
  particle: 'field.particle',
  lastName: 'field.lastName',
  birthName: 'field.birthName',
  studiedName: 'field.studiedName',
  nobility: 'field.nobility',
  honours: 'field.honours',
  suffix: 'field.suffix',
  name: 'field.organisationName',
  acronym: 'field.acronym',
  memberNumber: 'field.memberNumber',
  status: 'field.status',
  category: 'field.category',
  joined: 'field.joined',
  profession: 'field.profession',
  notes: 'field.notes',
  originalName: 'field.originalName',
  sortOverride: 'field.sortOverride',
  emails: 'field.email',
  phones: 'field.phone',
  addresses: 'field.address',
  groups: 'field.groups',
  extras: 'field.extra',
  pronoun: 'field.pronoun',
  born: 'field.born',
  birthPlace: 'field.birthPlace',
  died: 'field.died',
  languages: 'field.languages',
  aliases: 'field.aliases',
  tags: 'field.tags',
  stays: 'field.stays',
  mandates: 'field.mandates',
  supports: 'field.supports',
  representatives: 'field.representatives',
  left: 'field.left',
  confirmed: 'field.confirmed',
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(' ; ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(said).filter(Boolean).join(' ')
  return String(value ?? '').trim()
}

type Difference = { readonly field: PlainKey; readonly saved: string; readonly typed: string }

export function differences(kind: RecordKind, saved: Contact, typed: RecordValues): readonly Difference[] {
  const one = inputOf(kind, valuesOf(saved)) as Readonly<Record<string, unknown>>
  const other = inputOf(kind, typed) as Readonly<Record<string, unknown>>
  return (Object.keys(fieldNames) as (keyof RecordValues)[])
    .map((key) => ({ field: fieldNames[key], saved: said(one[key]), typed: said(other[key]) }))
    .filter((difference) => difference.saved !== difference.typed)
}
