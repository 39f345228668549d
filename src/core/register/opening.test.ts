/** Opening: what is refused is refused by its code and keeps every byte; what is opened behaves as set. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChild } from '../../../tests/faults/child.ts'
import { Refusal, type RefusalCode } from '../kit/refusal.ts'
import { newRegister, type OpenOptions, openRegister } from './register.ts'

const options: OpenOptions = { door: 'test', by: 'tester', today: () => '2026-03-01' }
let place = ''
let folder = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-opening-'))
  folder = join(place, 'Amis d’été 🌻.amicale')
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

/** Every file of a folder with its bytes' hash, its mode and its name. */
const bytesOf = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const hash = entry.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
      return `${file.slice(path.length)} ${statSync(file).mode.toString(8)} ${hash}`
    })
    .sort()

function made(): void {
  const register = newRegister(folder, { name: 'Amis' }, options)
  register.order('people.create', 'Durand', () => {
    for (let n = 0; n < 200; n += 1) {
      register
        .prepare("INSERT INTO contact (kind, last_name, notes, search_text) VALUES ('person', ?, ?, ?)")
        .run(`Durand ${n}`, 'n'.repeat(300), `durand ${n}`)
    }
  })
  register.close()
}

const refusal = (act: () => { close: () => void }): Refusal | undefined => {
  try {
    act().close()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function refusedUntouched(code: RefusalCode): Refusal {
  const before = bytesOf(folder)
  const refused = refusal(() => openRegister(folder, options))
  expect(refused?.code).toBe(code)
  expect(bytesOf(folder)).toEqual(before)
  return refused as Refusal
}

const register = (): string => join(folder, 'register.db')

const edit = (sql: string): void => {
  const database = new Sqlite(register())
  database.pragma('journal_mode = DELETE')
  database.exec(sql)
  database.close()
}

test('a new association is private, whole, and opens with the settings asked for', () => {
  const before = process.umask(0o000)
  try {
    made()
  } finally {
    process.umask(before)
  }
  expect(readdirSync(place)).toEqual(['Amis d’été 🌻.amicale'])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of ['register.db', 'lock.db']) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
  for (const name of ['documents', 'editions']) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o700)
  const opened = openRegister(folder, options)
  const pragma = (name: string) => opened.prepare(`SELECT * FROM pragma_${name}`).pluck().get()
  expect(pragma('journal_mode')).toBe('truncate')
  expect(pragma('synchronous')).toBe(3)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('secure_delete')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  expect(statSync(join(folder, 'register.db-journal')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(folder, 'register.db-wal'))).toBe(false)
  opened.close()
})

test('permissions a copy opened to others are taken back', () => {
  made()
  chmodSync(folder, 0o755)
  chmodSync(register(), 0o644)
  openRegister(folder, options).close()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(register()).mode & 0o777).toBe(0o600)
})

test('what exists is not made again, and nothing is left beside it', () => {
  made()
  const before = bytesOf(place)
  expect(refusal(() => newRegister(folder, { name: 'Autre' }, options))?.code).toBe('folderExists')
  expect(bytesOf(place)).toEqual(before)
})

test('a place where no folder can be is refused at once', () => {
  const file = join(place, 'file')
  writeFileSync(file, '')
  for (const impossible of ['/proc/x', join(place, 'x'.repeat(300)), join(file, 'x')]) {
    expect(refusal(() => newRegister(impossible, { name: 'Amis' }, options))?.code).toBe('folderNotMade')
  }
})

test('a folder opened by one name cannot be opened again by another', () => {
  made()
  const link = join(place, 'link')
  symlinkSync(folder, link)
  const opened = openRegister(link, options)
  for (const path of [folder, link]) expect(refusal(() => openRegister(path, options))?.code).toBe('folderInUse')
  // The second look must not have dropped the first one's lock, nor its place.
  opened.order('people.create', 'x', () => {})
  opened.close()
  expect(opened.folder).toBe(folder)
  expect(refusal(() => openRegister(link, options))).toBeUndefined()
})

test('a folder that is not there is missing, and is not made', () => {
  expect(refusal(() => openRegister(folder, options))?.code).toBe('folderMissing')
  expect(existsSync(folder)).toBe(false)
})

test('folders and files of others are foreign', () => {
  const contents: Readonly<Record<string, () => void>> = {
    'other files': () => writeFileSync(join(folder, 'lettre.odt'), 'x'),
    'a text of our name': () => writeFileSync(register(), 'Chère Madame, '.repeat(50)),
    'noise of our name': () =>
      writeFileSync(register(), Buffer.from(Array.from({ length: 8192 }, (_, n) => (n * 7919) % 251))),
    'a database of another program': () => edit('CREATE TABLE a (b); PRAGMA application_id = 42'),
    'a folder of our name': () => mkdirSync(register()),
    'a link of our name': () => {
      writeFileSync(join(place, 'elsewhere.db'), 'x')
      symlinkSync(join(place, 'elsewhere.db'), register())
    },
  }
  for (const [what, make] of Object.entries(contents)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    make()
    const before = bytesOf(folder)
    expect(refusal(() => openRegister(folder, options))?.code, what).toBe('folderForeign')
    expect(bytesOf(folder), what).toEqual(before)
  }
})

test('an empty file of our name is damaged, an absent register is never made anew', () => {
  made()
  truncateSync(register(), 0)
  refusedUntouched('folderDamaged')
  rmSync(register())
  refusedUntouched('folderDamaged')
})

test('a register made by a newer version is refused with both versions', () => {
  made()
  edit('PRAGMA user_version = 9000')
  const refused = refusedUntouched('folderFromTheFuture')
  expect(refused.values).toMatchObject({ version: 9000 })
})

test('a truncated, zeroed or scrambled register is damaged', () => {
  made()
  const whole = readFileSync(register())
  const middle = Math.floor(whole.length / 2)
  const damages: Readonly<Record<string, () => Buffer>> = {
    truncated: () => whole.subarray(0, middle),
    'without its header': () => Buffer.concat([Buffer.alloc(100), whole.subarray(100)]),
    'with noise after its header': () =>
      Buffer.concat([whole.subarray(0, 100), Buffer.from(whole.subarray(100)).map((byte, n) => byte ^ (n % 255))]),
    'with zeroed pages': () =>
      Buffer.concat([whole.subarray(0, 4096 * 3), Buffer.alloc(4096 * 6), whole.subarray(4096 * 9)]),
  }
  for (const [what, damaged] of Object.entries(damages)) {
    writeFileSync(register(), damaged())
    const before = bytesOf(folder)
    expect(refusal(() => openRegister(folder, options))?.code, what).toBe('folderDamaged')
    expect(bytesOf(folder), what).toEqual(before)
  }
  // The control: the same file, whole, opens.
  writeFileSync(register(), whole)
  openRegister(folder, options).close()
})

test('triggers, views and tables that are not ours are never executed', () => {
  made()
  const whole = readFileSync(register())
  const hostile = [
    `CREATE TRIGGER steal AFTER INSERT ON contact BEGIN UPDATE association SET name = 'stolen'; END`,
    `CREATE TRIGGER journal_contact_insert2 AFTER INSERT ON contact BEGIN DELETE FROM contact; END`,
    'CREATE VIEW contact_list_view AS SELECT * FROM contact',
    'DROP TRIGGER journal_contact_update',
    'DROP INDEX contact_list',
    'CREATE TABLE later (id INTEGER)',
    'ALTER TABLE contact ADD COLUMN secret TEXT',
    'CREATE INDEX slow ON contact (notes)',
  ]
  for (const sql of hostile) {
    writeFileSync(register(), whole)
    edit(sql)
    const before = bytesOf(folder)
    const refused = refusal(() => openRegister(folder, options))
    expect(refused?.code, sql).toBe('folderDamaged')
    expect(refused?.values.what, sql).toBe('shape')
    expect(bytesOf(folder), sql).toEqual(before)
  }
})

test('a folder this user may not write is read-only, before anything is lost', async (context) => {
  if (process.getuid?.() !== 0) context.skip('needs root to become another user')
  made()
  // Another user may read everything and write nothing.
  chmodSync(place, 0o755)
  chmodSync(folder, 0o555)
  for (const name of ['register.db', 'lock.db', 'register.db-journal']) chmodSync(join(folder, name), 0o444)
  const before = bytesOf(folder)
  const child = startChild(['hold', folder], { uid: 65534 })
  expect(await child.says(/refused/)).toContain('folderReadOnly')
  expect(await child.ended).toBe(6)
  expect(bytesOf(folder)).toEqual(before)
  // The folder alone is protected: SQLite would open, and fail at the first writing only.
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) chownSync(path, 65534, 65534)
  for (const name of ['register.db', 'lock.db', 'register.db-journal']) chmodSync(join(folder, name), 0o600)
  const owner = startChild(['hold', folder], { uid: 65534 })
  expect(await owner.says(/refused/)).toContain('folderReadOnly')
  // The control: with permission, the same folder opens.
  chmodSync(folder, 0o700)
  for (const name of ['register.db', 'lock.db', 'register.db-journal']) chmodSync(join(folder, name), 0o600)
  openRegister(folder, options).close()
})

test('a copy of a folder opens beside the first', () => {
  made()
  const copy = join(place, 'Copie.amicale')
  const first = openRegister(folder, options)
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock.json') })
  const second = openRegister(copy, options)
  expect(refusal(() => openRegister(folder, options))?.code).toBe('folderInUse')
  second.close()
  first.close()
})
