/** The sections an edition may have, what each may be told, and those of an edition nobody arranged yet. */
import { z } from 'zod'
import { line } from '../../kit/request.ts'

const onDay = z.union([z.literal(''), z.iso.date()]).default('')
/** Names of bodies and committees. */
const bodies = z.array(line(120)).max(100).default([])

/** What an index may be arranged by. */
export const arrangements = ['country', 'house', 'class', 'section', 'town', 'profession'] as const
export type Arrangement = (typeof arrangements)[number]

export const statisticsCharts = ['houses', 'classes', 'countries', 'joined', 'professions'] as const
export type StatisticsChart = (typeof statisticsCharts)[number]

/** Each kind of section with the options it takes. */
export const sectionOptions = {
  cover: z.strictObject({ count: z.boolean().default(true) }),
  notice: z.strictObject({}),
  contents: z.strictObject({ letters: z.boolean().default(true) }),
  text: z.strictObject({
    /** Who signs, at the foot of the text. */
    signature: line(200).default(''),
  }),
  /** Who holds which office on the day of the edition. `bodies`: those shown, in this order; none: every one. */
  bodies: z.strictObject({ bodies }),
  /** Who held it before. `functions`: `Présidente, Président`; empty: every one. */
  holders: z.strictObject({ bodies, functions: line(200).default('') }),
  members: z.strictObject({}),
  index: z.strictObject({ by: z.enum(arrangements).default('country') }),
  /** Those who died since a day; empty: in the twelve months before the day of the edition. */
  memorial: z.strictObject({ since: onDay }),
  /** Those who came since; empty: in the year of the edition and the one before. */
  newcomers: z.strictObject({ since: onDay }),
  statistics: z.strictObject({
    charts: z.array(z.enum(statisticsCharts)).min(1).max(5).default(['houses', 'joined', 'countries']),
  }),
  notes: z.strictObject({ pages: z.int().min(1).max(24).default(2) }),
  colophon: z.strictObject({
    issn: line(20).default(''),
    /** `Dépôt légal : mars 2026`. */
    deposit: line(80).default(''),
    printer: line(200).default(''),
    director: line(120).default(''),
    /** A line to write who has which copy on. */
    numbered: z.boolean().default(false),
  }),
} as const satisfies Record<string, z.ZodType>

export type SectionKind = keyof typeof sectionOptions
export const sectionKinds = Object.keys(sectionOptions) as readonly SectionKind[]

/** At most one of these in an edition. */
export const onlyOnce: readonly SectionKind[] = ['cover', 'contents', 'members', 'colophon']

type OptionsOf<Kind extends SectionKind> = z.output<(typeof sectionOptions)[Kind]>

/** A section as it is kept: own words empty where the usual ones do. */
export type Section = {
  [Kind in SectionKind]: {
    readonly kind: Kind
    readonly title: string
    readonly body: string
    readonly options: OptionsOf<Kind>
  }
}[SectionKind]

/** A section of a kind with its options filled up; refuses options that are not the kind's. */
export function sectionOf(kind: SectionKind, title: string, body: string, options: unknown): Section {
  return { kind, title, body, options: sectionOptions[kind].parse(options) } as Section
}

const usual = (kind: SectionKind, options: object = {}): Section => sectionOf(kind, '', '', options)

/** The sections of the directory when nobody arranged an edition. */
export const usualSections: readonly Section[] = [
  usual('cover'),
  usual('notice'),
  usual('contents'),
  usual('members'),
  usual('index', { by: 'country' }),
  usual('index', { by: 'house' }),
  usual('index', { by: 'class' }),
  usual('colophon'),
]

/** What a new edition is proposed; `false`: there, but off until somebody wants it. */
export const proposedSections: readonly (readonly [Section, boolean])[] = [
  [usual('cover'), true],
  [usual('notice'), true],
  [usual('contents'), true],
  [usual('text'), false],
  [usual('bodies'), true],
  [usual('holders'), false],
  [usual('members'), true],
  [usual('index', { by: 'country' }), true],
  [usual('index', { by: 'house' }), true],
  [usual('index', { by: 'class' }), true],
  [usual('index', { by: 'profession' }), false],
  [usual('memorial'), true],
  [usual('newcomers'), false],
  [usual('statistics'), false],
  [usual('notes'), false],
  [usual('colophon'), true],
]
