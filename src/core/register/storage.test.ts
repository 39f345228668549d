/** Storage that fails while in use: full, replaced, locked by another program (reliability rows D1, S2, L5, D2). */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChild } from '../../../tests/faults/child.ts'
import { Refusal } from '../kit/refusal.ts'
import { newRegister, type OpenOptions, openRegister, type Register } from './register.ts'

const options: OpenOptions = { door: 'test', by: 'tester', today: () => '2026-03-01' }
let place = ''
let folder = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-storage-'))
  folder = join(place, 'Amis.amicale')
  newRegister(folder, { name: 'Amis' }, options).close()
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const rename = (register: Register, name: string): void =>
  register.order('association.update', name, () => {
    register.prepare('UPDATE association SET name = ? WHERE id = 1').run(name)
  })
const refusalOf = (act: () => void): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused')
}
const nameIn = (path: string): unknown => {
  const database = new Sqlite(path, { readonly: true })
  try {
    return database.prepare('SELECT name FROM association').pluck().get()
  } finally {
    database.close()
  }
}

test('who asks for values alone takes nothing from who asks for rows with the same words', () => {
  const register = openRegister(folder, options)
  const sql = 'SELECT id, name FROM association'
  expect(register.prepare(sql).pluck().get()).toBe(1)
  expect(register.prepare(sql).raw().get()).toEqual([1, 'Amis'])
  expect(register.prepare(sql).get()).toEqual({ id: 1, name: 'Amis' })
  expect(register.prepare(sql).pluck().get()).toBe(1)
  register.close()
})

test('a database replaced while it is open refuses the next writing; both files are kept', () => {
  const database = join(folder, 'register.db')
  const register = openRegister(folder, options)
  rename(register, 'Before')
  copyFileSync(database, join(place, 'copy.db'))
  renameSync(database, join(place, 'former.db'))
  renameSync(join(place, 'copy.db'), database)
  expect(refusalOf(() => rename(register, 'After')).code).toBe('folderReplaced')
  register.close()
  expect(nameIn(database)).toBe('Before')
  expect(nameIn(join(place, 'former.db'))).toBe('Before')
})

test('a program that locks the file for long is named as another program; a short one is waited for', {
  timeout: 30_000,
}, () => {
  const register = openRegister(folder, options)
  const other = new Sqlite(join(folder, 'register.db'))
  other.exec('BEGIN IMMEDIATE')
  const refused = refusalOf(() => rename(register, 'Locked'))
  expect(refused.code).toBe('folderInUse')
  expect(refused.values).toMatchObject({ holder: 'anotherProgram' })
  other.exec('ROLLBACK')
  other.close()
  rename(register, 'Free')
  register.close()
  expect(nameIn(join(folder, 'register.db'))).toBe('Free')
})

test('a full disk refuses, keeps every acknowledged row, and reading still works', {
  timeout: 60_000,
}, async (context) => {
  const possible = spawnSync('unshare', ['-rm', 'true']).status === 0
  if (!possible) context.skip('needs unshare to mount a small disk of its own')
  // The association is copied onto a disk of 1 MB that exists for this process alone.
  const script = 'mount -t tmpfs -o size=1m none "$1" && cp -r "$2" "$1/Amis.amicale" && shift 2 && exec "$@"'
  const disk = mkdtempSync(join(tmpdir(), 'amicale-disk-'))
  try {
    const child = startChild(['fill', join(disk, 'Amis.amicale')], {
      wrapper: ['unshare', '-rm', 'sh', '-c', script, 'sh', disk, folder],
    })
    const refused = await child.says(/^refused/)
    await child.ended
    const acknowledged = child.lines.filter((line) => /^\d+$/.test(line)).length
    expect(refused).toBe(`refused diskFull ${acknowledged}`)
    expect(acknowledged).toBeGreaterThan(10)
  } finally {
    rmSync(disk, { recursive: true, force: true })
  }
})

test('a disk that fails at any writing loses nothing acknowledged and never leaks a stack', {
  timeout: 120_000,
}, async (context) => {
  const possible = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
  if (!possible) context.skip('needs strace to make system calls fail')
  const codes = new Set<string>()
  for (const when of [1, 9, 40]) {
    const child = startChild(['fill', folder], {
      wrapper: [
        ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=pwrite64'],
        '-e',
        `inject=pwrite64:error=ENOSPC:when=${when}+`,
      ],
    })
    const refused = await child.says(/^refused/)
    await child.ended
    codes.add(refused.split(' ')[1] as string)
    const acknowledged = child.lines.filter((line) => /^\d+$/.test(line)).map(Number)
    const register = openRegister(folder, options)
    const present = new Set(register.prepare('SELECT id FROM contact').pluck().all() as number[])
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([])
    register.close()
  }
  expect([...codes]).toEqual(['diskFull'])
})

test('each act waits five times for the disk, its journal and its folder', { timeout: 60_000 }, async (context) => {
  const possible = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
  if (!possible) context.skip('needs strace to count what is asked of the disk')
  const asked = async (acts: number): Promise<number> => {
    const trace = join(place, `${acts}.trace`)
    const child = startChild(['bringOneByOne', folder, String(acts)], {
      wrapper: ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace],
    })
    await child.says(/^brought$/)
    await child.ended
    return readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /\b(fsync|fdatasync)\(.*= 0$/.test(line)).length
  }
  // The difference of two runs leaves out what opening asks.
  const few = await asked(20)
  expect((await asked(40)) - few).toBeGreaterThanOrEqual(20 * 5)
})

test('writing outside an order is refused by the journal itself', () => {
  const register = openRegister(folder, options)
  expect(() => register.prepare("UPDATE association SET name = 'x'").run()).toThrow(/journal_row.act/)
  expect(() => register.order('a', '', () => register.order('b', '', () => 1))).toThrow(/inside another/)
  expect(() => register.order('a', '', async () => 1)).toThrow(/not synchronous/)
  rename(register, 'Still works')
  expect(register.prepare('SELECT name FROM association').pluck().get()).toBe('Still works')
  register.close()
})
