/** What an import could not decide is kept in a list, in the same act, until somebody takes it out. */
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
  place = mkdtempSync(join(tmpdir(), 'amicale-to-check-'))
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

const list =
  'Nom;Prénom;Téléphone;Courriel\nMartin;Zoë;0612;zoe@exemple.fr\nDurand;Paul;01 45 67 89 10;paul@exemple.fr\nPetit;Luc;;luc@exemple\n'
const name = 'À vérifier après import'
const shelf = async () => {
  const { lists } = await office.client.lists.list({})
  const [found] = lists
  if (found === undefined) return undefined
  const { rows } = await office.client.people.list({ list: found.id, limit: 50 })
  return { lists: lists.length, name: found.name, kind: found.kind, people: rows.map(({ displayName }) => displayName) }
}

test('doubtful lines are kept in one list, import after import', async () => {
  const { act, toCheck } = await imported(office.client, list)
  expect(toCheck?.records).toBe(2)
  expect(await shelf()).toEqual({ lists: 1, name, kind: 'fixed', people: ['Martin Zoë', 'Petit Luc'] })
  // The list comes again with a namesake: what would be changed by the name alone is to check too.
  const again = await imported(office.client, 'Nom;Prénom;Profession\nDurand;Paul;juge\n')
  expect(again.toCheck).toEqual({ list: toCheck?.list, records: 1 })
  expect(await shelf()).toMatchObject({ lists: 1, people: ['Durand Paul', 'Martin Zoë', 'Petit Luc'] })
  // Undoing takes back what each put in, and the list with the first.
  await office.client.history.undo({ act: again.act })
  expect(await shelf()).toMatchObject({ people: ['Martin Zoë', 'Petit Luc'] })
  await office.client.history.undo({ act })
  expect(await shelf()).toBeUndefined()
  expect(await everybody(office.client)).toEqual([])
})

test('a line that somebody chose for, or that is certain, is not kept there', async () => {
  const seen = await previewed(office.client, 'Nom;Courriel\nMartin;zoe@exemple\nDurand;paul@exemple.fr\n')
  await office.client.exchange.decide({ preview: seen.preview.preview, line: 2, choice: 'leave' })
  expect(await brought(office.client, seen)).not.toHaveProperty('toCheck')
  expect(await shelf()).toBeUndefined()
})

test('a live list of that name keeps it: the records go to another', async () => {
  await office.client.lists.save({ name, kind: 'live', filter: { search: 'zzz' } })
  await imported(office.client, list)
  const { lists } = await office.client.lists.list({})
  expect(lists.map((one) => [one.name, one.kind, one.members])).toEqual([
    [name, 'live', 0],
    [`${name} (2)`, 'fixed', 2],
  ])
})
