/** What a criterion may be about, in words, and an empty one of each. */
import {
  type Condition,
  choiceFields,
  type customOperators,
  dayFields,
  type dayOperators,
  type numberOperators,
  type presences,
  textFields,
  type textOperators,
} from '../../../core/people/lists/criteria.requests.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'

/** The parts of the list of criteria, in the order in which they are offered. */
const parts = [
  {
    words: 'record.association',
    fields: [
      ...([
        'group',
        'stay',
        'mandate',
        'status',
        'category',
        'dues',
        'tag',
        'list',
        'joined',
        'left',
        'memberNumber',
      ] as const),
      ...(['room', 'programme', 'function', 'election', 'householdRole', 'profession', 'role'] as const),
    ],
  },
  {
    words: 'record.reach',
    fields: [
      ...(['country', 'city', 'postcode', 'region', 'street', 'complement', 'locality', 'addressKind'] as const),
      ...(['returned', 'email', 'phone', 'language'] as const),
    ],
  },
  {
    words: 'record.identity',
    fields: [
      ...(['kind', 'name', 'lastName', 'firstName', 'otherNames', 'particle', 'birthName', 'studiedName'] as const),
      ...(['alias', 'aliasKind', 'civility', 'title', 'nobility', 'suffix', 'pronoun', 'honour'] as const),
      ...(['originalName', 'organisation', 'acronym', 'sortOverride'] as const),
    ],
  },
  { words: 'record.life', fields: ['age', 'born', 'died', 'birthPlace'] },
  { words: 'field.supports', fields: ['supportWay', 'supportSubject', 'supportField', 'supportNotes'] },
  { words: 'lists.wholeRecord', fields: ['has', 'anything', 'notes', 'consent', 'confirmed', 'custom'] },
] as const satisfies readonly { readonly words: PlainKey; readonly fields: readonly Condition['field'][] }[]
type Field = (typeof parts)[number]['fields'][number]

const fieldKeys: Readonly<Record<Field, PlainKey>> = {
  group: 'lists.inGroup',
  stay: 'lists.stayed',
  mandate: 'lists.holds',
  status: 'field.status',
  dues: 'lists.dues',
  category: 'field.category',
  tag: 'lists.tag',
  kind: 'field.kind',
  has: 'lists.has',
  consent: 'lists.consent',
  custom: 'lists.custom',
  list: 'lists.inList',
  country: 'field.country',
  city: 'field.city',
  postcode: 'field.postcode',
  region: 'field.region',
  street: 'field.street',
  complement: 'field.complement',
  locality: 'field.locality',
  addressKind: 'lists.addressKind',
  returned: 'field.returned',
  age: 'lists.age',
  born: 'field.born',
  died: 'field.died',
  joined: 'field.joined',
  left: 'field.left',
  confirmed: 'field.confirmed',
  language: 'field.languages',
  householdRole: 'household.role',
  name: 'field.name',
  lastName: 'lists.lastName',
  firstName: 'field.firstName',
  otherNames: 'field.otherNames',
  particle: 'field.particle',
  birthName: 'field.birthName',
  studiedName: 'field.studiedName',
  alias: 'field.aliases',
  aliasKind: 'lists.aliasKind',
  civility: 'field.civility',
  title: 'field.title',
  nobility: 'field.nobility',
  suffix: 'field.suffix',
  pronoun: 'field.pronoun',
  honour: 'field.honour',
  originalName: 'field.originalName',
  organisation: 'field.organisationName',
  acronym: 'field.acronym',
  role: 'field.role',
  memberNumber: 'field.memberNumber',
  profession: 'field.profession',
  birthPlace: 'field.birthPlace',
  email: 'field.email',
  phone: 'field.phone',
  notes: 'field.notes',
  supportWay: 'lists.supportWay',
  supportSubject: 'lists.supportSubject',
  supportField: 'lists.supportField',
  supportNotes: 'lists.supportNotes',
  room: 'field.room',
  programme: 'field.programme',
  function: 'field.function',
  election: 'field.election',
  sortOverride: 'field.sortOverride',
  anything: 'lists.anything',
}

/** What a criterion is about, to choose from: by part, in the order of the alphabet; `empty` is `has` turned round. */
export const aboutChoices = ({ t, locale }: Words) =>
  parts.map(({ words, fields }) => ({
    group: t(words),
    items: fields
      .flatMap((field: Field) => [
        { value: field as Field | 'empty', label: t(fieldKeys[field]) },
        ...(field === 'has' ? [{ value: 'empty' as const, label: t('lists.empty') }] : []),
      ])
      .toSorted((one, other) => one.label.localeCompare(other.label, locale)),
  }))

export const presenceKeys: Readonly<Record<(typeof presences)[number], PlainKey>> = {
  email: 'field.email',
  phone: 'field.phone',
  address: 'field.address',
  photo: 'consent.field.photo',
  household: 'household.title',
  group: 'field.groups',
  stay: 'field.stays',
  mandate: 'field.mandates',
  support: 'field.supports',
  tag: 'field.tags',
  honour: 'field.honours',
  alias: 'field.aliases',
  custom: 'lists.custom',
  representative: 'field.representatives',
  consent: 'lists.consent',
}

type Operator =
  | (typeof textOperators)[number]
  | (typeof dayOperators)[number]
  | (typeof numberOperators)[number]
  | (typeof customOperators)[number]
export const operatorKeys: Readonly<Record<Operator, PlainKey>> = {
  is: 'lists.is',
  contains: 'lists.contains',
  begins: 'lists.begins',
  known: 'lists.known',
  unknown: 'lists.unknown',
  before: 'lists.earlier',
  after: 'lists.later',
  on: 'lists.on',
  between: 'lists.between',
  atLeast: 'lists.atLeast',
  atMost: 'lists.atMost',
}

const among = <T extends string>(values: readonly T[], field: string): field is T =>
  (values as readonly string[]).includes(field)

export const isTextField = (field: string): field is (typeof textFields)[number] => among(textFields, field)
export const isDayField = (field: string): field is (typeof dayFields)[number] => among(dayFields, field)
export const isChoiceField = (field: string): field is (typeof choiceFields)[number] => among(choiceFields, field)

/** A criterion about a field, before anything is said. */
export function blankCondition(field: Field): Condition {
  if (isTextField(field)) return { field, op: 'contains', value: '' }
  if (isDayField(field)) return { field, op: field === 'confirmed' ? 'before' : 'between', value: '', until: '' }
  if (isChoiceField(field)) return { field, values: [] }
  switch (field) {
    case 'age':
      return { field, op: 'atLeast', value: 18, until: 200 }
    case 'has':
      return { field, what: 'email' }
    case 'group':
      return { field, kind: '', name: '', day: '', below: true }
    case 'stay':
      return { field, house: '', day: '' }
    case 'mandate':
      return { field, body: '', function: '', day: '' }
    case 'consent':
      return { field, medium: 'paper', about: 'phone', value: 'yes' }
    case 'custom':
      return { field, name: '', op: 'is', value: '', until: '' }
    case 'dues':
      return { field, year: null, states: ['owes', 'late', 'partly'], day: '' }
    case 'list':
      return { field, id: 0 }
    case 'anything':
      return { field, value: '' }
  }
}

const days = (condition: Condition): readonly string[] =>
  [
    ('value' in condition && isDayField(condition.field) ? condition.value : '') as string,
    'day' in condition ? condition.day : '',
    isDayField(condition.field) && 'until' in condition ? (condition.until as string) : '',
  ].filter((day) => day !== '')

/** Whether a criterion says enough to be asked. */
export function isWhole(condition: Condition): boolean {
  if (days(condition).some((day) => !/^\d{4}(-\d{2}){0,2}$/.test(day))) return false
  if ('values' in condition) return condition.values.length > 0
  if (condition.field === 'list') return condition.id > 0
  if (condition.field === 'dues') return condition.day === '' || condition.day.length === 10
  if (condition.field === 'custom' && condition.name === '') return false
  if (condition.field === 'anything') return condition.value.trim() !== ''
  if (!('op' in condition) || condition.op === 'known' || condition.op === 'unknown' || condition.field === 'age')
    return true
  return condition.op === 'between'
    ? `${condition.value}${'until' in condition ? condition.until : ''}` !== ''
    : condition.value !== ''
}
