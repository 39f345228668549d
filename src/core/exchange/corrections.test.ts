/** A list that comes again does not undo what was corrected by hand since: it says so, and by whom, and may be believed line by line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newOffice, type Office } from '../office.ts'
import type { ContactInput } from '../people/people.requests.ts'
import { brought, everybody, imported, previewed } from './import.fixture.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-corrections-'))
  office = newOffice(
    join(place, 'Amis.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'Zoé', today: () => '2026-11-22', resources },
  )
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

const list =
  'N° de membre;Nom;Prénom;Profession;Téléphone;E-mail;Voie;Code postal;Ville;Notes;Truc\n' +
  'A1;Martin;Zoë;juge;01 45 67 89 10;zoe@example.org;1 rue A;64000;Pau;Fidèle;x\n' +
  'A2;Durand;Paul;notaire;01 45 67 89 11;paul@example.org;2 rue B;64000;Pau;;y\n'

type Kept = Awaited<ReturnType<typeof everybody>>[number]
const zoe = async (): Promise<Kept> =>
  (await everybody(office.client)).find(({ memberNumber }) => memberNumber === 'A1') as Kept
async function correct(change: (contact: ContactInput) => ContactInput): Promise<Kept> {
  const { id } = await zoe()
  const { revision, sortKey, displayName, trashed, id: _, ...contact } = await office.client.people.read({ id })
  await office.client.people.update({ id, revision, contact: change(contact as ContactInput) })
  return zoe()
}
const corrected = (contact: ContactInput): ContactInput => ({
  ...contact,
  profession: 'avocate',
  phones: contact.phones.map((phone) => ({ ...phone, number: '+33612345678' })),
  emails: [],
  addresses: contact.addresses.map((address) => ({ ...address, city: 'Lescar' })),
  notes: '',
  extras: contact.extras.map((extra) => ({ ...extra, value: 'z' })),
})

test('the same list leaves what was corrected, and says what it still says and who corrected it', async () => {
  await imported(office.client, list)
  const kept = await correct(corrected)
  const seen = await previewed(office.client, list)
  expect(seen.preview).toMatchObject({ counts: { changed: 0, unchanged: 2 }, corrected: 1, fields: [] })
  const [line] = seen.lines
  expect(line?.changes.map(({ field, old, new: said, left }) => [field, old, said, left])).toEqual([
    ['profession', 'avocate', 'juge', true],
    ['notes', '', 'Fidèle', true],
    ['email', '', 'zoe@example.org', true],
    ['phone', '+33612345678', '+33145678910', true],
    ['city', 'Lescar', 'Pau', true],
    ['Truc', 'z', 'x', true],
  ])
  expect(line?.changes.map(({ corrected }) => corrected?.by)).toEqual(Array.from({ length: 6 }, () => 'Zoé'))
  const view = { preview: seen.preview.preview, outcome: 'corrected' } as const
  expect((await office.client.exchange.previewLines(view)).lines.map(({ line }) => line)).toEqual([2])
  expect((await brought(office.client, seen)).act).toBe(0)
  expect(await zoe()).toEqual(kept)
})

test('what is new in the list comes in beside the corrections', async () => {
  await imported(office.client, list)
  await correct((contact) => ({ ...contact, profession: 'avocate' }))
  await imported(office.client, list.replace(';zoe@example.org', ';zoe.martin@example.org'))
  const { profession, emails } = (await zoe()) as Kept & { profession: string }
  expect([profession, emails[0]?.address]).toEqual(['avocate', 'zoe.martin@example.org'])
})

test('the list is believed for a line when somebody says so', async () => {
  await imported(office.client, list)
  const before = await zoe()
  await correct(corrected)
  const seen = await previewed(office.client, list)
  const choice = { preview: seen.preview.preview, line: 2, choice: 'update' } as const
  expect(await office.client.exchange.decide(choice)).toMatchObject({ counts: { changed: 1 }, corrected: 0 })
  await brought(office.client, seen, true)
  const { emails, phones, addresses, extras } = await zoe()
  const { emails: e, phones: p, addresses: a, extras: x } = before
  expect({ emails, phones, addresses, extras }).toEqual({ emails: e, phones: p, addresses: a, extras: x })
})

test('an import that was undone is no correction, nor is what another list wrote over', async () => {
  await imported(office.client, list)
  await imported(office.client, list.replace(';juge;', ';greffière;'))
  expect((await previewed(office.client, list)).preview).toMatchObject({ counts: { changed: 1 }, corrected: 0 })
  const { acts } = await office.client.history.list({})
  await office.client.history.undo({ act: acts[0]?.id as number })
  await office.client.history.undo({ act: acts[1]?.id as number })
  expect((await previewed(office.client, list)).preview).toMatchObject({ counts: { created: 2 }, corrected: 0 })
})

test('whatever was corrected, the same list changes nothing', async () => {
  await imported(office.client, list)
  const words = fc.constantFrom('', 'autre', 'Élan', 'Pau 2', '9')
  await fc.assert(
    fc.asyncProperty(words, words, words, words, fc.boolean(), async (profession, city, street, value, bare) => {
      const kept = await correct((contact) => ({
        ...contact,
        profession,
        addresses: contact.addresses.map((address) => ({ ...address, city, street })),
        extras: value === '' ? [] : contact.extras.map((extra) => ({ ...extra, value })),
        ...(bare ? { phones: [], emails: [] } : {}),
      }))
      await imported(office.client, list)
      expect(await zoe()).toEqual(kept)
    }),
    { numRuns: 25, seed: 4 },
  )
})
