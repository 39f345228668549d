/** Two people named on one line are two records and a household, unless somebody chooses otherwise. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newOffice, type Office } from '../office.ts'
import { brought, everybody, imported, previewed } from './import.fixture.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-couples-'))
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

const list = [
  'Nom complet;Voie;Code postal;Ville;Courriel;Téléphone',
  'M. et Mme Jean DUPONT;1 rue A;64000;Pau;jean@a.example;06 12 34 56 78',
  'Pierre MARTIN et Claire DURAND;2 rue B;69001;Lyon;p@a.example, c@a.example;04 78 00 00 00',
  'M. et Mme Paul DUPONT;3 rue C;75001;Paris;;',
  'Anne PETIT;4 rue D;59000;Lille;;',
].join('\n')
const who = async () =>
  (await everybody(office.client)).map((one) =>
    one.kind === 'person' ? [one.civility, one.firstName, one.lastName, one.emails[0]?.address ?? ''].join(' ') : '',
  )
const homes = async () => (await office.client.households.list({})).rows.map(({ names }) => names.join(' + '))

test('become two records and a household at one address, and the same list again changes nothing', async () => {
  const seen = await previewed(office.client, list)
  expect(seen.preview).toMatchObject({ couples: 3, counts: { created: 7, changed: 0, refused: 0 } })
  expect(seen.lines.slice(0, 2).map(({ line, part, name, coupleWith }) => [line, part, name, coupleWith])).toEqual([
    [2, 1, 'DUPONT Jean', 'DUPONT'],
    [2, 2, 'DUPONT', 'DUPONT Jean'],
  ])
  const { act } = await brought(office.client, seen)
  expect(await who()).toEqual([
    'Mme  DUPONT ',
    'Mme  DUPONT ',
    'M. Jean DUPONT jean@a.example',
    'M. Paul DUPONT ',
    ' Claire DURAND c@a.example',
    ' Pierre MARTIN p@a.example',
    ' Anne PETIT ',
  ])
  expect(await homes()).toEqual(['DUPONT Jean + DUPONT', 'DUPONT Paul + DUPONT', 'MARTIN Pierre + DURAND Claire'])
  const [first] = await everybody(office.client)
  expect(first?.addresses).toMatchObject([{ street: '1 rue A', household: expect.any(Number) }])
  const again = await previewed(office.client, list)
  expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 7, refused: 0 })
  expect(again.lines.map(({ matched }) => matched?.because)).toEqual([
    'nameAndEmail',
    'household',
    'nameAndEmail',
    'household',
    'nameAndAddress',
    'household',
    'nameAndAddress',
  ])
  expect((await brought(office.client, again)).act).toBe(0)
  await office.client.history.undo({ act })
  expect(await who()).toEqual([])
  expect(await homes()).toEqual([])
})

test('an address that moves moves for both', async () => {
  await imported(office.client, list)
  await imported(office.client, list.replace('1 rue A;64000;Pau', '9 rue Z;13001;Marseille'))
  const cities = (await everybody(office.client)).slice(0, 3).map(({ addresses }) => addresses.map(({ city }) => city))
  expect(cities).toEqual([['Marseille'], ['Paris'], ['Marseille']])
})

test('are kept as one for a line, or for the file, which is remembered', async () => {
  const seen = await previewed(office.client, list)
  const decide = (line: number, choice: 'asOne' | 'proposed' | 'leave', part: 1 | 2 = 1) =>
    office.client.exchange.decide({ preview: seen.preview.preview, line, part, choice })
  expect((await decide(2, 'asOne')).counts).toMatchObject({ created: 6 })
  const { lines } = await office.client.exchange.previewLines({ preview: seen.preview.preview, outcome: 'couples' })
  expect(lines[0]).toMatchObject({ choice: 'asOne', name: 'M. et Mme Jean DUPONT' })
  expect((await decide(2, 'proposed', 2)).counts).toMatchObject({ created: 7 })
  await decide(2, 'asOne', 2)
  await decide(3, 'leave', 2)
  await expect(decide(5, 'asOne')).rejects.toMatchObject({ data: { values: { reason: 'noCouple' } } })
  await brought(office.client, seen)
  expect(await homes()).toEqual(['DUPONT Paul + DUPONT'])
  expect(await who()).toContain('  M. et Mme Jean DUPONT jean@a.example')
  // Whom somebody kept as one is one again.
  const again = await previewed(office.client, list)
  expect(again.lines[0]).toMatchObject({ line: 2, name: 'M. et Mme Jean DUPONT', outcome: 'unchanged' })
  const one = await previewed(office.client, list, { couples: false })
  expect(one.preview).toMatchObject({ couples: 0 })
  await imported(office.client, 'Nom complet;Surnom\nLuc et Eva ROY;x\n', { couples: false })
  const next = await previewed(office.client, 'Nom complet;Surnom\nLuc et Eva ROY;x\n')
  expect(next.look.remembered).toMatchObject({ couples: false })
  expect(next.preview.counts).toMatchObject({ unchanged: 1, created: 0 })
})

test('no couple kept as one takes the number of a record or of an earlier line', async () => {
  await imported(office.client, 'Numéro;Nom;Prénom\n7;MARTIN;Pierre\n')
  const numbered =
    'Numéro;Nom complet\n7;Pierre MARTIN et Claire DURAND\n9;Zoé FABRE\n9;Luc ROUX et Anne BLANC\n8;Ève et Max LOY\n'
  const { preview } = await previewed(office.client, numbered)
  const asOne = (line: number) => office.client.exchange.decide({ preview: preview.preview, line, choice: 'asOne' })
  for (const line of [2, 4])
    await expect(asOne(line)).rejects.toMatchObject({ data: { values: { reason: 'numberKnown' } } })
  expect((await asOne(5)).counts).toEqual({ ...preview.counts, created: preview.counts.created - 1 })
})

test('a spouse in columns of its own is somebody beside the member, with what is theirs', async () => {
  const spouses = [
    'Nom;Prénom;Ville;Courriel;Prénom du conjoint;Nom du conjoint;Courriel du conjoint',
    'DUPONT;Jean;Pau;jean@a.example;Marie;;marie@a.example',
    'MARTIN;Luc;Lyon;;Claire;DURAND;',
    'PETIT;Anne;Metz;;;;',
  ].join('\n')
  await imported(office.client, spouses)
  const [, marie, claire] = await everybody(office.client)
  expect(marie).toMatchObject({ firstName: 'Marie', lastName: 'DUPONT', status: 'contact' })
  expect(marie?.emails.map(({ address }) => address)).toEqual(['marie@a.example'])
  expect(claire).toMatchObject({ firstName: 'Claire', lastName: 'DURAND', addresses: [{ city: 'Lyon' }] })
  expect(await homes()).toEqual(['DUPONT Jean + DUPONT Marie', 'MARTIN Luc + DURAND Claire'])
  expect((await previewed(office.client, spouses)).preview.counts).toMatchObject({
    unchanged: 5,
    changed: 0,
    created: 0,
  })
  const answers = 'Nom;Prénom;Conjoint\nROY;Eva;oui\nBOY;Tom;Zoé\nLOY;Ann;Max KING\n'
  await imported(office.client, answers)
  expect(await homes()).toContain('BOY Tom + BOY Zoé')
  expect(await homes()).toContain('LOY Ann + KING Max')
  const roy = (await everybody(office.client)).find((one) => one.kind === 'person' && one.lastName === 'ROY')
  expect(roy?.extras).toMatchObject([{ name: 'Conjoint', value: 'oui' }])
})

test('known people who share no household yet are shown to, and it may be left', async () => {
  await imported(office.client, 'Nom;Prénom\nROY;Luc\nROY;Eva\n')
  const couple = 'Nom;Prénom;Ville\nROY;Luc et Eva;\n'
  const seen = await previewed(office.client, couple)
  expect(seen.lines.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged'])
  expect(seen.preview.fields).toMatchObject([{ field: 'household', filled: 1 }])
  const { counts } = await office.client.exchange.weigh({
    preview: seen.preview.preview,
    way: 'update',
    fields: [{ field: 'household', way: 'skip' }],
  })
  expect(counts).toMatchObject({ changed: 0, unchanged: 2 })
  await imported(office.client, couple)
  expect(await homes()).toEqual(['ROY Luc + ROY Eva'])
  expect((await previewed(office.client, couple)).preview.counts).toMatchObject({ unchanged: 2 })
})
