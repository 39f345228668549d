/**
 * What of the register goes into the archive of everything, table by table, in words: a table is a file, a column has a
 * heading and what its codes mean. A table or a column made later fails a test until it is here (`everything.test.ts`).
 */
import { actsInWords } from '../../kit/refusal-acts.ts'
import { groupKindWords, kindWords, statusWords } from '../export-words.ts'
import { addressKindWords, supportSubjectWords, supportWayWords } from '../kind-words.ts'
import { consentBasisWords, consentFieldWords, consentSourceWords, remarkWords } from './code-words.ts'
import { editionTables } from './edition-tables.ts'
import { letterTables } from './letter-tables.ts'

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
  ...editionTables,
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
