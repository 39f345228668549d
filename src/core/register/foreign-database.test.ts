/** A whole base of Paheko, made with its own schema and invented members, brought in by the office; and bases made to harm. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-paheko-'))
  const options = { door: 'test', by: 'tests', today: () => '2026-11-22', resources } as const
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

/** The tables of Paheko 1.3 that speak of members, with two of them. */
const schema = `
  CREATE TABLE config_users_fields (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sort_order INTEGER NOT NULL,
    type TEXT NOT NULL, label TEXT NOT NULL, help TEXT NULL, required INTEGER NOT NULL DEFAULT 0, user_access_level INTEGER
    NOT NULL DEFAULT 0, management_access_level INTEGER NOT NULL DEFAULT 1, list_table INTEGER NOT NULL DEFAULT 0,
    options TEXT NULL, default_value TEXT NULL, sql TEXT NULL, system TEXT NULL);
  CREATE TABLE users_categories (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE users (id INTEGER NOT NULL PRIMARY KEY, id_category INTEGER NOT NULL REFERENCES users_categories (id),
    date_login TEXT NULL, date_updated TEXT NULL, id_parent INTEGER NULL, is_parent INTEGER NOT NULL DEFAULT 0,
    otp_secret TEXT NULL, pgp_key TEXT NULL, preferences TEXT NULL,
    numero TEXT, nom TEXT, password TEXT, email TEXT, adresse TEXT, code_postal TEXT, ville TEXT, telephone TEXT,
    lettre_infos INTEGER, date_naissance TEXT, date_inscription TEXT, talents INTEGER);
  CREATE VIEW users_view AS SELECT * FROM users;
  CREATE TABLE services (id INTEGER PRIMARY KEY NOT NULL, label TEXT NOT NULL, description TEXT NULL);
  CREATE TABLE services_fees (id INTEGER PRIMARY KEY NOT NULL, label TEXT NOT NULL, amount INTEGER NULL, id_service INTEGER);
  CREATE TABLE services_users (id INTEGER NOT NULL PRIMARY KEY, id_user INTEGER NOT NULL, id_service INTEGER NOT NULL,
    id_fee INTEGER NULL, paid INTEGER NOT NULL DEFAULT 0, expected_amount INTEGER NULL, date TEXT NOT NULL, expiry_date TEXT NULL);
  CREATE TRIGGER users_spy AFTER INSERT ON users BEGIN SELECT 1; END;
  INSERT INTO users_categories VALUES (1, 'Membres actifs', 0), (2, 'Anciens', 0);
  INSERT INTO services VALUES (1, 'Cotisation', NULL);
  INSERT INTO services_fees VALUES (1, 'Plein tarif', 2500, 1);
`
const fields: readonly (readonly [name: string, type: string, label: string, options?: string])[] = [
  ['numero', 'number', 'Numéro de membre'],
  ['nom', 'text', 'Nom & prénom'],
  ['password', 'password', 'Mot de passe'],
  ['email', 'email', 'Adresse E-Mail'],
  ['adresse', 'textarea', 'Adresse postale'],
  ['code_postal', 'text', 'Code postal'],
  ['ville', 'text', 'Ville'],
  ['telephone', 'tel', 'Joignable à'],
  ['lettre_infos', 'checkbox', 'Inscription à la lettre d’information'],
  ['date_naissance', 'date', 'Date de naissance complète'],
  ['date_inscription', 'date', 'Date d’inscription'],
  ['talents', 'multiple', 'Talents', '["Chant","Cuisine","Couture"]'],
]

function base(more = ''): string {
  const path = join(place, 'association.sqlite')
  rmSync(path, { force: true })
  const database = new Sqlite(path)
  database.exec(schema)
  const field = database.prepare(
    'INSERT INTO config_users_fields (name, sort_order, type, label, options) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [at, [name, type, label, options]] of fields.entries()) field.run(name, at, type, label, options ?? null)
  const user = database.prepare(
    `INSERT INTO users (id, id_category, id_parent, is_parent, numero, nom, password, email, adresse, code_postal, ville, telephone,
     lettre_infos, date_naissance, date_inscription, talents) VALUES (?, ?, ?, ?, ?, ?, 'secret', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  user.run(
    1,
    1,
    null,
    1,
    '4',
    'Vasseur Odile',
    'odile@exemple.fr',
    '3 rue des Tanneurs',
    '01000',
    'Bourg',
    '0474112233',
    1,
    '1961-03-02',
    '2019-09-14',
    5,
  )
  user.run(2, 2, 1, 0, '5', 'Vasseur Zoé', null, null, null, null, null, 0, '2012-00-00', '2020-01-10', 0)
  database.exec(`
    INSERT INTO services_users VALUES (1, 1, 1, 1, 1, 2500, '2025-01-10', '2025-12-31');
    INSERT INTO services_users VALUES (2, 1, 1, 1, 0, 2505, '2026-01-12', '2026-12-31');`)
  if (more !== '') database.exec(more)
  database.close()
  return path
}

async function staged(path: string, spoil: (bytes: Buffer) => void = () => {}) {
  const bytes = readFileSync(path)
  spoil(bytes)
  const { exchange } = office.client
  return (await exchange.stage({ name: 'association.sqlite', chunk: bytes.toString('base64') })).staging
}

test('members, their category, their family and their subscriptions', async () => {
  const { exchange, people } = office.client
  const staging = await staged(base())
  const look = await finish(await exchange.look({ staging }))
  expect(look).toMatchObject({ format: 'sqlite', program: 'paheko', rows: 2, reading: { headerRow: 1 } })
  expect(look.columns.map(({ header }) => header)).not.toContain('Mot de passe')
  expect(look.columns.slice(0, 6).map(({ target }) => target)).toEqual([
    'memberNumber',
    'fullName',
    'email',
    'street',
    'postcode',
    'city',
  ])
  // The label of the association's own is known by the key of the field.
  expect(look.columns.find(({ header }) => header === 'telephone')?.target).toBe('phone')
  const mapping = look.columns.map(({ target }) => target)
  const { preview, counts } = await finish(await exchange.preview({ staging, mapping }))
  expect(counts).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 0 })
  await finish(await exchange.import({ preview }))
  const { rows } = await people.list({})
  const [odile, zoe] = await Promise.all(rows.map(({ id }) => people.read({ id })))
  expect(odile).toMatchObject({
    memberNumber: '4',
    firstName: 'Odile',
    lastName: 'Vasseur',
    born: '1961-03-02',
    joined: '2019',
    category: 'Membres actifs',
    emails: [{ address: 'odile@exemple.fr' }],
    phones: [{ number: '+33474112233' }],
    addresses: [{ street: '3 rue des Tanneurs', postcode: '01000', city: 'Bourg' }],
  })
  const own = (contact: typeof odile) => contact?.extras.map(({ name, value }) => `${name}: ${value}`)
  expect(own(odile)).toEqual([
    'Date d’inscription: 2019-09-14',
    'Inscription à la lettre d’information: Oui',
    'Talents: Chant; Couture',
    'Activité: Cotisation',
    'Tarif: Plein tarif',
    'Début de l’activité: 2025-01-10',
    'Date d’expiration: 2025-12-31',
    'Montant à régler: 25,00',
    'Payé ?: Oui',
    'Activité (2): Cotisation',
    'Tarif (2): Plein tarif',
    'Début de l’activité (2): 2026-01-12',
    'Date d’expiration (2): 2026-12-31',
    'Montant à régler (2): 25,05',
    'Payé ? (2): Non',
  ])
  expect(own(zoe)).toContain('Rattaché à: Vasseur Odile')
  expect(JSON.stringify([odile, zoe])).not.toContain('secret')
  // The same base again changes nothing.
  const again = await staged(base())
  const twice = await finish(await exchange.preview({ staging: again, mapping }))
  expect(twice.counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 })
})

test('a base whose log was left behind is read, and it is said', async () => {
  const path = base()
  const database = new Sqlite(path)
  database.pragma('journal_mode = WAL')
  database.close()
  const look = await finish(await office.client.exchange.look({ staging: await staged(path) }))
  expect(look.rows).toBe(2)
  expect(look.warnings).toContainEqual(expect.objectContaining({ code: 'logMissing', text: 'association.sqlite-wal' }))
})

test('what is no base of Paheko, is broken or is made to harm is refused', async () => {
  const refused = async (staging: string) =>
    office.client.exchange
      .look({ staging })
      .then(finish)
      .then(
        () => undefined,
        ({ data }: { data: { code: string } }) => data.code,
      )
  const other = join(place, 'other.sqlite')
  const database = new Sqlite(other)
  database.exec('CREATE TABLE songs (title TEXT)')
  database.close()
  expect(await refused(await staged(other))).toBe('fileUnknownFormat')
  // A view in the place of the members would execute what its maker wrote.
  expect(
    await refused(await staged(base('ALTER TABLE users RENAME TO hidden; CREATE VIEW users AS SELECT * FROM hidden'))),
  ).toBe('fileDangerous')
  expect(
    await refused(
      await staged(base('ALTER TABLE services RENAME TO s; CREATE VIRTUAL TABLE services USING fts5(id, label)')),
    ),
  ).toBe('fileDangerous')
  const path = base()
  expect(await refused(await staged(path, (bytes) => void bytes.fill(0xff, 4096)))).toBe('fileMalformed')
  expect(await refused(await staged(path, (bytes) => void bytes.fill(0, 100, 900)))).toMatch(/^file/)
  writeFileSync(other, 'SQLite format 3\0and so on')
  expect(await refused(await staged(other))).toMatch(/^file/)
})

test('a computed column of the file is never computed', async () => {
  const more = `ALTER TABLE users ADD COLUMN age_annee TEXT GENERATED ALWAYS AS (numero || nom) VIRTUAL;
    INSERT INTO config_users_fields (name, sort_order, type, label) VALUES ('age_annee', 90, 'text', 'Âge')`
  const look = await finish(await office.client.exchange.look({ staging: await staged(base(more)) }))
  expect(look.columns.map(({ header }) => header)).not.toContain('Âge')
})

test('a check of the file is never worked out', async () => {
  const path = base()
  const database = new Sqlite(path)
  database.unsafeMode()
  database.pragma('writable_schema = ON')
  // It holds for none of the rows, which are read all the same.
  database.exec("UPDATE sqlite_schema SET sql = replace(sql, 'nom TEXT', 'nom TEXT CHECK (length(nom) > 1000)')")
  database.close()
  expect((await finish(await office.client.exchange.look({ staging: await staged(path) }))).rows).toBe(2)
})
