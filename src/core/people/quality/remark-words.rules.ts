/** Remarks in words: what is doubtful, for the screen and for whoever asks from a terminal. */
import type { Remark, RemarkKind } from './remark.rules.ts'

type Sentence = (values: Readonly<Record<string, string>>) => string
type Words = { readonly fr: Sentence; readonly en: Sentence }

const frQuoted = (text: string | undefined): string => `«\u00a0${text ?? ''}\u00a0»`
const enQuoted = (text: string | undefined): string => `“${text ?? ''}”`

const sentences: Readonly<Record<RemarkKind, Words>> = {
  deceasedMandate: {
    fr: (v) => `Personne décédée, mandat encore ouvert : ${v.mandate}.`,
    en: (v) => `A deceased person whose mandate is still open: ${v.mandate}.`,
  },
  deceasedLater: {
    fr: (v) => `Décès le ${v.died}, et pourtant une date plus tardive : ${v.later}.`,
    en: (v) => `Died on ${v.died}, and yet a later date: ${v.later}.`,
  },
  bornAfterJoined: {
    fr: (v) => `Entrée dans l’association (${v.joined}) avant la naissance (${v.born}).`,
    en: (v) => `Joined (${v.joined}) before being born (${v.born}).`,
  },
  deathBeforeBirth: {
    fr: (v) => `Décès (${v.died}) avant la naissance (${v.born}).`,
    en: (v) => `Died (${v.died}) before being born (${v.born}).`,
  },
  unreachable: {
    fr: () => 'Membre qu’on ne peut joindre : ni courriel, ni téléphone, ni adresse où le courrier arrive.',
    en: () => 'A member who cannot be reached: no e-mail, no phone, no address where mail arrives.',
  },
  countryDoubtful: {
    fr: (v) => `Pays douteux pour ${frQuoted(v.place)}.`,
    en: (v) => `A doubtful country for ${enQuoted(v.place)}.`,
  },
  countryMissing: {
    fr: (v) => `Pays non indiqué pour ${frQuoted(v.place)}.`,
    en: (v) => `No country for ${enQuoted(v.place)}.`,
  },
  emailDomain: {
    fr: (v) => `Courriel sans doute mal saisi : ${v.email}.`,
    en: (v) => `E-mail probably mistyped: ${v.email}.`,
  },
  dayUnread: {
    fr: (v) => `${v.name} : ${frQuoted(v.text)} n’a pas pu être lu comme une date.`,
    en: (v) => `${v.name}: ${enQuoted(v.text)} could not be read as a date.`,
  },
  emailForm: {
    fr: (v) => `${frQuoted(v.email)} n’a pas la forme d’un courriel.`,
    en: (v) => `${enQuoted(v.email)} does not look like an e-mail.`,
  },
  postcodeShape: {
    fr: (v) => `Le code postal ${frQuoted(v.postcode)} n’a pas la forme de ceux de son pays.`,
    en: (v) => `The postcode ${enQuoted(v.postcode)} does not look like those of its country.`,
  },
  postcodeCity: {
    fr: (v) => `${v.postcode} est du département ${frQuoted(v.department)}, où ${v.city} n’est pas.`,
    en: (v) => `${v.postcode} is of the department ${enQuoted(v.department)}, where ${v.city} is not.`,
  },
  phoneUnread: {
    fr: (v) => `Téléphone qui n’est d’aucun pays connu : ${v.number}.`,
    en: (v) => `A phone that is of no known country: ${v.number}.`,
  },
  joinedYoung: {
    fr: (v) => `Entrée à ${v.age} ans (${v.joined}).`,
    en: (v) => `Joined at ${v.age} (${v.joined}).`,
  },
  moveProbable: {
    fr: (v) => `Le foyer vit ailleurs : ${v.better}. Ici : ${v.text}. Un déménagement ?`,
    en: (v) => `The household lives elsewhere: ${v.better}. Here: ${v.text}. A move?`,
  },
  tooOld: {
    fr: (v) => `${v.age} ans (naissance ${v.born}), et pas dite décédée.`,
    en: (v) => `Aged ${v.age} (born ${v.born}), and not said to be deceased.`,
  },
  regionOther: {
    fr: (v) => `${v.postcode} est du département ${frQuoted(v.department)}, pas de ${frQuoted(v.region)}.`,
    en: (v) => `${v.postcode} is of the department ${enQuoted(v.department)}, not of ${enQuoted(v.region)}.`,
  },
  addressSpelt: {
    fr: (v) => `La même adresse est écrite autrement ailleurs : ${frQuoted(v.better)}. Ici : ${frQuoted(v.text)}.`,
    en: (v) => `The same address is written otherwise elsewhere: ${enQuoted(v.better)}. Here: ${enQuoted(v.text)}.`,
  },
  citySpelt: {
    fr: (v) => `La même ville est écrite autrement ailleurs : ${frQuoted(v.better)}. Ici : ${frQuoted(v.text)}.`,
    en: (v) => `The same town is written otherwise elsewhere: ${enQuoted(v.better)}. Here: ${enQuoted(v.text)}.`,
  },
  livesTogether: {
    fr: (v) => `Même adresse que ${v.names} : ${v.text}. Un foyer, une seule enveloppe ?`,
    en: (v) => `The same address as ${v.names}: ${v.text}. One household, one envelope?`,
  },
  capitals: {
    fr: (v) => `Casse à revoir : ${frQuoted(v.text)}.`,
    en: (v) => `Capitals to look at: ${enQuoted(v.text)}.`,
  },
  spacing: {
    fr: (v) => `Signe doublé ou isolé : ${frQuoted(v.text)}.`,
    en: (v) => `A sign doubled or left hanging: ${enQuoted(v.text)}.`,
  },
  phoneCountry: {
    fr: (v) => `Téléphone d’un pays où il n’y a pas d’adresse : ${v.number}.`,
    en: (v) => `A phone of a country without an address: ${v.number}.`,
  },
  unconfirmed: {
    fr: (v) => `Fiche non confirmée depuis ${v.years} ans (${v.since}).`,
    en: (v) => `Record not confirmed for ${v.years} years (${v.since}).`,
  },
}

/** A remark as a sentence. French sets a narrow no-break space before double signs. */
export const remarkWords = ({ kind, values }: Pick<Remark, 'kind' | 'values'>, language: 'fr' | 'en'): string =>
  language === 'fr' ? sentences[kind].fr(values).replace(/ (?=[:;?!])/g, '\u00a0') : sentences[kind].en(values)
