/**
 * Criteria: conditions on anything a contact says, joined by all, any and not. The tree is bounded in depth and number,
 * and is answered by SQL whose every word is ours: what somebody wrote only ever travels as a value.
 */
import { z } from 'zod'
import { identifier, line } from '../../kit/request.ts'
import { duesStates } from './dues-state.rules.ts'

/** Texts of the sheet. Compared without accents or case; where there are several (e-mails, streets), one is enough. */
export const textFields = [
  ...(['name', 'civility', 'title', 'firstName', 'otherNames', 'particle', 'lastName', 'birthName'] as const),
  ...(['studiedName', 'nobility', 'suffix', 'pronoun', 'birthPlace', 'organisation', 'acronym'] as const),
  ...(['originalName', 'sortOverride', 'memberNumber', 'profession', 'notes', 'email', 'phone', 'alias'] as const),
  ...(['honour', 'complement', 'street', 'locality', 'postcode', 'city', 'region', 'room', 'programme'] as const),
  ...(['function', 'election', 'supportField', 'supportNotes', 'role'] as const),
] as const

/** What is one of a few words, or a name the association gave: any of `values` is enough. */
export const choiceFields = [
  ...(['kind', 'status', 'category', 'tag', 'country', 'language', 'addressKind', 'aliasKind'] as const),
  ...(['supportWay', 'supportSubject', 'householdRole'] as const),
] as const

/** Days, known in part or whole. `returned`: when mail came back from an address (NPAI). */
export const dayFields = ['born', 'died', 'joined', 'left', 'confirmed', 'returned'] as const

/** What a contact may have or lack. */
export const presences = [
  ...(['email', 'phone', 'address', 'photo', 'household', 'group', 'stay', 'mandate', 'support', 'tag'] as const),
  ...(['honour', 'alias', 'custom', 'representative', 'consent'] as const),
] as const

export const textOperators = ['is', 'contains', 'begins', 'known', 'unknown'] as const
export const dayOperators = ['before', 'after', 'on', 'between', 'known', 'unknown'] as const
export const numberOperators = ['is', 'atLeast', 'atMost', 'between'] as const
export const customOperators = [
  ...(['is', 'contains', 'begins', 'known', 'unknown'] as const),
  ...(['before', 'after', 'on', 'atLeast', 'atMost', 'between'] as const),
] as const

/** A year, a month or a day; a condition on a whole year takes what falls in it. */
const someDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const maybeDay = z.union([z.literal(''), someDay]).default('')
const wholeDay = z.union([z.literal(''), z.iso.date()]).default('')
const someText = line(200).default('')

/**
 * One condition. Of a place, a body or a house, no name asks for any; of a period, no day asks for any time.
 */
const leaf = z.union([
  z.strictObject({ field: z.literal('anything'), value: line(200) }),
  z.strictObject({ field: z.enum(textFields), op: z.enum(textOperators), value: someText }),
  z.strictObject({ field: z.enum(choiceFields), values: z.array(line(120)).min(1).max(100) }),
  z.strictObject({ field: z.enum(dayFields), op: z.enum(dayOperators), value: maybeDay, until: maybeDay }),
  /** In whole years today, of the living; a birth known by its year counts as the age reached within this one. */
  z.strictObject({
    field: z.literal('age'),
    op: z.enum(numberOperators),
    value: z.int().min(0).max(200),
    until: z.int().min(0).max(200).default(200),
  }),
  z.strictObject({ field: z.literal('has'), what: z.enum(presences) }),
  /** `below`: those of the groups under it count too. */
  z.strictObject({
    field: z.literal('group'),
    kind: line(20).default(''),
    name: line(120).default(''),
    day: maybeDay,
    below: z.boolean().default(false),
  }),
  z.strictObject({ field: z.literal('stay'), house: line(120).default(''), day: maybeDay }),
  z.strictObject({
    field: z.literal('mandate'),
    body: line(120).default(''),
    function: line(120).default(''),
    day: maybeDay,
  }),
  /** The latest answer about one field in one medium; `unsaid`: there is none. */
  z.strictObject({
    field: z.literal('consent'),
    medium: line(20),
    about: line(40),
    value: z.enum(['yes', 'no', 'unsaid']),
  }),
  /** A field of the association's own, compared as its type says; one without a type is a text. */
  z.strictObject({
    field: z.literal('custom'),
    name: line(80),
    op: z.enum(customOperators),
    value: someText,
    until: someText,
  }),
  z.strictObject({ field: z.literal('list'), id: identifier }),
  /**
   * Where one stands for a year's dues, any of `states`, whoever is concerned when there is none; without a year, the one of
   * the day. With a day: as it was then, with what had come in; without: as it is today.
   */
  z.strictObject({
    field: z.literal('dues'),
    year: identifier.nullable().default(null),
    states: z.array(z.enum(duesStates)).max(duesStates.length).default([]),
    day: wholeDay,
  }),
])

export type Condition = z.output<typeof leaf>
export type Criteria =
  | Condition
  | { readonly all: readonly Criteria[] }
  | { readonly any: readonly Criteria[] }
  | { readonly not: Criteria }

/** How deep and how many: far more than a screen shows, far less than SQLite bears. */
const deepest = 5
const widest = 40
export const mostConditions = 100

const level = (inside: z.ZodType<Criteria>): z.ZodType<Criteria> =>
  z.union([
    leaf,
    z.strictObject({ all: z.array(inside).max(widest) }),
    z.strictObject({ any: z.array(inside).max(widest) }),
    z.strictObject({ not: inside }),
  ])

export const conditionsIn = (criteria: Criteria): number => {
  if ('all' in criteria) return criteria.all.reduce((sum, one) => sum + conditionsIn(one), 1)
  if ('any' in criteria) return criteria.any.reduce((sum, one) => sum + conditionsIn(one), 1)
  return 'not' in criteria ? 1 + conditionsIn(criteria.not) : 1
}

/** At most five levels and a hundred conditions; no condition at all under `all` is everybody, under `any` nobody. */
export const criteriaInput: z.ZodType<Criteria> = Array.from({ length: deepest })
  .reduce<z.ZodType<Criteria>>((inside) => level(inside), leaf as z.ZodType<Criteria>)
  .refine((criteria) => conditionsIn(criteria) <= mostConditions, { error: 'too_big' })
