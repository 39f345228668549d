/** Which household a record is in, and what a change of its shared addresses writes on the others' sheets. */
import { Refusal } from '../../kit/refusal.ts'
import type { Register } from '../../register/register.ts'
import type { Contact, ContactInput } from '../people.requests.ts'
import { asOwn, changesOf, followed, keptApart, type SharedChange } from './sharing.rules.ts'

/** As many as a sheet may have (people.requests.ts). */
export const mostAddresses = 20

export type Sharing = {
  readonly householdOf: (contact: number) => number | undefined
  readonly membersOf: (household: number) => readonly number[]
  /**
   * The sheet as it is to be written, and the other sheets that follow. An address marked with a household its person is
   * not in becomes that person's own. Refuses `invalidInput` when another's sheet would have too many addresses. With `leaveHousehold` the person is taken out, and a household of one dissolved.
   */
  readonly settled: (
    id: number,
    sheet: ContactInput,
    change: SharedChange,
    read: (ids: readonly number[]) => readonly Contact[],
  ) => { readonly sheet: ContactInput; readonly others: readonly Contact[] }
  /** Takes a person out; a household in which one is left is dissolved, and says so. Addresses are the caller's to settle. */
  readonly takeOut: (contact: number) => { readonly dissolved: boolean; readonly left: readonly number[] }
  readonly dissolve: (household: number) => void
}

export function sharing(register: Register): Sharing {
  const household = register.prepare('SELECT household_id FROM household_member WHERE contact_id = ?').pluck()
  const members = register
    .prepare('SELECT contact_id FROM household_member WHERE household_id = ? ORDER BY position, id')
    .pluck()
  const removal = register.prepare('DELETE FROM household_member WHERE contact_id = ?')
  const emptying = register.prepare('DELETE FROM household_member WHERE household_id = ?')
  // Copies that a merge or an undo left behind would hold the household back.
  const release = register.prepare('UPDATE address SET household_id = NULL WHERE household_id = ?')
  const end = register.prepare('DELETE FROM household WHERE id = ?')
  const touch = register.prepare('UPDATE household SET revision = revision + 1 WHERE id = ?')

  const householdOf = (contact: number): number | undefined => household.get(contact) as number | undefined
  const membersOf = (id: number): readonly number[] => members.all(id) as number[]
  const dissolve = (id: number): void => {
    emptying.run(id)
    release.run(id)
    end.run(id)
  }
  const takeOut: Sharing['takeOut'] = (contact) => {
    const id = householdOf(contact)
    if (id === undefined) return { dissolved: false, left: [] }
    removal.run(contact)
    touch.run(id)
    const left = membersOf(id)
    const dissolved = left.length < 2
    if (dissolved) dissolve(id)
    return { dissolved, left }
  }

  return {
    householdOf,
    membersOf,
    dissolve,
    takeOut,
    settled: (id, given, change, read) => {
      const own = householdOf(id)
      if (own === undefined || change === 'leaveHousehold') {
        const addresses = given.addresses.every((address) => address.household === null)
          ? given.addresses
          : asOwn(given.addresses)
        if (own !== undefined) takeOut(id)
        return { sheet: addresses === given.addresses ? given : { ...given, addresses }, others: [] }
      }
      const after = given.addresses.map((address) =>
        address.household === null || address.household === own ? address : { ...address, household: null },
      )
      const before = read([id])[0]?.addresses ?? []
      if (change === 'onlyMe') return { sheet: { ...given, addresses: keptApart(before, after, own) }, others: [] }
      const ours = (address: { readonly household: number | null }): boolean => address.household === own
      const changes = changesOf(before.filter(ours), after.filter(ours))
      const sheet = { ...given, addresses: after }
      if (changes === undefined) return { sheet, others: [] }
      const others = read(membersOf(own).filter((member) => member !== id))
      return {
        sheet,
        others: others.map((other) => {
          const addresses = followed(other.addresses, own, changes)
          if (addresses.length > Math.max(mostAddresses, other.addresses.length)) {
            throw new Refusal('invalidInput', { reason: 'too_big', maximum: mostAddresses }, 'contact.addresses')
          }
          return { ...other, addresses }
        }),
      }
    },
  }
}
