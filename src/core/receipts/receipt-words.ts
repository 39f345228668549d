/** The words of receipts; mentions of the official forms as rules-fr.md 1.3 lists them. */
import type { PaymentMode } from '../dues/dues.rules.ts'
import { dayInWords } from '../people/day.rules.ts'
import type { IssuerNature } from './receipts.rules.ts'

const modesFr: Readonly<Record<PaymentMode, string>> = {
  ...{ cheque: 'chèque', cash: 'espèces', transfer: 'virement', directDebit: 'prélèvement', card: 'carte bancaire' },
  ...{ helloAsso: 'carte bancaire (en ligne)', other: 'autre' },
}
const modesEn: Readonly<Record<PaymentMode, string>> = {
  ...{ cheque: 'cheque', cash: 'cash', transfer: 'transfer', directDebit: 'direct debit', card: 'bank card' },
  ...{ helloAsso: 'bank card (online)', other: 'other' },
}

export const receiptWords = {
  fr: {
    modes: modesFr,
    plain: 'Attestation de paiement',
    individual: 'Reçu au titre des dons à certains organismes d’intérêt général',
    company: 'Reçu des dons et versements effectués par les entreprises au titre du mécénat',
    stands: (article: string, number: string, sheet: string) =>
      `Article ${article} du code général des impôts – mentions du formulaire n° ${number} (${sheet})`,
    number: 'Numéro d’ordre',
    duplicate: 'Duplicata',
    beneficiary: 'Bénéficiaire des versements',
    receiver: 'Association',
    donor: 'Donateur',
    payer: 'Reçu de',
    purpose: 'Objet',
    siren: 'SIREN ou RNA',
    natures: {
      generalInterest: 'Association régie par la loi du 1er juillet 1901, organisme d’intérêt général',
      publicUtility: 'Association reconnue d’utilité publique',
      endowmentFund: 'Fonds de dotation',
      other: 'Organisme visé par l’article cité ci-dessus',
    } satisfies Record<IssuerNature, string>,
    decree: (decree: string, gazette: string) =>
      `décret du ${dayInWords(decree, 'fr')}${gazette === '' ? '' : `, Journal officiel du ${dayInWords(gazette, 'fr')}`}`,
    sum: 'Le bénéficiaire reconnaît avoir reçu, au titre des dons et versements ouvrant droit à réduction d’impôt, la somme de :',
    sumPlain: 'L’association atteste avoir reçu la somme de :',
    day: 'Date du versement',
    cumulated: (year: number) => `Cumul des versements de l’année ${year}, détaillés en annexe`,
    act: 'Forme du don',
    manual: 'Déclaration de don manuel',
    nature: 'Nature du don',
    cash: 'Numéraire',
    mode: 'Mode de versement',
    what: 'Motif',
    certify: (article: string) =>
      `Le bénéficiaire certifie sur l’honneur que les dons et versements qu’il reçoit ouvrent droit à la réduction d’impôt prévue à l’article ${article} du code général des impôts.`,
    noTax: 'Cette attestation n’ouvre droit à aucune réduction d’impôt.',
    done: (place: string, day: string) => `Fait ${place === '' ? '' : `à ${place}, `}le ${dayInWords(day, 'fr')}`,
    annex: (number: string) => `Annexe au reçu n° ${number}`,
    annexPlain: (number: string) => `Détail de l’attestation n° ${number}`,
    columns: ['Date', 'Versement', 'Mode', 'Montant'],
    total: 'Total',
    file: 'Recus',
  },
  en: {
    modes: modesEn,
    plain: 'Statement of payment',
    individual: 'Receipt for gifts to certain bodies of general interest',
    company: 'Receipt for gifts made by companies as patronage',
    stands: (article: string, number: string, sheet: string) =>
      `Article ${article} of the French tax code – mentions of form No. ${number} (${sheet})`,
    number: 'Number',
    duplicate: 'Duplicate',
    beneficiary: 'Beneficiary of the payments',
    receiver: 'Association',
    donor: 'Donor',
    payer: 'Received from',
    purpose: 'Purpose',
    siren: 'SIREN or RNA',
    natures: {
      generalInterest: 'Association under the French law of 1 July 1901, body of general interest',
      publicUtility: 'Association recognised of public utility',
      endowmentFund: 'Endowment fund',
      other: 'Body named by the article above',
    } satisfies Record<IssuerNature, string>,
    decree: (decree: string, gazette: string) =>
      `decree of ${dayInWords(decree, 'en')}${gazette === '' ? '' : `, official journal of ${dayInWords(gazette, 'en')}`}`,
    sum: 'The beneficiary acknowledges having received, as gifts and payments that open the right to a tax reduction, the sum of:',
    sumPlain: 'The association certifies having received the sum of:',
    day: 'Day of the payment',
    cumulated: (year: number) => `All payments of ${year}, listed in the annex`,
    act: 'Form of the gift',
    manual: 'Declared gift from hand to hand',
    nature: 'Nature of the gift',
    cash: 'Money',
    mode: 'Way of payment',
    what: 'For',
    certify: (article: string) =>
      `The beneficiary certifies on its honour that the gifts and payments it receives open the right to the tax reduction of article ${article} of the French tax code.`,
    noTax: 'This statement opens no right to a tax reduction.',
    done: (place: string, day: string) => `Done ${place === '' ? '' : `at ${place}, `}on ${dayInWords(day, 'en')}`,
    annex: (number: string) => `Annex to receipt No. ${number}`,
    annexPlain: (number: string) => `Details of statement No. ${number}`,
    columns: ['Day', 'Payment', 'Way', 'Amount'],
    total: 'Total',
    file: 'Receipts',
  },
} as const
