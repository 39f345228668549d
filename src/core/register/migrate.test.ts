/** Migrations: a verified snapshot first, all the steps or none, no row lost (reliability rows W6 and V1). */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { dropJournalTriggers } from './journal-triggers.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations } from './migrations/migrations.ts'
import { newRegister, type OpenOptions, openRegister, type Register } from './register.ts'

let place = ''
let folder = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-migrate-'))
  folder = join(place, 'Amis.amicale')
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const optionsWith = (steps: readonly Migration[]): OpenOptions => ({
  door: 'test',
  by: 'tester',
  today: () => '2026-03-01',
  now: () => new Date('2026-03-01T10:00:00Z'),
  migrations: steps,
})

const first: Migration = migrations[0] as Migration
const membersAndPayments: Migration = {
  number: 2,
  name: 'members',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE member (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
      CREATE TABLE payment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        cents INTEGER NOT NULL
      ) STRICT;
    `),
}
/** Rebuilds a table others refer to: inside a transaction with foreign keys on, dropping it empties `payment`. */
const rebuild: Migration = {
  number: 3,
  name: 'rebuild',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE member_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL DEFAULT '') STRICT;
      INSERT INTO member_new (id, name) SELECT id, name FROM member;
      DROP TABLE member;
      ALTER TABLE member_new RENAME TO member;
    `),
}
const old = [first, membersAndPayments]

function madeOld(): void {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(old))
  register.order('fill', '', () => {
    for (let n = 1; n <= 50; n += 1) {
      register.prepare('INSERT INTO member (name) VALUES (?)').run(`Durand ${n}`)
      register.prepare('INSERT INTO payment (member_id, cents) VALUES (?, ?)').run(n, n * 100)
    }
  })
  register.close()
}

const number = (register: Register, sql: string): number => Number(register.prepare(sql).pluck().get())

const faultOf = (act: () => Register): unknown => {
  try {
    act().close()
  } catch (error) {
    return error
  }
  throw new Error('It opened')
}

test('the migrations are numbered without holes', () => {
  expect(migrations.map((step) => step.number)).toEqual(migrations.map((_, at) => at + 1))
})

test('a table others refer to is rebuilt without losing a row, after a snapshot that can be opened', () => {
  madeOld()
  const register = openRegister(folder, optionsWith([...old, rebuild]))
  expect(register.version()).toBe(3)
  expect(number(register, 'SELECT sum(cents) FROM payment')).toBe(127_500)
  expect(number(register, 'SELECT count(*) FROM member')).toBe(50)
  expect(number(register, 'SELECT count(*) FROM pragma_foreign_key_check')).toBe(0)
  // The journal follows the table's new columns.
  register.order('rename', '', () => register.prepare("UPDATE member SET email = 'a' WHERE id = 1").run())
  expect(register.prepare('SELECT new FROM journal_row ORDER BY id DESC').pluck().get()).toBe('{"email":"a"}')
  register.close()

  const backups = join(place, 'Amis backups')
  expect(statSync(backups).mode & 0o777).toBe(0o700)
  const copies = readdirSync(backups)
  expect(copies).toEqual(['Amis 2026-03-01 10-00-00 before version 3.register.db'])
  const copy = join(backups, copies[0] as string)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const snapshot = new Sqlite(copy, { readonly: true })
  expect(snapshot.pragma('user_version', { simple: true })).toBe(2)
  expect(snapshot.prepare('SELECT sum(cents) FROM payment').pluck().get()).toBe(127_500)
  snapshot.close()
  // Once done, there is nothing more to do or to copy.
  openRegister(folder, optionsWith([...old, rebuild])).close()
  expect(readdirSync(backups).length).toBe(1)
})

test('the control: the same rebuild with foreign keys on inside its transaction loses every payment', () => {
  madeOld()
  const database = new Sqlite(join(folder, 'register.db'))
  database.pragma('foreign_keys = ON')
  dropJournalTriggers(database)
  database.exec('BEGIN')
  database.pragma('foreign_keys = OFF')
  rebuild.up({ exec: (sql) => database.exec(sql), all: () => [], run: () => {} })
  database.exec('COMMIT')
  expect(database.prepare('SELECT count(*) FROM payment').pluck().get()).toBe(0)
  database.close()
})

test('a step that loses rows, breaks links or fails changes nothing', () => {
  madeOld()
  const steps: Readonly<Record<string, string>> = {
    'loses rows': 'DELETE FROM payment WHERE id > 10',
    'breaks links': 'UPDATE payment SET member_id = 9999 WHERE id = 1',
    'fails half-way': 'DELETE FROM payment; SELECT * FROM nowhere',
  }
  const before = readFileSync(join(folder, 'register.db'))
  for (const [what, sql] of Object.entries(steps)) {
    const bad: Migration = { number: 3, name: 'bad', up: ({ exec }) => exec(sql) }
    expect(
      faultOf(() => openRegister(folder, optionsWith([...old, bad]))),
      what,
    ).not.toBeInstanceOf(Refusal)
    const register = openRegister(folder, optionsWith(old))
    expect(number(register, 'SELECT count(*) FROM payment'), what).toBe(50)
    expect(register.version(), what).toBe(2)
    register.close()
  }
  expect(readFileSync(join(folder, 'register.db')).length).toBe(before.length)
  // The control: a step that says which table it thins may do so.
  const meant: Migration = {
    number: 3,
    name: 'meant',
    changesRowsOf: ['payment'],
    up: ({ exec }) => exec('DELETE FROM payment WHERE id > 10'),
  }
  const register = openRegister(folder, optionsWith([...old, meant]))
  expect(number(register, 'SELECT count(*) FROM payment')).toBe(10)
  register.close()
})

test('after a migration, the former version refuses the folder', () => {
  madeOld()
  openRegister(folder, optionsWith([...old, rebuild])).close()
  expect(faultOf(() => openRegister(folder, optionsWith(old)))).toMatchObject({ code: 'folderFromTheFuture' })
})

test('from a register without people to one with them', () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith([first]))
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(number(migrated, 'SELECT count(*) FROM contact')).toBe(0)
  expect(migrated.prepare('SELECT name FROM association').pluck().get()).toBe('Amis')
  migrated.close()
})

test('the step that brings dues keeps everybody, and the acts made before it are undone', async () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 5)))
  register.order('people.create', '', () => {
    register.prepare("INSERT INTO contact (kind, last_name, status) VALUES ('person', 'Roux', 'member')").run()
  })
  const before = number(register, 'SELECT max(id) FROM journal_act')
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(number(migrated, "SELECT count(*) FROM contact WHERE last_name = 'Roux'")).toBe(1)
  migrated.order('dues.recordPayment', '', () => {
    migrated.prepare("INSERT INTO payment (payer_id, mode, received_on) VALUES (1, 'cash', '2026-02-01')").run()
    migrated.prepare("INSERT INTO payment_line (payment_id, position, kind, cents) VALUES (1, 0, 'gift', 500)").run()
  })
  expect(number(migrated, "SELECT count(*) FROM journal_row WHERE table_name IN ('payment', 'payment_line')")).toBe(2)
  const desk: WorkDesk = { signal: new AbortController().signal, progress: () => {} }
  // Who paid since cannot go before the payment does.
  await expect(migrated.undo(before, desk)).rejects.toThrow(Refusal)
  await migrated.undo(before + 1, desk)
  await migrated.undo(before, desk)
  expect(number(migrated, 'SELECT count(*) FROM contact')).toBe(0)
  expect(['due_year', 'due_rate', 'due', 'payment', 'payment_line'].map((table) => migrated.lookOver(table))).toEqual(
    Array.from({ length: 5 }, () => ({ integrity: [], foreignKeys: 0 })),
  )
  migrated.close()
})

test('the step of the bank keeps every payment, its lines and their numbers, and acts made before it are undone', async () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 8)))
  register.order('dues.recordPayment', '', () => {
    register.prepare("INSERT INTO payment (payer, mode, received_on) VALUES ('Roux', 'cash', '2026-02-01')").run()
    register.prepare("INSERT INTO payment_line (payment_id, position, kind, cents) VALUES (1, 0, 'gift', 500)").run()
    register.prepare("INSERT INTO payment_line (payment_id, position, kind, cents) VALUES (1, 1, 'event', 700)").run()
  })
  const before = number(register, 'SELECT max(id) FROM journal_act')
  register.order('dues.assign', '', () => void register.prepare('DELETE FROM payment_line WHERE id = 2').run())
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(migrated.prepare('SELECT id, kind, cents FROM payment_line').all()).toEqual([
    { id: 1, kind: 'gift', cents: 500 },
  ])
  migrated.order('dues.recordPayment', '', () => {
    migrated.prepare("INSERT INTO payment_line (payment_id, position, kind, cents) VALUES (1, 2, 'grant', 900)").run()
  })
  // The number of the line that went is not given again.
  expect(number(migrated, "SELECT id FROM payment_line WHERE kind = 'grant'")).toBe(3)
  const desk: WorkDesk = { signal: new AbortController().signal, progress: () => {} }
  for (const act of [before + 2, before + 1, before]) await migrated.undo(act, desk)
  expect(number(migrated, 'SELECT count(*) FROM payment_line')).toBe(0)
  expect(['payment', 'payment_line', 'deposit'].map((table) => migrated.lookOver(table))).toEqual(
    Array.from({ length: 3 }, () => ({ integrity: [], foreignKeys: 0 })),
  )
  migrated.close()
})

test('the step of letters keeps what is there', () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 9)))
  register.order('dues.recordPayment', '', () => {
    register.prepare("INSERT INTO payment (payer, mode, received_on) VALUES ('Roux', 'cash', '2026-02-01')").run()
    register.prepare("INSERT INTO payment_line (payment_id, position, kind, cents) VALUES (1, 0, 'gift', 500)").run()
  })
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(
    ['payment', 'payment_line', 'mailing', 'receipt'].map((table) => number(migrated, `SELECT count(*) FROM ${table}`)),
  ).toEqual([1, 1, 0, 0])
  migrated.close()
})

test('the step of sheets keeps runs of letters and their numbers', () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 10)))
  register.order('letters.write', '', () => {
    register.prepare("INSERT INTO contact (kind, last_name, status) VALUES ('person', 'Roux', 'member')").run()
    for (const day of ['2026-01-01', '2026-02-01'])
      register.prepare("INSERT INTO mailing (kind, day, subject, body) VALUES ('letter', ?, 'Vœux', '')").run(day)
    register
      .prepare("INSERT INTO mailing_letter (mailing_id, contact_id, envelope, channel) VALUES (1, 1, 1, 'post')")
      .run()
    register.prepare('DELETE FROM mailing WHERE id = 2').run()
  })
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(
    ['mailing', 'mailing_letter', 'sheet_format'].map((table) => number(migrated, `SELECT count(*) FROM ${table}`)),
  ).toEqual([1, 1, 0])
  migrated.order('labels.print', '', () =>
    migrated.prepare("INSERT INTO mailing (kind, day, subject, body) VALUES ('labels', '2026-03-01', '', '')").run(),
  )
  expect(number(migrated, 'SELECT max(id) FROM mailing')).toBe(3)
  migrated.close()
})

test('the step of editions keeps what is there', () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 11)))
  register.order('letters.setLetterhead', '', () =>
    register.prepare("INSERT INTO letterhead (id, address) VALUES (1, '1 rue A')").run(),
  )
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect(
    ['letterhead', 'edition', 'edition_section'].map((table) => number(migrated, `SELECT count(*) FROM ${table}`)),
  ).toEqual([1, 0, 0])
  migrated.close()
})

test('the step of export models keeps what is there', () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 7)))
  register.order('people.create', '', () =>
    register.prepare("INSERT INTO contact (kind, last_name, status) VALUES ('person', 'Roux', 'member')").run(),
  )
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  expect([
    number(migrated, 'SELECT count(*) FROM contact'),
    number(migrated, 'SELECT count(*) FROM export_model'),
  ]).toEqual([1, 0])
  migrated.close()
})

test('the step that counts keeps everybody, journal and undo included', async () => {
  const register = newRegister(folder, { name: 'Amis' }, optionsWith(migrations.filter(({ number }) => number < 6)))
  register.order('people.create', '', () => {
    register.prepare("INSERT INTO contact (kind, last_name, status) VALUES ('person', 'Roux', 'member')").run()
    register.prepare("INSERT INTO contact (kind, last_name, status) VALUES ('person', 'Blanc', 'deceased')").run()
  })
  register.close()
  const migrated = openRegister(folder, optionsWith(migrations))
  const counted = "SELECT count(*) FROM contact INDEXED BY contact_counted WHERE trashed = 0 AND status = 'deceased'"
  expect([number(migrated, 'SELECT count(*) FROM contact'), number(migrated, counted)]).toEqual([2, 1])
  await migrated.undo(number(migrated, 'SELECT max(id) FROM journal_act'), {
    signal: new AbortController().signal,
    progress: () => {},
  })
  expect(number(migrated, counted)).toBe(0)
  expect(migrated.lookOver('contact')).toEqual({ integrity: [], foreignKeys: 0 })
  migrated.close()
})

describe('acts on honours older than the step that made rows of them', () => {
  const desk: WorkDesk = { signal: new AbortController().signal, progress: () => {} }
  const untilThree = migrations.slice(0, 3)

  const make = (register: Register, name: string, honours: string): void => {
    register.prepare("INSERT INTO contact (kind, last_name, honours) VALUES ('person', ?, ?)").run(name, honours)
  }
  const newest = (register: Register): number => number(register, 'SELECT max(id) FROM journal_act')
  const honoursOf = (register: Register, contact: number): readonly unknown[] =>
    register.prepare('SELECT name FROM honour WHERE contact_id = ? ORDER BY position').pluck().all(contact)
  const people = (register: Register): readonly unknown[] =>
    register.prepare('SELECT last_name FROM contact ORDER BY id').pluck().all()

  /** Version 3: one person made, two imported, the honours of the first changed alone, one made and undone. */
  async function madeAtThree() {
    const register = newRegister(folder, { name: 'Amis' }, optionsWith(untilThree))
    register.order('people.create', '', () => make(register, 'Roux', 'Palmes académiques'))
    const created = newest(register)
    register.order('exchange.import', '', () => {
      make(register, 'Durand', 'Croix de guerre, Mérite agricole')
      make(register, 'Blanc', '')
    })
    const imported = newest(register)
    register.order('people.update', '', () =>
      register.prepare("UPDATE contact SET honours = 'Légion d’honneur; Palmes académiques' WHERE id = 1").run(),
    )
    const edited = newest(register)
    register.order('people.create', '', () => make(register, 'Noir', 'Arts et Lettres'))
    const undone = await register.undo(newest(register), desk)
    register.close()
    return { created, imported, edited, undone }
  }

  test('each is undone, and done again, after the step', async () => {
    const { created, imported, edited, undone } = await madeAtThree()
    const register = openRegister(folder, optionsWith(migrations))
    expect(honoursOf(register, 1)).toEqual(['Légion d’honneur', 'Palmes académiques'])

    const undoing = await register.undo(edited, desk)
    expect(honoursOf(register, 1)).toEqual(['Palmes académiques'])
    await register.undo(undoing, desk)
    expect(honoursOf(register, 1)).toEqual(['Légion d’honneur', 'Palmes académiques'])

    const away = await register.undo(imported, desk)
    expect(people(register)).toEqual(['Roux'])
    await register.undo(away, desk)
    expect(people(register)).toEqual(['Roux', 'Durand', 'Blanc'])
    expect(honoursOf(register, 2)).toEqual(['Croix de guerre', 'Mérite agricole'])

    await register.undo(undone, desk)
    expect(people(register)).toEqual(['Roux', 'Durand', 'Blanc', 'Noir'])
    expect(honoursOf(register, 4)).toEqual(['Arts et Lettres'])
    register.close()

    const again = openRegister(folder, optionsWith(migrations))
    await expect(again.undo(created, desk)).rejects.toMatchObject({ code: 'undoConflict', values: { what: 'changed' } })
    again.close()
  })

  test('the one who was made and then honoured goes when both acts are undone', async () => {
    const { created, edited } = await madeAtThree()
    const register = openRegister(folder, optionsWith(migrations))
    await register.undo(edited, desk)
    await register.undo(created, desk)
    expect(people(register)).toEqual(['Durand', 'Blanc'])
    expect(honoursOf(register, 1)).toEqual([])
    register.close()
  })

  test('honours changed since are kept: the old act is refused, and nothing is lost', async () => {
    const { imported, edited } = await madeAtThree()
    const register = openRegister(folder, optionsWith(migrations))
    register.order('people.update', '', () => {
      register.prepare("UPDATE honour SET grade = 'officier' WHERE contact_id = 1 AND position = 0").run()
      register.prepare("INSERT INTO honour (contact_id, position, name) VALUES (2, 2, 'Palmes académiques')").run()
    })
    const since = newest(register)
    for (const act of [edited, imported])
      await expect(register.undo(act, desk)).rejects.toMatchObject({
        code: 'undoConflict',
        values: { what: 'changed' },
      })
    expect(people(register)).toEqual(['Roux', 'Durand', 'Blanc'])
    // The control: once the later act is undone, both are.
    await register.undo(since, desk)
    await register.undo(edited, desk)
    await register.undo(imported, desk)
    expect(honoursOf(register, 1)).toEqual(['Palmes académiques'])
    register.close()
  })
})
