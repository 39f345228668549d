/** Words of lists of members on paper. */
import type { DuesState } from '../people/lists/dues-state.rules.ts'

const people = {
  fr: (count: number) => `${count.toLocaleString('fr-FR')} ${count > 1 ? 'personnes' : 'personne'}`,
  en: (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`,
}

export const rollWords = {
  fr: {
    number: 'N°',
    name: 'Nom',
    category: 'Catégorie',
    state: 'Cotisation',
    votes: 'Voix',
    goodStanding: {
      file: 'Membres à jour',
      title: (day: string) => `Membres à jour de cotisation au ${day}`,
      foot: (count: number, _votes: number) => people.fr(count),
    },
    voters: {
      file: 'Liste électorale',
      title: (day: string) => `Liste électorale au ${day}`,
      foot: (count: number, votes: number) => `${people.fr(count)}, ${votes.toLocaleString('fr-FR')} voix`,
    },
    lead: (year: string, reserved: boolean) =>
      reserved ? `Exercice ${year}. Le vote est réservé aux membres à jour de cotisation.` : `Exercice ${year}.`,
    states: {
      ...{ upToDate: 'réglée', partly: 'en partie', owes: 'à régler', late: 'en retard', exempt: 'exonérée' },
      ...{ life: 'à vie', stopped: 'arrêtée', gap: 'année sautée', notAsked: 'pas appelée' },
    },
  },
  en: {
    number: 'No.',
    name: 'Name',
    category: 'Category',
    state: 'Due',
    votes: 'Votes',
    goodStanding: {
      file: 'Members in good standing',
      title: (day: string) => `Members in good standing on ${day}`,
      foot: (count: number, _votes: number) => people.en(count),
    },
    voters: {
      file: 'Voters',
      title: (day: string) => `Voters on ${day}`,
      foot: (count: number, votes: number) =>
        `${people.en(count)}, ${votes.toLocaleString('en-GB')} ${votes === 1 ? 'vote' : 'votes'}`,
    },
    lead: (year: string, reserved: boolean) =>
      reserved ? `Year ${year}. The vote is for members in good standing.` : `Year ${year}.`,
    states: {
      ...{ upToDate: 'paid', partly: 'in part', owes: 'to pay', late: 'late', exempt: 'exempt' },
      ...{ life: 'for life', stopped: 'stopped', gap: 'year missed', notAsked: 'not asked' },
    },
  },
} as const satisfies Record<'fr' | 'en', { readonly states: Record<DuesState, string> } & Record<string, unknown>>
