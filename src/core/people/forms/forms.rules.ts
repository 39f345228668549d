/** What a verification form says of a person: the same for the paper and for the screen where its answer is keyed in. */
import { type AddressPaper, addressLines, addressOn } from '../address.rules.ts'
import {
  type FieldStanding,
  type PublicationMedium,
  type PublishedField,
  publicationMedia,
} from '../consents/consents.rules.ts'
import { countryName } from '../country.rules.ts'
import { dayInWords } from '../day.rules.ts'
import { envelopeName, type Named } from '../name.rules.ts'
import type { Contact } from '../people.requests.ts'
import { formatPhone, isMobile } from '../phone.rules.ts'
import { type FormLanguage, formWords, type KeptMatter } from './form-words.rules.ts'

/** The rows of a form from top to bottom, on paper and on the screen. */
export const formFields = [
  ...(['name', 'groups', 'profession', 'address', 'city', 'phone', 'mobile', 'email'] as const),
  ...(['household', 'birth', 'photo'] as const),
] as const satisfies readonly PublishedField[]

export type FormRow = {
  readonly field: PublishedField
  /** What is known, one text for each line; none when nothing is. */
  readonly values: readonly string[]
  /** Where it is published as things stand. */
  readonly published: Readonly<Record<PublicationMedium, boolean>>
}

export type VerificationForm = {
  readonly contact: number
  readonly displayName: string
  /** What is typed to find the form again: the record's number and a check letter. */
  readonly reference: string
  readonly language: FormLanguage
  readonly rows: readonly FormRow[]
  /** The place in the sheet of the address that is shown that day, which is not always the first; undefined: none is. */
  readonly address?: number
  readonly kept: readonly KeptMatter[]
  /** The latest word about being kept after leaving; undefined: nothing said. */
  readonly keep?: boolean
}

/** Letters that are not taken for figures or for one another. */
const checks = 'ABCDEFGHJKLMNPRTUVWXYZ'
const checkOf = (id: number): string => checks[(id * 7 + 3) % checks.length] ?? 'A'

/** `128-K`: short enough to type, and a figure mistyped is seen. */
export const formReference = (contact: number): string => `${contact}-${checkOf(contact)}`

/** The contact a reference leads to; undefined when it is none, or was mistyped. */
export function contactOfReference(typed: string): number | undefined {
  const [, figures = '', letter = ''] = /^\s*(\d{1,12})\s*[-–/ ]?\s*([A-Za-z])\s*$/.exec(typed) ?? []
  const id = Number(figures)
  return id > 0 && checkOf(id) === letter.toUpperCase() ? id : undefined
}

/** The language a person is written to in: the first of theirs that the papers speak, else the association's. */
export const formLanguage = (contact: Pick<Contact, 'languages'>, association: FormLanguage): FormLanguage =>
  contact.languages.find((code): code is FormLanguage => code === 'fr' || code === 'en') ?? association

export type FormMatter = {
  readonly contact: Contact
  readonly standings: Readonly<Record<PublicationMedium, readonly FieldStanding[]>>
  readonly keep: boolean | undefined
  /** The others of the household, by name. */
  readonly household: readonly string[]
  readonly photo: boolean
}

/** The one address a form speaks of, on paper and on the screen. */
const shownAddress = ({ addresses }: Contact, day: string) => addressOn(addresses, day, 'shown')

/** The form of a person on a day (`YYYY-MM-DD`). */
export function formOf(
  matter: FormMatter,
  paper: { readonly association: FormLanguage; readonly home: string; readonly day: string },
): VerificationForm {
  const { contact, keep } = matter
  const language = formLanguage(contact, paper.association)
  const values = valuesOf(matter, { ...paper, language })
  const shown = shownAddress(contact, paper.day)
  return {
    contact: contact.id,
    displayName: contact.displayName,
    reference: formReference(contact.id),
    language,
    rows: formFields.map((field) => ({
      field,
      values: values[field].filter((text) => text !== ''),
      published: publishedOf(matter, field),
    })),
    ...(shown === undefined ? {} : { address: contact.addresses.indexOf(shown) }),
    kept: keptOf(matter),
    ...(keep === undefined ? {} : { keep }),
  }
}

function publishedOf({ standings }: FormMatter, field: PublishedField): FormRow['published'] {
  const on = (medium: PublicationMedium): boolean => {
    const standing = standings[medium]
    const named = standing.some((one) => one.field === 'name' && one.value)
    return named && standing.some((one) => one.field === field && one.value)
  }
  return { paper: on('paper'), pdf: on('pdf'), web: on('web') }
}

type Values = Readonly<Record<PublishedField, readonly string[]>>

function valuesOf(
  { contact, household, photo }: FormMatter,
  { language, home, day }: AddressPaper & { readonly day: string },
): Values {
  const words = formWords[language]
  const person = contact.kind === 'person' ? contact : undefined
  const address = shownAddress(contact, day)
  const phones = contact.phones.map(({ number }) => ({
    mobile: isMobile(number),
    text: formatPhone(number, home, language),
  }))
  const birthName = person?.birthName ?? ''
  return {
    name: [
      [envelopeName(contact as Named), ...(birthName === '' ? [] : [words.born(birthName)])].join(', '),
      contact.originalName === envelopeName(contact as Named) ? '' : contact.originalName,
    ],
    groups: [[...contact.groups.map(({ name }) => name), contact.joined].filter((text) => text !== '').join(' · ')],
    profession: [contact.profession],
    address: address === undefined ? [] : addressLines(address, { home, language }),
    city:
      address === undefined
        ? []
        : [
            [address.city, address.country === '' ? '' : countryName(address.country, language)]
              .filter((text) => text !== '')
              .join(', '),
          ],
    phone: [phones.flatMap(({ mobile, text }) => (mobile ? [] : [text])).join(' · ')],
    mobile: [phones.flatMap(({ mobile, text }) => (mobile ? [text] : [])).join(' · ')],
    email: contact.emails.map(({ address: mail }) => mail),
    household: [household.join(', ')],
    birth: [
      person === undefined || person.born === ''
        ? ''
        : [dayInWords(person.born, language), person.birthPlace].filter((text) => text !== '').join(', '),
    ],
    photo: [photo ? words.hasPhoto : words.noPhoto],
  }
}

/** What is kept and published on no medium, in the order of the words. */
function keptOf(matter: FormMatter): readonly KeptMatter[] {
  const { contact } = matter
  const nowhere = (field: PublishedField): boolean => {
    const published = publishedOf(matter, field)
    return publicationMedia.every((medium) => !published[medium])
  }
  const person = contact.kind === 'person' ? contact : undefined
  const said: Readonly<Record<KeptMatter, boolean>> = {
    memberNumber: true,
    birth: person !== undefined && person.born !== '' && nowhere('birth'),
    otherAddresses: contact.addresses.length > 1,
    languages: contact.languages.length > 0,
    honours: contact.honours.length > 0,
    stays: (person?.stays.length ?? 0) > 0,
    mandates: contact.mandates.length > 0,
    supports: contact.supports.length > 0,
    extras: contact.extras.length > 0,
    tags: contact.tags.length > 0,
    notes: contact.notes !== '',
  }
  return (Object.keys(said) as KeptMatter[]).filter((kept) => said[kept])
}
