/** Files other programs wrote, as they came: what the samples' list says a correct reading is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { type ReadOut, readOut } from './test-files.ts'

const samples = resolve(import.meta.dirname, '../../../../../shared/samples')
const present = existsSync(join(samples, 'manifest.tsv'))
if (!present) console.warn(`SKIPPED: the readers' samples are not at ${samples}`)

const read = (file: string) => readOut(join(samples, file))
const whole = ({ header, rows }: ReadOut, first: readonly string[] = header.line > 0 ? header.headers : []) =>
  first.length > 0 ? [first, ...rows.map((row) => row.cells)] : rows.map((row) => row.cells)
const column = async (file: string, name: string) => {
  const { header, rows } = await read(file)
  const at = header.headers.indexOf(name)
  return rows.map((row) => row.cells[at])
}

const files = (folder: string, pattern: RegExp): string[] =>
  present
    ? readdirSync(join(samples, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && pattern.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(samples.length + 1))
        .sort()
    : []

describe.skipIf(!present)('every sample ends well', () => {
  const all = [...files('2-csv', /./), ...files('3-spreadsheets', /./)]
  test('there are as many as the list says', () => expect(all.length).toBeGreaterThan(150))

  test('each is read, or refused with a code', { timeout: 120_000 }, async () => {
    const outcomes: Record<string, number> = {}
    for (const file of all) {
      const started = process.cpuUsage()
      const outcome = await read(file).then(
        () => 'read',
        (error: unknown) => {
          if (error instanceof Refusal) return error.code
          if (error instanceof Error && error.message === 'No header was found') return 'empty'
          throw new Error(`${file}: ${String(error)}`, { cause: error })
        },
      )
      const { user, system } = process.cpuUsage(started)
      expect((user + system) / 1000, file).toBeLessThan(4000)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    expect(outcomes.read).toBeGreaterThan(100)
  })
})

describe.skipIf(!present)('texts', () => {
  test.each(['utf8', 'utf16be', 'utf16le', 'utf16lebom', 'utf32be', 'utf32bebom', 'utf32le', 'utf32lebom'])(
    'premiere in %s',
    async (encoding) => {
      const cells = whole(await read(`2-csv/PhpSpreadsheet/premiere.${encoding}.csv`))
      expect(cells[0]?.[0]).toBe('première')
      expect(cells[1]?.[2]).toBe('sixième')
    },
  )
  test.each(['utf8', 'utf8bom', 'utf16be', 'utf16le', 'utf32be', 'utf32le'])('Å in %s', async (encoding) => {
    expect(whole(await read(`2-csv/PhpSpreadsheet/encoding.${encoding}.csv`))).toEqual([
      ['Å', '1'],
      ['2', '3'],
    ])
  })
  test.each(['comma_in_quotes', 'empty_crlf', 'json'])('conformance: %s', async (name) => {
    const { header, rows } = await read(`2-csv/csv-spectrum/${name}.csv`)
    const expected = JSON.parse(readFileSync(join(samples, `2-csv/csv-spectrum/json/${name}.json`), 'utf8')) as Record<
      string,
      string
    >[]
    expect(rows.map((row) => header.headers.map((name, at) => [name, row.cells[at] ?? '']))).toEqual(
      expected.map((row) => Object.entries(row).map(([key, value]) => [key.trim(), value])),
    )
  })
  test('Galette: ten members, zeros of postcodes kept, four ways of writing a telephone', async () => {
    const { rows, table } = await read('2-csv/galette/galette_members1_all_fields.csv')
    expect(table.delimiter).toBe(';')
    expect(rows).toHaveLength(10)
    expect(rows[0]?.cells.slice(0, 2)).toEqual(['Boucher', 'Roland'])
    const postcodes = await column('2-csv/galette/galette_members1_all_fields.csv', 'cp_adh')
    expect(postcodes.every((postcode) => /^\d\d ?\d{3}$/.test(postcode ?? ''))).toBe(true)
    expect(postcodes.some((postcode) => postcode?.startsWith('0'))).toBe(true)
  })
  test('long whole numbers stay text', async () => {
    expect((await read('2-csv/PhpSpreadsheet/longIntegers.csv')).rows[0]?.cells[0]).toBe('123456789012345678901234')
  })
  test('codes that look like numbers stay text', async () => {
    const { rows } = await read('2-csv/paheko/fr_pca_2025.csv')
    expect(rows).toHaveLength(543)
    expect(rows.map((row) => row.cells[0])).toContain('102')
  })
  test('a file without header keeps its first row', async () => {
    expect((await read('2-csv/thunderbird/csv_no_header.csv')).rows).toHaveLength(2)
  })
  test('39 columns of the register of associations', async () => {
    const { header, rows } = await read('2-csv/rna/rna_waldec_3lignes.csv')
    expect(header.headers).toHaveLength(39)
    expect(rows).toHaveLength(3)
  })
  test('a cell of several lines', async () => {
    const { rows } = await read('2-csv/PhpSpreadsheet/line_break_in_enclosure_with_escaped_quotes.csv')
    expect(rows.map((row) => row.line)).toEqual([2, 7, 12, 17])
    expect(rows[0]?.cells[1]).toContain('"test csv file"\nwith both')
  })
})

describe.skipIf(!present)('workbooks', () => {
  const book = (file: string) => `3-spreadsheets/${file}`
  test.each([
    ['poi/protect.xlsx', 'fileUnknownFormat'],
    ['poi/60320-protected.xlsx', 'fileUnknownFormat'],
    ['poi/protected_passtika.xlsx', 'fileUnknownFormat'],
    ['poi/protected_sha512.xlsx', 'fileUnknownFormat'],
    ['calamine/pass_protected.xlsx', 'fileUnknownFormat'],
    ['calamine/any_sheets.xls', 'fileUnknownFormat'],
    ['calamine/OOM_alloc3.xls', 'fileUnknownFormat'],
    ['calamine/issue_594_dos.ods', 'fileTooManyColumns'],
    ['poi/poc-xmlbomb.xlsx', 'fileDangerous'],
    ['poi/poc-xmlbomb-empty.xlsx', 'fileDangerous'],
    ['PhpSpreadsheet/utf8entity.dontuse', 'fileDangerous'],
    ['poi/duplicate-filename-case-insensitive.xlsx', 'fileDangerous'],
    ['PhpSpreadsheet/ebcdic.dontuse', 'fileMalformed'],
    ['PhpSpreadsheet/excel2003.short.bad.xml', 'fileMalformed'],
    ['exceljs/invalid-xml.xlsx', 'fileMalformed'],
  ])('%s is refused', async (file, code) => {
    await expect(read(book(file))).rejects.toMatchObject({ code })
  })
  test('a password is named', async () => {
    await expect(read(book('poi/protect.xlsx'))).rejects.toMatchObject({ values: { found: 'encrypted' } })
    await expect(read(book('calamine/pass_protected.ods'))).rejects.toMatchObject({ values: { found: 'encrypted' } })
  })
  test.each([
    ['calamine/has_x000D_.xlsx', 'ABC\r\nDEF'],
    ['calamine/has_x000D_inline.xlsx', 'ABC\r\nDEF'],
    ['PhpSpreadsheet/octo#thorpe.xlsx', 'xyz'],
    ['PhpSpreadsheet/rootZipFiles.xlsx', 'TEST CELL'],
    ['PhpSpreadsheet/utf16be.xlsx', '1'],
    ['poi/workbookProtection-workbook_password-2013.xlsx', 'testcontent'],
    ['poi/SimpleMacro.xlsm', 'This is a macro workbook'],
    ['test_files/phonetic_text.xlsx', '漢字'],
    ['calamine/rph.xlsx', '課きく　毛こ'],
    ['calamine/whitespace_trim.xlsx', 'trimmed value'],
    ['exceljs/shared_string_with_escape.xlsx', '_x000D_'],
    ['calamine/inlineStr_cdata.xlsx', 'Hello CDATA'],
    ['calamine/nonstandard-xml-ns-prefix.xlsx', 'a'],
    ['PhpSpreadsheet/without_cell_reference.xlsx', '1'],
  ])('%s', async (file, first) => {
    const found = await read(book(file))
    expect(found.header.line > 0 ? found.header.headers[0] : found.rows[0]?.cells[0]).toBe(first)
  })
  test('days of 1904, days and not numbers', async () => {
    expect(whole(await read(book('exceljs/1904.xlsx'))).flat()).toContain('1904-01-01')
    expect(whole(await read(book('exceljs/dateIssue.xlsx'))).flat()).toContain('2020-11-20')
  })
  test('46 formats of one instant, or nearly', async () => {
    const { rows } = await readOut(join(samples, book('poi/DateFormatTests.xlsx')), { sheet: 'Tests' })
    expect(rows).toHaveLength(45)
    for (const { cells } of rows)
      expect(cells[2], cells[1]).toMatch(/^(1952-10-11 14:35:27|2003-02-01 04:05:06|2025-01-01)$/)
  })
  test('only the visible sheet is proposed', async () => {
    const { table } = await read(book('poi/TwoSheetsOneHidden.xlsx'))
    expect(table.sheets).toEqual(['Sheet2', 'Sheet1'])
  })
  test('hidden rows are told', async () => {
    expect((await read(book('exceljs/google-sheets.xlsx'))).notes).toContainEqual(
      expect.objectContaining({ code: 'hiddenRows' }),
    )
  })
  test('values hidden under merges are no data', async () => {
    expect(
      whole(await read(book('PhpSpreadsheet/HiddenMergeCellsTest.xlsx')))
        .flat()
        .filter((cell) => cell !== ''),
    ).toEqual(['2', '12'])
  })
  test('addresses behind cells', async () => {
    const { rows } = await readOut(join(samples, book('calamine/hyperlinks.xlsx')), { headerRow: 0 })
    expect(rows[0]?.links).toEqual([{ column: 1, address: 'foo@example.com' }])
  })
  test('rich text is plain text', async () => {
    const { rows } = await readOut(join(samples, book('test_files/rich_text_stress.xlsx')), { headerRow: 0 })
    expect(rows[2]?.cells).toEqual(['italic', 'this text is italicized sure enough'])
  })
})
