/** What a column may become, in words, gathered as the record is. */
import type { ColumnTarget } from '../../../core/exchange/exchange.requests.ts'
import type { ExportColumn } from '../../../core/exchange/export.requests.ts'
import { type PlainKey, useWords } from '../i18n/words.tsx'

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
  pronoun: 'field.pronoun',
  born: 'field.born',
  birthPlace: 'field.birthPlace',
  died: 'field.died',
  languages: 'field.languages',
  aliases: 'field.aliases',
  tags: 'field.tags',
  left: 'field.left',
  confirmed: 'field.confirmed',
  stays: 'field.stays',
  mandates: 'field.mandates',
  stayHouse: 'target.stayHouse',
  staySince: 'target.staySince',
  stayUntil: 'target.stayUntil',
  stayRoom: 'target.stayRoom',
  stayProgramme: 'target.stayProgramme',
  mandateBody: 'target.mandateBody',
  mandateFunction: 'target.mandateFunction',
  mandateSince: 'target.mandateSince',
  mandateUntil: 'target.mandateUntil',
  mandateElection: 'target.mandateElection',
  mandateDeclared: 'target.mandateDeclared',
  mandateEndDeclared: 'target.mandateEndDeclared',
  extras: 'target.extras',
  spouseName: 'target.spouseName',
  spouseCivility: 'target.spouseCivility',
  spouseFirstName: 'target.spouseFirstName',
  spouseLastName: 'target.spouseLastName',
  spouseEmail: 'target.spouseEmail',
  spousePhone: 'target.spousePhone',
  spouseBorn: 'target.spouseBorn',
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
      'aliases',
      'sortOverride',
      'kind',
      'pronoun',
      'born',
      'birthPlace',
      'died',
    ],
  },
  {
    words: 'target.groups.member',
    targets: [
      'memberNumber',
      'status',
      'category',
      'group',
      'joined',
      'left',
      'profession',
      'tags',
      'confirmed',
      'notes',
      'stayHouse',
      'staySince',
      'stayUntil',
      'stayRoom',
      'stayProgramme',
      'mandateBody',
      'mandateFunction',
      'mandateSince',
      'mandateUntil',
      'mandateElection',
      'mandateDeclared',
      'mandateEndDeclared',
    ],
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
      'languages',
    ],
  },
  {
    words: 'target.groups.spouse',
    targets: [
      'spouseName',
      'spouseCivility',
      'spouseFirstName',
      'spouseLastName',
      'spouseEmail',
      'spousePhone',
      'spouseBorn',
    ],
  },
]

/** The name of a field a preview speaks of; one not known here is shown as the office names it. */
function fieldKey(field: string): PlainKey | undefined {
  const name = field.split('.')[0] ?? field
  const aliases: Readonly<Record<string, PlainKey>> = {
    name: 'field.organisationName',
    addresses: 'field.address',
    acronym: 'field.acronym',
    sortOverride: 'field.sortOverride',
    household: 'household.title',
    photo: 'field.photo',
  }
  return aliases[name] ?? (columnKeys as Readonly<Record<string, PlainKey | undefined>>)[name]
}

/** What a list was recognised to tell of, in the order one says it. */
export function recognisedParts(targets: readonly ColumnTarget[]): readonly PlainKey[] {
  const parts: readonly (readonly [PlainKey, RegExp])[] = [
    ['import.partNames', /^(lastName|fullName|organisation|birthName|originalName)$/],
    ['import.partNumbers', /^memberNumber$/],
    ['import.partAddresses', /^(street|postcode|city|fullAddress|addressLines)$/],
    ['import.partEmails', /^email$/],
    ['import.partPhones', /^(phone|mobile)$/],
    ['import.partBirths', /^born$/],
    ['import.partMembership', /^(status|category|group|joined|left|stayHouse|mandateBody)$/],
    ['import.partSpouses', /^spouse/],
  ]
  return parts.filter(([, pattern]) => targets.some((target) => pattern.test(target))).map(([key]) => key)
}

/** Names fields as the record does; a heading of the association's own is said as it is. */
export function useFieldWords(): (field: string) => string {
  const { t } = useWords()
  return (field) => {
    const key = fieldKey(field)
    return key === undefined ? field : t(key)
  }
}
