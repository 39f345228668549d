/** What cards say that a sheet has no field for is kept as extras, under these words in the association's language. */
const words = {
  organisation: { fr: 'Organisation', en: 'Organisation' },
  department: { fr: 'Service', en: 'Department' },
  role: { fr: 'Fonction', en: 'Role' },
  website: { fr: 'Site web', en: 'Website' },
  birth: { fr: 'Naissance', en: 'Birth' },
  death: { fr: 'Décès', en: 'Death' },
  deathPlace: { fr: 'Lieu de décès', en: 'Place of death' },
  anniversary: { fr: 'Anniversaire de mariage', en: 'Wedding anniversary' },
  shownName: { fr: 'Nom affiché', en: 'Name shown' },
  pronounced: { fr: 'Prononciation', en: 'Pronunciation' },
  contact: { fr: 'Contact', en: 'Contact' },
  spouse: { fr: 'Conjoint', en: 'Spouse' },
  assistant: { fr: 'Assistant', en: 'Assistant' },
  manager: { fr: 'Responsable', en: 'Manager' },
  related: { fr: 'Proche', en: 'Related' },
  member: { fr: 'Membre', en: 'Member' },
  messaging: { fr: 'Messagerie', en: 'Messaging' },
  gender: { fr: 'Genre', en: 'Gender' },
  label: { fr: 'Étiquette d’adresse', en: 'Address label' },
  country: { fr: 'Pays', en: 'Country' },
  language: { fr: 'Langue', en: 'Language' },
  photo: { fr: 'Photo (adresse web)', en: 'Photo (web address)' },
  place: { fr: 'Coordonnées géographiques', en: 'Position' },
  timeZone: { fr: 'Fuseau horaire', en: 'Time zone' },
  uid: { fr: 'UID', en: 'UID' },
  prefix: { fr: 'Titre', en: 'Prefix' },
  suffix: { fr: 'Suffixe', en: 'Suffix' },
} as const satisfies Record<string, { readonly fr: string; readonly en: string }>

export type CardWord = keyof typeof words
export const cardWord = (word: CardWord, language: 'fr' | 'en'): string => words[word][language]
export const isCardWord = (word: string): word is CardWord => Object.hasOwn(words, word)
/** The word in both languages: a card may have come in under either. */
export const eitherWord = (word: CardWord): readonly string[] => Object.values(words[word])

/** The properties that everybody's cards have, as a reader of a remark would call them. */
const properties: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ADR: { fr: 'Adresse', en: 'Address' },
  BDAY: words.birth,
  DEATHDATE: words.death,
  EMAIL: { fr: 'Courriel', en: 'E-mail' },
  FN: { fr: 'Nom', en: 'Name' },
  LABEL: words.label,
  N: { fr: 'Nom', en: 'Name' },
  NICKNAME: { fr: 'Surnom', en: 'Nickname' },
  NOTE: { fr: 'Notes', en: 'Notes' },
  ORG: words.organisation,
  PHOTO: { fr: 'Photo', en: 'Photo' },
  TEL: { fr: 'Téléphone', en: 'Telephone' },
}
export const propertyWord = (name: string, language: 'fr' | 'en'): string =>
  Object.hasOwn(properties, name) ? (properties[name]?.[language] ?? name) : name
