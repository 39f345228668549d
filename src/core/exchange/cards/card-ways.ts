/** How somebody on a card is reached: e-mails, telephones, addresses. */
import { cleanLine, cleanLines, fold } from '../../kit/text.ts'
import { countryCode } from '../../people/country.rules.ts'
import { addressInput, blankAddress, type ContactInput } from '../../people/people.requests.ts'
import { keptPhone, phonesIn } from '../../people/phone.rules.ts'
import { addressIn, streetLines } from '../address-in-cell.ts'
import { emailsIn, plausibleEmail } from '../cells.ts'
import type { CardDesk } from './card-desk.ts'
import { labelTypes, ownPlace, placeParts } from './own-properties.ts'
import { type Property, paramOf, partsOf, textOf, typesOf } from './vcard-values.ts'

type Address = ContactInput['addresses'][number]

/** Types that say how a line is used, not where: they are no label. */
const unsaid = new Set([
  'pref',
  'internet',
  'voice',
  'msg',
  'text',
  'video',
  'postal',
  'parcel',
  'intl',
  'dom',
  'x400',
  'main',
  '',
])
const wordOfType: ReadonlyMap<string, string> = new Map([
  ...Object.entries(labelTypes).map(([label, type]) => [type, label] as const),
  ['iphone', 'mobile'],
  ['car', 'mobile'],
])

/** The label a person gave (`X-ABLabel`), else what the types say: `mobile`, `fax work`. */
function labelOf(desk: CardDesk, property: Property): string {
  const given = desk.beside(property, 'X-ABLABEL')
  if (given !== undefined) {
    if (desk.own) return desk.within(textOf(given), 40, given)
    const text = textOf(given).replace(/^_\$!<(.*)>!\$_$/, '$1')
    return desk.within(
      text.replace(/^(home|work|mobile)$/i, (word) => word.toLowerCase()),
      40,
      given,
    )
  }
  const words = typesOf(property)
    .filter((type) => !unsaid.has(type))
    .map((type) => wordOfType.get(type) ?? type.replace(/^x-/, ''))
  const first = words.find((word) => word === 'mobile' || word === 'fax' || word === 'pager')
  const ordered =
    first === 'mobile' ? ['mobile'] : first === undefined ? words : [first, ...words.filter((word) => word !== first)]
  return cleanLine([...new Set(ordered)].join(' ')).slice(0, 40)
}

export function cardEmails(desk: CardDesk): ContactInput['emails'] {
  const emails: ContactInput['emails'] = []
  for (const property of desk.of('EMAIL')) {
    const text = textOf(property).trim()
    const label = labelOf(desk, property)
    for (const address of desk.own ? [text] : emailsIn(text.replace(/^mailto:/i, ''))) {
      if (address === '' || emails.some((email) => email.address.toLowerCase() === address.toLowerCase() && !desk.own))
        continue
      if (address.length > 254 || emails.length >= 20) {
        desk.notes.push(cleanLine(address).slice(0, 2000))
        desk.warn(emails.length >= 20 ? 'tooManyInNotes' : 'cellCut', property, address)
        continue
      }
      if (!plausibleEmail(address)) desk.warn('emailInvalid', property, address)
      emails.push({ label, address })
    }
  }
  return emails
}

/** `country` reads the numbers written without a prefix. */
export function cardPhones(desk: CardDesk, country: string): ContactInput['phones'] {
  const phones: ContactInput['phones'] = []
  for (const property of desk.of('TEL', 'X-MS-TEL')) {
    const text = textOf(property).trim()
    const label = labelOf(desk, property)
    if (!desk.own && /^sips?:/i.test(text)) {
      desk.keep('SIP', text)
      continue
    }
    // A card of ours says which of its numbers are addresses.
    const isAddress = !desk.own || paramOf(property, 'VALUE') === 'uri'
    const uri = isAddress ? /^tel:([^;]*)(?:.*?;ext=(\d{1,7}))?/i.exec(text) : null
    const whole = uri === null ? text : `${uri[1]}${uri[2] === undefined ? '' : `;ext=${uri[2]}`}`
    for (const number of desk.own || uri !== null ? [whole] : phonesIn(whole)) {
      if (number === '') continue
      if (number.length > 60 || phones.length >= 20) {
        desk.notes.push(cleanLine(number).slice(0, 2000))
        desk.warn(phones.length >= 20 ? 'tooManyInNotes' : 'cellCut', property, number)
        continue
      }
      const kept = keptPhone(cleanLine(number), country)
      if (!desk.own && !kept.startsWith('+')) desk.warn('phoneUnread', property, number)
      phones.push({ label, number: kept })
    }
  }
  return phones
}

const mailTypes = (property: Property): string =>
  typesOf(property)
    .filter((type) => type === 'home' || type === 'work')
    .join()

/** The addresses of a card; a label to paste (LABEL) is kept where it says more than its address. */
export function cardAddresses(desk: CardDesk): Address[] {
  const adrs = desk.of('ADR')
  const labels = [...desk.of('LABEL')]
  const found: Address[] = []
  const add = (address: Address | undefined, property: Property) => {
    if (address === undefined) return
    if (found.length < 20) found.push(address)
    else {
      desk.notes.push([address.street, address.postcode, address.city, address.override].filter(Boolean).join(', '))
      desk.warn('tooManyInNotes', property)
    }
  }
  for (const adr of adrs) {
    const at = labels.findIndex((one) => mailTypes(one) === mailTypes(adr))
    const label = at < 0 ? undefined : labels.splice(at, 1)[0]
    const written = label === undefined ? paramOf(adr, 'LABEL') : textOf(label)
    add(desk.own ? ownAddress(desk, adr) : addressOf(desk, adr, written), adr)
  }
  if (desk.own) return found
  for (const label of labels)
    add(withParts(desk, addressIn(cleanLines(textOf(label))), label, kindOf(label), placeLabel(desk, label)), label)
  return found
}

const kindOf = (property: Property): Address['kind'] => (typesOf(property).includes('work') ? 'work' : 'home')

/** Label of an address beyond home and work, which its kind says. */
function placeLabel(desk: CardDesk, property: Property): string {
  const given = desk.beside(property, 'X-ABLABEL')
  if (desk.own) return given === undefined ? '' : desk.within(textOf(given), 40, given)
  return labelOf(desk, property).replace(/^(home|work)$/, '')
}

function addressOf(desk: CardDesk, adr: Property, label: string): Address | undefined {
  const parts = partsOf(adr).map((values) => values.map((value) => value.trim()).filter((value) => value !== ''))
  const [box = [], extended = [], street = [], city = [], region = [], code = [], country = []] = parts
  const lines = (values: readonly string[]) =>
    values
      .flatMap((value) => value.split('\n'))
      .map(cleanLine)
      .filter(Boolean)
  const [kind, named] = [kindOf(adr), placeLabel(desk, adr)]
  const inPlaces = [city, region, code, country].some((values) => values.length > 0)
  // Some programs put a whole address in one part.
  if (!inPlaces && lines([...box, ...extended, ...street]).length > 0) {
    const text = lines([...box, ...extended, ...street]).join('\n')
    return withParts(desk, text.includes('\n') ? addressIn(text) : { street: text }, adr, kind, named)
  }
  const split = streetLines(lines(street))
  const written: Partial<Address> = {
    complement: [...lines(extended), split.complement].filter(Boolean).join(', '),
    street: split.street,
    locality: [split.locality, ...lines(box)].filter(Boolean).join(', '),
    city: lines(city).join(', '),
    region: lines(region).join(', '),
    postcode: lines(code).join(' '),
    country: lines(country).join(' '),
  }
  const words = new Set(fold(Object.values(written).join(' ')).split(' '))
  if (
    label !== '' &&
    !fold(label)
      .split(' ')
      .every((word) => words.has(word) || fold(desk.text('FN', 2000)).includes(word))
  )
    desk.keep('label', label)
  return withParts(desk, written, adr, kind, named)
}

function withParts(
  desk: CardDesk,
  written: Partial<Record<keyof Address, unknown>> & { readonly country?: string },
  at: Property,
  kind: Address['kind'],
  label: string,
): Address | undefined {
  const text = (part: keyof Address): string => (typeof written[part] === 'string' ? written[part] : '')
  const named = text('country')
  const country = named === '' ? '' : (countryCode(named) ?? '')
  if (named !== '' && country === '') {
    desk.warn('unknownCountry', at, named)
    desk.keep('country', named)
  }
  const address: Address = {
    ...blankAddress,
    kind,
    label,
    complement: desk.within(text('complement'), 200, at),
    street: desk.within(text('street'), 200, at),
    locality: desk.within(text('locality'), 200, at),
    postcode: desk.within(text('postcode'), 20, at),
    city: desk.within(text('city'), 100, at),
    region: desk.within(text('region'), 100, at),
    country: country as Address['country'],
    override: text('override').slice(0, 1000),
  }
  const { complement, street, locality, postcode, city, region, override } = address
  if ([complement, street, locality, postcode, city, region, override].every((part) => part === '')) {
    // A country alone is no address.
    if (country !== '') desk.keep('country', named)
    return undefined
  }
  return address
}

/** An address of ours: each part in its place, and what ADR has no part for beside it. */
function ownAddress(desk: CardDesk, adr: Property): Address | undefined {
  const [, extended = [], street = [], city = [], region = [], code = [], country = []] = partsOf(adr)
  const place = desk.beside(adr, ownPlace)
  const more = place === undefined ? [] : partsOf(place).map((values) => values.join(','))
  const said = Object.fromEntries(placeParts.map((part, at) => [part, more[at] ?? '']))
  const one = (values: readonly string[], most: number) => desk.within(values.join(', '), most, adr)
  const written = {
    ...said,
    kind: said.kind === '' ? kindOf(adr) : said.kind,
    country: place === undefined ? (countryCode(country.join(', ')) ?? '') : said.country,
    label: placeLabel(desk, adr),
    complement: one(extended, 200),
    street: one(street.slice(0, 1), 200),
    locality: one(street.slice(1), 200),
    city: one(city, 100),
    region: one(region, 100),
    postcode: one(code, 20),
  }
  const read = addressInput.safeParse(written)
  if (read.success) return read.data
  // Changed elsewhere since: what cannot be is left out of it, and said.
  desk.warn('ownUnread', place ?? adr)
  desk.notes.push(cleanLine(more.filter((part) => part !== '').join(', ')))
  return withParts(desk, { ...written, country: country.join(', ') }, adr, kindOf(adr), written.label)
}
