/** What a list does to records that exist is chosen by field and by line: in place of what stands there, beside it, not at all. */
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
  place = mkdtempSync(join(tmpdir(), 'amicale-ways-'))
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

const heading = 'N° de membre;Nom;Prénom;Profession;Téléphone;Voie;Code postal;Ville;Truc'
const before = `${heading}\nA1;Martin;Zoë;;01 45 67 89 10;1 rue A;;Pau;\nA2;Durand;Paul;notaire;;2 rue B;64000;Pau;oui\n`
const after = `${heading}\nA1;Martin;Zoë;juge;01 45 67 89 11;9 rue Z;69001;Lyon;x\nA2;Durand;Paul;juge;06 12 34 56 78;2 rue B;64000;Pau;oui\n`

test('fields are counted, and weighed again at once', async () => {
  await imported(office.client, before)
  const { preview, lines } = await previewed(office.client, after)
  expect(preview.fields.map(({ field, replaced, filled }) => [field, replaced, filled])).toEqual([
    ['profession', 1, 1],
    ['phone', 1, 1],
    ['street', 1, 0],
    // The postcode is empty, but of a street that the line contradicts: filling it would mix two places.
    ['postcode', 1, 0],
    ['city', 1, 0],
    ['Truc', 0, 1],
  ])
  expect(preview.fields[0]?.samples[0]).toEqual({ name: 'Martin Zoë', old: '', new: 'juge' })
  expect(lines[0]?.matched).toMatchObject({ because: 'memberNumber' })
  const weigh = (way: 'update' | 'fill' | 'skip', fields: { field: string; way: 'update' | 'fill' | 'skip' }[] = []) =>
    office.client.exchange.weigh({ preview: preview.preview, way, fields })
  expect((await weigh('skip')).counts).toMatchObject({ changed: 0, unchanged: 2 })
  expect((await weigh('skip', [{ field: 'Truc', way: 'fill' }])).counts).toMatchObject({ changed: 1, unchanged: 1 })
  const shown = async (view: object) => office.client.exchange.previewLines({ preview: preview.preview, ...view })
  expect((await shown({ outcome: 'changed' })).lines.map(({ name }) => name)).toEqual(['Martin Zoë'])
  expect((await shown({ field: 'profession', search: 'dur' })).lines.map(({ name }) => name)).toEqual(['Durand Paul'])
  expect((await shown({ search: 'paul durand' })).total).toBe(1)
  expect((await shown({ search: 'nobody' })).total).toBe(0)
  expect((await weigh('fill')).counts).toMatchObject({ changed: 2 })
  const { lines: filled } = await shown({})
  expect(filled[0]?.changes.filter(({ left }) => left !== true).map(({ field }) => field)).toEqual([
    'profession',
    'Truc',
  ])
})

test('filling in replaces nothing, is remembered for the same headers, and is undone whole', async () => {
  await imported(office.client, before)
  const seen = await previewed(office.client, after)
  await office.client.exchange.weigh({
    preview: seen.preview.preview,
    way: 'fill',
    fields: [{ field: 'Truc', way: 'skip' }],
  })
  const { act, counts } = await brought(office.client, seen)
  expect(counts).toMatchObject({ changed: 2 })
  const [durand, martin] = await everybody(office.client)
  expect(martin).toMatchObject({ profession: 'juge', extras: [] })
  expect(martin?.phones.map(({ number }) => number)).toEqual(['+33145678910'])
  expect(martin?.addresses[0]).toMatchObject({ street: '1 rue A', postcode: '', city: 'Pau' })
  expect(durand).toMatchObject({ profession: 'notaire' })
  expect(durand?.phones.map(({ number }) => number)).toEqual(['+33612345678'])
  const next = await previewed(office.client, after)
  expect(next.look.remembered).toEqual({
    couples: true,
    photos: true,
    way: 'fill',
    fields: [{ field: 'Truc', way: 'skip' }],
  })
  expect(next.preview.counts).toMatchObject({ changed: 0, unchanged: 2 })
  await office.client.history.undo({ act })
  expect((await everybody(office.client))[1]).toMatchObject({ profession: '', addresses: [{ city: 'Pau' }] })
  expect((await previewed(office.client, after)).look.remembered).toBeUndefined()
})

test('a line has its own way, whatever the columns do', async () => {
  await imported(office.client, before)
  const seen = await previewed(office.client, after, { way: 'skip' })
  const decide = (line: number, choice: 'update' | 'fill' | 'proposed') =>
    office.client.exchange.decide({ preview: seen.preview.preview, line, choice })
  expect(seen.preview.counts).toMatchObject({ changed: 0, unchanged: 2 })
  expect((await decide(2, 'update')).counts).toMatchObject({ changed: 1, unchanged: 1 })
  expect((await decide(3, 'fill')).counts).toMatchObject({ changed: 2 })
  expect((await decide(3, 'proposed')).counts).toMatchObject({ changed: 1 })
  await decide(3, 'fill')
  await brought(office.client, seen)
  const [durand, martin] = await everybody(office.client)
  expect(martin).toMatchObject({ profession: 'juge', addresses: [{ street: '9 rue Z', postcode: '69001' }] })
  expect(durand).toMatchObject({ profession: 'notaire', phones: [{ number: '+33612345678' }] })
})

test('what else than the name tells the record is said, and homonyms are shown to choose from', async () => {
  await imported(
    office.client,
    'Nom;Prénom;Naissance;Téléphone;Voie;Ville\nPetit;Luc;1950-02-03;;;Nice\nPetit;Luc;1980-02-03;;;Brest\nRoy;Eva;;01 45 67 89 10;;Pau\nBoy;Tom;;;4 rue D;Pau\n',
  )
  const list =
    'Nom;Prénom;Naissance;Téléphone;Voie;Ville\nPetit;Luc;1980-02-03;;;Caen\nPetit;Luc;1990-02-03;;;Metz\nRoy;Eva;;01 45 67 89 10;;Lyon\nBoy;Tom;;06 12 34 56 78;4 rue D;Pau\nPetit;Luc;;;;Dax\n'
  const seen = await previewed(office.client, list)
  expect(seen.lines.map(({ outcome, matched }) => [outcome, matched?.because])).toEqual([
    ['changed', 'nameAndBirth'],
    ['created', undefined],
    ['changed', 'nameAndPhone'],
    ['changed', 'nameAndAddress'],
    ['changed', 'name'],
  ])
  expect(seen.lines[1]?.problems.map(({ code, text }) => [code, text])).toContainEqual(['otherBirth', '1950-02-03'])
  expect(seen.lines[1]?.candidates).toMatchObject([{ because: 'name', about: ['Nice'] }])
})

test('another record may be chosen for a line, one that no other line is about', async () => {
  await imported(office.client, 'Nom;Prénom;Ville;N° de membre\nPetit;Luc;Nice;\nPetit;Lucie;Brest;\nRoy;Eva;Pau;R1\n')
  const seen = await previewed(office.client, 'Nom;Prénom;Ville\nPetit;Luc;Metz\nRoy;Eva;Lyon\n')
  const [luc, lucie, roy] = (await everybody(office.client)).map(({ id }) => id)
  const decide = (line: number, choice: 'record' | 'proposed' | 'leave', record?: number | undefined) =>
    office.client.exchange.decide({
      preview: seen.preview.preview,
      line,
      choice,
      ...(record === undefined ? {} : { record }),
    })
  for (const [record, reason] of [
    [roy, 'recordOfLine'],
    [99, 'noSuchRecord'],
    [undefined, 'noSuchRecord'],
  ] as const)
    await expect(decide(2, 'record', record)).rejects.toMatchObject({
      data: { code: 'invalidInput', values: { reason } },
    })
  await decide(3, 'leave')
  await decide(2, 'record', roy)
  await expect(decide(3, 'proposed')).rejects.toMatchObject({ data: { values: { reason: 'recordOfLine' } } })
  await decide(2, 'record', lucie)
  const { lines } = await office.client.exchange.previewLines({ preview: seen.preview.preview })
  expect(lines[0]).toMatchObject({ choice: 'record', matched: { id: lucie, because: 'chosen' }, outcome: 'changed' })
  await brought(office.client, seen)
  const sheets = await everybody(office.client)
  expect(sheets.map(({ id, addresses }) => [id, addresses[0]?.city])).toEqual([
    [luc, 'Nice'],
    [lucie, 'Metz'],
    [roy, 'Pau'],
  ])
})

test('columns that are shifted are stopped, and the field is named', async () => {
  const rows = (city: (at: number) => string, email: (at: number) => string) =>
    `N° de membre;Nom;Ville;Courriel\n${Array.from({ length: 60 }, (_, at) => `N${at};Nom${at};${city(at)};${email(at)}`).join('\n')}\n`
  await imported(
    office.client,
    rows(
      () => 'Pau',
      (at) => `${at}@a.example`,
    ),
  )
  const some = rows(
    () => 'Pau',
    (at) => `${at + 1}@a.example`,
  )
    .split('\n')
    .slice(0, 26)
    .join('\n')
  const seen = await previewed(office.client, some)
  await expect(brought(office.client, seen)).rejects.toMatchObject({
    data: { code: 'importTooSweeping', values: { changed: 25, total: 60, field: 'email', count: 25 } },
  })
  await office.client.exchange.weigh({
    preview: seen.preview.preview,
    way: 'update',
    fields: [{ field: 'email', way: 'skip' }],
  })
  expect(await brought(office.client, seen)).toMatchObject({ act: 0, counts: { unchanged: 25 } })
})
