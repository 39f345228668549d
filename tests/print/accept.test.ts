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
  const [told] = file.outline.filter(({ depth }) => depth > 0)
  const bookmarks = file.outline.map((one) => (one === told ? { ...one, page: one.page - 1 } : one))
  expect(faultsOf({ ...file, outline: bookmarks }, { names }).join()).toContain('the bookmark A is not there')
  const unsaid = file.pages.map((page) => (page === first ? { ...page, unmarked: 2, empty: 1 } : page))
  expect(faultsOf({ ...file, pages: unsaid }, { names })).toEqual([
    `page ${first?.number}: 2 paintings no tag holds`,
    `page ${first?.number}: 1 glyphs of nothing`,
  ])
  const low = file.pages.map((page) => ({
    ...page,
    parts: page.parts.map((part) =>
      part.role === 'H2' ? { ...part, lines: part.lines.map((line) => ({ ...line, y: 60 })) } : part,
    ),
  }))
  expect(faultsOf({ ...file, pages: low }, { names }).join()).toMatch(/nothing under the letter|at the foot/)
})

test('what is wrong with a booklet is found: its sides in another order, its cover on the left', async () => {
  const file = await readFilePages((await office.typeset({ imposition: 'booklet' })).bytes)
  const mirrored = file.pages.map((page) => ({
    ...page,
    beside: page.beside.map((line) => ({ ...line, x: page.width - line.x })),
  }))
  expect(bookletFaults({ ...file, pages: mirrored }, '2026')).toContain(
    'the cover is not on the right of the first side',
  )
  const shifted = file.pages.map((page, at) => ({ ...page, beside: file.pages[at - (at % 2)]?.beside ?? [] }))
  expect(bookletFaults({ ...file, pages: shifted.slice(0, -2) }, '2026').join()).toMatch(/side \d+: \d+ and \d+/)
})
