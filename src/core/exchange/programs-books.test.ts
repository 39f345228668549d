/** Address books of other programs: recognised, and read as they write. */
import { describe, expect, test } from 'vitest'
import { brought, list, quoted, row } from '../../../tests/lists-of-programs.ts'

describe('address books are recognised, and become records', () => {
  const googleParts = (at: number) =>
    ['Label', 'Formatted', 'Street', 'City', 'PO Box', 'Region', 'Postal Code', 'Country', 'Extended Address'].map(
      (part) => `Address ${at} - ${part}`,
    )
  const googleAddress = (at: number, cells: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(cells).map(([part, cell]) => [`Address ${at} - ${part}`, cell]))
  test('Google today', async () => {
    const headings = [
      ...'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value'.split(
        ',',
      ),
      ...googleParts(1),
      ...googleParts(2),
      'Website 1 - Label',
      'Website 1 - Value',
    ]
    const { look, contacts } = await brought(
      list(
        headings.join(','),
        row(headings, ',', {
          'First Name': 'Ana',
          'Last Name': 'Costa',
          'Name Prefix': 'Mme',
          'Organization Title': 'Juriste',
          Birthday: '1988-01-30',
          Labels: '* myContacts ::: Chorale',
          'E-mail 1 - Label': '* Home',
          'E-mail 1 - Value': 'ana@exemple.pt',
          'E-mail 2 - Label': 'Work',
          'E-mail 2 - Value': 'costa@bureau.example ::: ana.costa@bureau.example',
          'Phone 1 - Label': 'Mobile',
          'Phone 1 - Value': '+33 6 11 22 33 44 ::: +33 1 42 11 22 33',
          ...googleAddress(1, {
            Label: 'Home',
            Formatted: '5 rue Basse\n13001 Marseille\nFrance',
            Street: '5 rue Basse',
            City: 'Marseille',
            'Postal Code': '13001',
            Country: 'France',
          }),
          ...googleAddress(2, {
            Label: 'Work',
            Formatted: '9 quai du Port\n13002 Marseille',
            Street: '9 quai du Port',
            City: 'Marseille',
            'Postal Code': '13002',
          }),
          'Website 1 - Value': 'https://exemple.pt',
        }),
      ),
    )
    expect(look.program).toBe('google')
    expect(contacts).toEqual([
      {
        kind: 'person',
        civility: 'Mme',
        firstName: 'Ana',
        lastName: 'Costa',
        born: '1988-01-30',
        profession: 'Juriste',
        groups: [{ kind: 'other', name: 'Chorale', since: '', until: '' }],
        emails: [
          { label: 'home', address: 'ana@exemple.pt' },
          { label: 'work', address: 'costa@bureau.example' },
          { label: 'work', address: 'ana.costa@bureau.example' },
        ],
        phones: [
          { label: 'mobile', number: '+33611223344' },
          { label: 'mobile', number: '+33142112233' },
        ],
        addresses: [
          { street: '5 rue Basse', postcode: '13001', city: 'Marseille', country: 'FR' },
          { kind: 'work', street: '9 quai du Port', postcode: '13002', city: 'Marseille' },
        ],
        extras: ['Website 1 - Value: https://exemple.pt'],
      },
    ])
  })

  test('Google before', async () => {
    const headings =
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title'.split(
        ',',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(','),
        row(headings, ',', {
          Name: 'Emma Rossi',
          'Given Name': 'Emma',
          'Family Name': 'Rossi',
          Nickname: 'Mimi',
          'Maiden Name': 'Bianchi',
          Birthday: '1975-12-12',
          'Group Membership': '* My Contacts ::: Club',
          'E-mail 1 - Type': '* Home',
          'E-mail 1 - Value': 'emma@example.it',
          'Phone 1 - Type': 'Home',
          'Phone 1 - Value': '+39 06 698 12345',
          'Address 1 - Type': 'Home',
          'Address 1 - Formatted': 'Via Larga 1\n00186 Roma',
          'Organization 1 - Name': 'Banca',
        }),
      ),
    )
    expect(look.program).toBe('google')
    expect(contacts).toEqual([
      {
        kind: 'person',
        firstName: 'Emma',
        lastName: 'Rossi',
        birthName: 'Bianchi',
        born: '1975-12-12',
        groups: [
          { kind: 'other', name: 'My Contacts', since: '', until: '' },
          { kind: 'other', name: 'Club', since: '', until: '' },
        ],
        emails: [{ label: 'home', address: 'emma@example.it' }],
        phones: [{ label: 'home', number: '+390669812345' }],
        addresses: [{ street: 'Via Larga 1', postcode: '00186', city: 'Roma' }],
        extras: ['Organization 1 - Name: Banca', 'Nickname: Mimi'],
      },
    ])
  })

  test('Outlook in French: two Titre, two addresses', async () => {
    const headings =
      "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Rue (bureau) 2,Rue (bureau) 3,Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),Rue (domicile),Rue (domicile) 2,Rue (domicile) 3,Ville (domicile),Dép/Région (domicile),Code postal (domicile),Pays/Région (domicile),Télécopie (bureau),Téléphone (bureau),Téléphone (domicile),Tél. mobile,Adresse de courrier,Type de courrier,Nom complet de l'adresse de courrier,Anniversaire,Anniversaire de mariage ou fête,Catégories,Conjoint(e),Critère de diffusion,Langue,Notes,Page web,Priorité,Privé,Profession,Sexe".split(
        ',',
      )
    const cells = [
      ...['Mme', 'Inès', '', 'Kermarrec', '', 'Port de Brest', 'Achats', 'Cheffe de service'],
      ...['1 quai de la Douane', 'Bât. C', '', 'Brest', '', '29200', 'France'],
      ...['6 rue de Siam', '', '', 'Brest', 'Finistère', '29200', 'France'],
      ...['0298000000', '02 98 11 22 33', '02 98 44 55 66', '06 98 11 22 33'],
      ...['ines@exemple.fr', 'SMTP', 'Inès Kermarrec (ines@exemple.fr)', '21/06/1979', '0/0/00', 'Voile;Bureau', ''],
      ...['Normale', '', 'Vient le mardi', '', 'Normale', 'Faux', '', 'Non spécifié'],
    ]
    const { look, contacts } = await brought(
      Buffer.from(list(quoted(',', ...headings), quoted(',', ...cells)), 'latin1'),
    )
    expect(look.program).toBe('outlook')
    expect(contacts).toEqual([
      {
        kind: 'person',
        civility: 'Mme',
        firstName: 'Inès',
        lastName: 'Kermarrec',
        born: '1979-06-21',
        profession: 'Cheffe de service',
        notes: 'Vient le mardi',
        groups: [
          { kind: 'other', name: 'Voile', since: '', until: '' },
          { kind: 'other', name: 'Bureau', since: '', until: '' },
        ],
        emails: [{ label: '', address: 'ines@exemple.fr' }],
        phones: [
          { label: 'work', number: '+33298112233' },
          { label: 'home', number: '+33298445566' },
          { label: 'mobile', number: '+33698112233' },
        ],
        addresses: [
          { street: '6 rue de Siam', postcode: '29200', city: 'Brest', region: 'Finistère', country: 'FR' },
          {
            kind: 'work',
            complement: 'Bât. C',
            street: '1 quai de la Douane',
            postcode: '29200',
            city: 'Brest',
            country: 'FR',
          },
        ],
        extras: [
          'Société: Port de Brest',
          'Service: Achats',
          'Télécopie (bureau): 0298000000',
          "Nom complet de l'adresse de courrier: Inès Kermarrec (ines@exemple.fr)",
        ],
      },
    ])
  })

  test('Outlook in English: months first', async () => {
    const headings =
      'First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,Home Street,Home Street 2,Home Street 3,Home Address PO Box,Home City,Home State,Home Postal Code,Home Country,Spouse,Children,Company,Job Title,Department,Business Address,Business Street,Business Street 2,Business City,Business State,Business Postal Code,Business Country,Other Street,Other City,Keywords,Categories'.split(
        ',',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(','),
        row(headings, ',', {
          'First Name': 'Grace',
          'Middle Name': 'Ann',
          'Last Name': "O'Neill",
          Suffix: 'Jr.',
          Gender: 'Unspecified',
          Birthday: '4/5/1961',
          Anniversary: '0/0/00',
          'E-mail Address': 'grace@example.com',
          'E-mail 2 Address': 'oneill@example.org',
          'Home Phone': '+1 212 555 2368',
          'Home Street': '12 Elm St',
          'Home Street 2': 'Apt 4',
          'Home City': 'Albany',
          'Home State': 'NY',
          'Home Postal Code': '12207',
          'Home Country': 'USA',
          'Job Title': 'Editor',
          'Business Street': '1 Main St',
          'Business City': 'Albany',
          'Business Postal Code': '12208',
          Categories: 'Choir;Board',
        }),
      ),
    )
    expect(look.program).toBe('outlook')
    expect(look.reading.days).toBe('monthFirst')
    expect(look.warnings.map(({ code }) => code)).toContain('daysMonthFirst')
    expect(contacts).toEqual([
      {
        kind: 'person',
        firstName: 'Grace',
        otherNames: 'Ann',
        lastName: "O'Neill",
        suffix: 'Jr.',
        born: '1961-04-05',
        profession: 'Editor',
        groups: [
          { kind: 'other', name: 'Choir', since: '', until: '' },
          { kind: 'other', name: 'Board', since: '', until: '' },
        ],
        emails: [
          { label: '', address: 'grace@example.com' },
          { label: '', address: 'oneill@example.org' },
        ],
        phones: [{ label: 'home', number: '+12125552368' }],
        addresses: [
          { complement: 'Apt 4', street: '12 Elm St', postcode: '12207', city: 'Albany', region: 'NY', country: 'US' },
          { kind: 'work', street: '1 Main St', postcode: '12208', city: 'Albany' },
        ],
      },
    ])
  })

  test('Thunderbird: a birth in three columns', async () => {
    const headings =
      'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes'.split(
        ',',
      )
    const { look, contacts } = await brought(
      list(
        `${headings.join(',')},`,
        `${row(headings, ',', {
          'First Name': 'Hugo',
          'Last Name': 'Lang',
          'Display Name': 'Hugo Lang',
          'Primary Email': 'hugo@exemple.fr',
          'Secondary Email': 'lang@exemple.org',
          'Mobile Number': '0612345678',
          'Home Address': '2 rue du Lac',
          'Home City': 'Annecy',
          'Home ZipCode': '74000',
          'Home Country': 'France',
          'Work Address': '3 rue du Port',
          'Work City': 'Genève',
          'Work ZipCode': '1204',
          'Work Country': 'Suisse',
          'Birth Year': '1970',
          'Birth Month': '11',
          'Birth Day': '5',
        })},`,
        `${row(headings, ',', { 'First Name': 'Léa', 'Last Name': 'Lang', 'Birth Year': '1999' })},`,
      ),
    )
    expect(look.program).toBe('thunderbird')
    expect(contacts).toEqual([
      {
        kind: 'person',
        firstName: 'Hugo',
        lastName: 'Lang',
        born: '1970-11-05',
        emails: [
          { label: '', address: 'hugo@exemple.fr' },
          { label: '', address: 'lang@exemple.org' },
        ],
        phones: [{ label: 'mobile', number: '+33612345678' }],
        addresses: [
          { street: '2 rue du Lac', postcode: '74000', city: 'Annecy', country: 'FR' },
          { kind: 'work', street: '3 rue du Port', postcode: '1204', city: 'Genève', country: 'CH' },
        ],
      },
      { kind: 'person', firstName: 'Léa', lastName: 'Lang', born: '1999' },
    ])
  })
})
