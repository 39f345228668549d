/** Everything a sheet may not say, asked of the register: every door through which a sheet is written asks the same. */
import { Refusal } from '../kit/refusal.ts'
import type { Register } from '../register/register.ts'
import { type CustomField, extraTroubles, type FieldReason } from './fields/fields.rules.ts'
import { fieldsStore } from './fields/fields.store.ts'
import { type SheetReason, sheetTroubles } from './life.rules.ts'
import type { Contact, ContactInput } from './people.requests.ts'
import { isNameless } from './people.rules.ts'

/** A field of the sheet, `representatives.0.person`, and why it does not suit. */
export type CheckTrouble = {
  readonly field: string
  readonly reason: SheetReason | FieldReason | 'too_small' | 'stillUsed'
  readonly minimum?: number
}

export type SheetChecks = {
  /** All that cannot be, the most general first; `old` is the record as it is kept, for a sheet that takes its place. */
  readonly troubles: (contact: ContactInput, old?: Contact) => readonly CheckTrouble[]
  /** Those that the record as it is kept does not have already: an old one does not stand in the way of another change. */
  readonly newTroubles: (contact: ContactInput, old: Contact) => readonly CheckTrouble[]
  /** Refuses `invalidInput`, naming the field, for the first of `troubles`, or of `newTroubles`. */
  readonly refuse: (contact: ContactInput, old?: Contact) => void
  readonly refuseNew: (contact: ContactInput, old: Contact) => void
}

const keyOf = ({ field, reason }: CheckTrouble): string => `${field} ${reason}`

export function sheetChecks(register: Register): SheetChecks {
  const fields = fieldsStore(register)
  // No act that writes sheets changes the fields: they are asked for once for the thousands a list goes through.
  let known: { readonly at: number; readonly fields: readonly CustomField[] } = { at: -1, fields: [] }
  const customFields = (): readonly CustomField[] => {
    const at = register.changeCount()
    if (known.at !== at) known = { at, fields: fields.all() }
    return known.fields
  }
  const kindOf = register.prepare('SELECT kind FROM contact WHERE id = ?').pluck()
  const asPerson = register
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM household_member WHERE contact_id = :id)
         OR EXISTS (SELECT 1 FROM representative WHERE person_id = :id)`,
    )
    .pluck()

  const troubles = (contact: ContactInput, old?: Contact): readonly CheckTrouble[] => {
    const found: CheckTrouble[] = []
    if (isNameless(contact)) {
      found.push({ field: contact.kind === 'organisation' ? 'name' : 'lastName', reason: 'too_small', minimum: 1 })
    }
    // Households and the people of an organisation are made of persons.
    if (contact.kind === 'organisation' && old?.kind === 'person' && asPerson.get({ id: old.id }) === 1) {
      found.push({ field: 'kind', reason: 'stillUsed' })
    }
    found.push(...sheetTroubles(contact, register.today()), ...extraTroubles(contact, customFields(), old?.extras))
    if (contact.kind === 'organisation') {
      for (const [at, { person }] of contact.representatives.entries()) {
        const field = `representatives.${at}.person`
        const kind = kindOf.get(person)
        if (person === old?.id) found.push({ field, reason: 'itself' })
        else if (kind === undefined) found.push({ field, reason: 'unknownPerson' })
        else if (kind !== 'person') found.push({ field, reason: 'notAPerson' })
      }
    }
    return found
  }

  const newTroubles = (contact: ContactInput, old: Contact): readonly CheckTrouble[] => {
    const found = troubles(contact, old)
    if (found.length === 0) return found
    const had = new Set(troubles(old, old).map(keyOf))
    return found.filter((one) => !had.has(keyOf(one)))
  }

  return {
    troubles,
    newTroubles,
    refuse: (contact, old) => refuseFirst(troubles(contact, old)),
    refuseNew: (contact, old) => refuseFirst(newTroubles(contact, old)),
  }
}

function refuseFirst([first]: readonly CheckTrouble[]): void {
  if (first === undefined) return
  const { field, ...values } = first
  throw new Refusal('invalidInput', values, `contact.${field}`)
}
