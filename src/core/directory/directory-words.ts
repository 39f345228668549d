import type { DirectoryModel } from './directory.rules.ts'

const WORDS = {
  fr: {
    contents: 'Sommaire',
    /** Letters of an ordinal, raised (Lexique des règles typographiques: 1er, 1re, 2e). */
    ordinals: /((?<=\b1)(?:ers?|res?)\b|(?<=\d)es?\b)/u,
    others: 'Autres écritures',
    see: 'voir',
    continued: 'suite',
    colophon: 'Achevé de composer',
    people: (count: number) => (count > 1 ? `${grouped(count, '\u202f')} membres` : `${count} membre`),
    count: (count: number) => grouped(count, '\u202f'),
    /** Followed by a line to write on. */
    copy: 'Exemplaire n°\u00a0',
    setOn: (day: string) => `Cette édition a été composée le ${frenchDay(day)}.`,
    faces: 'Caractères Source Serif et Source Sans, et la famille Noto pour les autres écritures.',
    madeWith: 'Mise en pages par Amicale.',
    page: (page: number) => `Page ${page}`,
  },
  en: {
    contents: 'Contents',
    ordinals: /(?!)/u,
    others: 'Other scripts',
    see: 'see',
    continued: 'continued',
    colophon: 'Colophon',
    people: (count: number) => (count === 1 ? '1 member' : `${grouped(count, ',')} members`),
    count: (count: number) => grouped(count, ','),
    copy: 'Copy no.\u00a0',
    setOn: (day: string) => `This edition was set on ${englishDay(day)}.`,
    faces: 'Set in Source Serif and Source Sans, with the Noto family for other scripts.',
    madeWith: 'Typeset by Amicale.',
    page: (page: number) => `Page ${page}`,
  },
} as const

export type DirectoryWords = (typeof WORDS)[DirectoryModel['language']]

/** The fixed words of the printed directory in the language of the edition. */
export function directoryWords(language: DirectoryModel['language']): DirectoryWords {
  return WORDS[language]
}

const FRENCH_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

function frenchDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date === 1 ? '1er' : date}\u00a0${FRENCH_MONTHS[(month ?? 1) - 1]} ${year}`
}

function englishDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}\u00a0${ENGLISH_MONTHS[(month ?? 1) - 1]} ${year}`
}

function grouped(count: number, separator: string): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, separator)
}
