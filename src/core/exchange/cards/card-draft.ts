/** Turns an address card into a contact, or says why not. Pure, and run on the reader's thread. */
import { cleanLine, cleanLines } from '../../kit/text.ts'
import { blankOrganisation, blankPerson, type ContactInput, contactInput } from '../../people/people.requests.ts'
import { cleanContact, phoneCountryOf } from '../../people/people.rules.ts'
import type { DraftRow } from '../draft.ts'
import { nameKey } from '../matching.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import { type CardContext, type CardDesk, cardDesk } from './card-desk.ts'
import { dayOfCard, lifeAside, lifeOfCard } from './card-life.ts'
import { type CardNames, cardNames, sortWords } from './card-names.ts'
import { cardPhoto } from './card-photo.ts'
import { cardAddresses, cardEmails, cardPhones } from './card-ways.ts'
import type { CardWord } from './card-words.ts'
import { itemOf, ownLists, ownTexts } from './own-properties.ts'
import type { Card } from './vcard-cards.ts'
import { listOf, type Property, paramOf, partsOf, textOf, typesOf } from './vcard-values.ts'

/** Technical parts that say nothing of anybody. */
const technical =
  /^(VERSION|PRODID|REV|PROFILE|MAILER|CLASS|SOURCE|NAME|CLIENTPIDMAP|X-AB(UID|ADR|SHOWAS|LABEL)|X-EVOLUTION-FILE-AS|X-MS-OL-.*|X-GENERATOR|X-COUCHDB-.*|X-ADDRESSBOOKSERVER-KIND|X-ETAG|X-IMAGE(HASH|TYPE)|X-SHARED-PHOTO-.*|X-PHONETIC-.*|X-AMICALE-.*|SORT-STRING|X-EVOLUTION-WEBDAV-.*|X-RADICALE-NAME|X-WP-.*)$/

/** Properties kept as extras under words of ours. */
const named: Readonly<Record<string, CardWord>> = {
  URL: 'website',
  ANNIVERSARY: 'anniversary',
  'X-ANNIVERSARY': 'anniversary',
  'X-MS-ANNIVERSARY': 'anniversary',
  'X-EVOLUTION-ANNIVERSARY': 'anniversary',
  'X-KADDRESSBOOK-X-ANNIVERSARY': 'anniversary',
  'X-SPOUSE': 'spouse',
  'X-MS-SPOUSE': 'spouse',
  'X-EVOLUTION-SPOUSE': 'spouse',
  'X-KADDRESSBOOK-X-SPOUSESNAME': 'spouse',
  'X-ASSISTANT': 'assistant',
  'X-MS-ASSISTANT': 'assistant',
  'X-EVOLUTION-ASSISTANT': 'assistant',
  'X-KADDRESSBOOK-X-ASSISTANTSNAME': 'assistant',
  'X-MANAGER': 'manager',
  'X-MS-MANAGER': 'manager',
  'X-EVOLUTION-MANAGER': 'manager',
  'X-KADDRESSBOOK-X-MANAGERSNAME': 'manager',
  'X-KADDRESSBOOK-X-DEPARTMENT': 'department',
  'X-ABRELATEDNAMES': 'related',
  RELATED: 'related',
  MEMBER: 'member',
  'X-ADDRESSBOOKSERVER-MEMBER': 'member',
  IMPP: 'messaging',
  GENDER: 'gender',
  GEO: 'place',
  TZ: 'timeZone',
  UID: 'uid',
}

/** Reads a card whole. One that names nobody is refused with its line; nothing of the others is lost. */
export function draftOfCard(card: Card, context: CardContext): ReadRow {
  const desk = cardDesk(card, context)
  const photo = cardPhoto(desk)
  const names = cardNames(desk)
  if (card.unfinished) desk.warn('cardUnfinished', undefined, '')
  if (card.tooLarge) desk.warn('cardTooLarge', undefined, '')
  for (const property of card.properties) {
    if (property.joined) desk.warn('lineJoined', property, property.value.split('\n')[1] ?? '')
    if (property.guessed) desk.warn('encodingGuessed', property, 'windows-1252')
    if (property.cut && property.name !== 'PHOTO') desk.warn('cellCut', property, String(property.value.length))
  }
  const refused = (name: string): DraftRow => ({
    line: card.line,
    key: '',
    memberNumber: '',
    emails: [],
    name,
    statusGiven: false,
    problems: desk.problems,
  })
  if (names === undefined) {
    desk.warn('nameMissing', undefined, '')
    return refused('')
  }
  const written = contactOf(desk, names)
  const read = contactInput.safeParse(written)
  if (!read.success) {
    desk.warn('sheetInvalid', undefined, String(read.error.issues[0]?.path.join('.') ?? ''))
    return refused(shownName(names))
  }
  const contact = cleanContact(read.data, context.country)
  if (contact.kind === 'person' && contact.lastName === '') desk.warn('lastNameMissing', undefined, contact.firstName)
  return {
    line: card.line,
    contact: JSON.stringify(contact),
    key: nameKey(contact),
    memberNumber: contact.memberNumber,
    emails: contact.emails.map(({ address }) => address.toLowerCase()),
    name: shownName(names),
    statusGiven: desk.own,
    problems: desk.problems,
    ...(photo === undefined ? {} : { photoBytes: photo }),
  }
}

const shownName = (names: CardNames): string =>
  names.kind === 'organisation' ? names.name : [names.lastName, names.firstName].filter(Boolean).join(' ')

function contactOf(desk: CardDesk, names: CardNames): unknown {
  const life = names.kind === 'person' ? lifeOfCard(desk) : undefined
  if (life === undefined) lifeAside(desk)
  const addresses = cardAddresses(desk)
  const common = {
    emails: cardEmails(desk),
    phones: cardPhones(desk, phoneCountryOf(addresses, desk.context.country)),
    addresses,
    profession: professionOf(desk),
    languages: languagesOf(desk),
    tags: tagsOf(desk),
  }
  const more = desk.own ? ownParts(desk, names.kind) : outsideParts(desk, names)
  if (!desk.own) keepTheRest(desk)
  const notes = [...desk.of('NOTE').map((note) => cleanLines(textOf(note))), ...desk.notes].filter(Boolean).join('\n\n')
  if (notes.length > 10_000) desk.warn('cellCut', desk.of('NOTE')[0], '10000')
  const whole = { ...common, ...more, notes: notes.slice(0, 10_000), extras: [...(more.extras ?? []), ...desk.extras] }
  return names.kind === 'person'
    ? { ...blankPerson, ...names, ...life, ...whole, birthName: names.birthName || whole.birthName || '' }
    : { ...blankOrganisation, ...names, ...whole }
}

type More = Partial<Record<'extras', ContactInput['extras']>> & { readonly birthName?: string }

/** What a card of somebody else says that the sheet has a place for, by other names. */
function outsideParts(desk: CardDesk, names: CardNames): More {
  const sortOverride = sortWords(desk, names)
  const nicknames = desk.of('NICKNAME').flatMap((property) => listOf(property).map((name) => [name, property] as const))
  const aliases = nicknames
    .slice(0, 20)
    // A nickname leads to the record; whether it is printed is for the secretary to say.
    .map(([name, property]) => ({ kind: 'pen' as const, name: desk.within(name, 200, property), printed: false }))
  for (const [name] of nicknames.slice(20)) desk.notes.push(name)
  const maiden = desk.of('X-MAIDENNAME', 'X-EVOLUTION-MAIDENNAME').map(textOf)[0] ?? ''
  if (names.kind === 'organisation' && maiden !== '') desk.keep('X-MAIDENNAME', maiden)
  return {
    sortOverride,
    aliases,
    ...(names.kind === 'person' ? { birthName: desk.within(maiden, 120, undefined) } : {}),
  } as More
}

/** What a card of ours says under our own names. */
function ownParts(desk: CardDesk, kind: ContactInput['kind']): More {
  const parts: [string, unknown][] = []
  for (const [property, field] of Object.entries(ownTexts)) {
    if (kind === 'organisation' ? /^(birthName|studiedName|nobility)$/.test(field) : field === 'acronym') continue
    const [found] = desk.of(property)
    if (found !== undefined) parts.push([field, textOf(found)])
  }
  for (const [property, { field, item, most }] of Object.entries(ownLists)) {
    if (kind === 'organisation' && field === 'stays') continue
    const items: unknown[] = []
    for (const found of desk.of(property)) {
      const texts = partsOf(found).map((values) => values.join(','))
      const read = itemOf(item, texts)
      if (read !== undefined && items.length < most) items.push(read)
      else {
        desk.warn('ownUnread', found)
        desk.notes.push(cleanLine(texts.filter((text) => text !== '').join(', ')))
      }
    }
    parts.push([field, items])
  }
  return Object.fromEntries(parts) as More
}

/** TITLE says what somebody does; ROLE stands in for it, else it is kept beside. */
function professionOf(desk: CardDesk): string {
  const [title, ...titles] = desk.of('TITLE')
  const roles = desk.of('ROLE')
  const first = title ?? roles[0]
  const profession = first === undefined ? '' : desk.within(textOf(first), 200, first)
  for (const other of [...titles, ...(title === undefined ? roles.slice(1) : roles)])
    if (cleanLine(textOf(other)) !== profession) desk.keep('role', textOf(other))
  return profession
}

function languagesOf(desk: CardDesk): string[] {
  const languages: string[] = []
  for (const property of desk.of('LANG', 'X-AMICALE-LANG')) {
    const code = /^([a-z]{2,3})(?:[-_].*)?$/i.exec(textOf(property).trim())?.[1]?.toLowerCase()
    if (code === undefined || languages.length >= 8) desk.keep('language', textOf(property))
    else if (desk.own || !languages.includes(code)) languages.push(code)
  }
  return languages
}

/** Groups every address book has say nothing of anybody. */
const everybody = /^(my ?contacts|contacts|starred|all|non classé|unfiled)$/i

function tagsOf(desk: CardDesk): string[] {
  const tags: string[] = []
  for (const property of desk.of('CATEGORIES')) {
    for (const word of listOf(property)) {
      const tag = cleanLine(word)
      if (tag === '' || (!desk.own && everybody.test(tag))) continue
      if (tag.length > 60 || tags.length >= 40) desk.notes.push(tag)
      else tags.push(tag)
    }
  }
  return tags
}

/** What has no field: under a word of ours, else under its own name. A binary that is no photo is left, and said. */
function keepTheRest(desk: CardDesk): void {
  agents(desk)
  for (const property of desk.unread()) {
    const { name, base64, value } = property
    if (technical.test(name) || name === 'AGENT' || name === 'N' || name === 'FN') continue
    if (name === 'SOUND' && !base64 && /X-IRMC-N/i.test(typesOf(property).join())) continue
    if (base64 || /^\s*data:/i.test(value)) {
      desk.warn('partLeft', property, name)
      continue
    }
    if (name === 'NOTE' || value.replace(/;/g, '').trim() === '') continue
    const label = desk.beside(property, 'X-ABLABEL')
    const given = label === undefined ? '' : textOf(label).replace(/^_\$!<(.*)>!\$_$/, '$1')
    const word = named[name] ?? (name.startsWith('X-MESSAGING/') ? 'messaging' : name.replace(/^X-/, ''))
    const text = partsOf(property)
      .map((values) => values.join(','))
      .filter((part) => part !== '')
      .join('; ')
    const type = [paramOf(property, 'X-SERVICE-TYPE'), ...(name === 'RELATED' ? typesOf(property) : [])].filter(Boolean)
    const said = given === '' ? '' : ` (${given})`
    const found = wordFor(given, word)
    const kept = found === 'anniversary' ? (dayOfCard(property) ?? text) : text
    desk.keep(found, `${kept}${found === word ? said : ''}${type.length > 0 ? ` (${type.join(', ')})` : ''}`)
  }
}

/** Apple's and Google's labels for days and people. */
function wordFor(label: string, word: string): string {
  if (/^anniversary$/i.test(label)) return 'anniversary'
  if (/^spouse$/i.test(label)) return 'spouse'
  if (/^assistant$/i.test(label)) return 'assistant'
  if (/^manager$/i.test(label)) return 'manager'
  return word
}

/** Cards inside a card are somebody else's: their names, telephones and e-mails are kept beside. */
function agents(desk: CardDesk): void {
  const said = (properties: readonly Property[]) => {
    const of = (name: string) => properties.filter((one) => one.name === name).map(textOf)
    return [of('FN')[0] ?? of('N')[0]?.split(';').filter(Boolean).join(' ') ?? '', ...of('TEL'), ...of('EMAIL')]
      .map(cleanLine)
      .filter((text) => text !== '')
      .join(', ')
  }
  for (const inner of desk.card.inner) {
    desk.warn('cardInside', undefined, said(inner.properties))
    desk.keep('assistant', said(inner.properties))
  }
  for (const agent of desk.of('AGENT')) {
    const text = textOf(agent)
    if (!/^\s*begin:vcard/i.test(text)) {
      desk.keep('assistant', text)
      continue
    }
    const lines = text.split('\n').map((line) => /^(FN|TEL|EMAIL)[^:]*:(.*)$/i.exec(line)?.[2] ?? '')
    desk.warn('cardInside', agent, lines.filter(Boolean).join(', '))
    desk.keep('assistant', lines.filter(Boolean).join(', '))
  }
}
