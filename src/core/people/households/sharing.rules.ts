/**
 * How an address that a household shares follows when one of its people's sheets changes it: every one carries a copy
 * (`address.household`), and the copies are kept alike in the act that changes one of them (hitobito #218).
 */
import { samePlace } from '../duplicates/street.rules.ts'
import type { ContactInput } from '../people.requests.ts'

export type Address = ContactInput['addresses'][number]

/** Whom a change of a shared address on one sheet is for: the household, its one person, or its person who leaves with it. */
export type SharedChange = 'all' | 'onlyMe' | 'leaveHousehold'

const sameAddress = (one: Address, other: Address): boolean =>
  (Object.keys(one) as (keyof Address)[]).every((key) => key === 'household' || one[key] === other[key])

/** What each shared address of before has become: another, itself, or nothing when it was taken away; and those that are new. */
export type Changes = {
  readonly into: readonly { readonly old: Address; readonly now: Address | undefined }[]
  readonly added: readonly Address[]
}

/** Compares shared addresses before and after, in their order: those that say the same are the same, the rest pair up in turn. */
export function changesOf(before: readonly Address[], after: readonly Address[]): Changes | undefined {
  const left = [...after]
  const same = before.map((old) => {
    const found = left.findIndex((address) => sameAddress(old, address))
    return found >= 0 ? left.splice(found, 1)[0] : undefined
  })
  if (left.length === 0 && same.every((address) => address !== undefined)) return undefined
  const into = before.map((old, at) => ({ old, now: same[at] ?? left.shift() }))
  return { into, added: left }
}

/**
 * The addresses of another of the household after such changes. The copy that said what the changed one said follows, the
 * first of several; whoever has none keeps what is there, for the two were parted on purpose (`onlyMe`).
 */
export function followed(addresses: readonly Address[], household: number, { into, added }: Changes): Address[] {
  const shared = (address: Address): boolean => address.household === household
  const left = [...into]
  const spare: Address[] = []
  const next = addresses.flatMap((address) => {
    if (!shared(address)) return [address]
    const found = left.findIndex(({ old }) => sameAddress(old, address))
    if (found < 0) {
      spare.push(address)
      return [address]
    }
    const now = left.splice(found, 1)[0]?.now
    return now === undefined ? [] : [{ ...now, household }]
  })
  const missing = added.filter((address) => {
    const found = spare.findIndex((own) => sameAddress(own, address))
    if (found >= 0) spare.splice(found, 1)
    return found < 0
  })
  next.splice(next.findLastIndex(shared) + 1, 0, ...missing.map((address) => ({ ...address, household })))
  return next
}

/** Addresses as one's own: no copy of a household's any more. */
export const asOwn = (addresses: readonly Address[]): Address[] =>
  addresses.map((address) => (address.household === null ? address : { ...address, household: null }))

/** What is written of a sheet when its change of shared addresses is for that person alone. */
export function keptApart(before: readonly Address[], after: readonly Address[], household: number): Address[] {
  const old = before.filter((address) => address.household === household)
  return after.map((address) =>
    address.household === household && !old.some((one) => sameAddress(one, address))
      ? { ...address, household: null }
      : address,
  )
}

/**
 * The addresses of somebody who begins to share the household's: its copies first, then his own. One of his own at the
 * same place gives way to the copy; `close` ends his other homes the day before.
 */
export function joinedTo(
  addresses: readonly Address[],
  shared: readonly Address[],
  household: number,
  closeOn: string | undefined,
): Address[] {
  const own = asOwn(addresses).filter((address) => !shared.some((copy) => samePlace(copy, address)))
  const kept = own.map((address) =>
    closeOn !== undefined && address.kind === 'home' && address.until === '' && address.since <= closeOn
      ? { ...address, until: closeOn }
      : address,
  )
  return [...shared.map((address) => ({ ...address, household })), ...kept]
}

/** Addresses that end on a day at the latest; one that would begin after it was never lived at, and goes. */
export const closedOn = (addresses: readonly Address[], until: string): Address[] =>
  addresses
    .filter(({ since }) => since <= until)
    .map((address) => (address.until === '' || address.until > until ? { ...address, until } : address))

/** The day before another. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
