/**
 * Which field of the sheet each column of the journal is, so that a history is said in the words of the record. Pure:
 * the window takes its words from the same keys.
 */

/** Columns of the record itself that a reader knows; the others (keys, folded texts) are the register's business. */
export const ownColumns = {
  kind: 'kind',
  civility: 'civility',
  title: 'title',
  first_name: 'firstName',
  other_names: 'otherNames',
  particle: 'particle',
  last_name: 'lastName',
  birth_name: 'birthName',
  studied_name: 'studiedName',
  nobility: 'nobility',
  suffix: 'suffix',
  pronoun: 'pronoun',
  born: 'born',
  birth_place: 'birthPlace',
  died: 'died',
  organisation_name: 'name',
  acronym: 'acronym',
  original_name: 'originalName',
  sort_override: 'sortOverride',
  member_number: 'memberNumber',
  status: 'status',
  category_id: 'category',
  joined: 'joined',
  left_on: 'left',
  confirmed: 'confirmed',
  languages: 'languages',
  profession: 'profession',
  notes: 'notes',
  trashed: 'trashed',
  merged_into: 'mergedInto',
} as const

const period = { since: 'since', until: 'until' } as const

/** What hangs on a record: the list a table is, and the field each of its columns is; the first says which line it is. */
export const hangingTables = {
  email: { list: 'emails', columns: { address: 'email', label: 'label' } },
  phone: { list: 'phones', columns: { number: 'phone', label: 'label' } },
  address: {
    list: 'addresses',
    columns: {
      street: 'street',
      complement: 'complement',
      locality: 'locality',
      postcode: 'postcode',
      city: 'city',
      region: 'region',
      country: 'country',
      override: 'override',
      label: 'label',
      kind: 'addressKind',
      ...period,
      season_from: 'seasonFrom',
      season_until: 'seasonUntil',
      returned: 'returned',
      household_id: 'household',
    },
  },
  extra: { list: 'extras', columns: { name: 'extra', value: 'value', occurrence: 'occurrence' } },
  membership: { list: 'groups', columns: { group_id: 'group', ...period } },
  honour: { list: 'honours', columns: { name: 'honour', grade: 'grade', year: 'year' } },
  alias: { list: 'aliases', columns: { name: 'alias', kind: 'aliasKind', printed: 'printed' } },
  contact_tag: { list: 'tags', columns: { tag_id: 'tag' } },
  stay: { list: 'stays', columns: { group_id: 'house', ...period, room: 'room', programme: 'programme' } },
  mandate: {
    list: 'mandates',
    columns: {
      group_id: 'body',
      function: 'function',
      ...period,
      election: 'election',
      declared: 'declared',
      end_declared: 'endDeclared',
    },
  },
  support: {
    list: 'supports',
    columns: {
      subject: 'supportSubject',
      way: 'supportWay',
      field: 'supportField',
      languages: 'languages',
      until: 'until',
      notes: 'notes',
    },
  },
  representative: {
    list: 'representatives',
    columns: { person_id: 'person', rank: 'rank', role: 'role', ...period },
  },
  photo: { list: 'photo', columns: { type: 'photoType' } },
  household_member: { list: 'household', columns: { household_id: 'household', role: 'householdRole' } },
  consent: {
    list: 'consents',
    columns: {
      field: 'consentField',
      medium: 'consentMedium',
      value: 'consentValue',
      day: 'day',
      basis: 'consentBasis',
      source: 'consentSource',
      proof: 'proof',
    },
  },
  accepted_remark: { list: 'acceptedRemarks', columns: { remark: 'remark' } },
  saved_list_member: { list: 'savedLists', columns: { list_id: 'savedList' } },
} as const

type Hanging = typeof hangingTables
export type HangingTable = keyof Hanging
export type HistoryList = Hanging[HangingTable]['list']
type ColumnsOf<T> = T extends { readonly columns: Readonly<Record<string, infer Field>> } ? Field : never
export type HistoryField = (typeof ownColumns)[keyof typeof ownColumns] | ColumnsOf<Hanging[HangingTable]>

export const isHanging = (table: string): table is HangingTable => Object.hasOwn(hangingTables, table)

/** The fields of a table's columns, in their order; undefined for a table no reader knows. */
export const columnsOfTable = (table: string): Readonly<Record<string, HistoryField>> | undefined =>
  table === 'contact' ? ownColumns : isHanging(table) ? hangingTables[table].columns : undefined

/** Columns that lead elsewhere, and the table they lead to: a history names what stands there. */
export const linkColumns = {
  category_id: 'member_category',
  group_id: 'contact_group',
  tag_id: 'tag',
  list_id: 'saved_list',
  person_id: 'contact',
  merged_into: 'contact',
  household_id: 'household',
} as const satisfies Readonly<Record<string, string>>

export type LinkColumn = keyof typeof linkColumns
export const isLink = (column: string): column is LinkColumn => Object.hasOwn(linkColumns, column)

/** Columns of a record that are put back by other acts than a revert of one field, or never. */
const ownNotReverted: ReadonlySet<string> = new Set(['kind', 'trashed', 'merged_into'])
/** Tables whose lines are put back one by one: those of the sheet. A consent is a log, a household is several people's. */
const otherTables: ReadonlySet<string> = new Set([
  'photo',
  'household_member',
  'consent',
  'accepted_remark',
  'saved_list_member',
])

/** Whether one value of a table's column may be put back by itself. */
export const mayRevert = (table: string, column?: string): boolean =>
  table === 'contact'
    ? column !== undefined && Object.hasOwn(ownColumns, column) && !ownNotReverted.has(column)
    : isHanging(table) && !otherTables.has(table) && column !== 'household_id'
