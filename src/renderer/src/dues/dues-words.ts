/** The words for what dues name in code. */

import type { PaymentLine } from '../../../core/dues/dues.requests.ts'
import type { LineKind, PaymentMode, YearKind } from '../../../core/dues/dues.rules.ts'
import { centsInWords } from '../../../core/kit/money.ts'
import type { DuesState } from '../../../core/people/lists/dues-state.rules.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'

export const duesStateKeys = {
  upToDate: 'dues.state.upToDate',
  partly: 'dues.state.partly',
  owes: 'dues.state.owes',
  late: 'dues.state.late',
  exempt: 'dues.state.exempt',
  life: 'dues.state.life',
  stopped: 'dues.state.stopped',
  gap: 'dues.state.gap',
  notAsked: 'dues.state.notAsked',
} as const satisfies Record<DuesState, PlainKey>

export const modeKeys = {
  cheque: 'dues.mode.cheque',
  cash: 'dues.mode.cash',
  transfer: 'dues.mode.transfer',
  directDebit: 'dues.mode.directDebit',
  card: 'dues.mode.card',
  helloAsso: 'dues.mode.helloAsso',
  other: 'dues.mode.other',
} as const satisfies Record<PaymentMode, PlainKey>

export const yearKindKeys = {
  calendar: 'dues.kind.calendar',
  season: 'dues.kind.season',
  rolling: 'dues.kind.rolling',
} as const satisfies Record<YearKind, PlainKey>

export const lineKindKeys = {
  gift: 'dues.kind.gift',
  grant: 'dues.kind.grant',
  training: 'dues.kind.training',
  event: 'dues.kind.event',
  sale: 'dues.kind.sale',
  service: 'dues.kind.service',
  unassigned: 'dues.kind.unassigned',
} as const satisfies Record<Exclude<PaymentLine['kind'], 'due'>, PlainKey>

/** The sources of receipts, as the accounts name them. */
export const sourceKeys = {
  ...lineKindKeys,
  due: 'accounts.dues',
} as const satisfies Record<LineKind, PlainKey>

/** What a line of a payment was for: `Cotisation 2026, Tour Anne, 40 €`. */
export const lineWords = (line: PaymentLine, { t, language }: Words): string =>
  [
    line.kind === 'due' ? t('dues.lineDue', { year: line.yearName }) : t(lineKindKeys[line.kind]),
    line.label,
    line.contactName,
    centsInWords(line.cents, language),
  ]
    .filter((part) => part !== '')
    .join(', ')
