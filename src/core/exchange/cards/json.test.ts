/** Our own JSON comes back as it went out; other JSON is a table; hostile JSON harms nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Contact, ContactInput } from '../../people/people.requests.ts'
import type { ExportHead } from '../export.job.ts'
import type { ReadRow } from '../reading/reader.messages.ts'
import { readOut } from '../reading/test-files.ts'
import { anyContact } from './contact.fixture.ts'
import { contactsIn } from './contacts-file.ts'
import { writeJson } from './export-json.ts'
import { jsonValue } from './json-value.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-json-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
let files = 0
const fileOf = (text: string | Uint8Array): string => {
  files += 1
  const path = join(place, `${files}.json`)
  writeFileSync(path, text)
  return path
}

async function rowsOf(text: string | Uint8Array): Promise<ReadRow[]> {
  const path = fileOf(text)
  const file = await contactsIn({ path, name: 'x.json' }, {})
  if (file === undefined) throw new Error('Not of our own')
  const rows: ReadRow[] = []
  await file.read(
    { country: 'FR', language: 'fr' },
    (row) => void rows.push(row),
    () => {},
  )
  return rows
}
const contactOf = ({ contact }: ReadRow) => (contact === undefined ? undefined : (JSON.parse(contact) as ContactInput))

const head: ExportHead = {
  format: 'json',
  csv: 'excel',
  vcard: { version: '4.0', each: false },
  register: '',
  households: [],
  language: 'fr',
  columns: [],
  association: 'Amis "d’ailleurs"',
  day: '2026-03-01',
  rows: 0,
}
const ours = (...contacts: unknown[]) =>
  JSON.stringify({ format: 'amicale-contacts', version: 1, association: '', day: '2026-03-01', contacts })

const sheetOf = ({ id, revision, sortKey, displayName, trashed, ...sheet }: Contact): unknown => ({
  ...sheet,
  addresses: sheet.addresses.map((address) => ({ ...address, household: null })),
})

describe('our own', () => {
  test('contacts come back the same', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyContact, { minLength: 1, maxLength: 5 }), async (contacts) => {
        const { bytes } = await writeJson(head, contacts, () => {})
        const rows = await rowsOf(bytes)
        expect(rows.flatMap(({ problems }) => problems)).toEqual([])
        expect(rows.map(contactOf)).toEqual(contacts.map(sheetOf))
        expect(new Set(rows.map(({ line }) => line)).size).toBe(rows.length)
      }),
      { numRuns: 100 },
    )
  })
  test('one of a newer version is refused in words', async () => {
    const text = ours({ kind: 'person', lastName: 'A' }).replace('"version":1', '"version":2')
    await expect(rowsOf(text)).rejects.toMatchObject({ code: 'fileFromTheFuture', values: { version: 2 } })
  })
  test('what is not ours is kept in the notes, and said', async () => {
    const [row] = await rowsOf(ours({ kind: 'person', lastName: 'Dupont', 'shoe size': 42, constructor: { a: 1 } }))
    expect(row?.problems.map(({ code, text }) => `${code} ${text}`)).toEqual([
      'ownUnread shoe size',
      'ownUnread constructor',
    ])
    expect(contactOf(row as ReadRow)?.notes).toBe('shoe size : 42\nconstructor : {"a":1}')
  })
  test('of a name written twice the last value is read, and it is said', async () => {
    const text = ours({ kind: 'person', lastName: 'Dupont' }).replace('"kind"', '"lastName":"Avant","kind"')
    const [row] = await rowsOf(text)
    expect(contactOf(row as ReadRow)).toMatchObject({ lastName: 'Dupont' })
    expect(row?.problems).toEqual([{ line: 1, code: 'nameTwice', text: 'lastName' }])
  })
  test('a contact of a thousand names is none', async () => {
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`n${at}`, at]))
    const [row] = await rowsOf(ours({ kind: 'person', lastName: 'Dupont', ...names }))
    expect(row?.contact).toBeUndefined()
    expect(row?.problems.map(({ code }) => code)).toEqual(['sheetInvalid'])
  })
  test('names that are properties of every object change nothing', async () => {
    const text = ours({ kind: 'person', lastName: 'Dupont' }).replace(
      '"kind"',
      '"__proto__":{"lastName":"Autre","polluted":1},"kind"',
    )
    const [row] = await rowsOf(text)
    expect(contactOf(row as ReadRow)).toMatchObject({ lastName: 'Dupont' })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
  test('a sheet that cannot be one is refused with its line, and the others are read', async () => {
    const rows = await rowsOf(ours({ kind: 'person', lastName: 'A', born: 'hier' }, { kind: 'person', lastName: 'B' }))
    expect(rows.map(({ contact, problems }) => [contact === undefined, problems.map(({ text }) => text)])).toEqual([
      [true, ['born']],
      [false, []],
    ])
  })
})

describe('of other programs', () => {
  const cells = async (text: string) => {
    const { header, rows } = await readOut(fileOf(text))
    return [header.headers, ...rows.map((row) => row.cells)]
  }
  test('an array of objects', async () => {
    expect(await cells('[{"nom":"A","tel":["1","2"]},{"nom":"B","x":{"y":true,"z":null}}]')).toEqual([
      ['nom', 'tel', 'x.y', 'x.z'],
      ['A', '1\n2', '', ''],
      ['B', '', 'true', ''],
    ])
  })
  test('an object a line, and lists inside', async () => {
    expect(await cells('{"nom":"A","p":[{"n":1},{"n":2}]}\n{"nom":"B"}\n')).toEqual([
      ['nom', 'p.n', 'p.2.n'],
      ['A', '1', '2'],
      ['B', '', ''],
    ])
  })
  test('a list held in an object, with braces in its texts', async () => {
    expect(await cells('{"total":"}]","membres":[{"nom":"}{][\\""},{"nom":"é"}],"fin":[1]}')).toEqual([
      ['nom'],
      ['}{]["'],
      ['é'],
    ])
  })
  test('names that are properties of every object are headings', async () => {
    expect(await cells('[{"nom":"A","__proto__":"x","constructor":"y"}]')).toEqual([
      ['nom', '__proto__', 'constructor'],
      ['A', 'x', 'y'],
    ])
  })
  test.each([
    ['cut in the middle', '[{"nom":"A"},{"no'],
    ['a comma too many', '[{"nom":"A",}]'],
    ['a brace too many', '{"nom":"A"}}'],
    ['nested without end', `[{"a":${'['.repeat(300)}`],
  ])('%s is refused', async (_, text) => {
    await expect(cells(text)).rejects.toMatchObject({ code: expect.stringMatching(/^file(Malformed|Dangerous)$/) })
  })
  test.each([
    ['words', '[{"nom":"A"},\nbonjour\n{"nom":"B"}]', 2],
    ['a number', '[{"nom":"A"},\n5]', 2],
    ['a text', '[{"nom":"A"},\n"perdu",{"nom":"B"}]', 2],
    ['words after the list', '[{"nom":"A"}]\n\nfin', 3],
    ['another list', '[{"nom":"A"}]\n[{"nom":"B"}]', 2],
    ['words in a list that is held', '{"membres":[{"nom":"A"},\nx\n{"nom":"B"}],"fin":1}', 2],
    ['words after what holds it', '{"membres":[{"nom":"A"}]}\nx', 2],
    ['words between lines', '{"nom":"A"}\nx\n{"nom":"B"}', 2],
  ])('%s between the objects are refused with their line', async (_, text, line) => {
    await expect(cells(text)).rejects.toMatchObject({ code: 'fileMalformed', values: { reason: 'json', line } })
  })
  test('a value that two names give, or one twice, is said; the last is read', async () => {
    const { rows, notes } = await readOut(fileOf('[{"nom":"A","nom":"B","x.y":1,"x":{"y":2}}]'))
    expect(rows.map((row) => row.cells)).toEqual([['B', '2']])
    expect(notes.map(({ code, text }) => `${code} ${text}`)).toEqual(['nameTwice nom', 'nameTwice x.y'])
  })
  test('an object without end is not kept whole', async () => {
    await expect(cells(`[{"a":"${'x'.repeat(5_000_000)}"}]`)).rejects.toMatchObject({ code: 'fileDangerous' })
  })
})

test('values are those of the platform’s own reader', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = (read: ReturnType<typeof jsonValue>): unknown =>
        Array.isArray(read)
          ? read.map(plain)
          : typeof read === 'object' && read !== null && 'members' in read
            ? Object.fromEntries(read.members.map(([name, one]) => [name, plain(one)]))
            : read
      const text = JSON.stringify(value)
      expect(plain(jsonValue(text))).toEqual(JSON.parse(text))
    }),
    { numRuns: 300 },
  )
})
