/** What travels to the papers thread for the page of test, and its words. */
import { paperJob } from '../kit/papers.ts'
import type { Offset, SheetFormat } from './sheets.rules.ts'

export type TestPageHead = {
  readonly association: string
  /** `#rrggbb`. */
  readonly accent: string
  readonly language: 'fr' | 'en'
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly format: SheetFormat
  readonly offset: Offset
}

export const testPageJob = paperJob<TestPageHead, never, { readonly pages: number }>('sheet-test')

const tenths = (offset: number, mark: string): string =>
  `${offset < 0 ? '−' : '+'}${Math.abs(offset / 10)
    .toFixed(1)
    .replace('.', mark)}`

export const testPageWords = {
  fr: {
    title: 'Page de test',
    cell: (number: number) => `n° ${number}`,
    offset: ({ x, y }: Offset) => `Décalage : ${tenths(x, ',')} mm à droite, ${tenths(y, ',')} mm vers le bas`,
    help: 'Imprimer à 100 %, poser contre une planche.',
  },
  en: {
    title: 'Test page',
    cell: (number: number) => `no. ${number}`,
    offset: ({ x, y }: Offset) => `Offset: ${tenths(x, '.')} mm right, ${tenths(y, '.')} mm down`,
    help: 'Print at 100 %, hold against a sheet.',
  },
} as const
