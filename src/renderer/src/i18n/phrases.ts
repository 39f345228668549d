/** Phrases with places for values and plural forms; the types come from the French words. */

export type Phrase = string | { readonly one: string; readonly other: string }
export type Language = 'fr' | 'en'

type Texts<P> = P extends { readonly one: infer One; readonly other: infer Other } ? One | Other : P
type Places<Text> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never

/** Values a phrase asks for: none, or one for each `{place}`. */
export type ValuesOf<P> = [Places<Texts<P>>] extends [never]
  ? []
  : [values: Readonly<Record<Places<Texts<P>>, string | number>>]

/** The same keys in another language: plural where the French is, text where it is text. */
export type Translated<French> = {
  readonly [K in keyof French]: French[K] extends string ? string : { readonly one: string; readonly other: string }
}

const locales = { fr: 'fr-FR', en: 'en-GB' } as const
export const localeOf = (language: Language): string => locales[language]

const plurals = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') }
const numbers = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }

/** Writes a number as the language does: `2 000`, `2,000`. */
export const numberIn = (language: Language, value: number): string => numbers[language].format(value)

/**
 * Fills a phrase. A phrase with plural forms is chosen by the value of `{count}`.
 *
 * @returns the phrase with its values, numbers written as the language does; a value is never read as a place.
 */
export function filled(phrase: Phrase, language: Language, values: Readonly<Record<string, string | number>>): string {
  const text =
    typeof phrase === 'string'
      ? phrase
      : phrase[plurals[language].select(Number(values.count)) === 'one' ? 'one' : 'other']
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return value === undefined ? place : typeof value === 'number' ? numberIn(language, value) : value
  })
}
