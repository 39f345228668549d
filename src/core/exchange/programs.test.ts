/** Lists as other programs write them, with their real headings and invented people, from the file to the records. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { newOffice, type Office } from '../office.ts'
import { blankAddress, blankOrganisation, blankPerson, type Contact } from '../people/people.requests.ts'
import type { Look, PreviewLine, Reading } from './exchange.requests.ts'
import { programCalled, programKeys, programNames } from './program.rules.ts'
import { programOf, programOfCard } from './programs.ts'

const resources = resolve(import.meta.dirname, '../../../resources')
let place: string
let office: Office
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'amicale-programs-'))
  const options = { door: 'test', by: 'tests', today: () => '2026-11-22', resources } as const
  office = newOffice(join(place, 'Amis.amicale'), { name: 'Amis' }, options)
})
afterEach(async () => {
  await office.close()
  rmSync(place, { recursive: true, force: true })
})

type Brought = { readonly look: Look; readonly lines: readonly PreviewLine[]; readonly contacts: readonly unknown[] }

/** Brings a list in and gives everybody as the register holds them, without what is empty. */
async function brought(text: string | Buffer, reading: Partial<Reading> = {}): Promise<Brought> {
  const { exchange, people } = office.client
  const { staging } = await exchange.stage({ name: 'liste.csv', chunk: Buffer.from(text as string).toString('base64') })
  const look = await finish(await exchange.look({ staging, reading }))
  const mapping = look.columns.map(({ target }) => target)
  const { preview } = await finish(await exchange.preview({ staging, reading, mapping }))
  const { lines } = await exchange.previewLines({ preview, limit: 100 })
  await finish(await exchange.import({ preview, leaveRefused: true }))
  const { rows } = await people.list({ limit: 100, deceased: true })
  const contacts = await Promise.all(rows.map(({ id }) => people.read({ id })))
  return { look, lines, contacts: contacts.map(said) }
}

/** A contact without its empty fields, and its own columns as one text each. */
function said(contact: Contact): Record<string, unknown> {
  const { id, revision, sortKey, displayName, trashed, extras, addresses, ...fields } = contact
  const blank: Record<string, unknown> = contact.kind === 'person' ? blankPerson : blankOrganisation
  const filled = (record: Record<string, unknown>, empty: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(record).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(empty[key])),
    )
  return {
    ...filled(fields, blank),
    kind: contact.kind,
    ...(addresses.length === 0 ? {} : { addresses: addresses.map((address) => filled(address, blankAddress)) }),
    ...(extras.length === 0 ? {} : { extras: extras.map(({ name, value }) => `${name}: ${value}`) }),
  }
}

const list = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`
const quoted = (by: string, ...cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)
/** A row that fills the named columns of a heading. */
const row = (headings: readonly string[], by: string, cells: Readonly<Record<string, string>>) => {
  for (const name of Object.keys(cells)) if (!headings.includes(name)) throw new Error(`No heading ${name}`)
  return quoted(by, ...headings.map((heading) => cells[heading] ?? ''))
}

describe('each program is recognised, and its list becomes records', () => {
  test('Paheko', async () => {
    const { look, contacts } = await brought(
      list(
        '"Numéro de membre","Nom & prénom","Adresse E-Mail","Adresse postale","Code postal","Ville","Numéro de téléphone","Inscription à la lettre d\'information","Date d\'inscription","Rattaché à","Membres rattachés","Catégorie"',
        '"12","Vasseur Odile","odile@exemple.fr","3 rue des Tanneurs","21000","Dijon","0380112233","Oui","14/09/2019","","Vasseur Luc\nVasseur Zoé","Membres actifs"',
      ),
    )
    expect(look.program).toBe('paheko')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: '12',
        firstName: 'Odile',
        lastName: 'Vasseur',
        category: 'Membres actifs',
        joined: '2019',
        emails: [{ label: '', address: 'odile@exemple.fr' }],
        phones: [{ label: '', number: '+33380112233' }],
        addresses: [{ street: '3 rue des Tanneurs', postcode: '21000', city: 'Dijon' }],
        extras: [
          "Date d'inscription: 14/09/2019",
          "Inscription à la lettre d'information: Oui",
          'Membres rattachés: Vasseur Luc Vasseur Zoé',
        ],
      },
    ])
  })

  test('Galette: blanks after the headings and in the cells', async () => {
    const headings =
      'ID de l’adhérent |Titre |Genre |Nom |Prénom |Personne morale |Pseudo |Date de naissance |Lieu de naissance |Profession |Langue |Adresse |Code Postal |Ville |Région |Pays |Téléphone |GSM |Courriel |Numéro adhérent |Parent |Statut |Apparaître sur les pages publiques |Compte |Administrateur Galette |Exempt de cotisation |Identifiant |Date de création |Date de modification |Date d’échéance |Autres informations (admin) |Autres informations '.split(
        '|',
      )
    const { look, contacts } = await brought(
      list(
        quoted(';', ...headings),
        row(headings, ';', {
          'ID de l’adhérent ': '7',
          'Titre ': 'Mme',
          'Nom ': 'de Brissac ',
          'Prénom ': ' Anne ',
          'Pseudo ': 'abrissac',
          'Date de naissance ': '1951-02-03',
          'Lieu de naissance ': 'Angers',
          'Profession ': 'Archiviste ',
          'Langue ': 'Français',
          'Adresse ': '8, quai Ligny',
          'Code Postal ': '49100',
          'Ville ': 'Angers ',
          'Pays ': 'France',
          'Téléphone ': '02 41 11 22 33',
          'GSM ': '06 11 22 33 44',
          'Courriel ': 'anne@exemple.fr',
          'Numéro adhérent ': 'A-7',
          'Statut ': 'Membre bienfaiteur',
          'Compte ': 'Actif',
          'Date d’échéance ': '2026-12-31',
          'Autres informations ': 'Préfère le courrier',
        }),
      ),
    )
    expect(look.program).toBe('galette')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: 'A-7',
        civility: 'Mme',
        firstName: 'Anne',
        particle: 'de',
        lastName: 'Brissac',
        born: '1951-02-03',
        birthPlace: 'Angers',
        profession: 'Archiviste',
        languages: ['fr'],
        category: 'Membre bienfaiteur',
        notes: 'Préfère le courrier',
        emails: [{ label: '', address: 'anne@exemple.fr' }],
        phones: [
          { label: '', number: '+33241112233' },
          { label: 'mobile', number: '+33611223344' },
        ],
        addresses: [{ street: '8, quai Ligny', postcode: '49100', city: 'Angers', country: 'FR' }],
        extras: ['ID de l’adhérent: 7', 'Pseudo: abrissac'],
      },
    ])
  })

  test('Galette, its model of import and its list of dues', async () => {
    const { look, contacts } = await brought(
      list(
        'nom_adh;prenom_adh;ddn_adh;adresse_adh;cp_adh;ville_adh;pays_adh;tel_adh;gsm_adh;email_adh;prof_adh;pseudo_adh;societe_adh;login_adh;date_crea_adh;id_statut;info_public_adh;info_adh',
        'Morel;Jean;1940-12-01;2 place du Marché;89000;Auxerre;;0386112233;;;;;;jmorel;2011-03-04;4;;ancien président',
      ),
    )
    expect(look.program).toBe('galette')
    expect(contacts).toEqual([
      {
        kind: 'person',
        firstName: 'Jean',
        lastName: 'Morel',
        born: '1940-12-01',
        joined: '2011',
        category: '4',
        notes: 'ancien président',
        phones: [{ label: '', number: '+33386112233' }],
        addresses: [{ street: '2 place du Marché', postcode: '89000', city: 'Auxerre' }],
        extras: ['date_crea_adh: 2011-03-04', 'login_adh: jmorel'],
      },
    ])
    const dues = await brought(
      list('Name;Surname;Town;Amount;Begin date;End date', 'Morel;Jean;Auxerre;25.00;2026-01-01;2026-12-31'),
    )
    expect(dues.look.program).toBe('galette')
    expect(dues.lines.map(({ outcome, name }) => [outcome, name])).toEqual([['changed', 'Morel Jean']])
  })

  test('Dolibarr: a member on a line for each subscription is one person', async () => {
    const heading =
      'Id,Réf. adhérent,Titre civilité,Nom,Prénom,Identifiant,Nature,Société,Adresse,Code postal,Ville,Pays,Tél pro.,Tél. perso.,Tél. portable,Email,Date de naissance,État,Libellé du type adhérent,Id adhésion,Date adhésion,Date fin adhésion,Montant'
    const lise =
      '3,M-3,MME,Garnier,Lise,lgarnier,phy,,4 rue Haute,67000,Strasbourg,France,,0388112233,,lise@exemple.fr,1962-04-05,1,Adhérent'
    const { look, lines, contacts } = await brought(
      list(
        heading,
        `${lise},10,2024-01-15,2026-12-31,20.00`,
        '4,M-4,MR,Roy,Paul,proy,phy,,,,,,,,,,,0,Adhérent,11,2024-02-01,2024-12-31,20.00',
        `${lise},27,2025-01-20,2026-12-31,22.00`,
        `${lise},41,2026-01-09,2026-12-31,22.00`,
      ),
    )
    expect(look.program).toBe('dolibarr')
    expect(lines.map(({ line, outcome, problems }) => [line, outcome, problems.map(({ code }) => code)])).toEqual([
      [2, 'created', []],
      [3, 'created', []],
      [4, 'unchanged', ['sameMemberAsLine']],
      [5, 'unchanged', ['sameMemberAsLine']],
    ])
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: 'M-3',
        civility: 'Mme',
        firstName: 'Lise',
        lastName: 'Garnier',
        born: '1962-04-05',
        category: 'Adhérent',
        emails: [{ label: '', address: 'lise@exemple.fr' }],
        phones: [{ label: 'home', number: '+33388112233' }],
        addresses: [{ street: '4 rue Haute', postcode: '67000', city: 'Strasbourg', country: 'FR' }],
        extras: [
          'Id: 3',
          'Identifiant: lgarnier',
          'Id adhésion: 10',
          'Date fin adhésion: 2026-12-31',
          'Id adhésion (2): 27',
          'Id adhésion (3): 41',
        ],
      },
      {
        kind: 'person',
        memberNumber: 'M-4',
        civility: 'M.',
        firstName: 'Paul',
        lastName: 'Roy',
        status: 'resigned',
        category: 'Adhérent',
        extras: ['Id: 4', 'Identifiant: proy', 'Id adhésion: 11', 'Date fin adhésion: 2024-12-31'],
      },
    ])
  })

  test('HelloAsso: the payer is not the member, unless the line says so', async () => {
    const heading =
      'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Tarif;Montant tarif;Code Promo;Montant code promo;Date de naissance;Téléphone ;"Souhaitez-vous recevoir la lettre\npar courriel ?"'
    const { look, contacts } = await brought(
      `\ufeff${list(
        heading,
        '90001;12/09/2026 10:22;Validé;Petit;Noé;Petit;Claire;claire@exemple.fr;;Carte bancaire;Enfant;15,00;;;03/05/2015;06 12 34 56 78;Oui',
        '90002;13/09/2026 18:02;Validé;DURAND;Éric;Durand;Eric;eric@exemple.fr;;Carte bancaire;Adulte;25,50;;;23/11/1970;;Non',
      )}`,
    )
    expect(look.program).toBe('helloAsso')
    expect(look.reading).toMatchObject({ delimiter: ';', encoding: 'utf-8', headerRow: 1, days: 'dayFirst' })
    expect(contacts).toEqual([
      {
        kind: 'person',
        firstName: 'Éric',
        lastName: 'DURAND',
        born: '1970-11-23',
        category: 'Adulte',
        emails: [{ label: '', address: 'eric@exemple.fr' }],
        extras: ['Souhaitez-vous recevoir la lettre par courriel ?: Non'],
      },
      {
        kind: 'person',
        firstName: 'Noé',
        lastName: 'Petit',
        born: '2015-05-03',
        category: 'Enfant',
        phones: [{ label: 'mobile', number: '+33612345678' }],
        extras: [
          'Nom payeur: Petit',
          'Prénom payeur: Claire',
          'Email payeur: claire@exemple.fr',
          'Souhaitez-vous recevoir la lettre par courriel ?: Oui',
        ],
      },
    ])
  })

  test('HelloAsso’s sales name who paid alone', async () => {
    const { look, contacts } = await brought(
      list(
        'Référence commande;Date de la commande;Statut de la commande;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Tarif;Montant tarif',
        '7;01/02/2026 09:00;Validé;Blanc;Rose;rose@exemple.fr;;Carte bancaire;Calendrier;10,00',
      ),
    )
    expect(look.program).toBe('helloAsso')
    expect(contacts).toMatchObject([{ lastName: 'Blanc', firstName: 'Rose', emails: [{ address: 'rose@exemple.fr' }] }])
  })

  test('AssoConnect', async () => {
    const { look, contacts } = await brought(
      list(
        'Identifiant unique;Civilité;Nom;Prénom;Email;Date de naissance;Adresse;Code postal;Ville;Pays;Téléphone mobile',
        'AC-9;M.;Lopez;Jean;jean@exemple.fr;17/08/1980;1 rue Neuve;33000;Bordeaux;France;0612345678',
      ),
    )
    expect(look.program).toBe('assoConnect')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: 'AC-9',
        civility: 'M.',
        firstName: 'Jean',
        lastName: 'Lopez',
        born: '1980-08-17',
        emails: [{ label: '', address: 'jean@exemple.fr' }],
        phones: [{ label: 'mobile', number: '+33612345678' }],
        addresses: [{ street: '1 rue Neuve', postcode: '33000', city: 'Bordeaux', country: 'FR' }],
      },
    ])
  })

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

  test('Tendenci', async () => {
    const headings =
      'salutation,first_name,last_name,initials,display_name,email,email2,address,address2,city,state,zipcode,country,company,position_title,department,phone,phone2,home_phone,work_phone,mobile_phone,fax,url,dob,spouse,direct_mail,notes,admin_notes,username,member_number'.split(
        ',',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(','),
        row(headings, ',', {
          salutation: 'Mrs',
          first_name: 'Joan',
          last_name: 'Mills',
          email: 'joan@example.com',
          email2: 'mills@example.org',
          address: '4 Oak Ave',
          address2: 'Suite 2',
          city: 'Dayton',
          state: 'OH',
          zipcode: '45402',
          country: 'USA',
          position_title: 'Nurse',
          phone: '+1 937 555 0123',
          dob: '12/31/1966',
          direct_mail: 'True',
          notes: 'Brings cake',
          admin_notes: 'Paid late',
          username: 'joan',
          member_number: '118',
        }),
      ),
    )
    expect(look.program).toBe('tendenci')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: '118',
        civility: 'Mrs',
        firstName: 'Joan',
        lastName: 'Mills',
        born: '1966-12-31',
        profession: 'Nurse',
        notes: 'Brings cake\nPaid late',
        emails: [
          { label: '', address: 'joan@example.com' },
          { label: '', address: 'mills@example.org' },
        ],
        phones: [{ label: '', number: '+19375550123' }],
        addresses: [
          {
            complement: 'Suite 2',
            street: '4 Oak Ave',
            postcode: '45402',
            city: 'Dayton',
            region: 'OH',
            country: 'US',
          },
        ],
        extras: ['direct_mail: True', 'username: joan'],
      },
    ])
  })

  test('JVerein: a day of death, people and bodies', async () => {
    const headings =
      'mitgliedsnummer;vorname;name;geschlecht;geburtsdatum;adresstyp;personenart;titel;anrede;strasse;adressierungszusatz;ort;plz;staat;email;telefondienstlich;telefonprivat;handy;beitragsgruppe;eintritt;austritt;kuendigung;sterbetag;iban'.split(
        ';',
      )
    const { look, contacts } = await brought(
      list(
        headings.join(';'),
        row(headings, ';', {
          mitgliedsnummer: '77',
          vorname: 'Karl',
          name: 'Weiß',
          geschlecht: 'm',
          geburtsdatum: '04.05.1931',
          personenart: 'n',
          titel: 'Dr.',
          anrede: 'Herr',
          strasse: 'Lindenweg 3',
          adressierungszusatz: 'Hinterhaus',
          ort: 'Köln',
          plz: '50667',
          staat: 'Deutschland',
          telefonprivat: '+49 221 123456',
          beitragsgruppe: 'Rentner',
          eintritt: '01.01.1960',
          sterbetag: '09.10.2020',
        }),
        row(headings, ';', {
          mitgliedsnummer: '78',
          name: 'Sparkasse Köln',
          personenart: 'j',
          ort: 'Köln',
          plz: '50670',
        }),
      ),
    )
    expect(look.program).toBe('jverein')
    expect(contacts).toEqual([
      {
        kind: 'organisation',
        memberNumber: '78',
        name: 'Sparkasse Köln',
        addresses: [{ postcode: '50670', city: 'Köln' }],
      },
      {
        kind: 'person',
        memberNumber: '77',
        civility: 'M.',
        title: 'Dr.',
        firstName: 'Karl',
        lastName: 'Weiß',
        born: '1931-05-04',
        died: '2020-10-09',
        category: 'Rentner',
        joined: '1960',
        phones: [{ label: '', number: '+49221123456' }],
        addresses: [
          { complement: 'Hinterhaus', street: 'Lindenweg 3', postcode: '50667', city: 'Köln', country: 'DE' },
        ],
        extras: ['eintritt: 01.01.1960', 'geschlecht: m'],
      },
    ])
  })

  test('Wild Apricot', async () => {
    const { look, contacts } = await brought(
      list(
        'DisplayName,Id,Url,FirstName,LastName,Organization,Email,ProfileLastUpdated,MembershipLevel,Status,IsAccountAdministrator,TermsOfUseAccepted,Archived,Donor,Event registrant,Member',
        '"Stone, Amy",5501,,Amy,Stone,,amy@example.com,2026-01-02T10:00:00,Gold,Active,False,True,False,False,False,True',
        '"Reed, Bob",5502,,Bob,Reed,,,,Gold,Lapsed,False,,,,,True',
      ),
    )
    expect(look.program).toBe('wildApricot')
    expect(contacts).toEqual([
      {
        kind: 'person',
        memberNumber: '5502',
        firstName: 'Bob',
        lastName: 'Reed',
        status: 'resigned',
        category: 'Gold',
        extras: ['IsAccountAdministrator: False', 'Member: True'],
      },
      {
        kind: 'person',
        memberNumber: '5501',
        firstName: 'Amy',
        lastName: 'Stone',
        category: 'Gold',
        emails: [{ label: '', address: 'amy@example.com' }],
        extras: [
          'ProfileLastUpdated: 2026-01-02T10:00:00',
          'IsAccountAdministrator: False',
          'TermsOfUseAccepted: True',
          'Archived: False',
          'Donor: False',
          'Event registrant: False',
          'Member: True',
        ],
      },
    ])
  })
})

describe('the program is known, or chosen', () => {
  test('a list of no program has none; cards are told by what made them', async () => {
    const { look } = await brought(list('Nom;Prénom;Ville', 'Dupont;Jean;Pau'))
    expect(look.program).toBeUndefined()
    const { exchange } = office.client
    const card =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iCloud Web Address Book 2415B14//EN\r\nN:Roux;Ève;;;\r\nFN:Ève Roux\r\nEND:VCARD\r\n'
    const { staging } = await exchange.stage({ name: 'roux.vcf', chunk: Buffer.from(card).toString('base64') })
    expect(await finish(await exchange.look({ staging }))).toMatchObject({ program: 'icloud', rows: 1 })
    expect(programOfCard('-//Apple Inc.//iCloud Web Address Book 2415B14//EN')).toBe('icloud')
    expect(programOfCard('-//Nobody//EN')).toBeUndefined()
  })
  test('a program that is chosen is taken at its word', async () => {
    const { look } = await brought(list('Name;Surname;Town', 'Dupont;Jean;Pau'), { program: 'jverein' })
    expect(look.program).toBe('jverein')
    expect(look.columns.map(({ target }) => target)).toEqual(['lastName', 'extra', 'city'])
  })
  test('every program has a name it is called by, and a form of its lists', () => {
    for (const key of programKeys) {
      expect(programCalled(key.toUpperCase())).toBe(key)
      expect(programCalled(programNames[key])).toBe(key)
      expect(programOf([], key)?.key).toBe(key)
    }
    expect(programCalled('toString')).toBeUndefined()
  })
})
