import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo } from 'react'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Language, ValuesOf } from './phrases.ts'
import { filled, localeOf, numberIn } from './phrases.ts'

export type WordKey = keyof typeof fr

/** Keys of phrases that ask for no value: those a table may hold. */
export type PlainKey = { [K in WordKey]: ValuesOf<(typeof fr)[K]> extends [] ? K : never }[WordKey]

/** Says a phrase in the window's language. */
type Say = <K extends WordKey>(key: K, ...values: ValuesOf<(typeof fr)[K]>) => string

export type Words = {
  readonly language: Language
  readonly locale: string
  readonly t: Say
  readonly number: (value: number) => string
  /** `12 mars 2026 à 14:05`, from an ISO 8601 instant. */
  readonly moment: (instant: string) => string
  /** `il y a 3 minutes`, from an ISO 8601 instant. */
  readonly since: (instant: string) => string
  /** Name of a country in the window's language, from its ISO 3166-1 code. */
  readonly country: (code: string) => string
}

const dictionaries = { fr, en }

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

function wordsIn(language: Language): Words {
  const locale = localeOf(language)
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const t: Say = (key, ...[values]) => filled(dictionaries[language][key], language, values ?? {})
  return {
    language,
    locale,
    t,
    number: (value) => numberIn(language, value),
    moment: (instant) => dates.format(new Date(instant)),
    since(instant) {
      const seconds = (Date.parse(instant) - Date.now()) / 1000
      const step = steps.find(([, size]) => Math.abs(seconds) >= size)
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : t('time.now')
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  }
}

const Context = createContext<Words | undefined>(undefined)

export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const words = useMemo(() => wordsIn(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <Context.Provider value={words}>{children}</Context.Provider>
}

export function useWords(): Words {
  const words = useContext(Context)
  if (!words) throw new Error('useWords stands outside of WordsProvider')
  return words
}
