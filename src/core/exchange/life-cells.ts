/**
 * What a record says several times over, or in part, in the cells of a list: days, languages, honours, aliases, labels.
 * Each way out is read back as it was.
 */
import { fold } from '../kit/text.ts'
import { dayWritten } from '../people/day.rules.ts'
import type { Honour } from '../people/honour.rules.ts'
import type { aliasKinds, ContactInput, MandateInput, StayInput, SupportInput } from '../people/people.requests.ts'
import type { ColumnTarget } from './exchange.requests.ts'

type Language = 'fr' | 'en'

/** The columns of a stay and of a mandate, each in a column of its own: `Séjour`, `Chambre`, then `Séjour 2`, `Chambre 2`. */
export const stayColumns = {
  stayHouse: 'house',
  staySince: 'since',
  stayUntil: 'until',
  stayRoom: 'room',
  stayProgramme: 'programme',
} as const satisfies Partial<Record<ColumnTarget, keyof StayInput>>
export const mandateColumns = {
  mandateBody: 'body',
  mandateFunction: 'function',
  mandateSince: 'since',
  mandateUntil: 'until',
  mandateElection: 'election',
  mandateDeclared: 'declared',
  mandateEndDeclared: 'endDeclared',
} as const satisfies Partial<Record<ColumnTarget, keyof MandateInput>>

export const supportColumns = {
  supportWay: 'way',
  supportSubject: 'subject',
  supportField: 'field',
  supportLanguages: 'languages',
  supportUntil: 'until',
  supportNotes: 'notes',
} as const satisfies Partial<Record<ColumnTarget, keyof SupportInput>>

export const supportTargets = Object.keys(supportColumns) as (keyof typeof supportColumns)[]
export const stayTargets = Object.keys(stayColumns) as (keyof typeof stayColumns)[]
export const mandateTargets = Object.keys(mandateColumns) as (keyof typeof mandateColumns)[]

/** What programs write where there is no day: `0000-00-00`, `00/00/0000`, `0001-01-01`, Outlook's `0/0/00`. */
export const isNoDay = (text: string): boolean =>
  /^(?:0+[-/.]0+[-/.]0+|0001-01-01|0?1[/.]0?1[/.]0001)(?:[T ].*)?$/.test(text.trim())

/**
 * A day known in part as a cell has it; a time after it, as some programs add, says nothing. Empty for a day that stands for
 * none. `monthFirst` reads `12/31/1962`; days with stops have their day first everywhere.
 */
export function dayInCell(text: string, monthFirst = false): string | undefined {
  if (isNoDay(text)) return ''
  const day = text.replace(/[T ]\d{1,2}:\d\d(:\d\d)?.*$/, '')
  return dayWritten(monthFirst ? day.replace(/^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/, '$3$2$1$2$4') : day)
}

/** Several things in one cell: parted by semicolons or lines; by commas only where there is neither. */
export const itemsIn = (text: string): string[] =>
  text
    .split(/[;\n]/.test(text) ? /[;\n]/ : /,/)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** Several things as one cell, read back as they are. */
export function cellOf(items: readonly string[]): string {
  const text = items.map((item) => item.replaceAll(';', ',')).join('; ')
  // One thing with a comma inside is not several.
  return items.length === 1 && text.includes(',') ? `${text};` : text
}

/** Honours with their grades and years: `Légion d’honneur (officier, 1998); Palmes académiques`. */
export const honoursCell = (honours: readonly Honour[]): string =>
  cellOf(
    honours.map(({ name, grade, year }) => {
      const more = [grade, year].filter((part) => part !== '').join(', ')
      return more === '' ? name : `${name} (${more})`
    }),
  )

const aliasWords = {
  fr: {
    former: '',
    maiden: 'jeune fille',
    married: 'mariage',
    pen: 'plume',
    spelling: 'graphie',
    hidden: 'non imprimé',
  },
  en: { former: '', maiden: 'maiden', married: 'married', pen: 'pen', spelling: 'spelling', hidden: 'not printed' },
} as const satisfies Record<Language, Record<(typeof aliasKinds)[number] | 'hidden', string>>
const aliasWordOf: ReadonlyMap<string, (typeof aliasKinds)[number] | 'hidden'> = new Map(
  Object.values(aliasWords).flatMap((words) =>
    Object.entries(words)
      .filter(([, word]) => word !== '')
      .map(([key, word]) => [fold(word), key as (typeof aliasKinds)[number] | 'hidden'] as const),
  ),
)

type Alias = ContactInput['aliases'][number]

/** Aliases as one cell: `Durand; Colette (plume, non imprimé)`. */
export const aliasesCell = (aliases: readonly Alias[], language: Language): string =>
  cellOf(
    aliases.map(({ kind, name, printed }) => {
      const words = aliasWords[language]
      const more = [words[kind], printed ? '' : words.hidden].filter((word) => word !== '').join(', ')
      return more === '' ? name : `${name} (${more})`
    }),
  )

/** Aliases out of one cell, in either language; words in brackets that say nothing known are of the name. */
export const aliasesIn = (text: string): Alias[] =>
  itemsIn(text.replace(/\(([^()]*)\)/g, (inside) => inside.replaceAll(',', '\u001f'))).map((item) => {
    const written = item.replaceAll('\u001f', ',')
    const found = /^(.*\S)\s*\(([^()]*)\)$/.exec(written)
    const words = (found?.[2] ?? '').split(',').map((word) => aliasWordOf.get(fold(word)))
    if (found === null || words.includes(undefined)) return { kind: 'former', name: written, printed: true }
    const kind = words.find((word) => word !== 'hidden')
    return {
      kind: kind ?? 'former',
      name: found[1] ?? '',
      printed: !words.includes('hidden'),
    }
  })

/** ISO 639 codes of the languages people write in, by their folded names in French and English. */
const languageCodes: ReadonlyMap<string, string> = new Map(
  'ar bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka km ko lb lo lt lv mg mk mn ms mt my ne nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi wo zh'
    .split(' ')
    .flatMap((code) =>
      ['fr', 'en'].map((language) => {
        const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
        return [fold(name), code] as const
      }),
    ),
)

/** Languages out of one cell, by code or by name; undefined when one of them is not known. */
export function languagesIn(text: string): string[] | undefined {
  const found = text
    .split(/\s*[;,/\n]\s*|\s+(?:et|and)\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => (/^[a-z]{2,3}( [a-z]{2,3})+$/.test(word) ? word.split(' ') : [word]))
    .map((word) => (/^[a-z]{2,3}$/i.test(word) ? word.toLowerCase() : languageCodes.get(fold(word))))
  return found.includes(undefined) ? undefined : [...new Set(found as string[])]
}

/** The header of a field of the association's own: `Visite`, and `Visite · 2` for its second filling. */
export const repeatedHeader = (name: string, occurrence: number): string =>
  occurrence === 0 ? name : `${name} · ${occurrence + 1}`

/** The field and the filling a header names. */
export function repeatedIn(header: string): { readonly name: string; readonly occurrence: number } {
  const found = /^(.+) · ([2-9]|[1-9]\d|100)$/.exec(header)
  return found === null
    ? { name: header, occurrence: 0 }
    : { name: found[1] as string, occurrence: Number(found[2]) - 1 }
}
