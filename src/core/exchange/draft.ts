/** Turns a row of a list into a contact, or says why not. Pure, and run on the reader's thread. */
import type { DueTold } from '../dues/dues-list.rules.ts'
import { cleanLine, cleanLines, fold } from '../kit/text.ts'
import type { ConsentAnswer } from '../people/consents/consents.rules.ts'
import { honoursOf } from '../people/honour.rules.ts'
import {
  blankOrganisation,
  blankPerson,
  type ContactInput,
  type ContactStatus,
  type GroupKind,
  type OrganisationInput,
  type PersonInput,
} from '../people/people.requests.ts'
import { phoneCountryOf } from '../people/people.rules.ts'
import { addressColumns, addressTargets } from './address-columns.ts'
import type { OwnHousehold } from './cards/json-book.ts'
import { groupsIn, isNothing, plausibleEmail, yearIn } from './cells.ts'
import { type Couple, coupleOf, spouseOf, withoutSpouse } from './draft-couple.ts'
import { type Cell, type Desk, type DraftContext, firstOf, keepAside } from './draft-desk.ts'
import { duesReader } from './draft-dues.ts'
import { belongingsOf, dayOf, lifeOf, withoutLife } from './draft-life.ts'
import { isSum, namesOf } from './draft-names.ts'
import { addressesOf, emailsOf, phonesOf } from './draft-ways.ts'
import type { ColumnTarget, LineWarning } from './exchange.requests.ts'
import { formulaLike, unguarded } from './export-guard.ts'
import type { GatheredRow } from './gathering.ts'
import { isNoDay, repeatedIn } from './life-cells.ts'
import { nameKey } from './matching.ts'
import { cellReader, ownColumns, programOf, repeatedColumns } from './programs.ts'
import { columnLetters } from './reading/header.ts'
import { headerRank } from './recognition.ts'
import { groupKindOfHeader, kindOfWord, statusOfWord } from './value-words.ts'
import type { WarningCode } from './warning.rules.ts'

/** One person, or one organisation, that a row names. */
export type DraftPart = {
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
  /** The photo that came with it, and where it waits. */
  readonly photo?: WaitingPhoto
  readonly own?: OwnTies
  /** What the row tells of dues. */
  readonly dues?: readonly DueTold[]
  /** What somebody answered about being published or kept. */
  readonly consents?: readonly ConsentAnswer[]
}

/** What a contact of our own JSON says of others, named by the numbers of their file. */
export type OwnTies = {
  /** What others name it by. */
  readonly ref?: number
  readonly home?: OwnHousehold
  /** Its addresses that the household shares, by their place. */
  readonly shared?: readonly number[]
  /** The people an organisation is reached through: they stand before it. */
  readonly people?: OrganisationInput['representatives']
}

/** A photo on its way in: its bytes wait in a file of the staging, and travel apart. */
export type WaitingPhoto = {
  readonly at: number
  readonly size: number
  readonly sha256: string
  readonly width: number
  readonly height: number
}

export type DraftRow = DraftPart & {
  readonly line: number
  readonly problems: readonly LineWarning[]
  /**
   * Both people, where the row names two; the row itself is then both as one record. `named`: they share what the row
   * says, else the second is told in columns of their own.
   */
  readonly couple?: { readonly named: boolean; readonly people: readonly [DraftPart, DraftPart] }
  /** The line of the same person that has what this one says: nothing is to be written for it. */
  readonly repeats?: number
}

/** Makes the function that reads the rows of one file. */
export function drafter(
  headers: readonly string[],
  mapping: readonly ColumnTarget[],
  context: DraftContext,
): (row: Pick<GatheredRow, 'line' | 'cells' | 'links' | 'more' | 'repeats'>) => DraftRow {
  const program = context.program === undefined ? undefined : programOf(headers, context.program)
  const reader = cellReader(program, headers)
  const own = ownColumns(program, headers)
  const repeated = repeatedColumns(program, headers)
  const columns: ReadonlySet<ColumnTarget> = new Set(mapping)
  const dues = duesReader(headers, program)
  const parts = addressColumns(headers)
  const ranks = parts.map(({ rank }, at) => (addressTargets.has(mapping[at] ?? 'extra') ? rank : 1))
  const places = new Map(parts.flatMap(({ rank, place }) => (place === undefined ? [] : [[rank, place] as const])))
  return (row) => {
    if (row.repeats !== undefined) return repeatOf(row.line, row.repeats)
    const read = reader === undefined ? row.cells : reader(row.cells)
    const switched = own?.(row.cells)
    const problems: LineWarning[] = []
    let refused = false
    const cells = new Map<ColumnTarget, Cell[]>()
    let repeats = 0
    let filled = 0
    const formulas: Cell[] = []
    for (let column = 0; column < read.length; column += 1) {
      const written = read[column] as string
      if (written === '') continue
      // Text beside the table belongs to no column: it is kept in the notes, and the reading said the line.
      const chosen = column < headers.length ? (mapping[column] ?? 'extra') : 'notes'
      const target = chosen === 'extra' ? (switched?.get(column) ?? chosen) : chosen
      const open = context.guarded && written.startsWith("'") ? unguarded(written) : written
      const text = severalLines.has(target) ? cleanLines(open) : cleanLine(open)
      if (text === '') continue
      filled += 1
      if (text === headers[column]) repeats += 1
      const cell = { text, header: headers[column] ?? columnLetters(column), column }
      if (formulaLike(text)) formulas.push(cell)
      const known = cells.get(target)
      if (known === undefined) cells.set(target, [cell])
      else known.push(cell)
    }
    const say = (code: WarningCode, cell: Cell | undefined, text: string) => {
      if (problems.length < 20)
        problems.push({
          line: row.line,
          ...(cell === undefined ? {} : { column: cell.header }),
          code,
          text: text.slice(0, 120),
        })
    }
    const of: Desk['of'] = (target) => cells.get(target) ?? []
    const refuse: Desk['refuse'] = (code, cell, text = cell?.text ?? '') => {
      refused = true
      say(code, cell, text)
    }
    const desk: Desk = {
      line: row.line,
      of,
      columns,
      one: firstOf(of, refuse),
      warn: (code, cell, text = cell?.text ?? '') => say(code, cell, text),
      refuse,
      extras: [],
      addressRanks: ranks,
      places,
      monthFirst: context.monthFirst ?? false,
      program: program?.key,
      ownPayer: switched !== undefined && switched.size > 0,
      links: row.links ?? [],
    }
    for (const cell of formulas) desk.warn('formulaLike', cell)
    if (filled >= 2 && repeats === filled) desk.refuse('repeatedHeader', undefined, '')
    const more = row.more ?? []
    const told = columns.has('due')
      ? dues.read(
          desk,
          read,
          more.map(({ cells }) => cells),
        )
      : []
    const further = furtherExtras(more, repeated?.each, headers, mapping)
    const { contact, name, statusGiven, couple } = contactOf(desk, context, further)
    if (refused) return { line: row.line, key: '', memberNumber: '', emails: [], name, statusGiven, problems }
    const withDues = told.length === 0 ? {} : { dues: told }
    const whole = { line: row.line, ...partOf(contact, name, statusGiven), ...withDues, problems }
    if (couple === undefined) return whole
    const [one, other] = couple.people
    const people = [
      // One pays for both: what was paid is the first one's.
      { ...partOf(one, personName(one), statusGiven), ...withDues },
      partOf(other, personName(other), statusGiven && couple.named),
    ] as const
    // Said twice, a name is one person's.
    if (people[0].key === people[1].key && other.firstName !== '') return whole
    return {
      ...whole,
      problems: problems.filter(({ code }) => code !== 'couple'),
      couple: { named: couple.named, people },
    }
  }
}

const partOf = (contact: ContactInput, name: string, statusGiven: boolean): DraftPart => ({
  contact: JSON.stringify(contact),
  key: nameKey(contact),
  memberNumber: contact.memberNumber,
  emails: contact.emails.map(({ address }) => address.toLowerCase()),
  name,
  statusGiven,
})

const personName = ({ firstName, lastName }: PersonInput): string =>
  [lastName, firstName].filter((part) => part !== '').join(' ')

const repeatOf = (line: number, repeats: number): DraftRow => ({
  line,
  key: '',
  memberNumber: '',
  emails: [],
  name: '',
  statusGiven: false,
  problems: [],
  repeats,
})

type Extra = { readonly name: string; readonly value: string }

/** What the further lines of a person say in the columns that differ, each line under headings of its rank: `Montant (2)`. */
function furtherExtras(
  more: readonly { readonly cells: readonly string[] }[],
  each: ReadonlySet<number> | undefined,
  headers: readonly string[],
  mapping: readonly ColumnTarget[],
): readonly Extra[] {
  return more.flatMap(({ cells }, at) =>
    [...(each ?? [])].flatMap((column) => {
      const value = cleanLine(cells[column] ?? '')
      if (value === '' || isNothing(value) || mapping[column] !== 'extra') return []
      return [{ name: `${(headers[column] as string).slice(0, 74)} (${at + 2})`, value: value.slice(0, 2000) }]
    }),
  )
}

/** Cells whose line breaks mean something. */
const severalLines: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'notes',
  'fullAddress',
  'street',
  'addressLines',
])

type Drafted = { contact: ContactInput; name: string; statusGiven: boolean; couple?: Couple | undefined }

function contactOf(desk: Desk, context: DraftContext, further: readonly Extra[]): Drafted {
  const names = namesOf(desk)
  const kindCell = desk.of('kind')[0]
  const kind = kindCell === undefined ? undefined : kindOfWord(kindCell.text)
  if (kindCell !== undefined && kind === undefined) keepAside(desk, kindCell)
  const organisation = desk.one('organisation', 200)
  const isPerson = names.lastName !== '' || names.firstName !== ''
  const asOrganisation = kind === 'organisation' || (organisation !== '' && !isPerson)
  const status = statusOf(desk)
  const common = commonParts(desk, context, status)
  const [email] = common.emails
  // A list of addresses alone names nobody: each is called by their own, which is said.
  if (!context.named && !asOrganisation && !isPerson && email !== undefined) {
    names.lastName = email.address.slice(0, 120)
    desk.warn('namedByOther', undefined, email.address)
  }
  if (asOrganisation) {
    withoutLife(desk)
    withoutSpouse(desk)
    const written = [names.firstName, names.particle, names.lastName].filter((part) => part !== '').join(' ')
    // A body's name is not taken apart.
    const name = organisation || cleanLine(desk.of('fullName')[0]?.text ?? '').slice(0, 200) || written
    if (organisation !== '' && isPerson) desk.extras.push({ name: 'Contact', value: written })
    if (name === '') desk.refuse('nameMissing', undefined, '')
    return {
      contact: { ...blankOrganisation, name, acronym: desk.one('acronym', 40), ...finished(desk, common, further) },
      name,
      statusGiven: status !== undefined,
    }
  }
  for (const target of ['organisation', 'acronym'] as const) for (const cell of desk.of(target)) keepAside(desk, cell)
  const name = [names.lastName, names.firstName].filter((part) => part !== '').join(' ')
  if (isSum(desk, names)) desk.refuse('nameMissing', undefined, names.lastName)
  else if (names.lastName === '' && common.originalName === '' && (names.firstName === '' || !context.named))
    desk.refuse('nameMissing', undefined, names.firstName)
  else if (names.lastName === '') desk.warn('lastNameMissing', undefined, names.firstName || common.originalName)
  const spouse = spouseOf(desk, context)
  const person: PersonInput = {
    ...blankPerson,
    ...names,
    otherNames: desk.one('otherNames', 200),
    studiedName: desk.one('studiedName', 120),
    nobility: desk.one('nobility', 60),
    suffix: desk.one('suffix', 30),
    ...lifeOf(desk),
    ...finished(desk, common, further),
  }
  return {
    contact: person,
    name: name || common.originalName || (common.emails[0]?.address ?? ''),
    statusGiven: status !== undefined,
    couple: context.couples ? coupleOf(desk, person, spouse) : undefined,
  }
}

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

function commonParts(desk: Desk, context: DraftContext, status: Status | undefined) {
  const addresses = addressesOf(desk, context)
  return {
    memberNumber: desk.one('memberNumber', 40),
    status: status?.status ?? 'member',
    category: desk.one('category', 80),
    groups: groupsOf(desk),
    joined: joinedOf(desk),
    profession: desk.one('profession', 200),
    originalName: desk.one('originalName', 200),
    honours: honoursOf(desk.one('honours', 2000)),
    ...belongingsOf(desk),
    sortOverride: desk.one('sortOverride', 200),
    emails: emailsOf(desk),
    phones: phonesOf(desk, phoneCountryOf(addresses, context.country)),
    addresses,
  }
}

/** Notes and the association's own columns come last, since other columns may have left something for them. */
function finished<Parts extends object>(desk: Desk, parts: Parts, further: readonly Extra[]) {
  for (const cell of desk.of('extra')) if (!isNothing(cell.text) && !isNoDay(cell.text)) keepExtra(desk, cell)
  const extras = distinctExtras([...desk.extras, ...further])
  const kept = extras.slice(0, 60)
  const overflow = extras.slice(60).map(({ name, value }) => `${name} : ${value}`)
  const notes = [...desk.of('notes').map((cell) => cell.text), ...overflow].join('\n')
  if (overflow.length > 0) desk.warn('extrasInNotes', undefined, String(overflow.length))
  if (notes.length > 10_000) desk.refuse('tooLong', desk.of('notes')[0], `${notes.length} > 10000`)
  return { ...parts, notes: notes.slice(0, 10_000), extras: kept }
}

/** Keeps a cell under its own header; somebody else's e-mail that could reach nobody is said. */
function keepExtra(desk: Desk, cell: Cell): void {
  if (/\b(courriel|e mail|email|mail|mel)\b/.test(fold(cell.header)) && /^\S*[.@]\S*$/.test(cell.text))
    if (!plausibleEmail(cell.text)) desk.warn('emailInvalid', cell)
  keepAside(desk, cell)
}

function distinctExtras(extras: readonly { name: string; value: string }[]) {
  const byName = new Map<string, ContactInput['extras'][number]>()
  for (const extra of extras) {
    let header = extra.name
    for (let rank = 2; byName.has(header); rank += 1) header = `${extra.name.slice(0, 75)} (${rank})`
    byName.set(header, { ...repeatedIn(header), value: extra.value })
  }
  return [...byName.values()]
}

function groupsOf(desk: Desk) {
  const groups: ContactInput['groups'] = []
  for (const cell of desk.of('group')) {
    const kind = groupKindOfHeader(cell.header)
    const plural = /(s|x)$/.test(fold(cell.header).replace(/ \d+$/, '')) || / membership$/.test(fold(cell.header))
    for (const name of groupsIn(cell.text, plural)) {
      if (name.length > 120 || groups.length >= 20) desk.refuse('tooLong', cell, String(cell.text.length))
      else if (!groups.some((group) => group.kind === kind && fold(group.name) === fold(name)))
        groups.push({ kind, name, ...groupDaysAt(desk, cell, kind) })
    }
  }
  return groups
}

/** The days that stand beside a group in our own lists: `Section 2` has `Section depuis 2`. */
function groupDaysAt(desk: Desk, { header }: Cell, kind: GroupKind) {
  const rank = headerRank(header)
  const beside = (target: 'groupSince' | 'groupUntil') => {
    const cell = desk
      .of(target)
      .find((one) => groupKindOfHeader(one.header) === kind && headerRank(one.header) === rank)
    return dayOf(desk, cell)
  }
  return { since: beside('groupSince'), until: beside('groupUntil') }
}

function joinedOf(desk: Desk): string {
  const cell = desk.of('joined')[0]
  if (cell === undefined || isNothing(cell.text) || isNoDay(cell.text)) return ''
  const found = yearIn(cell.text)
  if (found === undefined) desk.warn('yearUnread', cell)
  // A day says more than the year that is kept: it stays under its own header.
  if (found?.whole !== true) keepAside(desk, cell)
  return found?.year ?? ''
}
