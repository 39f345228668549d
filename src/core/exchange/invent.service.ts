/** Answers `exchange.invent`: fills the register with invented people, as one act. */
import type { WorkDesk } from '../kit/request.ts'
import { defaultChoiceOf, ordinaryFields } from '../people/consents/consents.rules.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import type { ContactInput } from '../people/people.requests.ts'
import type { PeopleStore } from '../people/people.service.ts'
import type { Register } from '../register/register.ts'
import { inventPeople } from './invent.ts'

/** What inventing needs of the people's room. */
type InventStore = {
  readonly insert: (contact: ContactInput) => number
  readonly greatestNumber: () => number
  readonly inBulk: PeopleStore['inBulk']
}

/**
 * Makes the answer to `exchange.invent`. Numbers of members go on from the greatest there is, so that inventing twice
 * makes no two members of one number.
 */
export function inventAnswer(register: Register, store: InventStore) {
  const consents = consentsStore(register)
  return async (input: { readonly people: number; readonly seed: number }, desk: WorkDesk) => {
    function* steps() {
      // Nobody invented can object: what the association has not chosen yet is chosen so that the directory shows all it can.
      const chosen = consents.defaults()
      for (const medium of ['paper', 'pdf'] as const) {
        if (defaultChoiceOf(chosen[medium]) === 'safe') consents.setDefaults(medium, ordinaryFields)
      }
      const first = Math.max(1000, store.greatestNumber()) + 1
      let done = 0
      for (const contact of inventPeople(input.people, input.seed, first)) {
        store.insert(contact)
        done++
        yield { done, total: input.people }
      }
      return done
    }
    const { act, answer: created } = await register.orderInSlices(
      'exchange.invent',
      String(input.people),
      () => store.inBulk(steps()),
      desk,
      'inventing',
    )
    return { act, created }
  }
}
