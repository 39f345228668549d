/**
 * Are two records one person? Each rule that holds adds its weight, or takes it away, and says its word; the sum decides.
 * Weights were set on an invented register with planted duplicates (duplicates.quality.test.ts prints what they find).
 *
 * - 60 and more: shown among the duplicates (`shownFrom`); 90 and more: called nearly certain (`nearlyCertainFrom`).
 * - While somebody types, less is known yet: 45 is enough to say so (`warnedFrom`).
 * - The name alone reaches 60 only when it is rare in the register: homonyms need something else in common.
 * - An e-mail, a phone and an address in common, without a name, stay below: a couple shares them all.
 */
import { fuse } from '../../kit/text.ts'
import type { ContactInput } from '../people.requests.ts'
import {
  bareName,
  type ForenameLikeness,
  forenameLikeness,
  forenameWords,
  mistyped,
  soundsSame,
  wholeName,
} from './likeness.rules.ts'
import { streetKey } from './street.rules.ts'

export const shownFrom = 60
export const nearlyCertainFrom = 90
export const warnedFrom = 45

/** Every rule with its weight: what speaks for one person, and (below nought) against. */
export const weights = {
  // the name; one of these at most
  sameName: 50,
  swappedName: 46,
  otherName: 44,
  spelledName: 40,
  sameOrganisation: 62,
  spelledOrganisation: 46,
  forenameOnly: 16,
  // how rare the name is here
  rareName: 15,
  scarceName: 5,
  // forenames that are not the same word
  initial: -8,
  nickname: -4,
  longerForename: -6,
  spelledForename: -4,
  unknownForename: -20,
  otherForename: -70,
  // facts in common
  sameBirth: 38,
  closeBirth: 15,
  sameBirthYear: 8,
  samePhone: 22,
  sameEmail: 22,
  sameAddress: 18,
  sameCity: 4,
  sameNumber: 35,
  sameOriginalName: 20,
  sameJoined: 5,
  // facts that contradict
  otherBirth: -75,
  otherCivility: -30,
  otherSuffix: -45,
  oneDeceased: -10,
} as const

export type LikenessRule = keyof typeof weights
export type Reason = { readonly rule: LikenessRule; readonly weight: number }
export type Likeness = { readonly score: number; readonly reasons: readonly Reason[] }

/** What of a record is compared, as the register keeps it. */
export type Described = {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly civility: string
  readonly firstName: string
  readonly otherNames: string
  readonly particle: string
  readonly lastName: string
  readonly birthName: string
  readonly studiedName: string
  readonly suffix: string
  readonly name: string
  readonly acronym: string
  readonly originalName: string
  readonly memberNumber: string
  readonly status: string
  readonly born: string
  readonly died: string
  readonly joined: string
  readonly aliases: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly places: readonly { readonly street: string; readonly postcode: string; readonly city: string }[]
}

/** A record made ready to be compared many times. */
export type Traits = {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly woman: boolean | undefined
  readonly forename: readonly string[]
  readonly otherForenames: readonly string[]
  /** The name in use, whole and without particles. */
  readonly last: readonly string[]
  /** At birth, when studying, other names that lead here. */
  readonly former: readonly string[]
  /** Every word of the whole name in order of the alphabet: forename and name exchanged are the same. */
  readonly sorted: string
  readonly suffix: string
  readonly organisation: string
  readonly acronym: string
  readonly originalName: string
  readonly number: string
  readonly deceased: boolean
  readonly born: string
  readonly joined: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  /** Postcode, number and street in one piece. */
  readonly addresses: readonly string[]
  readonly cities: readonly string[]
}

const women: ReadonlySet<string> = new Set([
  'mme',
  'mlle',
  'mrs',
  'ms',
  'miss',
  'madame',
  'mademoiselle',
  'frau',
  'sra',
])
const men: ReadonlySet<string> = new Set(['m', 'mr', 'monsieur', 'herr', 'sr'])

const namesOf = (...names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => [wholeName(name), bareName(name)]).filter((name) => name !== '')),
]

/** Makes a record ready to be compared. */
export function traitsOf(described: Described): Traits {
  const { kind, civility, particle, lastName } = described
  const folded = fuse(civility)
  const forename = forenameWords(described.firstName)
  const places = described.places.map(({ street, postcode, city }) => ({
    street: streetKey(street),
    postcode: fuse(postcode),
    city: fuse(city),
  }))
  return {
    id: described.id,
    kind,
    woman: women.has(folded) ? true : men.has(folded) ? false : undefined,
    forename,
    otherForenames: forenameWords(described.otherNames),
    last: namesOf(particle === '' ? lastName : `${particle} ${lastName}`, lastName),
    former: namesOf(described.birthName, described.studiedName, ...described.aliases),
    sorted: [...forename, ...forenameWords(lastName)].sort().join(' '),
    suffix: fuse(described.suffix),
    organisation: wholeName(described.name),
    acronym: fuse(described.acronym),
    originalName: fuse(described.originalName),
    number: fuse(described.memberNumber),
    deceased: described.status === 'deceased' || described.died !== '',
    born: described.born,
    joined: described.joined,
    emails: described.emails.map((address) => address.toLowerCase()),
    phones: described.phones.map((number) => number.replace(/;ext=.*$/, '').replace(/\D/g, '')),
    addresses: places.filter(({ street }) => street !== '').map(({ street, postcode }) => `${postcode} ${street}`),
    cities: places.filter(({ city }) => city !== '').map(({ city, postcode }) => `${postcode} ${city}`),
  }
}

/** A sheet as it is typed, to be compared with those kept. */
export const describedContact = (contact: ContactInput, id = 0): Described => ({
  id,
  kind: contact.kind,
  ...(contact.kind === 'person'
    ? {
        civility: contact.civility,
        firstName: contact.firstName,
        otherNames: contact.otherNames,
        particle: contact.particle,
        lastName: contact.lastName,
        birthName: contact.birthName,
        studiedName: contact.studiedName,
        suffix: contact.suffix,
        born: contact.born,
        died: contact.died,
        name: '',
        acronym: '',
      }
    : {
        ...{ civility: '', firstName: '', otherNames: '', particle: '', lastName: '', birthName: '', studiedName: '' },
        ...{ suffix: '', born: '', died: '', name: contact.name, acronym: contact.acronym },
      }),
  originalName: contact.originalName,
  memberNumber: contact.memberNumber,
  status: contact.status,
  joined: contact.joined,
  aliases: contact.aliases.map(({ name }) => name),
  emails: contact.emails.map(({ address }) => address),
  phones: contact.phones.map(({ number }) => number),
  places: contact.addresses.map(({ street, postcode, city }) => ({ street, postcode, city })),
})

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => value !== '' && other.includes(value))

/** What another civility takes off where everything else of the name agrees. */
const mistaken = -8

/** A name is rare when chance would bring it together with its forename less often than this in the register. */
const rare = 0.05
const scarce = 0.4

/**
 * Compares two records. `expected` is how many would bear their name and forename together by chance (bearers of one
 * multiplied by bearers of the other, over all); left out, the name weighs as a common one.
 */
export function likeness(one: Traits, other: Traits, expected = Number.POSITIVE_INFINITY): Likeness {
  const reasons: Reason[] = []
  const say: Say = (rule, weight = weights[rule]) => {
    reasons.push({ rule, weight })
  }
  if (one.kind !== other.kind) return { score: 0, reasons: [] }
  const named = one.kind === 'person' ? sayPerson(one, other, say) : sayOrganisation(one, other, say)
  if (named && expected <= rare) say('rareName')
  else if (named && expected <= scarce) say('scarceName')
  sayFacts(one, other, say)
  // The same name again in its own script says nothing more.
  const alreadySaid = reasons.some(({ rule }) => rule === 'sameName')
  if (!alreadySaid && one.originalName !== '' && one.originalName === other.originalName) say('sameOriginalName')
  return {
    score: Math.max(
      0,
      reasons.reduce((sum, { weight }) => sum + weight, 0),
    ),
    reasons,
  }
}

type Say = (rule: LikenessRule, weight?: number) => void

/** Says what the names tell; true when they are one name, however written. */
function sayPerson(one: Traits, other: Traits, say: Say): boolean {
  const otherSex = one.woman !== undefined && other.woman !== undefined && one.woman !== other.woman
  const alike = bestForename(one, other)
  // Michel and Michèle are two people, whatever a letter may do.
  const forenames = otherSex && (alike === 'spelling' || alike === 'nickname') ? 'other' : alike
  const names = nameRule(one, other, forenames)
  if (names !== undefined) say(names)
  if (names !== 'swappedName') sayForename(forenames, say)
  // Where name and forename are one, it is rather the civility that was ticked amiss.
  if (otherSex) say('otherCivility', names === 'sameName' && forenames === 'same' ? mistaken : weights.otherCivility)
  if (one.suffix !== other.suffix && (one.suffix !== '' || other.suffix !== '')) say('otherSuffix')
  return names !== undefined && names !== 'forenameOnly'
}

/** The forename, or another forename that somebody may go by. */
function bestForename(one: Traits, other: Traits): ForenameLikeness {
  const found = forenameLikeness(one.forename, other.forename)
  if (found !== 'other') return found
  const byOther =
    one.forename.every((word) => other.otherForenames.includes(word)) ||
    other.forename.every((word) => one.otherForenames.includes(word))
  return byOther ? 'longer' : 'other'
}

function nameRule(one: Traits, other: Traits, forenames: ForenameLikeness): LikenessRule | undefined {
  if (forenames !== 'other') {
    if (share(one.last, other.last)) return 'sameName'
    if (share(one.former, other.last) || share(one.last, other.former) || share(one.former, other.former))
      return 'otherName'
    if (compound(one.last, other.last)) return 'otherName'
    if (one.last.some((name) => other.last.some((against) => mistyped(name, against) || soundsSame(name, against))))
      return 'spelledName'
  }
  if (one.sorted !== '' && one.sorted === other.sorted && one.sorted.includes(' ')) return 'swappedName'
  return forenames === 'same' ? 'forenameOnly' : undefined
}

/** `Martin` beside `Martin-Durand`: a name of four letters or more that begins or ends the other. */
const compound = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((name) =>
    other.some((against) => {
      const [short, long] = name.length < against.length ? [name, against] : [against, name]
      return short.length >= 4 && long.length >= short.length + 4 && (long.startsWith(short) || long.endsWith(short))
    }),
  )

function sayForename(forenames: ForenameLikeness, say: Say): void {
  if (forenames === 'initial') say('initial')
  else if (forenames === 'nickname') say('nickname')
  else if (forenames === 'longer') say('longerForename')
  else if (forenames === 'spelling') say('spelledForename')
  else if (forenames === 'unknown') say('unknownForename')
  else if (forenames === 'other') say('otherForename')
}

function sayOrganisation(one: Traits, other: Traits, say: Say): boolean {
  const names = [one.organisation, other.organisation] as const
  if (names[0] === '' || names[1] === '') return false
  if (names[0] === names[1]) say('sameOrganisation')
  else if (mistyped(...names)) say('spelledOrganisation')
  else if (one.acronym.length > 2 && (one.acronym === other.acronym || one.acronym === names[1]))
    say('spelledOrganisation')
  else if (other.acronym.length > 2 && other.acronym === names[0]) say('spelledOrganisation')
  else return false
  return names[0] === names[1]
}

function sayFacts(one: Traits, other: Traits, say: Say): void {
  const birth = birthRule(one.born, other.born)
  if (birth !== undefined) say(birth)
  if (share(one.phones, other.phones)) say('samePhone')
  if (share(one.emails, other.emails)) say('sameEmail')
  if (share(one.addresses, other.addresses)) say('sameAddress')
  else if (share(one.cities, other.cities)) say('sameCity')
  if (one.number !== '' && one.number === other.number) say('sameNumber')
  if (one.joined !== '' && one.joined === other.joined) say('sameJoined')
  if (one.deceased !== other.deceased) say('oneDeceased')
}

const wholeDay = /^\d{4}-\d\d-\d\d$/

/** Days known in part agree as far as both go; a whole day is close when one figure, or the order of day and month, differs. */
function birthRule(one: string, other: string): LikenessRule | undefined {
  if (one === '' || other === '') return undefined
  if (one === other) return wholeDay.test(one) ? 'sameBirth' : 'sameBirthYear'
  if (one.startsWith(other) || other.startsWith(one)) return 'sameBirthYear'
  if (!wholeDay.test(one) || !wholeDay.test(other)) return 'otherBirth'
  const [year, month, day] = one.split('-')
  const figures = [...one].filter((figure, at) => figure !== other[at]).length
  return figures === 1 || other === `${year}-${day}-${month}` ? 'closeBirth' : 'otherBirth'
}
