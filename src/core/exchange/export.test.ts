import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Papers } from '../kit/papers.ts'
import { openPapers } from '../papers/papers.ts'
import { type Contact, type ContactInput, contactInput } from '../people/people.requests.ts'
import { type ExportHead, exportJob } from './export.job.ts'
import type { ExportFormat } from './export.requests.ts'
import { inCommonOrder } from './export-columns.ts'
import { guarded, unguarded } from './export-guard.ts'
import { makeExport } from './export-writers.ts'
import { inventPeople } from './invent.ts'

const asKept = (contact: ContactInput, at: number): Contact => ({
  ...contact,
  id: at + 1,
  revision: 0,
  sortKey: '',
  displayName: '',
  trashed: false,
})

const person = (fields: Record<string, unknown>): Contact =>
  asKept(contactInput.parse({ kind: 'person', lastName: 'Dupont', ...fields }), 0)

const head = (format: ExportFormat, more: Partial<ExportHead> = {}): ExportHead => ({
  format,
  csv: 'excel',
  vcard: { version: '4.0', each: false },
  register: '00000000-0000-4000-8000-000000000000',
  households: [],
  language: 'fr',
  columns: [],
  association: 'Anciens & Amis',
  day: '2026-11-22',
  rows: 0,
  ...more,
})

async function* inOneBatch(contacts: readonly Contact[]) {
  yield contacts
}

const write = (contacts: readonly Contact[], format: ExportFormat, more: Partial<ExportHead> = {}) =>
  makeExport(head(format, more), inOneBatch(contacts), () => {})

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const csvRows = (bytes: Uint8Array): string[][] => parse(text(bytes), { delimiter: ';', bom: true }) as string[][]

/** What stands in the workbook: every part's text, and the sheet's cells by their reference. */
function unpacked(bytes: Uint8Array) {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const part = (name: RegExp) => parts.find(([partName]) => name.test(partName))?.[1] ?? ''
  const strings = [...part(/sharedStrings/).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, shared]) => shared ?? '',
  )
  const sheet = part(/sheet1\.xml$/)
  const cells = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<v>([^<]*)<\/v>)?/g)].map(
      ([, reference, style, type, value]) => [
        reference ?? '',
        { style: Number(style ?? 0), type, value: type === 's' ? strings[Number(value)] : value },
      ],
    ),
  )
  const formats = new Map(
    [...part(/styles/).matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  )
  const styles = [
    ...(part(/styles/).match(/<cellXfs[\s\S]*<\/cellXfs>/)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
  ].map(([, id]) => (id === '49' ? '@' : id === '1' ? '0' : (formats.get(id ?? '') ?? id)))
  return { parts, part, sheet, cells, formatOf: (style: number) => styles[style] }
}

/** Stands in a header's column, row by row. */
function column(bytes: Uint8Array, header: string) {
  const { cells, formatOf } = unpacked(bytes)
  const letters = [...cells]
    .find(([reference, { value }]) => /^[A-Z]+1$/.test(reference) && value === header)?.[0]
    .slice(0, -1)
  expect(letters, `a column ${header}`).toBeDefined()
  return (row: number) => {
    const cell = cells.get(`${letters}${row}`)
    return cell && { type: cell.type, value: cell.value, format: formatOf(cell.style) }
  }
}

const hostile = person({
  firstName: "=cmd|' /C calc'!A0",
  notes: '=HYPERLINK("http://example.org";"x")\nsecond line',
  profession: '@SUM(1+1)*cmd',
  memberNumber: '007',
  joined: '1998',
  emails: [{ label: 'travail', address: '+x@example.org' }],
  phones: [
    { label: '', number: '+33 1 23 45 67 89' },
    { label: 'mobile', number: '0612345678' },
  ],
  addresses: [{ postcode: '01000', city: 'Bourg_x000A_en-Bresse', country: 'FR' }],
  groups: [
    { kind: 'house', name: 'Maison de Lyon' },
    { kind: 'section', name: 'Chorale' },
  ],
  extras: [
    { name: 'Visite', value: '2025-03-09' },
    { name: 'Cotisation 2025', value: '35,00' },
  ],
})

describe('XLSX', () => {
  test('text is text: no formula, no link, zeros kept, escapes that are none kept as written', async () => {
    const { bytes } = await write([hostile], 'xlsx')
    const { parts, sheet } = unpacked(bytes)
    for (const [name, content] of parts) {
      if (name === 'docProps/app.xml') continue
      expect(content, name).not.toMatch(/<f[ >]|<hyperlink|\/hyperlink"|externalLink|oleObject/i)
      expect(content, name).not.toMatch(/<Relationship [^>]*TargetMode="External"/)
    }
    expect(sheet).toMatch(/<c [^>]*t="s"/)
    expect(column(bytes, 'Prénom')(2)).toEqual({ type: 's', value: "=cmd|' /C calc'!A0", format: '@' })
    expect(column(bytes, 'N° de membre')(2)).toEqual({ type: 's', value: '007', format: '@' })
    expect(column(bytes, 'Code postal')(2)).toEqual({ type: 's', value: '01000', format: '@' })
    expect(column(bytes, 'Téléphone 2')(2)).toEqual({ type: 's', value: '0612345678', format: '@' })
    expect(column(bytes, 'Téléphone')(2)).toEqual({ type: 's', value: '+33 1 23 45 67 89', format: '@' })
    expect(column(bytes, 'Ville')(2)?.value).toBe('Bourg_x005F_x000A_en-Bresse')
    expect(column(bytes, 'Cotisation 2025')(2)).toEqual({ type: 's', value: '35,00', format: '@' })
  })

  test('years are numbers; a column that holds only days is made of days', async () => {
    const { bytes } = await write([hostile], 'xlsx')
    expect(column(bytes, 'Année d’entrée')(2)).toEqual({ type: undefined, value: '1998', format: '0' })
    // 45725 days after 1899-12-30 is 9 March 2025.
    expect(column(bytes, 'Visite')(2)).toEqual({ type: undefined, value: '45725', format: 'yyyy\\-mm\\-dd' })
  })

  test('the header is bold, frozen and filtered, the columns as wide as they need', async () => {
    const { bytes } = await write([hostile], 'xlsx')
    const { sheet, part } = unpacked(bytes)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+2"\/>/)
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(Math.max(...widths)).toBeLessThanOrEqual(61)
    expect(Math.min(...widths)).toBeGreaterThan(5)
    expect(part(/styles/)).toContain('<b/>')
    expect(part(/core\.xml/)).toContain('2026-11-22T12:00:00Z')
    expect(part(/core\.xml/)).toContain('Anciens &amp; Amis')
  })

  test('two runs give the same bytes', async () => {
    const people = [...inventPeople(300, 5)].map(asKept)
    const once = await write(people, 'xlsx')
    const again = await write(people, 'xlsx')
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  })
})

describe('CSV', () => {
  test('byte order mark, semicolons, CRLF, quotes', async () => {
    const { bytes } = await write([hostile, person({ lastName: 'a;b "c"' })], 'csv')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = text(bytes).split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines[0]).toMatch(/^\uFEFFN° de membre;Nature;/)
    const rows = csvRows(bytes)
    expect(rows).toHaveLength(3)
    const lastName = rows[0]?.indexOf('Nom') ?? -1
    expect(rows[2]?.[lastName]).toBe('a;b "c"')
  })

  test('what could be a formula is guarded, a telephone number is not', async () => {
    const { bytes } = await write([hostile], 'csv')
    const [header = [], row = []] = csvRows(bytes)
    const under = (name: string) => row[header.indexOf(name)]
    expect(under('Prénom')).toBe("'=cmd|' /C calc'!A0")
    expect(under('Profession')).toBe("'@SUM(1+1)*cmd")
    expect(under('Notes')).toBe('\'=HYPERLINK("http://example.org";"x")\nsecond line')
    expect(under('Courriel')).toBe("'+x@example.org")
    expect(under('Téléphone')).toBe('+33 1 23 45 67 89')
    for (const cell of row) expect(cell).not.toMatch(/^[=@]/)
  })
})

describe('the guard', () => {
  const wrapped = [
    '=1+1',
    '+cmd',
    '-2+3+cmd|x',
    '@SUM(A1)',
    ' =1+1',
    '\u200b=1+1',
    '\u00a0@x',
    '\ttab',
    '\rcr',
    '\nlf',
    '\0nul',
    '＝1+1',
    '＋1',
    '－x',
    '＠x',
    "'=1+1",
    "''@x",
    "'+33 1",
    '+33 abc',
    '+',
  ]
  const plain = [
    '',
    'Dupont',
    'O’Brien',
    "'quoted'",
    "l'été",
    '+33 1 23 45 67 89',
    '-12,50',
    '+1 (555) 010-9999',
    '12-13',
    'a=b',
    '.',
  ]

  test.each(wrapped)('%j gets an apostrophe and loses it again', (value) => {
    expect(guarded(value)).toBe(`'${value}`)
    expect(unguarded(guarded(value))).toBe(value)
  })

  test.each(plain)('%j stays as it is, both ways', (value) => {
    expect(guarded(value)).toBe(value)
    expect(unguarded(value)).toBe(value)
  })
})

describe('ODS', () => {
  test('the archive says first what it is, and lists its parts', async () => {
    const { bytes } = await write([hostile], 'ods')
    const first = Buffer.from(bytes.subarray(0, 84)).toString('latin1')
    expect(first.slice(30)).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
    expect([first.charCodeAt(8), first.charCodeAt(28)], 'neither packed nor with more in its header').toEqual([0, 0])
    const parts = unzipSync(bytes)
    const listed = [...strFromU8(parts['META-INF/manifest.xml']!).matchAll(/full-path="([^"/]+)"/g)].map(
      ([, name]) => name,
    )
    expect(listed.toSorted()).toEqual(
      Object.keys(parts)
        .filter((name) => !/^(mimetype|META)/.test(name))
        .toSorted(),
    )
    const again = await write([hostile], 'ods')
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  test('texts are texts, days are days, years are numbers, lines are paragraphs', async () => {
    const { bytes } = await write([hostile, person({ notes: 'two  blanks & more' })], 'ods')
    const content = strFromU8(unzipSync(bytes)['content.xml']!)
    expect(content).toContain(`office:value-type="string"><text:p>=cmd|' /C calc'!A0</text:p>`)
    expect(content).toContain(
      '<text:p>=HYPERLINK(&quot;http://example.org&quot;;&quot;x&quot;)</text:p><text:p>second line</text:p>',
    )
    expect(content).toContain('office:value-type="date" office:date-value="2025-03-09"')
    expect(content).toContain('office:value-type="float" office:value="1998"')
    expect(content).toContain('two<text:s text:c="2"/>blanks &amp; more')
    expect(content).not.toMatch(/table:formula|xlink:href/)
    expect(content).toMatch(/table:display-filter-buttons="true"/)
  })
})

test('a day before the days a workbook can count is a text there', async () => {
  const born = [person({ born: '1895-04-01' }), person({ born: '1962-05-31' })]
  const { bytes } = await write(born, 'xlsx')
  expect(column(bytes, 'Naissance')(2)).toMatchObject({ type: 's', value: '1895-04-01' })
  expect(column(bytes, 'Naissance')(3)).toMatchObject({ value: '22797', format: 'yyyy\\-mm\\-dd' })
})

test('CSV by RFC 4180: commas, no byte order mark, the same guards', async () => {
  const { bytes } = await write([hostile], 'csv', { csv: 'rfc', columns: ['lastName', 'firstName', 'notes'] })
  expect(text(bytes)).toBe(
    `Nom,Prénom,Notes\r\nDupont,'=cmd|' /C calc'!A0,"'=HYPERLINK(""http://example.org"";""x"")\nsecond line"\r\n`,
  )
})

describe('columns', () => {
  test('those chosen, in the order chosen, also when empty', async () => {
    const { bytes } = await write([hostile], 'csv', { columns: ['lastName', 'birthName', 'memberNumber'] })
    expect(csvRows(bytes)[0]).toEqual(['Nom', 'Nom de naissance', 'N° de membre'])
    expect(csvRows(bytes)[1]).toEqual(['Dupont', '', '007'])
  })

  test('as many as the fullest record needs, each group under its kind', async () => {
    const twice = person({
      emails: [{ address: 'a@example.org' }, { address: 'b@example.org' }],
      groups: [{ name: 'Maison A' }, { name: 'Maison B' }],
    })
    const { bytes } = await write([hostile, twice], 'csv')
    const headers = csvRows(bytes)[0] ?? []
    expect(headers).toEqual(
      expect.arrayContaining([
        'Courriel',
        'Libellé du courriel',
        'Courriel 2',
        'Maison',
        'Maison 2',
        'Section',
        'Visite',
      ]),
    )
    expect(headers).not.toContain('Téléphone 3')
    expect(new Set(headers).size).toBe(headers.length)
  })

  test('the association’s own stand in the order the records have them', () => {
    expect(inCommonOrder([['2025'], ['2024', '2025', '2026'], ['2024', '2026']])).toEqual(['2024', '2025', '2026'])
    expect(inCommonOrder([['a', 'b'], ['b', 'a'], ['c']])).toEqual(['c', 'a', 'b'])
    expect(inCommonOrder([])).toEqual([])
  })

  test('in English', async () => {
    const { bytes } = await write([hostile], 'csv', {
      language: 'en',
      columns: ['status', 'country', 'phones'],
    })
    expect(csvRows(bytes)[0]).toEqual(['Status', 'Country', 'Phone', 'Phone 2', 'Phone label 2'])
    expect(csvRows(bytes)[1]?.slice(0, 2)).toEqual(['member', 'France'])
  })
})

describe('on the papers thread', () => {
  const papers: Papers = openPapers({ resources: '' })
  afterAll(() => papers.close())

  test('an export made there is the one made here', async () => {
    const people = [...inventPeople(500, 3)].map(asKept)
    const batches = Array.from({ length: 5 }, (_, at) => people.slice(at * 100, at * 100 + 100))
    const desk = { signal: new AbortController().signal, progress: () => {} }
    const there = await papers.make(exportJob, head('xlsx', { rows: 500 }), batches, desk)
    const here = await write(people, 'xlsx')
    expect(there.report).toEqual(here.report)
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true)
  })
})
