/** Goes through the register for records that could be one, giving the thread back every few milliseconds. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { WorkDesk } from '../../kit/request.ts'
import type { Register } from '../../register/register.ts'
import { blockingKeys, type KeyKind, keyKinds } from './blocking.rules.ts'
import type { DescribedStore } from './described.store.ts'
import { type Likeness, likeness, type Traits, traitsOf } from './duplicates.rules.ts'

export type FoundPair = Likeness & { readonly one: number; readonly other: number }

/** Records read at once: a few milliseconds, so that a slice ends soon after its time. */
const atOnce = 25
/** How long the thread is held at most between two looks at the clock's hand, in milliseconds. */
const slice = 12
/** Parts the keys are sorted in: one part of a hundred thousand records sorts in a few milliseconds. */
const parts = 256
/** Positions in the list of records are below this: position and key share one number that counts exactly. */
const places = 2 ** 20

const kinds = Object.keys(keyKinds) as readonly KeyKind[]

/** A text as 32 bits (FNV-1a): two that meet by chance are only compared for nothing. */
function hashOf(kind: number, text: string): number {
  let hash = 0x811c9dc5 ^ kind
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ kind, 0x01000193) >>> 0
}

/** How many records bear a name and a forename by themselves, of how many. */
type Bearers = { readonly last: Map<string, number>; readonly first: Map<string, number>; total: number }

const count = (map: Map<string, number>, key: string): void => {
  if (key !== '') map.set(key, (map.get(key) ?? 0) + 1)
}

/** In a small register every name is rare; its few pairs are all worth a look. */
const fewest = 400

/** How many would bear both names if chance alone brought them together. */
function expectedBearers({ last, first, total }: Bearers, one: Traits, other: Traits): number {
  const name = one.last.find((known) => other.last.includes(known)) ?? one.last[0] ?? ''
  const most = Math.max(last.get(name) ?? 1, last.get(other.last[0] ?? '') ?? 1)
  const forename = Math.max(first.get(one.forename[0] ?? '') ?? 1, first.get(other.forename[0] ?? '') ?? 1)
  return (most * forename) / Math.max(total, fewest)
}

/** Everybody but those in the trash, compared where they share a key; the likeliest pairs first. */
export async function findPairs(
  register: Pick<Register, 'whenFree'>,
  store: DescribedStore,
  asked: { readonly floor: number; readonly apart: (one: number, other: number) => boolean; readonly about: number },
  desk: WorkDesk,
): Promise<{ readonly pairs: readonly FoundPair[]; readonly compared: number }> {
  let since = performance.now()
  const pause = async (phase: string, done: number, total: number): Promise<void> => {
    if (desk.signal.aborted) throw new Refusal('cancelled')
    if (performance.now() - since < slice) return
    desk.progress(phase, done, total)
    await giveBack()
    since = performance.now()
  }

  const records: Traits[] = []
  const bearers: Bearers = { last: new Map(), first: new Map(), total: 0 }
  const keys: number[][] = Array.from({ length: parts }, () => [])
  for (;;) {
    await register.whenFree()
    const batch = store.after(records.at(-1)?.id ?? 0, atOnce)
    for (const described of batch) {
      const traits = traitsOf(described)
      const place = records.push(traits) - 1
      bearers.total += 1
      for (const name of traits.last) count(bearers.last, name)
      count(bearers.first, traits.forename[0] ?? '')
      const seen = new Set<number>()
      for (const [kind, text] of blockingKeys(traits)) {
        const hash = hashOf(kinds.indexOf(kind), text)
        if (seen.has(hash)) continue
        seen.add(hash)
        // The kind is told by the hash's last figures, so that a part keeps one kind together with its bound.
        const of = kinds.indexOf(kind)
        keys[(hash % (parts >> 4)) * 16 + of]?.push(Math.floor(hash / 16) * places + place)
      }
    }
    await pause('reading', records.length, asked.about)
    if (batch.length < atOnce || records.length >= places - atOnce) break
  }

  const met = new Set<number>()
  const pairs: FoundPair[] = []
  const compare = (one: number, other: number): void => {
    const pair = one * places + other
    if (met.has(pair)) return
    met.add(pair)
    const [left, right] = [records[one], records[other]]
    if (left === undefined || right === undefined) return
    const found = likeness(left, right, expectedBearers(bearers, left, right))
    if (found.score >= asked.floor && !asked.apart(left.id, right.id))
      pairs.push({ ...found, one: left.id, other: right.id })
  }
  for (const [part, gathered] of keys.entries()) {
    const most = keyKinds[kinds[part % 16] ?? 'name']
    const sorted = Float64Array.from(gathered).sort()
    keys[part] = []
    for (let from = 0; from < sorted.length; ) {
      const key = Math.floor((sorted[from] ?? 0) / places)
      let to = from + 1
      while (to < sorted.length && Math.floor((sorted[to] ?? 0) / places) === key) to += 1
      if (to - from > 1 && to - from <= most) {
        for (let one = from; one < to; one++) {
          for (let other = one + 1; other < to; other++)
            compare((sorted[one] ?? 0) % places, (sorted[other] ?? 0) % places)
          if (performance.now() - since > slice) await pause('comparing', part, parts)
        }
      }
      from = to
    }
    await pause('comparing', part, parts)
  }
  pairs.sort((one, other) => other.score - one.score || one.one - other.one || one.other - other.other)
  return { pairs, compared: met.size }
}
