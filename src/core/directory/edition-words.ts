/** The words of an edition that the association signs: its title and its legal notice, to be read over before printing. */
import { countryName } from '../people/country.rules.ts'
import type { Edition } from './directory-model.ts'
import type { Arrangement, StatisticsChart } from './editions/sections.rules.ts'

export type EditionWords = {
  readonly title: string
  readonly indexes: Readonly<Record<Arrangement, string>>
  readonly text: string
  readonly bodies: string
  readonly holders: string
  readonly members: string
  readonly memorial: string
  readonly newcomers: string
  readonly statistics: string
  readonly charts: Readonly<Record<StatisticsChart, string>>
  readonly otherBars: (count: number) => string
  readonly notes: string
  readonly director: (name: string) => string
  readonly printer: (name: string) => string
  readonly legalNotice: readonly string[]
}

/**
 * The words in the language of the edition. The notice is our proposal: no official text for a printed directory was
 * found; its points are those of rules-fr.md 4.1, 4.3 and 4.4 (purpose, no other use, rights, freshness).
 */
export const editionWords = (edition: Edition): EditionWords =>
  edition.language === 'fr' ? french(edition) : english(edition)

const french = ({ association, country, edition, day, title = '' }: Edition): EditionWords => ({
  title: title === '' ? `Annuaire ${edition}` : title,
  indexes: {
    country: `Index des pays${except('sauf', countryName(country, 'fr'))}`,
    house: 'Index des Maisons',
    class: 'Index des promotions',
    section: 'Index des sections',
    town: 'Index des villes',
    profession: 'Index des professions',
  },
  text: 'Éditorial',
  bodies: 'Qui fait quoi',
  holders: 'Ils nous ont précédés',
  members: 'Les membres',
  memorial: 'In memoriam',
  newcomers: 'Nouveaux membres',
  statistics: 'L’association en chiffres',
  charts: {
    houses: 'Membres par Maison',
    classes: 'Membres par promotion',
    countries: 'Membres par pays',
    joined: 'Membres par décennie d’entrée',
    professions: 'Membres par profession',
  },
  otherBars: (count) => (count === 1 ? '1 autre' : `${count} autres`),
  notes: 'Notes',
  director: (name) => `Directeur de la publication\u00a0: ${name}`,
  printer: (name) => `Imprimé par ${name}`,
  legalNotice: [
    'Cet annuaire est réservé aux membres de l’association. Il sert à leur permettre de rester en relation\u202f; l’usage en est strictement personnel.',
    'Est interdite toute autre utilisation, notamment commerciale, électorale, de collecte de fonds ou de prospection, ainsi que toute reproduction, numérisation, mise en ligne, cession ou intégration à un fichier, par quelque moyen que ce soit (articles 226-16 et suivants du code pénal).',
    'Les renseignements publiés sont traités conformément au règlement (UE) 2016/679 (RGPD) et à la loi n° 78-17 du 6 janvier 1978. Chacun peut à tout moment obtenir communication de ceux qui le concernent, les faire rectifier ou effacer, ou s’opposer à leur parution dans la prochaine édition, en écrivant au secrétariat de l’association. Une réclamation peut être adressée à la CNIL (www.cnil.fr).',
    `Éditeur\u00a0: ${association}. Renseignements arrêtés au ${dayIn('fr', day)}. Merci de signaler au secrétariat toute inexactitude et tout changement.`,
  ],
})

const english = ({ association, country, edition, day, title = '' }: Edition): EditionWords => ({
  title: title === '' ? `Directory ${edition}` : title,
  indexes: {
    country: `Index of countries${except('except', countryName(country, 'en'))}`,
    house: 'Index of Houses',
    class: 'Index of classes',
    section: 'Index of sections',
    town: 'Index of towns',
    profession: 'Index of professions',
  },
  text: 'Foreword',
  bodies: 'Who does what',
  holders: 'Those before us',
  members: 'Members',
  memorial: 'In memoriam',
  newcomers: 'New members',
  statistics: 'The association in figures',
  charts: {
    houses: 'Members by House',
    classes: 'Members by class',
    countries: 'Members by country',
    joined: 'Members by decade of entry',
    professions: 'Members by profession',
  },
  otherBars: (count) => (count === 1 ? '1 other' : `${count} others`),
  notes: 'Notes',
  director: (name) => `Director of publication: ${name}`,
  printer: (name) => `Printed by ${name}`,
  legalNotice: [
    'This directory is for the members of the association alone, so that they may keep in touch; it is for strictly personal use.',
    'Any other use is forbidden, commercial, electoral, fund-raising or canvassing in particular, as is any copying, scanning, putting online, handing over or adding to a file, by any means whatsoever.',
    'The information published is processed in accordance with Regulation (EU) 2016/679 (GDPR) and the French law no. 78-17 of 6 January 1978. Everyone may at any time ask for the information held about them, have it corrected or erased, or object to its appearing in the next edition, by writing to the association’s secretary. Complaints may be made to the data protection authority (in France, CNIL: www.cnil.fr).',
    `Published by ${association}. Information as of ${dayIn('en', day)}. Please tell the secretary of any inaccuracy or change.`,
  ],
})

/** The home country is left out of the index; without an article, which the names of countries do not tell. */
const except = (word: string, name: string): string => (name === '' ? '' : ` (${word} ${name})`)

/** `22 novembre 2026`, `1er mars 2026`; `22 November 2026`. */
function dayIn(language: 'fr' | 'en', day: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(date)
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}
