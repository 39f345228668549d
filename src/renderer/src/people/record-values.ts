/** The form's values, flat for both kinds of record, and the way between them and what the office asks for. */
import type { z } from 'zod'
import {
  blankAddress,
  blankOrganisation,
  blankPerson,
  type Contact,
  type ContactInput,
  contactInput,
  type OrganisationInput,
  organisationInput,
  type PersonInput,
  personInput,
} from '../../../core/people/people.requests.ts'
import type { Words } from '../i18n/words.tsx'

export type RecordKind = ContactInput['kind']

/** Everything a record of either kind may say, so that one form serves both. */
export type RecordValues = Omit<PersonInput, 'kind'> & Omit<OrganisationInput, 'kind'>

/** The fields typed on a line or in a box of text. */
export type TextField = {
  [Field in keyof RecordValues]: string extends RecordValues[Field] ? Field : never
}[keyof RecordValues]

export type AddressValues = ContactInput['addresses'][number]

export const emptyAddress = (country: string): AddressValues => ({ ...blankAddress, country })

export function emptyRecord(): RecordValues {
  const { kind: _person, ...person } = blankPerson
  const { kind: _organisation, ...organisation } = blankOrganisation
  return structuredClone({ ...organisation, ...person })
}

const fieldsOf = { person: Object.keys(personInput.shape), organisation: Object.keys(organisationInput.shape) }

/** A kept record as the form shows it. */
export const valuesOf = (contact: Contact): RecordValues => ({
  ...emptyRecord(),
  ...structuredClone(
    Object.fromEntries(Object.entries(contact).filter(([field]) => fieldsOf[contact.kind].includes(field))),
  ),
})

const written = (text: string): boolean => text.trim() !== ''

/** What the office is asked to keep: the fields of the kind, and lines left empty are not lines. */
export function inputOf(kind: RecordKind, values: RecordValues): z.input<typeof contactInput> {
  return {
    ...Object.fromEntries(Object.entries(values).filter(([field]) => fieldsOf[kind].includes(field))),
    kind,
    emails: values.emails.filter(({ address }) => written(address)),
    phones: values.phones.filter(({ number }) => written(number)),
    addresses: values.addresses.filter(({ complement, street, locality, postcode, city, region, override }) =>
      [complement, street, locality, postcode, city, region, override].some(written),
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
