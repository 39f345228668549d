/** What a column becomes and what a line changes, as a reader of the terminal is told it. */
import type { ColumnTarget } from '../core/exchange/exchange.requests.ts'
import type { Language } from './words.ts'

type Pair = { readonly fr: string; readonly en: string }

const targets: Readonly<Record<ColumnTarget, Pair>> = {
  skip: { fr: 'laissée de côté', en: 'left aside' },
  extra: { fr: 'gardée sous son titre', en: 'kept under its heading' },
  kind: { fr: 'nature (personne, organisme)', en: 'kind (person, organisation)' },
  memberNumber: { fr: 'numéro de membre', en: 'member number' },
  civility: { fr: 'civilité', en: 'civility' },
  title: { fr: 'titre', en: 'title' },
  firstName: { fr: 'prénom', en: 'first name' },
  otherNames: { fr: 'autres prénoms', en: 'other names' },
  particle: { fr: 'particule', en: 'particle' },
  lastName: { fr: 'nom', en: 'last name' },
  fullName: { fr: 'nom complet', en: 'full name' },
  birthName: { fr: 'nom de naissance', en: 'name at birth' },
  studiedName: { fr: 'nom pendant les études', en: 'name when studying' },
  nobility: { fr: 'titre de noblesse', en: 'title of nobility' },
  honours: { fr: 'décorations', en: 'honours' },
  suffix: { fr: 'suffixe', en: 'suffix' },
  organisation: { fr: 'organisme', en: 'organisation' },
  acronym: { fr: 'sigle', en: 'acronym' },
  originalName: { fr: 'nom dans son écriture', en: 'name in its own writing' },
  status: { fr: 'situation', en: 'status' },
  category: { fr: 'catégorie', en: 'category' },
  group: { fr: 'groupe', en: 'group' },
  joined: { fr: 'année d’entrée', en: 'year of joining' },
  profession: { fr: 'profession', en: 'profession' },
  email: { fr: 'courriel', en: 'e-mail' },
  phone: { fr: 'téléphone', en: 'telephone' },
  mobile: { fr: 'téléphone mobile', en: 'mobile phone' },
  emailLabel: { fr: 'libellé du courriel', en: 'label of the e-mail' },
  phoneLabel: { fr: 'libellé du téléphone', en: 'label of the telephone' },
  complement: { fr: 'complément d’adresse', en: 'address complement' },
  street: { fr: 'voie', en: 'street' },
  locality: { fr: 'lieu-dit', en: 'locality' },
  postcode: { fr: 'code postal', en: 'postcode' },
  city: { fr: 'ville', en: 'city' },
  region: { fr: 'région', en: 'region' },
  country: { fr: 'pays', en: 'country' },
  fullAddress: { fr: 'adresse complète', en: 'full address' },
  addressLabel: { fr: 'libellé de l’adresse', en: 'label of the address' },
  addressLines: { fr: 'lignes telles qu’imprimées', en: 'lines as printed' },
  sortOverride: { fr: 'classement', en: 'filed under' },
  notes: { fr: 'notes', en: 'notes' },
}

/** A target or a changed field in words; a heading of the association's own is said as it is. */
export const targetWords = (name: string, language: Language): string =>
  Object.hasOwn(targets, name) ? targets[name as ColumnTarget][language] : name
