/** Workbooks that Excel 2003 and its followers keep as XML, as they are found. */
import { afterAll, describe, expect, test } from 'vitest'
import { excel2003, readOut, scratch } from './test-files.ts'

const place = scratch()
afterAll(place.clear)

const data = (type: string, value: string) => `<Data ss:Type="${type}">${value}</Data>`
const text = (value: string, more = '') => `<Cell${more}>${data('String', value)}</Cell>`
const row = (cells: string, more = '') => `<Row${more}>${cells}</Row>`
const head = row(['Nom', 'Prénom', 'Ville'].map((name) => text(name)).join(''))
const list = head + row(text('Lefèvre') + text('Zoë') + text('Saint-Étienne'))
const cells = async (name: string, bytes: Buffer | string) => {
  const { header, rows } = await readOut(place.file(name, bytes))
  return [header.headers, ...rows.map((one) => one.cells)]
}

describe('encodings', () => {
  const expected = [
    ['Nom', 'Prénom', 'Ville'],
    ['Lefèvre', 'Zoë', 'Saint-Étienne'],
  ]
  const big = (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le').swap16()
  test.each<readonly [string, () => Buffer]>([
    ['UTF-8', () => Buffer.from(excel2003(list))],
    ['UTF-8 with its mark', () => Buffer.from(`\ufeff${excel2003(list)}`)],
    ['UTF-16, the low byte first', () => Buffer.from(`\ufeff${excel2003(list, '', 'UTF-16')}`, 'utf16le')],
    ['UTF-16, the high byte first', () => big(excel2003(list, '', 'UTF-16'))],
    ['ISO-8859-1', () => Buffer.from(excel2003(list, '', 'ISO-8859-1'), 'latin1')],
    ['windows-1252', () => Buffer.from(excel2003(list, '', 'windows-1252'), 'latin1')],
  ])('%s', async (_, bytes) => expect(await cells('list.xls', bytes())).toEqual(expected))
  test('bytes that are not what the file says are refused, not guessed', () =>
    expect(cells('wrong.xls', Buffer.from(excel2003(list), 'latin1'))).rejects.toMatchObject({ code: 'fileMalformed' }))
})

test('values: codes keep their zeros, days are days, a formula gives its value', async () => {
  const styles =
    '<Style ss:ID="code"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>'
  const values = row(
    text('A &amp; B') +
      `<Cell ss:StyleID="code">${data('Number', '1400')}</Cell>` +
      `<Cell ss:StyleID="day">${data('DateTime', '1990-01-02T00:00:00.000')}</Cell>` +
      `<Cell ss:StyleID="day">${data('Number', '36526')}</Cell>` +
      `<Cell>${data('Boolean', '1')}</Cell>` +
      `<Cell ss:Formula="=1+1">${data('Number', '2.5')}</Cell>` +
      '<Cell><ss:Data ss:Type="String"><B>gras</B> et <I>penché</I></ss:Data></Cell>',
  )
  const names = ['Nom', 'Code postal', 'Né le', 'Entré le', 'Membre', 'Cotisation', 'Note']
  const [, read] = await cells('values.xls', excel2003(row(names.map((name) => text(name)).join('')) + values, styles))
  expect(read).toEqual(['A & B', '01400', '1990-01-02', '2000-01-01', 'TRUE', '2.5', 'gras et penché'])
})

test('places: rows and cells that say theirs, merges, remarks and links', async () => {
  const path = place.file(
    'places.xls',
    excel2003(
      head +
        row(text('Martin', ' ss:MergeDown="1"') + text('Ana') + text('Pau'), ' ss:Index="4"') +
        row(text('Léo', ' ss:Index="2"') + text('Tarbes', ' ss:HRef="mailto:leo@example.org"')) +
        row(
          `<Cell>${data('String', 'Petit')}<Comment><ss:Data>à revoir</ss:Data></Comment></Cell>${text('Lyon', ' ss:Index="3"')}`,
        ),
    ),
  )
  const { rows } = await readOut(path)
  expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [4, 'Martin', 'Ana', 'Pau'],
    [5, 'Martin', 'Léo', 'Tarbes'],
    [6, 'Petit', '', 'Lyon'],
  ])
  expect(rows[1]?.links).toEqual([{ column: 2, address: 'leo@example.org' }])
})

test('sheets: the hidden one comes last, any is read by its name', async () => {
  const sheet = (name: string, rows: string, options = '') =>
    `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`
  const book = excel2003(list).replace(
    '<Worksheet ss:Name="Feuille1">',
    `${sheet('Cachée', head + row(text('Secret')), '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>')}<Worksheet ss:Name="Feuille1">`,
  )
  const path = place.file('sheets.xls', book)
  const { table } = await readOut(path)
  expect(table.sheets).toEqual(['Feuille1', 'Cachée'])
  expect(table.hiddenSheets).toEqual(['Cachée'])
  const hidden = await readOut(path, { sheet: 'Cachée' })
  expect(hidden.rows.map(({ cells }) => cells[0])).toEqual(['Secret'])
  expect(hidden.notes).toContainEqual(expect.objectContaining({ code: 'hiddenSheet', text: 'Cachée' }))
  await expect(readOut(path, { sheet: 'Autre' })).rejects.toMatchObject({ code: 'sheetMissing' })
})
