/** Sheets made to harm, in every other form they come in: OpenDocument packed and flat, XML of Excel 2003, pages. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundedIn, type Expected, withinBounds } from './bounded.fixture.ts'
import { excel2003, flatOds, odsContent, packedOds, page, readOut, scratch, workbook } from './test-files.ts'

const place = scratch()
const bounded = boundedIn(place)
let connections = 0
const listener = createServer((_, answer) => {
  connections += 1
  answer.end('x')
})
let outside = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  outside = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
})
afterAll(() => {
  listener.close()
  place.clear()
})

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('')
const attributes = many(1_000_000, (at) => ` a${at}="x"`)

describe('the bounds themselves', () => {
  test('computing for more than a second is seen', async () => {
    const work = async () => {
      const started = process.cpuUsage()
      let sum = 0
      for (let spent = 0; spent < 1_100_000; ) {
        for (let at = 0; at < 1_000_000; at += 1) sum += at
        const { user, system } = process.cpuUsage(started)
        spent = user + system
      }
      return sum
    }
    await expect(withinBounds(work)).rejects.toThrow(/1000/)
  })
  test('growing by more than 150 MB is seen', async () => {
    await expect(withinBounds(async () => Buffer.alloc(250_000_000, 1))).rejects.toThrow(/150000000/)
  })
})

describe.each([
  ['ods', packedOds],
  ['fods', flatOds],
])('OpenDocument, %s', (ending, made) => {
  const cell = (text: string, more = '') => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`
  const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
  const head = row(cell('Nom') + cell('Ville'))
  const list = head + row(cell('A') + cell('Paris'))
  const columns = (times: number) => ` table:number-columns-repeated="${times}"`
  const rows = (times: number) => ` table:number-rows-repeated="${times}"`
  const harmful: readonly (readonly [string, () => string, Expected])[] = [
    ['a cell repeated 999,999,999 times', () => head + row(cell('A', columns(999_999_999))), 'fileTooManyColumns'],
    ['a row repeated 999,999,999 times', () => head + row(cell('A'), rows(999_999_999)), 'fileTooManyRows'],
    ['both', () => head + row(cell('A', columns(250)), rows(190_000)), 'fileDangerous'],
    ['many rows of repeated cells', () => head + row(cell('A', columns(250))).repeat(5000), 'fileDangerous'],
    ['a long text repeated', () => head + row(cell('x'.repeat(30_000), columns(200))).repeat(4), 'fileDangerous'],
    ['empty cells to infinity', () => head + row(cell('A') + cell('', columns(999_999_999))), 'read'],
    ['empty rows to infinity', () => list + row(cell(''), rows(999_999_999)) + row(cell('B')), 'read'],
    ['columns to infinity', () => `<table:table-column${columns(999_999_999)}/>`.repeat(500) + list, 'read'],
    [
      'a cell over everything',
      () => head + row(cell('A', ' table:number-columns-spanned="16384" table:number-rows-spanned="1048576"')) + list,
      'read',
    ],
    [
      '20,000 tall merges over 20,000 rows',
      () =>
        head +
        row(cell('A', ' table:number-rows-spanned="1048576"').repeat(100)).repeat(200) +
        row(cell('B')).repeat(20_000),
      'read',
    ],
    ['blanks to infinity', () => head + row(cell(`A${'<text:s text:c="999999999"/>'.repeat(10_000)}`)), 'read'],
    ['half a million paragraphs', () => head + row(cell(`A${'</text:p><text:p>'.repeat(500_000)}`)), 'read'],
    ['half a million pieces', () => head + row(cell('A <text:span/>'.repeat(300_000))), 'read'],
    ['elements 2,000 deep', () => `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}${list}`, 'fileDangerous'],
    ['a million attributes', () => row(cell('A', attributes)), ['fileDangerous', 'fileMalformed']],
    ['an entity nobody declared', () => row(cell('&e;')), 'fileMalformed'],
    ['a row that does not end', () => `${list}<table:table-row>`, 'fileMalformed'],
    ['5,000 sheets', () => `${list}${'</table:table><table:table table:name="x">'.repeat(5000)}`, 'read'],
  ]
  test.each(harmful)('%s', (_, body, expected) => bounded(`harmful.${ending}`, made(body()), expected))

  test('a cell of five megabytes is cut and told', async () => {
    const path = place.file(`huge.${ending}`, made(head + row(cell('x'.repeat(5_000_000)))))
    const { rows: read, notes } = await withinBounds(() => readOut(path))
    expect(read[0]?.cells[0]).toHaveLength(32_767)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'cellCut', line: 2 }))
  })
  test('what lies elsewhere is not fetched', () =>
    bounded(
      `outside.${ending}`,
      made(
        `<table:table-source xlink:href="${outside}/t.ods" table:table-name="x"/>${head}${row(
          cell(`A<draw:frame><draw:image xlink:href="${outside}/i.png"/></draw:frame>`, ` xlink:href="${outside}/c"`),
        )}`,
      ),
      'read',
    ))
})

describe('OpenDocument, archives', () => {
  const bomb = (): Zippable => ({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': Buffer.concat([Buffer.from(odsContent('')), Buffer.alloc(40_000_000, 32)]),
  })
  test('a bomb is refused from its directory', () =>
    bounded('bomb.ods', Buffer.from(zipSync(bomb(), { level: 1 })), 'fileDangerous'))
  test('a bomb whose size lies is refused', () => {
    const bytes = Buffer.from(zipSync(bomb(), { level: 1 }))
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (bytes.readUInt32LE(at) === 0x02014b50 && bytes.readUInt32LE(at + 24) > 1000) bytes.writeUInt32LE(900, at + 24)
    return bounded('lying.ods', bytes, 'fileDangerous')
  })
})

describe.each<readonly [string, (text: string) => string]>([
  [
    'OpenDocument',
    (text) =>
      flatOds(`<table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`),
  ],
  ['Excel 2003', (text) => excel2003(`<Row><Cell><Data ss:Type="String">${text}</Data></Cell></Row>`)],
])('a document type in %s', (name, made) => {
  const typed = (type: string, text = 'x') => made(text).replace('?>', `?>${type}`)
  test.each<readonly [string, () => string]>([
    ['alone', () => typed('<!DOCTYPE x>')],
    [
      'whose entities multiply',
      () => typed('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', '&b;'),
    ],
    ['that takes a file', () => typed('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;')],
    ['that takes a place', () => typed(`<!DOCTYPE x [<!ENTITY e SYSTEM "${outside}/e">]>`, '&e;')],
    ['from elsewhere', () => typed(`<!DOCTYPE x SYSTEM "${outside}/d">`)],
  ])('%s is refused', (kind, text) => bounded(`${name} ${kind}.xml`, text(), 'fileDangerous'))
})

describe('XML of Excel 2003', () => {
  const cell = (text: string, more = '') => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`
  const row = (cells: string, more = '') => `<Row${more}>${cells}</Row>`
  const list = row(cell('Nom') + cell('Ville')) + row(cell('A') + cell('Paris'))
  const harmful: readonly (readonly [string, () => string, Expected])[] = [
    ['a cell in column 999,999,999', () => list + row(cell('B', ' ss:Index="999999999"')), 'fileTooManyColumns'],
    [
      'a cell beside an endless merge',
      () => list + row(cell('B', ' ss:MergeAcross="999999999"') + cell('C')),
      'fileTooManyColumns',
    ],
    ['a row at 999,999,999', () => list + row(cell('B'), ' ss:Index="999999999"'), 'read'],
    ['a merge over everything', () => row(cell('Nom')) + row(cell('B', ' ss:MergeDown="999999999"')) + list, 'read'],
    [
      '20,000 tall merges over 20,000 rows',
      () => list + row(cell('A', ' ss:MergeDown="1048575"').repeat(100)).repeat(200) + row(cell('B')).repeat(20_000),
      'read',
    ],
    ['columns to infinity', () => `<Column ss:Hidden="1" ss:Span="999999999"/>`.repeat(1000) + list, 'read'],
    ['elements 2,000 deep', () => `${list}${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`, 'fileDangerous'],
    ['a million attributes', () => row(cell('A', attributes)), ['fileDangerous', 'fileMalformed']],
    ['an entity nobody declared', () => row(cell('&e;')), 'fileMalformed'],
    ['a row that does not end', () => `${list}<Row>`, 'fileMalformed'],
    ['a million comments in a cell', () => list + row(cell('A<!-- -->'.repeat(500_000))), 'read'],
    [
      '5,000 sheets',
      () => `${list}</Table></Worksheet>${'<Worksheet><Table/></Worksheet>'.repeat(5000)}<Worksheet><Table>`,
      'read',
    ],
    ['a place elsewhere', () => list + row(cell('B', ` ss:HRef="${outside}/h"`)), 'read'],
  ]
  test.each(harmful)('%s', (_, body, expected) => bounded('harmful.xls', excel2003(body()), expected))

  test('a cell of five megabytes is cut and told', async () => {
    const path = place.file('huge.xls', excel2003(list + row(cell('x'.repeat(5_000_000)))))
    const { rows, notes } = await withinBounds(() => readOut(path))
    expect(rows[1]?.cells[0]).toHaveLength(32_767)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'cellCut', line: 3 }))
  })
})

describe('pages', () => {
  const list = '<tr><th>Nom<th>Ville<tr><td>A<td>Paris'
  const harmful: readonly (readonly [string, () => string, Expected])[] = [
    ['a cell 999,999,999 columns wide', () => `${list}<tr><td colspan=999999999>B`, 'read'],
    ['a cell beside it', () => `${list}<tr><td colspan=999999999>B<td>C`, 'fileTooManyColumns'],
    ['a cell 999,999,999 rows tall', () => `${list}<tr><td rowspan=999999999>B<td>C<tr><td>D`, 'read'],
    [
      'wide and tall cells by thousands',
      () => list + '<tr><td colspan=1000 rowspan=1000>'.repeat(20_000),
      ['read', 'fileTooManyColumns'],
    ],
    [
      'tall cells under one another',
      () => list + `<tr>${'<td rowspan=1000>B'.repeat(200)}`.repeat(500),
      ['read', 'fileTooManyColumns'],
    ],
    ['cells that do not end', () => `${list}<tr>${'<td>B'.repeat(100_000)}`, 'fileTooManyColumns'],
    ['rows that do not end', () => list + '<tr><td>B'.repeat(100_000), 'read'],
    ['bold that does not end', () => `${list}<tr><td>${'<b>B'.repeat(500_000)}`, 'read'],
    ['lines that do not end', () => `${list}<tr><td>B${'<br>B'.repeat(300_000)}`, 'read'],
    ['signs that are no tags', () => `${list}<tr><td>${'< '.repeat(500_000)}`, 'read'],
    ['a tag that does not end', () => `${list}<tr><td ${'x'.repeat(5_000_000)}`, 'fileMalformed'],
    ['a quote that does not end', () => `${list}<tr><td a="${'>'.repeat(5_000_000)}`, 'fileMalformed'],
    ['a remark that does not end', () => `${list}<!--${'-'.repeat(5_000_000)}`, 'read'],
    ['a script that does not end', () => `${list}<script>${'</'.repeat(2_500_000)}`, 'read'],
    ['a million attributes', () => `${list}<tr><td${attributes}>B`, 'fileMalformed'],
    ['tables 2,000 deep', () => list + '<table><tr><td>'.repeat(2000), 'fileDangerous'],
    ['5,000 tables', () => `${list}</table>${'<table></table>'.repeat(5000)}`, 'fileDangerous'],
    ['a million entities', () => `${list}<tr><td>${'&#65;&eacute;&nothing;'.repeat(300_000)}`, 'read'],
    ['entities that are none', () => `${list}<tr><td>B${'&'.repeat(3_000_000)}`, 'read'],
    [
      'pictures, frames, styles and scripts of elsewhere',
      () =>
        `${list}<tr><td><img src="${outside}/i.png"><iframe src="${outside}/f"></iframe><a href="${outside}/a">B</a><link rel=stylesheet href="${outside}/s"><script src="${outside}/j"></script>`,
      'read',
    ],
  ]
  test.each(harmful)('%s', (_, body, expected) => bounded('harmful.xls', page(body()), expected))

  test('a cell of five megabytes is cut and told', async () => {
    const path = place.file('huge.xls', page(`${list}<tr><td>${'x'.repeat(5_000_000)}`))
    const { rows, notes } = await withinBounds(() => readOut(path))
    expect(rows[1]?.cells[0]).toHaveLength(32_767)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'cellCut', line: 3 }))
  })
  test.each([
    ['no table', '<p>Nom</p>'],
    ['an empty table', '<table></table>'],
    ['cells of nothing', '<table><tr><td> </td><td>&nbsp;</td></tr></table>'],
  ])('a page with %s is named for what it is', (_, body) =>
    expect(readOut(place.file('page.xls', `<html><body>${body}</body></html>`))).rejects.toMatchObject({
      code: 'fileUnknownFormat',
      values: { found: 'html' },
    }),
  )
})

describe('XLSX, once more', () => {
  test('20,000 tall merges over 20,000 rows', () =>
    bounded(
      'merges.xlsx',
      workbook({
        sheet: `<sheetData><row><c t="inlineStr"><is><t>Nom</t></is></c></row>${'<row><c><v>1</v></c></row>'.repeat(20_000)}</sheetData><mergeCells>${'<mergeCell ref="B2:B1048576"/>'.repeat(20_000)}</mergeCells>`,
      }),
      'read',
    ))
  test('a long shared string that every cell repeats', () =>
    bounded(
      'strings.xlsx',
      workbook({
        strings: `<si><t>${'x'.repeat(1_000_000)}</t></si>`,
        sheet: `<sheetData>${'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(4000)}</sheetData>`,
      }),
      'read',
    ))
})

test('nothing was asked of the network; the listener would have told', async () => {
  expect(connections).toBe(0)
  await fetch(`${outside}/control`)
  expect(connections).toBe(1)
})
