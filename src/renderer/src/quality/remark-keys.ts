/** Kinds of remarks in words, as the desk counts them. */
import type { RemarkKind } from '../../../core/people/quality/remark.rules.ts'
import type { PlainKey } from '../i18n/words.tsx'

export const remarkKeys = {
  deceasedMandate: 'remark.deceasedMandate',
  deceasedLater: 'remark.deceasedLater',
  bornAfterJoined: 'remark.bornAfterJoined',
  deathBeforeBirth: 'remark.deathBeforeBirth',
  dayUnread: 'remark.dayUnread',
  unreachable: 'remark.unreachable',
  countryDoubtful: 'remark.countryDoubtful',
  emailDomain: 'remark.emailDomain',
  emailForm: 'remark.emailForm',
  countryMissing: 'remark.countryMissing',
  postcodeShape: 'remark.postcodeShape',
  postcodeCity: 'remark.postcodeCity',
  phoneUnread: 'remark.phoneUnread',
  joinedYoung: 'remark.joinedYoung',
  moveProbable: 'remark.moveProbable',
  tooOld: 'remark.tooOld',
  regionOther: 'remark.regionOther',
  addressSpelt: 'remark.addressSpelt',
  citySpelt: 'remark.citySpelt',
  livesTogether: 'remark.livesTogether',
  capitals: 'remark.capitals',
  spacing: 'remark.spacing',
  phoneCountry: 'remark.phoneCountry',
  unconfirmed: 'remark.unconfirmed',
} as const satisfies Record<RemarkKind, PlainKey>
