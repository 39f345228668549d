/** Columns of a list going out and their order, kept under a name to be chosen again. */
import { z } from 'zod'
import { identifier, line, nothing, order, question } from '../kit/request.ts'
import { type ExportColumn, exportColumns } from './export.requests.ts'

export type ExportModel = {
  readonly id: number
  readonly name: string
  /** In the order in which they go out. */
  readonly columns: readonly ExportColumn[]
}

const modelName = line(80).refine((name) => name !== '', { error: 'too_small' })

export const exportModelRequests = {
  models: question<{ readonly models: readonly ExportModel[] }>()(nothing),
  /** Keeps columns under a name, or changes the model of that number: rename it so too. Refuses a name that is taken. */
  saveModel: order<{ readonly id: number }>()(
    z.strictObject({
      id: identifier.optional(),
      name: modelName,
      columns: z
        .array(z.enum(exportColumns))
        .min(1)
        .max(80)
        .refine((columns) => new Set(columns).size === columns.length, { error: 'twice' }),
    }),
  ),
  removeModel: order<{ readonly id: number }>()(z.strictObject({ id: identifier })),
}
