/** The lines of a payment from what is proposed and the amount that came in. */

import { asCents, sumOf } from '../kit/money.ts'
import type { LineInput, ProposedLine } from './dues.requests.ts'
import type { LineKind } from './dues.rules.ts'

/**
 * Shares an amount among what is proposed, in its order; a line without an amount (no rate says it) takes what is left. What
 * is over becomes a gift of who pays, or stays to be assigned.
 */
export function linesFor(
  amount: number,
  proposed: readonly ProposedLine[],
  payer: number,
  surplus: Extract<LineKind, 'gift' | 'unassigned'>,
): LineInput[] {
  let left = amount
  const lines = proposed.flatMap(({ contact, year, cents }): LineInput[] => {
    const share = cents === 0 ? left : Math.min(left, cents)
    left -= share
    return share === 0 ? [] : [{ kind: 'due', contact, year, cents: asCents(share), label: '' }]
  })
  const over: LineInput = {
    ...{ kind: surplus, contact: surplus === 'gift' ? payer : null, year: null },
    ...{ cents: asCents(left), label: '' },
  }
  return left > 0 ? [...lines, over] : lines
}

/** What is proposed, in all. */
export const proposedSum = (proposed: readonly ProposedLine[]) => sumOf(proposed.map(({ cents }) => cents))
