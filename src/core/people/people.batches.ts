/** Reads many contacts without holding the office: a batch at a time, each a few milliseconds. */
import { setImmediate as giveBack } from 'node:timers/promises'
import type { Register } from '../register/register.ts'
import type { Contact } from './people.requests.ts'
import type { Matchable, PeopleStore } from './people.store.ts'

/** About 10 ms on a busy machine, with all that hangs on a contact. */
const BATCH = 100

/** The contacts of these ids, in their order; one that is gone meanwhile is passed over. Waits its turn before each batch. */
export async function* contactsInBatches(
  register: Pick<Register, 'whenFree'>,
  people: { readonly readMany: (ids: readonly number[]) => readonly Contact[] },
  ids: readonly number[],
): AsyncGenerator<readonly Contact[]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    await register.whenFree()
    yield people.readMany(ids.slice(at, at + BATCH))
  }
}

/** Records compared with a coming list, read at once: about 10 ms. */
const comparedAtOnce = 2000

/**
 * Everybody a coming list is compared with, a batch at a time, without holding the office. What changes meanwhile may be
 * seen or not: who asks compares `register.changeCount()` before and after.
 */
export async function* matchableInBatches(
  register: Pick<Register, 'whenFree'>,
  people: Pick<PeopleStore, 'matchable'>,
): AsyncGenerator<readonly Matchable[]> {
  for (let after = 0; ; ) {
    await register.whenFree()
    const batch = people.matchable(after, comparedAtOnce)
    yield batch
    if (batch.length < comparedAtOnce) return
    after = batch.at(-1)?.id ?? after
    await giveBack()
  }
}
