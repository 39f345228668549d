/** Puts the people of a household of our own JSON together, as the households' room does it. */

import { samePlace } from '../people/duplicates/street.rules.ts'
import type { householdsAnswers } from '../people/households/households.service.ts'
import type { Address } from '../people/households/sharing.rules.ts'
import type { Sharing } from '../people/households/sharing.ts'
import type { PeopleStore } from '../people/people.service.ts'
import type { JsonHousehold } from './cards/own-json.ts'

type Households = Pick<ReturnType<typeof householdsAnswers>, 'make' | 'join'>

export type HouseholdPart = {
  readonly id: number
  readonly role: JsonHousehold['members'][number]['role']
  /** Whether it is to become one of the household; else it only says which one that is, when it is in one. */
  readonly joins: boolean
  /** The addresses that it shares, as the file says them. */
  readonly shared: readonly Address[]
}

const former = 'keep' as const

/**
 * People of whom nobody has a household make one, with its words and each the copies that the file says; else those who
 * have none join the first that one of them has. One person alone makes none.
 */
export function joinedHousehold(
  people: Pick<PeopleStore, 'read' | 'updateAlone'>,
  shared: Pick<Sharing, 'householdOf'>,
  households: Households,
): (home: Pick<JsonHousehold, 'addressee' | 'salutation' | 'notes'>, parts: readonly HouseholdPart[]) => void {
  const marked = ({ id, shared: said }: HouseholdPart, household: number): void => {
    const contact = people.read(id)
    if (contact === undefined || said.length === 0) return
    const addresses = [...contact.addresses]
    for (const address of said) {
      const free = (one: Address) => one.household === null && samePlace(one, address)
      const alike = addresses.findIndex((one) => free(one) && sameDays(one, address))
      const at = alike >= 0 ? alike : addresses.findIndex(free)
      if (at >= 0) addresses[at] = { ...(addresses[at] as Address), household }
    }
    people.updateAlone(id, { ...contact, addresses })
  }
  return ({ addressee, salutation, notes }, parts) => {
    const each = [...new Map(parts.map((part) => [part.id, part])).values()]
    const theirs = each.map(({ id }) => shared.householdOf(id)).find((one) => one !== undefined)
    const joining = each.filter(({ id, joins }) => joins && shared.householdOf(id) === undefined)
    if (theirs !== undefined) {
      for (const { id, role } of joining) void households.join({ id: theirs, contact: id, role, former })
      return
    }
    if (joining.length < 2) return
    const members = joining.map(({ id, role }) => ({ contact: id, role }))
    const { id } = households.make({ members, address: null, former, addressee, salutation, notes }) as { id: number }
    for (const part of joining) marked(part, id)
  }
}

/** The same in what the posts do not read: label, kind and days. */
const sameDays = (one: Address, other: Address): boolean =>
  (Object.keys(one) as (keyof Address)[]).every((key) => key === 'household' || one[key] === other[key])
