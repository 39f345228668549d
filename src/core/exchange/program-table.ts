/**
 * What is particular about the lists of each program. What stands here goes before the words any list is read by
 * (header-words.ts), which do the rest. Headings are folded (kit/text), so without the blanks and colons around them.
 * Their sources: the programs' own code and public programs that read their files; `assoConnect` publishes none.
 */
import type { Subscription } from '../dues/dues-list.rules.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import type { ProgramKey } from './program.rules.ts'

export type JoinedColumns = { readonly into: string; readonly columns: string; readonly by: string }

export type Program = {
  readonly key: ProgramKey
  /** Headings that tell it: all of one line. The longest line found in a file wins. */
  readonly marks: readonly string[]
  /** What the columns are: `heading, heading`, by target. */
  readonly columns?: Readonly<Partial<Record<ColumnTarget, string>>>
  /** Cells written as codes: by heading, what a code stands for. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns that are one thing: `into`, one of them, takes the cells of all. */
  readonly joined?: readonly JoinedColumns[]
  /** Days in figures have their month first, unless the cells show otherwise. */
  readonly monthFirst?: true
  /** Columns of a subscription, as a line lists it, by what they are; all but `payer` are dues among `columns`. */
  readonly dues?: Readonly<Partial<Record<keyof Subscription, string>>>
  /** A person stands on several lines, known by one of `by`; `each` are the columns that differ. */
  readonly repeated?: { readonly by: string; readonly each: string }
  /** Columns that are the person's own only where the pairs say the same on the line. */
  readonly ownWhenSame?: {
    readonly pairs: readonly (readonly [string, string])[]
    readonly columns: Readonly<Partial<Record<ColumnTarget, string>>>
  }
}

const civilityCodes = { MR: 'M.', MME: 'Mme', MLE: 'Mlle', DR: 'Dr', MTRE: 'Me' } as const
const dolibarrStatuses = { '1': 'membre', '0': 'démissionnaire', '-1': 'contact', '-2': 'exclu' } as const
const outlookNoise = {
  skip:
    'priority, sensitivity, private, internet free busy, show free busy, priorite, critere de diffusion, prive, ' +
    'disponibilite internet, type de courrier, type de courrier 2, type de courrier 3, e mail type, e mail 2 type, e mail 3 type',
} as const
const outlookCodes = {
  gender: { Unspecified: '', Unknown: '' },
  sexe: { 'Non spécifié': '', Indéterminé: '' },
} as const

export const programs: readonly Program[] = [
  {
    // Paheko's list of subscriptions: a line each.
    key: 'paheko',
    marks: ['numero de membre, activite, tarif, date d expiration'],
    columns: {
      fullName: 'nom prenom',
      due: 'date d inscription, debut de l activite, date d expiration, montant a regler, paye',
      extra: 'activite, tarif',
    },
    dues: {
      begins: 'date d inscription, debut de l activite',
      until: 'date d expiration',
      amount: 'montant a regler',
      isPaid: 'paye',
    },
    repeated: {
      by: 'numero de membre',
      each: 'activite, tarif, date d inscription, debut de l activite, date d expiration, montant a regler, paye',
    },
  },
  {
    key: 'paheko',
    marks: [
      'numero de membre, nom prenom, date d inscription',
      'numero de membre, nom prenom, adresse e mail, categorie',
      'numero de membre, inscription a la lettre d information',
      'numero, nom, code postal, date inscription',
      'numero, nom, lettre infos',
      'rattache a, membres rattaches, categorie',
      // The whole base, whose subscriptions stay fields: a member has several on the line.
      'numero de membre, categorie, activite, tarif, debut de l activite, date d expiration',
    ],
    columns: {
      fullName: 'nom prenom',
      extra:
        'rattache a, membres rattaches, activite, tarif, debut de l activite, date d expiration, montant a regler, paye, inscription a la lettre d information, lettre infos',
      born: 'date de naissance complete, annee de naissance, date naissance, annee naissance',
      joined: 'date d inscription, date inscription',
    },
  },
  {
    key: 'galette',
    marks: ['nom adh, prenom adh', 'id de l adherent, nom, prenom', 'nom, prenom, apparaitre sur les pages publiques'],
    columns: {
      extra: 'id de l adherent, parent, date de modification, fingerprint, id gnupg gpg',
      due: 'date d echeance',
      category: 'statut, id statut',
      status: 'compte, activite adh',
      joined: 'date crea adh, date de creation',
      languages: 'pref lang, langue',
      birthPlace: 'lieu naissance, lieu de naissance',
      notes: 'autres informations, autres informations admin, info adh, info public adh',
      memberNumber: 'numero adherent, num adh',
    },
    codes: { 'activite adh': { '1': 'membre', '0': 'inactif' } },
    // Until when the member is up to date: the amount is not in this list.
    dues: { until: 'date d echeance' },
  },
  {
    key: 'galette',
    marks: ['member id, name, first name, zip code', 'name, surname, town, amount, begin date, end date'],
    columns: {
      lastName: 'name',
      firstName: 'first name, surname',
      extra: 'member id',
      due: 'begin date, end date, amount',
      category: 'status',
      memberNumber: 'member number',
    },
    dues: { amount: 'amount', begins: 'begin date', until: 'end date' },
    repeated: { by: 'name', each: 'amount, begin date, end date' },
  },
  {
    key: 'dolibarr',
    marks: [
      'nom, id adhesion, date adhesion',
      'nom, libelle du type adherent',
      'nom, ref adherent, libelle du type adherent',
      'lastname, subscriptionid, datesubscription',
      'lastname, membertypelabel',
      'last name, subscription id, member type label',
    ],
    columns: {
      memberNumber: 'ref adherent, ref, id, id adherent',
      civility: 'titre civilite, civilite, usertitle',
      organisation: 'societe, company',
      kind: 'nature, nature de l adherent',
      status: 'etat, statut, status',
      born: 'date de naissance, date naissance, birthday',
      phone: 'tel pro, telephone pro, phonepro, tel perso, telephone perso, telephone personnel, phoneperso',
      mobile: 'tel portable, telephone portable, phonemobile, mobile',
      region: 'departement canton, state',
      country: 'pays, country',
      notes: 'note publique, note privee, notepublic, noteprivate',
      extra:
        'identifiant, login, code pays, countrycode, photo, genre, gender, date creation, datecreation, date validation, ' +
        'datevalidation, date modification, datelastmodification, date fin adhesion, dateendsubscription, id type adherent, ' +
        'membertypeid, id adhesion, subscriptionid, subscription id',
      due: 'date adhesion, datesubscription, subscription date, montant, amount',
      category: 'libelle du type adherent, membertypelabel, member type label',
    },
    codes: {
      ...{ etat: dolibarrStatuses, statut: dolibarrStatuses, status: dolibarrStatuses },
      ...{ 'titre civilite': civilityCodes, civilite: civilityCodes, usertitle: civilityCodes },
    },
    dues: { begins: 'date adhesion, datesubscription, subscription date', amount: 'montant, amount' },
    repeated: {
      by: 'id, ref adherent, ref, id adherent',
      each: 'id adhesion, subscriptionid, subscription id, date adhesion, datesubscription, subscription date, montant, amount',
    },
  },
  {
    key: 'helloAsso',
    marks: [
      'reference commande, date de la commande, nom adherent, prenom adherent',
      'nom adherent, prenom adherent, email payeur',
    ],
    columns: {
      lastName: 'nom adherent',
      firstName: 'prenom adherent',
      category: 'tarif, tarif de l inscription',
      due:
        'reference commande, date de la commande, statut de la commande, statut, moyen de paiement, montant tarif, ' +
        'montant code promo',
      extra: 'nom payeur, prenom payeur, email payeur, raison sociale, code promo',
    },
    dues: {
      ...{ amount: 'montant tarif', less: 'montant code promo', day: 'date de la commande' },
      ...{ isPaid: 'statut de la commande, statut', mode: 'moyen de paiement', reference: 'reference commande' },
      payer: 'prenom payeur, nom payeur',
    },
    repeated: {
      by: 'nom adherent',
      each:
        'reference commande, date de la commande, statut de la commande, statut, moyen de paiement, montant tarif, ' +
        'code promo, montant code promo',
    },
    ownWhenSame: {
      pairs: [
        ['nom adherent', 'nom payeur'],
        ['prenom adherent', 'prenom payeur'],
      ],
      columns: { email: 'email payeur', skip: 'nom payeur, prenom payeur' },
    },
  },
  {
    // Tickets are no dues.
    key: 'helloAsso',
    marks: [
      'reference commande, date de la commande, nom participant, prenom participant',
      'nom participant, prenom participant, email payeur',
    ],
    columns: {
      lastName: 'nom participant',
      firstName: 'prenom participant',
      category: 'tarif, tarif de l inscription',
      extra:
        'reference commande, date de la commande, statut de la commande, statut, nom payeur, prenom payeur, email payeur, ' +
        'raison sociale, moyen de paiement, montant tarif, code promo, montant code promo, billet, numero de billet',
    },
    ownWhenSame: {
      pairs: [
        ['nom participant', 'nom payeur'],
        ['prenom participant', 'prenom payeur'],
      ],
      columns: { email: 'email payeur', skip: 'nom payeur, prenom payeur' },
    },
  },
  {
    // Sales and gifts name nobody but who paid.
    key: 'helloAsso',
    marks: [
      'reference commande, date de la commande, nom payeur, prenom payeur',
      'nom payeur, prenom payeur, email payeur',
    ],
    columns: {
      lastName: 'nom payeur',
      firstName: 'prenom payeur',
      email: 'email payeur',
      extra:
        'reference commande, date de la commande, statut de la commande, statut, tarif, raison sociale, ' +
        'moyen de paiement, montant tarif, code promo, montant code promo',
    },
  },
  {
    key: 'assoConnect',
    marks: ['identifiant unique, nom, prenom, email', 'id du contact, nom, prenom'],
    columns: { memberNumber: 'identifiant unique, id du contact' },
  },
  {
    key: 'google',
    marks: [
      'first name, last name, phonetic first name, file as',
      'first name, last name, labels, e mail 1 label',
      'given name, family name, yomi name',
      'given name, family name, group membership',
    ],
    columns: {
      fullName: 'name',
      extra: 'file as, nickname, short name, initials, photo, gender, location, organization department',
      organisation: 'organization name, organization 1 name',
      profession: 'organization title, organization 1 title, occupation',
      group: 'labels, group membership',
    },
  },
  {
    key: 'outlook',
    marks: [
      'rue bureau, rue domicile',
      'code postal domicile, ville domicile, prenom, nom',
      'prenom, nom, adresse de courrier, type de courrier',
      'titre, titre 2, prenom, nom, societe',
    ],
    columns: {
      ...outlookNoise,
      fullAddress: 'adresse bureau, adresse domicile, adresse autre',
      email: 'adresse de courrier, adresse de courrier 2, adresse de courrier 3, adresse de messagerie',
      profession: 'titre 2, fonction',
      born: 'anniversaire',
      group: 'categories',
      extra: 'nom complet de l adresse de courrier, service, rappel, bureau, initiales',
    },
    codes: outlookCodes,
  },
  {
    key: 'outlook',
    marks: [
      'first name, last name, e mail address, business street',
      'first name, last name, home street, business street',
      'first name, last name, e mail address, web page, mobile phone',
      'e mail address, e mail 2 address, e mail 3 address',
    ],
    columns: {
      ...outlookNoise,
      fullAddress: 'home address, business address, other address',
      email: 'e mail address, e mail 2 address, e mail 3 address',
      profession: 'job title',
      born: 'birthday',
      group: 'categories',
      extra:
        'e mail display name, e mail 2 display name, e mail 3 display name, profession, location, initials, callback',
    },
    codes: outlookCodes,
    monthFirst: true,
  },
  {
    key: 'thunderbird',
    marks: [
      'display name, primary email, secondary email',
      'display name, first name, last name, primary email',
      'birth year, birth month, birth day, primary email',
    ],
    columns: {
      fullName: 'display name',
      extra: 'nickname, screen name, department, custom 1, custom 2, custom 3, custom 4',
      complement: 'home address 2, work address 2',
      email: 'primary email, secondary email',
    },
  },
  // iCloud writes cards alone: they are known by what made them (`programOfCard`).
  { key: 'icloud', marks: [] },
  {
    key: 'tendenci',
    marks: ['first name, last name, display name, direct mail', 'first name, last name, position title, direct mail'],
    columns: {
      civility: 'salutation',
      email: 'email, email2',
      complement: 'address2',
      phone: 'phone, phone2, home phone, work phone',
      notes: 'notes, admin notes',
      fullName: 'display name',
      extra: 'initials, department, username, spouse, direct mail',
    },
    monthFirst: true,
  },
  {
    key: 'jverein',
    marks: [
      'vorname, name, beitragsgruppe',
      'vorname, name, personenart, eintritt',
      'name, vorname, anzeigename, telefonprivat',
      'name, vorname, strasse, plz, ort, mitgliedsnummer',
    ],
    columns: {
      lastName: 'name',
      firstName: 'vorname',
      kind: 'personenart',
      title: 'titel',
      complement: 'adressierungszusatz',
      died: 'sterbetag',
      born: 'geburtsdatum',
      left: 'austritt',
      joined: 'eintritt',
      category: 'beitragsgruppe',
      fullName: 'anzeigename',
      extra: 'geschlecht, adresstyp, kuendigung, iban, bic',
    },
    codes: { anrede: { Herr: 'M.', Herrn: 'M.', Frau: 'Mme' } },
  },
  {
    key: 'wildApricot',
    marks: [
      'firstname, lastname, membershiplevel',
      'first name, last name, membership level, archived, donor',
      'profilelastupdated, isaccountadministrator',
    ],
    columns: {
      memberNumber: 'id, user id',
      firstName: 'firstname, first name',
      lastName: 'lastname, last name',
      category: 'membershiplevel, membership level',
      status: 'status, membership status',
      fullName: 'displayname',
      extra:
        'url, profilelastupdated, isaccountadministrator, termsofuseaccepted, archived, donor, member, ' +
        'event registrant, suspended member, event announcements, member emails and newsletters, ' +
        'email delivery disabled, receiving emails disabled',
    },
    codes: { status: { Lapsed: 'resigned' }, 'membership status': { Lapsed: 'resigned' } },
    monthFirst: true,
  },
  {
    // The State's list of associations, open data: organisations alone.
    key: 'rna',
    marks: ['titre, date disso, adrs libcommune'],
    columns: {
      memberNumber: 'id',
      organisation: 'titre',
      left: 'date disso',
      complement: 'adrs complement',
      street: 'adrs libvoie',
      locality: 'adrs distrib',
      postcode: 'adrs codepostal',
      city: 'adrs libcommune',
      skip: 'adrs numvoie, adrs repetition, adrs typevoie, gestion, maj time',
      extra:
        'titre court, nature, position, observation, dir civilite, adrs codeinsee, objet, objet social1, objet social2',
    },
    joined: [{ into: 'adrs libvoie', columns: 'adrs numvoie, adrs repetition, adrs typevoie, adrs libvoie', by: ' ' }],
  },
]
