import { describe, expect, test } from 'vitest'
import type { ColumnTarget } from './exchange.requests.ts'
import { columnWords, groupKindWords, repeatedWords } from './export-words.ts'
import { sampleColumns } from './invent-sheet.ts'
import { columnLooks } from './reading/column-look.ts'
import { headerSignature, knownHeader, recogniseColumns } from './recognition.ts'

/** Recognises headers over one row of cells, `x` where a test gives none. */
function targets(headers: readonly string[], rows: readonly (readonly string[])[] = []): Record<string, ColumnTarget> {
  const looks = columnLooks()
  for (const row of rows.length > 0 ? rows : [headers.map(() => 'x')]) looks.count(row)
  const columns = recogniseColumns(headers, looks.looks(headers.length), undefined)
  const byHeader: Record<string, ColumnTarget> = Object.create(null)
  for (const [at, header] of headers.entries()) byHeader[header] ??= (columns[at] as { target: ColumnTarget }).target
  return byHeader
}
const split = (line: string, by: string) => line.split(by).map((header) => header.trim())

describe('lists of other programs (reference: peers, section 4)', () => {
  test('Paheko', () => {
    const found = targets([
      'Numéro de membre',
      'Nom & prénom',
      'Adresse E-Mail',
      'Adresse postale',
      'Code postal',
      'Ville',
      'Numéro de téléphone',
      'Inscription à la lettre d’information',
      'Date d’inscription',
      'Catégorie',
    ])
    expect(Object.values(found)).toEqual([
      'memberNumber',
      'fullName',
      'email',
      'street',
      'postcode',
      'city',
      'phone',
      'extra',
      'joined',
      'category',
    ])
  })
  test('Paheko, by its keys', () => {
    expect(
      targets(split('numero,nom,email,adresse,code_postal,ville,telephone,pays,lettre_infos,date_inscription', ','), [
        ['1', 'Jean Dupont', 'a@b.example', 'x', '75001', 'Paris', '0102030405', 'FR', '1', '2020-01-01'],
      ]),
    ).toMatchObject({
      numero: 'memberNumber',
      nom: 'fullName',
      email: 'email',
      code_postal: 'postcode',
      pays: 'country',
    })
  })
  test('Galette, labels with trailing spaces', () => {
    const headers =
      'ID de l’adhérent | Titre | Nom | Prénom | Pseudo | Date de naissance | Profession | Adresse | Code Postal | Ville | Région | Pays | Téléphone | GSM | Courriel | Numéro adhérent | Statut '
    const found = targets(split(headers, '|'), [
      [
        '7',
        'M.',
        'Dupont',
        'Jean',
        'jd',
        '1950-01-01',
        'maçon',
        'x',
        '75001',
        'Paris',
        '',
        'France',
        '0102030405',
        '0602030405',
        'a@b.example',
        'A12',
        'Membre actif',
      ],
    ])
    expect(found).toMatchObject({
      'ID de l’adhérent': 'extra',
      Titre: 'civility',
      Nom: 'lastName',
      Prénom: 'firstName',
      'Date de naissance': 'born',
      Profession: 'profession',
      GSM: 'mobile',
      Courriel: 'email',
      'Numéro adhérent': 'memberNumber',
      Statut: 'status',
    })
  })
  test('Galette, model of import', () => {
    expect(
      targets(
        split(
          'nom_adh;prenom_adh;ddn_adh;adresse_adh;cp_adh;ville_adh;pays_adh;tel_adh;gsm_adh;email_adh;prof_adh;societe_adh;info_adh',
          ';',
        ),
      ),
    ).toEqual({
      nom_adh: 'lastName',
      prenom_adh: 'firstName',
      ddn_adh: 'born',
      adresse_adh: 'street',
      cp_adh: 'postcode',
      ville_adh: 'city',
      pays_adh: 'country',
      tel_adh: 'phone',
      gsm_adh: 'mobile',
      email_adh: 'email',
      prof_adh: 'profession',
      societe_adh: 'organisation',
      info_adh: 'notes',
    })
  })
  test('Galette’s list of dues: Name is the family’s, Surname the given name', () => {
    expect(targets(split('Name;Surname;Town;Amount;Begin date;End date', ';'))).toMatchObject({
      Name: 'lastName',
      Surname: 'firstName',
      Town: 'city',
    })
  })
  test('HelloAsso: the payer is not the member', () => {
    expect(
      targets(
        split(
          'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Tarif;Montant tarif',
          ';',
        ),
      ),
    ).toMatchObject({
      'Nom adhérent': 'lastName',
      'Prénom adhérent': 'firstName',
      'Nom payeur': 'extra',
      'Prénom payeur': 'extra',
      'Email payeur': 'extra',
      'Statut de la commande': 'extra',
    })
  })
  test('Outlook in French: the first Titre is the form of address, the second the profession', () => {
    const headers = [
      'Titre',
      'Prénom',
      'Nom',
      'Société',
      'Titre (2)',
      'Code postal (domicile)',
      'Ville (domicile)',
      'Tél. mobile',
      'Télécopie (domicile)',
      'Téléphone (domicile)',
      'Adresse de messagerie',
    ]
    const found = targets(headers, [
      [
        'M.',
        'Jean',
        'Dupont',
        'Dupont SA',
        'Directeur',
        '75001',
        'Paris',
        '0602030405',
        '0102030405',
        '0102030406',
        'a@b.example',
      ],
    ])
    expect(Object.values(found)).toEqual([
      'civility',
      'firstName',
      'lastName',
      'organisation',
      'profession',
      'postcode',
      'city',
      'mobile',
      'extra',
      'phone',
      'email',
    ])
  })
  test('Google, older form', () => {
    expect(
      targets(
        split(
          'Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Nickname,Maiden Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Address 2 - Street,Organization 1 - Name,Organization 1 - Title',
          ',',
        ),
      ),
    ).toMatchObject({
      'Given Name': 'firstName',
      'Family Name': 'lastName',
      'Yomi Name': 'extra',
      'Maiden Name': 'birthName',
      'Group Membership': 'group',
      'E-mail 1 - Type': 'emailLabel',
      'E-mail 1 - Value': 'email',
      'E-mail 2 - Value': 'email',
      'Phone 1 - Value': 'phone',
      'Address 1 - Street': 'street',
      'Address 1 - Postal Code': 'postcode',
      'Address 2 - Street': 'extra',
      'Organization 1 - Name': 'organisation',
    })
  })
  test('Tendenci and JVerein', () => {
    expect(
      targets(
        split(
          'salutation,first_name,last_name,email,email2,address,address2,city,zipcode,country,phone,mobile_phone,member_number,spouse',
          ',',
        ),
      ),
    ).toMatchObject({
      salutation: 'civility',
      first_name: 'firstName',
      zipcode: 'postcode',
      address2: 'extra',
      mobile_phone: 'mobile',
      member_number: 'memberNumber',
      spouse: 'spouseName',
    })
    expect(
      targets(split('vorname;name;titel;anrede;strasse;ort;plz;staat;email;telefonprivat;handy;eintritt', ';')),
    ).toMatchObject({
      vorname: 'firstName',
      name: 'lastName',
      plz: 'postcode',
      ort: 'city',
      staat: 'country',
      handy: 'mobile',
    })
  })
})

test('our own lists come back whole, in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    const cells: Record<string, string> = {
      kind: language === 'fr' ? 'personne' : 'person',
      status: language === 'fr' ? 'membre' : 'member',
    }
    const words = Object.entries(columnWords[language])
    const found = targets(
      words.map(([, header]) => header),
      [words.map(([key]) => cells[key] ?? 'x')],
    )
    for (const [key, header] of words) expect([header, found[header]]).toEqual([header, key])
    const { email, phone, emailLabel, phoneLabel } = repeatedWords[language]
    expect(
      targets([
        email,
        emailLabel,
        `${email} 2`,
        `${emailLabel} 2`,
        phone,
        phoneLabel,
        `${phone} 3`,
        ...Object.values(groupKindWords[language]),
      ]),
    ).toEqual({
      [email]: 'email',
      [emailLabel]: 'emailLabel',
      [`${email} 2`]: 'email',
      [`${emailLabel} 2`]: 'emailLabel',
      [phone]: 'phone',
      [phoneLabel]: 'phoneLabel',
      [`${phone} 3`]: 'phone',
      ...Object.fromEntries(Object.values(groupKindWords[language]).map((header) => [header, 'group'])),
    })
  }
})

test('the invented list is recognised, dues kept under their own header', () => {
  const headers = sampleColumns.map(({ header }) => header)
  const found = targets(headers, [headers.map((header) => ({ Statut: 'Membre' })[header] ?? 'x')])
  expect(
    Object.entries(found).filter(([header, target]) => target === 'extra' && !header.startsWith('Cotisation')),
  ).toEqual([])
})

describe('words alone', () => {
  test.each<readonly [string, ColumnTarget]>([
    ['NOM', 'lastName'],
    ['Nom d’usage', 'lastName'],
    ['Nom de jeune fille :', 'birthName'],
    ['Mél', 'email'],
    ['E-mail perso.', 'email'],
    ['Tél. portable', 'mobile'],
    ['Code Postal', 'postcode'],
    ['C.P.', 'postcode'],
    ['N° d’adhérent', 'memberNumber'],
    ['Adresse mail principale', 'email'],
    ['Courriel du conjoint', 'spouseEmail'],
    ['Conjoint(e)', 'spouseName'],
    ['Prénom du conjoint', 'spouseFirstName'],
    ['Acceptez-vous de recevoir la lettre par mail ?', 'extra'],
    ['Téléphone en cas d’urgence', 'extra'],
    ['Couleur préférée', 'extra'],
    ['__proto__', 'extra'],
    ['constructor', 'extra'],
  ])('%s is %s', (header, target) => expect(targets([header], [['valeur']])[header]).toBe(target))

  test('a second street is a second line, unless the list names a second town', () => {
    const lines = ['Street', 'Street 2', 'Complément 2', 'Region, state 2', 'City', 'Postcode', 'Country']
    expect(targets(lines)).toMatchObject({
      Street: 'street',
      'Street 2': 'complement',
      'Complément 2': 'complement',
      'Region, state 2': 'complement',
      City: 'city',
    })
    expect(targets(['Complément', 'Voie', 'Voie 2', 'Ville'])).toMatchObject({
      Complément: 'complement',
      'Voie 2': 'complement',
    })
    for (const place of ['City 2', 'Postcode 2', 'Country 2', 'Lines as printed 2'])
      expect(targets([...lines, place])).toMatchObject({ 'Street 2': 'street', 'Region, state 2': 'region' })
    expect(targets(['Street', 'Street 2', 'Street 3', 'City 3'])).toMatchObject({
      'Street 2': 'complement',
      'Street 3': 'street',
    })
  })
  test('a column with no cell is left aside', () =>
    expect(targets(['Nom', 'Fax'], [['A', '']])).toMatchObject({ Fax: 'skip' }))
  test('the look of the cells speaks when the name does not', () => {
    const rows = Array.from({ length: 10 }, (_, at) => ['x', `p${at}@b.example`, `06010203${at}0`, 'Mme'])
    expect(targets(['Nom', 'Où écrire', 'Joignable', 'Forme'], rows)).toMatchObject({
      'Où écrire': 'email',
      Joignable: 'mobile',
      Forme: 'civility',
    })
  })
  test('a name given twice goes to the first word of its list', () => {
    expect(targets(['Nom', 'Nom d’usage', 'Prénom'])).toEqual({
      Nom: 'birthName',
      'Nom d’usage': 'lastName',
      Prénom: 'firstName',
    })
  })
  test('places on a map are no telephones', () => {
    const places = [
      ['48.8198324', '2.3376251'],
      ['43.2951012', '-0.3707973'],
    ]
    expect(targets(['Latitude', 'Longitude'], places)).toEqual({ Latitude: 'extra', Longitude: 'extra' })
  })
  test('names of columns are told from people', () => {
    expect(['Nom', 'Prénom', 'Date de naissance', 'E-mail 2'].every(knownHeader)).toBe(true)
    expect(['Dupont', 'Jean', 'jean@b.example', ''].some(knownHeader)).toBe(false)
  })
})

test('what was chosen last time is proposed again, for the same headers only', () => {
  const looks = columnLooks()
  looks.count(['a', 'b'])
  const remembered: readonly ColumnTarget[] = ['notes', 'skip']
  expect(recogniseColumns(['Nom', 'Ville'], looks.looks(2), remembered)).toEqual([
    { target: 'notes', because: 'remembered' },
    { target: 'skip', because: 'remembered' },
  ])
  expect(headerSignature(['Nom ', 'VILLE'])).toBe(headerSignature(['nom', 'Ville']))
  expect(headerSignature(['Ville', 'Nom'])).not.toBe(headerSignature(['Nom', 'Ville']))
})
