/** What may be asked of the people's room. */
import { z } from 'zod'
import {
  chunk,
  country,
  identifier,
  typedLine as line,
  typedLines as lines,
  nothing,
  order,
  question,
} from '../kit/request.ts'
import { byName, listColumn, listSort } from './lists/columns.requests.ts'
import { criteriaInput } from './lists/criteria.requests.ts'

export const contactStatuses = ['member', 'resigned', 'struckOff', 'deceased', 'lost', 'friend', 'contact'] as const
/** `body`: board, bureau, council; its members hold mandates and it needs no president. */
export const groupKinds = ['house', 'section', 'branch', 'committee', 'class', 'body', 'other'] as const
export const addressKinds = ['home', 'work', 'second', 'parents', 'temporary', 'other'] as const
export const aliasKinds = ['former', 'maiden', 'married', 'pen', 'spelling'] as const
export const supportSubjects = ['rereading', 'career', 'hosting', 'languages', 'other'] as const
export const representativeRanks = ['delegate', 'substitute', 'contact'] as const

const label = line(40).default('')

/** A day known in part: `1962`, `1962-05`, `1962-05-31`; empty when unknown. Such days compare as texts. */
export const partialDay = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/)
  .default('')
/** A whole day, or nothing. */
export const dayOrNothing = z.union([z.literal(''), z.iso.date()]).default('')
/** A day of each year, `MM-DD`, or nothing. */
const dayOfYear = z
  .string()
  .regex(/^((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/)
  .default('')
/** From a day to another, both included, either unknown. */
const period = { since: partialDay, until: partialDay }
/** ISO 639 codes, the preferred first. */
const languages = z
  .array(z.string().regex(/^[a-z]{2,3}$/))
  .max(8)
  .default([])

const emailInput = z.strictObject({ label, address: line(254) })
/** `number` is kept as E.164 when it can be read with the address's country, else as written. */
const phoneInput = z.strictObject({ label, number: line(60) })
export const addressInput = z.strictObject({
  label,
  /** Building, floor, care of: what stands before the street. */
  complement: line().default(''),
  street: line().default(''),
  /** Named place or post box. */
  locality: line().default(''),
  postcode: line(20).default(''),
  city: line(100).default(''),
  region: line(100).default(''),
  /** ISO 3166-1 alpha-2; empty when unknown. */
  country: country.or(z.literal('')).default(''),
  /** Lines as they must be printed, whatever the fields say; one per line; empty: the country's rule composes them. */
  override: lines(1000).default(''),
  kind: z.enum(addressKinds).default('home'),
  ...period,
  /** The part of each year when the address is lived at; both empty: the whole year. */
  seasonFrom: dayOfYear,
  seasonUntil: dayOfYear,
  /** Day when mail came back from there (NPAI): the address is not written to any more, the person stays. */
  returned: dayOrNothing,
  /** The household that shares it; set by the households' requests, never taken from a form. */
  household: identifier.nullable().default(null),
})
export const groupInput = z.strictObject({ kind: z.enum(groupKinds).default('house'), name: line(120), ...period })
/** A column of the association's own, kept under its own name; `occurrence` numbers the fillings of a repeatable group. */
export const extraInput = z.strictObject({
  name: line(80),
  value: line(2000),
  occurrence: z.int().min(0).max(99).default(0),
})
/** An honour: `Légion d’honneur`, `officier`, `1998`. Kept in the order they are worn. */
export const honourInput = z.strictObject({
  name: line(120),
  grade: line(60).default(''),
  year: z
    .string()
    .regex(/^(\d{4})?$/)
    .default(''),
})
/** Another name that leads here; `printed`: the directory says “X, see Y”. */
export const aliasInput = z.strictObject({
  kind: z.enum(aliasKinds).default('former'),
  name: line(200),
  printed: z.boolean().default(true),
})
/** A time lived in a house of the association. */
export const stayInput = z.strictObject({
  house: line(120),
  ...period,
  room: line(40).default(''),
  programme: line().default(''),
})
/** A function held in a body, from its election; no body needs a president. */
export const mandateInput = z.strictObject({
  body: line(120),
  function: line(120).default(''),
  ...period,
  election: line(120).default(''),
  /** Days when the beginning and the end were declared to the authorities. */
  declared: dayOrNothing,
  endDeclared: dayOrNothing,
})
/** What a contact offers to others, or asks of them. */
export const supportInput = z.strictObject({
  way: z.enum(['offers', 'asks']).default('offers'),
  subject: z.enum(supportSubjects).default('other'),
  field: line().default(''),
  languages,
  until: partialDay,
  notes: line(1000).default(''),
})
/** A person through whom an organisation is reached. */
export const representativeInput = z.strictObject({
  person: identifier,
  rank: z.enum(representativeRanks).default('contact'),
  role: line(120).default(''),
  ...period,
})

const common = {
  memberNumber: line(40).default(''),
  status: z.enum(contactStatuses).default('member'),
  /** Category of member, by name; empty for none. Made when new. */
  category: line(80).default(''),
  groups: z.array(groupInput).max(20).default([]),
  /** Year of entry into the association. */
  joined: z
    .string()
    .regex(/^(\d{4})?$/)
    .default(''),
  profession: line().default(''),
  notes: lines().default(''),
  /** The name in its own script. */
  originalName: line().default(''),
  /** Files the contact under these words instead of the composed key; empty: composed. */
  sortOverride: line().default(''),
  emails: z.array(emailInput).max(20).default([]),
  phones: z.array(phoneInput).max(20).default([]),
  addresses: z.array(addressInput).max(20).default([]),
  extras: z.array(extraInput).max(200).default([]),
  /** Languages to write to the contact in. */
  languages,
  honours: z.array(honourInput).max(20).default([]),
  aliases: z.array(aliasInput).max(20).default([]),
  tags: z.array(line(60)).max(40).default([]),
  mandates: z.array(mandateInput).max(60).default([]),
  supports: z.array(supportInput).max(20).default([]),
  /** Day of leaving the association, known in part or whole. */
  left: partialDay,
  /** Day when the contact last confirmed what is written here. */
  confirmed: dayOrNothing,
}

/** Names kept apart as rules-fr.md 5.3 (AFNOR NF Z 44-001) needs them. */
export const personInput = z.strictObject({
  kind: z.literal('person'),
  civility: line(30).default(''),
  title: line(60).default(''),
  firstName: line(100).default(''),
  otherNames: line().default(''),
  /** Particle of the name, with its apostrophe: `de`, `d’`, `de La`, `Le`. */
  particle: line(30).default(''),
  /** Name in use, without its particle. */
  lastName: line(120),
  birthName: line(120).default(''),
  /** Name under which the person studied. */
  studiedName: line(120).default(''),
  nobility: line(60).default(''),
  suffix: line(30).default(''),
  pronoun: line(30).default(''),
  born: partialDay,
  birthPlace: line(120).default(''),
  /** A day of death makes the status `deceased`. */
  died: partialDay,
  stays: z.array(stayInput).max(30).default([]),
  ...common,
})
export const organisationInput = z.strictObject({
  kind: z.literal('organisation'),
  name: line(200),
  acronym: line(40).default(''),
  representatives: z.array(representativeInput).max(60).default([]),
  ...common,
})
export const contactInput = z.discriminatedUnion('kind', [personInput, organisationInput])

/** A person of whom nothing is said yet. */
export const blankPerson = personInput.parse({ kind: 'person', lastName: '' })
/** An organisation of which nothing is said yet. */
export const blankOrganisation = organisationInput.parse({ kind: 'organisation', name: '' })
/** A place of which nothing is said yet. */
export const blankAddress = addressInput.parse({})
const shared = new Set(Object.keys(common))
type OwnFields<Shape> = Exclude<keyof Shape, keyof typeof common | 'kind'>
type OwnTexts<Sheet> = { [Field in OwnFields<Sheet>]: Sheet[Field] extends string ? Field : never }[OwnFields<Sheet>]
/** The texts that only one kind of contact has, in the order of its shape. */
const ownTexts = <Sheet extends object>(blank: Sheet): readonly OwnTexts<Sheet>[] =>
  Object.entries(blank).flatMap(([field, value]) =>
    field !== 'kind' && typeof value === 'string' && !shared.has(field) ? [field] : [],
  ) as OwnTexts<Sheet>[]

/** The parts of a person's name: who lists them takes them from here, so that a new one is forgotten nowhere. */
export const personFields = ownTexts(blankPerson)
export const organisationFields = ownTexts(blankOrganisation)

export type PersonInput = z.output<typeof personInput>
export type OrganisationInput = z.output<typeof organisationInput>
export type ContactInput = z.output<typeof contactInput>
export type StayInput = z.output<typeof stayInput>
export type MandateInput = z.output<typeof mandateInput>
export type SupportInput = z.output<typeof supportInput>
export type ContactStatus = (typeof contactStatuses)[number]
export type GroupKind = (typeof groupKinds)[number]

/** A contact as it is kept: the input, with what the register adds. */
export type Contact = ContactInput & {
  readonly id: number
  /** Changes at each writing: an update made on an older revision is refused (`changedMeanwhile`). */
  readonly revision: number
  readonly sortKey: string
  /** `La Fontaine Jean (de)`: the name as lists and the directory show it. */
  readonly displayName: string
  readonly trashed: boolean
  /** The record it was merged into, at the end of the chain when that one was merged too. */
  readonly mergedInto?: number
}

/** One line of the list. */
export type ContactRow = {
  readonly id: number
  readonly kind: 'person' | 'organisation'
  readonly displayName: string
  readonly letter: string
  readonly status: ContactStatus
  readonly category: string
  readonly groups: string
  readonly profession: string
  readonly city: string
  readonly country: string
  readonly email: string
  readonly phone: string
  readonly memberNumber: string
  /** What stands in the columns asked for, in their order. */
  readonly cells: readonly string[]
}

/** One side of the link between an organisation and a person it is reached through. */
export type Tie = {
  /** The other contact. */
  readonly id: number
  readonly displayName: string
  readonly rank: (typeof representativeRanks)[number]
  readonly role: string
  readonly since: string
  readonly until: string
}

/**
 * Categories and groups that were not there and were made for a sheet. Names that differ by case, accents or spaces alone
 * are one, and are found.
 */
export type Made = { readonly categories: readonly string[]; readonly groups: readonly string[] }

export type PhotoAnswer = {
  readonly type: 'image/jpeg' | 'image/png'
  /** In dots. */
  readonly width: number
  readonly height: number
  readonly bytes: string
}

export const contactFilter = z.strictObject({
  /** Words sought in everything, accents ignored: each begins a word or, from three characters, stands inside one. */
  search: line(200).default(''),
  status: z.array(z.enum(contactStatuses)).max(10).default([]),
  kind: z.enum(['person', 'organisation']).optional(),
  category: line(80).default(''),
  group: line(120).default(''),
  trashed: z.boolean().default(false),
  /** The deceased are listed when this asks for them, when their status is asked for, and in the trash; else they are left out. */
  deceased: z.boolean().default(false),
  criteria: criteriaInput.optional(),
  /** A saved list: who its own filter keeps, or who was put into it. */
  list: identifier.optional(),
  /** These alone; and all but those. */
  ids: z.array(identifier).max(100_000).optional(),
  except: z.array(identifier).max(100_000).default([]),
})
export type ContactFilter = z.output<typeof contactFilter>

/** A window of the list; by default its first page. */
export const listWindow = contactFilter.extend({
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
  sort: listSort.default(byName),
  columns: z.array(listColumn).max(40).default([]),
})

export const peopleRequests = {
  /** A window of the list, in the order of the sort key unless asked otherwise. `deceased`: those it leaves out because they died. */
  list: question<{ readonly total: number; readonly deceased: number; readonly rows: readonly ContactRow[] }>()(
    listWindow,
  ),
  /** The numbers of a stretch of the list, for what is chosen from one line to another. */
  ids: question<{ readonly total: number; readonly ids: readonly number[] }>()(
    contactFilter.extend({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(100_000).default(100_000),
      sort: listSort.default(byName),
    }),
  ),
  /** Where each letter begins in the list; none when it is in another order than that of the sort key. `#` comes last. */
  letters: question<{ readonly letters: readonly { readonly letter: string; readonly at: number }[] }>()(
    contactFilter.extend({ sort: listSort.default(byName) }),
  ),
  read: question<Contact>()(z.strictObject({ id: identifier })),
  /** What others say of a contact: the organisations a person is reached for, and the names of an organisation's people. */
  ties: question<{ readonly organisations: readonly Tie[]; readonly people: readonly Tie[] }>()(
    z.strictObject({ id: identifier }),
  ),
  /** The photo of a contact, whole, in base64; null when there is none. */
  photo: question<PhotoAnswer | null>()(z.strictObject({ id: identifier })),
  /** A JPEG or PNG photo of at most 600,000 bytes and 10,000 dots a side; takes the place of the one before. */
  setPhoto: order<{ readonly id: number }>()(z.strictObject({ id: identifier, bytes: chunk })),
  removePhoto: order<{ readonly id: number }>()(z.strictObject({ id: identifier })),
  /** What the form and the filters propose, with how many living contacts each has; statuses and extras count everybody. */
  choices: question<{
    readonly categories: readonly { readonly name: string; readonly count: number }[]
    readonly groups: readonly { readonly kind: GroupKind; readonly name: string; readonly count: number }[]
    readonly statuses: readonly { readonly status: ContactStatus; readonly count: number }[]
    readonly extras: readonly string[]
    readonly tags: readonly { readonly name: string; readonly count: number }[]
    /** Names of honours, and functions held, that are in use. */
    readonly honours: readonly string[]
    readonly functions: readonly string[]
    readonly total: number
  }>()(nothing),
  /** `unseen`: fields out of which characters that nobody sees were taken. */
  create: order<{ readonly id: number; readonly unseen: readonly string[]; readonly made: Made }>()(
    z.strictObject({ contact: contactInput }),
  ),
  update: order<{
    readonly id: number
    readonly revision: number
    readonly unseen: readonly string[]
    readonly made: Made
  }>()(
    z.strictObject({
      id: identifier,
      revision: z.int().min(0),
      contact: contactInput,
      /** Whom a changed address of the household is for: all its people (when absent), this one, or this one who leaves it. */
      shared: z.enum(['all', 'onlyMe', 'leaveHousehold']).optional(),
    }),
  ),
  /** Says that mail came back from an address (its place in the sheet) on a day, today when absent; `''` takes it back. */
  markReturned: order<{ readonly id: number }>()(
    z.strictObject({
      id: identifier,
      position: z.int().min(0).max(19),
      day: z.union([z.literal(''), z.iso.date()]).optional(),
    }),
  ),
  /** Addresses from which mail came back, by name; `reachable`: another address takes mail today. `total` counts people. */
  returned: question<{
    readonly total: number
    readonly rows: readonly {
      readonly id: number
      readonly name: string
      readonly position: number
      readonly address: string
      readonly day: string
      readonly reachable: boolean
    }[]
  }>()(
    z.strictObject({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /** Puts contacts in the trash, or takes them out of it. Nothing is deleted. */
  trash: order<{ readonly changed: number }>()(
    z.strictObject({ ids: z.array(identifier).min(1).max(1000), trashed: z.boolean().default(true) }),
  ),
}
