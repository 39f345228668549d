/**
 * Our own JSON: one object with everything the sheets say, that anybody can read in thirty years and that comes back as
 * it was. `ref` numbers a contact inside the file alone; ties and households name contacts by it.
 */
import { z } from 'zod'
import { day, identifier, line, lines } from '../../kit/request.ts'
import {
  answerTrouble,
  consentBases,
  consentFields,
  consentMedia,
  consentSources,
} from '../../people/consents/consents.rules.ts'
import { householdRoles } from '../../people/households/households.requests.ts'
import { organisationInput, personInput } from '../../people/people.requests.ts'

export const jsonFormat = 'amicale-contacts'
/** Raised when a reader of the former version would lose something. */
export const jsonVersion = 1

/** What somebody answered about being published or kept, in the order it was recorded. */
export const jsonAnswer = z
  .strictObject({
    medium: z.enum(consentMedia),
    field: z.enum(consentFields),
    value: z.enum(['yes', 'no']),
    basis: z.enum(consentBases),
    day,
    source: z.enum(consentSources),
    proof: line().default(''),
  })
  .refine((answer) => answerTrouble([answer]) === undefined)
const consents = z.array(jsonAnswer).max(500).optional()

/** A sheet as it stands in the file: the form's own shape, and the number others name it by; its photo is beside it. */
export const jsonContact = z.discriminatedUnion('kind', [
  personInput.extend({ ref: identifier.optional(), consents }),
  organisationInput.extend({ ref: identifier.optional(), consents }),
])

/** People who share an envelope, and its words when they are its own. */
export const jsonHousehold = z.strictObject({
  ref: identifier,
  addressee: lines(300).default(''),
  salutation: line(120).default(''),
  notes: lines(2000).default(''),
  members: z
    .array(z.strictObject({ contact: identifier, role: z.enum(householdRoles) }))
    .min(1)
    .max(20),
})
export type JsonHousehold = z.output<typeof jsonHousehold>
