/** What an entry of the list says, in which order, on which lines. Pure: the window composes the same words beside the page. */
import { z } from 'zod'

/** Fields a line may hold; what the sheet does not have, or may not be published, leaves no trace. */
export const entryFields = [
  'functions',
  'profession',
  'houses',
  'sections',
  'classes',
  'stays',
  'honours',
  'address',
  'town',
  'phones',
  'emails',
  'birth',
] as const
export type EntryField = (typeof entryFields)[number]

const entryLine = z.array(z.enum(entryFields)).min(1).max(6)

export const entryTemplate = z.strictObject({
  /** From the top down; the name always stands above. */
  lines: z
    .array(entryLine)
    .max(12)
    .default([['profession', 'houses', 'classes'], ['address'], ['phones'], ['emails']]),
  /** Figure at the right edge of the first line. */
  year: z.enum(['joined', 'none']).default('joined'),
  /** The name in its own script beside the Latin form. */
  original: z.boolean().default(true),
  /** Cross-references from names of birth, aliases, initials. */
  references: z.boolean().default(true),
})
export type EntryTemplate = z.output<typeof entryTemplate>

export const usualTemplate: EntryTemplate = entryTemplate.parse({})
