/** Reads the ways to reach someone out of a row: e-mails, telephones, the address. */
import { cleanLine, fold } from '../kit/text.ts'
import { countryCode } from '../people/country.rules.ts'
import { blankAddress } from '../people/people.requests.ts'
import { isMobile, keptPhone, phonesIn } from '../people/phone.rules.ts'
import { addressIn, streetLines } from './address-in-cell.ts'
import { emailsIn, isNothing, plausibleEmail } from './cells.ts'
import { type Cell, type Desk, type DraftContext, firstOf, keepAside, type MailLinks } from './draft-desk.ts'
import { dayOf } from './draft-life.ts'
import { addressKindWords, keyOfWord } from './kind-words.ts'

/** What a header and the one of its label have in common: `E-mail 2 - Type` and `E-mail 2 - Value`. */
const labelled = (header: string): string =>
  fold(header)
    .replace(/\b(libelle du|libelle de|libelle|label|type|value)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

function labelAt(desk: Desk, labels: readonly Cell[], cell: Cell): string {
  if (labels.length === 0) return ''
  const of = labelled(cell.header)
  const label = labels.find(({ header }) => labelled(header) === of)?.text ?? ''
  return ownLabel(desk, label.replace(/^\*\s*/, '')).slice(0, 40)
}

/** The labels Google's contacts come with are ours in capitals, or in the language of the account. */
function ownLabel({ program }: Desk, label: string): string {
  if (program !== 'google') return label
  if (/^(home|domicile|personnel)$/i.test(label)) return 'home'
  if (/^(work|bureau|travail|professionnel)$/i.test(label)) return 'work'
  return /^mobile$/i.test(label) ? 'mobile' : label
}

export function emailsOf(desk: Desk) {
  const emails: { label: string; address: string }[] = []
  const labels = desk.of('emailLabel')
  const add = (address: string, cell: Cell, label: string) => {
    if (address.length > 254) return desk.refuse('emailTooLong', cell, `${address.length} > 254`)
    if (emails.some((email) => email.address.toLowerCase() === address.toLowerCase())) return
    if (!plausibleEmail(address)) desk.warn('emailInvalid', cell, address)
    if (emails.length < 20) emails.push({ label, address })
    else desk.refuse('tooMany', cell, String(emails.length))
  }
  for (const cell of desk.of('email')) {
    if (isNothing(cell.text)) continue
    const linked = desk.links.find((link) => link.column === cell.column)
    const written = !cell.text.includes('@') && linked !== undefined ? [cleanLine(linked.address)] : emailsIn(cell.text)
    for (const address of written) add(address, cell, labelAt(desk, labels, cell) || homeOrWork(cell.header))
  }
  if (emails.length === 0 && desk.links.length > 0) {
    const link = desk.links[0] as MailLinks[number]
    add(cleanLine(link.address), { text: link.address, header: '', column: link.column }, '')
  }
  return emails
}

/** The label a header gives: `work` for a professional one, `home` for a private one. */
function homeOrWork(header: string): string {
  const folded = fold(header)
  if (/\b(pro|professionnel|professionnelle|travail|bureau|work|business)\b/.test(folded)) return 'work'
  if (/\b(perso|personnel|personnelle|prive|domicile|home|personal)\b/.test(folded)) return 'home'
  return ''
}

/** France's mobiles are known by two figures, whatever the column says; elsewhere the column, then the number's range. */
const mobileNumber = (number: string, mobileColumn: boolean): boolean =>
  number.startsWith('+33') ? /^\+33[67]/.test(number) : mobileColumn || (number.startsWith('+') && isMobile(number))

export function phonesOf(desk: Desk, country: string) {
  const phones: { label: string; number: string }[] = []
  const labels = desk.of('phoneLabel')
  const columns = [...desk.of('phone'), ...desk.of('mobile')].sort((one, other) => one.column - other.column)
  for (const cell of columns) {
    if (isNothing(cell.text)) continue
    const mobileColumn = desk.of('mobile').includes(cell)
    for (const written of phonesIn(cell.text)) {
      const number = keptPhone(written, country)
      if (number.length > 60) desk.refuse('tooLong', cell, `${number.length} > 60`)
      else if (phones.length >= 20) desk.refuse('tooMany', cell, String(phones.length))
      else if (!phones.some((phone) => phone.number === number)) {
        if (!number.startsWith('+')) desk.warn('phoneUnread', cell, written)
        // Our own lists say by an empty label that there is none.
        const told = desk.columns.has('phoneLabel') && /^(telephone|phone)( \d+)?$/.test(fold(cell.header))
        const label =
          labelAt(desk, labels, cell) ||
          (told ? '' : mobileNumber(number, mobileColumn) ? 'mobile' : homeOrWork(cell.header))
        phones.push({ label, number })
      }
    }
  }
  return phones
}

/** The addresses of a row: most lists have one, our own may have several. */
export function addressesOf(desk: Desk, context: DraftContext) {
  const most = Math.max(1, ...desk.addressRanks)
  const ranks = most === 1 ? [] : Array.from({ length: most }, (_, at) => at + 1)
  const found =
    ranks.length === 0 ? [addressOf(desk, context)] : ranks.map((rank) => addressOf(ofRank(desk, rank), context, rank))
  return found.filter((address) => address !== undefined)
}

function ofRank(desk: Desk, rank: number): Desk {
  const of: Desk['of'] = (target) => desk.of(target).filter(({ column }) => (desk.addressRanks[column] ?? 1) === rank)
  return { ...desk, of, one: firstOf(of, desk.refuse) }
}

function addressOf(desk: Desk, context: DraftContext, rank = 1) {
  const whole = desk.of('fullAddress')[0]
  // What the parts say is not taken out of the whole once more.
  const told = desk.of('city').length > 0 || desk.of('postcode').length > 0
  const apart = whole === undefined || told ? undefined : addressIn(whole.text, context.country)
  const lines = desk
    .of('street')
    .flatMap((cell) => cell.text.split('\n'))
    .map(bare)
    .filter((line) => line !== '')
  const split = lines.length > 1 ? streetLines(lines) : { street: lines[0] ?? '', complement: '', locality: '' }
  const countryCell = desk.of('country')[0]
  const country = countryCell === undefined ? (apart?.country ?? '') : (knownCountry(countryCell.text) ?? '')
  if (countryCell !== undefined && country === '' && !isNothing(countryCell.text)) {
    desk.warn('unknownCountry', countryCell)
    keepAside(desk, countryCell)
  }
  if (apart !== undefined && apart.override !== '' && whole !== undefined) desk.warn('addressWhole', whole)
  const place = desk.places.get(rank)
  const label = ownLabel(desk, desk.one('addressLabel', 40))
  const kind = place ?? (label === 'work' ? 'work' : blankAddress.kind)
  const complements = desk.of('complement').map(({ text }) => bare(text))
  const address = {
    ...blankAddress,
    label: label === 'home' || label === 'work' ? '' : label,
    complement:
      joinedWords(complements.filter((text) => text !== '').join(', '), split.complement) || (apart?.complement ?? ''),
    street: split.street || (apart?.street ?? ''),
    locality: joinedWords(bare(desk.one('locality', 200)), split.locality) || (apart?.locality ?? ''),
    postcode: bare(desk.one('postcode', 20)) || (apart?.postcode ?? ''),
    city: bare(desk.one('city', 100)) || (apart?.city ?? ''),
    region: desk.one('region', 100) || (apart?.region ?? ''),
    country,
    override: desk.one('addressLines', 1000) || (apart?.override ?? ''),
    ...factsOf(desk, kind),
  }
  for (const [part, most] of [
    ['street', 200],
    ['complement', 200],
    ['locality', 200],
    ['override', 1000],
  ] as const)
    if (address[part].length > most)
      desk.refuse(
        'tooLong',
        desk.of('street')[0] ?? whole ?? desk.of('complement')[0],
        `${address[part].length} > ${most}`,
      )
  const words = ['complement', 'street', 'locality', 'postcode', 'city', 'region', 'override'] as const
  if (words.every((part) => address[part] === '')) {
    // A country alone is no address: it stays under its own header.
    if (country !== '' && countryCell !== undefined) keepAside(desk, countryCell)
    return undefined
  }
  return { ...address, postcode: paddedPostcode(desk, address.postcode, country || context.country) }
}

/** A part of an address without the signs that databases put where there is nothing: `_Mamoudzou`, `B.P. 12_`, `_`. */
const bare = (text: string): string => text.replace(/^[_\s]+|[_\s]+$/g, '')

/** What an address is and when it is lived at, as our own lists say. */
function factsOf(desk: Desk, guessed: (typeof blankAddress)['kind']) {
  const [kindCell, fromCell, untilCell] = (['addressKind', 'addressSeasonFrom', 'addressSeasonUntil'] as const).map(
    (target) => desk.of(target)[0],
  )
  const season = (cell: Cell | undefined): string => {
    if (cell === undefined || /^((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/.test(cell.text)) return cell?.text ?? ''
    desk.warn('dayUnread', cell)
    keepAside(desk, cell)
    return ''
  }
  const kind = kindCell === undefined ? guessed : keyOfWord(addressKindWords, kindCell.text)
  if (kindCell !== undefined && kind === undefined) keepAside(desk, kindCell)
  return {
    kind: kind ?? guessed,
    since: dayOf(desk, desk.of('addressSince')[0]),
    until: dayOf(desk, desk.of('addressUntil')[0]),
    seasonFrom: season(fromCell),
    seasonUntil: season(untilCell),
    returned: dayOf(desk, desk.of('addressReturned')[0], true),
  }
}

const countries = new Map<string, string | undefined>()
/** A list names few countries, and each many times. */
function knownCountry(written: string): string | undefined {
  if (!countries.has(written)) {
    if (countries.size > 5000) countries.clear()
    countries.set(written, countryCode(written))
  }
  return countries.get(written)
}

const joinedWords = (one: string, other: string): string => [one, other].filter((word) => word !== '').join(', ')

/** A spreadsheet that took the postcode for a number lost its zero: 01000 became 1000. */
function paddedPostcode(desk: Desk, postcode: string, country: string): string {
  if (country !== 'FR' || !/^\d{4}$/.test(postcode)) return postcode
  desk.warn('postcodePadded', desk.of('postcode')[0], postcode)
  return `0${postcode}`
}
