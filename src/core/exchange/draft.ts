/** Turns a row of a list into a contact, or says why not. Pure, and run on the reader's thread. */
import { cleanLine, cleanLines, fold } from '../kit/text.ts'
import { countryCode } from '../people/country.rules.ts'
import { leadingParticle } from '../people/name.rules.ts'
import { splitName } from '../people/name-split.rules.ts'
import type { ContactInput, ContactStatus } from '../people/people.requests.ts'
import { isMobile, keptPhone, phonesIn } from '../people/phone.rules.ts'
import { addressIn, emailsIn, groupsIn, isNothing, plausibleEmail, streetLines, yearIn } from './cells.ts'
import type { ColumnTarget, LineWarning } from './exchange.requests.ts'
import { unguarded } from './export-guard.ts'
import { nameKey } from './matching.ts'
import { groupKindOfHeader, kindOfWord, statusOfWord } from './value-words.ts'

export type DraftContext = {
  /** ISO country the association posts from: it reads phones and postcodes that say nothing of theirs. */
  readonly country: string
  /** Whether a column of the list holds names: a forename alone is then a name like another. */
  readonly named: boolean
  /** Cells may carry the guard this program puts before formulas in CSV. */
  readonly guarded: boolean
}

export type DraftRow = {
  readonly line: number
  /** The contact as JSON text, which travels and waits cheaply; absent when the row is refused. */
  readonly contact?: string
  /** What the contact is found by: see `nameKey`. */
  readonly key: string
  readonly memberNumber: string
  /** In small letters. */
  readonly emails: readonly string[]
  /** The name to show, whatever happens to the row. */
  readonly name: string
  /** Whether the file said the status: a default never changes an existing contact. */
  readonly statusGiven: boolean
  readonly problems: readonly LineWarning[]
}

type Cell = { readonly text: string; readonly header: string; readonly column: number }
type MailLinks = readonly { readonly column: number; readonly address: string }[]

/** A row read under way: its cells by target, and what was found to say about them. */
type Desk = {
  readonly line: number
  readonly of: (target: ColumnTarget) => readonly Cell[]
  /** The targets the file has columns for, filled in this row or not. */
  readonly columns: ReadonlySet<ColumnTarget>
  readonly one: (target: ColumnTarget, most: number) => string
  readonly warn: (code: string, cell: Cell | undefined, text?: string) => void
  readonly refuse: (code: string, cell: Cell | undefined, text?: string) => void
  readonly extras: { name: string; value: string }[]
  readonly links: MailLinks
}

/** Makes the function that reads the rows of one file. */
export function drafter(
  headers: readonly string[],
  mapping: readonly ColumnTarget[],
  context: DraftContext,
): (row: { readonly line: number; readonly cells: readonly string[]; readonly links?: MailLinks }) => DraftRow {
  const columns: ReadonlySet<ColumnTarget> = new Set(mapping)
  return (row) => {
    const problems: LineWarning[] = []
    let refused = false
    const cells = new Map<ColumnTarget, Cell[]>()
    let repeats = 0
    let filled = 0
    for (let column = 0; column < row.cells.length; column += 1) {
      const target = mapping[column] ?? 'extra'
      const written = row.cells[column] as string
      if (written === '') continue
      const open = context.guarded && written.startsWith("'") ? unguarded(written) : written
      const text = severalLines.has(target) ? cleanLines(open) : cleanLine(open)
      if (text === '') continue
      filled += 1
      if (text === headers[column]) repeats += 1
      const cell = { text, header: headers[column] ?? `${column + 1}`, column }
      const known = cells.get(target)
      if (known === undefined) cells.set(target, [cell])
      else known.push(cell)
    }
    const say = (code: string, cell: Cell | undefined, text: string) => {
      if (problems.length < 20)
        problems.push({
          line: row.line,
          ...(cell === undefined ? {} : { column: cell.header }),
          code,
          text: text.slice(0, 120),
        })
    }
    const desk: Desk = {
      line: row.line,
      of: (target) => cells.get(target) ?? [],
      columns,
      one: (target, most) => {
        const cell = cells.get(target)?.[0]
        if (cell === undefined) return ''
        if (cell.text.length > most) desk.refuse('tooLong', cell, `${cell.text.length} > ${most}`)
        return cell.text.slice(0, most)
      },
      warn: (code, cell, text = cell?.text ?? '') => say(code, cell, text),
      refuse: (code, cell, text = cell?.text ?? '') => {
        refused = true
        say(code, cell, text)
      },
      extras: [],
      links: row.links ?? [],
    }
    if (filled >= 2 && repeats === filled) desk.refuse('repeatedHeader', undefined, '')
    const { contact, name, statusGiven } = contactOf(desk, context)
    if (refused) return { line: row.line, key: '', memberNumber: '', emails: [], name, statusGiven, problems }
    return {
      line: row.line,
      contact: JSON.stringify(contact),
      key: nameKey(contact),
      memberNumber: contact.memberNumber,
      emails: contact.emails.map(({ address }) => address.toLowerCase()),
      name,
      statusGiven,
      problems,
    }
  }
}

/** Cells whose line breaks mean something. */
const severalLines: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['notes', 'fullAddress', 'street'])

function contactOf(desk: Desk, context: DraftContext): { contact: ContactInput; name: string; statusGiven: boolean } {
  const names = namesOf(desk)
  const kindCell = desk.of('kind')[0]
  const kind = kindCell === undefined ? undefined : kindOfWord(kindCell.text)
  if (kindCell !== undefined && kind === undefined) keepAside(desk, kindCell)
  const organisation = desk.one('organisation', 200)
  const isPerson = names.lastName !== '' || names.firstName !== ''
  const asOrganisation = kind === 'organisation' || (organisation !== '' && !isPerson)
  const status = statusOf(desk)
  const common = commonParts(desk, context, status)
  if (asOrganisation) {
    const written = [names.firstName, names.particle, names.lastName].filter((part) => part !== '').join(' ')
    const name = organisation || written
    if (organisation !== '' && isPerson) desk.extras.push({ name: 'Contact', value: written })
    if (name === '') desk.refuse('nameMissing', undefined, '')
    return {
      contact: { kind: 'organisation', name, acronym: desk.one('acronym', 40), ...finished(desk, common) },
      name,
      statusGiven: status !== undefined,
    }
  }
  for (const target of ['organisation', 'acronym'] as const) for (const cell of desk.of(target)) keepAside(desk, cell)
  const name = [names.lastName, names.firstName].filter((part) => part !== '').join(' ')
  if (names.lastName === '' && common.originalName === '' && (names.firstName === '' || !context.named))
    desk.refuse('nameMissing', undefined, names.firstName)
  else if (names.lastName === '') desk.warn('lastNameMissing', undefined, names.firstName || common.originalName)
  const person: ContactInput = {
    kind: 'person',
    ...names,
    otherNames: desk.one('otherNames', 200),
    studiedName: desk.one('studiedName', 120),
    nobility: desk.one('nobility', 60),
    honours: desk.one('honours', 200),
    suffix: desk.one('suffix', 30),
    ...finished(desk, common),
  }
  return {
    contact: person,
    name: name || common.originalName || (common.emails[0]?.address ?? ''),
    statusGiven: status !== undefined,
  }
}

function namesOf(desk: Desk) {
  const whole = desk.of('fullName')[0]
  const written = {
    civility: desk.one('civility', 30),
    title: desk.one('title', 60),
    firstName: desk.one('firstName', 100),
    particle: desk.one('particle', 30),
    lastName: desk.one('lastName', 120),
    birthName: desk.one('birthName', 120),
  }
  if (written.lastName === '' && written.firstName === '' && whole !== undefined) splitWhole(desk, whole, written)
  if (written.lastName === '' && written.birthName !== '') {
    written.lastName = written.birthName
    written.birthName = ''
  }
  // A file with a column of particles says by an empty cell that there is none to be taken off.
  if (written.particle === '' && !desk.columns.has('particle')) {
    const { particle, lastName } = leadingParticle(written.lastName)
    if (particle.length <= 30) Object.assign(written, { particle, lastName })
  }
  return written
}

type WrittenNames = Record<'civility' | 'title' | 'firstName' | 'particle' | 'lastName' | 'birthName', string>

function splitWhole(desk: Desk, cell: Cell, written: WrittenNames): void {
  const nameFirst = /^noms?\b.*\bprenoms?\b|^last\b.*\bfirst|^file as/.test(fold(cell.header))
  const split = splitName(nameFirst ? withComma(cell.text) : cell.text)
  if (split.lastName.length > 120 || split.firstName.length > 100)
    desk.refuse('tooLong', cell, String(cell.text.length))
  if (split.doubt === 'couple') desk.warn('couple', cell)
  written.lastName = split.lastName
  written.firstName = split.firstName
  written.particle ||= split.particle
  written.civility ||= split.civility
  written.title ||= split.title
  written.birthName ||= split.birthName
}

/** Under a header that says the name comes first, two plain words are told apart by a comma. */
const withComma = (text: string): string =>
  /^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*$/u.test(text) ? text.replace(' ', ', ') : text

type Status = { readonly status: ContactStatus }

function statusOf(desk: Desk): Status | undefined {
  const cell = desk.of('status')[0]
  if (cell === undefined) return undefined
  const status = statusOfWord(cell.text)
  if (status === undefined) {
    desk.warn('unknownStatus', cell)
    keepAside(desk, cell)
    return undefined
  }
  return { status }
}

/** Keeps a cell nothing else can take under its own header. */
function keepAside(desk: Desk, cell: Cell): void {
  if (cell.text.length > 2000) desk.refuse('tooLong', cell, `${cell.text.length} > 2000`)
  else desk.extras.push({ name: cell.header.slice(0, 80), value: cell.text })
}

function commonParts(desk: Desk, context: DraftContext, status: Status | undefined) {
  const address = addressOf(desk, context)
  return {
    memberNumber: desk.one('memberNumber', 40),
    status: status?.status ?? 'member',
    category: desk.one('category', 80),
    groups: groupsOf(desk),
    joined: joinedOf(desk),
    profession: desk.one('profession', 200),
    originalName: desk.one('originalName', 200),
    sortOverride: '',
    emails: emailsOf(desk),
    phones: phonesOf(desk, address?.country || context.country),
    addresses: address === undefined ? [] : [address],
  }
}

/** Notes and the association's own columns come last, since other columns may have left something for them. */
function finished<Parts extends object>(desk: Desk, parts: Parts) {
  for (const cell of desk.of('extra')) if (!isNothing(cell.text)) keepAside(desk, cell)
  const extras = distinctExtras(desk.extras)
  const kept = extras.slice(0, 60)
  const overflow = extras.slice(60).map(({ name, value }) => `${name} : ${value}`)
  const notes = [...desk.of('notes').map((cell) => cell.text), ...overflow].join('\n')
  if (overflow.length > 0) desk.warn('extrasInNotes', undefined, String(overflow.length))
  if (notes.length > 10_000) desk.refuse('tooLong', desk.of('notes')[0], `${notes.length} > 10000`)
  return { ...parts, notes: notes.slice(0, 10_000), extras: kept }
}

function distinctExtras(extras: readonly { name: string; value: string }[]) {
  const byName = new Map<string, { name: string; value: string }>()
  for (const extra of extras) {
    let name = extra.name
    for (let rank = 2; byName.has(name); rank += 1) name = `${extra.name.slice(0, 75)} (${rank})`
    byName.set(name, { name, value: extra.value })
  }
  return [...byName.values()]
}

function groupsOf(desk: Desk) {
  const groups: { kind: ReturnType<typeof groupKindOfHeader>; name: string }[] = []
  for (const cell of desk.of('group')) {
    const kind = groupKindOfHeader(cell.header)
    const plural = /(s|x)$/.test(fold(cell.header).replace(/ \d+$/, '')) || / membership$/.test(fold(cell.header))
    for (const name of groupsIn(cell.text, plural)) {
      if (name.length > 120 || groups.length >= 20) desk.refuse('tooLong', cell, String(cell.text.length))
      else if (!groups.some((group) => group.kind === kind && fold(group.name) === fold(name)))
        groups.push({ kind, name })
    }
  }
  return groups
}

function joinedOf(desk: Desk): string {
  const cell = desk.of('joined')[0]
  if (cell === undefined || isNothing(cell.text)) return ''
  const found = yearIn(cell.text)
  if (found === undefined) desk.warn('yearUnread', cell)
  // A day says more than the year that is kept: it stays under its own header.
  if (found?.whole !== true) keepAside(desk, cell)
  return found?.year ?? ''
}

/** What a header and the one of its label have in common: `E-mail 2 - Type` and `E-mail 2 - Value`. */
const labelled = (header: string): string =>
  fold(header)
    .replace(/\b(libelle du|libelle de|libelle|label|type|value)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

function labelAt(labels: readonly Cell[], cell: Cell): string {
  if (labels.length === 0) return ''
  const of = labelled(cell.header)
  const label = labels.find(({ header }) => labelled(header) === of)?.text ?? ''
  return label.replace(/^\*\s*/, '').slice(0, 40)
}

function emailsOf(desk: Desk) {
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
    for (const address of written) add(address, cell, labelAt(labels, cell) || homeOrWork(cell.header))
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

/** Eight digits or more and nothing but digits: kept as written without a word, since a number may be of a new range. */
const couldBePhone = (number: string): boolean =>
  /^[+\d\s()./-]+$/.test(number) && number.replace(/\D/g, '').length >= 8

/** France's mobiles are known by two figures; others are looked up. */
const mobileNumber = (number: string): boolean =>
  number.startsWith('+33') ? /^\+33[67]/.test(number) : number.startsWith('+') && isMobile(number)

function phonesOf(desk: Desk, country: string) {
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
        if (!number.startsWith('+') && !couldBePhone(number)) desk.warn('phoneUnread', cell, written)
        const label =
          labelAt(labels, cell) || (mobileColumn || mobileNumber(number) ? 'mobile' : homeOrWork(cell.header))
        phones.push({ label, number })
      }
    }
  }
  return phones
}

function addressOf(desk: Desk, context: DraftContext) {
  const whole = desk.of('fullAddress')[0]
  const apart = whole === undefined ? undefined : addressIn(whole.text)
  const lines = desk
    .of('street')
    .flatMap((cell) => cell.text.split('\n'))
    .filter((line) => line !== '')
  const split = lines.length > 1 ? streetLines(lines) : { street: lines[0] ?? '', complement: '', locality: '' }
  const countryCell = desk.of('country')[0]
  const country = countryCell === undefined ? (apart?.country ?? '') : (knownCountry(countryCell.text) ?? '')
  if (countryCell !== undefined && country === '' && !isNothing(countryCell.text)) {
    desk.warn('unknownCountry', countryCell)
    keepAside(desk, countryCell)
  }
  const address = {
    label: '',
    complement: joinedWords(desk.one('complement', 200), split.complement) || (apart?.complement ?? ''),
    street: split.street || (apart?.street ?? ''),
    locality: joinedWords(desk.one('locality', 200), split.locality) || (apart?.locality ?? ''),
    postcode: desk.one('postcode', 20) || (apart?.postcode ?? ''),
    city: desk.one('city', 100) || (apart?.city ?? ''),
    region: desk.one('region', 100),
    country,
    override: apart?.override ?? '',
  }
  for (const [part, most] of [
    ['street', 200],
    ['complement', 200],
    ['locality', 200],
    ['override', 1000],
  ] as const)
    if (address[part].length > most)
      desk.refuse('tooLong', desk.of('street')[0] ?? whole, `${address[part].length} > ${most}`)
  const { label: _, country: __, ...words } = address
  if (Object.values(words).every((word) => word === '')) {
    // A country alone is no address: it stays under its own header.
    if (country !== '' && countryCell !== undefined) keepAside(desk, countryCell)
    return undefined
  }
  return { ...address, postcode: paddedPostcode(desk, address.postcode, country || context.country) }
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
