/** What may be asked of the people's room. */
import { z } from 'zod'
import { country, identifier, line, lines, nothing, order, question } from '../kit/request.ts'

export const contactStatuses = ['member', 'resigned', 'struckOff', 'deceased', 'lost', 'friend', 'contact'] as const
export const groupKinds = ['house', 'section', 'branch', 'committee', 'class'] as const

const label = line(40).default('')

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
})
const groupInput = z.strictObject({ kind: z.enum(groupKinds).default('house'), name: line(120) })
/** A column of the association's own, kept under its own name. */
const extraInput = z.strictObject({ name: line(80), value: line(2000) })

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
  extras: z.array(extraInput).max(60).default([]),
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
  honours: line().default(''),
  suffix: line(30).default(''),
  ...common,
})
export const organisationInput = z.strictObject({
  kind: z.literal('organisation'),
  name: line(200),
  acronym: line(40).default(''),
  ...common,
})
export const contactInput = z.discriminatedUnion('kind', [personInput, organisationInput])

const shared = new Set(Object.keys(common))
type OwnFields<Shape> = Exclude<keyof Shape, keyof typeof common | 'kind'>
/** The fields of one kind of contact alone, in the order of its shape. */
const ownFields = <Shape extends object>(shape: Shape): readonly OwnFields<Shape>[] =>
  Object.keys(shape).filter((field) => field !== 'kind' && !shared.has(field)) as OwnFields<Shape>[]

/** The parts of a person's name: who lists them takes them from here, so that a new one is forgotten nowhere. */
export const personFields = ownFields(personInput.shape)
export const organisationFields = ownFields(organisationInput.shape)

export type PersonInput = z.output<typeof personInput>
export type OrganisationInput = z.output<typeof organisationInput>
export type ContactInput = z.output<typeof contactInput>
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
}

export const contactFilter = z.strictObject({
  /** Words sought in everything, accents ignored, each as the beginning of a word. */
  search: line(200).default(''),
  status: z.array(z.enum(contactStatuses)).max(10).default([]),
  kind: z.enum(['person', 'organisation']).optional(),
  category: line(80).default(''),
  group: line(120).default(''),
  trashed: z.boolean().default(false),
})
export type ContactFilter = z.output<typeof contactFilter>

export const peopleRequests = {
  /** A window of the list in the order of the sort key. */
  list: question<{ readonly total: number; readonly rows: readonly ContactRow[] }>()(
    contactFilter.extend({
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  read: question<Contact>()(z.strictObject({ id: identifier })),
  /** What the form and the filters propose, with how many contacts each has. */
  choices: question<{
    readonly categories: readonly { readonly name: string; readonly count: number }[]
    readonly groups: readonly { readonly kind: GroupKind; readonly name: string; readonly count: number }[]
    readonly statuses: readonly { readonly status: ContactStatus; readonly count: number }[]
    readonly extras: readonly string[]
    readonly total: number
  }>()(nothing),
  create: order<{ readonly id: number }>()(z.strictObject({ contact: contactInput })),
  update: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({ id: identifier, revision: z.int().min(0), contact: contactInput }),
  ),
  /** Puts contacts in the trash, or takes them out of it. Nothing is deleted. */
  trash: order<{ readonly changed: number }>()(
    z.strictObject({ ids: z.array(identifier).min(1).max(1000), trashed: z.boolean().default(true) }),
  ),
}
