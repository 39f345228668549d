/** What is remarked on one record by itself; its places and its writing have their own files. */
import { fold } from '../../kit/text.ts'
import { isBefore, yearsBetween } from '../day.rules.ts'
import type { Contact } from '../people.requests.ts'
import { placeRemarks } from './place.rules.ts'
import { oldestLiving, type Remark, type RemarkDay, youngestMember } from './remark.rules.ts'
import { writingRemarks } from './writing.rules.ts'

/** What is remarked on a record by itself, without looking at the others. */
export const remarksOf = (contact: Contact, day: RemarkDay): readonly Remark[] =>
  contact.trashed
    ? []
    : [
        ...lifeRemarks(contact, day),
        ...unreadDays(contact),
        ...placeRemarks(contact, day),
        ...writingRemarks(contact),
        ...reachRemarks(contact, day),
      ]

function lifeRemarks(contact: Contact, { today }: RemarkDay): readonly Remark[] {
  if (contact.kind !== 'person') return []
  const remarks: Remark[] = []
  const { born, died, joined } = contact
  const deceased = contact.status === 'deceased' || died !== ''
  if (isBefore(died, born))
    remarks.push({
      kind: 'deathBeforeBirth',
      field: 'died',
      said: `${born} ${died}`,
      values: { born, died },
      changes: [],
    })
  if (born !== '' && joined !== '') {
    const age = yearsBetween(born, joined)
    if (isBefore(joined, born))
      remarks.push({
        kind: 'bornAfterJoined',
        field: 'joined',
        said: `${born} ${joined}`,
        values: { born, joined },
        changes: [],
      })
    else if (age !== undefined && age < youngestMember)
      remarks.push({
        kind: 'joinedYoung',
        field: 'joined',
        said: `${born} ${joined}`,
        values: { age: String(age), joined },
        changes: [],
      })
  }
  const age = born === '' ? undefined : yearsBetween(born, today)
  if (!deceased && age !== undefined && age >= oldestLiving)
    remarks.push({ kind: 'tooOld', field: 'born', said: born, values: { age: String(age), born }, changes: [] })
  if (!deceased) return remarks
  contact.mandates.forEach((mandate, at) => {
    if (mandate.until !== '' && !isBefore(died, mandate.until)) return
    remarks.push({
      kind: 'deceasedMandate',
      field: `mandates.${at}.until`,
      said: [mandate.function, mandate.body, mandate.since, mandate.until, died].join(' '),
      values: { mandate: [mandate.function, mandate.body].filter((text) => text !== '').join(', ') },
      // A mandate that ends with the life: certain as soon as the day is known, and after it began.
      changes: died === '' || isBefore(died, mandate.since) ? [] : [{ field: `mandates.${at}.until`, value: died }],
    })
  })
  const after: readonly (readonly [string, string])[] = [
    ['joined', joined],
    ['confirmed', contact.confirmed],
    ...contact.stays.map(({ since }, at) => [`stays.${at}.since`, since] as const),
    ...contact.groups.map(({ since }, at) => [`groups.${at}.since`, since] as const),
  ]
  for (const [field, since] of after) {
    if (isBefore(died, since))
      remarks.push({
        kind: 'deceasedLater',
        field,
        said: `${died} ${since}`,
        values: { died, later: since },
        changes: [],
      })
  }
  return remarks
}

/** Headings under which a list has the two days of a life: what could not be read stands under them, beside the sheet. */
const lifeHeadings: readonly (readonly ['born' | 'died', RegExp])[] = [
  ['born', /^(?!.*\b(?:lieu|nom|ville|pays|place|name)\b).*\b(?:naissance|nee?|birth|birthday|born)\b/],
  ['died', /^(?!.*\b(?:lieu|ville|place)\b).*\b(?:deces|decedee?|mort|death|died)\b/],
]

/** Days of birth or death that came as no day (`31/02/1947`, `vers 1950`) and wait beside the sheet. */
function unreadDays(contact: Contact): readonly Remark[] {
  if (contact.kind !== 'person') return []
  return lifeHeadings.flatMap(([field, heading]): readonly Remark[] => {
    if (contact[field] !== '') return []
    const kept = contact.extras.find(({ name, value }) => value !== '' && heading.test(fold(name)))
    if (kept === undefined) return []
    const { name, value: text } = kept
    return [{ kind: 'dayUnread', field, said: `${name} ${text}`, values: { name, text }, changes: [] }]
  })
}

function reachRemarks(contact: Contact, { today, unconfirmedYears }: RemarkDay): readonly Remark[] {
  if (contact.status !== 'member') return []
  const remarks: Remark[] = []
  const writable = contact.addresses.some(
    ({ street, locality, city, override, returned, until }) =>
      returned === '' &&
      !isBefore(until, today) &&
      (((street !== '' || locality !== '') && city !== '') || override !== ''),
  )
  if (!writable && contact.emails.length === 0 && contact.phones.length === 0)
    remarks.push({ kind: 'unreachable', field: 'addresses', said: '', values: {}, changes: [] })
  const since = contact.confirmed || contact.joined
  const years = since === '' ? undefined : yearsBetween(since, today)
  if (years !== undefined && years >= unconfirmedYears)
    remarks.push({
      kind: 'unconfirmed',
      field: 'confirmed',
      said: since,
      values: { years: String(years), since },
      changes: [],
    })
  return remarks
}
