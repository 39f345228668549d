/** What a column may become, in words, gathered as the record is. */
import type { ColumnTarget, ExportColumn } from '../../../core/exchange/exchange.requests.ts'
import type { PlainKey } from '../i18n/words.tsx'

export const columnKeys = {
  skip: 'target.skip',
  extra: 'target.extra',
  kind: 'target.kind',
  memberNumber: 'field.memberNumber',
  civility: 'field.civility',
  title: 'field.title',
  firstName: 'field.firstName',
  otherNames: 'field.otherNames',
  particle: 'field.particle',
  lastName: 'field.lastName',
  fullName: 'target.fullName',
  birthName: 'field.birthName',
  studiedName: 'field.studiedName',
  nobility: 'field.nobility',
  honours: 'field.honours',
  suffix: 'field.suffix',
  organisation: 'field.organisationName',
  acronym: 'field.acronym',
  originalName: 'field.originalName',
  status: 'field.status',
  category: 'field.category',
  group: 'people.group',
  groups: 'field.groups',
  joined: 'field.joined',
  profession: 'field.profession',
  email: 'field.email',
  emailLabel: 'target.emailLabel',
  emails: 'target.emails',
  phone: 'field.phone',
  phoneLabel: 'target.phoneLabel',
  phones: 'target.phones',
  mobile: 'target.mobile',
  complement: 'field.complement',
  street: 'field.street',
  locality: 'field.locality',
  postcode: 'field.postcode',
  city: 'field.city',
  region: 'field.region',
  country: 'field.country',
  fullAddress: 'target.fullAddress',
  addressLabel: 'target.addressLabel',
  addressLines: 'field.override',
  sortOverride: 'field.sortOverride',
  notes: 'field.notes',
  extras: 'target.extras',
} as const satisfies Record<ColumnTarget | ExportColumn, PlainKey>

export const targetGroups: readonly { readonly words: PlainKey; readonly targets: readonly ColumnTarget[] }[] = [
  { words: 'target.groups.special', targets: ['skip', 'extra'] },
  {
    words: 'target.groups.name',
    targets: [
      'lastName',
      'firstName',
      'fullName',
      'organisation',
      'acronym',
      'civility',
      'title',
      'particle',
      'birthName',
      'studiedName',
      'otherNames',
      'nobility',
      'honours',
      'suffix',
      'originalName',
      'sortOverride',
      'kind',
    ],
  },
  {
    words: 'target.groups.member',
    targets: ['memberNumber', 'status', 'category', 'group', 'joined', 'profession', 'notes'],
  },
  {
    words: 'target.groups.reach',
    targets: [
      'email',
      'emailLabel',
      'phone',
      'mobile',
      'phoneLabel',
      'street',
      'complement',
      'locality',
      'postcode',
      'city',
      'region',
      'country',
      'fullAddress',
      'addressLabel',
      'addressLines',
    ],
  },
]

/** The name of a field a preview speaks of; one not known here is shown as the office names it. */
export function fieldKey(field: string): PlainKey | undefined {
  const name = field.split('.')[0] ?? field
  const aliases: Readonly<Record<string, PlainKey>> = {
    name: 'field.organisationName',
    addresses: 'field.address',
    acronym: 'field.acronym',
    sortOverride: 'field.sortOverride',
  }
  return aliases[name] ?? (columnKeys as Readonly<Record<string, PlainKey | undefined>>)[name]
}
