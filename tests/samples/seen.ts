/** What a sample gave: the words between the runner and the process that reads. */
import type { Look, Preview, Reading } from '../../src/core/exchange/exchange.requests.ts'

export type Order = {
  readonly path: string
  readonly name: string
  readonly reading: Reading
  /** Places of cells, `B4`, whose text is asked for. */
  readonly cells: readonly string[]
  /** How many contacts are asked for, once imported. */
  readonly contacts: number
}

export type Outcome =
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | {
      readonly kind: 'read'
      readonly look: Look
      readonly preview: Preview
      /** Codes of the look and of the first lines. */
      readonly warnings: readonly string[]
      readonly cells: Readonly<Record<string, string>>
      readonly contacts: readonly unknown[]
    }
  | { readonly kind: 'failed'; readonly message: string }

export type Seen = {
  readonly outcome: Outcome
  /** Of the whole process, its threads too, in ms of computing. */
  readonly computing: number
  /** In ms. */
  readonly wall: number
  /** In MB, the most beyond what the idle process had. */
  readonly memory: number
}
