/** Streets, towns and whole places as they are compared: one rule for the duplicates, the quality desk and the households. */
import { fold, fuse, scriptOf } from '../../kit/text.ts'
import type { ContactInput } from '../people.requests.ts'

type Address = ContactInput['addresses'][number]

/** Streets shortened in as many ways as there are hands: `av.`, `bd`, `r.` lead to one form. */
const streetWords: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  all: 'allee',
  allees: 'allee',
  ch: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  rte: 'route',
  sq: 'square',
  fbg: 'faubourg',
  fg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
  str: 'strasse',
  rd: 'road',
}

/** A street in one folded piece, its usual abbreviations written out. */
export const streetKey = (street: string): string =>
  fold(street)
    .split(' ')
    .map((word) => streetWords[word] ?? word.replace(/strasse$/, 'str'))
    .filter((word) => !['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd'].includes(word))
    .join('')

/** A town in one folded piece: `St Étienne`, `SAINT-ETIENNE`. */
export const townKey = (city: string): string =>
  fuse(city.replace(/\b(S)(t|te)\b\.?/giu, (_, s: string, rest: string) => `${s}ain${rest}`))

/** A home in one folded piece: two records of one key live behind one door. */
export const placeKey = ({ complement, street, postcode, city, country }: Address): string =>
  [country, fuse(postcode), townKey(city), streetKey(street), fuse(complement)].join(' ')

/**
 * The same place, whoever lives there and whenever, in whichever spelling. A region or a named place beside a street may be left
 * out; a floor may not, and lines to be printed as they are must be the same.
 */
export function samePlace(one: Address, other: Address): boolean {
  const agree = (a: string, b: string): boolean => a === '' || b === '' || fuse(a) === fuse(b)
  return (
    placeKey(one) === placeKey(other) &&
    (one.street === '' ? fuse(one.locality) === fuse(other.locality) : agree(one.locality, other.locality)) &&
    agree(one.region, other.region) &&
    one.override === other.override
  )
}

/** All that the posts read of an address. */
const postal = ['complement', 'street', 'locality', 'postcode', 'city', 'region', 'country', 'override'] as const

/** Whether a text is all in capitals. */
export const shouted = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()
/** How many of its letters bear a mark: they are left out rather than added. */
export const accents = (text: string): number => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0

/**
 * An address in the best of its spellings, each of them the same place: the one that says most, is not in capitals, has its
 * accents and its words written out; its own when none is better. Its script stays too. Days, kind and label stay its own.
 */
export function bestSpelt(address: Address, others: readonly Address[]): Address {
  const worth = (one: Address): readonly number[] => [
    postal.filter((key) => one[key] !== '').length,
    -[one.street, one.city].filter(shouted).length,
    accents(one.street + one.city),
    fold(one.street).length + fold(one.city).length,
  ]
  const better = (one: Address, than: Address): boolean => {
    const [a, b] = [worth(one), worth(than)]
    const at = a.findIndex((value, index) => value !== b[index])
    return at >= 0 && (a[at] as number) > (b[at] as number)
  }
  const script = (one: Address): string => scriptOf(`${one.street} ${one.city}`)
  const best = others.reduce(
    (known, one) => (script(one) === script(address) && better(one, known) ? one : known),
    address,
  )
  const { complement, street, locality, postcode, city, region, country, override } = best
  return { ...address, complement, street, locality, postcode, city, region, country, override }
}
