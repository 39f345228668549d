/** The words of a letter that nobody writes, in the two languages of the papers. French typography is the setter's to finish. */
import { dayInWords } from '../people/day.rules.ts'
import type { LetterLanguage } from './letters.rules.ts'

export const letterWords = {
  fr: {
    dated: (place: string, day: string) =>
      place === '' ? `Le ${dayInWords(day, 'fr')}` : `${place}, le ${dayInWords(day, 'fr')}`,
    subject: 'Objet',
    page: (page: number, pages: number) => `${page}/${pages}`,
    registered: 'Lettre recommandée avec avis de réception',
    amount: 'Montant',
    who: 'Nom',
    reference: 'Référence à rappeler',
    transfer: 'Par virement',
    cheque: 'Par chèque',
    chequeTo: (name: string) => `à l’ordre de « ${name} », en joignant ce talon`,
    iban: 'IBAN',
    bic: 'BIC',
    beneficiary: 'Titulaire du compte',
    scan: 'Virement prérempli : lire ce code avec l’application de sa banque.',
    gauge: 'Gabarit pour enveloppe à fenêtre',
    gaugeHelp:
      'Imprimer cette page à sa taille réelle (100 %, sans mise à l’échelle), la plier sur les traits du bord et la glisser dans l’enveloppe. Le cadre plein est le bloc de l’adresse : il doit se voir tout entier, de quelque côté que glisse la feuille.',
    gaugeLine: (line: number) => `LIGNE ${line} DE TRENTE HUIT CARACTERES XXXX`,
    title: 'Lettres',
  },
  en: {
    dated: (place: string, day: string) =>
      place === '' ? dayInWords(day, 'en') : `${place}, ${dayInWords(day, 'en')}`,
    subject: 'Subject',
    page: (page: number, pages: number) => `${page}/${pages}`,
    registered: 'Registered letter with acknowledgement of receipt',
    amount: 'Amount',
    who: 'Name',
    reference: 'Reference to quote',
    transfer: 'By transfer',
    cheque: 'By cheque',
    chequeTo: (name: string) => `payable to “${name}”, with this slip`,
    iban: 'IBAN',
    bic: 'BIC',
    beneficiary: 'Account holder',
    scan: 'Prefilled transfer: read this code with your bank’s application.',
    gauge: 'Gauge for window envelopes',
    gaugeHelp:
      'Print this page at its real size (100 %, not scaled), fold it at the marks of the edge and put it into the envelope. The full frame is the block of the address: all of it must show, whichever way the sheet slides.',
    gaugeLine: (line: number) => `LINE ${line} OF THIRTY EIGHT CHARACTERS XXXX`,
    title: 'Letters',
  },
} as const satisfies Record<LetterLanguage, object>
