/** What may be asked about editions of the directory: their list, their words, their sections and their order. */
import { z } from 'zod'
import type { KeptPaper } from '../../kit/papers.ts'
import { deskAct, identifier, line, lines, nothing, order, question, work } from '../../kit/request.ts'
import { type DirectoryImposition, directoryImpositions } from '../directory.rules.ts'
import { type LookChoices, lookChoices } from '../look.rules.ts'
import { type Section, type SectionKind, sectionKinds } from './sections.rules.ts'
import { type EntryTemplate, entryTemplate } from './template.rules.ts'

const editionName = line(40).refine((name) => name !== '', { error: 'too_small' })
const cutoff = z.union([z.literal(''), z.iso.date()])

/** A file that was printed for good. */
export type EditionPrint = {
  readonly id: number
  readonly form: DirectoryImposition
  readonly printedOn: string
  readonly pages: number
  /** Contacts that have an entry. */
  readonly people: number
  readonly file: string
  readonly size: number
  /** What the file must still be, in hexadecimal. */
  readonly sha256: string
}

export type EditionLine = {
  readonly id: number
  readonly name: string
  readonly cutoff: string
  /** Sections shown. */
  readonly sections: number
  /** Day it was printed; empty: not yet. */
  readonly printedOn: string
}

export type EditionSection = Section & { readonly id: number; readonly shown: boolean }

export type Edition = {
  readonly id: number
  readonly revision: number
  readonly name: string
  /** Empty: `Annuaire 2026`. */
  readonly title: string
  readonly subtitle: string
  /** Day the register is read on; empty: the day it is made. */
  readonly cutoff: string
  /** Empty: the association’s own. */
  readonly language: '' | 'fr' | 'en'
  readonly look: LookChoices
  readonly template: EntryTemplate
  readonly sections: readonly EditionSection[]
  /** Once there is one, the edition is changed no more. */
  readonly prints: readonly EditionPrint[]
}

type Changed = { readonly id: number; readonly revision: number }

const sectionWords = {
  shown: z.boolean(),
  /** Empty: the usual one. */
  title: line(120),
  /** Own text; the notice's takes the place of the proposed one. Empty: none. */
  body: lines(60_000),
  /** Checked by the kind's own schema. */
  options: z.record(z.string().max(40), z.unknown()).refine((options) => Object.keys(options).length <= 20),
}

const facts = {
  name: editionName,
  title: line(120),
  subtitle: line(200),
  cutoff,
  language: z.enum(['', 'fr', 'en']),
  look: lookChoices,
  template: entryTemplate,
}

export const editionsRequests = {
  /** Every edition, the latest cut-off day first. */
  list: question<{ readonly editions: readonly EditionLine[] }>()(nothing),
  read: question<Edition>()(z.strictObject({ id: identifier })),
  /** A new edition with the sections proposed to everybody; refuses a name that is taken. */
  create: order<Changed>()(z.strictObject({ name: editionName, cutoff: cutoff.default('') })),
  /**
   * Changes what is given and nothing else. Refuses a look that cannot be set (`lookImpossible`). Every change refuses an
   * edition that was printed (`editionFrozen`).
   */
  change: order<Changed>()(
    z.strictObject({ id: identifier, revision: z.int().min(0).optional(), ...z.object(facts).partial().shape }),
  ),
  /** The same words, look and sections under another name, to begin from last year’s; of a printed one too. */
  duplicate: order<Changed>()(z.strictObject({ id: identifier, name: editionName, cutoff: cutoff.default('') })),
  remove: order<{ readonly id: number }>()(z.strictObject({ id: identifier })),
  /** Adds a section at a place, at the end when none is given. Refuses a second one of those there is only one of. */
  addSection: order<Changed & { readonly section: number }>()(
    z.strictObject({
      edition: identifier,
      kind: z.enum(sectionKinds as [SectionKind, ...SectionKind[]]),
      at: z.int().min(0).max(100).optional(),
      shown: sectionWords.shown.default(true),
      title: sectionWords.title.default(''),
      body: sectionWords.body.default(''),
      options: sectionWords.options.default({}),
    }),
  ),
  changeSection: order<Changed>()(z.strictObject({ id: identifier, ...z.object(sectionWords).partial().shape })),
  /** Puts the sections in another order: every one of them, each once. */
  orderSections: order<Changed>()(z.strictObject({ edition: identifier, ids: z.array(identifier).min(1).max(100) })),
  removeSection: order<Changed>()(z.strictObject({ id: identifier })),
  /**
   * Prints an edition for good: its pages in reading order, to be kept (PDF/A-2a), and the other forms asked for, of the same day.
   * The files stay in the association’s folder; every later order on the edition is refused (`editionFrozen`). Refuses what
   * `directory.typeset` refuses, and `changedMeanwhile` when the register changed while the pages were made.
   */
  print: work<{ readonly prints: readonly EditionPrint[] }>()(
    z.strictObject({
      id: identifier,
      forms: z.array(z.enum(directoryImpositions)).max(5).default([]),
      evenIfMissing: z.boolean().default(false),
    }),
  ),
  /** A printed file, as it was printed. Refuses `paperMissing` when it is no longer what it was. */
  printed: deskAct<KeptPaper>()(z.strictObject({ print: identifier })),
}
