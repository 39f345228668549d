/** What the office's thread and the papers thread say to each other. */
import type { RefusalData } from '../kit/refusal.ts'

/** How many batches may be under way: enough to keep the thread busy, few enough to hold little memory. */
export const BATCHES_UNDER_WAY = 4

export type PapersThread = { readonly resources: string }

export type ToThread =
  | { readonly kind: 'warmUp' }
  /** `flag` is four shared bytes: 1 there means stop, seen even while the thread computes. */
  | {
      readonly kind: 'start'
      readonly job: number
      readonly name: string
      readonly head: unknown
      readonly flag: SharedArrayBuffer
    }
  | { readonly kind: 'batch'; readonly job: number; readonly batch: readonly unknown[] }
  | { readonly kind: 'end'; readonly job: number }
  /** Wakes a thread that waits for a batch; one that computes sees the flag. */
  | { readonly kind: 'cancel'; readonly job: number }

export type FromThread =
  /** A batch was taken up: there is room for one more. */
  | { readonly kind: 'room'; readonly job: number }
  | {
      readonly kind: 'progress'
      readonly job: number
      readonly phase: string
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'made'; readonly job: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly report: unknown }
  | { readonly kind: 'refused'; readonly job: number; readonly refusal: RefusalData }
  | { readonly kind: 'cancelled'; readonly job: number }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string; readonly stack: string }
