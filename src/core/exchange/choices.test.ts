/** A line known by the name alone stands out, and whoever imports may choose otherwise for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'
import type { ContactInput } from '../people/people.requests.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'amicale-choices-'))
  office = newOffice(
    join(place, 'Amis.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'tests', today: () => '2026-11-22', resources },
  )
  await imported(
    'Nom;Prénom;Courriel;Téléphone;Ville;N° d’adhérent\nMartin;Zoë;zoe@a.example;;Pau;\nDurand;Paul;;01 45 67 89 10;Lyon;\nPetit;Anne;;;Metz;A7\n',
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const exchange = () => office.client.exchange

async function previewed(text: string) {
  const { staging } = await exchange().stage({ name: 'list.csv', chunk: Buffer.from(text).toString('base64') })
  const look = await finish(await exchange().look({ staging }))
  const mapping = look.columns.map(({ target }) => target)
  const preview = await finish(await exchange().preview({ staging, mapping }))
  return { preview, lines: (await exchange().previewLines({ preview: preview.preview })).lines }
}

async function imported(text: string) {
  const { preview } = await previewed(text)
  return finish(await exchange().import({ preview: preview.preview }))
}

async function people() {
  const { rows } = await office.client.people.list({})
  const contacts = await Promise.all(rows.map(({ id }) => office.client.people.read({ id })))
  return contacts.map(
    (contact) => `${(contact as ContactInput & { lastName: string }).lastName} ${contact.addresses[0]?.city}`,
  )
}

const list =
  'Nom;Prénom;Courriel;Téléphone;Ville;N° d’adhérent\nMartin;Zoë;;;Nice;\nDurand;Paul;;01 45 67 89 10;Brest;\nPetit;Anne;;;Lille;A7\nNeuf;Jean;jean@a.example;;Tours;\n'

test('the name alone is to check; a telephone, an e-mail or a number beside it is enough', async () => {
  const { preview, lines } = await previewed(list)
  expect(lines.map(({ outcome, toCheck }) => [outcome, toCheck])).toEqual([
    ['changed', true],
    ['changed', false],
    ['changed', false],
    ['created', false],
  ])
  expect(lines[0]?.problems).toEqual([{ line: 2, code: 'nameAlone', text: 'Martin Zoë' }])
  expect(lines[3]?.about).toEqual(['Tours', 'jean@a.example'])
  expect(preview).toMatchObject({ counts: { created: 1, changed: 3 }, toCheck: 1 })
  const shown = await exchange().previewLines({ preview: preview.preview, outcome: 'toCheck' })
  expect(shown).toMatchObject({ total: 1, lines: [{ line: 2 }] })
})

test('lines of which something is doubtful are counted and shown apart', async () => {
  const doubtful = 'Nom;Prénom;Courriel;Naissance\nSain;Luc;luc@a.example;1950\nVague;Léo;pas d’e-mail;31/02/1947\n'
  const { preview } = await previewed(doubtful)
  expect(preview).toMatchObject({ counts: { created: 2 }, doubtful: 1 })
  const shown = await exchange().previewLines({ preview: preview.preview, outcome: 'doubtful' })
  expect(shown).toMatchObject({ total: 1, lines: [{ line: 3 }] })
})

test('nothing to change is nothing to check', async () => {
  expect((await previewed('Nom;Prénom\nMartin;Zoë\n')).preview).toMatchObject({ toCheck: 0, counts: { unchanged: 1 } })
})

test('someone else is created beside the first, a line left is not written', async () => {
  const { preview } = await previewed(list)
  const decide = (line: number, choice: 'other' | 'leave' | 'proposed') =>
    exchange().decide({ preview: preview.preview, line, choice })
  expect(await decide(2, 'other')).toMatchObject({ counts: { created: 2, changed: 2 }, toCheck: 0 })
  expect(await decide(3, 'leave')).toMatchObject({ counts: { created: 2, changed: 1, unchanged: 0 } })
  expect(await decide(5, 'leave')).toMatchObject({ counts: { created: 1, changed: 1 } })
  expect(await decide(5, 'proposed')).toMatchObject({ counts: { created: 2, changed: 1 } })
  const { lines } = await exchange().previewLines({ preview: preview.preview })
  expect(lines.map(({ outcome, choice }) => [outcome, choice])).toEqual([
    ['created', 'other'],
    ['changed', 'leave'],
    ['changed', undefined],
    ['created', undefined],
  ])
  expect(lines[0]?.about).toEqual(['Nice'])
  const { counts } = await finish(await exchange().import({ preview: preview.preview }))
  expect(counts).toEqual({ created: 2, changed: 1, unchanged: 0, refused: 0 })
  expect((await people()).sort()).toEqual(
    ['Durand Lyon', 'Martin Nice', 'Martin Pau', 'Neuf Tours', 'Petit Lille'].sort(),
  )
})

test('who bears the number cannot be someone else; an unknown line is refused', async () => {
  const { preview } = await previewed(list)
  for (const [line, choice] of [
    [4, 'other'],
    [5, 'other'],
    [99, 'leave'],
  ] as const)
    await expect(exchange().decide({ preview: preview.preview, line, choice })).rejects.toMatchObject({
      data: { code: 'invalidInput' },
    })
})

test('a refused line that is left holds nothing back', async () => {
  const { preview } = await previewed('Nom;Prénom;Ville\n;;Pau\nNeuf;Jean;Tours\n')
  expect(preview.counts).toMatchObject({ refused: 1, created: 1 })
  await exchange().decide({ preview: preview.preview, line: 2, choice: 'leave' })
  const { counts } = await finish(await exchange().import({ preview: preview.preview }))
  expect(counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 0 })
})

test('a line that repeats another is left with it, is counted so, and comes back with it', async () => {
  const { preview, lines } = await previewed(
    'Nom;Prénom;Ville;N° d’adhérent\nNeuf;Jean;Tours;B1\nNeuf;Jean;Tours;B1\nAutre;Eva;Metz;B2\n',
  )
  expect(lines.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged', 'created'])
  const decide = (line: number, choice: 'other' | 'leave' | 'proposed') =>
    exchange().decide({ preview: preview.preview, line, choice })
  expect(await decide(3, 'leave')).toMatchObject({ counts: { created: 2, unchanged: 0 } })
  expect(await decide(3, 'proposed')).toMatchObject({ counts: { created: 2, unchanged: 1 } })
  expect(await decide(2, 'leave')).toMatchObject({ counts: { created: 1, unchanged: 0 } })
  const left = await exchange().previewLines({ preview: preview.preview })
  expect(left.lines.map(({ choice }) => choice)).toEqual(['leave', 'leave', undefined])
  await expect(decide(3, 'proposed')).rejects.toMatchObject({ data: { code: 'invalidInput' } })
  expect(await decide(2, 'proposed')).toMatchObject({ counts: { created: 2, unchanged: 1 } })
  await decide(2, 'leave')
  const { counts } = await finish(await exchange().import({ preview: preview.preview }))
  expect(counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 0 })
  expect(await people()).toContain('Autre Metz')
  expect(await people()).not.toContain('Neuf Tours')
})
