/** What the import tells a reader of the terminal when there is more than fits, and choosing for a line. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { columnTargets } from '../core/exchange/exchange.requests.ts'
import { requestList } from './commands/request-list.ts'
import { targetWords } from './target-words.ts'
import { terminal } from './terminal.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })
const { home, amicale } = terminal()

async function association(name: string, list: string): Promise<string> {
  const folder = join(home, `${name}.amicale`)
  expect((await amicale('new', folder, '--name', name)).status).toBe(0)
  expect((await amicale('import', folder, file(`${name}.csv`, list))).status).toBe(0)
  return folder
}

function file(name: string, text: string): string {
  const path = join(home, name)
  writeFileSync(path, text)
  return path
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

test('sure changes come before those to check, and what is not shown is counted', async () => {
  const heading = 'Nom;Prénom;Courriel;Profession'
  const folder = await association(
    'many',
    [
      heading,
      ...numbers(25).map((at) => `Seul${at};Jean;;rien`),
      ...numbers(23).map((at) => `Sûr${at};Eva;e${at}@a.example;rien`),
    ].join('\n'),
  )
  const list = file(
    'changes.csv',
    [
      heading,
      ...numbers(25).map((at) => `Seul${at};Jean;;autre`),
      ...numbers(23).map((at) => `Sûr${at};Eva;e${at}@a.example;autre`),
    ].join('\n'),
  )
  const { out, beside } = await amicale('import', folder, list, '--dry-run')
  const lines = out.split('\n').filter((line) => /^line |^…/.test(line))
  expect(lines.slice(0, 20).every((line) => line.includes('Sûr'))).toBe(true)
  expect(lines[20]).toMatch(/3 more lines/)
  expect(lines.slice(21, 41).every((line) => line.includes('Seul'))).toBe(true)
  expect(lines[41]).toMatch(/5 more lines/)
  expect(lines).toHaveLength(42)
  expect(beside).toContain('25 lines to check')
  expect(beside).toContain('--other LINES')
  // Their only remark is said beside each of them.
  expect(beside).not.toContain('warnings in all')
})

test('warnings are announced by what may be shown of them', async () => {
  const heading = 'Nom;Prénom;Courriel'
  const folder = await association('few', `${heading}\nDurand;Eva;\n`)
  const list = (odd: number) =>
    file(
      `odd-${odd}.csv`,
      [
        heading,
        ...numbers(30).map((at) => `Long${at};Léon;${'a'.repeat(300)}@a.example`),
        ...numbers(odd).map((at) => `Neuf${at};Jean;pas un courriel`),
      ].join('\n'),
    )
  const few = await amicale('import', folder, list(3), '--dry-run')
  expect(few.beside.match(/E-mail to check/g)).toHaveLength(3)
  expect(few.beside).not.toContain('warnings in all')
  const many = await amicale('import', folder, list(22), '--dry-run')
  expect(many.beside.match(/E-mail to check/g)).toHaveLength(20)
  expect(many.beside).toContain('22 warnings in all')
})

test('lines are left, or made someone else, by their numbers', async () => {
  const folder = await association('choices', 'Nom;Prénom;Ville\nDurand;Eva;Pau\n')
  const list = file('chosen.csv', 'Nom;Prénom;Ville\nDurand;Eva;Metz\nNeuf;Jean;Lyon\nPetit;Anne;Nice\n')
  const { out, beside, status } = await amicale('import', folder, list, '--other', '2', '--leave', '3,4', '--json')
  expect(status, beside).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ created: 1, changed: 0, toCheck: 0, imported: true })
  expect(JSON.parse((await amicale('check', folder, '--json')).out).totals.persons).toBe(2)
  expect((await amicale('import', folder, list, '--leave', 'two')).status).toBe(2)
  expect((await amicale('import', folder, list, '--leave', '99')).status).toBe(7)
})

test('lines that are left out make a list of their own, which comes in once it is mended', async () => {
  const folder = await association('left', 'Nom;Prénom\nDurand;Eva\n')
  const list = file('left.csv', 'Nom;Prénom;Ville\n;;Lyon\nNeuf;Jean;Pau\nPetit;Luc;Nice\n')
  const aside = join(home, 'aside.csv')
  const done = await amicale('import', folder, list, '--leave', '4', '--leave-refused', '--left-out', aside, '--json')
  expect(done.status, done.beside).toBe(0)
  expect(JSON.parse(done.out)).toMatchObject({ created: 1, refused: 1, leftOut: { rows: 2, file: aside } })
  const text = readFileSync(aside, 'utf8')
  expect(text.split('\r\n')[0]).toMatch(/^\ufeffNom;Prénom;Ville;/)
  expect(text).toContain('\r\nPetit;Luc;Nice;')
  writeFileSync(aside, text.replace('\r\n;;Lyon', '\r\nRoux;Anne;Lyon'))
  const again = await amicale('import', folder, aside, '--left-out', join(home, 'none.csv'), '--json')
  expect(JSON.parse(again.out), again.beside).toMatchObject({ created: 2, refused: 0, leftOut: { rows: 0 } })
  expect(existsSync(join(home, 'none.csv'))).toBe(false)
})

test('what is done with records that exist is said by field, and chosen for the file', async () => {
  const heading = 'Nom;Prénom;Courriel;Profession;Ville'
  const folder = await association('ways', `${heading}\nDurand;Eva;eva@a.example;juge;\nPetit;Luc;;;Pau\n`)
  const list = file('ways-2.csv', `${heading}\nDurand;Eva;eva@a.example;notaire;Lyon\nLuc et Zoé ROY;;;;\n`)
  const dry = await amicale('import', folder, list, '--dry-run')
  expect(dry.out).toContain('profession: 1 replaced, 0 filled in')
  expect(dry.out).toContain('Durand Eva (same name and e-mail)')
  const fill = await amicale('import', folder, list, '--dry-run', '--fill-only')
  expect(fill.out).not.toContain('juge → notaire')
  expect(fill.out).toContain('city:  → Lyon')
  const json = JSON.parse(
    (await amicale('import', folder, list, '--dry-run', '--json', '--skip-columns', 'ville,PROFESSION')).out,
  )
  expect(json).toMatchObject({ changed: 0, unchanged: 1, way: 'update', fields: [] })
  expect(json.lines[0].matched).toMatchObject({ because: 'nameAndEmail' })
  expect((await amicale('import', folder, list, '--skip-columns', 'Rien')).status).toBe(8)
  expect((await amicale('import', folder, list, '--update', '--fill-only')).status).toBe(2)
  expect((await amicale('import', folder, list, '--record', '2')).status).toBe(2)
  const other = await amicale('import', folder, list, '--record', '2=2', '--json', '--dry-run')
  expect(JSON.parse(other.out).lines[0].matched).toMatchObject({ id: 2, because: 'chosen' })
})

test('headings met twice make two people of a line: it is said, with the way to make one', async () => {
  const folder = await association('twice', 'Nom;Prénom\nPetit;Eva\n')
  const list = file('two.csv', 'Nom;Nom;Prénom;Prénom\nDupont;Durand;Jean;Léa\n')
  const two = await amicale('import', folder, list, '--dry-run')
  expect(two.beside).toContain('Each line is read as two people, the second under “Nom (2)”')
  expect(two.beside).toContain('--couples-as-one')
  const one = await amicale('import', folder, list, '--dry-run', '--couples-as-one')
  expect(one.out).toContain('1 to create')
  expect(one.beside).not.toContain('two people')
  // Who says so by other headings is told nothing.
  const spouse = file('spouse.csv', 'Nom;Prénom;Conjoint\nDupont;Jean;Léa Durand\n')
  expect((await amicale('import', folder, spouse, '--dry-run')).beside).not.toContain('two people')
})

test('an encoding is chosen, and is proposed where the one of the file is damaged', async () => {
  const folder = await association('encodings', 'Nom;Prénom\nDurand;Eva\n')
  const damaged = join(home, 'damaged.csv')
  writeFileSync(
    damaged,
    Buffer.concat([Buffer.from('Nom;Prénom\nB'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(';É\n')]),
  )
  const refused = await amicale('import', folder, damaged)
  expect(refused.status).toBe(7)
  expect(refused.beside).toContain('not all written in UTF-8 (line 2)')
  expect(refused.beside).toContain('--encoding')
  const chosen = await amicale('import', folder, damaged, '--encoding', 'Windows-1252', '--dry-run', '--json')
  expect(JSON.parse(chosen.out), chosen.beside).toMatchObject({ created: 1, reading: { encoding: 'windows-1252' } })
  const unknown = await amicale('import', folder, damaged, '--encoding', 'latin')
  expect(unknown.status).toBe(2)
  expect(unknown.beside).toContain('koi8-r')
  expect((await amicale('import', folder, damaged, '--encoding', 'macintosh', '--sheet', 'A')).status).toBe(8)
})

test('choosing for a line is told as what it is, an act of the desk', () => {
  expect(requestList.find(({ name }) => name === 'exchange.decide')?.kind).toBe('desk')
})

test('fields are said in the window’s words, columns of the association’s own as they are', () => {
  expect(targetWords('addressLines', 'fr')).toBe('lignes telles qu’imprimées')
  expect(targetWords('mobile', 'en')).toBe('mobile phone')
  for (const target of columnTargets) expect(targetWords(target, 'en')).toMatch(/^[a-z]/)
  expect(targetWords('Cotisation 2025', 'fr')).toBe('Cotisation 2025')
})
