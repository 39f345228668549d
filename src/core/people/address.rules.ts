/**
 * Postal addresses as a directory prints them: in normal case with accents, laid out as their own country does, the
 * country's name last (UPU). For envelopes see postal.rules.ts: two renderers, one record.
 */
import { placeLines } from './address-layout.rules.ts'
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

/** In which language a country is named, and which country is the association's: not named at home. */
export type AddressPaper = { readonly language: 'fr' | 'en'; readonly home: string }

/** France's own posts serve these without a line for the country (postcodes 971 to 978 and 986 to 988). */
const postedFromFrance = new Set(['GP', 'MQ', 'GF', 'RE', 'PM', 'YT', 'BL', 'MF', 'WF', 'PF', 'NC'])

/** Whether mail from home goes there without the country's name. */
export const isDomestic = (country: string, home: string): boolean =>
  country === '' || country === home || (home === 'FR' && postedFromFrance.has(country))

/** The lines somebody wrote in place of the composed ones; none: they are composed. */
export const givenLines = (address: Pick<PostalAddress, 'override'>): readonly string[] =>
  address.override
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The lines of an address for a paper of the association: `home` is its country, left out. The override lines, when
 * there are some, are given as they are, country and all.
 */
export function addressLines(address: PostalAddress, { language, home }: AddressPaper): readonly string[] {
  const given = givenLines(address)
  if (given.length > 0) return given
  const lines = placeLines({
    before: address.complement.trim(),
    street: address.street.trim(),
    after: address.locality.trim(),
    postcode: address.postcode.trim(),
    city: address.city.trim(),
    region: address.region.trim(),
    country: address.country,
  })
  return isDomestic(address.country, home) ? lines : [...lines, countryName(address.country, language)]
}

/** When an address is lived at, and whether mail came back from it. Days may be known in part (`2026`, `2026-05`). */
export type AddressTime = {
  readonly kind?: string
  readonly since: string
  readonly until: string
  readonly seasonFrom: string
  readonly seasonUntil: string
  readonly returned: string
}

/** Whether an address is one of now, of before or of later, on a day (`YYYY-MM-DD`); a season does not count here. */
export function timeOf(
  { since, until }: Pick<AddressTime, 'since' | 'until'>,
  day: string,
): 'now' | 'former' | 'coming' {
  if (until !== '' && day.slice(0, until.length) > until) return 'former'
  return since > day ? 'coming' : 'now'
}

/** Whether the address is lived at on a day (`YYYY-MM-DD`); a season may go over New Year. Both ends are included. */
export function holdsOn(address: AddressTime, day: string): boolean {
  const { seasonFrom, seasonUntil } = address
  if (timeOf(address, day) !== 'now') return false
  const date = day.slice(5)
  const from = seasonFrom || '01-01'
  const to = seasonUntil || '12-31'
  return from <= to ? from <= date && date <= to : from <= date || date <= to
}

const isForATime = (address: AddressTime): boolean =>
  address.seasonFrom !== '' || address.seasonUntil !== '' || address.kind === 'temporary'

/**
 * The address that counts on a day, undefined when none holds: one lived at for a season or a time before the usual one,
 * then in the order of the sheet. `mail` passes over those from which mail came back; `shown` takes them last.
 */
export function addressOn<A extends AddressTime>(
  addresses: readonly A[],
  day: string,
  purpose: 'mail' | 'shown',
): A | undefined {
  const rank = (address: A): number => (address.returned === '' ? 0 : 2) + (isForATime(address) ? 0 : 1)
  return addresses
    .filter((address) => holdsOn(address, day) && (purpose === 'shown' || address.returned === ''))
    .reduce<A | undefined>((best, one) => (best === undefined || rank(one) < rank(best) ? one : best), undefined)
}
