/** The words for what dues name in code. */
import type { DuesState } from '../../../core/people/lists/dues-state.rules.ts'
import type { PlainKey } from '../i18n/words.tsx'

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
