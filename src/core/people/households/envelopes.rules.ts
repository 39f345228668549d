/**
 * Who gets which envelope: a list of people as one envelope for each household that is in it, composed from those who are
 * in the list (hitobito #218). Bulletins, letters and labels count and print these.
 */
import { addressOn, timeOf } from '../address.rules.ts'
import { samePlace } from '../duplicates/street.rules.ts'
import type { Contact } from '../people.requests.ts'
import { organisationLines } from '../postal.rules.ts'
import { type Addressee, addresseeOf, type HouseholdRole } from './addressee.rules.ts'
import type { Language } from './courtesy.rules.ts'

export type HouseholdWords = {
  readonly id: number
  /** Lines and words as the household wants them, for every language; empty: composed. */
  readonly addressee: string
  readonly salutation: string
  readonly members: readonly HouseholdMember[]
}
/** `present`: neither dead nor in the trash. */
export type HouseholdMember = { readonly contact: number; readonly role: HouseholdRole; readonly present: boolean }

export type Envelope = Addressee & {
  /** The household it is for; none for somebody alone and for an organisation. */
  readonly household: number | undefined
  readonly contacts: readonly Contact[]
  /** Where it goes on that day; undefined when nothing is known or mail came back. */
  readonly address: Contact['addresses'][number] | undefined
}

export type EnvelopeRun = {
  readonly language: Language
  /** Day of the run: seasons, ends of addresses and deaths are read on it. */
  readonly day: string
  /** One envelope for each household, or for each person. */
  readonly byHousehold?: boolean
  /** For whose attention an organisation's mail goes, by its number. */
  readonly attention?: ReadonlyMap<number, Contact>
}

/** Whether somebody is written to on a day: not in the trash, not dead. */
export function isWrittenTo(contact: Contact, day: string): boolean {
  if (contact.trashed) return false
  if (contact.kind === 'organisation') return true
  return contact.died === '' ? contact.status !== 'deceased' : contact.died > day
}

/** What a household says of itself stands for those in the run only when each of its partners is in it. */
function ownWords(household: HouseholdWords, contacts: readonly Contact[]): Partial<Addressee> {
  const present = household.members.filter((member) => member.present)
  const partners = present.filter(({ role }) => role === 'partner')
  const needed = partners.length > 0 ? partners : present
  if (!needed.every(({ contact }) => contacts.some(({ id }) => id === contact))) return {}
  const lines = household.addressee.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const salutation = household.salutation.trim()
  return { ...(lines.length > 0 ? { lines } : {}), ...(salutation === '' ? {} : { salutation }) }
}

/** Somebody through whom an organisation is reached, and when. */
export type Reached = { readonly person: number; readonly rank: string; readonly since: string; readonly until: string }

/**
 * For whose attention the mail of an organisation goes on a day: its delegate, else a person named as its contact; the first
 * of those in office. A substitute stands in for the delegate in person, not in the post.
 */
export const attentionOf = (reached: readonly Reached[], day: string): number | undefined => {
  const now = reached.filter((one) => timeOf(one, day) === 'now')
  return (now.find(({ rank }) => rank === 'delegate') ?? now.find(({ rank }) => rank === 'contact'))?.person
}

/** `À l’attention de Mme Marie Curie`, as French posts have it on the line after the organisation (rules-fr.md 5.1, 2). */
const attentionWords = { fr: 'À l’attention de', en: 'For the attention of' } as const

/**
 * The words for people of one household who are in a run; for one person or organisation when there is no household.
 * `attention`: the person an organisation's mail is for.
 */
export function wordsFor(
  contacts: readonly Contact[],
  household: HouseholdWords | undefined,
  language: Language,
  attention?: Contact,
): Addressee {
  const [first] = contacts
  if (first?.kind === 'organisation') {
    if (attention === undefined)
      return { lines: organisationLines(first), salutation: addresseeOf([], language).salutation }
    const { lines, salutation } = addresseeOf([attention], language)
    return { lines: organisationLines(first, `${attentionWords[language]} ${lines.join(' ')}`), salutation }
  }
  const place = (id: number): number => household?.members.findIndex(({ contact }) => contact === id) ?? 0
  const ordered = contacts.toSorted((one, other) => place(one.id) - place(other.id))
  const role = (id: number): HouseholdRole | undefined =>
    household?.members.find(({ contact }) => contact === id)?.role ?? undefined
  const people = ordered.map((contact) => {
    const known = household === undefined || contacts.length === 1 ? undefined : role(contact.id)
    return { ...contact, ...(known === undefined ? {} : { role: known }) }
  })
  return { ...addresseeOf(people, language), ...(household === undefined ? {} : ownWords(household, contacts)) }
}

/**
 * Groups people into envelopes, in the order in which they come. People of one household share one when their mail goes to
 * one place that day: who winters elsewhere has his own. The dead and what is in the trash are left out.
 */
export function envelopes(
  contacts: readonly Contact[],
  households: readonly HouseholdWords[],
  { language, day, byHousehold = true, attention }: EnvelopeRun,
): readonly Envelope[] {
  const householdOf = new Map(
    byHousehold ? households.flatMap((one) => one.members.map(({ contact }) => [contact, one] as const)) : [],
  )
  type Group = {
    readonly household: HouseholdWords | undefined
    readonly contacts: Contact[]
    address: Envelope['address']
  }
  const groups: Group[] = []
  const ofHousehold = new Map<number, Group[]>()
  for (const contact of contacts) {
    if (!isWrittenTo(contact, day)) continue
    const address = addressOn(contact.addresses, day, 'mail')
    const household = householdOf.get(contact.id)
    const known = household === undefined ? undefined : ofHousehold.get(household.id)
    // Who has no address of his own is reached where the others are.
    const group = known?.find(
      (one) => one.address === undefined || address === undefined || samePlace(one.address, address),
    )
    if (group !== undefined) {
      group.contacts.push(contact)
      group.address ??= address
      continue
    }
    const made: Group = { household, contacts: [contact], address }
    groups.push(made)
    if (household !== undefined) ofHousehold.set(household.id, [...(known ?? []), made])
  }
  return groups.map((group) => ({
    household: group.household?.id,
    contacts: group.contacts,
    address: group.address,
    ...wordsFor(group.contacts, group.household, language, attention?.get(group.contacts[0]?.id ?? 0)),
  }))
}
