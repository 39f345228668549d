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
import type {
  DirectoryEntry,
  DirectoryIndex,
  DirectoryItem,
  DirectoryModel,
  DirectoryReference,
  EntryLine,
} from './directory.rules.ts'
import { editionWords } from './edition-words.ts'

export type Edition = Pick<DirectoryHead, 'association' | 'country' | 'language' | 'edition' | 'day'> &
  Partial<Pick<DirectoryHead, 'look'>>

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
  const words = editionWords(edition)
  const left: DirectoryProof['left'][number][] = []
  const withheld: DirectoryProof['withheld'][number][] = []
  const doubtful: DirectoryProof['doubtful'][number][] = []
  const filed: Filed[] = []
  return {
    add: ({ id, name, ...piece }) => {
      if (piece.contact === undefined) {
        left.push({ id, name, why: piece.why })
        return
      }
      filed.push(entryOf(piece.contact, edition), ...referencesTo(piece.contact))
      for (const { address: email } of piece.contact.emails)
        if (!emailLooksRight(email)) doubtful.push({ id, name, email })
      if (piece.withheld.length > 0) withheld.push({ id, name, fields: piece.withheld })
    },
    finish: () => {
      filed.sort(byKey)
      return {
        model: {
          language: edition.language,
          title: words.title,
          edition: edition.edition,
          association: edition.association,
          day: edition.day,
          ...(edition.look === undefined ? {} : { look: edition.look }),
          legalNotice: words.legalNotice,
          items: filed.map(({ item }) => item),
          indexes: [
            indexOf('country', words.countries, filed, (contact) => headingsByCountry(contact, edition)),
            indexOf('group', words.houses, filed, named('house')),
            indexOf('group', words.promotions, filed, named('class')),
          ].filter(({ headings }) => headings.length > 0),
        },
        owners: filed.map(({ contact }) => contact),
        left,
        withheld,
        doubtful,
      }
    },
  }
}

type Filed = { readonly key: string; readonly contact: Contact; readonly item: DirectoryItem }

/** As the register orders its lists: by the key's characters, then by id. */
function byKey(one: Filed, other: Filed): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  return one.contact.id - other.contact.id
}

function entryOf(contact: Contact, edition: Edition): Filed {
  const entry: DirectoryEntry = {
    id: contact.id,
    letter: letterOf(contact.sortKey),
    headword: headword(contact),
    forename: forename(contact),
    ...(contact.originalName === '' || saysTheSame(contact) ? {} : { original: contact.originalName }),
    ...(contact.joined === '' ? {} : { year: contact.joined }),
    lines: entryLines(contact, edition),
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

function entryLines(contact: Contact, edition: Edition): readonly EntryLine[] {
  const lines: EntryLine[] = []
  const say = (role: EntryLine['role'], text: string) => {
    if (text !== '') lines.push({ role, text })
  }
  say(
    'profession',
    [contact.profession, ...named('house')(contact), ...named('class')(contact)]
      .filter((part) => part !== '')
      .join(', '),
  )
  for (const text of postalLines(contact, edition)) say('address', text)
  say('phone', contact.phones.map(({ number }) => formatPhone(number, edition.country, edition.language)).join(' · '))
  for (const { address } of contact.emails) if (emailLooksRight(address)) say('mail', address)
  return lines
}

/** The names of a contact's groups of one kind: Houses, promotions. */
const named =
  (wanted: 'house' | 'class') =>
  (contact: Contact): readonly string[] =>
    contact.groups.filter(({ kind }) => kind === wanted).map(({ name }) => name)

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

function headingsByCountry(contact: Contact, { country: home, language, day }: Edition): readonly string[] {
  const country = addressOn(contact.addresses, day, 'shown')?.country ?? ''
  return country === '' || country === home ? [] : [countryName(country, language)]
}

/** Entries under headings; headings in alphabetical order as people sort names, entries in the order of the list. */
function indexOf(
  kind: DirectoryIndex['kind'],
  title: string,
  filed: readonly Filed[],
  headings: (contact: Contact) => readonly string[],
): DirectoryIndex {
  const under = new Map<string, number[]>()
  for (const [position, { item, contact }] of filed.entries()) {
    if (item.kind !== 'entry') continue
    for (const heading of new Set(headings(contact))) {
      const members = under.get(heading)
      if (members === undefined) under.set(heading, [position])
      else members.push(position)
    }
  }
  return {
    kind,
    title,
    headings: [...under]
      .map(([heading, members]) => ({ key: fold(heading), heading, members }))
      .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
      .map(({ heading, members }) => ({ heading, members })),
  }
}
