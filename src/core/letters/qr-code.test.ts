/** A code is read back as a reader reads it (ISO/IEC 18004, 11): format, mask, codewords, correction, text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QrCode, qrCode } from './qr-code.ts'
import { ibanInGroups, isIban, transferCode } from './transfer.rules.ts'

/** By version: codewords in all, correction codewords a block, blocks (ISO/IEC 18004, table 9, level M). */
const shapes = [
  [26, 10, 1],
  [44, 16, 1],
  [70, 26, 1],
  [100, 18, 2],
  [134, 24, 2],
  [172, 16, 4],
  [196, 18, 4],
  [242, 22, 4],
  [292, 22, 5],
  [346, 26, 5],
  [404, 30, 5],
  [466, 22, 8],
  [532, 22, 9],
] as const
const centres = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50], [30, 54], [32, 58], [34, 62]]

function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 0; bit < 8; bit++) {
    if ((other >> bit) & 1) product ^= one << bit
  }
  for (let bit = 15; bit >= 8; bit--) if ((product >> bit) & 1) product ^= 0x11d << (bit - 8)
  return product
}

/** Reads a code; throws what is wrong with it. */
function read({ size, dark }: QrCode): string {
  const version = (size - 17) / 4
  const bit = (row: number, column: number): number => (dark(row, column) ? 1 : 0)
  // Both copies of the format information say the same, and are a codeword of BCH(15,5).
  const near = [0, 1, 2, 3, 4, 5, 7, 8]
    .map((row) => bit(row, 8))
    .concat([7, 5, 4, 3, 2, 1, 0].map((column) => bit(8, column)))
  const far = [1, 2, 3, 4, 5, 6, 7, 8]
    .map((from) => bit(8, size - from))
    .concat([7, 6, 5, 4, 3, 2, 1].map((from) => bit(size - from, 8)))
  expect(far).toEqual(near)
  const format = near.reduce((sum, value, at) => sum + value * 2 ** at, 0) ^ 0b101010000010010
  let rest = format
  for (let at = 14; at >= 10; at--) if ((rest >> at) & 1) rest ^= 0b10100110111 << (at - 10)
  expect(rest).toBe(0)
  expect(format >> 13).toBe(0b00)
  const mask = (format >> 10) & 7
  expect(dark(size - 8, 8)).toBe(true)
  // Finders and timing.
  for (const [row, column] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    expect([0, 1, 2, 3, 4, 5, 6].map((at) => bit(row + 3, column + at)).join('')).toBe('1011101')
  for (let at = 8; at < size - 8; at++) expect(bit(6, at)).toBe(at % 2 === 0 ? 1 : 0)

  const aligned = centres[version - 1] ?? []
  const isFunction = (row: number, column: number): boolean => {
    if (row === 6 || column === 6) return true
    if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true
    if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true
    const at = [6, ...aligned]
    return at.some((down) =>
      at.some((across) => {
        const finder =
          (down === 6 && across === 6) || (down === 6 && across === size - 7) || (down === size - 7 && across === 6)
        return !finder && aligned.length > 0 && Math.abs(row - down) <= 2 && Math.abs(column - across) <= 2
      }),
    )
  }
  const turned = (i: number, j: number): boolean =>
    [
      (i + j) % 2 === 0,
      i % 2 === 0,
      j % 3 === 0,
      (i + j) % 3 === 0,
      (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
      ((i * j) % 2) + ((i * j) % 3) === 0,
      (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
      (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
    ][mask] ?? false
  const bits: number[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row: number = up ? size - 1 - step : step
      for (const column of [right, right - 1])
        if (!isFunction(row, column)) bits.push(bit(row, column) ^ (turned(row, column) ? 1 : 0))
    }
    up = !up
  }
  const [total, ecc, blocks] = shapes[version - 1] ?? [0, 0, 0]
  const words = Array.from({ length: total }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2))
  const short = Math.floor(total / blocks) - ecc
  const long = total % blocks
  const parts = Array.from({ length: blocks }, () => [] as number[])
  let next = 0
  for (let at = 0; at <= short; at++)
    for (const [block, part] of parts.entries()) if (at < short || block >= blocks - long) part.push(words[next++] ?? 0)
  const data = parts.flat()
  for (let at = 0; at < ecc; at++) for (const part of parts) part.push(words[next++] ?? 0)
  // Every block is a codeword: its value at each root of the generator is nothing.
  for (const part of parts) {
    let root = 1
    for (let at = 0; at < ecc; at++) {
      expect(part.reduce((sum, word) => multiply(sum, root) ^ word, 0)).toBe(0)
      root = multiply(root, 2)
    }
  }
  const stream = data.flatMap((word) => Array.from({ length: 8 }, (_, at) => (word >> (7 - at)) & 1))
  const take = (from: number, count: number): number => Number.parseInt(stream.slice(from, from + count).join(''), 2)
  expect(take(0, 4)).toBe(0b0100)
  const counted = version < 10 ? 8 : 16
  const length = take(4, counted)
  const bytes = Uint8Array.from({ length }, (_, at) => take(4 + counted + at * 8, 8))
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

describe('QR codes', () => {
  it.each([1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331])('of %i bytes is read back', (length) => {
    const text = 'Amicale '.repeat(50).slice(0, length)
    const code = qrCode(text)
    expect(code).toBeDefined()
    expect(read(code as QrCode)).toBe(text)
  })
  it('of any text is read back, accents and other scripts included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const code = qrCode(text.toWellFormed())
        if (code !== undefined) expect(read(code)).toBe(text.toWellFormed())
      }),
      { numRuns: 60 },
    )
  })
  it('is refused beyond what a payment code may hold', () => {
    expect(qrCode('x'.repeat(332))).toBeUndefined()
  })
})

describe('transfers', () => {
  it.each([
    ['FR7630006000011234567890189', true],
    ['FR7630006000011234567890188', false],
    ['BE68539007547034', true],
    ['BE685390075470345', false],
    ['DE89370400440532013000', true],
    ['', false],
  ])('the check figures of %s: %s', (iban, good) => expect(isIban(iban)).toBe(good))
  it('says who is paid, where, how much and why, in signs every bank takes', () => {
    const transfer = { beneficiary: 'Les Amis de la Cité', iban: 'FR7630006000011234567890189', bic: '', cents: 3550 }
    const text = transferCode({ ...transfer, words: 'Cotisation 2026 – Léa Œuvrard' })
    expect(text.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', '', 'Les Amis de la Cite', 'FR7630006000011234567890189', 'EUR35.50', '', ''],
      'Cotisation 2026 - Lea OEuvrard'.replace('OE', 'oe'),
    ])
    expect(read(qrCode(text) as QrCode)).toBe(text)
    expect(transferCode({ ...transfer, cents: 0, words: '' })).toBe('')
    expect(ibanInGroups(transfer.iban)).toBe('FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00a0'))
  })
})
