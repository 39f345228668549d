/** What may be asked about letters: the letterhead, texts kept under a name, runs of letters and who was written to. */
import { z } from 'zod'
import type { KeptPaper } from '../kit/papers.ts'
import { chunk, identifier, line, lines, nothing, order, question, work } from '../kit/request.ts'
import { contactFilter } from '../people/people.requests.ts'
import type { PostalWarning } from '../people/postal.rules.ts'
import {
  type Channel,
  channels,
  type EnvelopeWindow,
  type Unreached,
  type Wish,
  windows,
  wishes,
} from './letters.rules.ts'

const iban = z
  .string()
  .max(50)
  .transform((text) => text.replace(/[\s.-]/g, '').toUpperCase())
const bic = z
  .string()
  .max(20)
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$/))

export const letterheadInput = z.strictObject({
  /** Lines under the association’s name. */
  address: lines(400),
  /** Telephone, e-mail, web site, one a line. */
  reach: lines(400),
  /** At the foot: what the association is, its RNA or SIREN number. */
  legal: line(300),
  /** Where letters are dated from. */
  place: line(80),
  signatory: line(120),
  quality: line(120),
  /** Whom messages come from. */
  email: line(254),
  /** Where dues are transferred to; refused when its check figures are wrong. */
  iban,
  bic,
  window: z.enum(windows),
})
export type LetterheadInput = z.output<typeof letterheadInput>
export type Letterhead = LetterheadInput & { readonly emblem: boolean }

export type LetterModel = {
  readonly id: number
  readonly revision: number
  readonly name: string
  readonly subject: string
  readonly body: string
}

export type LettersReport = {
  readonly letters: number
  /** People written to: those of a household share a letter. */
  readonly people: number
  readonly post: number
  readonly email: number
  readonly pages: number
  /** Who cannot be reached and why, the first thousand; `unreached` counts them all. */
  readonly nobody: readonly { readonly id: number; readonly name: string; readonly why: Unreached }[]
  readonly unreached: number
  /** Addresses that do not hold in the window as they are. */
  readonly doubtful: readonly {
    readonly id: number
    readonly name: string
    readonly warnings: readonly PostalWarning[]
  }[]
  /** What no font can draw, by person. */
  readonly missing: readonly { readonly id: number; readonly name: string; readonly text: string }[]
}

/** Letters made: pages for the post, drafts for the mail program, and the act that says who was written to. */
export type LettersMade = {
  readonly post?: KeptPaper
  readonly drafts?: KeptPaper
  readonly report: LettersReport
  /** The run in the log; 0 for a proof. */
  readonly mailing: number
}

/** A run of letters in the log. */
export type MailingLine = {
  readonly id: number
  readonly kind: 'letter' | 'reminder' | 'receipt' | 'labels'
  readonly day: string
  readonly subject: string
  readonly yearName: string
  readonly rung: string
  readonly post: number
  readonly email: number
}

export const letterText = {
  subject: line(200),
  /** Paragraphs parted by empty lines; `{Nom}` is said for each reader. */
  body: lines(20_000),
}

/** How a run goes; the ways of those who said so themselves come first. */
export const letterWay = {
  by: z.enum(channels).default('post'),
  /** Whether who cannot be reached so is written to the other way. */
  otherwise: z.boolean().default(true),
  /** One letter for people who share an address. */
  byHousehold: z.boolean().default(true),
  /** One message to many, addresses hidden, where the text says nothing personal. */
  together: z.boolean().default(false),
  /** The first pages, with nothing noted. */
  proof: z.boolean().default(false),
  evenIfMissing: z.boolean().default(false),
}

const page = { offset: z.int().min(0).max(10_000_000).default(0), limit: z.int().min(1).max(500).default(100) }

export const lettersRequests = {
  letterhead: question<Letterhead>()(nothing),
  setLetterhead: order<Letterhead>()(letterheadInput),
  /** The picture at the head; `bytes` of a JPEG or PNG in base64, none takes it away. */
  setEmblem: order<{ readonly emblem: boolean }>()(z.strictObject({ bytes: z.union([z.literal(''), chunk]) })),
  models: question<{ readonly models: readonly LetterModel[] }>()(nothing),
  /** Keeps a text under a name; refuses a field that does not exist, by its name (`unknownField`). */
  saveModel: order<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      id: identifier.optional(),
      revision: z.int().min(0).optional(),
      name: line(80).refine((name) => name !== '', { error: 'too_small' }),
      ...letterText,
    }),
  ),
  removeModel: order<{ readonly removed: boolean }>()(z.strictObject({ id: identifier })),
  /** Who would be written to and how, before anything is made. */
  look: work<LettersReport>()(
    z.strictObject({
      filter: contactFilter.prefault({}),
      by: letterWay.by,
      otherwise: letterWay.otherwise,
      byHousehold: letterWay.byHousehold,
    }),
  ),
  /**
   * Writes a letter to everybody a filter lets through: pages in the order of the posts, drafts for the mail program; notes
   * who was written to, as one act. Refuses an unknown field by its name, `nothingToPrint`, `glyphMissing` unless
   * `evenIfMissing`.
   */
  write: work<LettersMade>()(z.strictObject({ filter: contactFilter.prefault({}), ...letterText, ...letterWay })),
  /** A page that shows where the address stands and where to fold, to hold against an envelope. */
  gauge: work<KeptPaper>()(nothing),
  /** How a person wants to be written to; nothing said: as each run has it. */
  prefer: order<{ readonly channel: Wish | '' }>()(
    z.strictObject({ contact: identifier, channel: z.union([z.literal(''), z.enum(wishes)]) }),
  ),
  /** What a contact was sent, the latest first, and how they want to be written to. */
  ofContact: question<{
    readonly channel: Wish | ''
    readonly letters: readonly (Omit<MailingLine, 'post' | 'email'> & { readonly channel: Channel | 'board' })[]
  }>()(z.strictObject({ contact: identifier })),
  /** Runs, the latest first. */
  mailings: question<{ readonly total: number; readonly mailings: readonly MailingLine[] }>()(z.strictObject(page)),
}

export type { Channel, EnvelopeWindow, KeptPaper, Unreached, Wish }
