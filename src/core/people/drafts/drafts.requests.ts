/** What may be asked about sheets typed and not saved: kept in the association's folder until they are, for a window that dies. */
import { z } from 'zod'
import { deskAct, nothing, question } from '../../kit/request.ts'

/** The number of a record, or the kind of a new one. */
const record = z.string().regex(/^(person|organisation|[1-9]\d{0,14})$/)

/** `draft` is the window's own text: the office keeps it and reads nothing in it. */
export type Draft = { readonly record: string; readonly draft: string }

export const draftsRequests = {
  /** The latest last. */
  list: question<{ readonly drafts: readonly Draft[] }>()(nothing),
  /** Takes the place of the one before; of more than a hundred the oldest goes. */
  keep: deskAct<{ readonly kept: boolean }>()(z.strictObject({ record, draft: z.string().min(1).max(250_000) })),
  forget: deskAct<{ readonly forgotten: boolean }>()(z.strictObject({ record })),
}
