/** Lays contacts out as a table: which columns there are, and what stands in each. */
import type { Contact, GroupKind } from '../people/people.requests.ts'
import { groupKinds } from '../people/people.requests.ts'
import { type ExportColumn, exportColumns } from './exchange.requests.ts'
import { columnWords, groupKindWords, kindWords, type PlainColumn, repeatedWords, statusWords } from './export-words.ts'

/** One column of the table going out. `kind` says how a spreadsheet must take it: text by far, a day, a number. */
export type SheetColumn = {
  readonly header: string
  readonly kind: 'text' | 'day' | 'number'
  readonly cell: (contact: Contact) => string
}

type Language = 'fr' | 'en'

/** Columns a list keeps even when they are empty throughout: without them it could not be filled in and brought back. */
const ALWAYS: ReadonlySet<ExportColumn> = new Set(['kind', 'firstName', 'lastName', 'status', 'emails', 'phones'])

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/**
 * The columns of these contacts, in the order asked for.
 *
 * @param wanted the columns chosen; empty: every column that holds something in at least one contact
 */
export function sheetColumns(
  contacts: readonly Contact[],
  wanted: readonly ExportColumn[],
  language: Language,
): readonly SheetColumn[] {
  const chosen = wanted.length > 0 ? wanted : exportColumns
  return chosen.flatMap((column) => {
    const spread = spreadColumn(column, contacts, language)
    if (wanted.length > 0 || ALWAYS.has(column)) return spread
    return spread.filter(({ cell }) => contacts.some((contact) => cell(contact) !== ''))
  })
}

function spreadColumn(column: ExportColumn, contacts: readonly Contact[], language: Language): readonly SheetColumn[] {
  const words = repeatedWords[language]
  switch (column) {
    case 'emails':
      return labelledColumns(contacts, words.email, (contact) =>
        contact.emails.map(({ label, address }) => ({ label, text: address })),
      )
    case 'phones':
      return labelledColumns(
        contacts,
        words.phone,
        (contact) => contact.phones.map(({ label, number }) => ({ label, text: number })),
        { mobile: words.mobile },
      )
    case 'groups':
      return groupKinds.flatMap((kind) => groupColumns(kind, contacts, language))
    case 'extras':
      return extraColumns(contacts)
    case 'joined':
      return [{ header: columnWords[language].joined, kind: 'number', cell: (contact) => contact.joined }]
    default: {
      const cell = plainCells(language)[column]
      return [{ header: columnWords[language][column], kind: 'text', cell }]
    }
  }
}

type Labelled = { readonly label: string; readonly text: string }

/**
 * A column for each label, `E-mail`, `E-mail (travail)`, as often as one contact bears it: `E-mail 2`.
 *
 * @param ownHeaders labels that have a header of their own
 */
function labelledColumns(
  contacts: readonly Contact[],
  header: string,
  read: (contact: Contact) => readonly Labelled[],
  ownHeaders: Readonly<Record<string, string>> = {},
): readonly SheetColumn[] {
  const times = new Map([['', 1]])
  for (const contact of contacts) {
    const here = new Map<string, number>()
    for (const { label } of read(contact)) here.set(label, (here.get(label) ?? 0) + 1)
    for (const [label, count] of here) times.set(label, Math.max(times.get(label) ?? 0, count))
  }
  return [...times].flatMap(([label, count]) => {
    const own = ownHeaders[label] ?? (label === '' ? header : `${header} (${label})`)
    return Array.from({ length: count }, (_, at) => ({
      header: numbered(own, at),
      kind: 'text' as const,
      cell: (contact: Contact) => read(contact).filter((each) => each.label === label)[at]?.text ?? '',
    }))
  })
}

function groupColumns(kind: GroupKind, contacts: readonly Contact[], language: Language): readonly SheetColumn[] {
  const ofKind = (contact: Contact) => contact.groups.filter((group) => group.kind === kind)
  const times = most(contacts, (contact) => ofKind(contact).length)
  // A list without any group still shows where one would be written.
  return Array.from({ length: kind === 'house' ? Math.max(1, times) : times }, (_, at) => ({
    header: numbered(groupKindWords[language][kind], at),
    kind: 'text' as const,
    cell: (contact: Contact) => ofKind(contact)[at]?.name ?? '',
  }))
}

/** The association's own columns. One that holds nothing but days goes out as days. */
function extraColumns(contacts: readonly Contact[]): readonly SheetColumn[] {
  const onlyDays = new Map<string, boolean>()
  for (const contact of contacts)
    for (const { name, value } of contact.extras)
      onlyDays.set(name, (onlyDays.get(name) ?? true) && (value === '' || DAY.test(value)))
  return [...onlyDays].map(([name, days]) => ({
    header: name,
    kind: days ? 'day' : 'text',
    cell: (contact) => contact.extras.find((extra) => extra.name === name)?.value ?? '',
  }))
}

type Cell = (contact: Contact) => string
type Person = Extract<Contact, { readonly kind: 'person' }>
type Address = Contact['addresses'][number]

const ofPerson =
  (read: (person: Person) => string): Cell =>
  (contact) =>
    contact.kind === 'person' ? read(contact) : ''

const ofAddress =
  (read: (address: Address) => string): Cell =>
  ({ addresses: [first] }) =>
    first === undefined ? '' : read(first)

const countries = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

const plainCells = (language: Language): Readonly<Record<PlainColumn, Cell>> => cells[language]

const cellsIn = (language: Language): Readonly<Record<PlainColumn, Cell>> => ({
  memberNumber: (contact) => contact.memberNumber,
  kind: (contact) => kindWords[language][contact.kind],
  civility: ofPerson((person) => person.civility),
  title: ofPerson((person) => person.title),
  firstName: ofPerson((person) => person.firstName),
  otherNames: ofPerson((person) => person.otherNames),
  particle: ofPerson((person) => person.particle),
  lastName: ofPerson((person) => person.lastName),
  birthName: ofPerson((person) => person.birthName),
  studiedName: ofPerson((person) => person.studiedName),
  nobility: ofPerson((person) => person.nobility),
  honours: ofPerson((person) => person.honours),
  suffix: ofPerson((person) => person.suffix),
  organisation: (contact) => (contact.kind === 'organisation' ? contact.name : ''),
  originalName: (contact) => contact.originalName,
  status: (contact) => statusWords[language][contact.status],
  category: (contact) => contact.category,
  joined: (contact) => contact.joined,
  profession: (contact) => contact.profession,
  complement: ofAddress((address) => address.complement),
  street: ofAddress((address) => address.street),
  locality: ofAddress((address) => address.locality),
  postcode: ofAddress((address) => address.postcode),
  city: ofAddress((address) => address.city),
  region: ofAddress((address) => address.region),
  country: ofAddress(({ country }) => (country === '' ? '' : (countries[language].of(country) ?? country))),
  notes: (contact) => contact.notes,
})

const cells = { fr: cellsIn('fr'), en: cellsIn('en') }

const numbered = (header: string, at: number): string => (at === 0 ? header : `${header} ${at + 1}`)

function most(contacts: readonly Contact[], count: (contact: Contact) => number): number {
  let most = 0
  for (const contact of contacts) most = Math.max(most, count(contact))
  return most
}
