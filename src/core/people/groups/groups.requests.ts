/** What may be asked about groups, bodies and their mandates, stays, and what members offer each other. */
import { z } from 'zod'
import { day, identifier, line, lines, order, orderInSlices, question } from '../../kit/request.ts'
import { type ContactStatus, type GroupKind, groupKinds, partialDay, supportSubjects } from '../people.requests.ts'
import type { MandateRemark } from './groups.rules.ts'

/** The day of today when left out. */
const onDay = z.union([z.literal(''), day]).default('')
const contacts = z.array(identifier).min(1).max(20_000)
const page = { offset: z.int().min(0).max(10_000_000).default(0), limit: z.int().min(1).max(500).default(100) }

const facts = {
  kind: z.enum(groupKinds),
  name: line(120).refine((name) => name !== ''),
  /** The group it stands under. */
  parent: identifier.nullable(),
  founded: partialDay,
  closed: partialDay,
  /** Changes among those who hold its mandates are declared to the authorities within three months. */
  declared: z.boolean(),
  notes: lines(2000),
}

export type GroupNode = {
  readonly id: number
  readonly revision: number
  readonly kind: GroupKind
  readonly name: string
  readonly parent: number | null
  readonly founded: string
  readonly closed: string
  readonly declared: boolean
  readonly notes: string
  /** Living members on the day, those who hold one of its mandates among them. */
  readonly present: number
  /** Those who belonged and no longer do, the dead among them. */
  readonly former: number
  /** Living members of the group and of everything under it, each once. */
  readonly presentBelow: number
  /** Stays and mandates that name it. */
  readonly stays: number
  readonly mandates: number
}

export type GroupMember = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  /** The group itself or the one under it. */
  readonly group: number
  readonly groupName: string
  readonly since: string
  readonly until: string
  readonly present: boolean
}

export type Holder = {
  /** The mandate. */
  readonly id: number
  readonly contact: number
  readonly displayName: string
  readonly status: ContactStatus
  readonly body: number
  readonly bodyName: string
  readonly function: string
  readonly since: string
  readonly until: string
  readonly election: string
  readonly declared: string
  readonly endDeclared: string
  readonly remarks: readonly MandateRemark[]
}

/** A change in a body that is not declared yet. */
export type Declaration = {
  readonly mandate: number
  readonly contact: number
  readonly displayName: string
  readonly body: number
  readonly bodyName: string
  readonly function: string
  readonly what: 'beginning' | 'end'
  /** Day of the change, known in part or whole. */
  readonly decided: string
  /** Last day to declare it. */
  readonly deadline: string
  /** Days since that day; negative while there is time. */
  readonly late: number
}

export type StayLine = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  readonly since: string
  readonly until: string
  readonly room: string
  readonly programme: string
}

export type SupportLine = {
  readonly id: number
  readonly displayName: string
  readonly way: 'offers' | 'asks'
  readonly subject: (typeof supportSubjects)[number]
  readonly field: string
  readonly languages: readonly string[]
  readonly until: string
  readonly notes: string
  readonly city: string
  readonly country: string
}

export const groupsRequests = {
  /** Every group with how many belong to it on a day, in the order of kinds and names; the tree is told by `parent`. */
  tree: question<{ readonly groups: readonly GroupNode[] }>()(z.strictObject({ day: onDay }).default({ day: '' })),
  create: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      ...facts,
      parent: facts.parent.default(null),
      declared: facts.declared.default(false),
      notes: facts.notes.default(''),
    }),
  ),
  /**
   * Changes what is given and nothing else: renames (the records follow), moves under another, closes. Refuses a loop, a
   * name taken by a group of the same kind, and another kind while stays or mandates depend on it.
   */
  update: orderInSlices<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      id: identifier,
      revision: z.int().min(0),
      ...z.object({ ...facts, founded: partialDay.unwrap(), closed: partialDay.unwrap() }).partial().shape,
    }),
  ),
  /** Makes one group of two: members, stays, mandates and what stands under it go to the one kept. Undone like any act. */
  merge: orderInSlices<{ readonly id: number; readonly moved: number }>()(
    z.strictObject({ keep: identifier, absorb: identifier }),
  ),
  /** Takes away a group nobody refers to any more. */
  remove: order<{ readonly id: number }>()(z.strictObject({ id: identifier })),
  /** Who belongs to a group on a day; `who`: those present, those who no longer are, or both. In the order of the list. */
  members: question<{ readonly total: number; readonly members: readonly GroupMember[] }>()(
    z.strictObject({
      group: identifier,
      day: onDay,
      /** Those of the groups under it too. */
      below: z.boolean().default(false),
      who: z.enum(['present', 'former', 'all']).default('present'),
      ...page,
    }),
  ),
  /** Puts people in a group from a day. Who belongs to it already is passed over. */
  join: orderInSlices<{ readonly changed: number }>()(
    z.strictObject({ group: identifier, contacts, since: partialDay }),
  ),
  /** Ends belonging to a group on a day; who does not belong to it is passed over. */
  leave: orderInSlices<{ readonly changed: number }>()(
    z.strictObject({ group: identifier, contacts, until: partialDay }),
  ),
  /** Who held what in a body on a day; all bodies when none is named. No function is needed, nor a president. */
  holders: question<{ readonly holders: readonly Holder[] }>()(
    z.strictObject({ body: identifier.optional(), day: onDay }),
  ),
  /** Everybody who ever held a mandate in a body, by function, the latest first. */
  succession: question<{ readonly holders: readonly Holder[] }>()(
    z.strictObject({ body: identifier, function: line(120).optional() }),
  ),
  /** Mandates that end within some months, and those that are doubtful. */
  expiring: question<{ readonly holders: readonly Holder[]; readonly before: string }>()(
    z.strictObject({ months: z.int().min(0).max(120).default(6) }),
  ),
  /** Beginnings and ends of mandates in declared bodies that are not declared yet, the latest to be first. */
  toDeclare: question<{ readonly declarations: readonly Declaration[] }>()(z.strictObject({}).default({})),
  /** Notes that changes were declared on a day (today when left out). */
  markDeclared: order<{ readonly changed: number }>()(
    z.strictObject({
      changes: z
        .array(z.strictObject({ mandate: identifier, what: z.enum(['beginning', 'end']) }))
        .min(1)
        .max(500),
      day: onDay,
    }),
  ),
  /** Who stayed in a House in a year; everybody who ever did when none is given. */
  stays: question<{ readonly total: number; readonly stays: readonly StayLine[] }>()(
    z.strictObject({
      house: identifier,
      year: z
        .string()
        .regex(/^(\d{4})?$/)
        .default(''),
      ...page,
    }),
  ),
  /** What the living offer or ask, until the day they said; words are sought in names, fields and notes. */
  support: question<{ readonly total: number; readonly supports: readonly SupportLine[] }>()(
    z.strictObject({
      way: z.enum(['offers', 'asks']).optional(),
      subject: z.enum(supportSubjects).optional(),
      words: line(200).default(''),
      /** ISO 639 code. */
      language: z
        .string()
        .regex(/^([a-z]{2,3})?$/)
        .default(''),
      ...page,
    }),
  ),
}
