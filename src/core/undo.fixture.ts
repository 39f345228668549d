/** A small office for every test of undoing: three people and an organisation, and every fact of its register. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { newOffice, type Office, type OfficeClient } from './office.ts'
import { whole } from './people/people.fixture.ts'

const resources = join(import.meta.dirname, '../../resources')
let place = ''
export let office: Office
export let client: OfficeClient
let count = 0

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-undo-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeEach(begin)
afterEach(() => office.close())

const options = { door: 'test', by: 'tester', today: () => '2026-03-01', resources } as const
/** Numbers of those every case finds: a person of whom much is known, two more, an organisation. */
export const [anne, paul, zoe] = [1, 2, 3] as const
export const paris = { street: '1 rue A', postcode: '75005', city: 'Paris', country: 'FR' }

/** A new office with the four; one that is open is closed by whoever begins another. */
export async function begin(): Promise<void> {
  office = newOffice(join(place, `${++count}.amicale`), { name: 'Amis' }, options)
  client = office.client
  await people()
}

async function people(): Promise<void> {
  const person = (more: object) =>
    client.people.create({ contact: { kind: 'person', lastName: 'Durand', ...more } as never })
  await person({ ...whole, status: 'member', lastName: 'Tour', stays: [{ house: 'Maison du Lac', since: '1985' }] })
  await person({ firstName: 'Paul', addresses: [paris], emails: [{ address: 'paul@exemple.org' }], tags: ['Ami'] })
  await person({ firstName: 'Zoé', mandates: [{ body: 'Conseil', function: 'membre', since: '2025' }] })
  await client.people.create({
    contact: { kind: 'organisation', name: 'Mairie', representatives: [{ person: paul }] } as never,
  })
}

export async function sheetOf(id: number): Promise<{ revision: number; contact: never }> {
  const { id: _id, revision, sortKey, displayName, trashed, ...contact } = await client.people.read({ id })
  void [sortKey, displayName, trashed]
  return { revision, contact: contact as never }
}
export const changed = async (id: number, more: object) => {
  const { revision, contact } = await sheetOf(id)
  await client.people.update({ id, revision, contact: { ...(contact as object), ...more } as never })
}

export const latest = async (): Promise<number> => (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0

/** Every fact of the register; revisions only count writings, and `search_hold` is the index's own. */
export function facts(): Readonly<Record<string, readonly unknown[]>> {
  const tables = office.register.tables().filter((table) => !table.startsWith('journal_') && table !== 'search_hold')
  return Object.fromEntries(
    tables.map((table) => {
      const rows = office.register.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Record<string, unknown>[]
      return [table, rows.map(({ revision: _revision, ...row }) => row)]
    }),
  )
}
