/** What the slip of a deposit says, in both languages. */
import { centsInWords } from '../kit/money.ts'

const figures = (cents: number, language: 'fr' | 'en'): string => {
  const text = centsInWords(cents, language)
  // On a slip every amount has its cents.
  if (cents % 100 !== 0) return text
  return language === 'fr' ? text.replace('\u00a0€', ',00\u00a0€') : `${text}.00`
}

export const slipWords = {
  fr: {
    title: { cheque: 'Remise de chèques', cash: 'Remise d’espèces' },
    number: (number: string) => `N°\u00a0${number}`,
    day: (day: string) => `Le ${day}`,
    account: (account: string) => `À porter au compte\u00a0: ${account}`,
    columns: {
      drawer: 'Tireur',
      bank: 'Banque',
      number: 'Chèque n°',
      about: 'Objet',
      amount: 'Montant',
    },
    counted: 'Billets et pièces',
    count: (count: number) => count.toLocaleString('fr-FR'),
    carried: 'À reporter',
    brought: 'Report',
    total: 'Total',
    counts: {
      cheque: (count: number) => `${count} chèque${count > 1 ? 's' : ''}`,
      cash: (count: number) => `${count} règlement${count > 1 ? 's' : ''}`,
    },
    sum: (words: string) => `La présente remise est arrêtée à la somme de ${words}.`,
    signature: 'Date et signature',
    page: (page: number, pages: number) => `page ${page} sur ${pages}`,
    euros: (cents: number) => figures(cents, 'fr'),
  },
  en: {
    title: { cheque: 'Deposit of cheques', cash: 'Deposit of cash' },
    number: (number: string) => `No.\u00a0${number}`,
    day: (day: string) => day,
    account: (account: string) => `To the account: ${account}`,
    columns: { drawer: 'Drawer', bank: 'Bank', number: 'Cheque no.', about: 'For', amount: 'Amount' },
    counted: 'Notes and coins',
    count: (count: number) => count.toLocaleString('en-GB'),
    carried: 'Carried forward',
    brought: 'Brought forward',
    total: 'Total',
    counts: {
      cheque: (count: number) => `${count} cheque${count === 1 ? '' : 's'}`,
      cash: (count: number) => `${count} payment${count === 1 ? '' : 's'}`,
    },
    sum: (words: string) => `This deposit amounts to ${words}.`,
    signature: 'Date and signature',
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    euros: (cents: number) => figures(cents, 'en'),
  },
} as const
