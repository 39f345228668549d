/** One holder among all processes, freed by death (reliability rows L1 to L3). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChild } from '../../../tests/faults/child.ts'
import { Refusal } from '../kit/refusal.ts'
import { newRegister, type OpenOptions, openRegister } from './register.ts'

const options: OpenOptions = { door: 'test', by: 'tester', today: () => '2026-03-01' }
let place = ''
let folder = ''

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-lock-'))
  folder = join(place, 'Amis.amicale')
  newRegister(folder, { name: 'Amis' }, options).close()
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const openingRefused = (): Refusal => {
  try {
    openRegister(folder, options).close()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('The folder opened')
}

test('a second process is refused and told who holds the folder; the folder is free again when the holder is killed', async () => {
  const child = startChild(['hold', folder])
  await child.says(/^held$/)
  const refused = openingRefused()
  expect(refused.code).toBe('folderInUse')
  expect(refused.values).toMatchObject({ holder: 'amicale', door: 'test', by: `process ${child.process.pid}` })
  child.process.kill('SIGKILL')
  expect(await child.ended).toBe('SIGKILL')
  // The note of the dead holder is still there; it locks nothing.
  openRegister(folder, options).close()
})

test('the other way round: this process holds, another is refused with its exit status', async () => {
  const register = openRegister(folder, options)
  const child = startChild(['hold', folder])
  expect(await child.says(/refused/)).toContain('folderInUse')
  expect(await child.ended).toBe(3)
  register.close()
})

test('a note that names a living stranger locks nothing', () => {
  const note = { door: 'electron', since: '2020-01-01T00:00:00.000Z', host: 'elsewhere', by: `process ${process.pid}` }
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(note))
  openRegister(folder, options).close()
  writeFileSync(join(folder, 'lock.json'), 'not even JSON')
  openRegister(folder, options).close()
})

test('of eight that start at once, one opens', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 2; round += 1) {
    const children = Array.from({ length: 8 }, () => startChild(['hold', folder]))
    await Promise.all(children.map((child) => child.says(/^(held$|refused folderInUse)/)))
    expect(children.filter((child) => child.lines.includes('held')).length, `round ${round}`).toBe(1)
    for (const child of children) child.process.stdin?.end()
    await Promise.all(children.map((child) => child.ended))
  }
})
