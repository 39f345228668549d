/** Lists as other programs write them, with their real headings and invented people, from the file to the records. */
import { describe, expect, test } from 'vitest'
import { brought, list, quoted, row, theOffice } from '../../../tests/lists-of-programs.ts'
import { finish } from '../kit/request.ts'
import { programCalled, programKeys, programNames } from './program.rules.ts'
import { programOf, programOfCard } from './programs.ts'

describe('French lists of members are recognised, and become records', () => {
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
})

describe('the program is known, or chosen', () => {
  test('a list of no program has none; cards are told by what made them', async () => {
    const { look } = await brought(list('Nom;Prénom;Ville', 'Dupont;Jean;Pau'))
    expect(look.program).toBeUndefined()
    const { exchange } = theOffice().client
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
