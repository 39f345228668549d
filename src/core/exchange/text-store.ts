/** Many texts kept outside of the heap: the collector goes through what stands in it, and holds the thread meanwhile. */
import { numberColumn } from './growing.ts'

export type TextStore = {
  /** Keeps a text and gives its place, from 0. */
  readonly keep: (text: string) => number
  readonly at: (place: number) => string
  readonly size: () => number
}

/** Bytes taken at a time; a longer text has a piece of its own. */
const pieceBytes = 4_000_000

export function textStore(): TextStore {
  const pieces: Buffer[] = []
  let free = 0
  const pieceOf = numberColumn()
  const starts = numberColumn()
  const sizes = numberColumn()
  return {
    keep: (text) => {
      const size = Buffer.byteLength(text)
      if (pieces.length === 0 || free + size > (pieces.at(-1) as Buffer).length) {
        pieces.push(Buffer.allocUnsafeSlow(Math.max(size, pieceBytes)))
        free = 0
      }
      ;(pieces.at(-1) as Buffer).write(text, free)
      starts.push(free)
      sizes.push(size)
      free += size
      return pieceOf.push(pieces.length - 1)
    },
    at: (place) => {
      const start = starts.at(place)
      return (pieces[pieceOf.at(place)] as Buffer).toString('utf8', start, start + sizes.at(place))
    },
    size: pieceOf.size,
  }
}
