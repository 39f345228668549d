/** The invented association as the spreadsheet its secretary keeps: French headers, one line per contact. */
import { dayTyped } from '../people/day.rules.ts'
import { honoursText } from '../people/honour.rules.ts'
import type { ContactInput, ContactStatus } from '../people/people.requests.ts'
import { inventedCountries, inventedDuesYears, inventPeople } from './invent.ts'

/** How many contacts the sample has, and its seed. */
const sampleSize = 300
const sampleSeed = 1

const statusWords: Readonly<Record<ContactStatus, string>> = {
  member: 'Membre',
  resigned: 'Démissionnaire',
  struckOff: 'Radié',
  deceased: 'Décédé',
  lost: 'Perdu de vue',
  friend: 'Ami',
  contact: 'Contact',
}

type Column = {
  readonly header: string
  /** Characters. */
  readonly width: number
  /** Kept as a number in the spreadsheet, as people do with years and amounts. */
  readonly number?: 'year' | 'amount'
  readonly cell: (contact: ContactInput) => string
}

const ofPerson =
  (
    key:
      | 'civility'
      | 'title'
      | 'firstName'
      | 'otherNames'
      | 'particle'
      | 'lastName'
      | 'birthName'
      | 'studiedName'
      | 'nobility',
  ) =>
  (contact: ContactInput): string =>
    contact.kind === 'person' ? contact[key] : ''

/** Days are typed as people type them. */
const ofLife =
  (key: 'born' | 'birthPlace' | 'died') =>
  (contact: ContactInput): string =>
    contact.kind === 'person' ? dayTyped(contact[key]) : ''

const stayOf = (contact: ContactInput) => (contact.kind === 'person' ? contact.stays[0] : undefined)

const ofAddress =
  (key: 'complement' | 'street' | 'locality' | 'postcode' | 'city' | 'region') =>
  (contact: ContactInput): string =>
    contact.addresses[0]?.[key] ?? ''

const phoneOf = (contact: ContactInput, mobile: boolean): string =>
  contact.phones.find((phone) => (phone.label === 'mobile') === mobile)?.number ?? ''

export const sampleColumns: readonly Column[] = [
  { header: 'N° d’adhérent', width: 10, cell: (contact) => contact.memberNumber },
  { header: 'Civilité', width: 8, cell: ofPerson('civility') },
  { header: 'Titre', width: 6, cell: ofPerson('title') },
  { header: 'Prénom', width: 16, cell: ofPerson('firstName') },
  { header: 'Autres prénoms', width: 14, cell: ofPerson('otherNames') },
  { header: 'Particule', width: 9, cell: ofPerson('particle') },
  { header: 'Nom', width: 20, cell: ofPerson('lastName') },
  { header: 'Nom de naissance', width: 16, cell: ofPerson('birthName') },
  { header: 'Nom pendant les études', width: 16, cell: ofPerson('studiedName') },
  { header: 'Titre de noblesse', width: 9, cell: ofPerson('nobility') },
  { header: 'Distinctions', width: 18, cell: (contact) => honoursText(contact.honours) },
  { header: 'Organisme', width: 24, cell: (contact) => (contact.kind === 'organisation' ? contact.name : '') },
  { header: 'Nom dans sa langue', width: 18, cell: (contact) => contact.originalName },
  { header: 'Statut', width: 12, cell: (contact) => statusWords[contact.status] },
  { header: 'Catégorie', width: 14, cell: (contact) => contact.category },
  { header: 'Maison', width: 22, cell: (contact) => contact.groups[0]?.name ?? '' },
  { header: 'Année d’entrée', width: 8, number: 'year', cell: (contact) => contact.joined },
  { header: 'Date de naissance', width: 12, cell: ofLife('born') },
  { header: 'Lieu de naissance', width: 12, cell: ofLife('birthPlace') },
  { header: 'Date de décès', width: 12, cell: ofLife('died') },
  { header: 'Séjour', width: 22, cell: (contact) => stayOf(contact)?.house ?? '' },
  { header: 'Séjour depuis', width: 10, cell: (contact) => dayTyped(stayOf(contact)?.since ?? '') },
  { header: 'Séjour jusqu’à', width: 10, cell: (contact) => dayTyped(stayOf(contact)?.until ?? '') },
  { header: 'Chambre', width: 8, cell: (contact) => stayOf(contact)?.room ?? '' },
  { header: 'Étiquettes', width: 16, cell: (contact) => contact.tags.join(', ') },
  { header: 'Profession', width: 24, cell: (contact) => contact.profession },
  { header: 'Courriel', width: 32, cell: (contact) => contact.emails[0]?.address ?? '' },
  { header: 'Courriel 2', width: 24, cell: (contact) => contact.emails[1]?.address ?? '' },
  { header: 'Téléphone', width: 18, cell: (contact) => phoneOf(contact, false) },
  { header: 'Portable', width: 18, cell: (contact) => phoneOf(contact, true) },
  { header: 'Complément d’adresse', width: 18, cell: ofAddress('complement') },
  { header: 'Adresse', width: 32, cell: ofAddress('street') },
  { header: 'Lieu-dit ou BP', width: 10, cell: ofAddress('locality') },
  { header: 'Code postal', width: 10, cell: ofAddress('postcode') },
  { header: 'Ville', width: 22, cell: ofAddress('city') },
  { header: 'Région', width: 8, cell: ofAddress('region') },
  { header: 'Pays', width: 14, cell: (contact) => inventedCountries.get(contact.addresses[0]?.country ?? '') ?? '' },
  ...inventedDuesYears.map(
    (year): Column => ({
      header: `Cotisation ${year}`,
      width: 10,
      number: 'amount',
      cell: (contact) => contact.extras.find((extra) => extra.name === `Cotisation ${year}`)?.value ?? '',
    }),
  ),
  { header: 'Observations', width: 40, cell: (contact) => contact.notes },
]

/** The cells of the sample, header first. */
export const sampleRows = (): readonly (readonly string[])[] => [
  sampleColumns.map((column) => column.header),
  ...[...inventPeople(sampleSize, sampleSeed)].map((contact) => sampleColumns.map((column) => column.cell(contact))),
]
