/** What may be asked of the papers' room: the bytes of what was made. */
import { z } from 'zod'
import { deskAct, question } from '../kit/request.ts'

/** A made file waiting in the office until it is fetched with `papers.read`. */
export type Paper = {
  readonly paper: string
  readonly name: string
  readonly type: string
  readonly size: number
}

const paper = z.string().regex(/^[a-f0-9]{32}$/)

export const papersRequests = {
  /** A piece of a made file, in base64; `next` is absent at the end. */
  read: question<{ readonly chunk: string; readonly size: number; readonly next?: number }>()(
    z.strictObject({ paper, offset: z.int().min(0).default(0) }),
  ),
  discard: deskAct<{ readonly discarded: boolean }>()(z.strictObject({ paper })),
}
