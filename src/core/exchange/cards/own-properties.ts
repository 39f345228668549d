/**
 * What a sheet says that address cards have no place for, under names of our own (RFC 6350, 6.10: `X-` names). Written
 * and read from one table, so that a card going out and coming back says the same.
 */
import type { z } from 'zod'
import {
  aliasInput,
  type ContactInput,
  extraInput,
  groupInput,
  honourInput,
  mandateInput,
  stayInput,
  supportInput,
} from '../../people/people.requests.ts'

/** Marks a card of ours: what it does not say there is empty, and nothing is guessed. */
export const ownMark = 'X-AMICALE-VERSION'
export const ownVersion = '1'

/** Texts of the sheet, by the property each is in. */
export const ownTexts = {
  'X-AMICALE-BIRTH-NAME': 'birthName',
  'X-AMICALE-STUDIED-NAME': 'studiedName',
  'X-AMICALE-NOBILITY': 'nobility',
  'X-AMICALE-ACRONYM': 'acronym',
  'X-AMICALE-ORIGINAL-NAME': 'originalName',
  'X-AMICALE-SORT': 'sortOverride',
  'X-AMICALE-MEMBER-NUMBER': 'memberNumber',
  'X-AMICALE-STATUS': 'status',
  'X-AMICALE-CATEGORY': 'category',
  'X-AMICALE-JOINED': 'joined',
  'X-AMICALE-LEFT': 'left',
  'X-AMICALE-CONFIRMED': 'confirmed',
} as const

/** Lists of the sheet whose items are lines of parts, in the order of the item's shape. */
export const ownLists = {
  'X-AMICALE-GROUP': { field: 'groups', item: groupInput, most: 20 },
  'X-AMICALE-HONOUR': { field: 'honours', item: honourInput, most: 20 },
  'X-AMICALE-ALIAS': { field: 'aliases', item: aliasInput, most: 20 },
  'X-AMICALE-STAY': { field: 'stays', item: stayInput, most: 30 },
  'X-AMICALE-MANDATE': { field: 'mandates', item: mandateInput, most: 60 },
  'X-AMICALE-SUPPORT': { field: 'supports', item: supportInput, most: 20 },
  'X-AMICALE-EXTRA': { field: 'extras', item: extraInput, most: 200 },
} as const satisfies Record<string, { readonly field: string; readonly item: z.ZodObject; readonly most: number }>

/** What ADR has no part for, beside it in its group. */
export const ownPlace = 'X-AMICALE-PLACE'
export const placeParts = [
  'country',
  'kind',
  'since',
  'until',
  'seasonFrom',
  'seasonUntil',
  'returned',
  'override',
] as const satisfies readonly (keyof ContactInput['addresses'][number])[]

/** The particle of the name, which stands before it in N as well. */
export const ownParticle = 'X-AMICALE-PARTICLE'

/** The labels that cards have a type for. */
export const labelTypes = { home: 'home', work: 'work', mobile: 'cell', fax: 'fax', pager: 'pager' } as const

type Part = string | number | boolean | readonly string[]

/** An item as the texts of its parts: yes or nothing, figures, words parted by commas. */
export const itemParts = (shape: z.ZodObject, item: Readonly<Record<string, Part>>): readonly string[] =>
  Object.keys(shape.shape).map((key) => {
    const part = item[key] ?? ''
    return typeof part === 'string'
      ? part
      : typeof part === 'boolean'
        ? part
          ? 'yes'
          : ''
        : typeof part === 'number'
          ? String(part)
          : part.join(' ')
  })

/** The item of some parts, or undefined when it is none: its own shape judges. */
export function itemOf<Shape extends z.ZodObject>(shape: Shape, parts: readonly string[]): z.output<Shape> | undefined {
  const item: [string, unknown][] = Object.keys(shape.shape).map((key, at) => {
    const text = parts[at] ?? ''
    if (key === 'printed') return [key, text === 'yes']
    if (key === 'occurrence') return [key, Number(text)]
    if (key === 'languages') return [key, text === '' ? [] : text.split(' ')]
    return [key, text]
  })
  const read = shape.safeParse(Object.fromEntries(item))
  return read.success ? read.data : undefined
}
