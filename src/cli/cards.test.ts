/** Address books in and out from a terminal. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { terminal } from './terminal.fixture.ts'

vi.setConfig({ testTimeout: 240_000 })
const { home, amicale } = terminal()

test('cards come in, go out in both versions and as JSON, and come back as nothing new', async () => {
  const folder = join(home, 'Cards.amicale')
  const file = join(home, 'contacts.vcf')
  writeFileSync(
    file,
    [
      ...['BEGIN:VCARD', 'VERSION:3.0', 'FN:Jean de La Fontaine', 'TEL:06 12 34 56 78', 'END:VCARD'],
      ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Marie Curie', 'BDAY:--1107', 'END:VCARD', ''],
    ].join('\n'),
  )
  expect((await amicale('new', folder, '--name', 'Cards')).status).toBe(0)
  const dry = await amicale('import', folder, file, '--dry-run', '--json')
  expect(dry.status).toBe(0)
  expect(JSON.parse(dry.out)).toMatchObject({ created: 2, columns: [], cards: [{ name: 'Fontaine Jean' }, {}] })
  const done = await amicale('import', folder, file)
  expect(done).toMatchObject({ status: 0 })
  expect(done.beside).toContain('--1107')
  for (const [name, ...options] of [['four.vcf'], ['three.vcf', '--vcard', '3.0'], ['own.json']] as const) {
    const out = join(home, name)
    expect((await amicale('export', folder, '--out', out, ...options)).status).toBe(0)
    const again = JSON.parse((await amicale('import', folder, out, '--dry-run', '--json')).out)
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 2, refused: 0 })
    // A file of the same kind is replaced.
    expect((await amicale('export', folder, '--out', out, ...options)).status).toBe(0)
  }
  expect(readFileSync(join(home, 'four.vcf'), 'utf8')).toContain('VERSION:4.0')
  expect(readFileSync(join(home, 'three.vcf'), 'utf8')).toContain('VERSION:3.0')
  expect((await amicale('export', folder, '--out', join(home, 'x.vcf'), '--vcard', '2.1')).status).toBe(2)
})

test('a file from a newer version is refused with its status', async () => {
  const folder = join(home, 'Later.amicale')
  const file = join(home, 'later.json')
  writeFileSync(file, '{"format":"amicale-contacts","version":2,"contacts":[{"kind":"person","lastName":"A"}]}')
  expect((await amicale('new', folder, '--name', 'Later')).status).toBe(0)
  const { status, beside } = await amicale('import', folder, file)
  expect(status).toBe(5)
  expect(beside).toContain('newer version')
})
