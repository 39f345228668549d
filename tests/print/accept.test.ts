/** Every style of directory, looked at from outside. Thousands are looked at by `npm run print:check`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookStyles } from '../../src/core/directory/look.rules.ts'
import { bookletFaults, entriesOf, faultsOf } from './accept-directory.ts'
import { openInvented } from './invented.ts'
import { readFilePages } from './read-pages.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-print-'))
let office: Awaited<ReturnType<typeof openInvented>>
beforeAll(async () => {
  office = await openInvented(place, 150, resolve(import.meta.dirname, '../../resources'))
})
afterAll(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

test.each(lookStyles.flatMap((style) => (['A5', 'A4'] as const).map((paper) => ({ style, paper }))))(
  '150 people, $style on $paper: nothing wrong is found',
  async (look) => {
    const file = await readFilePages((await office.typeset({ look, standard: 'accessible' })).bytes)
    expect(faultsOf(file, { names: await office.printedNames() })).toEqual([])
    expect(file.pages.flatMap(entriesOf).length).toBeGreaterThan(100)
    expect(file.pages.flatMap(({ links }) => links).length).toBeGreaterThan(15)
  },
)

test.each(lookStyles)('150 people, %s, as a booklet: sides add up', async (style) => {
  const file = await readFilePages((await office.typeset({ look: { style }, imposition: 'booklet' })).bytes)
  expect(bookletFaults(file, '2026')).toEqual([])
})

test('what is wrong is found: another page under the indexes, heads exchanged, an entry gone', async () => {
  const file = await readFilePages((await office.typeset({ standard: 'accessible' })).bytes)
  const names = await office.printedNames()
  const lists = file.pages.filter((page) => entriesOf(page).length > 0)
  const [first, second] = lists
  const exchanged = file.pages.map((page, at) => ({ ...page, beside: file.pages[at + 2]?.beside ?? [] }))
  expect(faultsOf({ ...file, pages: exchanged }, { names }).join()).toContain('the head says')
  const moved = file.pages.map((page) => (page === first ? { ...page, parts: second?.parts ?? [] } : page))
  expect(faultsOf({ ...file, pages: moved }, { names }).join()).toContain('the index sends')
  expect(faultsOf(file, { names: [...names, 'Zyxw Personne'] })).toEqual(['nowhere: Zyxw Personne'])
  const rising = file.pages.map((page) => ({
    ...page,
    parts: page.parts.map((part) => ({
      ...part,
      lines: [...part.lines, ...part.lines.map((line) => ({ ...line, y: line.y + 200 }))],
    })),
  }))
  expect(faultsOf({ ...file, pages: rising }, { names }).join()).toContain('parted')
})
