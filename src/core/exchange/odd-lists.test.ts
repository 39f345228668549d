/** Lists that are not quite lists: each is refused in words, or taken with a remark that names its line. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'
import { formulaLike } from './export-guard.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-odd-'))
  office = newOffice(
    join(place, 'Amis.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'tests', today: () => '2026-11-22', resources },
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const exchange = () => office.client.exchange

async function looked(text: string, name = 'list.csv') {
  const bytes = Buffer.from(text)
  let staging: string | undefined
  for (let at = 0; at < bytes.length; at += 500_000) {
    const chunk = bytes.subarray(at, at + 500_000).toString('base64')
    staging = (await exchange().stage({ name, chunk, ...(staging === undefined ? {} : { staging }) })).staging
  }
  if (staging === undefined) throw new Error('nothing to stage')
  return { staging, look: await finish(await exchange().look({ staging })) }
}

async function previewed(text: string) {
  const { staging, look } = await looked(text)
  const mapping = look.columns.map(({ target }) => target)
  const preview = await finish(await exchange().preview({ staging, mapping }))
  const { lines } = await exchange().previewLines({ preview: preview.preview, limit: 200 })
  return { look, preview, lines }
}

async function imported(text: string) {
  const seen = await previewed(text)
  await finish(await exchange().import({ preview: seen.preview.preview }))
  const { rows } = await office.client.people.list({})
  return { ...seen, people: await Promise.all(rows.map(({ id }) => office.client.people.read({ id }))) }
}

const codes = (warnings: readonly { readonly code: string; readonly line: number }[]) =>
  warnings.map(({ code, line }) => `${line} ${code}`)

describe('cells that look like formulas', () => {
  test.each([
    "=cmd|' /C calc'!A0",
    '=1+1',
    '=HYPERLINK("http://x.example")',
    '@SUM(1+1)',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '+A1',
    '-SUM(A1:A9)',
    '\uff1dA1',
  ])('%s', (text) => expect(formulaLike(text)).toBe(true))
  test.each([
    '+33612345678',
    '+33 (0)6 12 34 56 78',
    '+33 6 12 34 56 78 poste 12',
    '-12,50',
    '-3.5 €',
    '-',
    '+',
    '--',
    '=>',
    '- rappeler (Paul)',
    '@paul',
    'a=b',
    '+1',
  ])('%s is none', (text) => expect(formulaLike(text)).toBe(false))

  test('are said once when they are headings', async () => {
    const { look } = await looked('Nom;Prénom;=1+1;=2+2\nDupont;Jean;a;b\n')
    expect(look.warnings.filter(({ code }) => code === 'formulaLike')).toEqual([
      { line: 1, column: '=1+1', code: 'formulaLike', text: '=1+1' },
    ])
  })

  test('are taken as text, and said with their line and column', async () => {
    const { lines, people } = await imported(
      "Nom;Prénom;Profession;Téléphone\nDupont;Jean;=cmd|' /C calc'!A0;+33 6 12 34 56 78\nMartin;Zoë;Maçon;\n",
    )
    expect(lines.map(({ problems }) => problems)).toEqual([
      [{ line: 2, column: 'Profession', code: 'formulaLike', text: "=cmd|' /C calc'!A0" }],
      [],
    ])
    expect(people[0]).toMatchObject({ profession: "=cmd|' /C calc'!A0", phones: [{ number: '+33612345678' }] })
  })
})

describe('ragged rows', () => {
  test('a row too short is said, with its line', async () => {
    const { look } = await previewed('Nom;Prénom;Ville\nDupont;Jean;Pau\nMartin;Zoë\nPetit;Luc;\n')
    expect(look.warnings).toEqual([{ line: 3, code: 'shortRow', text: '2 / 3' }])
  })
  test('one long row makes no column: what is beside the table goes to the notes', async () => {
    const { look, people } = await imported('Nom;Prénom;Ville\nDupont;Jean;Pau\nMartin;Zoë;Lyon;;à rappeler;vite\n')
    expect(look.columns.map(({ header }) => header)).toEqual(['Nom', 'Prénom', 'Ville'])
    expect(look.warnings).toEqual([{ line: 3, code: 'raggedRow', text: 'à rappeler · vite' }])
    expect(people.map(({ notes }) => notes)).toEqual(['', 'à rappeler\nvite'])
  })
  test('a column without a heading that most rows fill is one', async () => {
    const { look } = await looked('Nom;Prénom;\nDupont;Jean;x\nMartin;Zoë;y\nPetit;Luc;\n')
    expect(look.columns.map(({ header }) => header)).toEqual(['Nom', 'Prénom', 'C'])
    expect(look.warnings).toEqual([])
  })
})

describe('headings', () => {
  test('figures alone have no heading, and none can be given', async () => {
    await expect(looked('1;2\n3;4\n')).rejects.toMatchObject({ data: { code: 'fileNoHeader' } })
    // One ideograph is a name, one letter is none.
    expect((await looked('李;1\n王;2\n')).look.rows).toBe(2)
  })
  test('names without a heading are read, and it is said', async () => {
    const { look } = await looked('DUPONT;Jean;jean@a.example\nMARTIN;Zoë;zoe@a.example\n')
    expect(codes(look.warnings)).toContain('1 noHeader')
    expect(look.columns.map(({ target }) => target)).toEqual(['lastName', 'firstName', 'email'])
  })
  test('two rows of headings are read together', async () => {
    const { look } = await previewed(
      'Nom;Prénom;Courriel\nlast_name;first_name;email\nDupont;Jean;jean@a.example\nMartin;Zoë;zoe@a.example\n',
    )
    expect(codes(look.warnings)).toEqual(['1 twoHeaderRows'])
    expect(look.rows).toBe(2)
  })
  test('headings parted by commas over lines parted by semicolons', async () => {
    const { look, people } = await imported('Nom,Prénom,Ville\nDupont;Jean;Pau\nMartin;Zoë;Lyon\n')
    expect(look.warnings).toEqual([{ line: 1, code: 'headingOtherDelimiter', text: ', / ;' }])
    expect(people).toMatchObject([
      { lastName: 'Dupont', firstName: 'Jean' },
      { lastName: 'Martin', firstName: 'Zoë' },
    ])
  })
})

describe('files without a row', () => {
  test.each([
    ['headings only', 'Nom;Prénom\n', 'yes'],
    ['headings over 400,000 empty rows', `Nom;Prénom\n${';\n'.repeat(400_000)}`, 'yes'],
    ['400,000 empty rows', ';\n'.repeat(400_000), 'no'],
  ])('%s', async (_, text, headings) => {
    await expect(looked(text)).rejects.toMatchObject({ data: { code: 'fileNoRows', values: { headings } } })
  })
  test('a million columns are too many columns', async () => {
    const wide = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(';')
    await expect(looked(`${wide}\n`)).rejects.toMatchObject({ data: { code: 'fileTooManyColumns' } })
  })
})

test('looking and forgetting leaves no folder behind', async () => {
  const { staging } = await looked('Nom\nDupont\n')
  expect(existsSync(join(place, 'Amis.amicale', 'staging'))).toBe(true)
  await exchange().discard({ staging })
  expect(existsSync(join(place, 'Amis.amicale', 'staging'))).toBe(false)
})

test('a list of bodies under « Nom » gives organisations, whose names are not taken apart', async () => {
  await imported('Nom;Ville\nAssociation des Amis de Lyon;Lyon\nMairie de Brest;Brest\nSociété Durand et Fils;Dijon\n')
  const { people } = await imported('Nature;Nom complet\norganisation;Les Joyeux Compagnons\npersonne;Anne Tour\n')
  const all = people.map((contact) => (contact.kind === 'organisation' ? contact.name : contact.lastName))
  expect(all.toSorted()).toEqual([
    'Association des Amis de Lyon',
    'Les Joyeux Compagnons',
    'Mairie de Brest',
    'Société Durand et Fils',
    'Tour',
  ])
})
