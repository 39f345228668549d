/** The parts of the dues' screen beside its years. */
import type { PlainKey } from '../i18n/words.tsx'

export const duesParts = ['deposits', 'statements', 'accounts', 'receipts'] as const
export type DuesPart = (typeof duesParts)[number]

export const duesPartKeys = {
  deposits: 'dues.part.deposits',
  statements: 'dues.part.statements',
  accounts: 'dues.part.accounts',
  receipts: 'dues.part.receipts',
} as const satisfies Record<DuesPart, PlainKey>
