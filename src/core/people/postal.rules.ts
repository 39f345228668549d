/**
 * An address as the posts want it on an envelope or a label, the second renderer of the one record.
 *
 * France: NF Z 10-011 as La Poste publishes it (rules-fr.md 5.1): six lines at most, 38 characters each; names and what is
 * inside the building as written, then street, locality and town in capitals without accents or punctuation. Elsewhere: the
 * country's own layout, its town in capitals (UPU, rules-fr.md 5.2), accents kept since its own posts read them. The
 * country stands alone on the last line, in capitals, in the language of the paper. Nothing is ever cut: what does not fit
 * is said.
 */

import { type AddressPaper, givenLines, isDomestic, type PostalAddress } from './address.rules.ts'
import { placeLines } from './address-layout.rules.ts'
import { countryName } from './country.rules.ts'
import { envelopeName, type Named } from './name.rules.ts'

export const postalLineLength = 38
/** Lines of an address inland; one more for the country. */
export const postalLineCount = 6
/** A street's name without its number is shortened beyond this, and not before. */
const streetLength = 32

/** What a reader should look at before printing; `line` counts from 1. */
export type PostalWarning =
  | { readonly kind: 'longLine'; readonly line: number; readonly length: number; readonly most: number }
  | { readonly kind: 'manyLines'; readonly count: number; readonly most: number }

export type PostalBlock = { readonly lines: readonly string[]; readonly warnings: readonly PostalWarning[] }

/** Served by La Poste or laid out after its norm. */
const frenchPosts = new Set(['', 'FR', 'MC', 'GP', 'MQ', 'GF', 'RE', 'PM', 'YT', 'BL', 'MF', 'WF', 'PF', 'NC', 'TF'])

/** The first lines for an organisation: its name, then the person or department the mail is for. */
export const organisationLines = (organisation: Named, attention = ''): readonly string[] =>
  [envelopeName(organisation), attention.trim()].filter((line) => line !== '')

/** Capitals without accents, ligatures parted, every sign a space: what optical readers are sure of. */
export function plainCapitals(text: string): string {
  return text
    .replace(/&/g, ' et ')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐðÐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `5 bis` is `5 B`; of `12/14` and `4 à 8` the first number stays (rules-fr.md 5.1, 3). Works on plain capitals. */
const houseNumber = (street: string): string =>
  street
    .replace(
      /^(\d+)\s*(BIS|TER|QUATER|QUINQUIES)\b/,
      (_, number: string, word: string) => `${number} ${word.charAt(0)}`,
    )
    .replace(/^(\d+(?: (?!A \d)[A-Z])?)(?: A| ET)? \d+(?: [A-Z])?(?= [A-Z]{2})/, '$1')

/** Usual short forms of the norm, for a street whose name is too long; the last word, which people know it by, stays. */
const shortForms: Readonly<Record<string, string>> = {
  ...{ ALLEE: 'ALL', ALLEES: 'ALL', AVENUE: 'AV', BOULEVARD: 'BD', CHEMIN: 'CHE', CITE: 'CITE', COURS: 'CRS' },
  ...{ DOMAINE: 'DOM', FAUBOURG: 'FG', IMPASSE: 'IMP', LOTISSEMENT: 'LOT', PASSAGE: 'PAS', PLACE: 'PL' },
  ...{ PROMENADE: 'PROM', QUARTIER: 'QUA', RESIDENCE: 'RES', ROUTE: 'RTE', SQUARE: 'SQ', SENTIER: 'SEN' },
  ...{
    SAINT: 'ST',
    SAINTE: 'STE',
    GENERAL: 'GAL',
    MARECHAL: 'MAL',
    COLONEL: 'COL',
    CAPITAINE: 'CPT',
    COMMANDANT: 'CDT',
  },
  ...{ LIEUTENANT: 'LT', DOCTEUR: 'DR', PROFESSEUR: 'PR', PRESIDENT: 'PDT', MONSEIGNEUR: 'MGR', NOTRE: 'N', DAME: 'D' },
}

function shortened(street: string): string {
  const [number = ''] = /^\d+(?: [A-Z])? /.exec(street) ?? []
  const words = street.slice(number.length).split(' ')
  for (let at = 0; at < words.length - 1; at++) {
    if (words.join(' ').length <= streetLength) break
    words[at] = shortForms[words[at] ?? ''] ?? words[at] ?? ''
  }
  return number + words.join(' ')
}

/** Lines 5 and 6: SAINT and SAINTE are ST and STE, CEDEX and its number stay, the number in two figures. */
const locality = (text: string): string =>
  plainCapitals(text)
    .replace(/\bSAINT\b/g, 'ST')
    .replace(/\bSAINTE\b/g, 'STE')
    .replace(/\bCEDEX (\d)$/, 'CEDEX 0$1')

/** What is inside the building, on one line or, too long for it, on two parted at a comma. */
function insideLines(complement: string): readonly string[] {
  const comma = complement.indexOf(',')
  if (complement.length <= postalLineLength || comma < 0) return [complement]
  return [complement.slice(0, comma).trim(), complement.slice(comma + 1).trim()]
}

const frenchLines = ({ complement, street, locality: place, postcode, city }: PostalAddress): readonly string[] => [
  ...insideLines(complement.trim()),
  shortened(houseNumber(plainCapitals(street))),
  locality(place),
  [plainCapitals(postcode), locality(city)].join(' ').trim(),
]

/** Capitals as the country's own letters have them: `i` is `İ` in Turkey, Greek capitals bear no accents. */
const inCapitals = (text: string, country: string): string =>
  text.toLocaleUpperCase(
    ({ TR: 'tr', AZ: 'az', GR: 'el', CY: 'el', LT: 'lt' } as Record<string, string>)[country] ?? 'und',
  )

const foreignLines = (address: PostalAddress): readonly string[] =>
  placeLines({
    before: address.complement.trim(),
    street: address.street.trim(),
    after: address.locality.trim(),
    postcode: inCapitals(address.postcode.trim(), address.country),
    city: inCapitals(address.city.trim(), address.country),
    region: inCapitals(address.region.trim(), address.country),
    country: address.country,
  })

/** Monaco's mail goes with France's. */
const needsCountry = (country: string, home: string): boolean =>
  !isDomestic(country, home) && !(home === 'FR' && country === 'MC')

/**
 * The lines of an envelope: the addressee's first (`addresseeOf`, `organisationLines`), then the
 * address. Lines the record gives itself (`override`) are kept as they are. Warns of what does not fit, and cuts nothing.
 */
export function postalLines(addressee: readonly string[], address: PostalAddress, paper: AddressPaper): PostalBlock {
  const given = givenLines(address)
  const abroad = given.length === 0 && needsCountry(address.country, paper.home)
  const own = frenchPosts.has(address.country) ? frenchLines(address) : foreignLines(address)
  const country = abroad ? [plainCapitals(countryName(address.country, paper.language))] : []
  const lines = [...addressee.map((line) => line.trim()), ...(given.length > 0 ? given : [...own, ...country])].filter(
    (line) => line !== '',
  )
  const most = postalLineCount + (abroad ? 1 : 0)
  const warnings: PostalWarning[] = lines.flatMap((text, at) =>
    [...text].length > postalLineLength
      ? [{ kind: 'longLine' as const, line: at + 1, length: [...text].length, most: postalLineLength }]
      : [],
  )
  if (lines.length > most) warnings.push({ kind: 'manyLines', count: lines.length, most })
  return { lines, warnings }
}
