/** Two sheets made into one: where they differ, what is proposed, what the result says. Pure: also for the screen. */
import { fold, fuse } from '../../kit/text.ts'
import { displayName, headword, type Named } from '../name.rules.ts'
import {
  blankOrganisation,
  blankPerson,
  type ContactInput,
  organisationInput,
  personInput,
} from '../people.requests.ts'
import { mistyped, soundsSame, wholeName } from './likeness.rules.ts'
import { streetKey } from './street.rules.ts'

/** `both` is for texts that may stand one after the other. */
export type FieldChoice = 'keep' | 'absorb' | 'both'
export type Choices = Readonly<Record<string, FieldChoice>>

export type MergeField = {
  /** Name of the field on the sheet, `extras.NAME` for a column of the association's own. */
  readonly field: string
  readonly keep: string
  readonly absorb: string
  readonly proposed: FieldChoice
  readonly choices: readonly FieldChoice[]
}
export type MergeList = {
  readonly list: string
  /** What the absorbed record brings: its place there (`addresses.0` is its choice), and its words. */
  readonly added: readonly { readonly at: number; readonly text: string }[]
  /** How many lines both have. */
  readonly repeated: number
}

type Sheet = Readonly<Record<string, unknown>>
type Item = Readonly<Record<string, unknown>> | string

const blanks = { person: blankPerson, organisation: blankOrganisation } as const
const shapes = { person: personInput.shape, organisation: organisationInput.shape } as const

/** Lists of the sheet that are one value: shown and chosen whole. */
const wholeLists: ReadonlySet<string> = new Set(['languages'])

const isList = (kind: ContactInput['kind'], field: string): boolean =>
  Array.isArray((blanks[kind] as Sheet)[field]) && !wholeLists.has(field)

/** The single values of a sheet, in its order. */
export const fieldsOf = (kind: ContactInput['kind']): readonly string[] =>
  Object.keys(shapes[kind]).filter((field) => field !== 'kind' && !isList(kind, field))
/** The lists of a sheet: what hangs on it. */
export const listsOf = (kind: ContactInput['kind']): readonly string[] =>
  Object.keys(shapes[kind]).filter((field) => isList(kind, field))

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value)

/** Of two spellings of one text, whether the second is better written: small letters, then accents. */
function betterWritten(one: string, other: string): boolean {
  const marks = (text: string): number => [...text.normalize('NFD')].filter((sign) => /\p{M}/u.test(sign)).length
  const shouted = (text: string): boolean =>
    text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
  if (shouted(one) !== shouted(other)) return shouted(one)
  return marks(other) > marks(one)
}

const texts: ReadonlySet<string> = new Set(['notes'])

/** What is proposed where both say something and differ. */
function proposal(field: string, keep: string, absorb: string): FieldChoice {
  if (keep === '') return 'absorb'
  if (absorb === '') return 'keep'
  if (texts.has(field)) return keep.includes(absorb) ? 'keep' : absorb.includes(keep) ? 'absorb' : 'both'
  if (field === 'status') return absorb === 'deceased' ? 'absorb' : 'keep'
  if (field === 'joined') return absorb < keep ? 'absorb' : 'keep'
  if (field === 'confirmed') return absorb > keep ? 'absorb' : 'keep'
  if (['born', 'died', 'left'].includes(field)) return absorb.startsWith(keep) ? 'absorb' : 'keep'
  if (fold(keep) === fold(absorb)) return betterWritten(keep, absorb) ? 'absorb' : 'keep'
  return 'keep'
}

/** Two columns of the association's own that bear one name and one occurrence, and say different things. */
const extraKey = ({ name, occurrence }: ContactInput['extras'][number]): string =>
  `extras.${name}${occurrence > 0 ? `.${occurrence}` : ''}`

/** Where two sheets of one kind differ, field by field. */
export function mergeFields(keep: ContactInput, absorb: ContactInput): readonly MergeField[] {
  const differing = (field: string, one: string, other: string): readonly MergeField[] => {
    if (one === other || other === '') return []
    const both = texts.has(field) && one !== '' && other !== ''
    const choices: readonly FieldChoice[] = both ? ['keep', 'absorb', 'both'] : ['keep', 'absorb']
    return [{ field, keep: one, absorb: other, proposed: proposal(field, one, other), choices }]
  }
  return [
    ...fieldsOf(keep.kind).flatMap((field) =>
      differing(field, textOf((keep as Sheet)[field]), textOf((absorb as Sheet)[field])),
    ),
    ...absorb.extras.flatMap((extra) => {
      const known = keep.extras.find((one) => extraKey(one) === extraKey(extra))
      return known === undefined ? [] : differing(extraKey(extra), known.value, extra.value)
    }),
  ]
}

/** What makes two lines of a list the same. */
const sameLine: Readonly<Record<string, (item: never) => string>> = {
  emails: ({ address }: ContactInput['emails'][number]) => address.toLowerCase(),
  phones: ({ number }: ContactInput['phones'][number]) => number,
  addresses: (address: ContactInput['addresses'][number]) =>
    [
      streetKey(address.street),
      fuse(address.locality),
      fuse(address.postcode),
      fuse(address.city),
      fuse(address.override),
    ].join(' '),
  extras: extraKey,
  groups: ({ kind, name, since, until }: ContactInput['groups'][number]) => [kind, fold(name), since, until].join('|'),
  honours: ({ name, grade }: ContactInput['honours'][number]) => fold(`${name} ${grade}`),
  aliases: ({ name }: ContactInput['aliases'][number]) => fuse(name),
  tags: (tag: string) => fold(tag),
}
const lineKey = (list: string, item: Item): string => sameLine[list]?.(item as never) ?? JSON.stringify(item)

/** Dates of a belonging are the same when the absorbed record does not know them. */
const undated = (list: string, item: Item): string | undefined =>
  list === 'groups' && typeof item !== 'string' && item.since === '' && item.until === ''
    ? [item.kind, fold(String(item.name))].join('|')
    : undefined

const named: Readonly<Record<string, readonly string[]>> = {
  emails: ['address'],
  phones: ['number'],
  addresses: ['complement', 'street', 'locality', 'postcode', 'city', 'country'],
  extras: ['name', 'value'],
  aliases: ['name'],
  groups: ['name', 'since', 'until'],
  honours: ['name', 'grade', 'year'],
  stays: ['house', 'since', 'until', 'room', 'programme'],
  mandates: ['function', 'body', 'since', 'until'],
  supports: ['field', 'languages', 'notes'],
  representatives: ['role', 'since', 'until'],
}
const lineText = (list: string, item: Item): string =>
  typeof item === 'string'
    ? item
    : (named[list] ?? Object.keys(item))
        .map((key) => textOf(item[key]))
        .filter((text) => text !== '' && text !== 'false' && text !== 'true')
        .join(' ')

/** What a line does not say is taken from its twin: a country, a label. */
const filledFrom = (item: Item, twin: Item): Item =>
  typeof item === 'string' || typeof twin === 'string'
    ? item
    : Object.fromEntries(Object.entries(item).map(([key, value]) => [key, value === '' ? (twin[key] ?? '') : value]))

/** A list of the kept record with what the absorbed one adds; `moved`: the places of those lines in the absorbed list. */
export function united(
  list: string,
  keep: readonly Item[],
  absorb: readonly Item[],
  choices: Choices,
): { readonly items: readonly Item[]; readonly moved: readonly number[]; readonly repeated: number } {
  const items = [...keep]
  const known = new Map(items.map((item, at) => [lineKey(list, item), at]))
  const names = new Set(
    list === 'groups'
      ? items.map((item) => (typeof item === 'string' ? '' : [item.kind, fold(String(item.name))].join('|')))
      : [],
  )
  const moved: number[] = []
  let repeated = 0
  absorb.forEach((item, at) => {
    const twin = known.get(lineKey(list, item))
    const belongs = undated(list, item)
    if (twin !== undefined) {
      items[twin] = filledFrom(items[twin] ?? item, item)
      repeated += 1
    } else if (belongs !== undefined && names.has(belongs)) repeated += 1
    else if (choices[`${list}.${at}`] !== 'keep') {
      known.set(lineKey(list, item), items.length)
      items.push(item)
      moved.push(at)
    }
  })
  return { items, moved, repeated }
}

/** What the absorbed record brings to each list. */
export const mergeLists = (keep: ContactInput, absorb: ContactInput): readonly MergeList[] =>
  listsOf(keep.kind).flatMap((list) => {
    const theirs = ((absorb as Sheet)[list] ?? []) as readonly Item[]
    if (theirs.length === 0) return []
    const { moved, repeated } = united(list, ((keep as Sheet)[list] ?? []) as readonly Item[], theirs, {})
    return [{ list, added: moved.map((at) => ({ at, text: lineText(list, theirs[at] ?? '') })), repeated }]
  })

const aliasOf = (name: string, kind: 'former' | 'spelling') => ({ kind, name, printed: false })

/**
 * Names the absorbed record had that the result does not say: they lead to it, unprinted until somebody wishes it, for a
 * mistyped name must not come out in a directory as “X, see Y”.
 */
function lostNames(result: ContactInput, absorb: ContactInput): ContactInput['aliases'] {
  if (absorb.kind === 'organisation' || result.kind === 'organisation') {
    const [name, kept] = [textOf((absorb as Sheet).name), textOf((result as Sheet).name)]
    const known = new Set([kept, ...result.aliases.map((alias) => alias.name)].map(wholeName))
    return name === '' || known.has(wholeName(name))
      ? []
      : [aliasOf(name, mistyped(wholeName(name), wholeName(kept)) ? 'spelling' : 'former')]
  }
  const kept = new Set(
    [result.lastName, `${result.particle} ${result.lastName}`, result.birthName, result.studiedName]
      .concat(result.aliases.map(({ name }) => name))
      .map(wholeName),
  )
  const lost: ContactInput['aliases'] = []
  const sameForename = absorb.firstName === '' || fuse(absorb.firstName) === fuse(result.firstName)
  const inUse = sameForename ? headword(absorb as Named) : displayName(absorb as Named)
  for (const name of [inUse, absorb.birthName, absorb.studiedName]) {
    if (name === '' || kept.has(wholeName(name))) continue
    kept.add(wholeName(name))
    const [one, other] = [wholeName(name), wholeName(result.lastName)]
    lost.push(aliasOf(name, mistyped(one, other) || soundsSame(one, other) ? 'spelling' : 'former'))
  }
  return lost
}

/** The choices with what is proposed wherever nothing was chosen. */
export const settled = (fields: readonly MergeField[], choices: Choices): Choices => ({
  ...choices,
  ...Object.fromEntries(fields.map(({ field, proposed }) => [field, choices[field] ?? proposed])),
})

/** What there is one of beside the sheet: chosen too, the kept record's when nothing is said. */
export const singles = ['photo', 'household'] as const

const one: readonly FieldChoice[] = ['keep', 'absorb']
const oneOrBoth: readonly FieldChoice[] = [...one, 'both']
const takenOrLeft: readonly FieldChoice[] = ['keep', 'both']

/** The first choice that is about nothing the two records have, or that its field does not offer. */
export function wrongChoice(keep: ContactInput, absorb: ContactInput, choices: Choices): string | undefined {
  const offered = new Map<string, readonly FieldChoice[]>()
  for (const field of [...fieldsOf(keep.kind), ...[...keep.extras, ...absorb.extras].map(extraKey), ...singles])
    offered.set(field, texts.has(field) ? oneOrBoth : one)
  for (const list of listsOf(keep.kind))
    for (const at of ((absorb as Sheet)[list] as readonly Item[]).keys()) offered.set(`${list}.${at}`, takenOrLeft)
  return Object.keys(choices).find((field) => !offered.get(field)?.includes(choices[field] ?? 'keep'))
}

/** The sheet that two sheets of one kind make, and the names that will lead to it. */
export function mergedSheet(
  keep: ContactInput,
  absorb: ContactInput,
  choices: Choices,
): { readonly sheet: ContactInput; readonly aliases: readonly string[] } {
  const fields = mergeFields(keep, absorb)
  const chosen = settled(fields, choices)
  const result: Record<string, unknown> = { kind: keep.kind }
  for (const field of fieldsOf(keep.kind)) {
    const [one, other] = [(keep as Sheet)[field], (absorb as Sheet)[field]]
    const choice = fields.some((differing) => differing.field === field) ? chosen[field] : 'keep'
    result[field] = choice === 'absorb' ? other : choice === 'both' ? `${textOf(one)}\n${textOf(other)}`.trim() : one
  }
  for (const list of listsOf(keep.kind)) {
    const [one, other] = [(keep as Sheet)[list], (absorb as Sheet)[list]] as [Item[], Item[] | undefined]
    result[list] = united(list, one, other ?? [], chosen).items
  }
  const theirs = new Map(absorb.extras.map((extra) => [extraKey(extra), extra.value]))
  result.extras = (result.extras as ContactInput['extras']).map((extra) =>
    chosen[extraKey(extra)] === 'absorb' ? { ...extra, value: theirs.get(extraKey(extra)) ?? extra.value } : extra,
  )
  const lost = lostNames(result as ContactInput, absorb)
  result.aliases = [...(result.aliases as ContactInput['aliases']), ...lost]
  return { sheet: result as ContactInput, aliases: lost.map(({ name }) => name) }
}
