/** What travels to the papers thread for labels and envelopes. */
import { paperJob } from '../kit/papers.ts'
import type { Offset, SheetFormat } from '../sheets/sheets.rules.ts'
import type { LetterLanguage } from './letters.rules.ts'

export type LabelsHead = {
  readonly association: string
  readonly language: LetterLanguage
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly title: string
  readonly format: SheetFormat
  readonly first: number
  readonly offset: Offset
  /** Lines of the one who sends; none: not printed. */
  readonly sender: readonly string[]
  readonly labels: number
}

export type LabelPiece = { readonly contact: number; readonly name: string; readonly lines: readonly string[] }

type Named = { readonly id: number; readonly name: string }
export type LabelsPrinted = {
  readonly pages: number
  /** Addresses that do not hold in a label: their place is blank. */
  readonly tooLong: readonly Named[]
  /** What no font can draw, by person; an empty frame stands for it. */
  readonly missing: readonly (Named & { readonly text: string })[]
}

export const labelsJob = paperJob<LabelsHead, LabelPiece, LabelsPrinted>('labels')
