/** What a column becomes and what a line changes, as a reader of the terminal is told it. */
import type { ColumnTarget } from '../core/exchange/exchange.requests.ts'
import { fieldWords } from '../core/people/field.rules.ts'
import type { Language } from './words.ts'

type FieldWord = keyof (typeof fieldWords)['fr']

/** The targets that are no field of a contact, the household and the photo, which are none of its cells. */
const others: Readonly<
  Record<
    Language,
    Readonly<Record<Exclude<ColumnTarget, FieldWord> | 'household' | 'photo' | 'representatives' | 'dues', string>>
  >
> = {
  fr: {
    skip: 'laissée de côté',
    extra: 'gardée sous son titre',
    fullName: 'nom complet',
    group: 'groupe',
    mobile: 'téléphone mobile',
    fullAddress: 'adresse complète',
    household: 'foyer',
    photo: 'photo',
    representatives: 'interlocuteurs',
    due: 'cotisation',
    dues: 'cotisations',
  },
  en: {
    skip: 'left aside',
    extra: 'kept under its heading',
    fullName: 'full name',
    group: 'group',
    mobile: 'mobile phone',
    fullAddress: 'full address',
    household: 'household',
    photo: 'photo',
    representatives: 'people to reach',
    due: 'due',
    dues: 'dues',
  },
}

/** A target or a changed field in words; a heading of the association's own is said as it is. */
export function targetWords(name: string, language: Language): string {
  const words: Readonly<Record<string, string>> = { ...fieldWords[language], ...others[language] }
  if (!Object.hasOwn(words, name)) return name
  const word = words[name] as string
  return word.charAt(0).toLowerCase() + word.slice(1)
}
