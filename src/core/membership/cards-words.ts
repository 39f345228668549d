/** Words of membership cards, in the language of the association. */
export const cardWords = {
  fr: {
    title: 'Cartes de membre',
    card: 'Carte de membre',
    number: (number: string) => `n°\u00a0${number}`,
    year: (name: string) => `Exercice ${name}`,
    until: (day: string) => `jusqu’au ${day}`,
  },
  en: {
    title: 'Membership cards',
    card: 'Membership card',
    number: (number: string) => `No. ${number}`,
    year: (name: string) => `Year ${name}`,
    until: (day: string) => `until ${day}`,
  },
} as const
