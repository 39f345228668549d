/** Makes the model of the printed directory out of contacts: who is in it, under which name, with which lines. */
import { fold } from '../kit/text.ts'
import { addressLines, addressOn } from '../people/address.rules.ts'
import { countryName } from '../people/country.rules.ts'
import { emailLooksRight } from '../people/email.rules.ts'
import { displayName, forename, headword, letterOf, otherNames } from '../people/name.rules.ts'
import type { Contact } from '../people/people.requests.ts'
import { formatPhone } from '../people/phone.rules.ts'
import type { DirectoryHead, DirectoryPiece } from './directory.job.ts'
import type { DirectoryProof } from './directory.requests.ts'
import type { DirectoryEntry, DirectoryModel, DirectoryReference, EntryLine } from './directory.rules.ts'
import { type Departed, during, type Filed, groupNames, partsOf, sectionNames } from './directory-parts.ts'
import { editionWords } from './edition-words.ts'
import { usualSections } from './editions/sections.rules.ts'
import { type EntryField, type EntryTemplate, usualTemplate } from './editions/template.rules.ts'

/** What an edition says of itself; what is left out is usual. */
export type Edition = Pick<DirectoryHead, 'association' | 'country' | 'language' | 'edition' | 'day'> &
  Partial<Pick<DirectoryHead, 'setOn' | 'look' | 'title' | 'subtitle' | 'sections' | 'template'>>

export type ModelWithOwners = {
  readonly model: DirectoryModel
  /** Whose each item is, by position: an entry's or a cross-reference's contact. */
  readonly owners: readonly Contact[]
  readonly left: DirectoryProof['left']
  readonly withheld: DirectoryProof['withheld']
  readonly doubtful: DirectoryProof['doubtful']
}

type ModelInMaking = {
  /** Takes a contact up. They may come in any order: the items are filed by their keys. */
  readonly add: (piece: DirectoryPiece) => void
  readonly finish: () => ModelWithOwners
}

/** Begins the model of an edition. Contacts are taken up one by one, while the next are still on their way. */
export function beginModel(edition: Edition): ModelInMaking {
  const template = edition.template ?? usualTemplate
  const left: DirectoryProof['left'][number][] = []
  const withheld: DirectoryProof['withheld'][number][] = []
  const doubtful: DirectoryProof['doubtful'][number][] = []
  const filed: Filed[] = []
  const departed: Departed[] = []
  return {
    add: ({ id, name, ...piece }) => {
      if (piece.contact === undefined) {
        left.push({ id, name, why: piece.why })
        if (piece.departed !== undefined) departed.push(piece.departed)
        return
      }
      filed.push(entryOf(piece.contact, template, edition))
      if (template.references) filed.push(...referencesTo(piece.contact))
      for (const { address: email } of piece.contact.emails)
        if (!emailLooksRight(email)) doubtful.push({ id, name, email })
      if (piece.withheld.length > 0) withheld.push({ id, name, fields: piece.withheld })
    },
    finish: () => {
      filed.sort(byKey)
      return {
        model: {
          language: edition.language,
          title: editionWords(edition).title,
          edition: edition.edition,
          association: edition.association,
          day: edition.setOn ?? edition.day,
          ...(edition.look === undefined ? {} : { look: edition.look }),
          items: filed.map(({ item }) => item),
          sections: partsOf(edition.sections ?? usualSections, filed, departed, edition),
        },
        owners: filed.map(({ contact }) => contact),
        left,
        withheld,
        doubtful,
      }
    },
  }
}

/** As the register orders its lists: by the key's characters, then by id. */
function byKey(one: Filed, other: Filed): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  return one.contact.id - other.contact.id
}

function entryOf(contact: Contact, template: EntryTemplate, edition: Edition): Filed {
  const original = template.original && contact.originalName !== '' && !saysTheSame(contact)
  const entry: DirectoryEntry = {
    id: contact.id,
    letter: letterOf(contact.sortKey),
    headword: headword(contact),
    forename: forename(contact),
    ...(original ? { original: contact.originalName } : {}),
    ...(template.year === 'none' || contact.joined === '' ? {} : { year: contact.joined }),
    lines: entryLines(contact, template, edition),
  }
  return { key: contact.sortKey, contact, item: { kind: 'entry', ...entry } }
}

/**
 * Whether the name in its own writing is in Latin letters, has the words the entry prints already, in any order, and
 * no more accents than they: `Bùi` beside `Bui` still tells something.
 */
function saysTheSame(contact: Contact): boolean {
  const { originalName } = contact
  if (/[^\p{Script=Latin}\p{M}\P{L}]/u.test(originalName)) return false
  const printed = `${headword(contact)} ${forename(contact)}`
  const accents = (text: string) => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0
  const wordsOf = (text: string) => [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u))].filter(Boolean).sort().join(' ')
  return wordsOf(originalName) === wordsOf(printed) && accents(originalName) <= accents(printed)
}

/** From the name at birth, the name when studying, an organisation's initials, the printed aliases, to where the contact is filed. */
function referencesTo(contact: Contact): readonly Filed[] {
  const see = displayName(contact)
  return otherNames(contact).map(({ headword, forename, sortKey: key }) => {
    const reference: DirectoryReference = { letter: letterOf(key), headword, forename, see }
    return { key, contact, item: { kind: 'reference', ...reference } }
  })
}

/** The lines of an entry as its template has them: what a contact has not, or may not have printed, leaves no trace. */
function entryLines(contact: Contact, { lines }: EntryTemplate, edition: Edition): readonly EntryLine[] {
  return lines.flatMap((fields) => {
    const [first = 'profession'] = fields
    if (fields.length === 1) return linesOf(first, contact, edition)
    const text = fields.flatMap((field) => linesOf(field, contact, edition).map((line) => line.text)).join(', ')
    return text === '' ? [] : [{ role: roleOf[first], text }]
  })
}

const roleOf: Readonly<Record<EntryField, EntryLine['role']>> = {
  functions: 'function',
  profession: 'profession',
  houses: 'profession',
  sections: 'profession',
  classes: 'profession',
  stays: 'note',
  honours: 'note',
  address: 'address',
  town: 'address',
  phones: 'phone',
  emails: 'mail',
  birth: 'note',
}

/** What a contact has of one field, as lines. */
function linesOf(field: EntryField, contact: Contact, edition: Edition): readonly EntryLine[] {
  const role = roleOf[field]
  const said = (...texts: readonly string[]) => texts.filter((text) => text !== '').map((text) => ({ role, text }))
  const together = (texts: readonly string[]) => said(texts.filter((text) => text !== '').join(', '))
  switch (field) {
    case 'functions':
      return together(
        contact.mandates
          .filter(({ since, until }) => during(since, until, edition.day))
          .map(({ body, function: duty }) => (duty === '' ? body : `${duty}, ${body}`)),
      )
    case 'profession':
      return said(contact.profession)
    case 'houses':
      return together(groupNames('house')(contact))
    case 'classes':
      return together(groupNames('class')(contact))
    case 'sections':
      return together(sectionNames(edition.day)(contact))
    case 'stays':
      return together(
        contact.kind === 'person' ? contact.stays.map(({ house, since, until }) => stayed(house, since, until)) : [],
      )
    case 'honours':
      return together(contact.honours.map(({ name, grade }) => (grade === '' ? name : `${name} (${grade})`)))
    case 'address':
      return said(...postalLines(contact, edition))
    case 'town':
      return said(townLine(contact, edition))
    case 'phones':
      return said(
        contact.phones.map(({ number }) => formatPhone(number, edition.country, edition.language)).join(' · '),
      )
    case 'emails':
      return said(...contact.emails.map(({ address }) => address).filter(emailLooksRight))
    case 'birth':
      return said(contact.kind === 'person' ? bornWords(contact.born, edition.language) : '')
  }
}

/** `Maison du Lac 1985–1987`. */
function stayed(house: string, since: string, until: string): string {
  const [from, to] = [since.slice(0, 4), until.slice(0, 4)]
  const when = from === '' ? to : to === '' || to === from ? from : `${from}–${to}`
  return when === '' ? house : `${house} ${when}`
}

function bornWords(born: string, language: Edition['language']): string {
  return born === '' ? '' : `${language === 'fr' ? 'né(e) en' : 'born'} ${born.slice(0, 4)}`
}

function townLine(contact: Contact, { country: home, language, day }: Edition): string {
  const address = addressOn(contact.addresses, day, 'shown')
  if (address === undefined) return ''
  const abroad = address.country === '' || address.country === home ? '' : countryName(address.country, language)
  return [address.city, abroad].filter((part) => part !== '').join(', ')
}

/** The address of the edition's day; a foreign country stands on the line of its town, as `34430 İstanbul, Turquie`. */
function postalLines(contact: Contact, { language, country: home, day }: Edition): readonly string[] {
  const address = addressOn(contact.addresses, day, 'shown')
  if (address === undefined) return []
  const lines = addressLines(address, { language, home })
  const last = lines.at(-1)
  const town = lines.at(-2)
  if (address.override !== '' || town === undefined || last !== countryName(address.country, language)) return lines
  return [...lines.slice(0, -2), `${town}, ${last}`]
}
