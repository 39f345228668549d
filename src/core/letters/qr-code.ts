/**
 * QR codes (ISO/IEC 18004): bytes, correction level M (15 %), versions 1 to 13, which is what a payment code may use
 * (EPC069-12, 3.3). Gives the dark modules; the quiet zone of four modules is the page’s.
 */

/** By version from 1: codewords of correction a block, blocks of the first length, data codewords in them, blocks one longer. */
const levelM: readonly (readonly [number, number, number, number])[] = [
  [10, 1, 16, 0],
  [16, 1, 28, 0],
  [26, 1, 44, 0],
  [18, 2, 32, 0],
  [24, 2, 43, 0],
  [16, 4, 27, 0],
  [18, 4, 31, 0],
  [22, 2, 38, 2],
  [22, 3, 36, 2],
  [26, 4, 43, 1],
  [30, 1, 50, 4],
  [22, 6, 36, 2],
  [22, 8, 37, 1],
]

/** Centres of the alignment patterns of a version. */
const alignments: readonly (readonly number[])[] = [
  ...[[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]],
  ...[
    [6, 30, 54],
    [6, 32, 58],
    [6, 34, 62],
  ],
]

/** Powers and logarithms of the field of 256 elements by x⁸+x⁴+x³+x²+1. */
const powers = new Uint8Array(512)
const logarithms = new Uint8Array(256)
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  powers[exponent] = value
  powers[exponent + 255] = value
  logarithms[value] = exponent
  value <<= 1
  if (value > 255) value ^= 0x11d
}
const times = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (powers[(logarithms[one] ?? 0) + (logarithms[other] ?? 0)] ?? 0)

/** The codewords of correction of a block: the rest of its division by the generator. */
function correction(data: readonly number[], count: number): readonly number[] {
  let generator = [1]
  for (let at = 0; at < count; at++) {
    const next = new Array<number>(generator.length + 1).fill(0)
    for (const [place, factor] of generator.entries()) {
      next[place] = (next[place] ?? 0) ^ factor
      next[place + 1] = (next[place + 1] ?? 0) ^ times(factor, powers[at] ?? 0)
    }
    generator = next
  }
  const rest = [...data, ...new Array<number>(count).fill(0)]
  for (let at = 0; at < data.length; at++) {
    const lead = rest[at] ?? 0
    if (lead === 0) continue
    for (const [place, factor] of generator.entries()) rest[at + place] = (rest[at + place] ?? 0) ^ times(factor, lead)
  }
  return rest.slice(data.length)
}

/** All codewords in the order in which they are laid: data and correction of the blocks, one of each in turn. */
function codewords(bytes: Uint8Array, version: number): readonly number[] {
  const [ecc, blocks, length, longer] = levelM[version - 1] ?? [0, 0, 0, 0]
  const capacity = blocks * length + longer * (length + 1)
  const bits: number[] = []
  const push = (value: number, count: number): void => {
    for (let at = count - 1; at >= 0; at--) bits.push((value >> at) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, capacity * 8 - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  const data: number[] = []
  for (let at = 0; at < bits.length; at += 8) data.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0))
  for (let pad = 0; data.length < capacity; pad++) data.push(pad % 2 === 0 ? 0xec : 0x11)
  const parts: number[][] = []
  for (let at = 0, block = 0; block < blocks + longer; block++) {
    const size = block < blocks ? length : length + 1
    parts.push(data.slice(at, at + size))
    at += size
  }
  const checks = parts.map((part) => correction(part, ecc))
  const laid: number[] = []
  for (let at = 0; at <= length; at++) for (const part of parts) if (at < part.length) laid.push(part[at] ?? 0)
  for (let at = 0; at < ecc; at++) for (const check of checks) laid.push(check[at] ?? 0)
  return laid
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** The rest of a division by a polynomial over two elements, shifted left by its degree. */
function remainder(value: number, polynomial: number, degree: number): number {
  let rest = value << degree
  for (let bit = 31 - Math.clz32(rest); rest >= 1 << degree; bit = 31 - Math.clz32(rest))
    rest ^= polynomial << (bit - degree)
  return rest
}

/** What patterns and information take of the square; the rest is for the codewords. */
class Square {
  readonly size: number
  readonly dark: Uint8Array
  readonly taken: Uint8Array

  constructor(version: number) {
    this.size = version * 4 + 17
    this.dark = new Uint8Array(this.size * this.size)
    this.taken = new Uint8Array(this.size * this.size)
    const far = this.size - 7
    for (let at = 8; at < this.size - 8; at++) {
      this.put(6, at, at % 2 === 0)
      this.put(at, 6, at % 2 === 0)
    }
    for (const [down, along] of [
      [0, 0],
      [0, far],
      [far, 0],
    ] as const)
      this.#finder(down, along)
    const centres = alignments[version - 1] ?? []
    for (const row of centres)
      for (const column of centres) {
        const corner =
          (row === 6 && (column === 6 || column === this.size - 7)) || (column === 6 && row === this.size - 7)
        if (!corner) this.#ring(row - 2, column - 2, 5)
      }
    this.information(0)
    if (version >= 7) this.#version(version)
  }

  put(row: number, column: number, dark: boolean): void {
    if (row < 0 || column < 0 || row >= this.size || column >= this.size) return
    this.dark[row * this.size + column] = dark ? 1 : 0
    this.taken[row * this.size + column] = 1
  }

  /** A square of rings: dark, light, dark inside. */
  #ring(row: number, column: number, size: number): void {
    const middle = (size - 1) / 2
    for (let down = 0; down < size; down++)
      for (let right = 0; right < size; right++) {
        const ring = Math.max(Math.abs(down - middle), Math.abs(right - middle))
        this.put(row + down, column + right, ring !== middle - 1)
      }
  }

  #finder(row: number, column: number): void {
    for (let at = -1; at <= 7; at++)
      for (const [down, right] of [
        [-1, at],
        [7, at],
        [at, -1],
        [at, 7],
      ] as const)
        this.put(row + down, column + right, false)
    this.#ring(row, column, 7)
  }

  /** Level M (00) and the mask, twice (ISO/IEC 18004, 7.9). */
  information(mask: number): void {
    const bits = ((mask << 10) | remainder(mask, 0b10100110111, 10)) ^ 0b101010000010010
    const bit = (at: number): boolean => ((bits >> at) & 1) === 1
    for (let at = 0; at < 15; at++) {
      const along = at < 6 ? at : at < 8 ? at + 1 : this.size - 15 + at
      this.put(along, 8, bit(at))
      const across = at < 8 ? this.size - 1 - at : at === 8 ? 7 : 14 - at
      this.put(8, across, bit(at))
    }
    this.put(this.size - 8, 8, true)
  }

  #version(version: number): void {
    const bits = (version << 12) | remainder(version, 0b1111100100101, 12)
    for (let at = 0; at < 18; at++) {
      const [near, far] = [Math.floor(at / 3), this.size - 11 + (at % 3)]
      this.put(near, far, ((bits >> at) & 1) === 1)
      this.put(far, near, ((bits >> at) & 1) === 1)
    }
  }
}

/** Lays the codewords two columns at a time, upwards then downwards, from the right. */
function lay(square: Square, words: readonly number[]): readonly number[] {
  const places: number[] = []
  for (let right = square.size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--
    for (let step = 0; step < square.size; step++) {
      const row: number = up ? square.size - 1 - step : step
      for (const column of [right, right - 1]) {
        const place = row * square.size + column
        if (square.taken[place] === 0) places.push(place)
      }
    }
  }
  for (const [at, place] of places.entries()) square.dark[place] = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
  return places
}

/** How hard a pattern is to read (ISO/IEC 18004, 7.8.3): long runs, blocks, what looks like a finder, too dark or too light. */
function penalty({ size, dark }: Square): number {
  let points = 0
  const looksLikeFinder = /(?=0000101110100000|10111010000|00001011101)/g
  for (const across of [true, false]) {
    for (let line = 0; line < size; line++) {
      let text = ''
      for (let at = 0; at < size; at++) text += dark[across ? line * size + at : at * size + line]
      for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2
      points += [...text.matchAll(looksLikeFinder)].length * 40
    }
  }
  for (let row = 0; row < size - 1; row++)
    for (let column = 0; column < size - 1; column++) {
      const at = row * size + column
      if (dark[at] === dark[at + 1] && dark[at] === dark[at + size] && dark[at] === dark[at + size + 1]) points += 3
    }
  const share = (dark.reduce((sum, module) => sum + module, 0) * 100) / dark.length
  return points + Math.floor(Math.abs(share - 50) / 5) * 10
}

export type QrCode = { readonly size: number; readonly dark: (row: number, column: number) => boolean }

/** The code of a text in UTF-8; undefined when it is too long for version 13 (331 bytes). */
export function qrCode(text: string): QrCode | undefined {
  const bytes = new TextEncoder().encode(text)
  const version = levelM.findIndex(([, blocks, length, longer], at) => {
    const capacity = blocks * length + longer * (length + 1)
    return bytes.length + (at + 1 < 10 ? 2 : 3) <= capacity
  })
  if (version < 0) return undefined
  const words = codewords(bytes, version + 1)
  const square = new Square(version + 1)
  const places = lay(square, words)
  const plain = square.dark.slice()
  let best: Uint8Array | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [mask, turns] of masks.entries()) {
    square.dark.set(plain)
    for (const place of places)
      if (turns(Math.floor(place / square.size), place % square.size))
        square.dark[place] = (square.dark[place] ?? 0) ^ 1
    square.information(mask)
    const points = penalty(square)
    if (points >= least) continue
    least = points
    best = square.dark.slice()
  }
  const { size } = square
  const chosen = best ?? square.dark
  return { size, dark: (row, column) => chosen[row * size + column] === 1 }
}
