/** What cannot be served, or has nowhere to be started from, is refused: no fault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPage } from './page.ts'
import { writeStartFile } from './start-file.ts'

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-page-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

test('a page that was not built, or half of it, is refused', () => {
  expect(() => loadPage(join(place, 'out'))).toThrow('pageNotBuilt')
  writeFileSync(join(place, 'files.json'), '[]')
  expect(() => loadPage(place)).toThrow('pageNotBuilt')
  writeFileSync(join(place, 'index.html'), 'x')
  expect(loadPage(place).html('')).toBe('x')
})

test('without a place for temporary files no start file is written', () => {
  const before = process.env.TMPDIR
  process.env.TMPDIR = join(place, 'nowhere')
  try {
    expect(() => writeStartFile('http://127.0.0.1:1', 'pass')).toThrow('outputUnwritable')
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
})
