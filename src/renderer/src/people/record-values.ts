/** The form's values, flat for both kinds of record, and the way between them and what the office asks for. */
import type { z } from 'zod'
import type { Contact, ContactInput, ContactStatus, GroupKind } from '../../../core/people/people.requests.ts'
import { contactInput, organisationFields, personFields } from '../../../core/people/people.requests.ts'
import type { Words } from '../i18n/words.tsx'

export type RecordKind = ContactInput['kind']

const commonFields = [
  'memberNumber',
  'category',
  'joined',
  'profession',
  'notes',
  'originalName',
  'sortOverride',
] as const

export type TextField =
  | (typeof personFields)[number]
  | (typeof organisationFields)[number]
  | (typeof commonFields)[number]
type AddressValues = ContactInput['addresses'][number]

export type RecordValues = Record<TextField, string> & {
  status: ContactStatus
  emails: { label: string; address: string }[]
  phones: { label: string; number: string }[]
  addresses: AddressValues[]
  groups: { kind: GroupKind; name: string }[]
  extras: { name: string; value: string }[]
}

export const emptyAddress = (country: string): AddressValues => ({
  label: '',
  complement: '',
  street: '',
  locality: '',
  postcode: '',
  city: '',
  region: '',
  country,
  override: '',
})

const texts = [...personFields, ...organisationFields, ...commonFields]

export const emptyRecord = (): RecordValues => ({
  ...(Object.fromEntries(texts.map((field) => [field, ''])) as Record<TextField, string>),
  status: 'member',
  emails: [],
  phones: [],
  addresses: [],
  groups: [],
  extras: [],
})

/** A kept record as the form shows it. */
export function valuesOf(contact: Contact): RecordValues {
  const known = contact as Partial<Record<TextField, string>>
  const { status, emails, phones, addresses, groups, extras } = contact
  return {
    ...(Object.fromEntries(texts.map((field) => [field, known[field] ?? ''])) as Record<TextField, string>),
    status,
    emails: emails.map((email) => ({ ...email })),
    phones: phones.map((phone) => ({ ...phone })),
    addresses: addresses.map((address) => ({ ...address })),
    groups: groups.map((group) => ({ ...group })),
    extras: extras.map((extra) => ({ ...extra })),
  }
}

const written = (text: string): boolean => text.trim() !== ''

/** What the office is asked to keep: the fields of the kind, and lines left empty are not lines. */
export function inputOf(kind: RecordKind, values: RecordValues): z.input<typeof contactInput> {
  const pick = (fields: readonly TextField[]) => Object.fromEntries(fields.map((field) => [field, values[field]]))
  return {
    kind,
    ...pick(kind === 'person' ? personFields : organisationFields),
    ...pick(commonFields),
    status: values.status,
    emails: values.emails.filter(({ address }) => written(address)),
    phones: values.phones.filter(({ number }) => written(number)),
    addresses: values.addresses.filter(({ label: _label, country: _country, ...lines }) =>
      Object.values(lines).some(written),
    ),
    groups: values.groups.filter(({ name }) => written(name)),
    extras: values.extras.filter(({ name, value }) => written(name) || written(value)),
  } as z.input<typeof contactInput>
}

/** Checks by the same schema as the request. @returns a sentence by path of field, `emails.0.address`. */
export function fieldTroubles(kind: RecordKind, values: RecordValues, { t }: Words): Record<string, string> {
  const troubles: Record<string, string> = {}
  const checked = contactInput.safeParse(inputOf(kind, values))
  for (const issue of checked.success ? [] : checked.error.issues) {
    const path = issue.path.join('.')
    if (issue.code === 'too_big') troubles[path] = t('form.tooLong', { count: Number(issue.maximum) })
    else troubles[path] = t(path === 'joined' ? 'form.badYear' : 'form.badEntry')
  }
  const name = kind === 'person' ? 'lastName' : 'name'
  const named = written(values[name]) || (kind === 'person' && written(values.firstName))
  if (!named) troubles[name] = t('form.needName')
  return troubles
}
