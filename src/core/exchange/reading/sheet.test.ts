import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { formatOfCode, formattedNumber, laidDigits, serialDay } from './number-format.ts'
import { letters, type Parts, readOut, scratch, textRows, workbook } from './test-files.ts'

const place = scratch()
afterAll(place.clear)

let count = 0
const read = (parts: Parts, reading = {}) => {
  count += 1
  return readOut(place.file(`book${count}.xlsx`, workbook(parts)), reading)
}
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
const rows = (...all: string[]) => `<sheetData>${all.join('')}</sheetData>`
const word = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const heading = row(1, word('A1', 'Nom') + word('B1', 'Ville') + word('C1', 'Code postal'))

test('shared strings: rich text joined, readings left out, escapes undone', async () => {
  const { rows: found } = await read({
    strings:
      '<si><t>Nom</t></si><si><t>Note</t></si><si><r><rPr><b/></rPr><t>Le</t></r><r><t xml:space="preserve"> Blanc</t></r></si>' +
      '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si><si><t>un_x000D_\ndeux</t></si>',
    sheet: rows(
      row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
      row(2, '<c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>4</v></c>'),
      row(3, '<c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>99</v></c>'),
    ),
  })
  expect(found.map((one) => one.cells)).toEqual([['Le Blanc', 'un\r\ndeux'], ['漢字']])
})

test('cells and strings read the same, written as programs write them or in another way', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((word) => word.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '?')),
    fc.constantFrom(' à ', '&', ']]>', '_x0041_', '', 'x\ry', 'deux  mots'),
  )
  const number = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom('007', '0', '-0', '1E3', '1e3', '', '12345678901234567890', '1.50', '--', '45000', ' 5'),
  )
  const cell = fc.record({
    gap: fc.nat(3),
    style: fc.option(fc.nat(5), { nil: undefined }),
    type: fc.constantFrom('s', 'n', undefined, 'str', 'b'),
    value: number,
    empty: fc.boolean(),
  })
  const escaped = (word: string) =>
    word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
  const book = (strings: readonly string[], lines: readonly (readonly CellMade[])[], space: string): Parts => ({
    strings: strings.map((word) => `<si${space}><t>${escaped(word)}</t></si>`).join(''),
    styles: `<cellXfs>${[0, 14, 9, 20, 1, 164].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
    sheet: rows(
      heading,
      ...lines.map((cells, line) => {
        let column = -1
        const written = cells.map(({ gap, style, type, value, empty }) => {
          column += 1 + gap
          const marks = `${style === undefined ? '' : ` s="${style}"`}${type === undefined ? '' : ` t="${type}"`}`
          const opening = `<c${space} r="${letters(column)}${line + 2}"${marks}`
          return empty ? `${opening}/>` : `${opening}><v>${value}</v></c>`
        })
        return row(line + 2, written.join(''))
      }),
    ),
  })
  type CellMade = typeof cell extends fc.Arbitrary<infer T> ? T : never
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (strings, lines) => {
        const plain = await read(book(strings, lines, ''))
        const other = await read(book(strings, lines, ' '))
        expect([plain.rows, plain.notes]).toEqual([other.rows, other.notes])
      },
    ),
    { numRuns: 150, seed: 4 },
  )
})

test('what is no character is taken out and said; a pair is one', async () => {
  const { rows: found, notes } = await read({
    strings: '<si><t>A_xD800_B_x0000_</t></si><si><t>_xD83D__xDE00_</t></si>',
    sheet: rows(heading, row(2, `<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>${word('C2', 'C_xDC00_D')}`)),
  })
  expect(found[0]?.cells).toEqual(['AB', '😀', 'CD'])
  expect(notes.filter(({ code }) => code === 'signRemoved').map(({ line, column }) => [line, column])).toEqual([
    [2, 0],
    [2, 2],
  ])
})

test('a sheet that is broken is refused with the row where it breaks', async () => {
  const broken = `<sheetData>\n${heading}\n\n\n${row(2, word('A2', 'B'))}${row(7, `${word('A7', 'C')}<c r="B7"></d>`)}</sheetData>`
  await expect(read({ sheet: broken })).rejects.toMatchObject({ code: 'fileMalformed', values: { line: 7 } })
  // Where there are no rows, no line is told: that of the XML is nobody's.
  const strings = await read({ strings: '<si><t>Nom</u></si>', sheet: rows(heading) }).catch((error) => error.values)
  expect(strings).toMatchObject({ reason: 'xml' })
  expect(strings).not.toHaveProperty('line')
})

test('dates, shares, codes with zeros, booleans, formulas and errors read as they are shown', async () => {
  const styles =
    '<numFmts count="4"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>' +
    '<numFmt numFmtId="166" formatCode="0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##"/><numFmt numFmtId="167" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>' +
    '<cellXfs>' +
    [0, 164, 165, 166, 167, 14, 9, 20].map((id) => `<xf numFmtId="${id}"/>`).join('') +
    '</cellXfs>'
  const cell = (place: string, style: number, value: string) => `<c r="${place}" s="${style}"><v>${value}</v></c>`
  const { rows: found, notes } = await read({
    styles,
    sheet: rows(
      heading,
      row(
        2,
        word('A2', 'Martin') +
          cell('C2', 1, '1000') +
          cell('D2', 2, '43891') +
          cell('E2', 3, '612345678') +
          cell('F2', 4, '35.5'),
      ),
      row(
        3,
        word('A3', 'Durand') +
          cell('D3', 5, '43891.5') +
          cell('E3', 6, '0.2') +
          cell('F3', 7, '0.5') +
          '<c r="G3" t="b"><v>1</v></c>',
      ),
      row(
        4,
        word('A4', 'Petit') +
          '<c r="B4" t="str"><f>A4</f><v>Lyon</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4"><f>1+1</f><v>2</v></c><c r="E4" t="d"><v>2024-05-06T00:00:00</v></c><c r="F4"><f>NOW()</f></c>',
      ),
      row(5, word('A5', 'Long') + cell('B5', 0, '6.12345678E8') + cell('C5', 0, '0.30000000000000004')),
    ),
  })
  expect(found.map((one) => one.cells)).toEqual([
    ['Martin', '', '01000', '2020-03-01', '06 12 34 56 78', '35.5'],
    ['Durand', '', '', '2020-03-01 12:00:00', '20%', '12:00:00', 'TRUE'],
    ['Petit', 'Lyon', '', '2', '2024-05-06'],
    ['Long', '612345678', '0.3'],
  ])
  expect(notes).toContainEqual(expect.objectContaining({ line: 4, column: 2, code: 'cellError', text: '#N/A' }))
  expect(notes).toContainEqual(expect.objectContaining({ line: 4, column: 5, code: 'formulaWithoutValue' }))
})

test('days of the 1904 system', async () => {
  const { rows: found } = await read({
    workbook: '<workbookPr date1904="1"/>',
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    sheet: rows(heading, row(2, `${word('A2', 'Martin')}<c r="B2" s="0"><v>0</v></c><c r="C2" s="0"><v>366</v></c>`)),
  })
  expect(found[0]?.cells).toEqual(['Martin', '1904-01-01', '1905-01-01'])
})

describe('number formats', () => {
  test.each([
    ['00000', 'digits'],
    ['dd/mm/yyyy', 'day'],
    ['[$-40C]d mmmm yyyy;@', 'day'],
    ['jj/mm/aaaa', 'day'],
    ['hh:mm', 'time'],
    ['[h]:mm', 'duration'],
    ['d/m/yyyy h:mm', 'moment'],
    ['0.00%', 'percent'],
    ['#,##0.00 "€ du mois"', 'plain'],
    ['General', 'plain'],
    ['@', 'plain'],
    ['"N° "0', 'plain'],
  ])('%s is %s', (code, kind) => expect(formatOfCode(code).kind).toBe(kind))

  test('the 29 February 1900 that never was', () => {
    expect(serialDay(59, false, 'day')).toBe('1900-02-28')
    expect(serialDay(61, false, 'day')).toBe('1900-03-01')
    expect(serialDay(1, false, 'day')).toBe('1900-01-01')
    expect(serialDay(-1, false, 'day')).toBeUndefined()
    expect(serialDay(1e12, false, 'day')).toBeUndefined()
  })

  test('digits in their places', () => {
    expect(laidDigits(1000, '00000')).toBe('01000')
    expect(laidDigits(123456, '00000')).toBe('123456')
    expect(laidDigits(612345678, '0# ## ## ## ##')).toBe('06 12 34 56 78')
    expect(formattedNumber('12345678901234567890', { kind: 'plain' }, false)).toMatch(/^\d+$/)
  })
})

describe('sheets', () => {
  const sheets = [
    { name: 'Cachée', state: 'hidden', body: textRows([['Nom'], ['Caché']]) },
    { name: 'Membres', body: textRows([['Nom'], ['Visible']]) },
    { name: 'Très', state: 'veryHidden', body: textRows([['Nom'], ['Très caché']]) },
  ]
  test('visible ones come first, and any can be chosen', async () => {
    const first = await read({ sheet: '', sheets })
    expect(first.table.sheets).toEqual(['Membres', 'Cachée', 'Très'])
    expect(first.rows[0]?.cells).toEqual(['Visible'])
    const second = await read({ sheet: '', sheets }, { sheet: 'Cachée' })
    expect(second.rows[0]?.cells).toEqual(['Caché'])
    await expect(read({ sheet: '', sheets }, { sheet: 'Absente' })).rejects.toMatchObject({ code: 'sheetMissing' })
  })
})

describe('merged cells', () => {
  test('a tall one stands for each of its rows, what hides under one is no data', async () => {
    const { rows: found } = await read({
      sheet: `${textRows([
        ['Nom', 'Maison', 'Ville'],
        ['A', 'Italie', 'x'],
        ['B', 'hidden', 'y'],
        ['C', 'Japon', 'z'],
      ])}<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>`,
    })
    expect(found.map((one) => one.cells)).toEqual([
      ['A', 'Italie', 'x'],
      ['B', 'Italie', 'y'],
      ['C', 'Japon', 'z'],
    ])
  })
})

test('an address behind a word is found, nothing else is followed', async () => {
  const { rows: found } = await read({
    sheet: `${textRows([
      ['Nom', 'Courriel'],
      ['A', 'lui écrire'],
      ['B', 'son site'],
    ])}<hyperlinks><hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" r:id="rId2"/></hyperlinks>`,
    sheetRelations:
      '<Relationship Id="rId1" Type="x/hyperlink" Target="mailto:a%40b.example?subject=x" TargetMode="External"/>' +
      '<Relationship Id="rId2" Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>',
  })
  expect(found[0]?.links).toEqual([{ column: 1, address: 'a@b.example' }])
  expect(found[1]?.links).toBeUndefined()
})

test('cells and rows without references follow each other; hidden rows are told', async () => {
  const { rows: found, notes } = await read({
    sheet: `<sheetData><row><c t="inlineStr"><is><t>Nom</t></is></c><c t="inlineStr"><is><t>Ville</t></is></c></row><row hidden="1"><c t="inlineStr"><is><t>A</t></is></c><c t="inlineStr"><is><t>Paris</t></is></c></row></sheetData>`,
  })
  expect(found[0]).toMatchObject({ line: 2, cells: ['A', 'Paris'] })
  expect(notes).toContainEqual(expect.objectContaining({ code: 'hiddenRows' }))
})

test('another document in the same wrapping is named', async () => {
  await expect(
    readOut(place.file('letter.xlsx', workbook({ sheet: '', more: {} }).subarray(0, 0))),
  ).rejects.toMatchObject({ code: 'fileEmpty' })
})
