/**
 * Particles of names: which stay in front and count for the order, which are rejected after the name.
 * Source: AFNOR NF Z 44-001, as summed up in docs/technical/names-and-sorting.md.
 */
import { fold } from '../kit/text.ts'

/** Which custom files the names: the norm's; every particle kept; every particle rejected. */
export type FilingProfile = 'afnor' | 'asShown' | 'allRejected'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Rejected wherever they stand: French, German, Spanish, Portuguese, Scandinavian. */
const rejected = words('de d von zu del das dos do da af av')
/** Articles that follow a rejected particle of their own language: `von der`, `von und zu`, `de las`. */
const followers: Readonly<Record<string, ReadonlySet<string>>> & { readonly von: ReadonlySet<string> } = {
  von: words('der den dem des und zu zur zum de'),
  zu: words('der den dem und von'),
  de: words('las los'),
}

/** Every word that may begin a name without being the name. */
const known = words(
  'de d du des la le les l au aux von zu zum zur vom am im auf aus der den dem und van ten ter te t op ' +
    'di da do dos das del los las della dello dei degli delle dell dal dalla dalle lo li al el ben bin ibn bint bou abou abu abd ould ' +
    'mac mc o n m af av st ste saint sainte san santa',
)
/** Those that are common forenames or words when they stand alone before a name; taken as particles in small letters only. */
const onlySmall = words('am im auf aus der dem und te op do al o n m t da den au st ste saint sainte san santa mac mc')

const apostrophe = /[’'ʼ]$/u

/** Particles cut into words, the apostrophe staying with its word: `de`, `d’`, `La`. */
export const particleWords = (particle: string): readonly string[] => particle.match(/[^\s’'ʼ]+[’'ʼ]?|[’'ʼ]\S+/gu) ?? []

/** A capital followed by a small letter says that the bearer writes the particle as part of the name: `De Smet`, `Da Ponte`. */
const capitalised = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && (/\p{Ll}/u.test(word) || /^\p{Lu}[’'ʼ]$/u.test(word))

/** Whether a word could be a particle before a name, given whether one stands before it already (`Van Den Berg`). */
export function isParticle(word: string, afterParticle = false): boolean {
  const folded = fold(word)
  return known.has(folded) && (afterParticle || word === word.toLowerCase() || !onlySmall.has(folded))
}

/**
 * Parts a particle in what is filed with the name (`kept`) and what follows it (`rejected`), both as written.
 * In a word of capitals (`DE`) the small form is meant, since whole columns are often typed so.
 */
export function particleParts(
  particle: string,
  profile: FilingProfile = 'afnor',
): { readonly kept: string; readonly rejected: string } {
  const parts = particleWords(particle)
  if (profile === 'asShown') return { kept: joined(parts), rejected: '' }
  if (profile === 'allRejected') return { kept: '', rejected: joined(parts) }
  let cut = 0
  while (cut < parts.length) {
    const word = parts[cut] ?? ''
    const before = cut === 0 ? '' : fold(parts[cut - 1] ?? '')
    const folded = fold(word)
    const follows = cut > 0 && (followers[before]?.has(folded) === true || (before === 'und' && folded === 'zu'))
    const germanArticle = cut > 1 && fold(parts[0] ?? '') === 'von' && followers.von?.has(folded) === true
    if (capitalised(word) || !(rejected.has(folded) || follows || germanArticle)) break
    cut += 1
  }
  const aside = joined(parts.slice(0, cut))
  return { kept: joined(parts.slice(cut)), rejected: /\p{Ll}/u.test(aside) ? aside : aside.toLowerCase() }
}

/** Words of a particle put together again, without a space after an apostrophe. */
export const joined = (parts: readonly string[]): string =>
  parts.reduce((text, part) => text + (text === '' || apostrophe.test(text) ? '' : ' ') + part, '')

/** A particle before its name: `d’Alembert`, `de La Fontaine`. */
export const withParticle = (particle: string, name: string): string => joined([...particleWords(particle), name])
