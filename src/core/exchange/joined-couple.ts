/** Puts the two people of a line in one household, as the households' room does it. */

import { samePlace } from '../people/duplicates/street.rules.ts'
import type { householdsAnswers } from '../people/households/households.service.ts'
import type { Sharing } from '../people/households/sharing.ts'
import type { PeopleStore } from '../people/people.service.ts'

type Households = Pick<ReturnType<typeof householdsAnswers>, 'make' | 'join'>

const role = 'partner' as const
const former = 'keep' as const

/**
 * The one who has a household takes the other in; two who have none make one, at the address that the first has and the
 * second was given too. Two who live in households of their own are left where they are.
 */
export function joinedCouple(
  people: Pick<PeopleStore, 'read'>,
  shared: Pick<Sharing, 'householdOf'>,
  households: Households,
): (one: number, other: number) => void {
  return (one, other) => {
    const [first, second] = [people.read(one), people.read(other)]
    if (first?.kind !== 'person' || second?.kind !== 'person' || one === other) return
    const [mine, theirs] = [shared.householdOf(one), shared.householdOf(other)]
    if (mine !== undefined && theirs !== undefined) return
    if (mine !== undefined) void households.join({ id: mine, contact: other, role, former })
    else if (theirs !== undefined) void households.join({ id: theirs, contact: one, role, former })
    else {
      const common = first.addresses.findIndex((address) => second.addresses.some((own) => samePlace(own, address)))
      const position = common >= 0 ? common : 0
      const address = first.addresses.length === 0 ? null : { contact: one, position }
      const members = [one, other].map((contact) => ({ contact, role }))
      void households.make({ members, address, former, addressee: '', salutation: '', notes: '' })
    }
  }
}
