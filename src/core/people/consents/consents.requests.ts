/** What may be asked about what people let the association publish, and keep. */
import { z } from 'zod'
import type { KeptPaper } from '../../kit/papers.ts'
import { day, identifier, line, nothing, order, orderInSlices, question, work } from '../../kit/request.ts'
import type { ContactStatus } from '../people.requests.ts'
import {
  type ConsentAnswer,
  consentBases,
  consentFields,
  consentMedia,
  consentSources,
  type defaultChoices,
  type FieldStanding,
  ordinaryFields,
  type PublicationDefaults,
  type PublicationMedium,
  type PublicationMode,
  type PublishedField,
  publicationBases,
  publicationMedia,
  publicationModes,
} from './consents.rules.ts'
import { type ErasedKind, nameFates } from './erasure.rules.ts'

/** How and when an answer came. `day` empty: today. */
const circumstances = {
  day: z.union([z.literal(''), day]).default(''),
  source: z.enum(consentSources).default('other'),
  /** Where the proof lies: `classeur 2026, feuillet 12`. */
  proof: line().default(''),
}
const contacts = z.array(identifier).min(1).max(20_000)

export const answerInput = z.strictObject({
  medium: z.enum(consentMedia),
  /** `keep` goes with the medium `register`, the others with the media of publication. */
  field: z.enum(consentFields),
  value: z.enum(['yes', 'no']),
  /** Left out: `consent` for a yes, `objection` for a no. */
  basis: z.enum(consentBases).optional(),
})

export type MediumStanding = {
  readonly mode: PublicationMode | 'byField'
  readonly fields: readonly FieldStanding[]
}

/** A person who objects, to being named or to some fields. */
export type Opposition = {
  readonly id: number
  readonly displayName: string
  readonly medium: PublicationMedium
  /** To being named at all. */
  readonly whole: boolean
  readonly fields: readonly PublishedField[]
  /** Of the latest of these answers. */
  readonly day: string
  readonly source: ConsentAnswer['source']
}

/** Somebody whose time to be forgotten has come. */
export type RetentionProposal = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  /** Day of leaving, known in part or whole; empty when nobody wrote it. */
  readonly left: string
  /** Said no to being kept, rather than nothing. */
  readonly refused: boolean
  /** What would be erased, by kind, with how many of each; the name, the groups and the days of membership would stay. */
  readonly erased: Readonly<Record<Exclude<ErasedKind, 'others'>, number>>
}

/** What erasing some people would take away, and what stays. */
export type ErasurePlan = {
  /** The register as it is now: what was shown is what is erased, or `bulkStale` is refused. */
  readonly asOf: number
  readonly people: number
  /** The first few, as they are called. */
  readonly names: readonly string[]
  /** By kind, how many of each; `others` counts honours, other names, labels, what is offered, and lists and households left. */
  readonly goes: Readonly<Record<ErasedKind, number>>
  /** Groups, stays and mandates; answers about publication; payments and dues; receipts. */
  readonly stays: Readonly<Record<'belonging' | 'answers' | 'payments' | 'receipts', number>>
  /** The last year in which the law wants these payments and receipts kept; 0 when there are none. */
  readonly booksUntil: number
  /** Acts done until now that touched them: none of these can be undone afterwards. */
  readonly acts: number
}

const erased = {
  contacts: z.array(identifier).min(1).max(2000),
  name: z.enum(nameFates).default('kept'),
}

const oppositionsAsked = z.strictObject({
  since: z.union([z.literal(''), day]).default(''),
  medium: z.enum(publicationMedia).optional(),
})

export const consentsRequests = {
  /** What is published of a contact, field by field and why; whether it may be kept after leaving; every answer it gave. */
  of: question<{
    readonly media: Readonly<Record<PublicationMedium, MediumStanding>>
    readonly keep: ConsentAnswer | null
    /** The latest first. */
    readonly log: readonly (ConsentAnswer & { readonly id: number })[]
  }>()(z.strictObject({ contact: identifier })),
  /** Writes answers down, of one person or of many. A day to come is refused. */
  record: orderInSlices<{ readonly recorded: number }>()(
    z.strictObject({ contacts, answers: z.array(answerInput).min(1).max(60), ...circumstances }),
  ),
  /** Writes down the answers a quick mode stands for. */
  mode: orderInSlices<{ readonly recorded: number }>()(
    z.strictObject({
      contacts,
      media: z.array(z.enum(publicationMedia)).min(1).max(3),
      mode: z.enum(publicationModes),
      /** Of what is published; what is not rests on an objection. */
      basis: z.enum(publicationBases).default('consent'),
      ...circumstances,
    }),
  ),
  /** A no to everything, everywhere, at once. */
  oppose: order<{ readonly recorded: number }>()(z.strictObject({ contact: identifier, ...circumstances })),
  /** Those whose latest answer is a no, given on or after a day; empty: ever. */
  oppositions: question<{ readonly oppositions: readonly Opposition[] }>()(oppositionsAsked),
  /** The same as a list on paper. Refuses `nothingToPrint`. */
  printOppositions: work<KeptPaper & { readonly rows: number; readonly pages: number }>()(oppositionsAsked),
  /** What is published of those who said nothing. */
  defaults: question<{
    readonly defaults: PublicationDefaults
    readonly choices: Readonly<Record<PublicationMedium, (typeof defaultChoices)[number]>>
  }>()(nothing),
  /** The association's choice for some media. A birth date and a photo are never published without a yes: refused by the schema. */
  setDefaults: order<{ readonly changed: boolean }>()(
    z.strictObject({
      media: z.array(z.enum(publicationMedia)).min(1).max(3),
      fields: z.array(z.enum(ordinaryFields as [PublishedField, ...PublishedField[]])).max(ordinaryFields.length),
    }),
  ),
  /** Who left more than some months ago without agreeing to be kept (rules-fr.md 4.2, 10). Nothing is erased by asking. */
  retention: question<{ readonly proposals: readonly RetentionProposal[]; readonly before: string }>()(
    z.strictObject({ months: z.int().min(0).max(600).default(12) }),
  ),
  /** What `erase` would do. Refuses as it does, but for `bulkStale`. */
  erasure: question<ErasurePlan>()(z.strictObject(erased)),
  /**
   * Erases what is known of people, out of the journal too: the one act that cannot be undone. With `name: 'kept'` the name,
   * the groups and the days of membership stay; with `erased` nothing does. Refuses `cannotErase`: a member who is not in the trash (`member`), a name
   * that payments or receipts bear (`books`).
   */
  erase: orderInSlices<{ readonly erased: number }>()(z.strictObject({ ...erased, asOf: z.int().min(0) })),
}
