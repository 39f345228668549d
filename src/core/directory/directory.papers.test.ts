import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFonts } from '../typesetting/font/registry.ts'
import type { Op, Page } from '../typesetting/list/display.ts'
import { composeDirectory, type DirectoryComposition, typesetDirectory } from './directory.papers.ts'
import type { DirectoryEntry, DirectoryIndex, DirectoryItem, DirectoryModel } from './directory.rules.ts'
import { groupedPhones } from './directory-entry.ts'
import { geometryOf } from './directory-geometry.ts'
import { completeLook } from './look.rules.ts'

const fonts = openFonts(join(import.meta.dirname, '../../../resources/fonts'))
const quiet = () => {}
const { page: PAGE, text: TEXT, list: LIST } = geometryOf(completeLook())

function entry(letter: string, headword: string, forename: string, more: Partial<DirectoryEntry> = {}): DirectoryItem {
  return { kind: 'entry', id: 1, letter, headword, forename, year: '1987', lines: [], ...more }
}

function modelOf(
  items: readonly DirectoryItem[],
  { indexes = [], ...more }: Partial<DirectoryModel> & { readonly indexes?: readonly DirectoryIndex[] } = {},
): DirectoryModel {
  return {
    language: 'fr',
    title: 'Annuaire 2026',
    edition: '2026',
    association: 'Association des Anciens & Amis',
    day: '2026-01-01',
    items,
    sections: [
      { kind: 'cover', subtitle: '', count: true },
      { kind: 'notice', paragraphs: ["Réservé à l'usage personnel des membres."] },
      { kind: 'contents', letters: true },
      { kind: 'members', title: 'Les membres' },
      ...indexes.map((index) => ({ kind: 'index' as const, index })),
      { kind: 'colophon', lines: [], numbered: false },
    ],
    ...more,
  }
}

const WORLD: readonly (readonly [string, string, string])[] = [
  ['Nguyễn', 'Thị Ánh', 'N'],
  ['Żółć', 'Łukasz', 'Z'],
  ['Đặng', 'Văn', 'D'],
  ['Adébáyọ̀', 'Ọlátúnjí', 'A'],
  ['Παπαδοπούλου', 'Ελένη', '#'],
  ['Соколова', 'Наталья', '#'],
  ['القاهري', 'محمد', '#'],
  ['כהן', 'יעל', '#'],
  ['田中', '美咲', '#'],
  ['김', '민준', '#'],
]

/** Invented members in alphabetical order, with entries of two to nine lines and some cross-references. */
function invented(count: number): DirectoryModel {
  const items: DirectoryItem[] = []
  for (let index = 0; index < count; index++) {
    const letter = String.fromCharCode(65 + Math.floor((index * 26) / count))
    const headword = `${letter}${'abeiloru'[index % 8]}rnard${index % 3 === 0 ? '-Chapuis' : ''}`
    const forename = `${['Agnès', 'Jean-Baptiste', 'Zoé'][index % 3]} ${index % 5 === 0 ? '(de La)' : ''}`.trim()
    if (index % 41 === 7) {
      items.push({ kind: 'reference', letter, headword, forename, see: 'Martin Marie' })
      continue
    }
    items.push(
      entry(letter, headword, forename, {
        year: String(1955 + (index % 60)),
        lines: [
          { role: 'profession', text: 'Ingénieur, Maison de Lyon' },
          ...Array.from({ length: (index * 5) % 7 }, (_, line) => ({
            role: 'address' as const,
            text: `${line}, rue d'Annecy`,
          })),
          { role: 'phone', text: '04 78 12 34 56 · 06 12 34 56 78' },
        ],
      }),
    )
  }
  for (const [headword, forename, letter] of WORLD) items.push(entry(letter === '#' ? '#' : 'Z', headword, forename))
  const members = items.flatMap((item, index) => (item.kind === 'entry' ? [index] : []))
  return modelOf(items, {
    indexes: [
      {
        title: 'Index des pays',
        headings: [
          { heading: 'Égypte', members: members.slice(-4, -3) },
          { heading: 'France', members },
        ],
      },
      {
        title: 'Index des Maisons',
        headings: [
          { heading: 'Maison de Lyon', members: members.slice(0, 40) },
          { heading: 'Maison vide', members: [] },
        ],
      },
    ],
  })
}

/** Words of a page in painting order, one string per line. */
function linesOf(page: Page): readonly { readonly x: number; readonly y: number; readonly text: string }[] {
  return page.ops.flatMap((op: Op) =>
    op.kind === 'line'
      ? [{ x: op.x, y: op.y, text: op.pieces.map((piece) => piece.shaped?.text ?? '□').join('') }]
      : [],
  )
}

describe('the pages of a directory', () => {
  const model = invented(400)
  let composition: DirectoryComposition
  beforeAll(async () => {
    composition = await composeDirectory(model, fonts, quiet)
  })

  it('come in fours, with the list on a right-hand page and the padding before the back cover', () => {
    expect(composition.pages.length % 4).toBe(0)
    expect(composition.report.pages).toBe(composition.pages.length)
    expect(composition.list[0]!.page % 2).toBe(1)
    const empty = composition.pages.flatMap((page, index) => (page.ops.length === 0 ? [index + 1] : []))
    for (const number of empty) expect(number === 4 || number < composition.pages.length - 1).toBe(true)
    expect(linesOf(composition.pages.at(-1)!)[0]?.text).toContain('Anciens & Amis')
  })

  it('hold every item once, in order', () => {
    const order = composition.list.flatMap(({ content }) =>
      content.contents.flatMap((placed) => (placed.kind === 'item' && placed.from === 0 ? [placed.set.item] : [])),
    )
    expect(order).toEqual(model.items.map((_, index) => index))
  })

  it('never part an item over columns and keep within the foot', () => {
    for (const { content } of composition.list)
      for (const placed of content.contents) {
        if (placed.kind === 'item') expect([placed.from, placed.to]).toEqual([0, placed.set.lines.length])
        expect(placed.top + placed.height).toBeLessThanOrEqual(TEXT.height + 0.01)
      }
  })

  it('begin a letter with its heading, never in the last eight lines of a column', () => {
    let seen = 0
    for (const { content } of composition.list)
      for (const [index, placed] of content.contents.entries()) {
        if (placed.kind !== 'letter') continue
        seen++
        expect(placed.top + placed.height).toBeLessThanOrEqual(TEXT.height - 8 * LIST.leading + 0.01)
        const next = content.contents[index + 1]
        expect(next?.kind === 'item' && model.items[next.set.item]!.letter).toBe(placed.letter)
        expect(next?.column).toBe(placed.column)
      }
    expect(seen).toBe(new Set(model.items.map((item) => item.letter)).size)
  })

  it('are headed by their first and last item, in the form of the list', () => {
    let checked = 0
    for (const { page, content } of composition.list) {
      const head = linesOf(composition.pages[page - 1]!).find((line) => Math.abs(line.y - (PAGE.top - 18)) < 0.01)!
      const name = (index: number) => {
        const { headword, forename } = model.items[index]!
        return `${headword} ${forename}`
      }
      const items = content.contents.flatMap((placed) => (placed.kind === 'item' ? [placed.set.item] : []))
      const ends = items.length === 1 ? [items[0]!] : [items[0]!, items.at(-1)!]
      if (!/^[\p{Script=Latin}\P{L}]+$/u.test(ends.map(name).join(''))) continue
      expect(head.text).toBe(ends.map(name).join(' – '))
      checked++
    }
    expect(checked).toBeGreaterThan(composition.list.length - 3)
  })

  it('show each name where the report says it is', () => {
    for (const [index, page] of composition.report.pageOfItem.entries()) {
      const { headword, forename } = model.items[index]!
      if (!/^[\p{Script=Latin}\P{L}]+$/u.test(headword)) continue
      const texts = linesOf(composition.pages[page - 1]!).map((line) => line.text)
      expect(texts.some((text) => text.startsWith(`${headword} ${forename}`))).toBe(true)
    }
  })

  it('index every member under the page of the member, repeating the heading at each column', () => {
    const listed: number[] = []
    for (const { page, content } of composition.indexes) {
      expect(page).toBeGreaterThan(composition.list.at(-1)!.page)
      for (const column of [0, 1, 2]) {
        const rows = content.rows.filter((row) => row.column === column)
        if (rows.length > 0) expect(rows[0]!.kind).toBe('heading')
        expect(rows.at(-1)?.kind).not.toBe('heading')
      }
      for (const row of content.rows) if (row.kind === 'name') listed.push(row.item)
    }
    const expected = model.sections
      .flatMap((section) => (section.kind === 'index' ? section.index.headings : []))
      .flatMap(({ members }) => members)
    expect(listed).toEqual(expected)
    expect(
      composition.indexes.some(({ content }) => content.rows.some((row) => row.kind === 'heading' && row.continued)),
    ).toBe(true)
  })

  it('print beside each indexed name the page it stands on', () => {
    for (const { page, content } of composition.indexes) {
      const lines = linesOf(composition.pages[page - 1]!)
      const names = content.rows.flatMap((row) => (row.kind === 'name' ? [row.item] : []))
      const folios = lines.filter(
        (line, index) => index > 0 && /^\d+$/.test(line.text) && line.y < PAGE.height - PAGE.bottom + 1,
      )
      expect(folios.map((line) => Number(line.text))).toEqual(names.map((item) => composition.report.pageOfItem[item]))
    }
  })

  it('are bookmarked by part and letter, and listed in the contents', () => {
    expect(composition.outline.map((item) => item.title)).toEqual([
      'Les membres',
      'Index des pays',
      'Index des Maisons',
    ])
    const letters = composition.outline[0]!.children
    expect(letters[0]).toMatchObject({ title: 'A', page: composition.list[0]!.page })
    for (const { title, page } of letters) {
      const texts = linesOf(composition.pages[page - 1]!).map((line) => line.text)
      expect(texts).toContain(title)
    }
    const contents = linesOf(composition.pages[2]!).map((line) => line.text)
    expect(contents).toContain('Index des Maisons')
  })

  it('have nothing missing: names of the whole world are set', () => {
    expect(composition.report.missing).toEqual([])
  })
})

describe('bad and rare input', () => {
  it('reports what no font can draw, by item and field, before anything is printed', async () => {
    const items = [
      entry('A', 'Ab\u{13000}', 'Zoé', { lines: [{ role: 'note', text: 'fin \ud800' }] }),
      entry('A', 'Abadie', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', { original: '王伟' }),
    ]
    const { report } = await composeDirectory(modelOf(items), fonts, quiet)
    expect(report.missing).toEqual([
      { text: '\u{13000}', item: 0, field: 'headword' },
      { text: '\ufffd', item: 0, field: 'note' },
      { text: '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', item: 1, field: 'forename' },
    ])
  })

  it('fits long names and mails into the column and says so', async () => {
    const long = 'x'.repeat(300)
    const items = [entry('X', long, long, { lines: [{ role: 'mail', text: `${long}@exemple.org` }] })]
    const { report, list } = await composeDirectory(modelOf(items), fonts, quiet)
    expect(report.shortened.map(({ item, how }) => [item, how])).toEqual([
      [0, 'wrapped'],
      [0, 'wrapped'],
    ])
    for (const placed of list[0]!.content.contents)
      if (placed.kind === 'item')
        for (const { x, line } of placed.set.lines)
          for (const piece of line.pieces)
            expect(x + piece.x + piece.width).toBeLessThanOrEqual(LIST.columnWidth + 0.01)
  })

  it('parts an item taller than a column as a last resort, and says so', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => ({ role: 'note' as const, text: `ligne ${index}` }))
    const { report, list } = await composeDirectory(modelOf([entry('A', 'Abadie', 'Zoé', { lines })]), fonts, quiet)
    const parts = list.flatMap(({ content }) => content.contents.filter((placed) => placed.kind === 'item'))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(121)
    for (const part of parts) expect(part.top + part.height).toBeLessThanOrEqual(TEXT.height + 0.01)
    expect(report.shortened).toContainEqual({ item: 0, text: 'Abadie Zoé', how: 'wrapped' })
  })

  it.each([0, 1])('sets a directory of %i members', async (count) => {
    const { pdf, report } = await typesetDirectory(
      modelOf([entry('A', 'Abadie', 'Zoé')].slice(0, count)),
      fonts,
      { imposition: 'booklet' },
      quiet,
    )
    expect(report.pages).toBe(8)
    expect(report.sheets).toBe(2)
    expect(pdf.length).toBeGreaterThan(1000)
  })

  it('groups the figures of telephones by fixed spaces', () => {
    expect(groupedPhones('04 78 12 34 56, +33 6 12 34 56 78')).toBe(
      '04\u202f78\u202f12\u202f34\u202f56  ·  +33\u202f6\u202f12\u202f34\u202f56\u202f78',
    )
    expect(groupedPhones('04 78 12 34 56 (bureau)')).toBe('04\u202f78\u202f12\u202f34\u202f56 (bureau)')
  })
})

describe('the file of a directory', () => {
  const model = invented(60)
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  it.each(['pages', 'booklet'] as const)('has the same bytes twice (%s)', async (imposition) => {
    const first = await typesetDirectory(model, fonts, { imposition }, quiet)
    const again = await typesetDirectory(
      model,
      openFonts(join(import.meta.dirname, '../../../resources/fonts')),
      { imposition },
      quiet,
    )
    expect(digest(again.pdf)).toBe(digest(first.pdf))
    const other = await typesetDirectory({ ...model, day: '2026-01-02' }, fonts, { imposition }, quiet)
    expect(digest(other.pdf)).not.toBe(digest(first.pdf))
  })

  it('folds into a booklet: the cover on the right of the first side, folios adding up to N + 1', async () => {
    const { pdf, report } = await typesetDirectory(model, fonts, { imposition: 'booklet' }, quiet)
    const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
    const file = await loading.promise
    expect(file.numPages).toBe(report.pages / 2)
    const side = async (number: number) =>
      (await (await file.getPage(number)).getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [{ x: item.transform[4] as number, text: item.str }] : [],
      )
    const cover = (await side(1)).find((item) => item.text.includes('2026') && item.x > 421)
    expect(cover).toBeDefined()
    for (let number = 3; number <= file.numPages; number++) {
      const folios = (await side(number)).filter((item) => /^\d+$/.test(item.text) && (item.x < 60 || item.x > 780))
      if (folios.length === 2) expect(folios.reduce((sum, { text }) => sum + Number(text), 0)).toBe(report.pages + 1)
    }
    await loading.destroy()
  })

  it('tells of its progress and gives up when told to', async () => {
    const phases = new Set<string>()
    await typesetDirectory(model, fonts, { imposition: 'pages' }, (_, __, phase) => phases.add(phase))
    expect([...phases]).toEqual(['shape', 'compose', 'paint', 'finish'])
    for (const stop of ['shape', 'compose', 'paint'] as const)
      await expect(
        typesetDirectory(model, fonts, { imposition: 'pages' }, (_, __, phase) => {
          if (phase === stop) throw new Error(stop)
        }),
      ).rejects.toThrow(stop)
  })
})
