import { householdRoles } from '../../../core/people/households/households.requests.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'

export const roleKeys = {
  partner: 'household.partner',
  child: 'household.child',
  other: 'household.other',
} as const satisfies Record<(typeof householdRoles)[number], PlainKey>

/** The places one may have in a household, to choose from. */
export function useRoles() {
  const { t } = useWords()
  return householdRoles.map((value) => ({ value, label: t(roleKeys[value]) }))
}
