/** What is done to a contact before it is kept, and what of it can be sought. Pure: also for the forms. */
import { cleanLine, cleanLines, fold, fuse } from '../kit/text.ts'
import { countryName } from './country.rules.ts'
import type { ContactInput } from './people.requests.ts'
import { keptPhone, phoneWords } from './phone.rules.ts'

type Addresses = ContactInput['addresses']

/** The country that reads the phones written without a prefix: that of the first address that has one, else the association's. */
export const phoneCountryOf = (addresses: Addresses, home: string): string =>
  addresses.find(({ country }) => country !== '')?.country ?? home

/** The record itself when every text of it is clean already, as nearly all are: thousands pass here in an import. */
function cleaned<T extends object>(record: T, several: string): T {
  let copy: T | undefined
  for (const key in record) {
    const value: unknown = record[key]
    if (typeof value !== 'string' || value === '') continue
    const clean = key === several ? cleanLines(value) : cleanLine(value)
    if (clean === value) continue
    copy = { ...(copy ?? record), [key]: clean }
  }
  return copy ?? record
}

const saysSomething = (address: Addresses[number]): boolean =>
  [
    address.complement,
    address.street,
    address.locality,
    address.postcode,
    address.city,
    address.region,
    address.override,
  ].some((text) => text !== '')

/**
 * A contact as it is kept: every text cleaned (kit/text.ts), phones as E.164 where they can be read, empty e-mails,
 * phones, addresses, groups and extras left out, a group named twice kept once. `home` is the association's country.
 */
export function cleanContact(contact: ContactInput, home: string): ContactInput {
  const addresses = contact.addresses.map((address) => cleaned(address, 'override')).filter(saysSomething)
  const country = phoneCountryOf(addresses, home)
  const groups = new Map(
    contact.groups
      .map((group) => cleaned(group, ''))
      .map((group) => [`${group.kind} ${foldedName(group.name)}`, group]),
  )
  return {
    ...cleaned(contact, 'notes'),
    emails: contact.emails.map((email) => cleaned(email, '')).filter(({ address }) => address !== ''),
    phones: contact.phones
      .map((phone) => ({ label: cleanLine(phone.label), number: keptPhone(cleanLine(phone.number), country) }))
      .filter(({ number }) => number !== ''),
    addresses,
    groups: [...groups.values()].filter(({ name }) => name !== ''),
    extras: contact.extras.map((extra) => cleaned(extra, '')).filter(({ name, value }) => name !== '' && value !== ''),
  }
}

/** The form under which a category or a group is one: folded; as written where nothing is left to fold. */
export const foldedName = (name: string): string => fold(name) || name

/** Whether nothing names the contact: neither a name, nor a forename, nor a name in another script. */
export const isNameless = (contact: ContactInput): boolean =>
  (contact.kind === 'organisation'
    ? [contact.name, contact.acronym, contact.originalName]
    : [contact.lastName, contact.firstName, contact.originalName]
  ).every((text) => text === '')

/** What joins the parts of a word that is also sought in one piece: `L’Hermitte`, `Saint-Étienne`. */
const joint = /[’'ʼ‐-]/u

/**
 * Everything about a contact as folded words, each once: what the full-text index holds. Compound names stand in one
 * piece too (`lhermitte`, `delafontaine`), phones in each form one may type, countries other than `home` by name.
 */
export function searchText(contact: ContactInput, home: string): string {
  const names =
    contact.kind === 'organisation'
      ? [contact.name, contact.acronym]
      : [
          ...[
            contact.civility,
            contact.title,
            contact.firstName,
            contact.otherNames,
            contact.particle,
            contact.lastName,
          ],
          ...[contact.birthName, contact.studiedName, contact.nobility, contact.honours, contact.suffix],
        ]
  const said = [
    ...names,
    ...[
      contact.originalName,
      contact.memberNumber,
      contact.category,
      contact.joined,
      contact.profession,
      contact.notes,
    ],
    ...contact.groups.map(({ name }) => name),
    ...contact.emails.map(({ address }) => address),
    ...contact.addresses.flatMap((address) => [
      ...[address.complement, address.street, address.locality, address.postcode, address.city, address.region],
      ...[address.override, ...countryNames(address.country, home)],
    ]),
    ...contact.extras.map(({ value }) => value),
  ]
    .filter((text) => text !== '')
    .join('\n')
  const words = new Set(fold(said).split(' '))
  if (joint.test(said)) for (const word of said.split(/[\s,;()]+/)) if (joint.test(word)) words.add(fuse(word))
  if (contact.kind === 'person') {
    if (contact.lastName.includes(' ')) words.add(fuse(contact.lastName))
    if (contact.particle !== '') words.add(fuse(contact.particle + contact.lastName))
    const kept = contact.particle.lastIndexOf(' ')
    if (kept > 0) words.add(fuse(contact.particle.slice(kept) + contact.lastName))
  }
  for (const { number } of contact.phones) for (const word of phoneWords(number)) words.add(word)
  if (contact.memberNumber !== '') words.add(fuse(contact.memberNumber))
  words.delete('')
  return [...words].join(' ')
}

const countryNames = (country: string, home: string): readonly string[] =>
  country === '' || country === home ? [] : [countryName(country, 'fr'), countryName(country, 'en')]

/**
 * How a search is answered: by an expression for the full-text index; or, for one letter alone, by those filed under
 * it, since half of the register has a word that begins with any letter.
 */
export type Search = { readonly match: string } | { readonly letter: string }

const mostWords = 12

/**
 * What somebody typed, as a search: each word is the beginning of a word, in any order. Runs of figures are also
 * sought in one piece (`06 12 34` finds `0612345678`). Undefined when nothing is sought.
 */
export function searchOf(typed: string): Search | undefined {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
  const [first] = words
  if (first === undefined) return undefined
  return words.length === 1 && /^[a-z]$/.test(first) ? { letter: first } : { match: matchOf(words) }
}

function matchOf(words: readonly string[]): string {
  const terms: string[] = []
  for (let at = 0; at < words.length; ) {
    let end = at
    while (end < words.length && /^\d+$/.test(words[end] ?? '')) end += 1
    const run = words.slice(at, end)
    const whole = run.join('')
    // 00 is how most of the world dials what is kept as +.
    const abroad = whole.length > 4 && whole.startsWith('00')
    if (run.length > 1 || abroad) {
      terms.push(`((${run.map(begins).join(' AND ')}) OR ${begins(abroad ? whole.slice(2) : whole)})`)
      at = end
    } else {
      terms.push(begins(words[at] ?? ''))
      at += 1
    }
  }
  return terms.join(' AND ')
}

/** A figure alone is a whole word (a number of member, of a street): as a beginning it would find everybody. */
const begins = (word: string): string => (/^\d$/.test(word) ? `"${word}"` : `"${word.slice(0, 60)}" *`)
