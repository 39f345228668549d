import { describe, expect, test } from 'vitest'
import { type ContactInput, contactInput } from '../people/people.requests.ts'
import { cleanContact } from '../people/people.rules.ts'
import { addressIn } from './address-in-cell.ts'
import { emailsIn, yearIn } from './cells.ts'
import { drafter } from './draft.ts'
import type { ColumnTarget } from './exchange.requests.ts'

type Columns = readonly (readonly [header: string, target: ColumnTarget, cell: string])[]

function drafted(columns: Columns, context = { country: 'FR', named: true, guarded: true, couples: true }) {
  const row = drafter(
    columns.map(([header]) => header),
    columns.map(([, target]) => target),
    context,
  )({ line: 7, cells: columns.map(([, , cell]) => cell) })
  const contact = row.contact === undefined ? undefined : (JSON.parse(row.contact) as ContactInput)
  if (contact !== undefined) {
    // Whatever a row holds, what is drafted passes the schema of the form, and is as it will be kept.
    expect(contactInput.parse(contact)).toEqual(contact)
    expect(cleanContact(contact, context.country)).toEqual(contact)
  }
  return { ...row, contact, codes: row.problems.map(({ code }) => code) }
}
const person = (...columns: Columns) => drafted([['Nom', 'lastName', 'Martin'], ...columns])

describe('names', () => {
  test.each([
    ['DUPONT Jean', { lastName: 'DUPONT', firstName: 'Jean' }],
    ['Dupont, Jean-Pierre', { lastName: 'Dupont', firstName: 'Jean-Pierre' }],
    ['Mme Marie Curie', { civility: 'Mme', lastName: 'Curie', firstName: 'Marie' }],
    ['Jean de La Fontaine', { lastName: 'Fontaine', particle: 'de La', firstName: 'Jean' }],
    ['محمد الأمين', { lastName: 'الأمين', firstName: 'محمد' }],
    ['王小明', { lastName: '王小明', firstName: '' }],
  ])('%s in one cell', (cell, expected) => {
    expect(drafted([['Nom complet', 'fullName', cell]]).contact).toMatchObject(expected)
  })
  test('under a header that puts the name first', () => {
    expect(drafted([['Nom et prénom', 'fullName', 'Dupont Jean']]).contact).toMatchObject({
      lastName: 'Dupont',
      firstName: 'Jean',
    })
    expect(drafted([['Prénom et nom', 'fullName', 'Jean Dupont']]).contact).toMatchObject({
      lastName: 'Dupont',
      firstName: 'Jean',
    })
  })
  test('a particle in the name’s own column', () => {
    expect(drafted([['Nom', 'lastName', 'de Gaulle']]).contact).toMatchObject({ particle: 'de', lastName: 'Gaulle' })
  })
  test('the name at birth stands in for an empty name in use', () => {
    expect(
      drafted([
        ['Nom d’usage', 'lastName', ''],
        ['Nom', 'birthName', 'Martin'],
      ]).contact,
    ).toMatchObject({ lastName: 'Martin', birthName: '' })
  })
  test('nobody is refused; a forename alone is told', () => {
    expect(
      drafted([
        ['Nom', 'lastName', ''],
        ['Courriel', 'email', 'a@b.example'],
      ]),
    ).toMatchObject({ codes: ['nameMissing'], contact: undefined, name: 'a@b.example' })
    expect(drafted([['Prénom', 'firstName', 'Zoë']])).toMatchObject({ codes: ['lastNameMissing'] })
    expect(
      drafted([['Prénom', 'firstName', 'Zoë']], { country: 'FR', named: false, guarded: true, couples: true }),
    ).toMatchObject({
      codes: ['nameMissing'],
    })
  })
  test('the sum under a list is nobody, someone of that name is', () => {
    expect(drafted([['Nom', 'lastName', 'TOTAL']])).toMatchObject({ codes: ['nameMissing'], contact: undefined })
    expect(person(['Prénom', 'firstName', 'Jean']).contact).toBeDefined()
    expect(
      drafted([
        ['Nom', 'lastName', 'Total'],
        ['Prénom', 'firstName', 'Jean'],
      ]).contact,
    ).toMatchObject({ lastName: 'Total' })
  })
  test.each([
    ['Total', '2'],
    ['Sous-total :', '1 250,00 €'],
    ['Effectif', '300'],
    ['Somme', ''],
  ])('%s with %s for a forename is nobody', (name, figure) => {
    const columns = [
      ['Nom', 'lastName', name],
      ['Prénom', 'firstName', figure],
    ] as const
    expect(drafted(columns)).toMatchObject({ codes: ['nameMissing'], contact: undefined })
    expect(drafted([...columns, ['Ville', 'city', 'Lyon']]).contact).toBeDefined()
    expect(
      drafted([
        ['Nom', 'lastName', 'Sum'],
        ['Tél', 'phone', '06 12 34 56 78'],
      ]).contact,
    ).toBeDefined()
  })
  test('an organisation alone, and one beside a person', () => {
    expect(drafted([['Société', 'organisation', 'Le Phare']]).contact).toMatchObject({
      kind: 'organisation',
      name: 'Le Phare',
    })
    expect(person(['Société', 'organisation', 'Le Phare']).contact).toMatchObject({
      kind: 'person',
      extras: [{ name: 'Société', value: 'Le Phare' }],
    })
  })
})

describe('e-mails', () => {
  test('several in a cell, once each', () => {
    expect(
      person(['Mél', 'email', 'a@b.example; c@d.example / A@b.example']).contact?.emails.map((email) => email.address),
    ).toEqual(['a@b.example', 'c@d.example'])
    expect(emailsIn('Jean <a@b.example>, mailto:c@d.example')).toEqual(['a@b.example', 'c@d.example'])
  })
  test('of three hundred characters: refused, with its line and column', () => {
    const row = person(['Courriel', 'email', `${'x'.repeat(290)}@b.example`])
    expect(row.contact).toBeUndefined()
    expect(row.problems).toEqual([{ line: 7, column: 'Courriel', code: 'emailTooLong', text: '300 > 254' }])
  })
  test('mistyped: kept, and told', () => {
    const row = person(['Courriel', 'email', 'joseph-email.com'])
    expect(row.codes).toEqual(['emailInvalid'])
    expect(row.contact?.emails).toEqual([{ label: '', address: 'joseph-email.com' }])
  })
  test('none', () =>
    expect(person(['Courriel', 'email', 'néant'])).toMatchObject({ codes: [], contact: { emails: [] } }))
  test('labels beside them', () => {
    const row = person(
      ['E-mail 1 - Type', 'emailLabel', '* Work'],
      ['E-mail 1 - Value', 'email', 'a@b.example'],
      ['Mail perso', 'email', 'c@d.example'],
    )
    expect(row.contact?.emails).toEqual([
      { label: 'Work', address: 'a@b.example' },
      { label: 'home', address: 'c@d.example' },
    ])
  })
})

describe('telephones and addresses', () => {
  test.each([
    ['06 12 34 56 78', '', '+33612345678'],
    ['612345678', '', '+33612345678'],
    ['+49 30 901820', '', '+4930901820'],
    ['030 901820', 'Allemagne', '+4930901820'],
  ])('%s %s is %s', (cell, country, number) => {
    const row = person(['Tél', 'phone', cell], ['Ville', 'city', 'x'], ['Pays', 'country', country])
    expect(row.contact?.phones.map((phone) => phone.number)).toEqual([number])
  })
  test('two in a cell, and words', () => {
    const row = person(['Tél', 'phone', '01 42 68 53 00 / 06 12 34 56 78'], ['Portable', 'mobile', 'voir Paul'])
    expect(row.contact?.phones).toEqual([
      { label: '', number: '+33142685300' },
      { label: 'mobile', number: '+33612345678' },
      { label: 'mobile', number: 'voir Paul' },
    ])
    expect(row.codes).toEqual(['phoneUnread'])
  })
  test('further lines go on with the first address, in their order', () => {
    const row = person(
      ['Street', 'street', '12 High St'],
      ['Complement', 'complement', 'c/o Lee'],
      ['Street 2', 'complement', 'Flat 4'],
      ['City', 'city', 'London'],
    )
    expect(row.contact?.addresses).toMatchObject([
      { street: '12 High St', complement: 'c/o Lee, Flat 4', city: 'London' },
    ])
    const long = ['x'.repeat(150), 'y'.repeat(60)] as const
    expect(
      person(['Street', 'street', '1'], ['Complement', 'complement', long[0]], ['Street 2', 'complement', long[1]])
        .codes,
    ).toEqual(['tooLong'])
  })
  test('a number that no country reads is said, however many figures it has', () => {
    const row = person(['Tél', 'phone', '06 12 34 56 78'], ['Ville', 'city', 'Liège'], ['Pays', 'country', 'Belgique'])
    expect(row.contact?.phones[0]?.number).toBe('06 12 34 56 78')
    expect(row.codes).toEqual(['phoneUnread'])
  })
  test('the first address that names a country reads the telephones, as in the form', () => {
    const row = person(
      ['Tél', 'phone', '030 901820'],
      ['Ville', 'city', 'Lyon'],
      ['Ville 2', 'city', 'Berlin'],
      ['Pays 2', 'country', 'Allemagne'],
    )
    expect(row.contact?.phones[0]?.number).toBe('+4930901820')
  })
  test('a landline in a column of both is no mobile', () => {
    const row = person(['Tél. fixe / portable', 'mobile', '01 42 68 53 00 / 06 12 34 56 78'])
    expect(row.contact?.phones.map((phone) => phone.label)).toEqual(['', 'mobile'])
  })
  test('a postcode that lost its zero gets it back, and it is told', () => {
    expect(person(['CP', 'postcode', '1000'], ['Ville', 'city', 'Bourg-en-Bresse'])).toMatchObject({
      codes: ['postcodePadded'],
      contact: { addresses: [{ postcode: '01000' }] },
    })
    expect(
      person(['CP', 'postcode', '1000'], ['Ville', 'city', 'Bruxelles'], ['Pays', 'country', 'Belgique']),
    ).toMatchObject({ codes: [], contact: { addresses: [{ postcode: '1000', country: 'BE' }] } })
  })
  test('a country nobody knows stays under its header', () => {
    expect(person(['Ville', 'city', 'x'], ['Pays', 'country', 'Syldavie'])).toMatchObject({
      codes: ['unknownCountry'],
      contact: { addresses: [{ country: '' }], extras: [{ name: 'Pays', value: 'Syldavie' }] },
    })
  })
  test('an address in one cell', () => {
    expect(addressIn('Bât. B\n12 rue des Lilas\n75020 Paris\nFrance')).toMatchObject({
      complement: 'Bât. B',
      street: '12 rue des Lilas',
      postcode: '75020',
      city: 'Paris',
      country: 'FR',
    })
    expect(addressIn('12, rue des Lilas, 75020 Paris')).toMatchObject({ postcode: '75020', city: 'Paris' })
    expect(addressIn('quelque part au bord de l’eau')).toMatchObject({
      street: '',
      override: 'quelque part au bord de l’eau',
    })
  })
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['8 rue X 75008 Paris Cedex 08', { street: '8 rue X', postcode: '75008', city: 'Paris Cedex 08', country: '' }],
    ['1 High St\nLondon\nSW1A 2AA', { street: '1 High St', postcode: 'SW1A 2AA', city: 'London', country: 'GB' }],
    ['Rue du Lac 3, 1201 Genève, Suisse', { street: 'Rue du Lac 3', postcode: '1201', city: 'Genève', country: 'CH' }],
    ['Hauptstr. 5, D-10115 Berlin', { street: 'Hauptstr. 5', postcode: '10115', city: 'Berlin', country: 'DE' }],
    ['Gracht 1, 1015 CJ Amsterdam', { street: 'Gracht 1', postcode: '1015 CJ', city: 'Amsterdam', country: 'NL' }],
    ['Via Roma 1, 00186 Roma RM, Italia', { postcode: '00186', city: 'Roma', region: 'RM', country: 'IT' }],
    [
      '1 Main St, Springfield, IL 62704, USA',
      { street: '1 Main St', postcode: '62704', city: 'Springfield', region: 'IL' },
    ],
    // Belgium, Switzerland and others write four figures: nothing tells which.
    ['Rue Neuve 1, 1000 Bruxelles', { street: '', postcode: '', override: 'Rue Neuve 1\n1000 Bruxelles' }],
  ])('%j in one cell', (written, expected) => expect(addressIn(written)).toMatchObject(expected))
  test('two lines in the street', () => {
    expect(
      person(['Adresse', 'street', 'Résidence du Parc\n3 rue X'], ['Ville', 'city', 'Pau']).contact?.addresses[0],
    ).toMatchObject({ complement: 'Résidence du Parc', street: '3 rue X' })
  })
})

describe('the rest', () => {
  test('years and days of entry', () => {
    expect(person(['Entrée', 'joined', '1999']).contact).toMatchObject({ joined: '1999', extras: [] })
    expect(person(['Inscrit le', 'joined', '12/03/2019']).contact).toMatchObject({
      joined: '2019',
      extras: [{ name: 'Inscrit le', value: '12/03/2019' }],
    })
    expect(person(['Entrée', 'joined', 'il y a longtemps'])).toMatchObject({
      codes: ['yearUnread'],
      contact: { joined: '', extras: [{ name: 'Entrée' }] },
    })
    expect(yearIn('2019-03-12 00:00')).toEqual({ year: '2019', whole: false })
  })
  test('statuses known and unknown', () => {
    expect(person(['Statut', 'status', 'Démissionnaire'])).toMatchObject({
      statusGiven: true,
      contact: { status: 'resigned' },
    })
    expect(person(['Statut', 'status', 'Président'])).toMatchObject({
      statusGiven: false,
      codes: ['unknownStatus'],
      contact: { status: 'member', extras: [{ name: 'Statut', value: 'Président' }] },
    })
  })
  test('several groups', () => {
    expect(
      person(['Sections', 'group', 'Lyon, Paris'], ['Maison', 'group', 'Italie, Nord; Japon']).contact?.groups,
    ).toEqual([
      { kind: 'section', name: 'Lyon', since: '', until: '' },
      { kind: 'section', name: 'Paris', since: '', until: '' },
      { kind: 'house', name: 'Italie, Nord', since: '', until: '' },
      { kind: 'house', name: 'Japon', since: '', until: '' },
    ])
  })
  test('a formula is a text', () => {
    const row = drafted([
      ['Nom', 'lastName', "=cmd|' /C calc'!A0"],
      ['Note', 'notes', '+1+1'],
      ['Autre', 'extra', '@SUM(A1)'],
    ])
    expect(row.contact).toMatchObject({
      lastName: "=cmd|' /C calc'!A0",
      notes: '+1+1',
      extras: [{ name: 'Autre', value: '@SUM(A1)' }],
    })
  })
  test('the guard of our own lists comes off, in texts only', () => {
    expect(drafted([['Nom', 'lastName', "'=A1"]]).contact).toMatchObject({ lastName: '=A1' })
    expect(
      drafted([['Nom', 'lastName', "'=A1"]], { country: 'FR', named: true, guarded: false, couples: true }).contact,
    ).toMatchObject({ lastName: "'=A1" })
  })
  test('headers that are keys of objects', () => {
    const row = person(['__proto__', 'extra', 'x'], ['constructor', 'extra', 'y'], ['toString', 'extra', 'z'])
    expect(row.contact?.extras).toEqual([
      { name: '__proto__', value: 'x', occurrence: 0 },
      { name: 'constructor', value: 'y', occurrence: 0 },
      { name: 'toString', value: 'z', occurrence: 0 },
    ])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
  test('hidden and hostile characters', () => {
    const row = drafted([
      ['Nom', 'lastName', 'Mar\u202etin\u0000\u200b'],
      ['Note', 'notes', 'un\r\ndeux\u001b[31m'],
    ])
    expect(row.contact).toMatchObject({ lastName: 'Martin', notes: 'un\ndeux[31m' })
  })
  test('more columns of one’s own than a record holds go to its notes', () => {
    const extras = Array.from({ length: 70 }, (_, at) => [`Colonne ${at}`, 'extra', `v${at}`] as const)
    const row = person(...extras)
    expect(row.contact?.extras).toHaveLength(60)
    expect(row.contact?.notes).toContain('Colonne 69 : v69')
    expect(row.codes).toEqual(['extrasInNotes'])
  })
  test.each<readonly [ColumnTarget, number]>([
    ['firstName', 100],
    ['civility', 30],
    ['city', 100],
    ['street', 200],
    ['profession', 200],
    ['category', 80],
    ['memberNumber', 40],
    ['notes', 10_000],
    ['extra', 2000],
    ['group', 120],
    ['phone', 60],
  ])('%s longer than %i is refused with its column', (target, most) => {
    const row = person(['Colonne', target, 'x'.repeat(most + 1)])
    expect(row.contact).toBeUndefined()
    expect(row.problems).toContainEqual(expect.objectContaining({ line: 7, column: 'Colonne', code: 'tooLong' }))
    expect(person(['Colonne', target, 'x'.repeat(most)]).contact).toBeDefined()
  })
  test('the header repeated in the middle of a list', () => {
    expect(
      drafted([
        ['Nom', 'lastName', 'Nom'],
        ['Ville', 'city', 'Ville'],
      ]).codes,
    ).toEqual(['repeatedHeader'])
  })
})
