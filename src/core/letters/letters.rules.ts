/** What letters are made of: the fields of a text, who is written to by which way, where the address shows. No database, no clock. */
import { fold } from '../kit/text.ts'

export type LetterLanguage = 'fr' | 'en'

/** How a letter goes; `nothing` is said by a person who wants none. */
export const channels = ['post', 'email'] as const
export type Channel = (typeof channels)[number]
export const wishes = ['post', 'email', 'nothing'] as const
export type Wish = (typeof wishes)[number]

/** Why nobody can be reached under a name: no address and no e-mail, mail that came back, a wish, a death, the trash. */
export type Unreached = 'noAddress' | 'returned' | 'noEmail' | 'wish' | 'byEmail' | 'dead' | 'trashed'

/** Fields a text may hold, `{Nom}`, by what they are called in the two languages. Those of dues are said in reminders alone. */
export const letterFields = {
  name: { fr: 'Nom complet', en: 'Full name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  salutation: { fr: 'Formule d’appel', en: 'Salutation' },
  category: { fr: 'Catégorie', en: 'Category' },
  memberNumber: { fr: 'N° de membre', en: 'Member number' },
  city: { fr: 'Ville', en: 'City' },
  association: { fr: 'Association', en: 'Association' },
  day: { fr: 'Date', en: 'Date' },
  year: { fr: 'Exercice', en: 'Year' },
  amount: { fr: 'Montant dû', en: 'Amount due' },
  dueBy: { fr: 'Échéance', en: 'Due date' },
  lastReminder: { fr: 'Dernière relance', en: 'Last reminder' },
} as const satisfies Record<string, { readonly fr: string; readonly en: string }>
export type LetterField = keyof typeof letterFields
/** Fields that any letter may hold. */
export const plainFields = [
  ...(['name', 'firstName', 'lastName', 'salutation', 'category', 'memberNumber'] as const),
  ...(['city', 'association', 'day'] as const),
] as const satisfies readonly LetterField[]
export const duesFields = ['year', 'amount', 'dueBy', 'lastReminder'] as const satisfies readonly LetterField[]
/** Fields that say something of whom the letter is for: a text that holds one cannot be one message to many. */
const personal: readonly LetterField[] = [
  ...(['name', 'firstName', 'lastName', 'salutation', 'category', 'memberNumber', 'city'] as const),
  ...(['amount', 'lastReminder'] as const),
]

const byName: ReadonlyMap<string, LetterField> = new Map(
  Object.entries(letterFields).flatMap(([field, { fr, en }]) => [
    [fold(fr), field as LetterField],
    [fold(en), field as LetterField],
  ]),
)
const place = /\{([^{}\n]{1,60})\}/g

/** The fields a text holds, and the first name that is none of `allowed`, as it was written. */
export function fieldsIn(
  text: string,
  allowed: readonly LetterField[],
): { readonly fields: readonly LetterField[]; readonly unknown: string | undefined } {
  const fields: LetterField[] = []
  let unknown: string | undefined
  for (const [, name = ''] of text.matchAll(place)) {
    const field = byName.get(fold(name))
    if (field === undefined || !allowed.includes(field)) unknown ??= name
    else fields.push(field)
  }
  return { fields, unknown }
}

/** Whether each reader gets a text of their own. */
export const isPersonal = (text: string): boolean =>
  fieldsIn(text, Object.keys(letterFields) as LetterField[]).fields.some((field) => personal.includes(field))

/** The text with its fields said; a field nothing is known for is empty, and leaves no two spaces behind. */
export const filled = (text: string, values: Readonly<Partial<Record<LetterField, string>>>): string =>
  text
    .replace(place, (whole, name: string) => {
      const field = byName.get(fold(name))
      return field === undefined ? whole : (values[field] ?? '')
    })
    .replace(/[ \u00a0]{2,}/g, ' ')

/** Envelopes whose window a letter is made for; `any`: the block that all of them show (rules-fr.md 6.7). */
export const windows = ['any', 'dl', 'c5'] as const
export type EnvelopeWindow = (typeof windows)[number]

/**
 * The block of the address in millimetres from the top left corner of an A4 sheet: six lines, and where it begins with a
 * seventh. `dl`: 110 × 220 with a window of 100 × 45, A4 in three; `c5`: 162 × 229, window of 100 × 45, A4 in two.
 */
export const windowBlocks: Readonly<
  Record<
    EnvelopeWindow,
    { readonly left: number; readonly top: number; readonly higher: number; readonly width: number }
  >
> = {
  any: { left: 110, top: 57, higher: 53, width: 80 },
  dl: { left: 110, top: 51, higher: 48, width: 80 },
  c5: { left: 110, top: 60, higher: 58, width: 80 },
}

/** A text is parted into paragraphs by empty lines; a line end inside one stays. */
export const paragraphsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)

/** As the posts sort: at home first, then by country, postcode, town, street and name. */
export const postalKey = (
  address: { readonly country: string; readonly postcode: string; readonly city: string; readonly street: string },
  home: string,
  name: string,
): string => {
  const country = address.country === '' || address.country === home ? '' : address.country
  return [country, address.postcode, address.city, address.street, name].join('\u0000').toLowerCase()
}
