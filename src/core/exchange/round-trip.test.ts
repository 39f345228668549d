/** What goes out comes back in as it was: into the same register as nothing new, into an empty one as the same people. */
import { describe, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { everybody, exported, newAssociation, previewed } from '../round-trip.fixture.ts'

const person = (fields: Record<string, unknown>) => ({ kind: 'person' as const, lastName: 'Dupont', ...fields })

/** What invented people lack: formulas, guards, labels, several of everything, words a spreadsheet would mend. */
const awkward = [
  person({ lastName: '=cmd|x', firstName: "'=A1", profession: '@SUM(1+1)', memberNumber: '00042' }),
  person({
    lastName: 'Öst',
    phones: [
      { number: '01 23' },
      { label: 'mobile', number: '+33612345678' },
      { label: 'bureau', number: '+41223456789' },
    ],
    emails: [
      { label: 'travail', address: 'a@example.org' },
      { address: 'b@example.org' },
      { label: 'ancien', address: 'c@example.org' },
    ],
  }),
  person({
    lastName: 'Semi;colon "quoted"',
    notes: 'first line\nsecond; "line"\n\n=third',
    groups: [
      { name: 'Maison A' },
      { name: 'Maison B' },
      { kind: 'section', name: 'Chorale' },
      { kind: 'class', name: '1998' },
    ],
  }),
  person({
    particle: 'd’',
    lastName: 'Ormesson',
    birthName: 'de La Tour',
    studiedName: 'Le Roux',
    nobility: 'comte',
    honours: [
      { name: 'Légion d’honneur', grade: 'chevalier', year: '1998' },
      { name: 'Médaille d’or, argent et bronze', grade: '', year: '' },
      { name: 'Palmes académiques', grade: 'officier', year: '' },
    ],
    suffix: 'Jr',
    otherNames: 'Marie, Joseph',
    title: 'Dr',
    civility: 'M.',
    joined: '1987',
  }),
  person({
    lastName: '_x000A_',
    category: '+1',
    extras: [
      { name: 'Visite', value: '2025-03-09' },
      { name: 'Code', value: '007' },
    ],
  }),
  person({
    lastName: 'Vivant',
    pronoun: 'elle',
    born: '1962-05',
    birthPlace: 'Oslo',
    languages: ['no', 'fr'],
    aliases: [
      { name: 'Durand' },
      { kind: 'pen', name: 'Colette, la vraie', printed: false },
      { kind: 'maiden', name: 'Aubert (de Paris)' },
    ],
    tags: ['chorale', 'relais, presse'],
    left: '2020-06-30',
    confirmed: '2025-01-31',
    stays: [
      { house: 'Maison de Norvège', since: '1984-09', until: '1986-06-30', room: '214', programme: 'thèse de droit' },
      { house: 'Collège d’Espagne', since: '1990' },
    ],
    mandates: [
      { body: 'Bureau', function: 'trésorière', since: '2001', until: '2004-05-12', election: 'AG du 3 mai 2001' },
      { body: 'Conseil', since: '2001', declared: '2001-06-01', endDeclared: '2004-06-30' },
    ],
  }),
  person({ lastName: 'Mort', born: '1901-01-01', died: '1999-12-31', tags: ['un, deux'] }),
  { kind: 'organisation' as const, name: 'Fondation', tags: ['mécène'], languages: ['en'], left: '2019' },
  person({
    lastName: 'Loin',
    originalName: '東京 太郎',
    addresses: [
      {
        complement: 'Bâtiment B',
        street: '5 bis, rue Haute',
        locality: 'BP 12',
        postcode: '01000',
        city: 'Bourg-en-Bresse',
        region: 'Ain',
        country: 'CI',
      },
    ],
  }),
  person({
    lastName: 'Partout',
    sortOverride: 'ailleurs',
    phones: [
      { number: '+33145678910' },
      { label: 'mobile', number: '+33612345678;ext=12' },
      { number: '+4930123456' },
      { number: '+12125550123' },
      { number: '+262262123456' },
    ],
    addresses: [
      { label: 'hiver', street: '1 rue Basse', postcode: '75001', city: 'Paris', country: 'FR' },
      { label: 'été', street: '2 rue Haute', postcode: '13001', city: 'Marseille', country: 'FR' },
      { city: 'Berlin', country: 'DE', override: 'Erste Zeile\nZweite Zeile' },
    ],
  }),
  person({
    lastName: 'Dehors',
    phones: [{ number: '+33145678911' }, { number: '+4930123457' }],
    addresses: [{ city: 'Berlin', country: 'DE' }],
  }),
  { kind: 'organisation' as const, name: 'Société +Plus', status: 'friend' as const },
  ...(['resigned', 'struckOff', 'deceased', 'lost', 'contact'] as const).map((status) =>
    person({ lastName: `Statut ${status}`, status }),
  ),
]

describe.each([
  ['xlsx', 'fr'],
  ['csv', 'fr'],
  ['xlsx', 'en'],
  ['csv', 'en'],
] as const)('%s in %s', (format, language) => {
  test('there and back', async () => {
    const office = newAssociation(language)
    await finish(await office.client.exchange.invent({ people: 100, seed: 11 }))
    for (const contact of awkward) await office.client.people.create({ contact })
    const file = await exported(office, format)

    const same = await previewed(office, file)
    const known = same.look.columns.filter(
      ({ target, header }) => target === 'skip' || (target === 'extra' && !/^(Cotisation|Visite|Code)/.test(header)),
    )
    expect(known, 'columns not recognised').toEqual([])
    const changed = await office.client.exchange.previewLines({ preview: same.preview.preview, outcome: 'changed' })
    expect(
      changed.lines.map(({ name, changes }) => ({ name, changes })),
      'seen as changed',
    ).toEqual([])
    expect(same.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 100 + awkward.length, refused: 0 })

    const other = newAssociation(language)
    const fresh = await previewed(other, file, { duesAsFields: true })
    expect(fresh.preview.counts).toMatchObject({ created: 100 + awkward.length, refused: 0 })
    await finish(await other.client.exchange.import({ preview: fresh.preview.preview }))
    expect(await everybody(other)).toEqual(await everybody(office))
  })
})

test('telephones go out as they are dialled from anywhere, addresses one whole after the other', async () => {
  const office = newAssociation('fr')
  for (const contact of awkward) await office.client.people.create({ contact })
  const { pieces } = await exported(office, 'csv')
  const text = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).toString()
  expect(text).toContain(';+33 1 45 67 89 10;')
  expect(text).toContain('+33 6 12 34 56 78 poste 12;')
  expect(text).toContain(';+49 30 123456;')
  expect(text).toContain(';+33 1 45 67 89 11;')
  expect(text.split('\r\n')[0]).toMatch(
    /;Libellé de l’adresse;Complément;Voie;.*;Pays;Libellé de l’adresse 2;Voie 2;.*;Lignes telles qu’imprimées 3;Classer à;/,
  )
})

/** Somebody without an address, whose telephones nothing but the association's country reads when they are written nationally. */
const reachable = {
  kind: 'person' as const,
  lastName: 'Joignable',
  phones: [
    { label: 'mobile', number: '+33612345678' },
    { number: '+33145678910' },
    { label: 'mobile', number: '+32470123456' },
    { number: '+442079460018' },
  ],
}

test('a list that goes to an association of another country takes the telephones there as they are', async () => {
  const french = newAssociation('fr')
  await french.client.people.create({ contact: reachable })
  const belgian = newAssociation('fr')
  const { name, accent } = await belgian.client.association.read({})
  await belgian.client.association.update({ name, accent, language: 'fr', country: 'BE' })
  const { preview } = await previewed(belgian, await exported(french, 'csv'))
  expect(preview).toMatchObject({ counts: { created: 1 }, warnings: 0 })
  await finish(await belgian.client.exchange.import({ preview: preview.preview }))
  expect(await everybody(belgian)).toEqual(await everybody(french))
  const back = await previewed(french, await exported(belgian, 'xlsx'))
  expect(back.preview.counts).toMatchObject({ unchanged: 1, changed: 0 })
})

test('who moves abroad keeps their telephones, in our own list and in one that writes them nationally', async () => {
  const office = newAssociation('fr')
  const contact = { ...reachable, phones: reachable.phones.slice(0, 2), addresses: [{ city: 'Lyon', country: 'FR' }] }
  await office.client.people.create({ contact })
  const { name, pieces } = await exported(office, 'csv')
  const text = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).toString()
  for (const list of [
    text.replace('France', 'Belgique'),
    'Nom;Ville;Pays;Téléphone;Téléphone 2\nJoignable;Lyon;Belgique;06 12 34 56 78;01.45.67.89.10\n',
  ]) {
    const { preview } = await previewed(office, { name, pieces: [Buffer.from(list).toString('base64')] })
    const { lines } = await office.client.exchange.previewLines({ preview: preview.preview })
    expect(lines[0]?.changes).toEqual([{ field: 'country', old: 'FR', new: 'BE' }])
  }
})

test('a second address that is a street alone comes back as one', async () => {
  const office = newAssociation('fr')
  await office.client.people.create({
    contact: { ...reachable, addresses: [{ street: '1 rue Une', city: 'Lyon' }, { street: '2 rue Deux' }] },
  })
  const other = newAssociation('fr')
  const { preview } = await previewed(other, await exported(office, 'csv'))
  await finish(await other.client.exchange.import({ preview: preview.preview }))
  expect(await everybody(other)).toEqual(await everybody(office))
})

test('five hundred invented people come back unchanged', async () => {
  const office = newAssociation('fr')
  await finish(await office.client.exchange.invent({ people: 500, seed: 3 }))
  for (const format of ['xlsx', 'csv'] as const) {
    const { preview } = await previewed(office, await exported(office, format))
    expect(preview.counts).toEqual({ created: 0, changed: 0, unchanged: 500, refused: 0 })
  }
})
