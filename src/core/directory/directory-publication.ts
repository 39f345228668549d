/**
 * What of a contact goes to the press. It is decided in the office, and only that travels: a field that may not be
 * published never reaches the pages, their indexes, or whatever will be printed there one day.
 */
import {
  type ConsentAnswer,
  type PublicationDefaults,
  type PublishedField,
  published,
  standings,
} from '../people/consents/consents.rules.ts'
import { spokenName } from '../people/name.rules.ts'
import { blankAddress, blankOrganisation, blankPerson, type Contact } from '../people/people.requests.ts'
import { isMobile } from '../people/phone.rules.ts'
import type { DirectoryPiece } from './directory.job.ts'
import { groupNames } from './directory-parts.ts'

/** Why a contact is not printed; nothing when it is. Members and friends are, unless they object. */
function whyLeftOut({ trashed, status }: Pick<Contact, 'trashed' | 'status'>): DirectoryPiece['why'] {
  if (trashed) return 'trashed'
  return status === 'member' || status === 'friend' ? undefined : status
}

/** A contact as the printed directory may have it on a day, and why it has not more. */
export function pieceOf(
  contact: Contact,
  answers: readonly ConsentAnswer[],
  defaults: PublicationDefaults,
  day: string,
): DirectoryPiece {
  const { id, displayName: name } = contact
  const why = whyLeftOut(contact)
  const facts = { ...contact, born: contact.kind === 'person' ? contact.born : '' }
  if (why === 'deceased' && contact.kind === 'person') {
    const fields = published(facts, answers, defaults, 'paper', day)
    const houses = fields.has('groups') ? groupNames('house')(contact) : []
    const mandates = fields.has('groups') ? contact.mandates : []
    if (fields.has('name'))
      return {
        id,
        name,
        why,
        departed: { key: contact.sortKey, name: spokenName(contact), houses, mandates, died: contact.died },
      }
  }
  if (why !== undefined) return { id, name, why }
  const standing = standings(facts, answers, defaults, 'paper', day)
  const own = standing.find(({ field }) => field === 'name')
  if (own?.value !== true) {
    return { id, name, why: own?.ground === 'answer' ? 'opposed' : own?.ground === 'minor' ? 'minor' : 'notPublished' }
  }
  const withheld = standing
    .filter(({ field, value, ground }) => !value && ground === 'answer' && defaults.paper.includes(field))
    .map(({ field }) => field)
  return { id, name, contact: publishedSheet(contact, published(facts, answers, defaults, 'paper', day)), withheld }
}

/** The sheet with what may be published and nothing else: what is not named here is not there. */
export function publishedSheet(contact: Contact, fields: ReadonlySet<PublishedField>): Contact {
  const may = <T>(field: PublishedField, value: T, blank: T): T => (fields.has(field) ? value : blank)
  const { id, revision, sortKey, displayName, trashed, status } = contact
  const { originalName, sortOverride, aliases, languages } = contact
  const common = {
    ...{ id, revision, sortKey, displayName, trashed, status, originalName, sortOverride, aliases, languages },
    groups: may('groups', contact.groups, []),
    joined: may('groups', contact.joined, ''),
    mandates: may('groups', contact.mandates, []),
    profession: may('profession', contact.profession, ''),
    // Nobody is asked about honours by themselves: they are earned in a profession more often than not.
    honours: may('profession', contact.honours, []),
    emails: may('email', contact.emails, []),
    phones: phonesOf(contact, fields),
    addresses: fields.has('address') ? contact.addresses : fields.has('city') ? contact.addresses.map(townOf) : [],
  }
  if (contact.kind === 'organisation') {
    const { name, acronym } = contact
    return { ...blankOrganisation, ...common, name, acronym }
  }
  const { civility, title, firstName, otherNames, particle, lastName, birthName, studiedName, nobility, suffix } =
    contact
  return {
    ...blankPerson,
    ...common,
    ...{ civility, title, firstName, otherNames, particle, lastName, birthName, studiedName, nobility, suffix },
    stays: may('groups', contact.stays, []),
    born: may('birth', contact.born, ''),
    birthPlace: may('birth', contact.birthPlace, ''),
  }
}

/** The town and the country of an address; which address counts on a day is decided as for a whole one. */
function townOf(address: Contact['addresses'][number]): Contact['addresses'][number] {
  const { city, country, kind, since, until, seasonFrom, seasonUntil, returned } = address
  return { ...blankAddress, city, country, kind, since, until, seasonFrom, seasonUntil, returned }
}

function phonesOf({ phones }: Contact, fields: ReadonlySet<PublishedField>): Contact['phones'] {
  const [fixed, mobile] = [fields.has('phone'), fields.has('mobile')]
  if (fixed === mobile) return fixed ? phones : []
  return phones.filter(({ number }) => isMobile(number) === mobile)
}
