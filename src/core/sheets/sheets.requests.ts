/** What may be asked about sheets of labels and cards: the formats there are, one's own, a page to test a printer with. */
import { z } from 'zod'
import type { KeptPaper } from '../kit/papers.ts'
import { identifier, line, nothing, order, question, work } from '../kit/request.ts'
import { mostOffset, type SheetFormat } from './sheets.rules.ts'

const uses = ['labels', 'cards', 'envelopes'] as const

/** Up to the long side of an A2 sheet. */
const millimetres = z.number().min(0).max(600)
const size = z.number().min(5).max(600)
const count = z.int().min(1).max(30)

/** A format by its code, or by the name of one's own. */
export const sheetName = line(60).refine((name) => name !== '', { error: 'too_small' })

/** What the printer is off by, in tenths of a millimetre. */
export const sheetOffset = z.strictObject({
  x: z.int().min(-mostOffset).max(mostOffset).default(0),
  y: z.int().min(-mostOffset).max(mostOffset).default(0),
})

/** How a run is put on sheets: which, from which cell on, how far off the printer is. */
export const onSheets = {
  /** The first cell of the first sheet to use; refused beyond the cells there are. */
  first: z.int().min(1).max(900).default(1),
  offset: sheetOffset.prefault({}),
}

export const ownSheet = z.strictObject({
  name: sheetName,
  use: z.enum(uses),
  page: z.strictObject({ width: size, height: size }),
  columns: count,
  rows: count,
  cell: z.strictObject({ width: size, height: size }),
  pitch: z.strictObject({ x: millimetres, y: millimetres }),
  left: millimetres,
  top: millimetres,
})
export type OwnSheet = z.output<typeof ownSheet>

export const sheetsRequests = {
  /** Those one buys, then one's own (`id`) by name. */
  formats: question<{ readonly formats: readonly (SheetFormat & { readonly id?: number })[] }>()(nothing),
  /**
   * Keeps a sheet of one's own under a name, new or in the place of `id`. Refuses a sheet whose cells leave the page
   * (`sheetTooLarge`) or overlap (`cellsOverlap`), and a name or code that is taken.
   */
  saveFormat: order<{ readonly id: number }>()(ownSheet.extend({ id: identifier.optional() })),
  removeFormat: order<{ readonly removed: boolean }>()(z.strictObject({ id: identifier })),
  /** A page that frames every cell, to be held against a sheet; refuses `notFound` for a format that is not there. */
  testPage: work<KeptPaper>()(z.strictObject({ format: sheetName, offset: sheetOffset.prefault({}) })),
}
