/** What is done to a contact before it is kept, and what of it can be sought. Pure: also for the forms. */
import { cleanLine, cleanLines, fold, fuse, holdsUnseen } from '../kit/text.ts'
import { countryName } from './country.rules.ts'
import { aliasesElsewhere } from './life.rules.ts'
import type { Named } from './name.rules.ts'
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

/** Whether an address says where: one that does not is not kept. */
export const saysSomething = (address: Addresses[number]): boolean =>
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
 * phones, addresses, groups and extras left out, a group or an alias named twice kept once, and no alias that is the name itself. `home` is the association's country.
 */
export function cleanContact(contact: ContactInput, home: string): ContactInput {
  const addresses = contact.addresses.map((address) => cleaned(address, 'override')).filter(saysSomething)
  const country = phoneCountryOf(addresses, home)
  const groups = eachOnce(contact.groups.map((group) => cleaned(group, '')))
  return {
    ...cleaned(contact, 'notes'),
    emails: contact.emails.map((email) => cleaned(email, '')).filter(({ address }) => address !== ''),
    phones: contact.phones
      .map((phone) => ({ label: cleanLine(phone.label), number: keptPhone(cleanLine(phone.number), country) }))
      .filter(({ number }) => number !== ''),
    addresses,
    groups: groups.filter(({ name }) => name !== ''),
    extras: contact.extras.map((extra) => cleaned(extra, '')).filter(({ name, value }) => name !== '' && value !== ''),
    honours: contact.honours.map((honour) => cleaned(honour, '')).filter(({ name }) => name !== ''),
    aliases: aliasesElsewhere(
      contact as Named,
      contact.aliases.map((alias) => cleaned(alias, '')),
    ),
    tags: [...new Map(contact.tags.map(cleanLine).map((tag) => [foldedName(tag), tag])).values()].filter(
      (tag) => tag !== '',
    ),
    mandates: contact.mandates.map((mandate) => cleaned(mandate, '')).filter(({ body }) => body !== ''),
    supports: contact.supports.map((support) => cleaned(support, '')),
    ...(contact.kind === 'person'
      ? {
          stays: contact.stays.map((stay) => cleaned(stay, '')).filter(({ house }) => house !== ''),
          status: contact.died === '' ? contact.status : 'deceased',
        }
      : { representatives: contact.representatives.map((one) => cleaned(one, '')) }),
  } as ContactInput
}

/**
 * Belongings each once: somebody may belong to a group, leave, and come back. One without days says nothing more where
 * the same group stands with days.
 */
function eachOnce(groups: ContactInput['groups']): ContactInput['groups'] {
  if (groups.length < 2) return groups
  const named = ({ kind, name }: (typeof groups)[number]): string => `${kind} ${foldedName(name)}`
  const dated = new Set(groups.filter(({ since, until }) => since !== '' || until !== '').map(named))
  const kept = groups.filter((group) => group.since !== '' || group.until !== '' || !dated.has(named(group)))
  return [...new Map(kept.map((group) => [`${named(group)} ${group.since} ${group.until}`, group])).values()]
}

/** Where a sheet held what nobody sees (directions, controls, halves of characters): `notes`, `aliases.0.name`. */
export function unseenFields(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return holdsUnseen(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => unseenFields(inside, path === '' ? key : `${path}.${key}`))
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
          ...[contact.birthName, contact.studiedName, contact.nobility, contact.suffix],
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
    ...contact.aliases.map(({ name }) => name),
    ...contact.honours.flatMap(({ name, grade }) => [name, grade]),
    ...contact.tags,
    ...contact.mandates.flatMap((mandate) => [mandate.body, mandate.function, mandate.election]),
    ...contact.supports.flatMap(({ field, notes }) => [field, notes]),
    ...(contact.kind === 'person'
      ? [contact.birthPlace, ...contact.stays.flatMap(({ house, programme, room }) => [house, programme, room])]
      : contact.representatives.map(({ role }) => role)),
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
  const country = phoneCountryOf(contact.addresses, home)
  for (const { number } of contact.phones) for (const word of phoneWords(number, country)) words.add(word)
  if (contact.memberNumber !== '') words.add(fuse(contact.memberNumber))
  words.delete('')
  return [...words].join(' ')
}

const countryNames = (country: string, home: string): readonly string[] =>
  country === '' || country === home ? [] : [countryName(country, 'fr'), countryName(country, 'en')]
