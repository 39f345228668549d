/** Files made to harm: each is refused, or read within bounds; none takes a second, none grows the process. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { boundedIn } from './bounded.fixture.ts'
import { readFile } from './reader.ts'
import { letters, readOut, scratch, textRows, workbook, workbookParts } from './test-files.ts'
import { badEntryName } from './zip.ts'

const place = scratch()
let connections = 0
const listener = createServer((_, answer) => {
  connections += 1
  answer.end('x')
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  port = (listener.address() as AddressInfo).port
})
afterAll(() => {
  listener.close()
  place.clear()
})

const bounded = boundedIn(place)

const one = textRows([
  ['Nom', 'Ville'],
  ['A', 'Paris'],
])
const packed = (parts: Zippable) => Buffer.from(zipSync(parts, { level: 1 }))

/** Writes other sizes into the directory and the local headers of an archive. */
function lying(archive: Buffer, unpacked: number): Buffer {
  const bytes = Buffer.from(archive)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = bytes.readUInt32LE(at)
    if (signature === 0x02014b50 && bytes.readUInt32LE(at + 24) > 1000) bytes.writeUInt32LE(unpacked, at + 24)
    if (signature === 0x04034b50 && bytes.readUInt32LE(at + 22) > 1000) bytes.writeUInt32LE(unpacked, at + 22)
  }
  return bytes
}

/** Each directory entry points at the first local file. */
function overlapping(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive)
  for (let at = 0; at < bytes.length - 4; at += 1)
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(0, at + 42)
  return bytes
}

function flagged(archive: Buffer, change: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(archive)
  for (let at = 0; at < bytes.length - 4; at += 1) if (bytes.readUInt32LE(at) === 0x02014b50) change(bytes, at)
  return bytes
}

const spaces = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 32)
const sheetOf = (body: Buffer) =>
  Buffer.concat([
    Buffer.from('<?xml version="1.0"?><worksheet><sheetData>'),
    body,
    Buffer.from('</sheetData></worksheet>'),
  ])

describe('archives', () => {
  const bomb = () => packed({ ...workbookParts({ sheet: one }), 'xl/worksheets/sheet1.xml': sheetOf(spaces(40)) })
  test('a bomb is refused from its directory', () => bounded('bomb.xlsx', bomb(), 'fileDangerous'))
  test('a bomb whose sizes lie is refused while it unpacks', () =>
    bounded('lying.xlsx', lying(bomb(), 2000), ['fileDangerous', 'fileMalformed']))
  test('sizes that lie the other way are refused', () =>
    bounded('lying-up.xlsx', lying(packed(workbookParts({ sheet: one + ' '.repeat(3000) })), 9_000_000), [
      'fileDangerous',
      'fileMalformed',
    ]))
  test('a hundred parts that together are too much', () => {
    const more: Zippable = {}
    for (let at = 0; at < 40; at += 1) more[`xl/media/${at}.bin`] = Buffer.alloc(5_000_000, at)
    return bounded('sum.xlsx', packed({ ...workbookParts({ sheet: one }), ...more }), 'fileDangerous')
  })
  test('100,000 entries', () => {
    const more: Zippable = {}
    for (let at = 0; at < 100_000; at += 1) more[`x/${at}`] = new Uint8Array(0)
    return bounded(
      'entries.xlsx',
      Buffer.from(zipSync({ ...workbookParts({ sheet: one }), ...more }, { level: 0 })),
      'fileDangerous',
    )
  })
  test('entries that overlap', () =>
    bounded('overlap.xlsx', overlapping(packed(workbookParts({ sheet: one }))), 'fileDangerous'))
  test('an encrypted entry', () =>
    bounded(
      'locked.xlsx',
      flagged(packed(workbookParts({ sheet: one })), (bytes, at) =>
        bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8),
      ),
      'fileDangerous',
    ))
  test('a symbolic link', () =>
    bounded(
      'link.xlsx',
      flagged(packed(workbookParts({ sheet: one })), (bytes, at) =>
        bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38),
      ),
      'fileDangerous',
    ))
  test('an unknown compression', () =>
    bounded(
      'method.xlsx',
      flagged(packed(workbookParts({ sheet: one })), (bytes, at) => bytes.writeUInt16LE(97, at + 10)),
      ['fileMalformed', 'fileDangerous'],
    ))
  test.each(['a/b.zip', 'inner.xlsx', 'x.rar', 'deep/er.7z'])('a nested archive %s', (name) =>
    bounded('nested.xlsx', packed({ ...workbookParts({ sheet: one }), [name]: strToU8('PK') }), 'fileDangerous'),
  )
  test('an embedded document is legitimate and never opened', () =>
    bounded(
      'embedded.xlsx',
      packed({ ...workbookParts({ sheet: one }), 'xl/embeddings/letter.docx': strToU8('PK') }),
      'read',
    ))
  test.each([
    '../../outside.txt',
    'xl/../../outside.txt',
    '/etc/passwd',
    'C:/windows/x',
    'c:x',
    'xl\\worksheets\\x.xml',
    'con',
    'xl/NUL.xml',
    'xl/lpt1',
    'xl/point.',
    'xl/space ',
    './x',
    'xl//x',
    'xl/\u0001x',
    'xl/a\nb',
    `xl/${'y'.repeat(600)}`,
  ])('the name %j', (name) => {
    expect(badEntryName(name)).toBeDefined()
    return bounded('name.xlsx', packed({ ...workbookParts({ sheet: one }), [name]: strToU8('x') }), [
      'fileDangerous',
      'fileMalformed',
    ])
  })
  test.each([
    ['xl/a.xml', 'xl/A.xml'],
    ['xl/é.xml', 'xl/e\u0301.xml'],
  ])('names %j and %j are one', (first, second) =>
    bounded(
      'twice.xlsx',
      packed({ ...workbookParts({ sheet: one }), [first]: strToU8('x'), [second]: strToU8('y') }),
      'fileDangerous',
    ),
  )
  test.each([10, 100, 400, 900])('cut after %i bytes', (length) =>
    bounded('cut.xlsx', workbook({ sheet: one }).subarray(0, length), 'fileMalformed'),
  )
  test('bytes spoiled inside a part', () => {
    const bytes = workbook({ sheet: textRows(Array.from({ length: 200 }, (_, at) => [`Nom${at}`, 'Ville'])) })
    bytes.fill(0xaa, bytes.length >> 1, (bytes.length >> 1) + 40)
    return bounded('spoiled.xlsx', bytes, ['fileMalformed', 'fileDangerous', 'fileUnknownFormat', 'fileEmpty', 'read'])
  })
})

describe('sheets that promise too much', () => {
  const small =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>'
  test.each([
    ['one merge over everything', `${small}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`],
    ['a million merges', `${small}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}</mergeCells>`],
    ['columns to two thousand million', `<cols><col min="1" max="2000000000" width="9"/></cols>${small}`],
    [
      'a validation over everything',
      `${small}<dataValidations><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>`,
    ],
    ['a dimension that lies', `<dimension ref="A1:XFD1048576"/>${small}`],
    ['a link over everything', `${small}<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/></hyperlinks>`],
    [
      'a far last row',
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    ],
    [
      'rows numbered backwards',
      '<sheetData><row r="9"><c r="A9" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>',
    ],
    [
      'a row numbered to infinity',
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="99999999999999999999"><c><v>1</v></c></row></sheetData>',
    ],
    [
      'a string that is not there',
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2" t="s"><v>-1</v></c></row></sheetData>',
    ],
  ])('%s', (name, sheet) => bounded(`${name}.xlsx`, workbook({ sheet }), 'read'))

  test('a name over everything', () =>
    bounded(
      'name.xlsx',
      workbook({
        sheet: small,
        workbook: '<definedNames><definedName name="x">$A$1:$XFD$1048576</definedName></definedNames>',
      }),
      'read',
    ))
  test('a cell in the last column', () =>
    bounded(
      'far.xlsx',
      workbook({ sheet: '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>' }),
      'fileTooManyColumns',
    ))
  test('more columns than a list has', () =>
    bounded(
      'wide.xlsx',
      workbook({ sheet: textRows([Array.from({ length: 300 }, (_, at) => letters(at))]) }),
      'fileTooManyColumns',
    ))
  test('more rows than a list has', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(200_002)
    await expect(
      readOut(place.file('tall.xlsx', workbook({ sheet: `<sheetData>${rows}</sheetData>` }))),
    ).rejects.toMatchObject({ code: 'fileTooManyRows' })
  })
  test('a cell of five megabytes is cut and told', async () => {
    const sheet = textRows([['Nom'], ['x'.repeat(5_000_000)], ['B1']])
    const { rows, notes } = await readOut(place.file('fat.xlsx', workbook({ sheet })))
    expect(rows[0]?.cells[0]).toHaveLength(32_767)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'cellCut', line: 2 }))
  })
})

describe('XML', () => {
  const document = (type: string, text = 'x') =>
    `<?xml version="1.0"?>${type}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
  const withSheet = (xml: string | Buffer) =>
    packed({
      ...workbookParts({ sheet: one }),
      'xl/worksheets/sheet1.xml': typeof xml === 'string' ? strToU8(xml) : xml,
    })
  test.each([
    ['a document type', () => document('<!DOCTYPE x>')],
    [
      'entities that multiply',
      () => document('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', '&b;'),
    ],
    ['an entity from a file', () => document('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;')],
    [
      'an entity from the network',
      () => document(`<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/e">]>`, '&e;'),
    ],
    [
      'a parameter entity from the network',
      () => document(`<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p"> %p;]>`),
    ],
    ['a document type from the network', () => document(`<!DOCTYPE x SYSTEM "http://127.0.0.1:${port}/d">`)],
    [
      'elements two thousand deep',
      () => `<?xml version="1.0"?><worksheet>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</worksheet>`,
    ],
    ['an encoding nobody needs', () => document('').replace('"1.0"', '"1.0" encoding="UTF-7"')],
  ])('%s is refused', (name, xml) => bounded(`${name}.xlsx`, withSheet(xml()), 'fileDangerous'))
  test.each([
    ['an entity that is not declared', document('', '&e;')],
    ['elements that cross', '<?xml version="1.0"?><worksheet><a><b></a></b></worksheet>'],
    ['an element that does not end', '<?xml version="1.0"?><worksheet><sheetData>'],
    ['nothing', ''],
    ['no XML at all', 'hello'],
    ['a zero character', document('', '\0')],
    ['an impossible numeric entity', document('', '&#x0;')],
  ])('%s is malformed', (name, xml) => bounded(`${name}.xlsx`, withSheet(xml), ['fileMalformed', 'fileEmpty']))
  test('a million numeric entities', () =>
    bounded('numeric.xlsx', withSheet(document('', '&#65;'.repeat(1_000_000))), ['read', 'fileDangerous']))
  test('a document type in UTF-16', () =>
    bounded('utf16.xlsx', withSheet(Buffer.from(`\ufeff${document('<!DOCTYPE x>')}`, 'utf16le')), 'fileDangerous'))
  test('an instruction and a schema of elsewhere are words', () =>
    bounded(
      'schema.xlsx',
      withSheet(
        `<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:${port}/s.xsl"?><worksheet xmlns:x="http://127.0.0.1:${port}/x" x:schemaLocation="http://127.0.0.1:${port}/y z"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>`,
      ),
      'read',
    ))
  test('nothing was asked of the network; the listener would have told', async () => {
    expect(connections).toBe(0)
    await fetch(`http://127.0.0.1:${port}/control`)
    expect(connections).toBe(1)
  })
})

describe('texts', () => {
  test('a million columns', () =>
    bounded('columns.csv', `Nom${';x'.repeat(1_000_000)}\n`, ['fileTooManyColumns', 'fileMalformed']))
  test('a line of ten megabytes', () => bounded('line.csv', `Nom;Ville\n${'x'.repeat(10_000_000)}\n`, 'fileMalformed'))
  test('a quote that swallows ten megabytes', () =>
    bounded('swallow.csv', `Nom;Ville\n"A;${'Paris\nB;'.repeat(1_000_000)}`, 'fileMalformed'))
  test('nothing but delimiters', () =>
    bounded('delimiters.csv', ';'.repeat(2_000_000), ['fileMalformed', 'fileEmpty', 'read', 'fileTooManyColumns']))
  test('nothing but quotes', () => bounded('quotes.csv', '"'.repeat(2_000_001), 'fileMalformed'))
  test('nothing but line ends', () =>
    bounded('ends.csv', '\n'.repeat(2_000_000), 'read').catch((error: Error) =>
      expect(error.message).toMatch(/No header/),
    ))
  test.each([
    ['pdf', '%PDF-1.7\n'],
    ['html', '<!DOCTYPE html><html><body><p>Nom</p></body></html>'],
    ['xml', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>'],
    ['odt', '<office:document><office:body><office:text/></office:body></office:document>'],
    ['vcard', 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n'],
    ['json', '[["nom"],["A"]]'],
    ['rtf', '{\\rtf1\\ansi x}'],
    ['sqlite', 'SQLite format 3\0and so on'],
    ['xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['encrypted', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['archive', Buffer.from('1f8b0800', 'hex')],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 32))],
  ])('%s is named for what it is', async (found, bytes) => {
    await expect(readOut(place.file('members.csv', bytes))).rejects.toMatchObject({
      code: 'fileUnknownFormat',
      values: { found },
    })
  })

  test.each(['xlsx', 'XLSM', 'ods', 'xls'])(
    'text named .%s is no workbook, and the same in .csv is read',
    async (ending) => {
      for (const text of ['bonjour ceci est du texte', 'Nom;Prénom\nDurand;Zoé\n'])
        await expect(readOut(place.file(`faux.${ending}`, text))).rejects.toMatchObject({
          code: 'fileUnknownFormat',
          values: { name: `faux.${ending}`, found: 'text' },
        })
      expect((await readOut(place.file('vrai.csv', 'Nom;Prénom\nDurand;Zoé\n'))).rows).toHaveLength(1)
    },
  )
})

describe('on its own thread', () => {
  const desk = (signal = new AbortController().signal) => ({ signal, progress: () => {} })
  const job = (path: string) => ({ task: 'look', file: { path, name: 'x.xlsx' }, reading: {} }) as const

  test('a reader that would eat the memory is stopped, and the office lives', async () => {
    const strings = `<si><t>${'y'.repeat(100)}</t></si>`.repeat(1_000_000)
    const path = place.file('memory.xlsx', workbook({ strings, sheet: one }))
    const outcome = await readFile(job(path), desk()).catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal)
    expect(process.memoryUsage().rss).toBeLessThan(1_200_000_000)
  })

  test('a reader that takes too long is stopped', async () => {
    const path = place.file('slow.xlsx', workbook({ sheet: one }))
    await expect(
      readFile(job(path), desk(), () => {}, { wallClockMilliseconds: 1, silenceMilliseconds: 10_000 }),
    ).rejects.toMatchObject({
      code: 'fileDangerous',
      values: { reason: 'time' },
    })
  })

  test('cancelling stops at once', async () => {
    const path = place.file('cancel.csv', `Nom;Ville\n${'Martin;Paris\n'.repeat(199_000)}`)
    const stopping = new AbortController()
    const reading = readFile(
      { task: 'look', file: { path, name: 'cancel.csv' }, reading: {} },
      { signal: stopping.signal, progress: () => stopping.abort() },
    )
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    const early = new AbortController()
    early.abort()
    await expect(readFile(job(path), desk(early.signal))).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('refusals come through with their values', async () => {
    const path = place.file('through.csv', 'Nom;Ville\n"A;Paris\n')
    await expect(
      readFile({ task: 'look', file: { path, name: 'through.csv' }, reading: {} }, desk()),
    ).rejects.toMatchObject({
      name: 'Refusal',
      code: 'fileMalformed',
      values: { line: 2 },
    })
  })
})
