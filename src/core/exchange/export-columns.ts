/** Lays contacts out as a table: which columns there are, and what stands in each. */
import { duesHeadings, duesStateWords } from '../dues/dues-list.rules.ts'
import type { DuesOut } from '../dues/going-out.ts'
import { countryName } from '../people/country.rules.ts'
import { fieldWords } from '../people/field.rules.ts'
import type { Contact, GroupKind, SupportInput } from '../people/people.requests.ts'
import { groupKinds } from '../people/people.requests.ts'
import { formatPhone, keptPhone } from '../people/phone.rules.ts'
import { placesOfAddress } from './address-columns.ts'
import { type ExportColumn, exportColumns } from './export.requests.ts'
import {
  columnWords,
  groupDayWords,
  groupKindWords,
  kindWords,
  type PlainColumn,
  repeatedWords,
  statusWords,
} from './export-words.ts'
import { addressKindWords, supportSubjectWords, supportWayWords } from './kind-words.ts'
import {
  aliasesCell,
  cellOf,
  honoursCell,
  mandateColumns,
  mandateTargets,
  repeatedHeader,
  stayColumns,
  stayTargets,
  supportColumns,
  supportTargets,
} from './life-cells.ts'

/** One column of the table going out. `kind` says how a spreadsheet must take it: text by far, a day, a number, an amount (`35.50`). */
export type SheetColumn = {
  readonly header: string
  readonly kind: 'text' | 'day' | 'number' | 'amount'
  readonly cell: (contact: ListedContact) => string
}

type Language = 'fr' | 'en'

/** A contact of a list, with its dues when the list has them. */
export type ListedContact = Contact & { readonly dues?: readonly DuesOut[] }

/** Columns a list keeps even when they are empty throughout: without them it could not be filled in and brought back. */
const ALWAYS: ReadonlySet<ExportColumn> = new Set(['kind', 'firstName', 'lastName', 'status', 'emails', 'phones'])

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/**
 * The columns of these contacts, in the order asked for.
 *
 * @param wanted the columns chosen; empty: every column that holds something in at least one contact
 */
export function sheetColumns(
  contacts: readonly ListedContact[],
  wanted: readonly ExportColumn[],
  language: Language,
): readonly SheetColumn[] {
  const chosen = wanted.length > 0 ? wanted : exportColumns
  const ofAddresses = chosen.filter(isOfAddress)
  const phones = phoneWriter(language)
  const used = ({ cell }: SheetColumn) => contacts.some((contact) => cell(contact) !== '')
  return chosen.flatMap((column) => {
    const spread = spreadColumn(column, contacts, language, phones)
    // A second address stands whole after the first.
    const later = column === ofAddresses.at(-1) ? laterAddresses(ofAddresses, contacts, language, used) : []
    return [...(wanted.length > 0 || ALWAYS.has(column) ? spread : spread.filter(used)), ...later]
  })
}

/**
 * Writes a telephone in its international form, which says the same wherever its bearer lives and whoever reads the
 * list. One that would not come back as it is kept goes out as it is kept.
 */
function phoneWriter(language: Language): (number: string) => string {
  const written = new Map<string, string>()
  return (number) => {
    if (!number.startsWith('+')) return number
    const known = written.get(number)
    if (known !== undefined) return known
    // Most are French, and the library is ten times slower.
    const french = /^\+33([1-9])(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number)
    const shown =
      french === null ? formatPhone(number, '', language).replaceAll('\u202f', ' ') : `+33 ${french.slice(1).join(' ')}`
    const back = french === null ? keptPhone(shown, '') : keptPhone(`0${french.slice(1).join('')}`, 'FR')
    const safe = back === number ? shown : number
    written.set(number, safe)
    return safe
  }
}

function spreadColumn(
  column: ExportColumn,
  contacts: readonly ListedContact[],
  language: Language,
  phone: (number: string) => string,
): readonly SheetColumn[] {
  const words = repeatedWords[language]
  switch (column) {
    case 'emails':
      return labelledColumns(contacts, { value: words.email, label: words.emailLabel }, ({ emails }) =>
        emails.map(({ label, address }) => ({ label, value: address })),
      )
    case 'phones':
      return labelledColumns(contacts, { value: words.phone, label: words.phoneLabel }, ({ phones }) =>
        phones.map(({ label, number }) => ({ label, value: phone(number) })),
      )
    case 'groups':
      return groupKinds.flatMap((kind) => groupColumns(kind, contacts, language))
    case 'extras':
      return extraColumns(contacts)
    case 'supports':
      return severalColumns(contacts, supportTargets, language, ({ supports }, at) => {
        const support = supports[at]
        return support && ((target) => supportCell(support, target, language))
      })
    case 'stays':
      return severalColumns(contacts, stayTargets, language, (contact, at) => {
        const stay = contact.kind === 'person' ? contact.stays[at] : undefined
        return stay && ((target) => stay[stayColumns[target]])
      })
    case 'mandates':
      return severalColumns(contacts, mandateTargets, language, ({ mandates }, at) => {
        const mandate = mandates[at]
        return mandate && ((target) => mandate[mandateColumns[target]])
      })
    case 'dues':
      return duesColumns(contacts, language)
    case 'born':
    case 'died':
    case 'left':
    case 'confirmed':
      return [dayColumn(columnWords[language][column], contacts, plainCells(language)[column])]
    case 'joined':
      return [{ header: columnWords[language].joined, kind: 'number', cell: (contact) => contact.joined }]
    default: {
      const cell = plainCells(language)[column]
      return [{ header: columnWords[language][column], kind: 'text', cell }]
    }
  }
}

/** Of each year in which something was asked or paid: the state, what was owed, what was paid and when. */
function duesColumns(contacts: readonly ListedContact[], language: Language): readonly SheetColumn[] {
  const headings = duesHeadings[language]
  const years = inCommonOrder(contacts.map(({ dues = [] }) => dues.map(({ year }) => year)))
  const amount = (cents: number | undefined) => (cents === undefined ? '' : (cents / 100).toFixed(2))
  return years.flatMap((year) => {
    const of = (read: (due: DuesOut) => string) => (contact: ListedContact) => {
      const due = contact.dues?.find((one) => one.year === year)
      return due === undefined ? '' : read(due)
    }
    const columns: readonly SheetColumn[] = [
      {
        header: headings.state(year),
        kind: 'text',
        cell: of(({ state }) => (state === '' ? '' : duesStateWords[language][state])),
      },
      { header: headings.owed(year), kind: 'amount', cell: of(({ owed }) => amount(owed)) },
      { header: headings.paid(year), kind: 'amount', cell: of(({ paid }) => (paid === 0 ? '' : amount(paid))) },
      dayColumn(
        headings.day(year),
        contacts,
        of(({ day }) => day),
      ),
    ]
    return columns.filter(({ cell }) => contacts.some((contact) => cell(contact) !== ''))
  })
}

type Labelled = { readonly value: string; readonly label: string }

/** `E-mail`, `E-mail 2`… each followed by a column for its label where one is used. */
function labelledColumns(
  contacts: readonly ListedContact[],
  headers: Labelled,
  read: (contact: ListedContact) => readonly Labelled[],
): readonly SheetColumn[] {
  const times = Math.max(
    1,
    most(contacts, (contact) => read(contact).length),
  )
  return Array.from({ length: times }, (_, at) => {
    const column = (part: 'value' | 'label'): SheetColumn => ({
      header: numbered(headers[part], at),
      kind: 'text',
      cell: (contact) => read(contact)[at]?.[part] ?? '',
    })
    const label = column('label')
    return contacts.some((contact) => label.cell(contact) !== '') ? [column('value'), label] : [column('value')]
  }).flat()
}

function groupColumns(kind: GroupKind, contacts: readonly ListedContact[], language: Language): readonly SheetColumn[] {
  const ofKind = (contact: ListedContact) => contact.groups.filter((group) => group.kind === kind)
  const times = most(contacts, (contact) => ofKind(contact).length)
  // A list without any group still shows where one would be written.
  const word = groupKindWords[language][kind]
  return Array.from({ length: kind === 'house' ? Math.max(1, times) : times }, (_, at) => {
    const column = (header: string, part: 'name' | 'since' | 'until'): SheetColumn => ({
      header: numbered(header, at),
      kind: 'text',
      cell: (contact) => ofKind(contact)[at]?.[part] ?? '',
    })
    const days = (['since', 'until'] as const)
      .map((part) => column(groupDayWords[language][part](word), part))
      .filter(({ cell }) => contacts.some((contact) => cell(contact) !== ''))
    return [column(word, 'name'), ...days]
  }).flat()
}

/** Days go out as days when all of them are whole; else as texts, which say what is known. */
function dayColumn(header: string, contacts: readonly ListedContact[], cell: SheetColumn['cell']): SheetColumn {
  const whole = contacts.every((contact) => cell(contact) === '' || DAY.test(cell(contact)))
  return { header, kind: whole ? 'day' : 'text', cell }
}

/** `Séjour`, `Séjour depuis`, `Chambre`, then `Séjour 2`…: as many as anybody has, of each the columns that are used. */
function severalColumns<Target extends keyof (typeof fieldWords)['fr']>(
  contacts: readonly ListedContact[],
  targets: readonly Target[],
  language: Language,
  read: (contact: ListedContact, at: number) => ((target: Target) => string) | undefined,
): readonly SheetColumn[] {
  const columns: SheetColumn[] = []
  for (let at = 0; contacts.some((contact) => read(contact, at) !== undefined); at++) {
    for (const target of targets) {
      const cell = (contact: ListedContact) => read(contact, at)?.(target) ?? ''
      if (contacts.some((contact) => cell(contact) !== ''))
        columns.push({ header: numbered(fieldWords[language][target], at), kind: 'text', cell })
    }
  }
  return columns
}

/**
 * The association's own columns, in the order the records have them: `Visite`, then `Visite · 2` where one is filled
 * several times. One that holds nothing but days goes out as days.
 */
function extraColumns(contacts: readonly ListedContact[]): readonly SheetColumn[] {
  const headerOf = ({ name, occurrence }: Contact['extras'][number]) => repeatedHeader(name, occurrence)
  const onlyDays = new Map<string, boolean>()
  for (const contact of contacts)
    for (const extra of contact.extras)
      onlyDays.set(
        headerOf(extra),
        (onlyDays.get(headerOf(extra)) ?? true) && (extra.value === '' || DAY.test(extra.value)),
      )
  return inCommonOrder(contacts.map(({ extras }) => extras.map(headerOf))).map((header) => ({
    header,
    kind: onlyDays.get(header) ? 'day' : 'text',
    cell: (contact) => contact.extras.find((extra) => headerOf(extra) === header)?.value ?? '',
  }))
}

/**
 * All the words of some lists in one order that agrees with the order of each: `A C` and `B C` give `A B C`. Words no
 * list sets in order go by first appearance, and so do, at the end, those of lists that contradict each other.
 */
export function inCommonOrder(lists: readonly (readonly string[])[]): readonly string[] {
  const before = new Map<string, Set<string>>()
  for (const list of lists)
    for (const [at, word] of list.entries()) {
      const earlier = before.get(word) ?? new Set()
      before.set(word, earlier)
      const previous = list[at - 1]
      if (previous !== undefined && previous !== word) earlier.add(previous)
    }
  const ordered = new Set<string>()
  while (ordered.size < before.size) {
    const waiting = [...before.keys()].filter((word) => !ordered.has(word))
    const ready = waiting.find((word) => [...(before.get(word) ?? [])].every((earlier) => ordered.has(earlier)))
    ordered.add(ready ?? (waiting[0] as string))
  }
  return [...ordered]
}

type Cell = (contact: ListedContact) => string
type Person = Extract<Contact, { readonly kind: 'person' }>
type Address = Contact['addresses'][number]

const ofPerson =
  (read: (person: Person) => string): Cell =>
  (contact) =>
    contact.kind === 'person' ? read(contact) : ''

const addressCells = (language: Language) =>
  ({
    addressLabel: (address) => address.label,
    complement: (address) => address.complement,
    street: (address) => address.street,
    locality: (address) => address.locality,
    postcode: (address) => address.postcode,
    city: (address) => address.city,
    region: (address) => address.region,
    country: ({ country }) => countryName(country, language),
    addressLines: (address) => address.override,
    // Most are homes: only a list where one is not says so of each.
    addressKind: ({ kind }) => (kind === 'home' ? '' : addressKindWords[language][kind]),
    addressSince: ({ since }) => since,
    addressUntil: ({ until }) => until,
    addressSeasonFrom: ({ seasonFrom }) => seasonFrom,
    addressSeasonUntil: ({ seasonUntil }) => seasonUntil,
    addressReturned: ({ returned }) => returned,
  }) satisfies Partial<Record<ExportColumn, (address: Address) => string>>
type AddressColumn = keyof ReturnType<typeof addressCells>

const inAddress = { fr: addressCells('fr'), en: addressCells('en') }
const isOfAddress = (column: ExportColumn): column is AddressColumn => column in inAddress.fr

const ofAddress =
  (at: number, read: (address: Address) => string): Cell =>
  ({ addresses }) => {
    const address = addresses[at]
    return address === undefined ? '' : read(address)
  }

/**
 * The columns of the second address and of those after it that hold something, each address whole. One always has a
 * column that says where it is, even empty: without it `Voie 2` would be read as a second line of the first.
 */
function laterAddresses(
  columns: readonly AddressColumn[],
  contacts: readonly ListedContact[],
  language: Language,
  used: (column: SheetColumn) => boolean,
): readonly SheetColumn[] {
  const later = Math.max(0, most(contacts, ({ addresses }) => addresses.length) - 1)
  const withCity = columns.includes('city') ? columns : [...columns, 'city' as const]
  return Array.from({ length: later }, (_, at) => {
    const all = withCity.map((column) => ({
      column,
      header: numbered(columnWords[language][column], at + 1),
      kind: 'text' as const,
      cell: ofAddress(at + 1, inAddress[language][column]),
    }))
    const filled = all.filter((one) => columns.includes(one.column) && used(one))
    const placed = filled.length === 0 || filled.some(({ column }) => placesOfAddress.has(column))
    return all.filter((one) => filled.includes(one) || (!placed && one.column === 'city'))
  }).flat()
}

function supportCell(support: SupportInput, target: keyof typeof supportColumns, language: Language): string {
  if (target === 'supportWay') return supportWayWords[language][support.way]
  if (target === 'supportSubject') return supportSubjectWords[language][support.subject]
  if (target === 'supportLanguages') return support.languages.join(', ')
  return support[supportColumns[target]]
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
  honours: (contact) => honoursCell(contact.honours),
  suffix: ofPerson((person) => person.suffix),
  organisation: (contact) => (contact.kind === 'organisation' ? contact.name : ''),
  acronym: (contact) => (contact.kind === 'organisation' ? contact.acronym : ''),
  originalName: (contact) => contact.originalName,
  status: (contact) => statusWords[language][contact.status],
  category: (contact) => contact.category,
  joined: (contact) => contact.joined,
  profession: (contact) => contact.profession,
  sortOverride: (contact) => contact.sortOverride,
  addressLabel: ofAddress(0, inAddress[language].addressLabel),
  complement: ofAddress(0, inAddress[language].complement),
  street: ofAddress(0, inAddress[language].street),
  locality: ofAddress(0, inAddress[language].locality),
  postcode: ofAddress(0, inAddress[language].postcode),
  city: ofAddress(0, inAddress[language].city),
  region: ofAddress(0, inAddress[language].region),
  country: ofAddress(0, inAddress[language].country),
  addressLines: ofAddress(0, inAddress[language].addressLines),
  addressKind: ofAddress(0, inAddress[language].addressKind),
  addressSince: ofAddress(0, inAddress[language].addressSince),
  addressUntil: ofAddress(0, inAddress[language].addressUntil),
  addressSeasonFrom: ofAddress(0, inAddress[language].addressSeasonFrom),
  addressSeasonUntil: ofAddress(0, inAddress[language].addressSeasonUntil),
  addressReturned: ofAddress(0, inAddress[language].addressReturned),
  notes: (contact) => contact.notes,
  aliases: (contact) => aliasesCell(contact.aliases, language),
  pronoun: ofPerson((person) => person.pronoun),
  born: ofPerson((person) => person.born),
  birthPlace: ofPerson((person) => person.birthPlace),
  died: ofPerson((person) => person.died),
  languages: (contact) => contact.languages.join(', '),
  tags: (contact) => cellOf(contact.tags),
  left: (contact) => contact.left,
  confirmed: (contact) => contact.confirmed,
})

const cells = { fr: cellsIn('fr'), en: cellsIn('en') }

const numbered = (header: string, at: number): string => (at === 0 ? header : `${header} ${at + 1}`)

function most(contacts: readonly ListedContact[], count: (contact: ListedContact) => number): number {
  let most = 0
  for (const contact of contacts) most = Math.max(most, count(contact))
  return most
}
