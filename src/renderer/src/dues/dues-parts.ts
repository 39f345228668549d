/** The parts of the dues' screen beside its years. */
import type { PlainKey } from '../i18n/words.tsx'

export const duesParts = ['deposits', 'statements', 'accounts'] as const
export type DuesPart = (typeof duesParts)[number]

export const duesPartKeys = {
  deposits: 'dues.part.deposits',
  statements: 'dues.part.statements',
  accounts: 'dues.part.accounts',
} as const satisfies Record<DuesPart, PlainKey>
