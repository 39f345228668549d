/** What may be asked about households: people who share an envelope, equal among themselves. */
import { z } from 'zod'
import { day, identifier, line, lines, order, question } from '../../kit/request.ts'
import { addressInput } from '../people.requests.ts'
import type { PostalWarning } from '../postal.rules.ts'
import type { Addressee, HouseholdRole } from './addressee.rules.ts'

const language = z.enum(['fr', 'en'])
export const householdRoles = ['partner', 'child', 'other'] as const satisfies readonly HouseholdRole[]
const role = z.enum(householdRoles).default('partner')
const member = z.strictObject({ contact: identifier, role })

/** What happens to the other homes of who begins to share one: kept beside it, or ended the day before. */
const former = z.enum(['keep', 'close']).default('keep')

/** An address by its place in the sheet of its contact, from 0. */
const addressPlace = z.strictObject({ contact: identifier, position: z.int().min(0).max(19) })

const ownWords = {
  /** Lines for the envelope as they must be; empty: composed. */
  addressee: lines(300).default(''),
  /** Words a letter begins with; empty: composed. */
  salutation: line(120).default(''),
  notes: lines(2000).default(''),
}

export type HouseholdPerson = {
  readonly contact: number
  readonly name: string
  readonly role: HouseholdRole
  readonly trashed: boolean
  readonly deceased: boolean
}

export type Household = {
  readonly id: number
  /** Changes at each writing: a change made on an older revision is refused (`changedMeanwhile`). */
  readonly revision: number
  readonly addressee: string
  readonly salutation: string
  readonly notes: string
  readonly members: readonly HouseholdPerson[]
  /** How many addresses its people share. */
  readonly shared: number
  /** The words on its envelope today: its own where it has some. */
  readonly words: Readonly<Record<'fr' | 'en', Addressee>>
  /** The words as they are composed, whatever it says of itself. */
  readonly composed: Readonly<Record<'fr' | 'en', Addressee>>
}

export type HouseholdRow = {
  readonly id: number
  readonly names: readonly string[]
  /** Its people in the order of their names above. */
  readonly contacts: readonly number[]
  /** Lines of its envelope before the address, today; empty when nobody in it is written to any more. */
  readonly addressee: readonly string[]
  readonly city: string
  readonly country: string
}

export type ComposedEnvelope = {
  readonly household: number | null
  readonly contacts: readonly number[]
  /** Lines before the address, and the words a letter begins with. */
  readonly addressee: readonly string[]
  readonly salutation: string
  /** The address as the directory prints it; empty when none holds that day or mail came back from it. */
  readonly address: readonly string[]
  /** The whole envelope by the posts' norm, and what does not fit. */
  readonly postal: { readonly lines: readonly string[]; readonly warnings: readonly PostalWarning[] }
}

export const householdsRequests = {
  /** The household a contact is in, null when in none. */
  ofContact: question<Household | null>()(z.strictObject({ id: identifier })),
  read: question<Household>()(z.strictObject({ id: identifier })),
  /** Households in the order of their first person's name, each word sought in what is known of any of its people. */
  list: question<{ readonly total: number; readonly rows: readonly HouseholdRow[] }>()(
    z.strictObject({
      search: line(200).default(''),
      /** Of the words on the envelope. */
      language: language.default('fr'),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /**
   * The envelopes of one household (`id`), or of people as they come (`contacts`): one for each household that is among
   * them, or, with `byHousehold` false, one for each person. `day`: today when absent.
   */
  compose: question<{ readonly envelopes: readonly ComposedEnvelope[] }>()(
    z.strictObject({
      id: identifier.optional(),
      contacts: z.array(identifier).max(2000).default([]),
      language: language.default('fr'),
      day: day.optional(),
      byHousehold: z.boolean().default(true),
    }),
  ),
  /** Makes a household of two people or more; `address`, of one of them, becomes theirs in common. */
  make: order<{ readonly id: number }>()(
    z.strictObject({
      members: z.array(member).min(1).max(20),
      address: addressPlace.nullable().default(null),
      former,
      ...ownWords,
    }),
  ),
  /** Takes a person into a household, who then shares its addresses. */
  join: order<{ readonly id: number }>()(z.strictObject({ id: identifier, contact: identifier, role, former })),
  /**
   * A person leaves: keeping what was shared as an own copy, with a new address (the shared one ends the day before), or
   * with none of it. A household in which one person is left is dissolved; `others` says whether that person still lives at
   * what was shared, or left it the same day.
   */
  leave: order<{ readonly dissolved: boolean }>()(
    z.strictObject({
      contact: identifier,
      address: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('keep') }),
          z.strictObject({ kind: z.literal('new'), address: addressInput }),
          z.strictObject({ kind: z.literal('none') }),
        ])
        .default({ kind: 'keep' }),
      others: z.enum(['keep', 'close']).default('keep'),
      /** First day elsewhere; today when absent. */
      day: day.optional(),
    }),
  ),
  /** Everybody keeps an own copy of what was shared. */
  dissolve: order<{ readonly dissolved: boolean }>()(z.strictObject({ id: identifier })),
  /** Changes the words of a household, and the order and roles of its people (the same people). */
  change: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      id: identifier,
      revision: z.int().min(0),
      members: z.array(member).min(1).max(20).optional(),
      ...ownWords,
    }),
  ),
  /** Makes an address of one of its people common to all, or everybody's own again. */
  share: order<{ readonly id: number }>()(
    z.strictObject({ id: identifier, address: addressPlace, shared: z.boolean().default(true), former }),
  ),
}
