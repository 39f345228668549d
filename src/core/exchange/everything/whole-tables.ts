/**
 * What of the register goes into the archive of everything, table by table, in words: a table is a file, a column has a
 * heading and what its codes mean. A table or a column made later fails a test until it is here (`everything.test.ts`).
 */
import { actsInWords } from '../../kit/refusal-acts.ts'
import { groupKindWords, kindWords, statusWords } from '../export-words.ts'
import { addressKindWords, supportSubjectWords, supportWayWords } from '../kind-words.ts'
import { consentBasisWords, consentFieldWords, consentSourceWords, remarkWords } from './code-words.ts'
import { letterColumns, letterTables } from './letter-tables.ts'

export type Said = { readonly fr: string; readonly en: string }
const said = (fr: string, en: string): Said => ({ fr, en })

export type WholeTable = {
  /** The name of its file, without extension. */
  readonly file: Said
  readonly about: Said
  /** Columns that are not written: computed from others, or of the program's own. */
  readonly without?: readonly string[]
  /** Headings of its own, where the common ones do not do. */
  readonly columns?: Readonly<Record<string, Said>>
  /** What its codes mean. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, Said>>>>
}

const paired = <Key extends string>(words: {
  readonly fr: Readonly<Record<Key, string>>
  readonly en: Readonly<Record<Key, string>>
}): Readonly<Record<string, Said>> =>
  Object.fromEntries(Object.keys(words.fr).map((key) => [key, said(words.fr[key as Key], words.en[key as Key])]))

/** Numbers that say how often a row was changed, and texts made from others to sort and search by. */
const OWN = ['revision', 'folded', 'sort_key', 'search_text']
const media = {
  paper: said('papier', 'paper'),
  pdf: said('PDF', 'PDF'),
  web: said('site', 'web site'),
  register: said('fichier des membres', 'members’ file'),
}
const both = {
  person: said('personnes', 'people'),
  organisation: said('organismes', 'organisations'),
  both: said('toutes', 'all'),
}

export const wholeTables: Readonly<Record<string, WholeTable>> = {
  association: {
    file: said('association', 'association'),
    about: said('L’association', 'The association'),
    words: { language: { fr: said('français', 'French'), en: said('anglais', 'English') } },
  },
  contact: {
    file: said('fiches', 'records'),
    about: said('Les personnes et les organismes, corbeille comprise', 'People and organisations, trash included'),
    without: OWN,
    words: { kind: paired(kindWords), status: paired(statusWords) },
  },
  member_category: {
    file: said('categories', 'categories'),
    about: said('Les catégories de membres', 'Categories of members'),
    without: OWN,
  },
  email: { file: said('courriels', 'emails'), about: said('Les adresses électroniques', 'E-mail addresses') },
  phone: { file: said('telephones', 'phones'), about: said('Les téléphones', 'Telephones') },
  address: {
    file: said('adresses', 'addresses'),
    about: said('Les adresses postales', 'Postal addresses'),
    words: { kind: paired(addressKindWords) },
  },
  extra: {
    file: said('champs-remplis', 'field-values'),
    about: said(
      'Ce que disent les fiches dans les champs de l’association',
      'What records say in the association’s fields',
    ),
  },
  custom_field: {
    file: said('champs', 'fields'),
    about: said('Les champs de l’association', 'The association’s fields'),
    without: OWN,
    words: {
      type: {
        text: said('texte', 'text'),
        number: said('nombre', 'number'),
        day: said('jour', 'day'),
        choice: said('un choix', 'one choice'),
        choices: said('plusieurs choix', 'several choices'),
        yesNo: said('oui ou non', 'yes or no'),
        link: said('lien', 'link'),
        file: said('fichier', 'file'),
      },
      applies: both,
    },
  },
  contact_group: {
    file: said('groupes', 'groups'),
    about: said('Maisons, sections, antennes, instances', 'Houses, sections, branches, bodies'),
    without: OWN,
    columns: { declared: said('Mandats à déclarer', 'Mandates are declared') },
    words: { kind: paired(groupKindWords) },
  },
  membership: {
    file: said('appartenances', 'memberships'),
    about: said('Qui est dans quel groupe, depuis quand', 'Who is in which group, since when'),
  },
  stay: { file: said('sejours', 'stays'), about: said('Les séjours dans les maisons', 'Stays in the houses') },
  mandate: { file: said('mandats', 'mandates'), about: said('Les mandats dans les instances', 'Mandates in bodies') },
  honour: { file: said('decorations', 'honours'), about: said('Les décorations', 'Honours') },
  alias: {
    file: said('autres-noms', 'other-names'),
    about: said('Les autres noms connus', 'Other names people are known by'),
    words: {
      kind: {
        former: said('ancien nom', 'former name'),
        maiden: said('nom de jeune fille', 'maiden name'),
        married: said('nom de mariage', 'married name'),
        pen: said('nom de plume', 'pen name'),
        spelling: said('autre graphie', 'other spelling'),
      },
    },
  },
  tag: { file: said('etiquettes', 'labels'), about: said('Les étiquettes', 'Labels'), without: OWN },
  contact_tag: {
    file: said('etiquettes-posees', 'labels-put'),
    about: said('Qui porte quelle étiquette', 'Who bears which label'),
  },
  support: {
    file: said('entraide', 'mutual-help'),
    about: said('Ce que chacun propose ou demande', 'What people offer or ask for'),
    words: { way: paired(supportWayWords), subject: paired(supportSubjectWords) },
  },
  representative: {
    file: said('representants', 'representatives'),
    about: said('Par qui un organisme est joint', 'Through whom an organisation is reached'),
    columns: { rank: said('Qualité', 'Standing') },
    words: {
      rank: {
        delegate: said('délégué', 'delegate'),
        substitute: said('suppléant', 'substitute'),
        contact: said('correspondant', 'contact'),
      },
    },
  },
  household: {
    file: said('foyers', 'households'),
    about: said('Ceux qui partagent une enveloppe', 'Those who share an envelope'),
    without: OWN,
  },
  household_member: {
    file: said('foyers-membres', 'household-members'),
    about: said('Qui est de quel foyer', 'Who belongs to which household'),
    words: {
      role: { partner: said('conjoint', 'partner'), child: said('enfant', 'child'), other: said('autre', 'other') },
    },
  },
  consent: {
    file: said('consentements', 'consents'),
    about: said('Chaque réponse sur la publication, datée', 'Each answer about publication, dated'),
    words: {
      medium: media,
      field: consentFieldWords,
      value: { yes: said('oui', 'yes'), no: said('non', 'no') },
      basis: consentBasisWords,
      source: consentSourceWords,
    },
  },
  publication_default: {
    file: said('publication-habituelle', 'publication-by-default'),
    about: said('Ce qui se publie de qui n’a rien dit', 'What is published of those who said nothing'),
    words: { medium: media, field: consentFieldWords },
  },
  photo: {
    file: said('photos', 'photos'),
    about: said('Les photos, dans le dossier photos', 'Photos, in the folder photos'),
    words: { type: { 'image/jpeg': said('JPEG', 'JPEG'), 'image/png': said('PNG', 'PNG') } },
  },
  saved_list: {
    file: said('listes', 'lists'),
    about: said('Les listes enregistrées', 'Saved lists'),
    without: OWN,
    words: { kind: { live: said('selon des critères', 'by criteria'), fixed: said('choisie à la main', 'by hand') } },
  },
  saved_list_member: {
    file: said('listes-membres', 'list-members'),
    about: said('Qui a été mis dans quelle liste', 'Who was put into which list'),
  },
  export_model: {
    file: said('modeles-d-export', 'export-models'),
    about: said(
      'Les colonnes des listes exportées, gardées sous un nom',
      'Columns of exported lists, kept under a name',
    ),
    without: OWN,
  },
  two_people: {
    file: said('homonymes', 'not-duplicates'),
    about: said('Paires de fiches reconnues comme deux personnes', 'Pairs of records known to be two people'),
  },
  accepted_remark: {
    file: said('remarques-acceptees', 'accepted-remarks'),
    about: said('Remarques sur des fiches, acceptées telles quelles', 'Remarks on records accepted as they are'),
    words: { remark: remarkWords },
  },
  due_year: {
    file: said('annees-de-cotisation', 'years-of-dues'),
    about: said('Les années de cotisation', 'Years of dues'),
    without: OWN,
    words: {
      kind: {
        calendar: said('année civile', 'calendar year'),
        season: said('saison', 'season'),
        rolling: said('douze mois', 'twelve months'),
      },
    },
  },
  due_rate: {
    file: said('tarifs', 'rates'),
    about: said('Les tarifs de chaque année', 'Rates of each year'),
    without: OWN,
  },
  due: {
    file: said('cotisations', 'dues'),
    about: said('Ce que chacun doit pour chaque année', 'What each owes for each year'),
    words: {
      said: {
        owed: said('due', 'owed'),
        exempt: said('exempté', 'exempt'),
        waived: said('remise', 'waived'),
        stopped: said('arrêtée', 'stopped'),
        settled: said('soldée', 'settled'),
      },
    },
  },
  payment: {
    file: said('reglements', 'payments'),
    about: said('Les règlements reçus', 'Payments received'),
    without: OWN,
    words: {
      mode: {
        cheque: said('chèque', 'cheque'),
        cash: said('espèces', 'cash'),
        transfer: said('virement', 'transfer'),
        directDebit: said('prélèvement', 'direct debit'),
        card: said('carte', 'card'),
        helloAsso: said('HelloAsso', 'HelloAsso'),
        other: said('autre', 'other'),
      },
    },
  },
  payment_line: {
    file: said('reglements-lignes', 'payment-lines'),
    about: said('À quoi va chaque règlement', 'What each payment is for'),
    words: {
      kind: {
        due: said('cotisation', 'due'),
        gift: said('don', 'gift'),
        grant: said('subvention', 'grant'),
        training: said('formation', 'training'),
        sale: said('vente', 'sale'),
        service: said('service', 'service'),
        event: said('événement', 'event'),
        unassigned: said('à affecter', 'unassigned'),
      },
    },
  },
  deposit: {
    file: said('remises-en-banque', 'deposits'),
    about: said('Les remises de chèques et d’espèces', 'Deposits of cheques and cash'),
    without: ['revision'],
    words: { mode: { cheque: said('chèque', 'cheque'), cash: said('espèces', 'cash') } },
  },
  statement_line: {
    file: said('lignes-de-releves', 'statement-lines'),
    about: said('Les crédits des relevés de banque et de HelloAsso', 'Credits of bank and HelloAsso statements'),
    without: ['identity'],
    words: {
      mode: { transfer: said('banque', 'bank'), helloAsso: said('HelloAsso', 'HelloAsso') },
      state: {
        waiting: said('en attente', 'waiting'),
        matched: said('rapprochée', 'matched'),
        skipped: said('écartée', 'set aside'),
      },
    },
  },
  statement_label: {
    file: said('libelles-reconnus', 'known-labels'),
    about: said('De qui sont les libellés des relevés', 'Whose the labels of statements are'),
    columns: { folded: said('Libellé', 'Label') },
  },
  ...letterTables,
  journal_act: {
    file: said('historique', 'history'),
    about: said('Qui a fait quoi et quand, sans le détail', 'Who did what and when, without the details'),
    without: ['first_row', 'last_row'],
    columns: { name: said('Acte', 'Act') },
    words: {
      name: {
        ...actsInWords,
        'association.new': said('la création de l’association', 'the making of the association'),
      },
    },
  },
}

/** Tables that stay out, and why. */
export const leftOut: Readonly<Record<string, Said>> = {
  journal_row: said(
    'les anciennes valeurs de chaque changement : elles restent dans le dossier de l’association',
    'the former values of every change: they stay in the association’s folder',
  ),
  journal_now: said('où en est le programme', 'where the program stands'),
  search_hold: said('où en est la recherche', 'where the search stands'),
  import_memory: said('les correspondances de colonnes déjà choisies', 'how columns of lists were read before'),
}

/** Headings of columns by their names, in the words of the window. */
export const commonColumns: Readonly<Record<string, Said>> = {
  ...letterColumns,
  id: said('N°', 'No.'),
  contact_id: said('N° de fiche', 'Record no.'),
  person_id: said('N° de la personne', 'Person’s record no.'),
  position: said('Rang', 'Rank'),
  label: said('Libellé', 'Label'),
  name: said('Nom', 'Name'),
  kind: said('Nature', 'Kind'),
  since: said('Depuis', 'From'),
  until: said('Jusqu’à', 'Until'),
  notes: said('Notes', 'Notes'),
  group_id: said('N° de groupe', 'Group no.'),
  parent_id: said('N° du groupe au-dessus', 'Parent group no.'),
  uuid: said('Identité de l’association', 'Identity of the association'),
  language: said('Langue', 'Language'),
  country: said('Pays (code ISO 3166)', 'Country (ISO 3166 code)'),
  accent: said('Couleur', 'Colour'),
  trashed: said('À la corbeille', 'In the trash'),
  civility: said('Civilité', 'Form of address'),
  title: said('Titre', 'Title'),
  first_name: said('Prénom', 'First name'),
  other_names: said('Autres prénoms', 'Other names'),
  particle: said('Particule', 'Particle'),
  last_name: said('Nom', 'Last name'),
  birth_name: said('Nom de naissance', 'Birth name'),
  studied_name: said('Nom pendant les études', 'Name as a student'),
  nobility: said('Titre de noblesse', 'Title of nobility'),
  suffix: said('Suffixe', 'Suffix'),
  organisation_name: said('Nom de l’organisme', 'Name of the organisation'),
  acronym: said('Sigle', 'Acronym'),
  original_name: said('Nom dans son écriture', 'Name in its own script'),
  sort_override: said('Classer à', 'File under'),
  display_name: said('Nom affiché', 'Name as shown'),
  member_number: said('N° de membre', 'Member number'),
  status: said('Situation', 'Status'),
  category_id: said('N° de catégorie', 'Category no.'),
  joined: said('Année d’entrée', 'Year of entry'),
  profession: said('Profession', 'Profession'),
  pronoun: said('Pronom', 'Pronoun'),
  born: said('Naissance', 'Born'),
  birth_place: said('Lieu de naissance', 'Place of birth'),
  died: said('Décès', 'Died'),
  left_on: said('Départ', 'Left'),
  confirmed: said('Fiche confirmée le', 'Record confirmed on'),
  languages: said('Langues (codes ISO 639)', 'Languages (ISO 639 codes)'),
  merged_into: said('Fusionnée dans la fiche n°', 'Merged into record no.'),
  address: said('Adresse électronique', 'E-mail address'),
  number: said('Numéro', 'Number'),
  complement: said('Complément', 'Building, care of'),
  street: said('Voie', 'Street'),
  locality: said('Lieu-dit, boîte postale', 'Place, post box'),
  postcode: said('Code postal', 'Postcode'),
  city: said('Ville', 'City'),
  region: said('Région, État', 'Region, state'),
  override: said('Lignes telles qu’imprimées', 'Lines as printed'),
  season_from: said('Chaque année du (mois-jour)', 'Each year from (month-day)'),
  season_until: said('Chaque année au (mois-jour)', 'Each year to (month-day)'),
  returned: said('Courrier revenu le', 'Mail came back on'),
  household_id: said('N° de foyer', 'Household no.'),
  value: said('Valeur', 'Value'),
  occurrence: said('Remplissage (0 : le premier)', 'Filling (0: the first)'),
  founded: said('Fondé en', 'Founded'),
  closed: said('Clos', 'Closed'),
  declared: said('Déclaré le', 'Declared on'),
  end_declared: said('Fin déclarée le', 'End declared on'),
  grade: said('Grade', 'Grade'),
  year: said('Année', 'Year'),
  printed: said('Imprimé', 'Printed'),
  tag_id: said('N° d’étiquette', 'Label no.'),
  room: said('Chambre', 'Room'),
  programme: said('Études, programme', 'Studies, programme'),
  function: said('Fonction', 'Function'),
  election: said('Élection', 'Election'),
  way: said('Sens', 'Way'),
  subject: said('Sujet', 'Subject'),
  field: said('Champ', 'Field'),
  rank: said('Rang', 'Rank'),
  role: said('Rôle', 'Role'),
  addressee: said('Destinataire écrit', 'Addressee as written'),
  salutation: said('Formule d’appel', 'Salutation'),
  medium: said('Support', 'Medium'),
  basis: said('Fondement', 'Basis'),
  day: said('Jour', 'Day'),
  source: said('Source', 'Source'),
  proof: said('Preuve', 'Proof'),
  sha256: said('Empreinte du fichier (SHA-256)', 'Fingerprint of the file (SHA-256)'),
  type: said('Type', 'Type'),
  width: said('Largeur, en points', 'Width, in dots'),
  height: said('Hauteur, en points', 'Height, in dots'),
  applies: said('Pour quelles fiches', 'For which records'),
  choices: said('Choix', 'Choices'),
  repeats_in: said('Répété dans', 'Repeats in'),
  filter: said('Critères (JSON)', 'Criteria (JSON)'),
  columns: said('Colonnes (JSON)', 'Columns (JSON)'),
  sort: said('Ordre (JSON)', 'Order (JSON)'),
  list_id: said('N° de liste', 'List no.'),
  first_id: said('N° de la première fiche', 'First record no.'),
  second_id: said('N° de la seconde fiche', 'Second record no.'),
  remark: said('Remarque', 'Remark'),
  said: said('Ce qui est dit', 'What is said'),
  at: said('Quand', 'When'),
  by: said('Par qui', 'By whom'),
  undoes: said('Annule l’acte n°', 'Undoes act no.'),
  starts: said('Commence le', 'Begins on'),
  ends: said('Finit le', 'Ends on'),
  due_by: said('À payer avant le', 'To be paid by'),
  late_from: said('Compte pour la suivante à partir du', 'Counts for the next from'),
  year_id: said('N° d’année', 'Year no.'),
  rate_id: said('N° de tarif', 'Rate no.'),
  cents: said('Montant', 'Amount'),
  free: said('Montant libre', 'Free amount'),
  persons: said('Personnes', 'Persons'),
  votes: said('Voix', 'Votes'),
  eligible: said('Éligible', 'Eligible'),
  directory_copy: said('Reçoit l’annuaire', 'Receives the directory'),
  legal_person: said('Personne morale', 'Legal person'),
  life: said('À vie', 'For life'),
  exempt: said('Exempté', 'Exempt'),
  said_on: said('Depuis le', 'Since'),
  reason: said('Raison', 'Reason'),
  covered_by_id: said('Couverte par la fiche n°', 'Covered by record no.'),
  payer_id: said('N° de fiche du payeur', 'Payer’s record no.'),
  payer: said('Payeur', 'Payer'),
  mode: said('Mode', 'Mode'),
  received_on: said('Reçu le', 'Received on'),
  credited_on: said('Crédité le', 'Credited on'),
  reference: said('Référence', 'Reference'),
  drawer: said('Tireur', 'Drawer'),
  made_on: said('Faite le', 'Made on'),
  account: said('Compte', 'Account'),
  counted: said('Pièces et billets comptés (JSON)', 'Notes and coins counted (JSON)'),
  deposit_id: said('N° de remise', 'Deposit no.'),
  payment_id: said('N° de règlement', 'Payment no.'),
  beneficiary: said('Pour qui', 'For whom'),
  email: said('Courriel', 'E-mail'),
  state: said('État', 'State'),
  bank: said('Banque', 'Bank'),
  currency: said('Devise', 'Currency'),
  decision: said('Décision', 'Decision'),
  decided_on: said('Décidé le', 'Decided on'),
  foreign_amount: said('Montant dans sa devise', 'Amount in its currency'),
  charges: said('Frais de banque', 'Bank charges'),
  reversal_of: said('Contrepasse le règlement n°', 'Reverses payment no.'),
  note: said('Note', 'Note'),
}

/** Columns that hold hundredths of a currency. */
export const isMoney = (column: string): boolean => ['cents', 'foreign_amount', 'charges'].includes(column)
