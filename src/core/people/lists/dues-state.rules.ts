/** What can be said of a contact's dues for a year: a thing apart from being a member. */

/**
 * `owes`: asked, nothing paid, still in time; `late`: the same after the day it was to be paid by; `partly`: a part was
 * paid; `exempt`: nothing is due (honorary, waived); `life`: paid once for good; `stopped`: said to have stopped; `gap`: the
 * year is over, nothing was asked nor paid, though an earlier year was; `notAsked`: a member of whom nothing is known yet.
 */
export const duesStates = [
  ...(['upToDate', 'partly', 'owes', 'late', 'exempt', 'life', 'stopped', 'gap', 'notAsked'] as const),
] as const
export type DuesState = (typeof duesStates)[number]

/** Those who are in good standing: what a vote reserved to them asks. */
export const inGoodStanding: readonly DuesState[] = ['upToDate', 'exempt', 'life']
