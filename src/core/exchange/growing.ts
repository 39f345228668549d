/**
 * What a plan of 200,000 lines keeps of each, growing a little at a time. A plain array or map is copied whole each time
 * it has no room left: at 100,000 lines, several at once held the office for 70 ms.
 */

/** Whole numbers by their place, from 0; outside of the heap, where the collector has nothing to go through. */
export type NumberColumn = {
  /** Adds a number and gives its place. */
  readonly push: (value: number) => number
  readonly at: (place: number) => number
  readonly size: () => number
}

const pieceBits = 13
const pieceMask = (1 << pieceBits) - 1

export function numberColumn(): NumberColumn {
  const pieces: Int32Array[] = []
  let size = 0
  return {
    push: (value) => {
      if (size >> pieceBits === pieces.length) pieces.push(new Int32Array(1 << pieceBits))
      ;(pieces[size >> pieceBits] as Int32Array)[size & pieceMask] = value
      size += 1
      return size - 1
    },
    at: (place) => (pieces[place >> pieceBits] as Int32Array)[place & pieceMask] as number,
    size: () => size,
  }
}

/** Many small maps in place of a large one: each grows when its own turn comes. */
export type PartedMap<Key extends string | number, Value> = {
  readonly get: (key: Key) => Value | undefined
  readonly has: (key: Key) => boolean
  readonly set: (key: Key, value: Value) => void
  readonly size: () => number
}

const parts = 256
/** Enough of a text to tell it from most others. */
const lettersHashed = 48

export function partedMap<Key extends string | number, Value>(): PartedMap<Key, Value> {
  const maps = Array.from({ length: parts }, () => new Map<Key, Value>())
  const partOf = (key: Key): Map<Key, Value> => {
    let hash = 0
    if (typeof key === 'number') hash = key
    else for (let at = Math.min(key.length, lettersHashed); at-- > 0; ) hash = (hash * 31 + key.charCodeAt(at)) | 0
    return maps[hash & (parts - 1)] as Map<Key, Value>
  }
  return {
    get: (key) => partOf(key).get(key),
    has: (key) => partOf(key).has(key),
    set: (key, value) => void partOf(key).set(key, value),
    size: () => maps.reduce((sum, { size }) => sum + size, 0),
  }
}
