/** What travels to the papers thread for a list on paper: a title, columns, rows that are made already. */
import { paperJob } from '../kit/papers.ts'
import type { Head } from './letters.job.ts'

export type RollColumn = {
  readonly header: string
  /** Of the width of the page. */
  readonly share: number
  /** Amounts stand under each other. */
  readonly right?: boolean
}
export type RollHead = Head & {
  readonly title: string
  readonly lead: string
  readonly columns: readonly RollColumn[]
  readonly rows: number
  /** Under the last row: totals, the place to sign. */
  readonly foot: string
}
export const rollJob = paperJob<RollHead, readonly string[], { readonly pages: number }>('roll')
