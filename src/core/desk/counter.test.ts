/** The counter: the desk answers always, the rest through the association that is open. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { safeFields } from '../people/consents/consents.rules.ts'
import { type Counter, type CounterOptions, openCounter } from './counter.ts'
import { associationFolderName } from './folder-name.ts'
import { version } from './version.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let place = ''
let counter: Counter

const options = (more: Partial<CounterOptions> = {}): CounterOptions => ({
  door: 'test',
  by: 'tester',
  today: () => '2026-03-01',
  resources: join(root, 'resources'),
  home: join(place, 'home'),
  stateFolder: join(place, 'state'),
  ...more,
})
const refused = (code: string) => ({ code: 'REFUSED', data: { code } })

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-counter-'))
  counter = openCounter(options())
})
afterEach(async () => {
  await counter.close()
  rmSync(place, { recursive: true, force: true })
})

test('the version is that of the package', () => {
  expect(version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
})

test('with nothing open, the desk answers and the rest is refused', async () => {
  expect(await counter.client.desk.state()).toEqual({ door: 'test', version, today: '2026-03-01', dialogs: false })
  expect(await counter.client.desk.folders()).toEqual({ folders: [], home: join(place, 'home') })
  expect(await counter.client.desk.heartbeat()).toEqual({ alive: true })
  await expect(counter.client.people.list({})).rejects.toMatchObject(refused('folderNotOpen'))
  await expect(counter.client.exchange.invent({ people: 1 })).rejects.toMatchObject(refused('folderNotOpen'))
})

test('preferences outlive the counter, change one at a time, and no odd file or place stops anything', async () => {
  const { desk } = counter.client
  expect(await desk.preferences()).toEqual({})
  await desk.keepPreferences({ language: 'en' })
  expect(await desk.keepPreferences({ colours: 'dark' })).toEqual({ language: 'en', colours: 'dark' })
  const file = join(place, 'state', 'preferences.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await openCounter(options()).client.desk.preferences()).toEqual({ language: 'en', colours: 'dark' })
  await expect(desk.keepPreferences({ density: 'x'.repeat(1000) } as never)).rejects.toMatchObject(
    refused('invalidInput'),
  )
  for (const odd of ['', '[]', '{"language":"la"}', '{"other":1}', '{']) {
    writeFileSync(file, odd)
    expect(await desk.preferences()).toEqual({})
  }
  writeFileSync(join(place, 'taken'), '')
  const nowhere = openCounter(options({ stateFolder: join(place, 'taken', 'state') }))
  expect(await nowhere.client.desk.keepPreferences({ language: 'en' })).toEqual({ language: 'en' })
  expect(await nowhere.client.desk.preferences()).toEqual({ language: 'en' })
  expect(await nowhere.client.desk.keepPreferences({ colours: 'dark' })).toEqual({ language: 'en', colours: 'dark' })
})

test('a link to the association that is open is that association; a home that cannot be made is refused', async () => {
  const { open } = await counter.client.desk.create({ name: 'Amis' })
  symlinkSync(open?.folder ?? '', join(place, 'link'))
  expect((await counter.open(join(place, 'link'))).open).toEqual(open)
  writeFileSync(join(place, 'taken'), '')
  const nowhere = openCounter(options({ home: join(place, 'taken', 'home') }))
  await expect(nowhere.client.desk.create({ name: 'Amis' })).rejects.toMatchObject(refused('folderNotMade'))
})

test('makes an association in the usual place, closes it, and opens it again by its key', async () => {
  const made = await counter.client.desk.create({ name: 'L’Amicale : anciens / 2026' })
  expect(made.open).toEqual({
    name: 'L’Amicale : anciens / 2026',
    folder: join(place, 'home', 'L’Amicale anciens 2026.amicale'),
  })
  await counter.client.people.create({ contact: { kind: 'person', lastName: 'Durand' } })
  await expect(counter.client.desk.create({ name: 'L’Amicale : anciens / 2026' })).rejects.toMatchObject(
    refused('folderExists'),
  )
  expect((await counter.client.desk.close()).open).toBeUndefined()
  await expect(counter.client.people.list({})).rejects.toMatchObject(refused('folderNotOpen'))

  const { folders } = await counter.client.desk.folders()
  expect(folders.map(({ name }) => name)).toEqual(['L’Amicale anciens 2026'])
  await counter.client.desk.open({ key: folders[0]?.key ?? '' })
  expect((await counter.client.people.list({})).total).toBe(1)
})

test('an unknown key opens nothing, and what was open stays', async () => {
  await counter.client.desk.create({ name: 'Amis' })
  await expect(counter.client.desk.open({ key: '0123456789abcdef' })).rejects.toMatchObject(refused('folderMissing'))
  await expect(counter.client.desk.open({ key: '../../etc/passwd' })).rejects.toMatchObject(refused('invalidInput'))
  expect((await counter.client.desk.state()).open?.name).toBe('Amis')
})

test('a refused opening leaves the association that was open', async () => {
  await counter.client.desk.create({ name: 'Amis' })
  await expect(counter.open(join(place, 'nowhere'))).rejects.toMatchObject({ code: 'folderMissing' })
  expect((await counter.client.association.read()).name).toBe('Amis')
})

test('moving to another association gives the first back', async () => {
  const first = await counter.client.desk.create({ name: 'Une' })
  await counter.client.desk.create({ name: 'Deux' })
  const other = openCounter(options({ stateFolder: join(place, 'other') }))
  expect((await other.open(first.open?.folder ?? '')).open?.name).toBe('Une')
  await expect(counter.open(first.open?.folder ?? '')).rejects.toMatchObject({ code: 'folderInUse' })
  await other.close()
})

test('folders opened elsewhere are remembered, privately; those that are gone are not shown', async () => {
  const elsewhere = join(place, 'stick', 'Club.amicale')
  await counter.make(elsewhere, { name: 'Club' })
  await counter.close()
  const later = openCounter(options())
  expect((await later.client.desk.folders()).folders).toMatchObject([{ name: 'Club', folder: elsewhere }])
  expect(statSync(join(place, 'state', 'known.json')).mode & 0o777).toBe(0o600)
  rmSync(elsewhere, { recursive: true })
  expect((await later.client.desk.folders()).folders).toEqual([])
  writeFileSync(join(place, 'state', 'known.json'), '{ not JSON')
  expect((await later.client.desk.folders()).folders).toEqual([])
})

test('the folder the secretary chooses is opened; giving up changes nothing', async () => {
  const chosen = join(place, 'stick', 'Club.amicale')
  const answers = [undefined, chosen]
  const electron = openCounter(options({ chooseFolder: async () => answers.shift() }))
  await electron.make(chosen, { name: 'Club' })
  await electron.close()
  expect(await electron.client.desk.choose()).toMatchObject({ dialogs: true })
  expect((await electron.client.desk.choose()).open?.name).toBe('Club')
  await electron.close()
})

test('makes an association filled with the sample', { timeout: 60_000 }, async (context) => {
  if (!existsSync(join(root, 'resources', 'samples'))) {
    console.warn('SKIPPED: resources/samples is absent')
    context.skip('resources/samples is absent')
  }
  await counter.client.desk.create({ name: 'Exemple', sample: true })
  expect((await counter.client.people.list({ deceased: true })).total).toBe(300)
  expect((await counter.client.history.list({})).acts.map(({ name }) => name).slice(0, 2)).toEqual([
    'consents.mode',
    'exchange.import',
  ])
  // Who is added to the invented ones has said nothing: name, groups and town, and nothing in public.
  const { id } = await counter.client.people.create({ contact: { kind: 'person', lastName: 'Nouvelle' } })
  const { media } = await counter.client.consents.of({ contact: id })
  const shown = (medium: keyof typeof media) =>
    media[medium].fields.filter(({ value }) => value).map(({ field }) => field)
  expect([shown('paper'), shown('pdf'), shown('web')]).toEqual([safeFields, safeFields, []])
})

test('the name of a folder keeps accents and drops what file systems refuse', () => {
  expect(associationFolderName('Été/../../etc: «x»?')).toBe('Été .. .. etc «x».amicale')
  expect(associationFolderName('CON')).toBe('Association CON.amicale')
  expect(associationFolderName('..')).toBe('Association.amicale')
  expect(associationFolderName('\u202egnp.exe\u0000')).toBe('gnp.exe.amicale')
  expect(associationFolderName('é'.repeat(300)).length).toBe(88)
})

test('folders of the usual place that are not ours are not shown', async () => {
  mkdirSync(join(place, 'home', 'Vide.amicale'), { recursive: true })
  mkdirSync(join(place, 'home', 'Photos'), { recursive: true })
  expect((await counter.client.desk.folders()).folders).toEqual([])
})
