/**
 * Writes contacts as address cards: vCard 4.0 (RFC 6350, with RFC 6474 for birth and death, RFC 6868 for parameters,
 * RFC 9554 for pronouns) or 3.0 (RFC 2426). What the version has no place for stands under names of our own, so that a
 * card of ours coming back says the same.
 */
import { addressLines } from '../../people/address.rules.ts'
import { countryName } from '../../people/country.rules.ts'
import { type Named, spokenName } from '../../people/name.rules.ts'
import type { Contact } from '../../people/people.requests.ts'
import { eitherWord } from './card-words.ts'
import {
  itemParts,
  labelTypes,
  ownLists,
  ownMark,
  ownParticle,
  ownPlace,
  ownTexts,
  ownVersion,
  placeParts,
} from './own-properties.ts'

export type CardPhoto = { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array }
export type CardWriting = {
  readonly version: '3.0' | '4.0'
  readonly language: 'fr' | 'en'
  /** `YYYY-MM-DD`: the day of the cards. */
  readonly day: string
  /** A name for the contact that stays its own: `urn:uuid:…`. */
  readonly uid: (contact: Contact) => string
}

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n')
const parted = (parts: readonly string[]): string => parts.map(escaped).join(';')
const apostrophe = /['’ʼ]$/

/** Folds at 75 octets, never inside a character (RFC 6350, 3.2). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  const lines: string[] = []
  let piece = ''
  let room = 75
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (size > room) {
      lines.push(piece)
      piece = ''
      // The blank that begins the next line counts.
      room = 74
    }
    piece += sign
    room -= size
  }
  return [...lines, piece].join('\r\n ')
}

/** Base64 is ASCII alone: cut without looking, since photos are most of a file. */
function foldedAscii(line: string): string {
  const lines = [line.slice(0, 75)]
  for (let at = 75; at < line.length; at += 74) lines.push(line.slice(at, at + 74))
  return lines.join('\r\n ')
}

/** One card, its lines ended by CR LF. */
export function writeCard(contact: Contact, writing: CardWriting, photo?: CardPhoto): string {
  const { version, language } = writing
  const four = version === '4.0'
  const lines: string[] = ['BEGIN:VCARD', `VERSION:${version}`]
  let groups = 0

  /** Properties that a later standard brought stand under our own prefix in an older card. */
  const put = (name: string, value: string, params: readonly (readonly [string, string])[] = []) => {
    const head = params.map(([key, text]) => `;${key}=${parameter(text, four)}`).join('')
    lines.push(folded(`${name}${head}:${value}`))
  }
  const putText = (name: string, text: string) => {
    if (text !== '') put(name, escaped(text))
  }
  const later = (name: string): string => (four ? name : `X-AMICALE-${name}`)
  const preferred = (at: number, count: number): readonly (readonly [string, string])[] =>
    at > 0 || count < 2 ? [] : four ? [['PREF', '1']] : [['TYPE', 'pref']]
  /** A way to reach somebody under its label: a type where cards have one, else a label of its group. */
  const putLabelled = (name: string, label: string, value: string, params: readonly (readonly [string, string])[]) => {
    const type = Object.hasOwn(labelTypes, label) ? labelTypes[label as keyof typeof labelTypes] : undefined
    if (label === '' || type !== undefined) {
      put(name, value, [...(type === undefined ? [] : [['TYPE', type] as const]), ...params])
      return
    }
    groups += 1
    put(`item${groups}.${name}`, value, params)
    put(`item${groups}.X-ABLabel`, escaped(label))
  }

  put('UID', four ? writing.uid(contact) : escaped(writing.uid(contact)))
  put('REV', four ? `${writing.day.replaceAll('-', '')}T000000Z` : writing.day)
  put(ownMark, ownVersion)
  names(contact, four, put, putText)
  if (contact.kind === 'person') {
    days(contact, four, put)
    putText(later('BIRTHPLACE'), contact.birthPlace)
    putText(later('PRONOUNS'), contact.pronoun)
  }
  contact.emails.forEach(({ label, address }, at) => {
    putLabelled('EMAIL', label, escaped(address), preferred(at, contact.emails.length))
  })
  contact.phones.forEach(({ label, number }, at) => {
    const dialled = four && /^\+\d+(;ext=\d+)?$/.test(number)
    const params = preferred(at, contact.phones.length)
    if (dialled) putLabelled('TEL', label, `tel:${number}`, [['VALUE', 'uri'], ...params])
    else putLabelled('TEL', label, escaped(number), params)
  })
  for (const address of contact.addresses) {
    groups += 1
    const group = `item${groups}.`
    const country = address.country === '' ? '' : countryName(address.country, language)
    const street = [address.street, address.locality].map(escaped)
    const parts = ['', escaped(address.complement), street[1] === '' ? street[0] : street.join(',')]
    const rest = [address.city, address.region, address.postcode, country].map(escaped)
    const types = address.kind === 'home' || address.kind === 'work' ? [['TYPE', address.kind] as const] : []
    const label = addressLines(address, { language, home: '' }).join('\n')
    put(`${group}ADR`, [...parts, ...rest].join(';'), [
      ...types,
      ...(four && label !== '' ? [['LABEL', label] as const] : []),
    ])
    if (!four && label !== '') put(`${group}LABEL`, escaped(label), types)
    if (address.label !== '') put(`${group}X-ABLabel`, escaped(address.label))
    put(`${group}${ownPlace}`, parted(placeParts.map((part) => address[part])))
  }
  putText('TITLE', contact.profession)
  contact.languages.forEach((code, at) => {
    put(later('LANG'), code, [['PREF', String(at + 1)]])
  })
  if (contact.tags.length > 0) put('CATEGORIES', contact.tags.map(escaped).join(','))
  for (const { name, value } of contact.extras) {
    // Programs that show cards know these; ours reads them among the extras.
    if (eitherWord('website').includes(name)) put('URL', four ? value.replace(/\s/g, '%20') : escaped(value))
    if (contact.kind === 'person' && eitherWord('organisation').includes(name)) putText('ORG', value)
  }
  for (const { kind, name } of contact.aliases) if (kind === 'pen') putText('NICKNAME', name)
  putText('NOTE', contact.notes)
  ownParts(contact, put, putText)
  if (photo !== undefined) lines.push(photoLine(photo, four))
  lines.push('END:VCARD', '')
  return lines.join('\r\n')
}

type Put = (name: string, value: string, params?: readonly (readonly [string, string])[]) => void
type PutText = (name: string, text: string) => void

function names(contact: Contact, four: boolean, put: Put, putText: PutText): void {
  if (contact.kind === 'organisation') {
    if (four) put('KIND', 'org')
    else put('X-AMICALE-KIND', 'org')
    put('FN', escaped(contact.name))
    // RFC 2426 has an N in every card.
    if (!four) put('N', ';;;;')
    put('ORG', escaped(contact.name))
    if (!four) put('X-ABShowAs', 'COMPANY')
    return
  }
  const { civility, title, firstName, otherNames, particle, lastName, suffix } = contact
  put('FN', escaped(spokenName(contact as Named) || contact.originalName || contact.emails[0]?.address || '?'))
  const family = particle === '' ? lastName : `${particle}${apostrophe.test(particle) ? '' : ' '}${lastName}`
  const prefixes = title === '' ? escaped(civility) : [civility, title].map(escaped).join(',')
  const sorted = four && particle !== '' ? [['SORT-AS', [lastName, firstName].join(',')] as const] : []
  put('N', [escaped(family), escaped(firstName), escaped(otherNames), prefixes, escaped(suffix)].join(';'), sorted)
  putText(ownParticle, particle)
}

/** 4.0 writes days known in part; in 3.0 they stand under our prefix. */
function days({ born, died }: Extract<Contact, { kind: 'person' }>, four: boolean, put: Put): void {
  const basic = (day: string) => (day.length === 10 ? day.replaceAll('-', '') : day)
  if (born !== '') put(four || born.length === 10 ? 'BDAY' : 'X-AMICALE-BDAY', four ? basic(born) : born)
  if (died !== '') put(four ? 'DEATHDATE' : 'X-AMICALE-DEATHDATE', four ? basic(died) : died)
}

function ownParts(contact: Contact, put: Put, putText: PutText): void {
  const sheet = new Map<string, unknown>(Object.entries(contact))
  for (const [property, field] of Object.entries(ownTexts)) {
    const text = sheet.get(field)
    if (typeof text === 'string') putText(property, text)
  }
  for (const [property, { field, item }] of Object.entries(ownLists)) {
    const items = (sheet.get(field) ?? []) as readonly Parameters<typeof itemParts>[1][]
    for (const one of items) put(property, parted(itemParts(item, one)))
  }
}

/** Quoted where its signs would end it; RFC 6868 in 4.0, in 3.0 what cannot be written gives way. */
function parameter(text: string, four: boolean): string {
  const safe = four
    ? text.replace(/\^/g, '^^').replace(/\n/g, '^n').replace(/"/g, "^'")
    : text.replace(/\n/g, ' ').replace(/"/g, "'")
  return /[:;,]/.test(safe) ? `"${safe}"` : safe
}

function photoLine({ type, bytes }: CardPhoto, four: boolean): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return foldedAscii(
    four
      ? `PHOTO:data:${type};base64,${base64}`
      : `PHOTO;ENCODING=b;TYPE=${type === 'image/png' ? 'PNG' : 'JPEG'}:${base64}`,
  )
}
