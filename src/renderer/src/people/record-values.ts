/** The form's values, flat for both kinds of record, and the way between them and what the office asks for. */
import type { z } from 'zod'
import { reasonSentence } from '../../../core/kit/refusal-reasons.ts'
import { sheetTroubles } from '../../../core/people/life.rules.ts'
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

type Line = Readonly<Record<string, unknown>>

/** Whether a line of a list says enough to be a line. */
const saysSomething = {
  emails: ({ address }: Line) => isWritten(address),
  phones: ({ number }: Line) => isWritten(number),
  addresses: (line: Line) =>
    (['complement', 'street', 'locality', 'postcode', 'city', 'region', 'override'] as const).some((part) =>
      isWritten(line[part]),
    ),
  groups: ({ name }: Line) => isWritten(name),
  extras: ({ name, value }: Line) => isWritten(name) || isWritten(value),
  honours: ({ name }: Line) => isWritten(name),
  aliases: ({ name }: Line) => isWritten(name),
  stays: ({ house }: Line) => isWritten(house),
  mandates: ({ body }: Line) => isWritten(body),
  supports: ({ field, notes, subject }: Line) => isWritten(field) || isWritten(notes) || subject !== 'other',
  representatives: ({ person }: Line) => Number(person) > 0,
} as const satisfies Partial<Record<keyof RecordValues, (line: Line) => boolean>>

type ListName = keyof typeof saysSomething
const isList = (field: string): field is ListName => field in saysSomething
const isWritten = (value: unknown): boolean => typeof value === 'string' && written(value)

/** The places in the form of the lines that are kept of a list. */
const keptPlaces = (values: RecordValues, list: ListName): number[] =>
  (values[list] as readonly Line[]).flatMap((line, at) => (saysSomething[list](line) ? [at] : []))

/** What the office is asked to keep: the fields of the kind, and lines left empty are not lines. */
export function inputOf(kind: RecordKind, values: RecordValues): z.input<typeof contactInput> {
  const fields = Object.entries(values).filter(([field]) => fieldsOf[kind].includes(field))
  return {
    ...Object.fromEntries(
      fields.map(([field, value]) => [
        field,
        isList(field) ? keptPlaces(values, field).map((at) => (value as readonly Line[])[at]) : value,
      ]),
    ),
    kind,
  } as z.input<typeof contactInput>
}

/** A path of what the office was asked to keep, as the form has it: lines left empty count there. */
export function placeInForm(values: RecordValues, path: string): string {
  const [field = '', at, ...rest] = path.split('.')
  if (!isList(field) || at === undefined) return path
  return [field, keptPlaces(values, field)[Number(at)] ?? at, ...rest].join('.')
}

/** Fields that hold a day, whole or known in part. */
const dayFields = /(?:^|\.)(?:born|died|left|confirmed|since|until|declared|endDeclared|returned)$/
const wholeDays = /(?:^|\.)(?:confirmed|declared|endDeclared|returned)$/

function shapeTrouble(path: string, { t }: Words): string {
  if (wholeDays.test(path)) return t('form.badWholeDay')
  if (dayFields.test(path)) return t('form.badDay')
  if (/(?:^|\.)season(?:From|Until)$/.test(path)) return t('form.badDayOfYear')
  if (path.endsWith('.country')) return t('form.unknownCountry')
  return t(path === 'joined' || path.endsWith('.year') ? 'form.badYear' : 'form.badEntry')
}

/** Checks by the same schema and the same rules as the request. @returns a sentence by path of field, `emails.0.address`. */
export function fieldTroubles(
  kind: RecordKind,
  values: RecordValues,
  words: Words,
  today: string = thisDay(),
): Record<string, string> {
  const { t, language } = words
  const troubles: Record<string, string> = {}
  const checked = contactInput.safeParse(inputOf(kind, values))
  for (const issue of checked.success ? [] : checked.error.issues) {
    const path = placeInForm(values, issue.path.join('.'))
    troubles[path] =
      issue.code === 'too_big' ? t('form.tooLong', { count: Number(issue.maximum) }) : shapeTrouble(path, words)
  }
  for (const { field, reason } of checked.success ? sheetTroubles(checked.data, today) : []) {
    troubles[placeInForm(values, field)] = reasonSentence(reason, language)
  }
  const name = kind === 'person' ? 'lastName' : 'name'
  const named = written(values[name]) || (kind === 'person' && written(values.firstName))
  if (!named && !written(values.originalName)) troubles[name] = t('form.needName')
  return troubles
}

/** Today where the secretary sits, `2026-11-22`. */
export function thisDay(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
