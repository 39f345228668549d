/** What travels to the papers thread for membership cards. */
import { paperJob } from '../kit/papers.ts'
import type { Head } from '../letters/letters.job.ts'
import type { Offset, SheetFormat } from '../sheets/sheets.rules.ts'
import type { CardsReport } from './membership.requests.ts'

export type CardsHead = Head & {
  readonly title: string
  /** `2026`, and until when the card is good, in words. */
  readonly year: string
  readonly until: string
  readonly format: SheetFormat
  readonly first: number
  readonly offset: Offset
  readonly back: boolean
  readonly cards: number
}

export type CardPiece = {
  readonly contact: number
  readonly name: string
  readonly category: string
  readonly memberNumber: string
}

export const cardsJob = paperJob<CardsHead, CardPiece, Omit<CardsReport, 'cards'>>('membership-cards')
