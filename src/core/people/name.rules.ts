/**
 * How a name is filed and shown. Source: AFNOR NF Z 44-001 (see docs/technical/names-and-sorting.md):
 * accents, apostrophes, hyphens and spaces do not count; kept particles are one with the name; rejected ones follow it.
 */
import { curved, fold, fuse } from '../kit/text.ts'
import { type FilingProfile, particleParts, particleWords, withParticle } from './particle.rules.ts'

/** What of a contact makes its name; every part may be absent. */
export type Named = {
  readonly kind: 'person' | 'organisation'
  readonly name?: string
  readonly acronym?: string
  readonly civility?: string
  readonly title?: string
  readonly firstName?: string
  readonly otherNames?: string
  readonly particle?: string
  readonly lastName?: string
  readonly birthName?: string
  readonly studiedName?: string
  readonly nobility?: string
  readonly suffix?: string
  readonly joined?: string
  readonly sortOverride?: string
  /** The name in its own script: stands for the name when there is no other. */
  readonly originalName?: string
  /** Other names that lead to the contact. */
  readonly aliases?: readonly { readonly kind: string; readonly name: string; readonly printed: boolean }[]
}

/** Files after every Latin letter: names whose first character is a figure or belongs to another script. */
const unlettered = '~'

/**
 * One name in the form that is compared byte by byte: folded, fused; `Mc` filed as `Mac`, and Scottish `M’` too
 * (before C, D, G, K, L, N, Q: `M’Gregor`, but `M’Bala` is African and stays); `St`, `Ste` as `Saint`, `Sainte`.
 */
export function filed(name: string): string {
  const scottish = name.replace(/^\s*M[’'ʼ](?=[CDGKLNQ])/iu, 'Mac')
  const words = fold(scottish).split(' ')
  return words
    .map((word, at) => (at === words.length - 1 ? word : word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
    .join('')
    .replace(/^mc(?=[a-z]{2})/, 'mac')
}

/**
 * The stored key: lists are ordered by its bytes, then by id. Name, forename, other forenames, suffix, year of
 * entry, parted by a character below every letter. The manual override takes the place of the name, and of the
 * forename too after a comma (`Fontaine, Jean`).
 */
export function sortKey(contact: Named, profile: FilingProfile = 'afnor'): string {
  const override = (contact.sortOverride ?? '').split(',')
  const [name, forename] =
    fuse(contact.sortOverride ?? '') !== ''
      ? [filed(override[0] ?? ''), override.length > 1 ? fuse(override.slice(1).join(' ')) : forenameKey(contact)]
      : nameAndForename(contact, profile)
  const ties = [name, forename, fuse(contact.otherNames ?? ''), fuse(contact.suffix ?? ''), fuse(contact.joined ?? '')]
  const key = ties.join(' ').trimEnd()
  return /^[a-z]/.test(key) ? key : unlettered + key
}

const forenameKey = (contact: Named): string => (contact.kind === 'person' ? fuse(contact.firstName ?? '') : '')

function nameAndForename(contact: Named, profile: FilingProfile): readonly [string, string] {
  return [filed(headword(contact, profile)), contact.lastName?.trim() ? forenameKey(contact) : '']
}

/** Heading under which a stored key is filed: `A` to `Z`, or `#`. */
export function letterOf(key: string): string {
  const first = key.charAt(0)
  return first >= 'a' && first <= 'z' ? first.toUpperCase() : '#'
}

/** The name on which the entry is filed, as written: `La Fontaine`; the forename alone when there is no name. */
export function headword(contact: Named, profile: FilingProfile = 'afnor'): string {
  const name = (contact.kind === 'organisation' ? contact.name : contact.lastName)?.trim() ?? ''
  if (name === '') return contact.firstName?.trim() || contact.acronym?.trim() || contact.originalName?.trim() || ''
  if (contact.kind === 'organisation') return name
  return withParticle(particleParts(contact.particle ?? '', profile).kept, name)
}

/** What follows the headword: `Jean (de)`, `Martin Jr`; empty for an organisation. */
export function forename(contact: Named, profile: FilingProfile = 'afnor'): string {
  if (contact.kind === 'organisation' || !contact.lastName?.trim()) return ''
  const { rejected } = particleParts(contact.particle ?? '', profile)
  const parts = [contact.firstName ?? '', contact.suffix ?? '', rejected === '' ? '' : `(${rejected})`]
  return parts.filter((part) => part.trim() !== '').join(' ')
}

/** The name as lists and the directory show it: `La Fontaine Jean (de)`. */
export const displayName = (contact: Named, profile: FilingProfile = 'afnor'): string =>
  curved([headword(contact, profile), forename(contact, profile)].filter((part) => part !== '').join(' '))

/** The name as it is spoken: `Jean de La Fontaine`. */
export function spokenName(contact: Named): string {
  if (contact.kind === 'organisation') return curved((contact.name ?? '').trim())
  const name = withParticle(contact.particle ?? '', (contact.lastName ?? '').trim())
  return curved([contact.firstName, name, contact.suffix].filter((part) => part?.trim()).join(' '))
}

/** The name on an envelope, form of address first: `Mme Marie Curie`, `Dr Jean d’Ormesson`. */
export function envelopeName(contact: Named): string {
  if (contact.kind === 'organisation') return spokenName(contact)
  return [contact.civility, contact.title, spokenName(contact)].filter((part) => part?.trim()).join(' ')
}

/** A name that leads to the contact from elsewhere in the order of names. */
export type OtherName = { readonly headword: string; readonly forename: string; readonly sortKey: string }

/**
 * Names that also lead to the contact: at birth, when studying, an organisation's initials, and the aliases that are to
 * be printed. A person's forename goes with them, unless the alias says one or is a pen name. One that is filed where
 * the contact is, is left out.
 */
export function otherNames(contact: Named): readonly OtherName[] {
  const printed = (contact.aliases ?? []).filter((alias) => alias.printed)
  const organisation = contact.kind === 'organisation'
  const firstName = contact.firstName ?? ''
  const saysForename = (name: string): boolean => firstName !== '' && ` ${fold(name)} `.includes(` ${fold(firstName)} `)
  const names = organisation
    ? [contact.acronym ?? '', ...printed.map(({ name }) => name)].map((name) => ({ name, whole: true }))
    : [
        ...[contact.birthName ?? '', contact.studiedName ?? ''].map((name) => ({ name, whole: false })),
        ...printed.map(({ kind, name }) => ({ name, whole: kind === 'pen' || saysForename(name) })),
      ]
  const seen = new Set([filed(headword(contact)), filed(contact.lastName ?? ''), ''])
  const others: OtherName[] = []
  for (const { name, whole } of names) {
    if (name.trim() === '') continue
    const other: Named = organisation
      ? { kind: 'organisation', name }
      : whole
        ? { kind: 'person', lastName: name.trim() }
        : { kind: 'person', firstName, ...leadingParticle(name) }
    const key = filed(headword(other))
    if (seen.has(key)) continue
    seen.add(key)
    others.push({ headword: headword(other), forename: whole ? '' : firstName, sortKey: sortKey(other) })
  }
  return others
}

/** Takes a small-letter particle off the front of a name: `de Gaulle` is `de` and `Gaulle`. */
export function leadingParticle(name: string): { readonly particle: string; readonly lastName: string } {
  const found =
    /^((?:(?:de|von|van|der|den|zu|del|du|des|da|dos|das|do|di|af|av|la|le|les)\s+)*(?:[dl][’'ʼ]\s*)?)(?=\S)(.+)$/su.exec(
      name.trim(),
    )
  const particle = (found?.[1] ?? '').trim()
  return { particle: particleWords(particle).length > 0 ? particle : '', lastName: found?.[2] ?? name.trim() }
}

/**
 * The name in the form two records are compared by when a list comes in: filed name, a bar, filed forename.
 * `DUPONT-MARTIN Jean Pierre` and `Dupont Martin, Jean-Pierre` are the same; the particle counts as one word with the name.
 */
export function matchName(contact: Named): string {
  if (contact.kind === 'organisation') return filed(contact.name ?? '')
  return `${filed(`${contact.particle ?? ''} ${contact.lastName ?? ''}`)}|${fuse(contact.firstName ?? '')}`
}
