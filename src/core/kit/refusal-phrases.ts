/** Turns of phrase that the sentences of refusals share, in French and in English. */
import { centsInWords } from './money.ts'
import type { RefusalCode, RefusalValues } from './refusal.ts'

export type WordsLanguage = 'fr' | 'en'

export type Sentence = (values: RefusalValues) => string
type Sentences = { readonly fr: Sentence; readonly en: Sentence }

/** The sentences of some codes: those of one room. */
export type SentencesOf<Code extends RefusalCode> = Readonly<Record<Code, Sentences>>

export const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

/** A thing between quotation marks when it is named, else how it is called without its name. */
export const namedFr = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `« ${value} »`
export const namedEn = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `“${value}”`

/** A name after its noun, with the space between. */
export const named = (words: string): string => (words === '' ? '' : ` ${words}`)

export const fileFr = ({ name, file }: RefusalValues): string => named(namedFr(name ?? file, ''))
export const fileEn = ({ name, file }: RefusalValues): string => named(namedEn(name ?? file, ''))
export const lineFr = ({ line }: RefusalValues): string => (line === undefined ? '' : ` (ligne ${line})`)
export const lineEn = ({ line }: RefusalValues): string => (line === undefined ? '' : ` (line ${line})`)
export const folderFr = ({ folder }: RefusalValues): string => namedFr(folder, 'de l’association')
export const folderEn = ({ folder }: RefusalValues): string => namedEn(folder, 'of the association')

export const amountFr = (cents: string | number | undefined): string => centsInWords(Number(cents ?? 0), 'fr')
export const amountEn = (cents: string | number | undefined): string => centsInWords(Number(cents ?? 0), 'en')

export const megabytes = (bytes: string | number | undefined): string =>
  typeof bytes === 'number' ? String(Math.round(bytes / 1_000_000)) : ''

/** `2026-11-22T19:23:53.744Z` as a day and an hour where the reader is. */
export function moment(at: string | number | undefined, language: WordsLanguage): string {
  const date = new Date(text(at))
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(date)
}
