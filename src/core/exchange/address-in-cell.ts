/** Takes an address in one cell apart, by the postcodes of its country. What cannot be told for certain stays in its lines. */
import { countryCode } from '../people/country.rules.ts'
import { postcodeCountries, postcodeFits } from '../people/postcode.rules.ts'

export type WrittenAddress = {
  readonly complement: string
  readonly street: string
  readonly locality: string
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly country: string
  readonly override: string
}

const noAddress: WrittenAddress = {
  complement: '',
  street: '',
  locality: '',
  postcode: '',
  city: '',
  region: '',
  country: '',
  override: '',
}

const postBox = /^(bp|b\.p\.|cs|tsa|boîte postale|po box|p\.o\. box|postfach)\s*\d/i

/** The words of several lines before the town: the last is the street, what stands before completes it. */
export function streetLines(lines: readonly string[]): Pick<WrittenAddress, 'complement' | 'street' | 'locality'> {
  const boxes = lines.filter((line) => postBox.test(line))
  const others = lines.filter((line) => !postBox.test(line))
  const numbered = others.findIndex((line) => /^\d+\s*(bis|ter|quater|[a-d])?[\s,]+\p{L}/iu.test(line))
  const at = numbered >= 0 ? numbered : others.length - 1
  return {
    street: others[at] ?? '',
    complement: others.slice(0, Math.max(0, at)).join(', '),
    locality: [...others.slice(at + 1), ...boxes].join(', '),
  }
}

/** Postcodes before the town, as most of Europe writes them; and after it, as English-speaking countries do. */
const before =
  /^(?<sign>[A-Z]{1,3}-)?(?<code>\d{4} ?[A-Z]{2}|\d{3} \d{2,3}|\d{2}[ -]\d{3}|\d{4}-\d{3}|\d{5}-\d{3}|AD\d{3}|(?:LV|LT|MD)-?\d{4,5}|\d{4,6})[\s,]+(?<city>\D.*)$/u
const after =
  /^(?<city>.*?)[\s,]+(?:\(?(?<region>\p{Lu}{2,3}|Qu[ée]bec|Ontario)\)?[\s,]+)?(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|\d{5}(?:-\d{4})?|\d{4}|\d{6})$/u
const alone = /^(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|\d{4,6})$/u

/** Countries where the postcode follows the town; elsewhere figures after it are something else. */
const codeLast = new Set('GB IE US CA AU NZ IN ZA SG GG JE IM'.split(' '))

/** Shapes of one country alone, when the address does not name it: the signs once written before figures are too. */
const tellingShapes: readonly (readonly [string, RegExp])[] = [
  ['GB', /^(?!\d)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/],
  ['CA', /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/],
  ['NL', /^\d{4} ?[A-Z]{2}$/],
]
const signs: Readonly<Record<string, string>> = {
  F: 'FR',
  D: 'DE',
  CH: 'CH',
  B: 'BE',
  A: 'AT',
  L: 'LU',
  I: 'IT',
  E: 'ES',
  NL: 'NL',
}

type Town = Pick<WrittenAddress, 'postcode' | 'city' | 'region' | 'country'> & { readonly lead: string }

/**
 * An address in one cell taken apart at its postcode, by the shape its country gives it: the country it names, else the one a
 * shape is alone to have, else `home`. What cannot be is kept to be printed as written (`override`), so that nothing is lost
 * and nothing is guessed.
 */
export function addressIn(cell: string, home = 'FR'): WrittenAddress {
  const byLines = cell
    .split(/\s*[\n\r]+\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const parts = byLines.length > 1 ? byLines : cell.split(/\s*[,;]\s+|\s+-\s+/).filter((part) => part.trim() !== '')
  const { named, inside } = countryOff(parts)
  for (let at = inside.length - 1; at >= 0; at -= 1) {
    const town = townIn(inside, at, named, home)
    if (town === undefined) continue
    const { lead, postcode, city, region, country } = town
    const next = alone.test(inside[at] as string) ? at + (city === inside[at + 1] ? 1 : 0) : at
    const first = at > 0 && city === inside[at - 1] ? at - 1 : at
    const lines = [...inside.slice(0, first), lead].map((line) => line.trim()).filter((line) => line !== '')
    if (lines.length === 0 && inside.length > next + 1) continue
    const rest = inside.slice(next + 1)
    return {
      ...noAddress,
      ...streetLines(lines),
      postcode,
      city: [city, ...rest].join(', ').trim(),
      region,
      country,
    }
  }
  return { ...noAddress, override: parts.join('\n') }
}

/** The country named in the last part, or after the town in it: `1201 Genève (Suisse)`. */
function countryOff(parts: readonly string[]): { readonly named: string; readonly inside: readonly string[] } {
  const last = parts.at(-1) ?? ''
  const whole = parts.length > 1 ? countryCode(last) : undefined
  if (whole !== undefined) return { named: whole, inside: parts.slice(0, -1) }
  const [, town = '', word = ''] = /^(.*\d.*\S)\s*\(([^()\d]+)\)$/.exec(last) ?? []
  const bracketed = word === '' ? undefined : countryCode(word)
  return bracketed === undefined
    ? { named: '', inside: parts }
    : { named: bracketed, inside: [...parts.slice(0, -1), town] }
}

function townIn(inside: readonly string[], at: number, named: string, home: string): Town | undefined {
  const part = (inside[at] as string).trim()
  const single = alone.exec(part)?.groups?.code
  if (single !== undefined) return at === 0 ? undefined : besideCode(inside, at, single, named, home)
  // A street and its town may share a part: `12 rue des Lilas 75020 Paris`.
  for (const start of starts(part)) {
    const found = before.exec(part.slice(start))?.groups
    const country = found === undefined ? undefined : countryFor(found.code ?? '', found.sign ?? '', named, home)
    if (found === undefined || country === undefined || !isTown(found.city ?? '')) continue
    if (at === 0 && start === 0 && inside.length > 1) return undefined
    const [city, region] = provinceOff(found.city ?? '', country.known)
    return {
      lead: part.slice(0, start).replace(/[\s,;-]+$/, ''),
      postcode: found.code ?? '',
      city,
      region,
      country: country.said,
    }
  }
  const found = after.exec(part)?.groups
  const country = found === undefined ? undefined : countryFor(found.code ?? '', '', named, home)
  if (found === undefined || country === undefined || !codeLast.has(country.known) || /\d/.test(found.city ?? ''))
    return undefined
  if (at === 0 && inside.length > 1) return undefined
  // A state between commas: `Springfield, IL 62704`.
  const previous = inside[at - 1] ?? '1'
  if (/^\p{Lu}{2,3}$/u.test(found.city ?? '') && !/\d/.test(previous))
    return { lead: '', postcode: found.code ?? '', city: previous, region: found.city ?? '', country: country.said }
  // Several places before the code: nothing tells which is the town.
  if ((found.city ?? '').split(',').length > 2) return undefined
  return {
    lead: '',
    postcode: found.code ?? '',
    city: found.city ?? '',
    region: found.region ?? '',
    country: country.said,
  }
}

/** Where a postcode may begin in a part: at its beginning, else after each blank, the last first. */
const starts = (part: string): readonly number[] => [
  0,
  ...[...part.matchAll(/[\s,]+(?=\S)/g)].map(({ index, 0: gap }) => index + gap.length).reverse(),
]

/** A postcode in a part of its own: the town stands after it, or before it where codes come last. */
function besideCode(
  inside: readonly string[],
  at: number,
  code: string,
  named: string,
  home: string,
): Town | undefined {
  const country = countryFor(code, '', named, home)
  if (country === undefined) return undefined
  const [next, previous] = [inside[at + 1], inside[at - 1]]
  const city =
    next !== undefined && isTown(next)
      ? next
      : codeLast.has(country.known) && at > 1 && !/\d/.test(previous ?? '1')
        ? previous
        : undefined
  return city === undefined ? undefined : { lead: '', postcode: code, city, region: '', country: country.said }
}

/** A town has no figures but those of its post office or its district. */
const isTown = (text: string): boolean =>
  /^\D+$/u.test(text.replace(/\bcedex\s*\d{0,2}\s*$/iu, 'Cedex').replace(/\s\d{1,2}(?:er?|e|ème|º|°)?$/u, ''))

/** Italy writes its province after the town: `00186 Roma RM`, `Roma (RM)`. */
function provinceOff(city: string, country: string): readonly [city: string, region: string] {
  const found = country === 'IT' ? /^(.*\S)\s+\(?([A-Z]{2})\)?$/.exec(city) : null
  return found === null ? [city, ''] : [found[1] as string, found[2] as string]
}

/**
 * The country by which a postcode is read, and the one to say: nothing where only the association's own country told. Undefined
 * when the postcode has not the shape of the country, or when nothing tells which it is of.
 */
function countryFor(
  code: string,
  sign: string,
  named: string,
  home: string,
): { readonly known: string; readonly said: string } | undefined {
  const fits = (country: string) => postcodeCountries.includes(country) && postcodeFits(country, code)
  if (named !== '') return fits(named) ? { known: named, said: named } : undefined
  const signed = sign === '' ? undefined : signs[sign.slice(0, -1)]
  if (signed !== undefined) return fits(signed) ? { known: signed, said: signed === home ? '' : signed } : undefined
  const telling = tellingShapes.find(([, shape]) => shape.test(code))?.[0]
  if (telling !== undefined) return { known: telling, said: telling === home ? '' : telling }
  return fits(home) ? { known: home, said: '' } : undefined
}
