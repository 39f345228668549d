/** Files spoiled at random, the same every time: whatever comes, a reader answers with rows or a refusal. */
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { readOut, scratch, textRows, workbook } from './test-files.ts'

const place = scratch()
afterAll(place.clear)

/** Small generator of Marsaglia's: the same numbers for the same seed on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const spicy = [0, 9, 10, 13, 34, 39, 44, 59, 60, 62, 38, 124, 128, 233, 255, 254, 239]

function spoiled(good: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(good)
  for (let turn = random(6); turn >= 0; turn -= 1) {
    const at = random(Math.max(1, bytes.length))
    const length = random(30)
    switch (random(6)) {
      case 0:
        bytes[at] = random(256)
        break
      case 1:
        bytes[at] = spicy[random(spicy.length)] as number
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
        break
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
        break
      case 4:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from([spicy[random(spicy.length)] as number]),
          bytes.subarray(at),
        ])
        break
      default:
        bytes = bytes.subarray(0, Math.max(1, random(2) === 0 ? bytes.length - length : at))
    }
  }
  return bytes
}

const list = [
  ['Nom', 'Prénom', 'Courriel', 'Né le', 'Note'],
  ['Lefèvre', 'Zoë', 'zoe@example.org', '1990-01-02', 'a;b "c"\nd'],
  ['Đỗ', 'Ánh', 'anh@example.org', '', "=cmd|' /C calc'!A0"],
  ['王', '小明', '', '2001', '€ œ'],
]
const csv = (delimiter: string) =>
  Buffer.from(list.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n'))

const seeds: readonly (readonly [name: string, good: () => Buffer, turns: number])[] = [
  ['list.csv', () => csv(';'), 700],
  ['list16.csv', () => Buffer.from(`\ufeff${csv(',').toString()}`, 'utf16le'), 300],
  [
    'list.xlsx',
    () =>
      workbook({
        strings: '<si><t>Nom</t></si>',
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        sheet: `${textRows(list)}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
      }),
    500,
  ],
]

/** The same spoiling inside an XML part, so that the archive itself holds. */
const inside = (random: (below: number) => number): Buffer => {
  const sheet = spoiled(Buffer.from(textRows(list)), random).toString('latin1')
  return workbook({ sheet, strings: spoiled(Buffer.from('<si><t>Nom</t></si>'), random).toString('latin1') })
}

test('1,900 spoiled files: rows or a refusal, never anything else', { timeout: 180_000 }, async () => {
  const outcomes = new Map<string, number>()
  const attempt = async (name: string, bytes: Buffer) => {
    const outcome = await readOut(place.file(name, bytes)).then(
      () => 'read',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code
        if (error instanceof Error && error.message === 'No header was found') return 'empty'
        throw new Error(`${name} spoiled to ${bytes.toString('base64').slice(0, 2000)}`, { cause: error })
      },
    )
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  const random = randomFrom(20_260_301)
  for (const [name, good, turns] of seeds) {
    const bytes = good()
    for (let turn = 0; turn < turns; turn += 1) await attempt(name, spoiled(bytes, random))
  }
  for (let turn = 0; turn < 400; turn += 1) await attempt('inside.xlsx', inside(random))
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
  expect(total).toBe(1900)
  // The spoiling must be neither too gentle nor too rough to mean something.
  expect(outcomes.get('read')).toBeGreaterThan(200)
  expect(outcomes.get('fileMalformed')).toBeGreaterThan(100)
})
