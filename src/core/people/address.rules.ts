/**
 * Postal addresses as a directory prints them: in normal case with accents, in the order of the country they are in,
 * the country's name last (UPU). Orders after the public address data of the posts, see docs/technical/names-and-sorting.md.
 */
import { countryName } from './country.rules.ts'

export type PostalAddress = {
  readonly complement: string
  readonly street: string
  readonly locality: string
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly country: string
  readonly override: string
}

/** Z postcode, C city, S region; a bar begins a new line. Everywhere else: `Z C`. */
const orders: Readonly<Record<string, string>> = {
  'C S Z': 'AS AU CA CC CX FM GU HM MH MP NF PR PW UM VI',
  'C, S Z': 'CN CO SO TW US',
  'C Z': 'BH BM BN CK IL JO KH LB LS MN MT MV NP NZ SA SG',
  'C Z S': 'PG',
  'C, Z': 'LV MM',
  'C - Z': 'BD',
  'C-Z': 'PK',
  'C|Z': 'FK GB GG GS IM IO IR JE KE LK PN SH SZ TC ZA',
  'C|S|Z': 'EG IE RU',
  'C, S|Z': 'HN IQ JP KR',
  'C-S|Z': 'BR',
  'C Z|S': 'IN NG',
  'C|S Z': 'ID TH VN',
  'C Z, S': 'VE',
  'C|S': 'HK KY PA SC',
  'C, S': 'AE BS KN MZ',
  'Z C|S': 'AR CL CV MY PH UA UZ',
  'Z C, S': 'MX',
  'Z C S': 'IT PF UY',
}

const orderOf: ReadonlyMap<string, string> = new Map(
  Object.entries(orders).flatMap(([order, countries]) =>
    countries.split(' ').map((country) => [country, order] as const),
  ),
)

/** France's own posts serve these without a line for the country (postcodes 971 to 978 and 986 to 988). */
const postedFromFrance = new Set(['GP', 'MQ', 'GF', 'RE', 'PM', 'YT', 'BL', 'MF', 'WF', 'PF', 'NC'])

/** The lines of postcode, city and region in the country's order; what is absent leaves no sign behind. */
export function cityLines(address: PostalAddress): readonly string[] {
  const order = orderOf.get(address.country) ?? (address.country === '' && address.region !== '' ? 'Z C|S' : 'Z C')
  const values: Readonly<Record<string, string>> = { Z: address.postcode, C: address.city, S: address.region }
  return order
    .split('|')
    .map((line) =>
      (line.match(/[ZCS][^ZCS]*/g) ?? [])
        .map((part) => ({ value: (values[part.charAt(0)] ?? '').trim(), after: part.slice(1) }))
        .filter(({ value }) => value !== '')
        .reduce((text, { value, after }, at, parts) => text + value + (at < parts.length - 1 ? after : ''), ''),
    )
    .filter((line) => line !== '')
}

/**
 * The lines of an address for a paper of the association: `home` is its country, left out. The override lines, when
 * there are some, are given as they are, country and all.
 */
export function addressLines(
  address: PostalAddress,
  paper: { readonly language: 'fr' | 'en'; readonly home: string },
): readonly string[] {
  const given = address.override.split('\n').map((line) => line.trim())
  if (given.some((line) => line !== '')) return given.filter((line) => line !== '')
  const domestic = address.country === paper.home || (paper.home === 'FR' && postedFromFrance.has(address.country))
  const country = domestic ? '' : countryName(address.country, paper.language)
  return [address.complement, address.street, address.locality, ...cityLines(address), country]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
