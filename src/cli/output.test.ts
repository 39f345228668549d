/** Files the terminal makes: whole, private, and never in the place of somebody else's. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { terminal } from './terminal.fixture.ts'

const sample = resolve(import.meta.dirname, '../../resources/samples/amis-de-la-cite.csv')
const { home, amicale } = terminal('fr')
const place = (name: string) => join(home, name)

async function made(name: string): Promise<string> {
  const folder = place(`${name}.amicale`)
  expect(await amicale('new', folder, '--name', name)).toMatchObject({ status: 0, beside: '' })
  return folder
}

// Several of these make real directories: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 })

describe('everything goes out', () => {
  test('as one archive, and as a folder of the same files, of an office with people, photos, dues and an edition', async () => {
    const folder = await made('whole')
    expect((await amicale('import', folder, sample)).status).toBe(0)
    mkdirSync(join(folder, 'editions'), { recursive: true })
    writeFileSync(join(folder, 'editions', 'annuaire-2025.pdf'), '%PDF-1.7 once printed')
    const [zip, out] = [place('whole.zip'), place('whole-out')]
    const packed = await amicale('export', folder, '--everything', '--out', zip, '--json')
    expect(packed.status, packed.beside).toBe(0)
    expect(JSON.parse(packed.out)).toMatchObject({ format: 'zip', rows: 300, files: 1, missing: 0 })
    const unpacked = await amicale('export', folder, '--everything', '--out', out, '--json')
    expect(unpacked.status, unpacked.beside).toBe(0)
    expect(JSON.parse(unpacked.out)).toMatchObject({ format: 'folder', rows: 300 })
    const inside = unzipSync(readFileSync(zip))
    const names = Object.keys(inside).map((name) => name.slice(name.indexOf('/') + 1))
    const there = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(out, name)).isFile(),
    )
    expect(there.toSorted()).toEqual(names.toSorted())
    for (const [name, bytes] of Object.entries(inside))
      expect(readFileSync(join(out, name.slice(name.indexOf('/') + 1))).equals(bytes), name).toBe(true)
    expect(there).toEqual(
      expect.arrayContaining(['fiches.csv', 'dictionnaire.csv', 'LISEZMOI.txt', 'editions/annuaire-2025.pdf']),
    )
    const dues = readFileSync(join(out, 'cotisations.csv'), 'utf8').trimEnd().split('\r\n')
    expect(dues.length).toBeGreaterThan(300)
    // A folder with anything in it is somebody's.
    expect((await amicale('export', folder, '--everything', '--out', out)).status).not.toBe(0)
    expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

describe('files that come out', () => {
  test('are whole, for their owner alone, and replaced; another kind of file is not', async () => {
    const folder = await made('out')
    await amicale('import', folder, sample)
    const csv = place('list.csv')
    expect((await amicale('export', folder, '--out', csv)).status).toBe(0)
    expect(readFileSync(csv, 'utf8').trimEnd().split('\n').length).toBe(295)
    expect(statSync(csv).mode & 0o777).toBe(0o600)
    chmodSync(csv, 0o640)
    expect((await amicale('export', folder, '--out', csv)).status).toBe(0)
    expect(statSync(csv).mode & 0o777).toBe(0o640)

    const precious = place('precious.xlsx')
    writeFileSync(precious, 'my letters to nobody')
    expect((await amicale('export', folder, '--out', precious)).status).toBe(7)
    expect(readFileSync(precious, 'utf8')).toBe('my letters to nobody')
    // The association's own folder is nobody's place for a file, by whatever way.
    const register = readFileSync(join(folder, 'register.db'))
    for (const inside of ['register.csv', 'documents/../list.csv', 'editions/list.csv']) {
      expect((await amicale('export', folder, '--out', join(folder, inside))).status).toBe(7)
    }
    const pdf = place('annuaire.pdf')
    for (const proof of [join(folder, 'register.db'), precious]) {
      expect((await amicale('directory', folder, '--out', pdf, '--proof', proof)).status).toBe(2)
    }
    expect((await amicale('directory', folder, '--out', pdf, '--proof', join(folder, 'p.json'))).status).toBe(7)
    expect(readFileSync(join(folder, 'register.db')).equals(register)).toBe(true)
    expect(readFileSync(precious, 'utf8')).toBe('my letters to nobody')
    expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a file that is there already', () => {
  test('is replaced when it is of the kind that is made, whatever its name says it is', async () => {
    const folder = await made('kinds')
    const sheet = place('kinds.xlsx')
    expect((await amicale('export', folder, '--out', sheet)).status).toBe(0)
    expect((await amicale('export', folder, '--out', sheet)).status).toBe(0)
    const workbook = readFileSync(sheet)
    const document = Buffer.from(workbook.toString('latin1').replaceAll('xl/', 'wd/'), 'latin1')
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    for (const [name, content] of [
      ['other.csv', '%PDF-1.7\n%text all along\n'],
      ['other.csv', workbook],
      ['other.csv', '{\\rtf1 letter}'],
      ['other.csv', '<!doctype html><p>page'],
      ['other.csv', png],
      ['other.xlsx', document],
      ['other.xlsx', workbook.subarray(0, workbook.length - 40)],
      ['other.xlsx', 'PK\u0003\u0004'],
    ] as const) {
      writeFileSync(place(name), content)
      const { status } = await amicale('export', folder, '--out', place(name))
      expect(status, `${name} ${String(content).slice(0, 12)}`).toBe(7)
      expect(readFileSync(place(name)).equals(Buffer.from(content))).toBe(true)
    }
    writeFileSync(place('other.json'), '{\\rtf1 letter}')
    const pdf = place('kinds.pdf')
    expect((await amicale('directory', folder, '--out', pdf, '--proof', place('other.json'))).status).toBe(7)
    expect(existsSync(pdf)).toBe(false)
  })

  test('is written behind its link, which stays; a link to nowhere or into an association is left alone', async () => {
    const folder = await made('links')
    mkdirSync(place('shared'))
    const target = place('shared/target.csv')
    writeFileSync(target, 'Nom;Prénom\n')
    chmodSync(target, 0o640)
    symlinkSync(target, place('link.csv'))
    expect((await amicale('export', folder, '--out', place('link.csv'))).status).toBe(0)
    expect(lstatSync(place('link.csv')).isSymbolicLink()).toBe(true)
    expect(lstatSync(target).isFile()).toBe(true)
    expect(readFileSync(target, 'utf8')).not.toBe('Nom;Prénom\n')
    expect(statSync(target).mode & 0o777).toBe(0o640)
    writeFileSync(join(folder, 'documents', 'kept.csv'), 'a;b\n')
    for (const [name, to] of [
      ['dangling.csv', place('shared/nothing.csv')],
      ['inside.csv', join(folder, 'documents', 'kept.csv')],
      ['empty.csv', join(folder, 'documents', 'new.csv')],
    ] as const) {
      symlinkSync(to, place(name))
      expect((await amicale('export', folder, '--out', place(name))).status, name).toBe(7)
      expect(lstatSync(place(name)).isSymbolicLink()).toBe(true)
    }
    expect(existsSync(place('shared/nothing.csv'))).toBe(false)
    expect(readdirSync(join(folder, 'documents'))).toEqual(['kept.csv'])
    expect(readFileSync(join(folder, 'documents', 'kept.csv'), 'utf8')).toBe('a;b\n')
  })
})
