/** What is drawn is read back by a reader of pictures. */
import fc from 'fast-check'
import decode from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { darkBits, type QrCode, qrCode } from './qr-code.ts'
import { ibanInGroups, isIban, transferCode } from './transfer.rules.ts'

/** Draws the modules as a page does, four points each, in a quiet zone of four modules, and reads the picture. */
function read({ size, dark }: QrCode): string {
  const side = (size + 8) * 4
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / 4) - 4, Math.floor(x / 4) - 4]
      const inside = row >= 0 && column >= 0 && row < size && column < size
      if (inside && dark(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  return decode({ width: side, height: side, data })
}

describe('QR codes', () => {
  it.each([1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331])('of %i bytes is read back', (length) => {
    const text = 'Amicale '.repeat(50).slice(0, length)
    const code = qrCode(text)
    expect(code).toBeDefined()
    expect(read(code as QrCode)).toBe(text)
  })
  it('has the version and the correction a payment code asks: 331 bytes fill version 13 at level M', () => {
    expect(qrCode('x'.repeat(331))?.size).toBe(13 * 4 + 17)
    expect(qrCode('x'.repeat(287))?.size).toBe(12 * 4 + 17)
    expect(qrCode('x'.repeat(288))?.size).toBe(13 * 4 + 17)
  })
  it('of any text is read back, accents and other scripts included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (drawn) => {
        const text = drawn.toWellFormed()
        const code = qrCode(text)
        if (code !== undefined) expect(read(code)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
  it('is written row by row, each of whole bytes', () => {
    for (const length of [10, 30, 331]) {
      const code = qrCode('x'.repeat(length)) as QrCode
      const rows = darkBits(code).match(new RegExp(`.{${Math.ceil(code.size / 8) * 2}}`, 'g')) ?? []
      expect(rows).toHaveLength(code.size)
      const again = rows.map((row) =>
        [...row].flatMap((four) => [8, 4, 2, 1].map((bit) => (Number.parseInt(four, 16) & bit) !== 0)),
      )
      expect(read({ size: code.size, dark: (row, column) => again[row]?.[column] === true })).toBe('x'.repeat(length))
    }
  })
  it('is refused beyond what a payment code may hold', () => {
    expect(qrCode('x'.repeat(332))).toBeUndefined()
    expect(qrCode('é'.repeat(166))).toBeUndefined()
    expect(qrCode('')).toBeUndefined()
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
