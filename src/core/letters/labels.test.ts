/** Labels and envelopes on a real office: where addresses stand on the paper, who gets one, what is noted. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { bytesOf, client, person, refused } from '../office.fixture.ts'
import { cellPlace, cellsOf, paddingOf, sheetFormats } from '../sheets/sheets.rules.ts'

const address = (more: object = {}) => ({
  addresses: [{ kind: 'home', street: '3 rue des Lilas', postcode: '74000', city: 'Annecy', country: 'FR', ...more }],
})
const print = async (asked: Parameters<typeof client.labels.print>[0] = {}) => finish(await client.labels.print(asked))

/** Words of each page with their place, in millimetres from the top left corner. */
async function wordsOf(file: { readonly paper: string }) {
  const loading = getDocument({ data: Uint8Array.from(await bytesOf(file)), verbosity: 0 })
  const pdf = await loading.promise
  const words: { page: number; x: number; y: number; text: string }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , , height = 0] = page.view
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str.trim() !== '') {
        const [, , , , x, y] = item.transform as [number, number, number, number, number, number]
        words.push({ page: number, x: (x * 25.4) / 72, y: ((height - y) * 25.4) / 72, text: item.str })
      }
  }
  await loading.destroy()
  return words
}

describe('on the paper', () => {
  test.each(sheetFormats.map((format) => [format.code, format] as const))(
    '%s: every address stands in its cell, to a tenth of a millimetre, moved by what the printer is off',
    async (code, format) => {
      // From the last row but one to the first row of the next page.
      const first = Math.max(1, cellsOf(format) - format.columns - 1)
      const people = cellsOf(format) - first + 1 + format.columns
      for (let at = 0; at < people; at++)
        await person(`Nom${String(at).padStart(2, '0')}`, address({ postcode: String(10_000 + at) }))
      const { file, report } = await print({ format: code, first, offset: { x: 7, y: -4 } })
      expect(report).toMatchObject({ labels: people, tooLong: [], unreached: 0 })
      const words = await wordsOf(file)
      const padding = paddingOf(format)
      for (let at = 0; at < people; at++) {
        const place = cellPlace(format, at + first - 1)
        const name = words.find(({ text }) => text === `Nom${String(at).padStart(2, '0')}`)
        const town = words.find(({ text }) => text === `${10_000 + at} ANNECY`)
        expect([at, name?.page, town?.page]).toEqual([at, place.page + 1, place.page + 1])
        for (const word of [name, town]) {
          expect(Math.abs((word?.x ?? 0) - (place.x + padding.x + 0.7))).toBeLessThan(0.1)
          expect(word?.y).toBeGreaterThan(place.y - 0.4 + padding.y)
          expect(word?.y).toBeLessThan(place.y - 0.4 + format.cell.height - padding.y + 0.1)
        }
      }
    },
  )
  test('an address that does not hold leaves its place blank and is named; the others are where they were', async () => {
    await person('Aabel', address({ postcode: '10000' }))
    const lines = Array.from({ length: 9 }, (_, at) => `ligne ${at} de cette adresse`).join('\n')
    const long = await person('Bernard', { addresses: [{ kind: 'home', override: lines, country: 'FR' }] })
    await person('Cohen', address({ postcode: '99000' }))
    const { file, report } = await print({ format: 'L7651' })
    expect(report.tooLong.map(({ id }) => id)).toEqual([long])
    const words = await wordsOf(file)
    expect(words.some(({ text }) => text.includes('ligne'))).toBe(false)
    expect(words.filter(({ text }) => text === 'Aabel' || text === 'Cohen')).toHaveLength(2)
  })
})

describe('whom they reach', () => {
  test('the living with an address, a household once; the others are named with the reason', async () => {
    const anne = await person('Tour', { firstName: 'Anne', ...address() })
    const paul = await person('Tour', { firstName: 'Paul', ...address() })
    await client.households.make({
      members: [{ contact: anne }, { contact: paul }],
      address: { contact: anne, position: 0 },
    })
    const dead = await person('Mort', { ...address(), died: '2025-01-02' })
    const bare = await person('Nu')
    const back = await person('Parti', address({ returned: '2025-05-01' }))
    const report = await finish(await client.labels.look({}))
    expect(report).toMatchObject({ labels: 1, people: 2, unreached: 3 })
    expect(new Map(report.nobody.map(({ id, why }) => [id, why]))).toEqual(
      new Map([
        [dead, 'dead'],
        [bare, 'noAddress'],
        [back, 'returned'],
      ]),
    )
    expect((await finish(await client.labels.look({ byHousehold: false }))).labels).toBe(2)
  })
  test('is noted when the mailing has a name, and undone as one act; a proof notes nothing', async () => {
    await person('Tour', address())
    const before = (await client.history.list({ limit: 1 })).acts[0]?.id
    await print()
    await print({ about: 'Bulletin de mai', proof: true })
    expect((await client.history.list({ limit: 1 })).acts[0]?.id).toBe(before)
    const { mailing } = await print({ about: 'Bulletin de mai' })
    expect((await client.letters.mailings({})).mailings).toMatchObject([
      { id: mailing, kind: 'labels', subject: 'Bulletin de mai', post: 1 },
    ])
    await client.history.undo({ act: (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0 })
    expect((await client.letters.mailings({})).mailings).toEqual([])
  })
  test('is refused when nobody is, for a sheet that is not there and a cell it has not', async () => {
    expect(await refused(print())).toMatchObject({ code: 'nothingToPrint' })
    await person('Tour', address())
    expect(await refused(print({ format: 'L9999' }))).toMatchObject({ code: 'notFound' })
    expect(await refused(print({ format: 'L7163', first: 15 }))).toMatchObject({
      code: 'invalidInput',
      field: 'first',
      values: { reason: 'noSuchCell' },
    })
  })
})
