/** Which address, stay or mandate each column of a list is of, when it tells several: `Ville 2`, `Rue (bureau)`, `Address 2 - City`. */
import { fold } from '../kit/text.ts'
import { fieldWords } from '../people/field.rules.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { ranked, words } from './header-dictionary.ts'
import { mandateTargets, stayTargets, supportTargets } from './life-cells.ts'

const addressParts = [
  'addressLabel',
  'complement',
  'street',
  'locality',
  'postcode',
  'city',
  'region',
  'country',
  'addressLines',
] as const
const factsOfAddress = [
  'addressKind',
  'addressSince',
  'addressUntil',
  'addressSeasonFrom',
  'addressSeasonUntil',
  'addressReturned',
] as const
const partsOfAddress: ReadonlySet<string> = new Set([...addressParts, ...factsOfAddress])
const rankedParts = [...addressParts, ...factsOfAddress, ...stayTargets, ...mandateTargets, ...supportTargets] as const
/** Where an address, a stay or a mandate is told in parts, each in a column of its own; or an address in one. */
export const addressTargets: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([...rankedParts, 'fullAddress'])
type RankedPart = (typeof rankedParts)[number]
const ownRankedWords: ReadonlyMap<string, RankedPart> = new Map(
  (['fr', 'en'] as const).flatMap((language) =>
    rankedParts.map((part) => [fold(fieldWords[language][part]), part] as const),
  ),
)
/** What says where an address is: without one of these of its own, it is a further line of the first. */
export const placesOfAddress: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'postcode',
  'city',
  'country',
  'addressLines',
])

/** The part of an address, a stay or a mandate, and the rank that a header in our own words gives: `Ville 2`. */
function numberedPart(header: string): { readonly part: RankedPart; readonly rank: number } | undefined {
  const found = /^(.+) (\d{1,2})$/.exec(fold(header))
  const part = ownRankedWords.get(found?.[1] ?? '')
  const rank = Number(found?.[2])
  return part === undefined || rank < 2 ? undefined : { part, rank }
}

/** A column that goes on with the first address: `Street 2` in a list that names no second town. */
export const isFurtherLine = (header: string, addressRank: number): boolean => {
  const part = addressRank > 1 ? undefined : numberedPart(header)?.part
  return part !== undefined && part !== 'addressLabel' && addressParts.some((one) => one === part)
}

/** Whose address it is, as a heading says it. */
export type Place = 'home' | 'work' | 'other'
export type AddressColumn = {
  /** 1 for the first address, and for what is of no address. */
  readonly rank: number
  /** What the heading is without the words of its place: set only in lists of several places. */
  readonly target?: ColumnTarget
  readonly place?: Place
}

const placeWords: readonly (readonly [Place, RegExp])[] = [
  ['home', /\b(home|domicile|personnelle|personnel|perso|privee|prive|maison)\b/],
  ['work', /\b(work|business|bureau|travail|professionnelle|professionnel|pro)\b/],
  ['other', /\b(other|autre)\b/],
]

type Placed = { readonly key: string; readonly target: ColumnTarget; readonly place?: Place }

/** Google numbers its addresses; others name the place. Without either, the column is of the one address. */
function placed(header: string): Placed | undefined {
  const folded = fold(header)
  const numbered = /^address (\d) (.+)$/.exec(folded)
  if (numbered !== null) {
    const word = numbered[2] as string
    if (word === 'formatted') return { key: numbered[1] as string, target: 'fullAddress' }
    if (word === 'type' || word === 'label') return { key: numbered[1] as string, target: 'addressLabel' }
    const target = partOf(word)
    return target === undefined ? undefined : { key: numbered[1] as string, target }
  }
  for (const [place, pattern] of placeWords) {
    const target = pattern.test(folded) ? partOf(folded.replace(pattern, ' ').replace(/ +/g, ' ').trim()) : undefined
    if (target !== undefined) return { key: place, target, place }
  }
  const target = partOf(folded)
  return target === undefined ? undefined : { key: '', target }
}

function partOf(word: string): ColumnTarget | undefined {
  const exact = words.get(word)?.target
  const { bare, rank } = ranked(word)
  const target = exact ?? (words.get(bare)?.target === 'street' && rank > 1 ? 'complement' : undefined)
  return target !== undefined && (partsOfAddress.has(target) || target === 'fullAddress') ? target : undefined
}

/**
 * Which address, stay or mandate each column is of: the 2 of our own `Ville 2`, and of `Voie 2` beside it; else the
 * places a list names, when two of them have a town, a postcode or a country. Other lists say `Adresse 2`, `Street 2` of a
 * second line of the first, and name no second town.
 */
export function addressColumns(headers: readonly string[]): readonly AddressColumn[] {
  const parts = headers.map(numberedPart)
  const own = new Set(parts.flatMap((one) => (one !== undefined && placesOfAddress.has(one.part) ? [one.rank] : [])))
  const ranks = parts.map((one) =>
    one !== undefined && (!partsOfAddress.has(one.part) || own.has(one.rank)) ? one.rank : 1,
  )
  if (own.size > 0) return ranks.map((rank) => ({ rank }))
  const found = headers.map(placed)
  const keys = new Set(found.flatMap((one) => (one !== undefined && placesOfAddress.has(one.target) ? [one.key] : [])))
  // A numbered address is told apart even where it is the only one.
  if (keys.size < 2 && !/^\d$/.test([...keys][0] ?? '')) return ranks.map((rank) => ({ rank }))
  const order = ['home', '', 'work', 'other', ...'123456789'].filter((key) => keys.has(key))
  return found.map((one, at) => {
    if (one === undefined || !keys.has(one.key)) return { rank: ranks[at] as number }
    const { target, place } = one
    return { rank: order.indexOf(one.key) + 1, target, ...(place === undefined ? {} : { place }) }
  })
}
