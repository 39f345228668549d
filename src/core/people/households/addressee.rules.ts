/**
 * The words on an envelope and at the head of a letter for one person, or for several who share it.
 *
 * Composed each time from those who are there (hitobito #218, peers.md 2.1): at most two names, then “et famille”. Two
 * partners of one surname are `M. et Mme Jean Martin`; of two surnames both are named, she first (custom on both sides of
 * the Channel; partners are equal and no rule makes one of them the head); two men or two women each with their own form.
 * Children are named only when no adult is there. What a household says of itself is not composed: see envelopes.rules.ts.
 */
import { fuse } from '../../kit/text.ts'
import { type Named, spokenName } from '../name.rules.ts'
import { withParticle } from '../particle.rules.ts'
import { postalLineLength } from '../postal.rules.ts'
import { type Courtesy, courtesyOf, type Language } from './courtesy.rules.ts'

export type HouseholdRole = 'partner' | 'child' | 'other'
export type Addressed = Named & { readonly role?: HouseholdRole }

/** Lines for the envelope, at most 38 characters where names allow, and the words that open a letter, comma included. */
export type Addressee = { readonly lines: readonly string[]; readonly salutation: string }

type One = {
  readonly person: Addressed
  readonly courtesy: Courtesy
  readonly surname: string
  readonly full: string
  readonly child: boolean
}

const words = {
  fr: { and: 'et', family: 'et famille', unknown: 'Madame, Monsieur', dear: '', hello: 'Bonjour' },
  en: { and: 'and', family: 'and family', unknown: '', dear: 'Dear', hello: 'Dear' },
} as const

function oneOf(person: Addressed, language: Language): One {
  const courtesy = courtesyOf(person, language)
  const surname = withParticle(person.particle ?? '', (person.lastName ?? '').trim())
  return {
    person,
    courtesy,
    surname,
    full: [courtesy.prefix, spokenName(person) || (person.originalName ?? '')].filter((part) => part !== '').join(' '),
    child: person.role === 'child',
  }
}

/** Composes from people in the order of their household; who should not be written to has been left out before. */
export function addresseeOf(people: readonly Addressed[], language: Language): Addressee {
  const { family } = words[language]
  const adults = people.filter(({ role }) => role !== 'child')
  const rank = (person: Addressed): number => (person.role === undefined || person.role === 'partner' ? 0 : 1)
  const nameable = (adults.length > 0 ? adults : people).toSorted((one, other) => rank(one) - rank(other))
  const named = ladiesFirst(nameable.slice(0, 2).map((person) => oneOf(person, language)))
  const others = people.length > named.length
  return {
    lines: packed([...namePieces(named, language, others), ...(others && named.length > 0 ? [family] : [])]),
    salutation: salutationOf(named, language),
  }
}

/** Partners of two genders: she first. Anybody else keeps the order of the household. */
function ladiesFirst(named: readonly One[]): readonly One[] {
  const [one, other] = named
  const partners = named.every(({ person }) => person.role === undefined || person.role === 'partner')
  return partners && one?.courtesy.gender === 'man' && other?.courtesy.gender === 'woman' ? [other, one] : named
}

const sameSurname = (one: One, other: One): boolean => one.surname !== '' && fuse(one.surname) === fuse(other.surname)

/** She and he under one name: she has no title of her own and is not written Mlle. */
function asCouple(named: readonly One[]): { readonly her: One; readonly him: One } | undefined {
  const [her, him] = named
  if (her === undefined || him === undefined || !sameSurname(her, him)) return undefined
  const couple = her.courtesy.gender === 'woman' && him.courtesy.gender === 'man'
  const partners = [her, him].every(({ person }) => person.role === undefined || person.role === 'partner')
  const plain = !her.courtesy.titled && ['Mme', 'Ms', 'Mrs'].includes(her.courtesy.prefix)
  return couple && partners && plain ? { her, him } : undefined
}

/** What two of one surname share before their forenames: `MM.`, `Drs`, nothing for two of whom nothing is said. */
function sharedPrefix([one, other]: readonly One[]): string | undefined {
  if (one === undefined || other === undefined || !sameSurname(one, other)) return undefined
  if (one.courtesy.prefix !== other.courtesy.prefix || one.person.suffix || other.person.suffix) return undefined
  if (!one.person.firstName?.trim() || !other.person.firstName?.trim()) return undefined
  return one.courtesy.prefix === '' ? '' : one.courtesy.several
}

/** The names in pieces that a line may be broken between. */
function namePieces(named: readonly One[], language: Language, others: boolean): readonly string[] {
  const { and } = words[language]
  const couple = asCouple(named)
  if (couple !== undefined) {
    const wife = language === 'fr' ? 'Mme' : 'Mrs'
    return [`${couple.him.courtesy.prefix} ${and} ${wife} ${spokenName(couple.him.person)}`]
  }
  const [one, other] = named
  const shared = sharedPrefix(named)
  if (one !== undefined && other !== undefined && shared !== undefined) {
    return [[shared, one.person.firstName, and, other.person.firstName, one.surname].filter(Boolean).join(' ')]
  }
  return others || other === undefined
    ? named.map(({ full }, at) => (at < named.length - 1 ? `${full},` : full))
    : named.map(({ full }, at) => (at === 0 ? full : `${and} ${full}`))
}

/** Pieces on as few lines as 38 characters allow; a piece that is longer has its own. */
function packed(pieces: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const piece of pieces.filter((text) => text !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? piece : `${last} ${piece}`
    if (last === undefined || [...longer].length > postalLineLength) lines.push(piece)
    else lines[lines.length - 1] = longer
  }
  return lines
}

function salutationOf(named: readonly One[], language: Language): string {
  if (named.length === 0) return language === 'fr' ? `${words.fr.unknown},` : 'Dear all,'
  return `${language === 'fr' ? frenchCall(named) : englishCall(named)},`
}

function frenchCall(named: readonly One[]): string {
  const [one, other] = named
  if (named.every(({ child, courtesy }) => child && courtesy.call === '')) {
    return `${words.fr.hello} ${named.map(({ person, full }) => person.firstName || full).join(` ${words.fr.and} `)}`
  }
  if (named.some(({ courtesy }) => courtesy.call === '')) return words.fr.unknown
  if (one !== undefined && other !== undefined && one.courtesy.call === other.courtesy.call) {
    return one.courtesy.calls ?? `${one.courtesy.call}, ${other.courtesy.call}`
  }
  return named.map(({ courtesy }) => courtesy.call).join(', ')
}

function englishCall(named: readonly One[]): string {
  const couple = asCouple(named)
  if (couple !== undefined) return `Dear ${couple.him.courtesy.call} and Mrs ${couple.him.surname}`
  const [one, other] = named
  if (one !== undefined && other !== undefined && sameSurname(one, other)) {
    const calls = one.courtesy.call === other.courtesy.call ? one.courtesy.calls : undefined
    if (calls !== undefined) return `Dear ${calls} ${one.surname}`
  }
  const shared = sharedPrefix(named)
  if (one !== undefined && other !== undefined && shared === '' && !one.child) {
    return `Dear ${one.person.firstName} and ${other.person.firstName} ${one.surname}`
  }
  return `Dear ${named.map(englishName).join(' and ')}`
}

function englishName({ courtesy, person, surname, full, child }: One): string {
  if (courtesy.call === '') return (child ? person.firstName : '') || full
  const name = courtesy.calledBy === 'firstName' ? person.firstName || surname : surname || (person.firstName ?? '')
  return [courtesy.call, name].filter((part) => part !== '').join(' ')
}
