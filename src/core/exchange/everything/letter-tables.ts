/** Tables of letters, reminders and receipts, in words: the part of `wholeTables` that is theirs. */
import type { Said, WholeTable } from './whole-tables.ts'

const said = (fr: string, en: string): Said => ({ fr, en })
const OWN = ['revision', 'folded']
const channels = { post: said('poste', 'post'), email: said('courriel', 'e-mail') }

export const letterTables: Readonly<Record<string, WholeTable>> = {
  letterhead: {
    file: said('papier-a-lettres', 'letterhead'),
    about: said('Ce qui est imprimé sur chaque lettre', 'What is printed on every letter'),
    columns: {
      address: said('Adresse', 'Address'),
      email: said('Courriel', 'E-mail'),
    },
    words: {
      window: {
        any: said('toutes fenêtres', 'any window'),
        dl: said('DL', 'DL'),
        c5: said('C5', 'C5'),
      },
    },
  },
  letter_model: {
    file: said('lettres-types', 'letter-models'),
    about: said('Textes de lettres, gardés sous un nom', 'Texts of letters, kept under a name'),
    without: OWN,
  },
  letter_channel: {
    file: said('voies-de-courrier', 'ways-of-mail'),
    about: said('Par quelle voie chacun veut être écrit', 'How each wants to be written to'),
    words: { channel: { ...channels, nothing: said('aucun courrier', 'no mail') } },
  },
  mailing: {
    file: said('envois', 'mailings'),
    about: said('Les envois de lettres, avec leur texte', 'Runs of letters, with their text'),
    words: {
      kind: {
        letter: said('lettre', 'letter'),
        reminder: said('relance', 'reminder'),
        receipt: said('reçu', 'receipt'),
        labels: said('étiquettes', 'labels'),
      },
    },
  },
  sheet_format: {
    file: said('planches', 'sheets'),
    about: said('Planches d’étiquettes ou de cartes de l’association', 'Sheets of labels or cards of one’s own'),
    without: OWN,
    columns: { use: said('Usage', 'Use'), measures: said('Mesures (mm)', 'Measures (mm)') },
    words: {
      use: {
        labels: said('étiquettes', 'labels'),
        cards: said('cartes', 'cards'),
        envelopes: said('enveloppes', 'envelopes'),
      },
    },
  },
  mailing_letter: {
    file: said('envois-destinataires', 'mailing-recipients'),
    about: said('À qui chaque envoi a été écrit', 'Whom each run was written to'),
    words: { channel: { ...channels, board: said('conseil', 'board') } },
  },
  reminder_rung: {
    file: said('echelle-des-relances', 'ladder-of-reminders'),
    about: said('Les degrés des relances, leurs délais et leurs textes', 'Steps of reminders, their delays and texts'),
    words: {
      does: {
        letter: said('lettre', 'letter'),
        registered: said('lettre recommandée', 'registered letter'),
        board: said('proposition au conseil', 'proposal to the board'),
      },
    },
  },
  receipt_issuer: {
    file: said('recus-emetteur', 'receipts-issuer'),
    about: said('Ce que les reçus disent de l’association', 'What receipts say of the association'),
    columns: { number: said('SIREN ou RNA', 'SIREN or RNA') },
    words: {
      nature: {
        generalInterest: said('intérêt général', 'general interest'),
        publicUtility: said('reconnue d’utilité publique', 'recognised of public utility'),
        endowmentFund: said('fonds de dotation', 'endowment fund'),
        other: said('autre', 'other'),
      },
    },
  },
  receipt_fund: {
    file: said('recus-fonds', 'receipts-funds'),
    about: said('Ce qui ouvre droit à un reçu fiscal', 'What opens the right to a tax receipt'),
    without: OWN,
    words: {
      kind: { due: said('cotisation', 'due'), gift: said('don', 'gift') },
      eligible: {
        no: said('non', 'no'),
        selfAssessed: said('selon l’association', 'by the association’s own judgement'),
        ruling: said('rescrit favorable', 'favourable ruling'),
      },
    },
  },
  receipt: {
    file: said('recus', 'receipts'),
    about: said('Les reçus, annulés compris', 'Receipts, cancelled ones included'),
    words: {
      form: {
        plain: said('reçu simple', 'plain receipt'),
        individual: said('11580', '11580'),
        company: said('16216', '16216'),
      },
    },
  },
  receipt_part: {
    file: said('recus-lignes', 'receipt-lines'),
    about: said('Les lignes de règlements de chaque reçu', 'The lines of payments of each receipt'),
  },
}

/** Headings of their columns. */
export const letterColumns: Readonly<Record<string, Said>> = {
  reach: said('Téléphone, courriel, site', 'Telephone, e-mail, site'),
  legal: said('Mentions légales', 'Legal words'),
  place: said('Lieu des lettres', 'Place of letters'),
  signatory: said('Signataire', 'Signatory'),
  quality: said('Qualité du signataire', 'Function of the signatory'),
  email: said('Courriel', 'E-mail'),
  iban: said('IBAN', 'IBAN'),
  bic: said('BIC', 'BIC'),
  window: said('Enveloppes', 'Envelopes'),
  emblem: said('Empreinte de l’emblème (SHA-256)', 'Fingerprint of the emblem (SHA-256)'),
  body: said('Texte', 'Text'),
  channel: said('Voie', 'Way'),
  mailing_id: said('N° d’envoi', 'Mailing no.'),
  envelope: said('N° d’enveloppe', 'Envelope no.'),
  rung: said('Degré', 'Step'),
  code: said('Code', 'Code'),
  does: said('Ce qui est fait', 'What is done'),
  after_days: said('Jours après le degré précédent', 'Days after the step before'),
  slip: said('Avec talon de paiement', 'With a payment slip'),
  purpose: said('Objet', 'Purpose'),
  nature: said('Nature de l’organisme', 'Nature of the body'),
  decree_on: said('Décret du', 'Decree of'),
  gazette_on: said('Journal officiel du', 'Official journal of'),
  ruling_on: said('Rescrit du', 'Ruling of'),
  ruling_reference: said('Référence du rescrit', 'Reference of the ruling'),
  form: said('Formulaire', 'Form'),
  issued_on: said('Délivré le', 'Issued on'),
  facts: said('Ce que dit le reçu (JSON)', 'What the receipt says (JSON)'),
  cancelled_on: said('Annulé le', 'Cancelled on'),
  cancel_reason: said('Raison de l’annulation', 'Reason of the cancellation'),
  receipt_id: said('N° de reçu', 'Receipt no.'),
  payment_line_id: said('N° de ligne de règlement', 'Payment line no.'),
  fiscal_on: said('Date pour l’impôt', 'Day for taxes'),
}
