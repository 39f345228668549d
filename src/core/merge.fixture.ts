/** A real office for each test of merging, with a feature of later, and short words to ask it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import { newOffice, type Office } from './office.ts'
import type { Migration } from './register/migrations/migration.ts'
import { migrations } from './register/migrations/migrations.ts'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))
/** A feature that does not exist yet: it, too, hangs on people. */
const later: Migration = {
  number: migrations.length + 1,
  name: 'a later feature',
  up: ({ exec }) =>
    exec(`
      CREATE TABLE pigeon (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        keeper_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
        ring TEXT NOT NULL
      ) STRICT;
      CREATE TABLE pigeon_prize (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL UNIQUE REFERENCES contact (id) ON DELETE RESTRICT,
        prize TEXT NOT NULL
      ) STRICT;
    `),
}

let place = ''
export let office: Office
export let client: Office['client']
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-merge-'))
  office = newOffice(
    join(place, 'a.amicale'),
    { name: 'Amis' },
    { door: 'test', by: 'tester', today: () => '2026-11-22', resources, migrations: [...migrations, later] },
  )
  client = office.client
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

export type Given = Parameters<Office['client']['people']['create']>[0]['contact']
export type PersonGiven = Partial<Extract<Given, { kind: 'person' }>>
export const person = async (given: PersonGiven): Promise<number> =>
  (await client.people.create({ contact: { kind: 'person', lastName: 'Dupont', ...given } })).id
export const edited = async (id: number, changes: PersonGiven): Promise<void> => {
  const { id: _, revision, sortKey, displayName, trashed, mergedInto, ...contact } = await client.people.read({ id })
  void [sortKey, displayName, trashed, mergedInto]
  const known = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined))
  await client.people.update({ id, revision, contact: { ...known, ...changes } as Given })
}
export const lastAct = async (): Promise<number> => (await client.history.list({ limit: 1 })).acts[0]?.id ?? 0
export const refused = async (asked: Promise<unknown>): Promise<unknown> => {
  try {
    return { answered: await asked }
  } catch (error) {
    return (error as { data?: unknown }).data ?? String(error)
  }
}
export const all = (sql: string, ...values: unknown[]): unknown[] => office.register.prepare(sql).all(...values)
export const writes = (sql: string, ...values: unknown[]): void =>
  office.register.order('test', '', () => void office.register.prepare(sql).run(...values))
/** Every table and row but the journal and what counts writings: two equal photographs are one register. */
export const photograph = (): string =>
  JSON.stringify(
    office.register
      .tables()
      .filter((table) => !table.startsWith('journal_') && table !== 'search_hold')
      .map((table) => [
        table,
        (all(`SELECT * FROM ${table} ORDER BY id`) as Record<string, unknown>[]).map(({ revision, ...row }) => {
          void revision
          return row
        }),
      ]),
  )

export const marie: PersonGiven = {
  civility: 'Mme',
  firstName: 'Marie',
  profession: 'Médecin',
  emails: [{ address: 'marie@exemple.org' }],
  phones: [{ number: '06 12 34 56 78' }],
  addresses: [{ street: '12 rue de la Gare', postcode: '53000', city: 'Laval' }],
  groups: [{ name: 'Maison du Lys' }],
  tags: ['fidèle'],
  notes: 'Première',
}
export const twin: PersonGiven = {
  firstName: 'Marie',
  lastName: 'DUPOND',
  birthName: 'Martin',
  profession: 'Pharmacienne',
  memberNumber: '42',
  born: '1962-05-31',
  emails: [{ address: 'MARIE@exemple.org' }, { address: 'm.dupont@exemple.net' }],
  phones: [{ number: '+33612345678' }, { number: '01 43 29 12 34' }],
  addresses: [
    { street: '12, r. de la Gare', postcode: '53000', city: 'Laval', country: 'FR' },
    { street: '3 quai Sud', postcode: '53000', city: 'Laval' },
  ],
  groups: [{ name: 'maison du lys' }, { kind: 'committee', name: 'Bulletin' }],
  tags: ['Fidèle', 'chorale'],
  extras: [{ name: 'Chambre', value: '214' }],
  notes: 'Seconde',
}
