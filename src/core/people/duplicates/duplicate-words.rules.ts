/** Why two records could be one, in words: for the screen and for whoever asks from a terminal. */
import type { LikenessRule } from './duplicates.rules.ts'

type Words = { readonly fr: string; readonly en: string }

export const reasonWords = {
  sameName: { fr: 'même nom et même prénom', en: 'same name and forename' },
  swappedName: { fr: 'nom et prénom intervertis', en: 'name and forename exchanged' },
  otherName: {
    fr: 'nom de naissance, d’études ou autre nom connu',
    en: 'name at birth, when studying, or another known name',
  },
  spelledName: { fr: 'noms proches par l’écriture ou par le son', en: 'names alike in writing or in sound' },
  sameOrganisation: { fr: 'même nom d’organisme', en: 'same name of organisation' },
  spelledOrganisation: { fr: 'noms d’organisme proches', en: 'names of organisation alike' },
  forenameOnly: { fr: 'même prénom, autre nom', en: 'same forename, another name' },
  rareName: { fr: 'nom rare dans le registre', en: 'a rare name in the register' },
  scarceName: { fr: 'nom peu répandu dans le registre', en: 'an uncommon name in the register' },
  initial: { fr: 'prénom réduit à l’initiale', en: 'forename as an initial only' },
  nickname: { fr: 'prénom et diminutif', en: 'forename and its short form' },
  longerForename: { fr: 'prénom composé ou second prénom', en: 'compound or second forename' },
  spelledForename: { fr: 'prénoms proches', en: 'forenames alike' },
  unknownForename: { fr: 'un prénom manque', en: 'one forename is missing' },
  otherForename: { fr: 'prénoms différents', en: 'different forenames' },
  sameBirth: { fr: 'même date de naissance', en: 'same day of birth' },
  closeBirth: { fr: 'dates de naissance proches', en: 'days of birth alike' },
  sameBirthYear: { fr: 'naissances compatibles', en: 'births that agree' },
  samePhone: { fr: 'même téléphone', en: 'same phone' },
  sameEmail: { fr: 'même courriel', en: 'same e-mail' },
  sameAddress: { fr: 'même adresse', en: 'same address' },
  sameCity: { fr: 'même ville', en: 'same city' },
  sameNumber: { fr: 'même numéro de membre', en: 'same member number' },
  sameOriginalName: { fr: 'même nom dans son écriture', en: 'same name in its own script' },
  sameJoined: { fr: 'même année d’entrée', en: 'same year of entry' },
  otherBirth: { fr: 'naissances différentes', en: 'different births' },
  otherCivility: { fr: 'civilités différentes', en: 'different forms of address' },
  otherSuffix: { fr: 'suffixes différents (père, fils…)', en: 'different suffixes (senior, junior…)' },
  oneDeceased: { fr: 'une seule est dite décédée', en: 'only one is said to be deceased' },
} as const satisfies Record<LikenessRule, Words>
