/** The columns a list may show and be sorted by. */
import { z } from 'zod'

export const listColumns = [
  ...(['name', 'kind', 'status', 'memberNumber', 'category', 'groups', 'house', 'joined', 'left'] as const),
  ...(['civility', 'title', 'firstName', 'lastName', 'birthName', 'aliases', 'originalName', 'honours'] as const),
  ...(['born', 'birthPlace', 'died', 'profession', 'languages', 'tags', 'stays', 'mandates'] as const),
  ...(['email', 'emails', 'phone', 'phones', 'street', 'postcode', 'city', 'region', 'country'] as const),
  ...(['returned', 'household', 'supports', 'confirmed', 'notes', 'dues'] as const),
] as const

/** A column of ours, or `custom:` and the name of a field of the association's own. */
export type ListColumn = (typeof listColumns)[number] | `custom:${string}`

export const customColumn = 'custom:'

const ours: ReadonlySet<string> = new Set(listColumns)

export const listColumn = z
  .string()
  .max(90)
  .refine((column) => ours.has(column) || (column.startsWith(customColumn) && column.length > customColumn.length), {
    error: 'unknownColumn',
  })
  .transform((column) => column as ListColumn)

export const listSort = z.strictObject({ by: listColumn, descending: z.boolean().default(false) })
export type ListSort = z.output<typeof listSort>

/** In the order of the sort key, as lists are unless told otherwise. */
export const byName: ListSort = { by: 'name', descending: false }

/** What a list shows beside the name until somebody chooses. */
export const usualColumns: readonly ListColumn[] = ['groups', 'city', 'email', 'phone']
