/** What may be asked about the fields the association adds to its records. */
import { z } from 'zod'
import { chunk, identifier, line, nothing, order, orderInSlices, question } from '../../kit/request.ts'
import { type CustomField, fieldApplies, fieldTypes } from './fields.rules.ts'

const fieldName = line(80).refine((name) => name !== '')
const choice = line(120).refine((text) => text !== '' && !text.includes(';'))
const shape = {
  type: z.enum(fieldTypes),
  /** For a choice or several; each once. */
  choices: z.array(choice).max(200),
}
const facts = {
  name: fieldName,
  ...shape,
  applies: z.enum(fieldApplies),
  repeatsIn: line(80),
}
/** What becomes of values that do not suit: the order is refused, or they stay as text. */
const misfits = z.enum(['refuse', 'keep']).default('refuse')

export const fieldsRequests = {
  /** The fields in their order with how many records fill each, and the columns lists brought in that have no type yet. */
  list: question<{
    readonly fields: readonly (CustomField & { readonly count: number })[]
    readonly untyped: readonly { readonly name: string; readonly count: number }[]
  }>()(nothing),
  /** Whether what is written under a name would suit a type: how many do, and some that do not. */
  check: question<{
    readonly fit: number
    readonly misfit: number
    readonly examples: readonly { readonly id: number; readonly displayName: string; readonly value: string }[]
  }>()(z.strictObject({ name: fieldName, ...shape, choices: shape.choices.default([]) })),
  /** Makes a field, or gives a type to a column that is there: its values are written in the form of the type. */
  define: orderInSlices<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({
      ...facts,
      choices: facts.choices.default([]),
      applies: facts.applies.default('both'),
      repeatsIn: facts.repeatsIn.default(''),
      misfits,
    }),
  ),
  /** Changes what is given; a new name is written in every record, a new type as `define` does. */
  update: orderInSlices<{ readonly id: number; readonly revision: number }>()(
    z.strictObject({ id: identifier, revision: z.int().min(0), misfits, ...z.object(facts).partial().shape }),
  ),
  /** Puts the fields in this order; those not named come after. */
  order: order<{ readonly changed: boolean }>()(z.strictObject({ ids: z.array(identifier).min(1).max(500) })),
  /** Takes a field away; what is written in the records stays there under its name. */
  remove: order<{ readonly kept: number }>()(z.strictObject({ id: identifier })),
  /** Keeps a file of at most 600,000 bytes among the documents. @returns the value a record keeps for it. */
  keepFile: order<{ readonly value: string }>()(z.strictObject({ name: fieldName, bytes: chunk })),
  /** The file a value stands for, in base64; null when it is not there. */
  file: question<{ readonly name: string; readonly bytes: string } | null>()(z.strictObject({ value: line(2000) })),
}
