/** The words for what the consents' rules name in code. */
import type {
  ConsentBasis,
  ConsentField,
  ConsentMedium,
  ConsentSource,
  defaultChoices,
  FieldStanding,
  PublicationMode,
} from '../../../core/people/consents/consents.rules.ts'
import { dayInWords } from '../../../core/people/day.rules.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'

export const publishedFieldKeys = {
  name: 'consent.field.name',
  groups: 'consent.field.groups',
  city: 'consent.field.city',
  address: 'consent.field.address',
  phone: 'consent.field.phone',
  mobile: 'consent.field.mobile',
  email: 'consent.field.email',
  profession: 'consent.field.profession',
  household: 'consent.field.household',
  birth: 'consent.field.birth',
  photo: 'consent.field.photo',
  keep: 'consent.field.keep',
} as const satisfies Record<ConsentField, PlainKey>

export const mediumKeys = {
  paper: 'consent.paper',
  pdf: 'consent.pdf',
  web: 'consent.web',
  register: 'consent.register',
} as const satisfies Record<ConsentMedium, PlainKey>

export const modeKeys = {
  complete: 'consent.complete',
  nameOnly: 'consent.nameOnly',
  absent: 'consent.absent',
} as const satisfies Record<PublicationMode, PlainKey>

export const sourceKeys = {
  form: 'consent.source.form',
  letter: 'consent.source.letter',
  email: 'consent.source.email',
  phone: 'consent.source.phone',
  spoken: 'consent.source.spoken',
  other: 'consent.source.other',
} as const satisfies Record<ConsentSource, PlainKey>

export const basisKeys = {
  consent: 'consent.basis.consent',
  legitimateInterest: 'consent.basis.legitimateInterest',
  objection: 'consent.basis.objection',
} as const satisfies Record<ConsentBasis, PlainKey>

export const choiceKeys = {
  nothing: 'consent.choice.nothing',
  safe: 'consent.choice.safe',
  allUnlessOpposed: 'consent.choice.allUnlessOpposed',
  own: 'consent.choice.own',
} as const satisfies Record<(typeof defaultChoices)[number], PlainKey>

const groundKeys = {
  default: 'consent.groundDefault',
  deceased: 'consent.groundDeceased',
  minor: 'consent.groundMinor',
  notMember: 'consent.groundNotMember',
  ownAnswerOnly: 'consent.groundOwnAnswerOnly',
} as const satisfies Record<Exclude<FieldStanding['ground'], 'answer'>, PlainKey>

/** Why a field is published or not: `réponse du 10 février 2026, formulaire`. */
export function groundWords({ ground, answer }: FieldStanding, { t, language }: Words): string {
  if (ground !== 'answer') return t(groundKeys[ground])
  if (answer === undefined) return ''
  const said = t('consent.groundAnswer', {
    day: dayInWords(answer.day, language),
    source: t(sourceKeys[answer.source]),
  })
  // What rests on no consent is said to; a yes that is one, and a refusal, say it by themselves.
  return answer.basis === 'legitimateInterest' ? `${said}, ${t(basisKeys[answer.basis])}` : said
}
