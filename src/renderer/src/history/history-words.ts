/** The words for what a record's life names in code: the same as on the record. */
import { countryName } from '../../../core/people/country.rules.ts'
import { dayInWords, dayOfYearInWords, periodInWords } from '../../../core/people/day.rules.ts'
import type { HistoryField, HistoryList } from '../../../core/people/history/history.rules.ts'
import { basisKeys, mediumKeys, publishedFieldKeys, sourceKeys } from '../consents/consent-words.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'
import { shownPhone } from '../people/shown-phone.ts'
import { addressKindKeys, aliasKindKeys, rankKeys, statusKeys, supportSubjectKeys } from '../people/status-words.ts'
import { remarkKeys } from '../quality/remark-keys.ts'

export const historyFieldKeys = {
  kind: 'field.kind',
  civility: 'field.civility',
  title: 'field.title',
  firstName: 'field.firstName',
  otherNames: 'field.otherNames',
  particle: 'field.particle',
  lastName: 'field.lastName',
  birthName: 'field.birthName',
  studiedName: 'field.studiedName',
  nobility: 'field.nobility',
  suffix: 'field.suffix',
  pronoun: 'field.pronoun',
  born: 'field.born',
  birthPlace: 'field.birthPlace',
  died: 'field.died',
  name: 'field.organisationName',
  acronym: 'field.acronym',
  originalName: 'field.originalName',
  sortOverride: 'field.sortOverride',
  memberNumber: 'field.memberNumber',
  status: 'field.status',
  category: 'field.category',
  joined: 'field.joined',
  left: 'field.left',
  confirmed: 'field.confirmed',
  languages: 'field.languages',
  profession: 'field.profession',
  notes: 'field.notes',
  trashed: 'field.trashed',
  mergedInto: 'life.mergedInto',
  email: 'field.email',
  label: 'field.label',
  phone: 'field.phone',
  street: 'field.street',
  complement: 'field.complement',
  locality: 'field.locality',
  postcode: 'field.postcode',
  city: 'field.city',
  region: 'field.region',
  country: 'field.country',
  override: 'field.override',
  addressKind: 'field.kind',
  since: 'field.from',
  until: 'field.until',
  seasonFrom: 'field.seasonFrom',
  seasonUntil: 'field.seasonUntil',
  returned: 'field.returned',
  household: 'household.title',
  extra: 'field.extra',
  value: 'field.value',
  occurrence: 'life.occurrence',
  group: 'field.groups',
  honour: 'field.honour',
  grade: 'field.grade',
  year: 'field.year',
  alias: 'life.alias',
  aliasKind: 'field.kind',
  printed: 'field.printed',
  tag: 'life.tag',
  house: 'field.group',
  room: 'field.room',
  programme: 'field.programme',
  body: 'field.body',
  function: 'field.function',
  election: 'field.election',
  declared: 'field.declared',
  endDeclared: 'field.endDeclared',
  supportSubject: 'field.subject',
  supportWay: 'field.way',
  supportField: 'field.field',
  person: 'field.person',
  rank: 'field.rank',
  role: 'field.role',
  photoType: 'life.photo',
  householdRole: 'household.role',
  consentField: 'consent.field',
  consentMedium: 'consent.where',
  consentValue: 'life.answer',
  day: 'life.day',
  consentSource: 'consent.source',
  consentBasis: 'consent.basis',
  proof: 'consent.proof',
  remark: 'life.remark',
  savedList: 'life.savedList',
} as const satisfies Record<HistoryField, PlainKey>

export const historyListKeys = {
  emails: 'field.email',
  phones: 'field.phone',
  addresses: 'field.address',
  extras: 'field.extra',
  groups: 'field.groups',
  honours: 'field.honours',
  aliases: 'field.aliases',
  tags: 'field.tags',
  stays: 'field.stays',
  mandates: 'field.mandates',
  supports: 'field.supports',
  representatives: 'field.representatives',
  photo: 'life.photo',
  household: 'household.title',
  consents: 'life.consents',
  acceptedRemarks: 'life.remark',
  savedLists: 'life.savedList',
} as const satisfies Record<HistoryList, PlainKey>

const yesNo: Readonly<Record<string, PlainKey>> = {
  yes: 'record.yes',
  no: 'record.no',
  1: 'record.yes',
  0: 'record.no',
}

/** What codes stand for, by field. */
const valueKeys: Partial<Record<HistoryField, Readonly<Record<string, PlainKey>>>> = {
  status: statusKeys,
  addressKind: addressKindKeys,
  aliasKind: aliasKindKeys,
  supportSubject: supportSubjectKeys,
  supportWay: { offers: 'support.offers', asks: 'support.asks' },
  rank: rankKeys,
  householdRole: { partner: 'household.partner', child: 'household.child', other: 'household.other' },
  consentField: publishedFieldKeys,
  consentMedium: mediumKeys,
  consentSource: sourceKeys,
  consentBasis: basisKeys,
  remark: remarkKeys,
  consentValue: yesNo,
  printed: yesNo,
  trashed: { 1: 'life.trashIn', 0: 'life.trashOut' },
}
const days: ReadonlySet<HistoryField> = new Set([
  ...(['born', 'died', 'left', 'confirmed', 'since', 'until', 'returned', 'declared', 'endDeclared', 'day'] as const),
])

/** A value as the record would show it. */
export function valueWords(field: HistoryField, value: string, home: string, words: Words): string {
  const key = valueKeys[field]?.[value]
  if (key !== undefined) return words.t(key)
  if (days.has(field)) return dayInWords(value, words.language)
  if (field === 'seasonFrom' || field === 'seasonUntil') return dayOfYearInWords(value, words.language)
  if (field === 'phone') return shownPhone(value, home, words.language)
  if (field === 'country') return countryName(value, words.language)
  // `image/png`: the last word is the one people know.
  if (field === 'photoType') return value.replace(/^.*\//, '').toUpperCase()
  if (field === 'languages') {
    const names = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'code' })
    return value
      .split(' ')
      .map((code) => (code === '' ? '' : (names.of(code) ?? code)))
      .join(', ')
  }
  return value
}

/** What is implied by the others, or says nothing to who reads a whole line. */
const unsaid: ReadonlySet<HistoryField> = new Set(['occurrence', 'addressKind', 'printed'])

/** A whole line of a list as one reads it, its times together: `9 chemin du Lac, Annecy, 1er novembre – 31 mars`. */
export function lineWords(
  facts: readonly { readonly field: HistoryField; readonly value: string }[],
  home: string,
  words: Words,
): string {
  const saidOf = (field: HistoryField): string => facts.find((fact) => fact.field === field)?.value ?? ''
  const [seasonFrom, seasonUntil] = (['seasonFrom', 'seasonUntil'] as const).map((field) =>
    dayOfYearInWords(saidOf(field), words.language),
  )
  return facts
    .flatMap(({ field, value }) => {
      if (unsaid.has(field)) return []
      if (field === 'seasonFrom' && seasonUntil !== '') return [`${seasonFrom} – ${seasonUntil}`]
      if (field === 'seasonUntil' && seasonFrom !== '') return []
      if (field === 'since') return [periodInWords(value, saidOf('until'), words.language)]
      if (field === 'until')
        return facts.some((fact) => fact.field === 'since') ? [] : [periodInWords('', value, words.language)]
      return [valueWords(field, value, home, words)]
    })
    .filter((text) => text !== '')
    .join(', ')
}
