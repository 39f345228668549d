/** What a change made to many does to one of them. Pure: the preview and the writing ask the same. */
import type { Contact, ContactInput } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import type { BulkChange } from './bulk.requests.ts'

type Address = ContactInput['addresses'][number]

/** The address one writes to: the first that mail has not come back from, else the first. */
const writtenTo = (addresses: readonly Address[]): number => {
  const at = addresses.findIndex(({ returned }) => returned === '')
  return at < 0 ? 0 : at
}

const changedAt = <T>(list: readonly T[], at: number, changes: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...changes } : one))

/** Whether a sheet has the field at all: a person has no acronym, an organisation no birth. */
const has = (contact: ContactInput, field: string): boolean => Object.hasOwn(contact, field)

const withField = (contact: ContactInput, field: string, value: unknown): ContactInput =>
  has(contact, field) ? ({ ...contact, [field]: value } as ContactInput) : contact

function joining(contact: ContactInput, { kind, name, since }: Extract<BulkChange, { do: 'join' }>): ContactInput {
  const found = contact.groups.findIndex((group) => group.kind === kind && foldedName(group.name) === foldedName(name))
  if (found < 0) return { ...contact, groups: [...contact.groups, { kind, name, since, until: '' }] }
  const belonging = contact.groups[found]
  // Who belongs already stays as he came; who had left comes back.
  if (belonging === undefined || belonging.until === '') return contact
  return { ...contact, groups: changedAt(contact.groups, found, { since, until: '' }) }
}

function leaving(contact: ContactInput, { kind, name, until }: Extract<BulkChange, { do: 'leave' }>): ContactInput {
  const found = contact.groups.findIndex((group) => group.kind === kind && foldedName(group.name) === foldedName(name))
  if (found < 0) return contact
  if (until === '') return { ...contact, groups: contact.groups.filter((_, at) => at !== found) }
  return contact.groups[found]?.until ? contact : { ...contact, groups: changedAt(contact.groups, found, { until }) }
}

function marked(contact: ContactInput, day: string): ContactInput {
  if (day === '') {
    const addresses = contact.addresses.map((address) => ({ ...address, returned: '' }))
    return { ...contact, addresses }
  }
  const at = writtenTo(contact.addresses)
  return contact.addresses[at]?.returned === ''
    ? { ...contact, addresses: changedAt(contact.addresses, at, { returned: day }) }
    : contact
}

function withCustom(contact: ContactInput, name: string, value: string): ContactInput {
  const at = contact.extras.findIndex((extra) => foldedName(extra.name) === foldedName(name))
  if (at < 0)
    return value === '' ? contact : { ...contact, extras: [...contact.extras, { name, value, occurrence: 0 }] }
  return value === ''
    ? { ...contact, extras: contact.extras.filter((extra) => foldedName(extra.name) !== foldedName(name)) }
    : { ...contact, extras: changedAt(contact.extras, at, { value }) }
}

/** The sheet after the change; the trash is no matter of the sheet. */
export function changedSheet(contact: ContactInput, change: BulkChange): ContactInput {
  switch (change.do) {
    case 'setText':
    case 'setDay':
      return withField(contact, change.field, change.field === 'joined' ? change.value.slice(0, 4) : change.value)
    case 'setStatus':
      return withField(contact, 'status', change.value)
    case 'setLanguages':
      return withField(contact, 'languages', change.value)
    case 'setPlace': {
      const at = writtenTo(contact.addresses)
      return { ...contact, addresses: changedAt(contact.addresses, at, { [change.field]: change.value }) }
    }
    case 'setCustom':
      return withCustom(contact, change.name, change.value)
    case 'addNote':
      return { ...contact, notes: contact.notes === '' ? change.value : `${contact.notes}\n${change.value}` }
    case 'addTag': {
      const had = contact.tags.some((tag) => foldedName(tag) === foldedName(change.name))
      return had ? contact : { ...contact, tags: [...contact.tags, change.name] }
    }
    case 'removeTag':
      return { ...contact, tags: contact.tags.filter((tag) => foldedName(tag) !== foldedName(change.name)) }
    case 'join':
      return joining(contact, change)
    case 'leave':
      return leaving(contact, change)
    case 'returned':
      return marked(contact, change.day)
    case 'trash':
      return contact
  }
}

/**
 * What a sheet says where the change is made, for who reads what stood there and what will: of labels and groups the one in
 * question alone, since the others stay.
 */
export function saidWhere(contact: ContactInput & Partial<Pick<Contact, 'trashed'>>, change: BulkChange): string {
  const at = (field: string): string => {
    const value = (contact as Readonly<Record<string, unknown>>)[field]
    return typeof value === 'string' ? value : ''
  }
  switch (change.do) {
    case 'setText':
    case 'setDay':
      return at(change.field)
    case 'setStatus':
      return contact.status
    case 'setLanguages':
      return contact.languages.join(', ')
    case 'setPlace':
      return contact.addresses[writtenTo(contact.addresses)]?.[change.field] ?? ''
    case 'setCustom':
      return contact.extras
        .filter(({ name }) => foldedName(name) === foldedName(change.name))
        .map(({ value }) => value)
        .join(', ')
    case 'addNote':
      return contact.notes
    case 'addTag':
    case 'removeTag':
      return contact.tags.filter((tag) => foldedName(tag) === foldedName(change.name)).join(', ')
    case 'join':
    case 'leave':
      return contact.groups
        .filter(({ kind, name }) => kind === change.kind && foldedName(name) === foldedName(change.name))
        .map(({ name, since, until }) => (since + until === '' ? name : `${name} (${since}–${until})`))
        .join(', ')
    case 'returned':
      return contact.addresses
        .map(({ returned }) => returned)
        .filter((day) => day !== '')
        .join(', ')
    case 'trash':
      return contact.trashed === true ? 'trashed' : ''
  }
}
