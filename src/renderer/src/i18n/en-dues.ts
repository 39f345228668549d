/** The English words of dues and payments. */

import type { duesFr } from './fr-dues.ts'
import type { Translated } from './phrases.ts'

export const duesEn: Translated<typeof duesFr> = {
  'dues.state.upToDate': 'Up to date',
  'dues.state.partly': 'Paid in part',
  'dues.state.owes': 'To pay',
  'dues.state.late': 'Late',
  'dues.state.exempt': 'Exempt',
  'dues.state.life': 'For life',
  'dues.state.stopped': 'Stopped',
  'dues.state.gap': 'Year skipped',
  'dues.state.notAsked': 'Not asked',
  'dues.year': 'Year of dues',
  'dues.yearOfDay': 'current year',
  'dues.states': 'State of the due',
  'dues.anyState': 'any state',
  'dues.onDay': 'On',
  'dues.asToday': 'as of today',
  'lists.dues': 'Dues',
  'act.duesCreateYear': 'Year of dues opened',
  'act.duesUpdateYear': 'Year of dues changed',
  'act.duesSetRates': 'Rates set',
  'act.duesAsk': 'Dues asked',
  'act.duesSetDue': 'Due changed',
  'act.duesRecordPayment': 'Payment recorded',
  'act.duesReverse': 'Payment reversed',
  'act.duesAssign': 'Payment assigned',
  'act.duesCredit': 'Credit noted',
}
