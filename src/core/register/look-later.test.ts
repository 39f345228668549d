/** A large register opens before it is looked at whole, and says what it finds. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smallEnough } from './look-later.ts'
import { newRegister, openRegister, type Register } from './register.ts'

const options = { door: 'test', by: 'tester', today: () => '2026-03-01' } as const
let place = ''
let folder = ''
let file = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-later-'))
  folder = join(place, 'a.amicale')
  file = join(folder, 'register.db')
  const register = newRegister(folder, { name: 'Amis' }, options)
  const insert = register.prepare("INSERT INTO contact (kind, last_name, notes) VALUES ('person', ?, ?)")
  const notes = `marque ${'x'.repeat(9000)}`
  for (let name = 0; statSync(file).size <= smallEnough; name += 500) {
    register.order('test', '', () => {
      for (let at = 0; at < 500; at++) insert.run(`Nom${name + at}`, notes)
    })
  }
  register.close()
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const change = (register: Register): unknown =>
  register.order('test', '', () => register.prepare("UPDATE association SET name = 'Autre'").run())

/** Spoils twenty pages, the `share` of the way into the file. */
function spoil(share: number): void {
  const page = Math.floor((statSync(file).size / 4096) * share)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(20 * 4096, 0xff), 0, 20 * 4096, page * 4096)
  closeSync(handle)
}

test('a sound one is looked at without holding the thread, and stays open to orders', async () => {
  const register = openRegister(folder, options)
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await register.lookLater()
  clearInterval(timer)
  change(register)
  console.info(`looked at later: longest hold ${longest.toFixed(0)} ms`)
  register.close()
})

test('damage found later stops orders, not questions', async () => {
  spoil(0.6)
  const register = openRegister(folder, options)
  await register.lookLater()
  expect(() => change(register)).toThrow(expect.objectContaining({ code: 'folderDamaged' }))
  expect(register.prepare('SELECT name FROM association').pluck().get()).toBe('Amis')
  register.close()
})

test('damage where the association itself stands refuses the opening, every byte kept', () => {
  const before = openRegister(folder, options)
  const page = Number(before.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'association'").pluck().get())
  before.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096)
  closeSync(handle)
  const bytes = readFileSync(file)
  expect(() => openRegister(folder, options)).toThrow(expect.objectContaining({ code: 'folderDamaged' }))
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('closing ends the look', async () => {
  const register = openRegister(folder, options)
  const looking = register.lookLater()
  register.close()
  await expect(looking).resolves.toBeUndefined()
})
