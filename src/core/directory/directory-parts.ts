/** What each section of an edition says, out of the contacts that are printed and those who died. */
import { fold } from '../kit/text.ts'
import { addressOn } from '../people/address.rules.ts'
import { countryName } from '../people/country.rules.ts'
import { isBefore } from '../people/day.rules.ts'
import { spokenName } from '../people/name.rules.ts'
import type { Contact } from '../people/people.requests.ts'
import type { DirectoryChart, DirectoryIndex, DirectoryItem, DirectorySection, RollPart } from './directory.rules.ts'
import type { Edition } from './directory-model.ts'
import { type EditionWords, editionWords } from './edition-words.ts'
import type { Arrangement, Section, StatisticsChart } from './editions/sections.rules.ts'
import { textBlocks } from './text-blocks.ts'

/** An item of the list with the contact it is of. */
export type Filed = { readonly key: string; readonly contact: Contact; readonly item: DirectoryItem }

/** Somebody who died, with what may be said. */
export type Departed = {
  readonly key: string
  readonly name: string
  readonly houses: readonly string[]
  readonly mandates: Contact['mandates']
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when unknown. */
  readonly died: string
}

/** Bars of a chart before the rest is one bar. */
const MOST_BARS = 14

/** The sections of an edition with all they say; those that would say nothing are left out. */
export function partsOf(
  sections: readonly Section[],
  filed: readonly Filed[],
  departed: readonly Departed[],
  edition: Edition,
): readonly DirectorySection[] {
  const words = editionWords(edition)
  const people = filed.filter(({ item }) => item.kind === 'entry')
  const part = (section: Section): DirectorySection => {
    const title = (usual: string) => (section.title === '' ? usual : section.title)
    switch (section.kind) {
      case 'cover':
        return { kind: 'cover', subtitle: edition.subtitle ?? '', count: section.options.count }
      case 'notice':
        return {
          kind: 'notice',
          paragraphs: section.body.trim() === '' ? words.legalNotice : section.body.split(/\n\s*\n/),
        }
      case 'contents':
        return { kind: 'contents', letters: section.options.letters }
      case 'text':
        return {
          kind: 'text',
          title: title(words.text),
          blocks: textBlocks(section.body),
          signature: section.options.signature,
        }
      case 'bodies':
        return { kind: 'roll', title: title(words.bodies), parts: officers(people, section.options.bodies, edition) }
      case 'holders':
        return {
          kind: 'roll',
          title: title(words.holders),
          parts: holders([...people.map(holderOf), ...departed], section.options, edition),
        }
      case 'members':
        return { kind: 'members', title: title(words.members) }
      case 'index': {
        const { by } = section.options
        return { kind: 'index', index: indexOf(title(words.indexes[by]), filed, headingsBy[by](edition)) }
      }
      case 'memorial':
        return {
          kind: 'roll',
          title: title(words.memorial),
          parts: memorial(departed, section.options.since, edition.day),
        }
      case 'newcomers':
        return { kind: 'roll', title: title(words.newcomers), parts: newcomers(people, section.options.since, edition) }
      case 'statistics':
        return {
          kind: 'statistics',
          title: title(words.statistics),
          charts: section.options.charts.map((chart) => chartOf(chart, people, edition, words)).filter(hasBars),
        }
      case 'notes':
        return { kind: 'notes', title: title(words.notes), pages: section.options.pages }
      case 'colophon': {
        const { issn, deposit, printer, director, numbered } = section.options
        const lines = [
          director === '' ? '' : words.director(director),
          printer === '' ? '' : words.printer(printer),
          deposit,
          issn === '' ? '' : `ISSN ${issn}`,
        ].filter((line) => line !== '')
        return { kind: 'colophon', lines, numbered }
      }
    }
  }
  return sections.map(part).filter(saysSomething)
}

function saysSomething(section: DirectorySection): boolean {
  switch (section.kind) {
    case 'text':
      return section.blocks.length > 0
    case 'roll':
      return section.parts.length > 0
    case 'index':
      return section.index.headings.length > 0
    case 'statistics':
      return section.charts.length > 0
    default:
      return true
  }
}

const hasBars = ({ bars }: DirectoryChart): boolean => bars.length > 0

/** The names of a contact's groups of one kind. Houses and promotions are for life: somebody lived there, or began then. */
export const groupNames =
  (wanted: 'house' | 'class') =>
  (contact: Contact): readonly string[] =>
    contact.groups.filter(({ kind }) => kind === wanted).map(({ name }) => name)

/** The names of the sections and branches somebody is in on a day. */
export const sectionNames =
  (day: string) =>
  ({ groups }: Contact): readonly string[] =>
    groups
      .filter(({ kind, since, until }) => (kind === 'section' || kind === 'branch') && during(since, until, day))
      .map(({ name }) => name)

/** Whether a period, known in part, may hold a day. */
export function during(since: string, until: string, day: string): boolean {
  return !isBefore(day, since) && !isBefore(until, day)
}

const headingsBy: Readonly<Record<Arrangement, (edition: Edition) => (contact: Contact) => readonly string[]>> = {
  country:
    ({ country: home, language, day }) =>
    (contact) => {
      const country = addressOn(contact.addresses, day, 'shown')?.country ?? ''
      return country === '' || country === home ? [] : [countryName(country, language)]
    },
  house: () => groupNames('house'),
  class: () => groupNames('class'),
  section: ({ day }) => sectionNames(day),
  town:
    ({ day }) =>
    (contact) => {
      const town = addressOn(contact.addresses, day, 'shown')?.city ?? ''
      return town === '' ? [] : [town]
    },
  profession: () => (contact) => (contact.profession === '' ? [] : [contact.profession]),
}

/** Entries under headings; headings in alphabetical order as people sort names, entries in the order of the list. */
function indexOf(
  title: string,
  filed: readonly Filed[],
  headings: (contact: Contact) => readonly string[],
): DirectoryIndex {
  const under = new Map<string, number[]>()
  for (const [position, { item, contact }] of filed.entries()) {
    if (item.kind !== 'entry') continue
    for (const heading of new Set(headings(contact))) {
      const members = under.get(heading)
      if (members === undefined) under.set(heading, [position])
      else members.push(position)
    }
  }
  return { title, headings: inOrder(under).map(([heading, members]) => ({ heading, members })) }
}

/** As people sort names, accents and capitals apart. */
function inOrder<T>(under: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...under]
    .map(([heading, of]) => ({ key: fold(heading), heading, of }))
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
    .map(({ heading, of }) => [heading, of] as const)
}

type Mandate = Contact['mandates'][number]
type Holder = { readonly name: string; readonly mandates: readonly Mandate[] }
type Held = { readonly name: string; readonly mandate: Mandate }

const holderOf = ({ contact }: Filed): Holder => ({ name: spokenName(contact), mandates: contact.mandates })

function mandates(people: readonly Holder[], wanted: (mandate: Mandate) => boolean): ReadonlyMap<string, Held[]> {
  const found = new Map<string, Held[]>()
  for (const { name, mandates } of people)
    for (const mandate of mandates) {
      if (!wanted(mandate)) continue
      const held = found.get(mandate.body)
      if (held === undefined) found.set(mandate.body, [{ name, mandate }])
      else held.push({ name, mandate })
    }
  return found
}

/** The bodies named, in that order; all of them by name when none is. */
function chosen(found: ReadonlyMap<string, Held[]>, bodies: readonly string[]): readonly (readonly [string, Held[]])[] {
  if (bodies.length === 0) return inOrder(found)
  const byKey = new Map([...found].map(([body, held]) => [fold(body), [body, held] as const]))
  return bodies.flatMap((body) => {
    const held = byKey.get(fold(body))
    return held === undefined ? [] : [held]
  })
}

/** Usual functions in the order a board is printed; every other stands after them, by its name. */
const RANKS: readonly RegExp[] = [
  /^(co.?)?(president|presiden|chair)/,
  /^vice/,
  /^secretaire gen|^general secr|^secretary gen/,
  /^(secret)/,
  /^(tresor|treasur)/,
  /^(vice|adjoint|assist|deput)/,
]
function rank(duty: string): number {
  const key = fold(duty)
  const deputy = /adjoint|assistant|deputy|suppleant/.test(key) ? 0.5 : 0
  const at = RANKS.findIndex((one) => one.test(key))
  return key === '' ? RANKS.length + 1 : (at < 0 ? RANKS.length : at) + deputy
}

function officers(people: readonly Filed[], bodies: readonly string[], { day }: Edition): readonly RollPart[] {
  const now = mandates(people.map(holderOf), ({ since, until }) => during(since, until, day))
  return chosen(now, bodies).map(([heading, held]) => ({
    heading,
    rows: held
      .map((of, at) => ({ ...of, at, rank: rank(of.mandate.function), key: fold(of.mandate.function) }))
      .sort((a, b) => a.rank - b.rank || (a.key === b.key ? a.at - b.at : a.key < b.key ? -1 : 1))
      .map(({ name, mandate }) => ({ aside: mandate.function, name, note: '' })),
  }))
}

/** Those who died are among those before, when they may be named. */
function holders(
  people: readonly Holder[],
  { bodies, functions }: { readonly bodies: readonly string[]; readonly functions: string },
  { day }: Edition,
): readonly RollPart[] {
  const wanted = new Set(functions.split(',').map((word) => fold(word.trim())))
  const every = functions.trim() === ''
  const past = mandates(
    people,
    (mandate) => isBefore(mandate.until, day) && (every || wanted.has(fold(mandate.function))),
  )
  return chosen(past, bodies).map(([heading, held]) => ({
    heading,
    rows: held
      .toSorted((a, b) => (a.mandate.since < b.mandate.since ? -1 : a.mandate.since > b.mandate.since ? 1 : 0))
      .map(({ name, mandate }) => ({
        aside: years(mandate.since, mandate.until),
        name,
        note: mandate.function,
      })),
  }))
}

/** `1998–2004`, `2004`, `–2004`. */
function years(since: string, until: string): string {
  const [from, to] = [since.slice(0, 4), until.slice(0, 4)]
  return from === to ? from : `${from}–${to}`
}

function memorial(departed: readonly Departed[], since: string, day: string): readonly RollPart[] {
  const from = since === '' ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : since
  const rows = departed
    .filter(({ died }) => died !== '' && !isBefore(died, from) && !isBefore(day, died))
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ name, houses, died }) => ({ aside: '', name, note: [...houses, `†\u00a0${died.slice(0, 4)}`].join(', ') }))
  return rows.length === 0 ? [] : [{ heading: '', rows }]
}

function newcomers(people: readonly Filed[], since: string, edition: Edition): readonly RollPart[] {
  const from = since === '' ? String(Number(edition.day.slice(0, 4)) - 1) : since.slice(0, 4)
  const houses = groupNames('house')
  const rows = people
    .filter(({ contact: { joined } }) => joined >= from && joined !== '' && joined <= edition.day.slice(0, 4))
    .map(({ contact }) => ({ aside: '', name: spokenName(contact), note: houses(contact).join(', ') }))
  return rows.length === 0 ? [] : [{ heading: '', rows }]
}

function chartOf(
  chart: StatisticsChart,
  people: readonly Filed[],
  edition: Edition,
  words: EditionWords,
): DirectoryChart {
  const of: Readonly<Record<StatisticsChart, (contact: Contact) => readonly string[]>> = {
    houses: headingsBy.house(edition),
    classes: headingsBy.class(edition),
    // Here the country of the association counts like the others.
    countries: headingsBy.country({ ...edition, country: '' }),
    joined: ({ joined }) => (joined === '' ? [] : [`${joined.slice(0, 3)}0–${joined.slice(0, 3)}9`]),
    professions: headingsBy.profession(edition),
  }
  const counts = new Map<string, number>()
  for (const { contact } of people)
    for (const label of new Set(of[chart](contact))) counts.set(label, (counts.get(label) ?? 0) + 1)
  const bars = inOrder(counts).map(([label, value]) => ({ label, value }))
  if (chart === 'joined') return { title: words.charts[chart], bars: bars.slice(-MOST_BARS) }
  const largest = bars.toSorted((one, other) => other.value - one.value)
  const rest = largest.slice(MOST_BARS)
  const others = rest.reduce((sum, { value }) => sum + value, 0)
  return {
    title: words.charts[chart],
    bars: [
      ...largest.slice(0, MOST_BARS),
      ...(others === 0 ? [] : [{ label: words.otherBars(rest.length), value: others }]),
    ],
  }
}
