/** Words for codes that no constraint of a table names: the lists in the rules do, and their types hold us to them. */
import type { ConsentBasis, ConsentField, ConsentSource } from '../../people/consents/consents.rules.ts'
import type { RemarkKind } from '../../people/quality/remark.rules.ts'

const said = (fr: string, en: string) => ({ fr, en })
type Words<Code extends string> = Readonly<Record<Code, { readonly fr: string; readonly en: string }>>

export const consentFieldWords = {
  name: said('nom', 'name'),
  groups: said('maisons, groupes, année', 'houses, groups, year'),
  city: said('ville et pays', 'town and country'),
  address: said('adresse', 'address'),
  phone: said('téléphone fixe', 'landline'),
  mobile: said('téléphone mobile', 'mobile phone'),
  email: said('courriel', 'E-mail'),
  profession: said('profession', 'profession'),
  household: said('foyer', 'household'),
  birth: said('naissance', 'birth'),
  photo: said('photo', 'photo'),
  keep: said('conservation de la fiche après le départ', 'keeping the record after leaving'),
} as const satisfies Words<ConsentField>

export const consentBasisWords = {
  consent: said('consentement', 'consent'),
  legitimateInterest: said('intérêt légitime', 'legitimate interest'),
  objection: said('opposition', 'objection'),
} as const satisfies Words<ConsentBasis>

export const consentSourceWords = {
  form: said('formulaire', 'form'),
  letter: said('lettre', 'letter'),
  email: said('courriel', 'e-mail'),
  phone: said('téléphone', 'telephone'),
  spoken: said('de vive voix', 'spoken'),
  other: said('autre', 'other'),
} as const satisfies Words<ConsentSource>

export const remarkWords = {
  deceasedMandate: said('mandats ouverts', 'open mandates'),
  deceasedLater: said('dates après le décès', 'dates after the death'),
  bornAfterJoined: said('entrées avant la naissance', 'joined before birth'),
  deathBeforeBirth: said('décès avant la naissance', 'died before birth'),
  unreachable: said('membres injoignables', 'members out of reach'),
  countryDoubtful: said('pays douteux', 'doubtful countries'),
  emailDomain: said('courriels mal saisis', 'mistyped e-mails'),
  dayUnread: said('dates non lues', 'dates not read'),
  emailForm: said('courriels à revoir', 'E-mails to look at'),
  countryMissing: said('pays absents', 'missing countries'),
  postcodeShape: said('codes postaux', 'postcodes'),
  postcodeCity: said('villes et codes postaux', 'towns and postcodes'),
  phoneUnread: said('téléphones à revoir', 'phones to look at'),
  joinedYoung: said('entrées très jeunes', 'joined very young'),
  livesTogether: said('foyers possibles', 'possible households'),
  moveProbable: said('déménagements probables', 'probable moves'),
  tooOld: said('âges invraisemblables', 'implausible ages'),
  regionOther: said('régions', 'regions'),
  addressSpelt: said('adresses écrites autrement', 'addresses written otherwise'),
  citySpelt: said('villes écrites autrement', 'towns written otherwise'),
  capitals: said('majuscules', 'capitals'),
  spacing: said('ponctuation', 'punctuation'),
  phoneCountry: said('téléphones d’ailleurs', 'phones from elsewhere'),
  unconfirmed: said('fiches à confirmer', 'records to confirm'),
} as const satisfies Words<RemarkKind>
