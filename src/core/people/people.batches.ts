/** Reads many contacts without holding the office: a batch at a time, each a few milliseconds. */
import type { Register } from '../register/register.ts'
import type { Contact } from './people.requests.ts'

const BATCH = 50

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
