/** Everything goes out: no table is forgotten, none of its columns or codes is without words, and anybody can read it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finish } from '../../kit/request.ts'
import { newOffice, type Office } from '../../office.ts'
import { newRegister, type Register } from '../../register/register.ts'
import { codesIn, forgotten, wholeSheets } from './whole-sheet.ts'
import { wholeTables } from './whole-tables.ts'

const place = mkdtempSync(join(tmpdir(), 'amicale-everything-'))
let register: Register
let office: Office

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

beforeAll(async () => {
  const options = { door: 'test', by: 'test', today: () => '2026-03-01' } as const
  register = newRegister(join(place, 'r.amicale'), { name: 'Amis' }, options)
  const resources = resolve(import.meta.dirname, '../../../../resources')
  office = newOffice(join(place, 'o.amicale'), { name: 'Les Amis' }, { ...options, resources })
  await finish(await office.client.exchange.invent({ people: 40, seed: 2 }))
  const { id } = await office.client.people.create({
    contact: { kind: 'person', lastName: '=cmd|x', firstName: 'Ève', status: 'friend', groups: [{ name: 'Maison A' }] },
  })
  await office.client.people.setPhoto({ id, bytes: png })
  const { id: gone } = await office.client.people.create({ contact: { kind: 'person', lastName: 'Jeté' } })
  await office.client.people.trash({ ids: [gone] })
})
afterAll(async () => {
  register.close()
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

test('every table of the register goes out or is left out for a reason', () => {
  expect(forgotten(register)).toEqual([])
  const there = new Set(register.tables())
  expect(Object.keys(wholeTables).filter((table) => !there.has(table))).toEqual([])
})

test.each(['fr', 'en'] as const)(
  'every column and every code has its word in %s, no heading and no file comes twice',
  (language) => {
    const sheets = wholeSheets(register, language)
    expect(new Set(sheets.map(({ file }) => file)).size).toBe(sheets.length)
    for (const { table, columns } of sheets) {
      const headers = columns.map(({ header }) => header)
      expect(new Set(headers).size, `${table}: ${headers}`).toBe(headers.length)
      const sql = String(register.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
      for (const [column, codes] of codesIn(sql)) {
        if (codes.join() === '0,1') continue
        const words = wholeTables[table]?.words?.[column] ?? {}
        expect(
          codes.filter((code) => !/^\d+$/.test(code) && words[code] === undefined),
          `${table}.${column}`,
        ).toEqual([])
      }
    }
  },
)

async function archive(): Promise<Uint8Array> {
  const made = await finish(await office.client.exchange.exportEverything({}))
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const piece: { chunk: string; next?: number } = await office.client.papers.read({ paper: made.paper, offset })
    pieces.push(Buffer.from(piece.chunk, 'base64'))
    offset = piece.next
  }
  await office.client.papers.discard({ paper: made.paper })
  expect(made).toMatchObject({ name: 'Les-Amis-tout-2026-03-01.zip', contacts: 42, files: 1, missing: 0 })
  return Buffer.concat(pieces)
}

/** The records of the archive make a register again. */
async function comesBack(bytes: Uint8Array, count: number): Promise<void> {
  const options = { door: 'test', by: 'test', today: () => '2026-03-01' } as const
  const resources = resolve(import.meta.dirname, '../../../../resources')
  const again = newOffice(join(place, 'again.amicale'), { name: 'Encore' }, { ...options, resources })
  const { exchange, people } = again.client
  const { staging } = await exchange.stage({ name: 'fiches.json', chunk: Buffer.from(bytes).toString('base64') })
  const { preview } = await finish(await exchange.preview({ staging, mapping: [] }))
  const { counts } = await finish(await exchange.import({ preview }))
  expect(counts).toMatchObject({ created: count, refused: 0 })
  const names = async (office: Office) =>
    (await office.client.people.list({ limit: 100, deceased: true })).rows.map(({ displayName }) => displayName)
  expect(await names(again)).toEqual(await names(office))
  expect((await people.list({ limit: 1, deceased: true })).total).toBe(count)
  await again.close()
}

test('tables, records, photos and what they mean, the same bytes each time, and nothing stays behind', async () => {
  const bytes = await archive()
  const files = unzipSync(bytes)
  const root = 'Les-Amis-2026-03-01'
  const table = (name: string) =>
    parse(strFromU8(files[`${root}/${name}.csv`]!), { delimiter: ';', bom: true, columns: true }) as Record<
      string,
      string
    >[]
  const records = table('fiches')
  expect(records).toHaveLength(42)
  expect(records.find(({ Nom }) => Nom === "'=cmd|x")).toMatchObject({
    Prénom: 'Ève',
    Situation: 'ami',
    'À la corbeille': 'non',
  })
  expect(records.find(({ Nom }) => Nom === 'Jeté')).toMatchObject({ 'À la corbeille': 'oui' })
  expect(table('appartenances').at(-1)).toMatchObject({ 'N° de groupe (nom)': 'Maison A' })
  expect(table('photos')).toHaveLength(1)
  expect(Object.keys(files).filter((name) => name.includes('/photos/'))).toEqual([`${root}/photos/41-cmd-x-Eve.png`])
  const described = table('dictionnaire').map(({ Fichier, Colonne }) => `${Fichier} ${Colonne}`)
  for (const name of Object.keys(files).filter((file) => file.endsWith('.csv') && !file.includes('dictionnaire'))) {
    const file = name.slice(root.length + 1)
    const [headers = []] = parse(strFromU8(files[name]!), { delimiter: ';', bom: true }) as string[][]
    for (const header of headers) expect(described).toContain(`${file} ${header}`)
  }
  expect(table('historique').map(({ Acte }) => Acte)).toEqual(expect.arrayContaining(['la création de l’association']))
  expect(table('historique').filter(({ Acte }) => /^\w+\.\w+$/.test(Acte ?? ''))).toEqual([])
  expect(table('publication-habituelle').map(({ Champ }) => Champ)).toContain('ville et pays')
  expect(table('dictionnaire').find(({ Colonne }) => Colonne === 'Situation')?.['Mots possibles']).toContain('ami')
  const own = JSON.parse(strFromU8(files[`${root}/fiches.json`]!)) as { contacts: { lastName?: string }[] }
  expect(own.contacts).toHaveLength(41)
  expect(own.contacts.some(({ lastName }) => lastName === 'Jeté')).toBe(false)
  await comesBack(files[`${root}/fiches.json`]!, 41)
  expect(strFromU8(files[`${root}/LISEZMOI.txt`]!)).toMatch(/fiches\.csv : .*\(42\)/)
  expect(Buffer.from(await archive()).equals(bytes)).toBe(true)
  expect(readdirSync(join(place, 'o.amicale', 'staging'))).toEqual([])
})
