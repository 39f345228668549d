/** A change made to many at once: one field, one belonging, one mark. */
import { z } from 'zod'
import { line, lines } from '../../kit/request.ts'
import { addressInput, contactStatuses, dayOrNothing, groupKinds, partialDay, personInput } from '../people.requests.ts'

/**
 * Fields that may be given one value for everybody; those of an address are the first address's. What is one person's own – a
 * birth, a death, a part of the name, a number – is no matter of many, and is written on its record.
 */
export const settableTexts = ['category', 'profession', 'civility', 'title', 'pronoun', 'notes'] as const
export const settableDays = ['joined', 'left', 'confirmed'] as const
/** Whoever died did so on a day of their own. */
export const settableStatuses = z.enum(contactStatuses).exclude(['deceased'])
export const settablePlaces = ['street', 'complement', 'locality', 'postcode', 'city', 'region', 'country'] as const

const name = (most: number) => line(most).refine((text) => text !== '', { error: 'too_small' })

type Field = (typeof settableTexts)[number] | (typeof settableDays)[number] | (typeof settablePlaces)[number]

/** The bounds of the field itself, said of the value: a country is a code, a civility short, a confirmation a whole day. */
function withinField({ value, issues }: z.core.ParsePayload<{ readonly field: Field; readonly value: string }>): void {
  const shape = { ...personInput.shape, ...addressInput.shape }
  const said = value.field === 'joined' ? value.value.slice(0, 4) : value.value
  for (const issue of shape[value.field].safeParse(said).error?.issues ?? []) {
    issues.push({ ...issue, path: ['value'], input: said } as z.core.$ZodRawIssue)
  }
}

export const bulkChange = z.discriminatedUnion('do', [
  /** An empty value empties the field. */
  z.strictObject({ do: z.literal('setText'), field: z.enum(settableTexts), value: lines(1000) }).check(withinField),
  z.strictObject({ do: z.literal('setDay'), field: z.enum(settableDays), value: partialDay }).check(withinField),
  z.strictObject({ do: z.literal('setPlace'), field: z.enum(settablePlaces), value: line(200) }).check(withinField),
  z.strictObject({ do: z.literal('setStatus'), value: settableStatuses }),
  z.strictObject({ do: z.literal('setLanguages'), value: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(8) }),
  z.strictObject({ do: z.literal('setCustom'), name: name(80), value: line(2000) }),
  z.strictObject({ do: z.literal('addNote'), value: lines(1000) }),
  z.strictObject({ do: z.literal('addTag'), name: name(60) }),
  z.strictObject({ do: z.literal('removeTag'), name: name(60) }),
  z.strictObject({ do: z.literal('join'), kind: z.enum(groupKinds), name: name(120), since: partialDay }),
  /** With a day, the belonging ends that day; without, it goes as if it had never been. */
  z.strictObject({ do: z.literal('leave'), kind: z.enum(groupKinds), name: name(120), until: partialDay }),
  /** Mail came back (NPAI): the address one writes to is marked; no day takes the mark away. */
  z.strictObject({ do: z.literal('returned'), day: dayOrNothing }),
  z.strictObject({ do: z.literal('trash'), trashed: z.boolean() }),
])
export type BulkChange = z.output<typeof bulkChange>
