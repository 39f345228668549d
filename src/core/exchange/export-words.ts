/**
 * The words of a list going out, in the association's language. What comes back in must be recognised: the
 * import reads its first synonyms from here.
 */
import type { ContactStatus, GroupKind } from '../people/people.requests.ts'
import type { ExportColumn } from './exchange.requests.ts'

/** Columns that hold one thing each: the others (e-mails, phones, groups, extras) spread over several. */
export type PlainColumn = Exclude<ExportColumn, 'emails' | 'phones' | 'groups' | 'extras'>

type Words<Key extends string> = Readonly<Record<'fr' | 'en', Readonly<Record<Key, string>>>>

export const columnWords = {
  fr: {
    memberNumber: 'N° de membre',
    kind: 'Type',
    civility: 'Civilité',
    title: 'Titre',
    firstName: 'Prénom',
    otherNames: 'Autres prénoms',
    particle: 'Particule',
    lastName: 'Nom',
    birthName: 'Nom de naissance',
    studiedName: 'Nom pendant les études',
    nobility: 'Titre de noblesse',
    honours: 'Distinctions',
    suffix: 'Suffixe',
    organisation: 'Organisation',
    acronym: 'Sigle',
    originalName: 'Nom en écriture d’origine',
    status: 'Statut',
    category: 'Catégorie',
    joined: 'Année d’entrée',
    profession: 'Profession',
    complement: 'Complément d’adresse',
    street: 'Voie',
    locality: 'Lieu-dit',
    postcode: 'Code postal',
    city: 'Ville',
    region: 'Région',
    country: 'Pays',
    notes: 'Notes',
  },
  en: {
    memberNumber: 'Member number',
    kind: 'Type',
    civility: 'Salutation',
    title: 'Title',
    firstName: 'First name',
    otherNames: 'Other names',
    particle: 'Particle',
    lastName: 'Last name',
    birthName: 'Birth name',
    studiedName: 'Name when studying',
    nobility: 'Title of nobility',
    honours: 'Honours',
    suffix: 'Suffix',
    organisation: 'Organisation',
    acronym: 'Acronym',
    originalName: 'Name in its own script',
    status: 'Status',
    category: 'Category',
    joined: 'Year joined',
    profession: 'Profession',
    complement: 'Address complement',
    street: 'Street',
    locality: 'Locality',
    postcode: 'Postcode',
    city: 'City',
    region: 'Region',
    country: 'Country',
    notes: 'Notes',
  },
} as const satisfies Words<PlainColumn>

/** Headers of what may stand several times in a record: `E-mail`, `E-mail 2`, each with a column for its label. */
export const repeatedWords = {
  fr: { email: 'Courriel', emailLabel: 'Libellé du courriel', phone: 'Téléphone', phoneLabel: 'Libellé du téléphone' },
  en: { email: 'E-mail', emailLabel: 'E-mail label', phone: 'Telephone', phoneLabel: 'Telephone label' },
} as const satisfies Words<'email' | 'emailLabel' | 'phone' | 'phoneLabel'>

export const groupKindWords = {
  fr: {
    house: 'Maison',
    section: 'Section',
    branch: 'Antenne',
    committee: 'Commission',
    class: 'Promotion',
    body: 'Instance',
    other: 'Groupe',
  },
  en: {
    house: 'House',
    section: 'Section',
    branch: 'Branch',
    committee: 'Committee',
    class: 'Class',
    body: 'Body',
    other: 'Group',
  },
} as const satisfies Words<GroupKind>

export const statusWords = {
  fr: {
    member: 'membre',
    resigned: 'démissionnaire',
    struckOff: 'radié',
    deceased: 'décédé',
    lost: 'perdu de vue',
    friend: 'ami',
    contact: 'contact',
  },
  en: {
    member: 'member',
    resigned: 'resigned',
    struckOff: 'struck off',
    deceased: 'deceased',
    lost: 'lost',
    friend: 'friend',
    contact: 'contact',
  },
} as const satisfies Words<ContactStatus>

export const kindWords = {
  fr: { person: 'personne', organisation: 'organisation' },
  en: { person: 'person', organisation: 'organisation' },
} as const satisfies Words<'person' | 'organisation'>
